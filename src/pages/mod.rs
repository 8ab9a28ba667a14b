//! The pages, one per route: a file, or a folder with what only it has.

pub mod countries;
pub mod map;
pub mod method;
pub mod overview;
pub mod paper;
pub mod profile;
pub mod record;
pub mod records;

use explorer_view::chart::Chart;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::components::records::charts::record_chart;
use countries::CountriesPage;
use map::MapPage;
use method::MethodPage;
use overview::OverviewPage;
use paper::PaperPage;
use profile::ProfilePage;
use record::RecordPage;
use records::RecordsPage;

/// The page for a view.
#[component]
pub fn PageView(
    /// Which one.
    page: Page,
) -> impl IntoView {
    match page {
        Page::Overview => view! { <OverviewPage /> }.into_any(),
        Page::Countries => view! { <CountriesPage /> }.into_any(),
        Page::Country(_) | Page::Organization(_) | Page::Official(_) => {
            view! { <ProfilePage page /> }.into_any()
        }
        Page::Paper(_) => view! { <PaperPage /> }.into_any(),
        Page::Records => view! { <RecordsPage /> }.into_any(),
        Page::Record(id) => view! { <RecordPage id /> }.into_any(),
        Page::Method => view! { <MethodPage /> }.into_any(),
        Page::Map => view! { <MapPage /> }.into_any(),
        Page::File => view! { <own-file></own-file> }.into_any(),
        _ => ().into_any(),
    }
}

/// A chart of a page without the rest of it; `None` if the page has no such chart.
pub fn chart_alone(chart: Chart, page: &Page) -> Option<AnyView> {
    match page {
        Page::Paper(_) => paper::exhibit_alone(chart),
        _ => record_chart(chart),
    }
}
