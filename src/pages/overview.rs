//! The overview: charts in the order of a reader's questions.

use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;
use leptos::prelude::*;

use crate::components::records::bars::RecordBars;
use crate::components::records::facet::RecordFacet;

/// measuring
#[component]
pub fn Overview() -> impl IntoView {
    let facets = [Facet::Agency, Facet::Official, Facet::Rank, Facet::Region, Facet::Country];
    view! {
        <aside class="facets"><div class="facets-scroll">{facets.map(|facet| view! { <RecordFacet facet /> }).into_iter().collect_view()}</div></aside>
        <div class="charts"><crate::components::records::timeline::RecordTimeline chart=Chart::Timeline />
        <RecordBars chart=Chart::Regions facet=Facet::Region top=13 by="by region of the counterpart" first="Region" />
        <RecordBars chart=Chart::Countries facet=Facet::Country top=13 by="by counterpart country" first="Country" />
        </div>
    }
}
