//! What is drawn in an exhibit's place.

use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_view::chart::Chart;
use explorer_view::layer::Layer;
use leptos::context::Provider;
use leptos::prelude::*;

use super::agency_table::AgencyTable;
use super::country_table::CountryTable;
use super::leader_tables::LeaderTables;
use crate::components::records::bars::RecordBars;
use crate::components::records::forum_sessions::ForumSessions;
use crate::components::records::forum_share::ForumShare;
use crate::components::records::map::RecordMap;
use crate::components::records::timeline::RecordTimeline;
use crate::store::{Store, use_store};

/// The exhibit, drawn from the open dataset. The store in context is that of the exhibit.
#[component]
pub fn Drawing(
    /// The exhibit's id.
    id: &'static str,
    /// The store of the page, for what is about more than the exhibit's filters: other years.
    page: Store,
    /// What the colours of a map say.
    layer: Layer,
) -> impl IntoView {
    match id {
        "figure-1" => view! { <RecordTimeline chart=Chart::Figure(1) /> }.into_any(),
        "figure-2" => map(Chart::Figure(2), layer),
        "figure-3" => view! { <SmallMultiples /> }.into_any(),
        "figure-4" => map(Chart::Figure(4), layer),
        "figure-5" => map(Chart::Figure(5), layer),
        "figure-6" => view! { <Provider value=page><ForumShare /></Provider> }.into_any(),
        "figure-7" => view! { <Provider value=page><ForumSessions /></Provider> }.into_any(),
        "figure-8" => view! { <RecordTimeline chart=Chart::Figure(8) /> }.into_any(),
        "figure-9" => view! {
            <RecordBars
                chart=Chart::Figure(9)
                facet=Facet::Region
                top=13
                by="by region of the counterpart"
                first="Region"
            />
        }
        .into_any(),
        "table-1" => view! { <AgencyTable /> }.into_any(),
        "table-2" => view! { <CountryTable /> }.into_any(),
        "table-3" => view! { <LeaderTables /> }.into_any(),
        _ => ().into_any(),
    }
}

fn map(chart: Chart, layer: Layer) -> AnyView {
    view! { <RecordMap chart layer /> }.into_any()
}

/// A map per agency, side by side.
#[component]
fn SmallMultiples() -> impl IntoView {
    let store = use_store();
    let agencies = store.explorer.table().dictionary(Facet::Agency).entries();
    let maps = agencies.iter().zip(0..3).map(|(agency, at)| {
        let mut base = Filters::default();
        base.set(Facet::Agency, &agency.id, Standing::Included);
        view! {
            <div>
                <h3>{agency.label.as_str()}</h3>
                <Provider value=store.within(base)>
                    {map(Chart::Reach(at), Layer::Measure)}
                </Provider>
            </div>
        }
    });
    view! { <div class="multiples">{maps.collect_view()}</div> }
}
