//! Which official meets which region.

use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;
use leptos::prelude::*;

use crate::components::records::heat_map::{HeatWords, RecordHeatMap};

/// Officials and regions as a heat map.
#[component]
pub fn OfficialRegions() -> impl IntoView {
    let words = HeatWords {
        columns_lead: false,
        the: "",
        by: "by Chinese official and region; a joint meeting counts for each official",
        first: "Official",
    };
    let facets = [Facet::Official, Facet::Region];
    view! { <RecordHeatMap chart=Chart::OfficialRegions facets words /> }
}
