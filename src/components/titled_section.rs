//! A section of a profile.

use leptos::prelude::*;

/// A section with its heading.
#[component]
pub fn TitledSection(
    /// Its `data-test`.
    test: &'static str,
    /// Its heading.
    title: &'static str,
    /// What stands below the heading.
    children: Children,
) -> impl IntoView {
    view! {
        <section data-test=test>
            <h2>{title}</h2>
            {children()}
        </section>
    }
}
