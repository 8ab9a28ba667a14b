//! Sources, one under the other.

use explorer_dataset::event::Source;
use leptos::prelude::*;

use super::source_link::SourceItem;

/// Sources, one under the other.
#[component]
pub fn SourceList(
    /// The reports.
    sources: &'static [Source],
) -> impl IntoView {
    let items = sources.iter().map(|source| view! { <SourceItem source=source.clone() /> });
    view! { <ol class="sources">{items.collect_view()}</ol> }
}
