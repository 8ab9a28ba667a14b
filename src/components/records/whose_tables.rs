//! Whose the tables are that a view rests on, where the records are a reader's own.

use leptos::prelude::*;

use crate::store::use_store;

/// Says that tables are those of the open dataset, and what the reader's file has no column for; nothing
/// where the records are the open dataset's, too.
#[component]
pub fn WhoseTables(
    /// The tables, for a sentence.
    tables: &'static str,
    /// What of the file the view needs, as a saved mapping calls it.
    #[prop(optional)]
    needs: &'static str,
) -> impl IntoView {
    let store = use_store();
    let lacks = store.lacks.iter().any(|lacked| lacked == needs);
    store.explorer.is_own().then(|| {
        let missing = lacks.then(|| format!(" Your file has no column that means {needs}."));
        view! {
            <p class="hint" data-test="whose-tables">
                {format!("{tables} from the open dataset, not from your file.")}
                {missing}
            </p>
        }
    })
}
