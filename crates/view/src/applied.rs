//! Which of the filters a chart applies: what a file says that is taken from it.

use super::chart::Chart;
use super::layer::Layer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters};

/// The filters that a chart applies within `base`, under the layer that its map has, if it is one. It counts
/// under all filters but those of what it compares. `None` if it shows what no filter changes.
pub fn applied(
    chart: Chart,
    layer: Option<&Layer>,
    filters: &Filters,
    base: &Filters,
) -> Option<Filters> {
    if matches!(layer, Some(Layer::Gsi | Layer::Editions | Layer::Edition(_)))
        || matches!(chart, Chart::Figure(4 | 5) | Chart::Members | Chart::ForumSizes)
    {
        return None;
    }
    let mut filters = filters.clone();
    let of_bars = chart.facet();
    let own: &[Facet] = match chart {
        Chart::OfficialRegions => &[Facet::Official, Facet::Region],
        Chart::AgencyOffices => &[Facet::Agency, Facet::Office],
        Chart::Sessions => &[Facet::Forum],
        Chart::Figure(2) | Chart::Reach(_) => &[Facet::Country],
        Chart::Figure(9) => &[Facet::Region],
        _ => of_bars.as_slice(),
    };
    for facet in own {
        filters.clear(*facet);
    }
    if matches!(chart, Chart::Timeline | Chart::Figure(1 | 8) | Chart::ForumShare) {
        filters.range = DateRange::default();
    }
    Some(filters.within(base))
}
