//! What is wrong with the rows of a table.

use leptos::prelude::*;

use super::open_table::use_open_table;
use super::problem_notes::ProblemNotes;
use super::problem_panel::ProblemPanel;

/// The problems, and what the file's owner should know besides.
#[component]
pub fn Problems() -> impl IntoView {
    let table = use_open_table();
    let total = table.about().problems.total;
    let panel = (total > 0).then(|| view! { <ProblemPanel total /> });
    view! {
        {panel}
        <ProblemNotes />
    }
}
