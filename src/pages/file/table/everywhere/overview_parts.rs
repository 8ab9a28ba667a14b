//! What becomes of a table as records, part by part.

use explorer_intake::{Choices, Overview};
use explorer_number::grouped;
use leptos::prelude::*;

use super::grouping_field::GroupingField;
use super::word_row::WordRow;
use crate::pages::file::components::scroll_table::ScrollTable;
use crate::pages::file::store::use_file_store;
use crate::pages::file::table::problem_row::ProblemRow;

/// Problems that are shown.
const SHOWN: usize = 50;

/// Counts, questions, words, what is missing, what is wrong.
#[component]
pub fn OverviewParts(
    /// What becomes of the table.
    overview: Overview,
    /// What the reader decides.
    choices: RwSignal<Choices>,
) -> impl IntoView {
    let tables = StoredValue::new_local(use_file_store().tables());
    let number = |count: u32| grouped(u64::from(count));
    let Overview { rows, unused, events, interactions, .. } = overview;
    let counts = format!(
        "{} rows become {} interactions in {} events.",
        number(rows),
        number(interactions),
        number(events)
    );
    let left_out = (unused > 0).then(|| {
        let words = match unused {
            1 => " 1 row cannot be used.".to_owned(),
            count => format!(" {} rows cannot be used.", number(count)),
        };
        view! { <b>{words}</b> }
    });
    let grouping = overview.grouping.map(|taken| {
        let (ways, is_asked) = (overview.groupings.clone(), overview.is_asked);
        view! { <GroupingField ways taken is_asked choices /> }
    });
    let open = overview.unmatched.iter().filter(|word| word.stands_for.is_none()).count();
    let words = (!overview.unmatched.is_empty()).then(|| {
        let title = match overview.unmatched.len() {
            1 => "1 word is none of the codebook\u{2019}s".to_owned(),
            count => format!("{count} words are none of the codebook\u{2019}s"),
        };
        let hint = match open {
            0 => "They stay as they are, unless you say what they stand for.".to_owned(),
            1 => "Say of 1 of them what it stands for.".to_owned(),
            count => format!("Say of {count} of them what they stand for."),
        };
        let headings = ["In the file", "As", "Rows", "Stands for"].map(str::to_owned).to_vec();
        let rows = overview.unmatched.into_iter();
        let rows = rows.map(|word| view! { <WordRow word tables choices /> }).collect_view();
        view! {
            <details open=open != 0 data-test="unmatched-words">
                <summary>
                    <b>{title}</b>
                    " "
                    <span class="hint">{hint}</span>
                </summary>
                <ScrollTable label="Words that the codebook does not have" headings>
                    {rows}
                </ScrollTable>
            </details>
        }
    });
    let missing = (!overview.missing.is_empty()).then(|| {
        let lines = overview.missing.into_iter().map(|line| view! { <li>{line}</li> });
        view! {
            <details data-test="missing">
                <summary>
                    <b>"What the file does not have"</b>
                </summary>
                <ul>{lines.collect_view()}</ul>
            </details>
        }
    });
    let count = overview.problem_count;
    let problems = (count > 0).then(|| {
        let title = match count {
            1 => "1 cell or row is not as records need it".to_owned(),
            count => format!("{} cells or rows are not as records need them", number(count)),
        };
        let headings = ["Row", "Column", "Found", "Expected"].map(str::to_owned).to_vec();
        let shown = overview.problems.into_iter().take(SHOWN);
        let lines = shown.map(|problem| view! { <ProblemRow problem /> }).collect_view();
        let more = (count as usize > SHOWN)
            .then(|| view! { <p class="hint">{format!("The first {SHOWN} are shown.")}</p> });
        view! {
            <details data-test="record-problems" data-count=count.to_string()>
                <summary>
                    <b>{title}</b>
                </summary>
                <ScrollTable label="What is not as records need it" headings>
                    {lines}
                </ScrollTable>
                {more}
            </details>
        }
    });
    view! {
        <p
            data-test="record-counts"
            data-events=events.to_string()
            data-interactions=interactions.to_string()
            data-unused=unused.to_string()
        >
            {counts}
            {left_out}
        </p>
        {grouping}
        {words}
        {problems}
        {missing}
    }
}
