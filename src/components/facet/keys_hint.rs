//! What the keys do in a facet, said once for all of them.

use leptos::prelude::*;

/// The id of the hint, by which facets are described.
pub const KEYS_HINT_ID: &str = "facet-keys";

/// The hint. Whoever sees the focus also sees an arrow before what the right arrow key leads to.
#[component]
pub fn FacetKeysHint() -> impl IntoView {
    view! {
        <p id=KEYS_HINT_ID hidden>
            "Up and down arrows move between the values, Space chooses one. The right arrow leads to “only” and “not” of a value."
        </p>
    }
}
