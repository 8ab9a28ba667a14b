//! The numbers behind a chart as a file.

use serde::{Deserialize, Serialize};

use super::Origin;
use super::csv::Csv;

/// A chart's numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Numbers {
    /// What the columns are called.
    pub headings: Vec<String>,
    /// As many cells per line.
    pub lines: Vec<Vec<String>>,
}

/// A chart's numbers as a file. Every line also says what was counted and where that comes from: of the
/// records the view and the version, of a reader's own table the name of its file.
pub fn csv(title: &str, numbers: &Numbers, origin: &Origin) -> String {
    let records = [("view", &*origin.link), ("dataset_version", &*origin.version)];
    let own = [("file", &*origin.dataset)];
    let source = if origin.is_own_table() { &own[..] } else { &records };
    let mut of = vec![("chart", title), ("filters", &*origin.filters)];
    of.extend(source);
    of.push(("retrieved", &*origin.retrieved));
    let mut csv = Csv::default();
    csv.line(numbers.headings.iter().map(String::as_str).chain(of.iter().map(|(name, _)| *name)));
    for line in &numbers.lines {
        csv.line(line.iter().map(String::as_str).chain(of.iter().map(|(_, text)| *text)));
    }
    csv.finish()
}
