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
use chunk::Part;
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
    match chunk::there(part) {
        Some(chunk) => chunk.page(page),
        None => {
            let make = Box::new(move || chunk::there(part).map(|chunk| chunk.page(page.clone())));
            view! { <Awaited part make /> }.into_any()
        }
    }
}

/// A chart of a page without the rest of it; `None` if the page has no such chart.
pub fn chart_alone(chart: Chart, page: &Page) -> Option<AnyView> {
    let Some(part) = Part::of(page) else { return record_chart(chart) };
    match chunk::there(part) {
        Some(there) => there.chart_alone(chart, page),
        None => {
            let page = page.clone();
            let make = Box::new(move || chunk::there(part)?.chart_alone(chart, &page));
            Some(view! { <Awaited part make /> }.into_any())
        }
    }
}
