//! The problems of a table, page by page.

use crate::hooks::download;
use crate::reactive::memo;
use explorer_number::grouped;
use explorer_table::about::ProblemCounts;
use explorer_table::page::Page;
use explorer_table::question::PROBLEMS as PAGE;
use explorer_table::{Answer, Export, Question};
use leptos::prelude::*;

use super::open_table::use_open_table;
use super::problem_row::ProblemRow;
use crate::pages::file::components::pager::Pager;
use crate::pages::file::components::scroll_table::ScrollTable;

/// The problems, page by page.
#[component]
pub fn ProblemPanel(
    /// How many there are.
    total: u64,
) -> impl IntoView {
    let table = use_open_table();
    let ProblemCounts { kept, bad_rows: bad, bad_rows_kept: bad_kept, .. } = table.about().problems;
    let number = RwSignal::new(0_usize);
    let page = memo(move || Page::new(number.get(), PAGE, kept));
    let problems = table.follow(
        move || page.with(|page| Some(Question::Problems(page.range.start, page.range.end))),
        |answer| match answer {
            Answer::Problems(problems) => Some(problems),
            _ => None,
        },
    );
    let lines = move || {
        let problems = problems.get().into_iter();
        problems.map(|problem| view! { <ProblemRow problem /> }).collect_view()
    };
    let title = match total {
        1 => "1 problem".to_owned(),
        count => format!("{} problems", grouped(count)),
    };
    let rest = match total > kept as u64 {
        true => format!("; the first {} are kept", grouped(kept as u64)),
        false => String::new(),
    };
    let range = move || format!("{}{rest}", page.with(|page| page.words(total)));
    let headings = ["Row", "Column", "Found", "Expected"].map(str::to_owned).to_vec();
    let save = move |export: Export, what: &str| {
        let name = format!("{}.{what}.csv", table.file_name());
        table.export(export, move |file| download::blob(&name, &file));
    };
    let save_rows = move |_| save(Export::BadRows, "bad-rows");
    let save_problems = move |_| save(Export::Problems, "problems");
    let rows_button = (bad_kept > 0).then(|| {
        let rows = match bad_kept {
            1 => "row".to_owned(),
            count => format!("{} rows", grouped(count as u64)),
        };
        view! {
            <button type="button" class="text-button" data-test="bad-rows" on:click=save_rows>
                {format!("Download the {rows} that are not loaded")}
            </button>
        }
    });
    view! {
        <details
            class="own-panel"
            data-test="problems"
            data-count=total.to_string()
            data-bad-rows=bad.to_string()
        >
            <summary>
                <b>{title}</b>
                " "
                <span class="hint">{bad_words(bad)}</span>
            </summary>
            <ScrollTable label="Problems" headings>
                {lines}
            </ScrollTable>
            <div class="own-acts">
                <span class="hint">{range}</span>
                <Pager page number size=PAGE />
                <span class="own-space"></span>
                <button
                    type="button"
                    class="text-button"
                    data-test="problems"
                    on:click=save_problems
                >
                    "Download the problems"
                </button>
                {rows_button}
            </div>
        </details>
    }
}

fn bad_words(bad: u64) -> String {
    match bad {
        0 => "All rows are loaded, without the values that could not be read.".to_owned(),
        1 => "1 row is not loaded; all others are, without the values that could not be read."
            .to_owned(),
        count => format!(
            "{} rows are not loaded; all others are, without the values that could not be read.",
            grouped(count)
        ),
    }
}
