//! The pages, one per route: a file, or a folder with what only it has.

mod awaited;
mod changes;
mod check;
pub mod chunk;
mod compare;
mod countries;
mod file;
mod forums;
mod map;
mod method;
mod others;
mod overview;
mod paper;
mod people;
mod pledges;
mod profile;
mod record;
mod records;
mod saved;

use explorer_view::chart::Chart;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::components::records::charts::record_chart;
use crate::start::begin_page;
use awaited::Awaited;
use chunk::{Chunk, Part};
use overview::OverviewPage;

/// The page for a view.
#[component]
pub fn PageView(
    /// Which one.
    page: Page,
) -> impl IntoView {
    let Some(part) = Part::of(&page) else {
        begin_page();
        return view! { <OverviewPage /> }.into_any();
    };
    of_chunk(part, move |chunk| Some(chunk.page(page.clone()))).into_any()
}

/// A chart of a page without the rest of it; `None` if the page has no such chart.
pub fn chart_alone(chart: Chart, page: &Page) -> Option<AnyView> {
    let Some(part) = Part::of(page) else { return record_chart(chart) };
    let page = page.clone();
    of_chunk(part, move |chunk| chunk.chart_alone(chart, &page))
}

/// What is unfolded to share a view.
pub fn share_panel(close: Callback<()>) -> Option<AnyView> {
    of_chunk(Part::Pages, move |chunk| chunk.share_panel(close))
}

/// What a chunk makes, or that it is awaited.
fn of_chunk(
    part: Part,
    make: impl Fn(Chunk) -> Option<AnyView> + Send + 'static,
) -> Option<AnyView> {
    match chunk::there(part) {
        Some(chunk) => make(chunk),
        None => {
            let make = Box::new(move || chunk::there(part).and_then(&make));
            Some(view! { <Awaited part make /> }.into_any())
        }
    }
}
