//! The overview: charts in the order of a reader's questions.

use leptos::prelude::WithUntracked;
use web_sys::Element;

use super::bar_figure::bar_figure;
use super::empty::empty;
use super::map::map_figure;
use super::markup::el;
use super::store::Store;
use super::timeline_figure::timeline_figure;
use crate::explore::facet::Facet;
use crate::view::chart::Chart;
use crate::view::layer::Layer;

/// The charts, or the explanation of an empty view above them.
pub fn overview(store: Store) -> Vec<Element> {
    vec![empty(store), charts(store, true)]
}

/// The charts; of one counterpart alone without those that compare counterparts.
pub fn charts(store: Store, with_counterparts: bool) -> Element {
    let bars = |which: (Chart, Facet), top: usize, by: &'static str, first: &'static str| {
        bar_figure(store, which, top, by, first)
    };
    let mut charts = vec![timeline_figure(store, Chart::Timeline)];
    if with_counterparts {
        charts.push(map_figure(store, Chart::Map, Some(Layer::Measure)));
        let regions = (Chart::Regions, Facet::Region);
        charts.push(bars(regions, 13, "by region of the counterpart", "Region"));
        let countries = (Chart::Countries, Facet::Country);
        charts.push(bars(countries, 13, "by counterpart country", "Country"));
    }
    let stack = [
        bars((Chart::Agencies, Facet::Agency), 3, "by Chinese agency", "Agency"),
        bars((Chart::Formats, Facet::Format), 3, "by format of the meeting", "Format"),
    ];
    charts.push(el("div").class("stack").all_kept(stack).build());
    let officials = (Chart::Officials, Facet::Official);
    charts.push(bars(officials, 10, "by Chinese official taking part", "Official"));
    let topics = (Chart::Topics, Facet::Topic);
    charts.push(bars(topics, 12, "by topic; a meeting can have several", "Topic"));
    // On the page of one forum there is nothing to compare.
    if store.base.with_untracked(|base| base.selection(Facet::Forum).is_empty()) {
        charts.push(bars((Chart::Forums, Facet::Forum), 12, "by forum or mechanism", "Forum"));
    }
    el("div").class("charts").all_kept(charts).build()
}
