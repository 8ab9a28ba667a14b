//! The numbers behind a chart as a file.

use super::Origin;
use super::csv::Csv;

/// A chart's numbers: headings, and lines of as many cells. Every line also says what was counted
/// and where that comes from.
pub fn csv(
    title: &str,
    headings: &[String],
    lines: impl Iterator<Item = Vec<String>>,
    origin: &Origin,
) -> String {
    let of = [
        ("chart", title),
        ("filters", &origin.filters),
        ("view", &origin.link),
        ("dataset_version", &origin.version),
        ("retrieved", &origin.retrieved),
    ];
    let mut csv = Csv::default();
    csv.line(headings.iter().map(String::as_str).chain(of.iter().map(|(name, _)| *name)));
    for line in lines {
        csv.line(line.iter().map(String::as_str).chain(of.iter().map(|(_, text)| *text)));
    }
    csv.finish()
}
