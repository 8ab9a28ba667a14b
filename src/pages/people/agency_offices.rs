//! Which agency meets which foreign office.

use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;
use leptos::prelude::*;

use crate::components::records::heat_map::{HeatWords, RecordHeatMap};

/// Offices and agencies as a heat map.
#[component]
pub fn AgencyOffices() -> impl IntoView {
    let words = HeatWords {
        columns_lead: true,
        the: "The ",
        by: "by the counterpart\u{2019}s office and Chinese agency",
        first: "Office",
    };
    let facets = [Facet::Office, Facet::Agency];
    view! { <RecordHeatMap chart=Chart::AgencyOffices facets words /> }
}
