//! The Chinese officials: who met whom, and at what level.

mod table;

use web_sys::Element;

use super::bar_figure::bar_figure;
use super::empty::empty;
use super::heat_figure::{HeatWords, heat_figure};
use super::markup::el;
use super::store::Store;
use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;

/// The officials, side by side.
pub fn people(store: Store) -> Vec<Element> {
    let regions = heat_figure(
        store,
        Chart::OfficialRegions,
        [Facet::Official, Facet::Region],
        HeatWords {
            columns_lead: false,
            the: "",
            by: "by Chinese official and region; a joint meeting counts for each official",
            first: "Official",
        },
    );
    let offices = heat_figure(
        store,
        Chart::AgencyOffices,
        [Facet::Office, Facet::Agency],
        HeatWords {
            columns_lead: true,
            the: "The ",
            by: "by the counterpart\u{2019}s office and Chinese agency",
            first: "Office",
        },
    );
    let bars = |chart, facet, by, first| bar_figure(store, (chart, facet), 3, by, first);
    let stack = [
        bars(Chart::Agencies, Facet::Agency, "by Chinese agency", "Agency"),
        bars(Chart::Formats, Facet::Format, "by format of the meeting", "Format"),
    ];
    let stack = el("div").class("stack").all_kept(stack).build();
    let charts = el("div").class("charts").all_kept([regions, offices, stack]).build();
    vec![empty(store), table::table(store), charts]
}
