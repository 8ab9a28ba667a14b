//! How a table has to look to be used in all views, and one to start from.

use crate::hooks::download;
use crate::version::is_hosted;
use explorer_intake::template::{COLUMNS, csv};
use leptos::prelude::*;

/// The columns of a table that all views can be drawn from, with a template.
#[component]
pub fn Template() -> impl IntoView {
    let lines = COLUMNS.iter().map(|(name, holds)| {
        view! {
            <div>
                <dt>{*name}</dt>
                <dd>{*holds}</dd>
            </div>
        }
    });
    let save = move |_| download::text("template.csv", "text/csv", &csv());
    view! {
        <details class="own-template" data-test="template">
            <summary>"A table for all views: its columns, and a template"</summary>
            <p class="hint">
                "One row per meeting and counterpart, or one per meeting with several counterparts. The date, the agency or the official, and the counterpart are needed; the rest as far as you have it. Names of columns, their order and the words in them can be others: you are asked what is not known. The words of the codebook stand on the page "
                <a href="#/method">"Method"</a> "."
            </p>
            <dl class="facts">{lines.collect_view()}</dl>
            <button type="button" class="text-button" data-test="save-template" on:click=save>
                "Take the template (CSV)"
            </button>
            {is_hosted().then(|| {
                view! {
                    " · "
                    <a href="data/template.xlsx" download="" data-test="template-workbook">
                        "Take it as a workbook, with the codebook (XLSX)"
                    </a>
                }
            })}
        </details>
    }
}
