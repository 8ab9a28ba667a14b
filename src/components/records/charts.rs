//! The charts of a view in the order of a reader's questions: when, where, who, about what.

use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;
use explorer_view::layer::Layer;
use leptos::html;
use leptos::prelude::*;

use super::bars::RecordBars;
use super::map::RecordMap;
use super::timeline::RecordTimeline;
use crate::components::in_turn::{InTurn, beside_last};

/// A facet's bars as every view shows them: how many at first, what is drawn, what heads the table.
fn bars(chart: Chart) -> Option<AnyView> {
    let (top, by, first) = match chart {
        Chart::Regions => (13, "by region of the counterpart", "Region"),
        Chart::Countries => (13, "by counterpart country", "Country"),
        Chart::Formats => (3, "by format of the meeting", "Format"),
        Chart::Offices => (11, "by the counterpart\u{2019}s office", "Office"),
        Chart::Agencies => (3, "by Chinese agency", "Agency"),
        Chart::Officials => (10, "by Chinese official taking part", "Official"),
        Chart::Topics => (12, "by topic; a meeting can have several", "Topic"),
        Chart::Forums => (12, "by forum or mechanism", "Forum"),
        _ => return None,
    };
    let facet = chart.facet()?;
    Some(view! { <RecordBars chart facet top by first /> }.into_any())
}

/// A chart of the records that looks the same in every view; `None` for those that only one view has.
pub fn record_chart(chart: Chart) -> Option<AnyView> {
    match chart {
        Chart::Timeline => Some(view! { <RecordTimeline chart /> }.into_any()),
        Chart::Map => Some(view! { <RecordMap chart layer=Layer::Measure /> }.into_any()),
        chart => bars(chart),
    }
}

/// The charts; on the page about one value of a facet without those that compare such values.
#[component]
pub fn RecordCharts(
    /// The facet that the page is about.
    #[prop(optional_no_strip)]
    about: Option<Facet>,
) -> impl IntoView {
    let mut charts = vec![Chart::Timeline];
    if !matches!(about, Some(Facet::Country | Facet::Organization)) {
        charts.extend([Chart::Map, Chart::Regions, Chart::Countries]);
    }
    if about == Some(Facet::Official) {
        charts.extend([Chart::Formats, Chart::Offices]);
    } else {
        charts.extend([Chart::Agencies, Chart::Formats, Chart::Officials]);
    }
    charts.push(Chart::Topics);
    // On the page of one forum there is nothing to compare.
    if about != Some(Facet::Forum) {
        charts.push(Chart::Forums);
    }
    // Two short charts share the height of a long one.
    let is_stacked = charts.contains(&Chart::Agencies);
    let charts = charts.into_iter().filter(|chart| !(is_stacked && *chart == Chart::Formats));
    let grid = NodeRef::<html::Div>::new();
    let begins = beside_last(grid);
    let charts = charts.map(|chart| {
        view! {
            <InTurn begins>
                {match chart {
                    Chart::Agencies => {
                        let stack = [Chart::Agencies, Chart::Formats].map(record_chart);
                        let stack = stack.into_iter().collect_view();
                        Some(view! { <div class="stack">{stack}</div> }.into_any())
                    }
                    chart => record_chart(chart),
                }}
            </InTurn>
        }
    });
    view! { <div class="charts" node_ref=grid>{charts.collect_view()}</div> }
}
