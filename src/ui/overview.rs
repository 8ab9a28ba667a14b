//! The overview: charts in the order of a reader's questions.

use leptos::prelude::*;

use super::bar_figure::BarFigure;
use super::empty::Empty;
use super::map::MapFigure;
use super::timeline_figure::TimelineFigure;
use crate::explore::facet::Facet;
use crate::view::chart::Chart;

/// The charts, or the explanation of an empty view above them.
#[component]
pub fn Overview() -> impl IntoView {
    view! {
        <Empty />
        {charts(true)}
    }
}

/// The charts; of one counterpart alone without those that compare counterparts.
pub fn charts(with_counterparts: bool) -> impl IntoView {
    let bars = |chart: Chart, facet: Facet, top: usize, by: &'static str, first: &'static str| {
        view! { <BarFigure chart facet top by first /> }
    };
    let counterparts = with_counterparts.then(|| {
        view! {
            <MapFigure full=false />
            {bars(Chart::Regions, Facet::Region, 13, "by region of the counterpart", "Region")}
            {bars(Chart::Countries, Facet::Country, 13, "by counterpart country", "Country")}
        }
        .into_any()
    });
    view! {
        <div class="charts">
            <TimelineFigure />
            {counterparts}
            <div class="stack">
                {bars(Chart::Agencies, Facet::Agency, 3, "by Chinese agency", "Agency")}
                {bars(Chart::Formats, Facet::Format, 3, "by format of the meeting", "Format")}
            </div>
            {bars(Chart::Officials, Facet::Official, 10, "by Chinese official taking part", "Official")}
            {bars(Chart::Topics, Facet::Topic, 12, "by topic; a meeting can have several", "Topic")}
            {bars(Chart::Forums, Facet::Forum, 12, "by forum or mechanism", "Forum")}
        </div>
    }
}
