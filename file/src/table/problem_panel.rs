//! The problems of a table, page by page.

use explorer::hooks::download;
use explorer::reactive::memo;
use explorer_loader::Loaded;
use explorer_number::grouped;
use explorer_reader::csv::write_line;
use leptos::prelude::*;

use super::open_table::use_open_table;
use super::problem_row::ProblemRow;
use crate::components::pager::Pager;
use crate::components::scroll_table::ScrollTable;
use crate::page::Page;

/// Problems of a page.
const PAGE: usize = 20;

/// The problems, page by page.
#[component]
pub fn ProblemPanel(
    /// How many there are.
    total: u64,
) -> impl IntoView {
    let table = use_open_table();
    let (kept, bad, bad_kept) = table.read_untracked(|loaded, _| {
        (loaded.problems.kept().len(), loaded.summary.bad_rows, loaded.bad_rows.len())
    });
    let number = RwSignal::new(0_usize);
    let page = memo(move || Page::new(number.get(), PAGE, kept));
    let lines = move || {
        let range = page.with(|page| page.range.clone());
        table.read_untracked(|loaded, _| {
            let problems = loaded.problems.kept().get(range).unwrap_or_default();
            problems.iter().cloned().map(|problem| view! { <ProblemRow problem /> }).collect_view()
        })
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
    let name = move |what: &str| format!("{}.{what}.csv", table.file_name());
    let save_rows = move |_| {
        let text = table
            .read_untracked(|loaded, _| loaded.bad_rows.to_csv(&loaded.header, &loaded.problems));
        download::text(&name("bad-rows"), "text/csv", &text);
    };
    let save_problems = move |_| {
        let text = table.read_untracked(|loaded, _| csv(loaded));
        download::text(&name("problems"), "text/csv", &text);
    };
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

/// The problems that are kept as CSV.
fn csv(loaded: &Loaded) -> String {
    let mut text = String::from("\u{feff}");
    write_line(&mut text, ["row", "column", "value", "expected"].into_iter());
    for problem in loaded.problems.kept() {
        let row = problem.row.to_string();
        let column = problem.column.as_deref().unwrap_or_default();
        let cells = [row.as_str(), column, problem.value.as_str(), problem.expected.as_str()];
        write_line(&mut text, cells.into_iter());
    }
    text
}
