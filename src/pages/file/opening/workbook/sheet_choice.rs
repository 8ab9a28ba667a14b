//! The choice of a sheet.

use std::rc::Rc;

use leptos::prelude::*;

use super::Workbook;
use crate::pages::file::components::cancel::Cancel;
use crate::pages::file::store::use_file_store;

/// The sheets of a workbook, to choose one.
#[component]
pub fn SheetChoice(
    /// The workbook.
    workbook: Rc<Workbook>,
) -> impl IntoView {
    let store = use_file_store();
    let name = workbook.file.name.clone();
    let empty = workbook.sheets.len() - workbook.filled().count();
    let empty = match empty {
        0 => None,
        1 => Some("One more sheet has nothing in it.".to_owned()),
        empty => Some(format!("{empty} more sheets have nothing in them.")),
    };
    let sheets = workbook.filled().map(|(at, sheet)| {
        let hidden = if sheet.is_hidden { ", hidden" } else { "" };
        let about = format!("{}{hidden}", sheet.size());
        let workbook = workbook.clone();
        let choose = move |_| store.look_at_sheet(workbook.clone(), at);
        view! {
            <li>
                <button type="button" data-test="sheet" data-sheet=at.to_string() on:click=choose>
                    <b>{sheet.name.clone()}</b>
                    " "
                    <small>{about}</small>
                </button>
            </li>
        }
    });
    let sheets = sheets.collect_view();
    view! {
        <section class="own-panel" data-test="sheets">
            <h2>{format!("Which sheet of {name}?")}</h2>
            <ul class="own-sheets">{sheets}</ul>
            {empty.map(|words| view! { <p class="hint">{words}</p> })}
            <p>
                <Cancel />
            </p>
        </section>
    }
}
