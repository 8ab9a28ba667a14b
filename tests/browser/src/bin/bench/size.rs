//! What the page weighs.

use browser_tests::Outcome;
use browser_tests::built::BuiltPage;
use browser_tests::weight::{
    FIRST_LOAD, ON_DEMAND, ONE_FILE, OTHER_PAGES, OWN_FILE, Size, Texts, WORKBOOK, Weight,
};

use crate::report::{grouped, verdict};

/// Prints what the page weighs by part, and what the other page weighs, and returns whether the
/// budgets hold.
pub fn size(page: &BuiltPage, beside: Option<&BuiltPage>) -> Outcome<bool> {
    let (weight, texts) = (Weight::of(page)?, Texts::of_repository()?);
    let first = weight.first_load();
    println!("{:<56} {:>10} {:>10}", "Bytes (brotli quality 11, window 22)", "raw", "brotli");
    row("code (Wasm and JavaScript, without data and map)", weight.code(&texts));
    println!();
    row("data (in the Wasm; its texts compressed on their own)", texts.data);
    println!();
    row("map (in the Wasm; compressed on its own)", texts.map);
    println!();
    row("CSS", weight.styles);
    println!();
    row("HTML, icons, manifest", weight.rest);
    println!();
    row("first load", first);
    let mut within = budget(first.brotli, FIRST_LOAD);
    row("chunk with the other pages, after the first view", weight.other_pages);
    within &= budget(weight.other_pages.brotli, OTHER_PAGES);
    row("chunk with the view of a reader's own file", weight.own_file);
    within &= budget(weight.own_file.brotli, OWN_FILE);
    row("what reads a reader's table, with the view of its file", weight.on_demand);
    within &= budget(weight.on_demand.brotli, ON_DEMAND);
    row("module for a workbook, when one is opened", weight.workbook);
    within &= budget(weight.workbook.brotli, WORKBOOK);
    match weight.one_file {
        Some(raw) => {
            print!("  {:<54} {:>10} {:>10}", "the page as one file", grouped(raw), "");
            within &= budget(raw, ONE_FILE);
        }
        None => println!("  The page as one file was not built."),
    }
    if let Some(beside) = beside {
        let other = Weight::of(beside)?;
        row("beside: first load", other.first_load());
        println!();
        row("beside: chunk with the other pages", other.other_pages);
        println!();
        row("beside: chunk with the view of a reader's own file", other.own_file);
        println!();
        row("beside: what reads a reader's table", other.on_demand);
        println!();
    }
    Ok(within)
}

fn row(what: &str, size: Size) {
    print!("  {what:<54} {:>10} {:>10}", grouped(size.raw), grouped(size.brotli));
}

fn budget(bytes: usize, budget: usize) -> bool {
    let within = bytes <= budget;
    println!("  {}", verdict(within, &format!("{} of {}", grouped(bytes), grouped(budget))));
    within
}
