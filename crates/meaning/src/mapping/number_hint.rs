//! What is odd about the numbers of a column.

use explorer_reader::number::is_missing;
use explorer_reader::problem::shortened;

use super::profile::ColumnProfile;

/// How many different markers are named.
const MARKERS: usize = 3;

/// Something that a reader should know of the numbers in a column before they are added up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberHint {
    /// Cells that say that there is no number, and with which words: the first different ones.
    Missing(u64, Vec<String>),
    /// Percent signs are left out: 12% is 12.
    Percent,
    /// The amounts are in several currencies.
    Currencies(Vec<String>),
}

impl NumberHint {
    /// It in words.
    pub fn words(&self) -> String {
        match self {
            Self::Missing(1, markers) => {
                format!("1 cell says that there is no number: {}.", markers.join(", "))
            }
            Self::Missing(count, markers) => {
                format!("{count} cells say that there is no number: {}.", markers.join(", "))
            }
            Self::Percent => "Percent signs are left out: 12% is 12.".to_owned(),
            Self::Currencies(all) => format!(
                "These amounts are in several currencies ({}). They are added up as they stand.",
                all.join(", ")
            ),
        }
    }
}

impl ColumnProfile {
    /// What is odd about the column's numbers.
    pub fn number_hints(&self) -> Vec<NumberHint> {
        let mut hints = Vec::new();
        if self.missing > 0 {
            let markers = self.values.keys().filter(|value| is_missing(value)).take(MARKERS);
            let markers = markers.map(|marker| shortened(marker, 16)).collect();
            hints.push(NumberHint::Missing(self.missing, markers));
        }
        if self.values.keys().any(|value| value.contains(['%', '\u{ff05}'])) {
            hints.push(NumberHint::Percent);
        }
        if self.forms.currencies.len() > 1 {
            hints.push(NumberHint::Currencies(
                self.forms.currencies.iter().map(|name| name.to_string()).collect(),
            ));
        }
        hints
    }
}
