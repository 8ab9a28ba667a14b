//! What only a reader's file has, as records to hand to the project.

use explorer_export::file_name::own_file_name;
use explorer_export::interactions::proposals;
use explorer_number::grouped;
use explorer_view::check::Check;
use leptos::prelude::*;

use crate::components::figure::source::FigureSource;
use crate::hooks::download;
use crate::reactive::{memo, text};
use crate::records::Records;
use crate::store::use_store;

/// How many records can be proposed, and the button that saves them.
#[component]
pub fn Proposals(
    /// What only the file has.
    check: Memo<Check>,
    /// The open dataset.
    open: &'static Records,
) -> impl IntoView {
    let store = use_store();
    let source: FigureSource = expect_context();
    let origin = source.origin.run(());
    let counts = memo(move || {
        check.with(|check| {
            let (found, without) = check.proposals(store.explorer);
            (found.len(), without)
        })
    });
    let words = move || {
        let records = |count: usize| {
            format!("{} {}", grouped(count as u64), if count == 1 { "record" } else { "records" })
        };
        match counts.get() {
            (0, 0) => "Nothing is only in your file, so there is nothing to propose.".to_owned(),
            (0, without) => format!(
                "{} only in your file, without the address of a public report: the project takes no record \
                 without one.",
                records(without)
            ),
            (found, 0) => {
                format!("{} only in your file can be proposed to the project.", records(found))
            }
            (found, without) => format!(
                "{} only in your file can be proposed to the project; {} without the address of a public \
                 report cannot.",
                records(found),
                grouped(without as u64)
            ),
        }
    };
    let is_nothing = move || counts.get().0 == 0;
    let save = move |_| {
        // No figure's: that of the view.
        let origin = origin.run(String::new());
        let codebook = &open.explorer.dataset().codebook;
        let text = check.with_untracked(|check| {
            let (found, _) = check.proposals(store.explorer);
            proposals(&found, &origin, &codebook.title, &codebook.version)
        });
        let name = own_file_name(&origin.dataset, "proposals", &origin.filters, "json");
        download::text(&name, "application/json", &text);
    };
    view! {
        <p>
            <span data-test="proposals-words">{text(words)}</span>
            " "
            <button
                type="button"
                class="text-button"
                data-test="save-proposals"
                disabled=is_nothing
                on:click=save
            >
                "Save as a list of proposals (JSON)"
            </button>
        </p>
    }
}
