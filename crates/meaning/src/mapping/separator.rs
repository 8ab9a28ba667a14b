//! Whether the cells of a column hold several values, and what separates them.

use std::collections::BTreeMap;

use super::profile::ColumnProfile;

/// What separates values, the surer first.
pub(super) const SEPARATORS: [char; 5] = [';', '|', '、', '/', ','];

/// The separator of a column. One that stands in a tenth of the cells (in one at least, if the
/// column's name says that it has several values), leaves no long texts, and whose parts are
/// values: at least half of the parts of such cells occur in other cells, too.
pub(super) fn separator(column: &ColumnProfile, expected: bool) -> Option<char> {
    SEPARATORS.into_iter().find(|separator| separates(column, *separator, expected))
}

fn separates(column: &ColumnProfile, separator: char, expected: bool) -> bool {
    let mut cells_of: BTreeMap<&str, u64> = BTreeMap::new();
    let mut several = 0;
    let mut characters = 0;
    for (value, count) in &column.values {
        let mut parts = 0;
        for part in parts_of(value, separator) {
            *cells_of.entry(part).or_default() += count;
            parts += 1;
            characters += part.chars().count();
        }
        several += if parts > 1 { *count } else { 0 };
    }
    let all = column.filled.saturating_sub(column.beyond);
    let enough = if expected { several > 0 } else { several.saturating_mul(10) >= all };
    if !enough || several == 0 {
        return false;
    }
    let parts = column.values.keys().flat_map(|value| parts_of(value, separator)).count();
    if characters > parts.saturating_mul(40) {
        return false;
    }
    let (mut again, mut of_several) = (0_u64, 0_u64);
    for value in column.values.keys().filter(|value| parts_of(value, separator).nth(1).is_some()) {
        for part in parts_of(value, separator) {
            of_several += 1;
            again += u64::from(cells_of.get(part).is_some_and(|cells| *cells > 1));
        }
    }
    // A name that promises several values, and a separator that nothing else is used for.
    let sure = expected && matches!(separator, ';' | '|' | '、');
    sure || again.saturating_mul(2) >= of_several
}

/// The values of a cell, without blanks around them and without empty ones.
pub(super) fn parts_of(cell: &str, separator: char) -> impl Iterator<Item = &str> {
    cell.split(separator).map(str::trim).filter(|part| !part.is_empty())
}
