//! The pages, one per route: a file, or a folder with what only it has.

pub mod map;
pub mod overview;

use explorer_view::chart::Chart;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::components::records::charts::record_chart;
use map::MapPage;
use overview::OverviewPage;

/// The page for a view.
#[component]
pub fn PageView(
    /// Which one.
    page: Page,
) -> impl IntoView {
    match page {
        Page::Overview => view! { <OverviewPage /> }.into_any(),
        Page::Map => view! { <MapPage /> }.into_any(),
        Page::File => view! { <own-file></own-file> }.into_any(),
        _ => ().into_any(),
    }
}

/// A chart of a page without the rest of it; `None` if the page has no such chart.
pub fn chart_alone(chart: Chart, _page: &Page) -> Option<AnyView> {
    record_chart(chart)
}
