//! What is drawn in an exhibit's place.

use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_view::chart::Chart;
use explorer_view::hash::decode;
use explorer_view::layer::Layer;
use explorer_view::state::ViewState;
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

/// How many agencies there are maps of.
const AGENCIES: u8 = 3;

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
        "figure-1" => {
            view! { <RecordTimeline chart=Chart::Figure(1) with_around=true /> }.into_any()
        }
        "figure-2" => view! { <RecordMap chart=Chart::Figure(2) layer /> }.into_any(),
        "figure-3" => view! { <SmallMultiples /> }.into_any(),
        "figure-4" => view! { <RecordMap chart=Chart::Figure(4) layer /> }.into_any(),
        "figure-5" => view! { <RecordMap chart=Chart::Figure(5) layer /> }.into_any(),
        "figure-6" => view! { <Provider value=page><ForumShare /></Provider> }.into_any(),
        "figure-7" => view! { <Provider value=page><ForumSessions /></Provider> }.into_any(),
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

/// A map per agency, side by side.
#[component]
fn SmallMultiples() -> impl IntoView {
    let agencies = use_store().explorer.table().dictionary(Facet::Agency).entries();
    let maps = agencies.iter().zip(0..AGENCIES).map(|(agency, at)| {
        view! {
            <div>
                <h3>{agency.label.as_str()}</h3>
                <AgencyMap at />
            </div>
        }
    });
    view! { <div class="multiples">{maps.collect_view()}</div> }
}

/// The map of an agency.
#[component]
fn AgencyMap(
    /// The agency's place among them.
    at: u8,
) -> impl IntoView {
    let store = use_store();
    let agencies = store.explorer.table().dictionary(Facet::Agency).entries();
    let mut base = Filters::default();
    if let Some(agency) = agencies.get(usize::from(at)) {
        base.set(Facet::Agency, &agency.id, Standing::Included);
    }
    view! {
        <Provider value=store.within(base)>
            <RecordMap chart=Chart::Reach(at) layer=Layer::Measure />
        </Provider>
    }
}

/// A chart of the paper's page without the rest of it; `None` if it has no such chart.
pub fn exhibit_alone(chart: Chart) -> Option<AnyView> {
    let page = use_store();
    let id = match chart {
        Chart::Figure(number) => format!("figure-{number}"),
        Chart::Reach(_) => "figure-3".to_owned(),
        Chart::ForumShare => "figure-6".to_owned(),
        Chart::Sessions => "figure-7".to_owned(),
        _ => return None,
    };
    let exhibits = &page.explorer.dataset().exhibits;
    let exhibit = exhibits.iter().find(|exhibit| exhibit.id == id)?;
    if exhibit.instead.is_some() {
        return Some(view! { <p>{exhibit.here.as_str()}</p> }.into_any());
    }
    let ViewState { filters, layer, .. } = decode(&exhibit.view, page.explorer).0;
    let id = exhibit.id.as_str();
    let drawing = move || match chart {
        Chart::Reach(at) => view! { <AgencyMap at /> }.into_any(),
        _ => view! { <Drawing id page layer=layer.clone() /> }.into_any(),
    };
    Some(view! { <Provider value=page.within(filters)>{drawing()}</Provider> }.into_any())
}
