//! The rows of a table as records are made of them.

use explorer_intake::{Cell, Row};
use explorer_loader::Loaded;
use explorer_meaning::mapping::{Meaning, Role};

/// All rows, in view or not, in the order of the file. Columns without a meaning are left out.
pub fn record_rows(loaded: &Loaded) -> Vec<Row> {
    let columns: Vec<(usize, Meaning)> = loaded
        .columns
        .iter()
        .enumerate()
        .filter_map(|(at, column)| Some((at, column.meaning?)))
        .collect();
    let rows = (0..loaded.view.table().len()).map(|row| {
        let cells =
            columns.iter().map(|(at, meaning)| (*meaning, cell(loaded, row, *at, *meaning)));
        Row { number: loaded.row_number(row), cells: cells.collect() }
    });
    explorer_order::ordered(rows.collect(), &|one: &Row, other: &Row| one.number.cmp(&other.number))
}

fn cell(loaded: &Loaded, row: usize, at: usize, meaning: Meaning) -> Cell {
    let whole = |texts: Vec<String>| {
        let texts = texts.into_iter().map(|text| unguarded(text.trim()).to_owned());
        texts.filter(|text| !text.is_empty()).collect::<Vec<_>>()
    };
    let values = whole(loaded.values(row, at));
    let Some(written) = loaded.as_written(row, at) else { return Cell { values, unread: None } };
    let separator = loaded.columns.get(at).and_then(|column| match column.role {
        Role::MultiValue(separator) => Some(separator),
        _ => None,
    });
    // What is no country may be an organization, or a country that is misspelt.
    if matches!(meaning, Meaning::Country | Meaning::Venue) {
        let parts: Vec<String> = match separator {
            Some(separator) => whole(written.split(separator).map(str::to_owned).collect()),
            None => whole(vec![written.to_owned()]),
        };
        if parts.len() > values.len() {
            return Cell { values: parts, unread: None };
        }
    }
    let unread = Some(written.to_owned()).filter(|_| values.is_empty());
    Cell { values, unread }
}

/// A text without the apostrophe by which files keep spreadsheets from taking it for a formula, as the
/// explorer's own do.
fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    }
}

/// The name of the column with a meaning.
pub fn column_name(loaded: &Loaded, meaning: Meaning) -> Option<String> {
    let column = loaded.columns.get(loaded.column_of(meaning)?)?;
    Some(column.name.clone())
}
