//! The names of the columns.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// Something about a file that is no problem of a row and that its owner should know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Note {
    /// A column has no name, and was given one.
    Unnamed {
        /// Its place, from 1.
        column: usize,
        /// The name it was given.
        name: String,
    },
    /// Two columns have the same name, and the later one was given another.
    Renamed {
        /// The name that stands twice.
        from: String,
        /// The name it was given.
        to: String,
    },
    /// A list in JSON became one cell whose values are separated by `; `.
    Joined {
        /// The column.
        column: String,
    },
    /// An object in JSON became columns of their own, `a.b`.
    Flattened {
        /// The key of the object.
        column: String,
    },
    /// Of several lists in JSON one is the table.
    Chosen {
        /// Where it stands, as `data.rows`.
        taken: String,
        /// Where the others stand, with how many items they have.
        others: Vec<String>,
    },
    /// Quotes stand within cells that are not quoted, and are taken for what they are.
    StrayQuotes(u64),
    /// Rows with no text in any cell are left out.
    EmptyRows(u64),
    /// Lines with nothing in them are left out.
    BlankLines(u64),
    /// Rows have fewer cells than the table has columns; the last ones are empty.
    ShortRows(u64),
    /// Rows above the names of the columns are left out.
    AboveHeader(u64),
    /// A row between the names and the table is left out: units, say.
    BelowHeader {
        /// Its number.
        row: u64,
        /// It as it stands in the file.
        text: String,
    },
    /// No row has the names of the columns: they are called by their places.
    NoHeader,
    /// Rows end in separators with nothing behind, beyond the last column.
    TrailingSeparators(u64),
}

/// Trims the names and makes them unique and not empty, telling what was changed.
pub(crate) fn names<'n>(
    given: impl Iterator<Item = &'n str>,
    notes: &mut Vec<Note>,
) -> Vec<String> {
    let given: Vec<&str> = given.map(str::trim).collect();
    // A name made up must not be one that stands further to the right.
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut reserved: BTreeSet<String> = BTreeSet::new();
    reserved.extend(given.iter().map(|&name| name.to_owned()));
    let mut names = Vec::with_capacity(given.len());
    for (at, name) in given.iter().enumerate() {
        let unique = if name.is_empty() {
            let base = format!("column {}", at + 1);
            let made = first_free(&base, &taken, &reserved);
            notes.push(Note::Unnamed { column: at + 1, name: made.clone() });
            made
        } else if taken.contains(*name) {
            let made = first_free(name, &taken, &reserved);
            notes.push(Note::Renamed { from: (*name).to_owned(), to: made.clone() });
            made
        } else {
            (*name).to_owned()
        };
        taken.insert(unique.clone());
        names.push(unique);
    }
    names
}

/// `base`, or `base (2)`, `base (3)`, …: the first that nothing has.
fn first_free(base: &str, taken: &BTreeSet<String>, reserved: &BTreeSet<String>) -> String {
    let free = |name: &String| !taken.contains(name) && !reserved.contains(name);
    let plain = Some(base.to_owned()).filter(free);
    // There are fewer names than numbers.
    plain.or_else(|| (2..).map(|n: u64| format!("{base} ({n})")).find(free)).unwrap_or_default()
}

/// A number that stands for a header: two files with the same columns, in the same order and
/// whatever their case, have the same one. FNV-1a (<http://www.isthe.com/chongo/tech/comp/fnv/>),
/// as 16 hexadecimal digits.
pub fn fingerprint(names: &[String]) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    for name in names {
        name.trim().to_lowercase().bytes().for_each(&mut add);
        // Stands in no name of UTF-8 text.
        add(0xff);
    }
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_never_empty() {
        let mut notes = Vec::new();
        let given = ["a", "", "a", "a (2)", " b ", "a", "column 2"];
        let names = names(given.into_iter(), &mut notes);
        assert_eq!(names, ["a", "column 2 (2)", "a (3)", "a (2)", "b", "a (4)", "column 2"]);
        assert_eq!(notes.len(), 3);
    }

    #[test]
    fn fingerprints_know_order_and_borders() {
        let of = |names: &[&str]| {
            fingerprint(&names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(of(&["Date", "Country"]), of(&["date", " country "]));
        assert_ne!(of(&["date", "country"]), of(&["country", "date"]));
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
    }
}
