//! The pages, one per route: a file, or a folder with what only it has.

pub mod changes;
pub mod check;
pub mod compare;
pub mod countries;
pub mod file;
pub mod forums;
pub mod map;
pub mod method;
pub mod overview;
pub mod paper;
pub mod people;
pub mod pledges;
pub mod profile;
pub mod record;
pub mod records;
pub mod saved;

use explorer_view::chart::Chart;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::components::records::charts::record_chart;
use crate::components::records::forum_sessions::ForumSessions;
use crate::components::records::forum_share::ForumShare;
use changes::ChangesPage;
use check::CheckPage;
use compare::{ComparePage, compared_alone};
use countries::CountriesPage;
use file::FilePage;
use forums::{ForumPage, ForumSizes, ForumsPage, MembersMap};
use map::MapPage;
use method::MethodPage;
use overview::OverviewPage;
use paper::{PaperPage, exhibit_alone};
use people::{AgencyOffices, OfficialRegions, PeoplePage};
use pledges::{PledgeChart, PledgesPage};
use profile::ProfilePage;
use record::RecordPage;
use records::RecordsPage;
use saved::SavedPage;

/// The page for a view.
#[component]
pub fn PageView(
    /// Which one.
    page: Page,
) -> impl IntoView {
    match page {
        Page::Overview => view! { <OverviewPage /> }.into_any(),
        Page::People => view! { <PeoplePage /> }.into_any(),
        Page::Forums => view! { <ForumsPage /> }.into_any(),
        Page::Forum(id) => view! { <ForumPage id /> }.into_any(),
        Page::Pledges => view! { <PledgesPage /> }.into_any(),
        Page::Compare(_) => view! { <ComparePage /> }.into_any(),
        Page::Countries => view! { <CountriesPage /> }.into_any(),
        Page::Country(_) | Page::Organization(_) | Page::Official(_) => {
            view! { <ProfilePage page /> }.into_any()
        }
        Page::Paper(_) => view! { <PaperPage /> }.into_any(),
        Page::Records => view! { <RecordsPage /> }.into_any(),
        Page::Record(id) => view! { <RecordPage id /> }.into_any(),
        Page::Method => view! { <MethodPage /> }.into_any(),
        Page::Changes => view! { <ChangesPage /> }.into_any(),
        Page::Map => view! { <MapPage /> }.into_any(),
        Page::Saved => view! { <SavedPage /> }.into_any(),
        Page::Check => view! { <CheckPage /> }.into_any(),
        Page::File => view! { <FilePage /> }.into_any(),
    }
}

/// A chart of a page without the rest of it; `None` if the page has no such chart.
pub fn chart_alone(chart: Chart, page: &Page) -> Option<AnyView> {
    let chart = match (chart, page) {
        (Chart::OfficialRegions, Page::People) => view! { <OfficialRegions /> }.into_any(),
        (Chart::AgencyOffices, Page::People) => view! { <AgencyOffices /> }.into_any(),
        (Chart::Sessions, Page::Forums) => view! { <ForumSessions /> }.into_any(),
        (Chart::Sessions, Page::Forum(id)) => view! { <ForumSessions about=id /> }.into_any(),
        (Chart::ForumShare, Page::Forums) => view! { <ForumShare /> }.into_any(),
        (Chart::ForumSizes, Page::Forums) => view! { <ForumSizes /> }.into_any(),
        (Chart::Members, Page::Forum(id)) => view! { <MembersMap id /> }.into_any(),
        (Chart::Pledges, Page::Pledges) => view! { <PledgeChart /> }.into_any(),
        // Nothing differs from itself.
        (_, Page::Compare(pair)) if pair.is_empty() => return None,
        (chart, Page::Compare(_)) => return compared_alone(chart),
        (chart, Page::Paper(_)) => return exhibit_alone(chart),
        (chart, _) => return record_chart(chart),
    };
    Some(chart)
}
