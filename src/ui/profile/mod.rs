//! The profile of a country or an organization.

use leptos::prelude::*;

use crate::view::state::Page;

/// Everything that the dataset knows of one counterpart.
#[component]
pub fn Profile(
    /// The open page.
    page: Page,
) -> impl IntoView {
    let _ = page;
}
