//! The pages other than the overview and the view of a reader's own file, and the charts that only they have:
//! what is in the chunk of pages ([`super::chunk`]).

use explorer_view::chart::Chart;
use explorer_view::state::Page;
use leptos::prelude::*;

use super::changes::ChangesPage;
use super::check::CheckPage;
use super::compare::{ComparePage, compared_alone};
use super::countries::CountriesPage;
use super::forums::{ForumPage, ForumSizes, ForumsPage, MembersMap};
use super::map::MapPage;
use super::method::MethodPage;
use super::overview::OverviewPage;
use super::paper::{PaperPage, exhibit_alone};
use super::people::{AgencyOffices, OfficialRegions, PeoplePage};
use super::pledges::{PledgeChart, PledgesPage};
use super::profile::ProfilePage;
use super::record::RecordPage;
use super::records::RecordsPage;
use super::saved::SavedPage;
use crate::components::records::charts::record_chart;
use crate::components::records::forum_sessions::ForumSessions;
use crate::components::records::forum_share::ForumShare;

/// The page for a view.
pub fn page(page: Page) -> AnyView {
    match page {
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
        // These are in other parts of the Wasm, and so nobody asks here for them.
        Page::Overview | Page::File => view! { <OverviewPage /> }.into_any(),
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
