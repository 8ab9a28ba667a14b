//! Which sheet of a workbook is looked over, and the way to another one.

use std::rc::Rc;

use leptos::prelude::*;

use super::Workbook;
use crate::pages::file::store::use_file_store;

/// The sheet whose columns are looked over.
#[component]
pub fn SheetLine(
    /// The workbook.
    workbook: Rc<Workbook>,
    /// The sheet's place in it.
    at: usize,
) -> impl IntoView {
    let store = use_file_store();
    let words = workbook
        .sheets
        .get(at)
        .map(|sheet| format!("Sheet \u{201c}{}\u{201d}: {}. ", sheet.name, sheet.size()));
    let other = (workbook.filled().count() > 1).then(|| {
        view! {
            <button
                type="button"
                class="text-button"
                data-test="other-sheet"
                on:click=move |_| store.choose_sheet(workbook.clone())
            >
                "Another sheet"
            </button>
        }
    });
    view! { <p class="hint" data-test="sheet-line">{words} {other}</p> }
}
