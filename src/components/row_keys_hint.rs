//! What the keys do in a table whose rows have many links.

use leptos::prelude::*;

/// The id of the hint, by which the table is described.
pub const ROW_KEYS_ID: &str = "row-keys";

/// The hint. On a screen that is touched it is for the ear only.
#[component]
pub fn RowKeysHint() -> impl IntoView {
    view! {
        <p class="hint row-keys" id=ROW_KEYS_ID>
            "By keyboard: Tab goes from row to row, the arrow keys to the numbers of a row."
        </p>
    }
}
