//! The overview: charts in the order of a reader's questions.

use web_sys::Element;

use super::bar_figure::bar_figure;
use super::empty::empty;
use super::map::map_figure;
use super::markup::el;
use super::store::Store;
use super::timeline_figure::timeline_figure;
use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;
use explorer_view::layer::Layer;

/// The charts, or the explanation of an empty view above them.
pub fn overview(store: Store) -> Vec<Element> {
    vec![empty(store), charts(store, None)]
}

/// The charts; on the page about one value of a facet without those that compare such values.
pub fn charts(store: Store, about: Option<Facet>) -> Element {
    let bars = |which: (Chart, Facet), top: usize, by: &'static str, first: &'static str| {
        bar_figure(store, which, top, by, first)
    };
    let mut charts = vec![timeline_figure(store, Chart::Timeline)];
    if !matches!(about, Some(Facet::Country | Facet::Organization)) {
        charts.push(map_figure(store, Chart::Map, Some(Layer::Measure)));
        let regions = (Chart::Regions, Facet::Region);
        charts.push(bars(regions, 13, "by region of the counterpart", "Region"));
        let countries = (Chart::Countries, Facet::Country);
        charts.push(bars(countries, 13, "by counterpart country", "Country"));
    }
    let formats = bars((Chart::Formats, Facet::Format), 3, "by format of the meeting", "Format");
    if about == Some(Facet::Official) {
        charts.push(formats);
        let offices = (Chart::Offices, Facet::Office);
        charts.push(bars(offices, 11, "by the counterpart\u{2019}s office", "Office"));
    } else {
        let agencies = (Chart::Agencies, Facet::Agency);
        let stack = [bars(agencies, 3, "by Chinese agency", "Agency"), formats];
        charts.push(el("div").class("stack").all_kept(stack).build());
        let officials = (Chart::Officials, Facet::Official);
        charts.push(bars(officials, 10, "by Chinese official taking part", "Official"));
    }
    let topics = (Chart::Topics, Facet::Topic);
    charts.push(bars(topics, 12, "by topic; a meeting can have several", "Topic"));
    // On the page of one forum there is nothing to compare.
    if about != Some(Facet::Forum) {
        charts.push(bars((Chart::Forums, Facet::Forum), 12, "by forum or mechanism", "Forum"));
    }
    el("div").class("charts").all_kept(charts).build()
}
