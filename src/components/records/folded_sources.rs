//! Sources, folded away.

use explorer_dataset::event::Source;
use leptos::prelude::*;

use super::source_list::SourceList;

/// Sources, folded away where they would bury what they are for.
#[component]
pub fn FoldedSources(
    /// The reports.
    sources: &'static [Source],
) -> impl IntoView {
    view! {
        <details>
            <summary>{format!("Sources ({})", sources.len())}</summary>
            <SourceList sources />
        </details>
    }
}
