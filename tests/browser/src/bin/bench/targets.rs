//! The marks that the measurements click.

use browser_tests::observed::Observed;
use explorer_view::chart::Chart;

/// So many marks of the overview with something in them, from one chart after the other, the first
/// ones first. The timeline is left out: it is brushed.
pub fn targets(shown: &Observed, count: usize) -> Vec<(Chart, String)> {
    let mut targets = Vec::new();
    for at in 0.. {
        let row: Vec<_> = Chart::OVERVIEW
            .into_iter()
            .skip(1)
            .filter_map(|chart| {
                let marks = &shown.charts.get(chart.id())?.marks;
                let mark = marks.iter().filter(|mark| mark.count > Some(0)).nth(at)?;
                Some((chart, mark.value.clone()))
            })
            .collect();
        if row.is_empty() {
            break;
        }
        targets.extend(row);
    }
    targets.truncate(count);
    targets
}
