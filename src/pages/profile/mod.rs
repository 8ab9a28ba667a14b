//! The profile of a country, an organization or an official: everything that the dataset has of
//! it.

mod forum;
mod gsi;
mod head;
mod memberships;
mod people;
mod pledges;
mod years;

use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_view::state::Page;
use explorer_view::whole::whole;
use leptos::prelude::*;

use self::forum::ForumSection;
use self::gsi::GsiSection;
use self::head::ProfileHead;
use self::memberships::MembershipsSection;
use self::people::PeopleSection;
use self::pledges::PledgesSection;
use self::years::YearsTable;
use crate::components::in_turn::InTurn;
use crate::components::records::charts::RecordCharts;
use crate::components::records::empty::Empty;
use crate::components::records::latest::LatestRecords;
use crate::store::use_store;

/// Everything that the dataset has of whom a page is about.
#[component]
pub fn ProfilePage(
    /// The page: that of a country, an organization or an official.
    page: Page,
) -> impl IntoView {
    let store = use_store();
    let (facet, id) = page.subject().unwrap_or((Facet::Country, ""));
    let id = id.to_owned();
    let all = whole(store.explorer, &page.base(), Measure::Interactions);
    let known = all.summary.interactions > 0;
    let country = (facet == Facet::Country).then(|| {
        let iso3 = id.clone();
        view! {
            <InTurn>
                <div class="profile-columns">
                    <GsiSection iso3=iso3.clone() />
                    <MembershipsSection iso3=iso3.clone() />
                    <ForumSection iso3=iso3.clone() />
                    <PledgesSection iso3=iso3.clone() />
                </div>
            </InTurn>
        }
    });
    let (name, subject, of_records, years) = (id.clone(), id.clone(), id.clone(), id.clone());
    view! {
        <article class="profile" data-test="profile" data-id=name>
            <ProfileHead facet id=subject known />
            {known.then(|| view! {
                <Empty />
                <YearsTable facet id=years />
                <RecordCharts about=Some(facet) />
            })}
            <InTurn>
                <PeopleSection facet id=id.clone() />
            </InTurn>
            <InTurn>
                <LatestRecords facet id=of_records.clone() />
            </InTurn>
            {country}
        </article>
    }
}
