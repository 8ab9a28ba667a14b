//! What is odd about the numbers of a column.

use explorer_reader::number::{is_missing, read_with_either};
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
    /// Numbers such as -9 that mark missing values in tables of this field, and are the only negative ones.
    Sentinels(Vec<String>),
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
            Self::Sentinels(all) => format!(
                "Nothing is negative but {}, which may say that there is no number. Read as it stands.",
                all.join(", ")
            ),
        }
    }
}

/// -9, -99, -999 and the like: two and more eights, sevens or sixes are of surveys.
fn is_sentinel(value: &str) -> bool {
    let Some(digits) = value.trim().strip_prefix(['-', '\u{2212}']) else { return false };
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let least = if digits.starts_with('9') { 1 } else { 2 };
    (least..=5).contains(&digits.len())
        && ['9', '8', '7', '6'].iter().any(|digit| digits.chars().all(|c| c == *digit))
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
        let negative = |value: &&String| read_with_either(value).is_some_and(|n| n < 0.0);
        let negatives: Vec<String> = self.values.keys().filter(negative).cloned().collect();
        if !negatives.is_empty() && negatives.iter().all(|value| is_sentinel(value)) {
            hints.push(NumberHint::Sentinels(negatives));
        }
        hints
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_mark_missing_values_are_told() {
        let told = |values: &[&str]| {
            let values = values.iter().map(|value| ((*value).to_owned(), 1)).collect();
            let column = ColumnProfile { values, ..ColumnProfile::default() };
            column.number_hints().iter().any(|hint| matches!(hint, NumberHint::Sentinels(_)))
        };
        for values in
            [&["39889000", "-9", "0"][..], &["1", "-99", "-9"], &["0.5", "-999"], &["3", "-88.0"]]
        {
            assert!(told(values), "{values:?}");
        }
        for values in [&["1", "2"][..], &["-9", "-8"], &["-9.5", "3"], &["-7", "3"], &["9", "99"]] {
            assert!(!told(values), "{values:?}");
        }
    }
}
