//! The filters of a table in words.

use explorer_loader::Loaded;
use explorer_meaning::country::Countries;
use explorer_meaning::mapping::Role;
use explorer_reader::date::PartialDate;
use serde::{Deserialize, Serialize};

use crate::amount::amount;
use crate::column_kind::{ColumnKind, label};

/// How many chosen values are named one by one.
const NAMED: usize = 3;

/// One of the filters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum FilterPart {
    /// What is searched for.
    Search,
    /// What a dimension is filtered to.
    Included(usize),
    /// What a dimension's filter excludes.
    Excluded(usize),
}

/// A filter in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilterWords {
    /// Which one it is.
    pub part: FilterPart,
    /// What it says: `country: Laos or Vietnam`.
    pub words: String,
}

impl FilterWords {
    /// What tells it from the others.
    pub fn key(&self) -> String {
        let part = match self.part {
            FilterPart::Search => "search".to_owned(),
            FilterPart::Included(column) => format!("included {column}"),
            FilterPart::Excluded(column) => format!("excluded {column}"),
        };
        format!("{part}: {}", self.words)
    }
}

/// A number of days since 1970-01-01 as a date.
pub fn day_words(day: f64) -> String {
    // Days have 32 bits.
    PartialDate::from_days(day as i32).map_or(String::new(), |day| day.to_string())
}

/// All filters in words; `search` is what is searched for.
pub fn filter_words(loaded: &Loaded, countries: &Countries, search: &str) -> Vec<FilterWords> {
    let mut filters = Vec::new();
    if !search.trim().is_empty() {
        let words = format!("\u{201c}{}\u{201d}", search.trim());
        filters.push(FilterWords { part: FilterPart::Search, words });
    }
    for (at, column) in loaded.columns.iter().enumerate() {
        let dimension = column.dimension;
        let name = |bin: u32| label(loaded, countries, at, bin as usize);
        let included = loaded.view.selected(dimension);
        if let Some((first, last)) = loaded.view.range_of_days(dimension) {
            let (from, to) = (day_words(first.into()), day_words(last.into()));
            let words = if from == to { from } else { format!("{from} to {to}") };
            let words = format!("{}: {words}", column.name);
            filters.push(FilterWords { part: FilterPart::Included(dimension), words });
        } else if let (Some(first), Some(last)) = (included.first(), included.last()) {
            let kind = ColumnKind::of(loaded, at);
            let words = if kind.has_values() {
                list(&included, name)
            } else {
                stretch(loaded, at, kind, *first as usize, *last as usize)
            };
            let words = format!("{}: {words}", column.name);
            filters.push(FilterWords { part: FilterPart::Included(dimension), words });
        }
        let excluded = loaded.view.excluded(dimension);
        if !excluded.is_empty() {
            let words = format!("{}: not {}", column.name, list(&excluded, name));
            filters.push(FilterWords { part: FilterPart::Excluded(dimension), words });
        }
    }
    filters
}

/// The first values by name, and how many more there are.
fn list(bins: &[u32], name: impl Fn(u32) -> String) -> String {
    let named: Vec<String> = bins.iter().take(NAMED).map(|bin| name(*bin)).collect();
    match bins.len().saturating_sub(NAMED) {
        0 => named.join(" or "),
        more => format!("{} or {more} more", named.join(", ")),
    }
}

/// From where to where a column of dates or numbers is filtered.
fn stretch(loaded: &Loaded, at: usize, kind: ColumnKind, first: usize, last: usize) -> String {
    let Some(column) = loaded.columns.get(at) else { return String::new() };
    let table = loaded.view.table();
    let (from, to) = if kind == ColumnKind::Dates {
        let days = table.days(column.dimension).unwrap_or_default();
        let day = |bin: usize| days.get(bin).map_or(String::new(), |day| day_words((*day).into()));
        (day(first), day(last))
    } else {
        let is_date = matches!(column.role, Role::Date(_));
        let edge = |bin: usize| match (table.edge(column.dimension, bin), is_date) {
            (Some(edge), true) => day_words(edge),
            (Some(edge), false) => amount(edge),
            (None, _) => String::new(),
        };
        (edge(first), edge(last + 1))
    };
    if from == to && kind == ColumnKind::Dates { from } else { format!("{from} to {to}") }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::rc::Rc;

    use explorer_loader::{Beginning, Loader};

    use super::*;

    #[test]
    fn included_and_excluded_values_read_well() {
        let countries = Countries::from_json(include_str!("../../../data/countries.json"));
        let countries = Rc::new(countries.unwrap());
        let text = "date,country,topic\n2024-01-02,Laos,drugs\n2024-01-03,Serbia,drugs\n\
                    2024-02-01,Laos,police\n";
        let beginning = Beginning::of(text, true, &countries).unwrap();
        let mut loader = Loader::new(beginning.format, beginning.mapping, countries.clone());
        loader.push(text).unwrap();
        let mut loaded = loader.finish().unwrap();
        let dimension = |loaded: &Loaded, at: usize| loaded.columns[at].dimension;
        let (date, country) = (dimension(&loaded, 0), dimension(&loaded, 1));
        loaded.view.choose(country, &[0], &[1]);
        loaded.view.select(date, &[0, 1]);
        let of_days = |loaded: &mut Loaded, first: &str, last: &str| {
            let day = |text: &str| text.parse::<explorer_dataset::date::PartialDate>().unwrap();
            let range = (day(first).first_day(), day(last).last_day());
            loaded.view.date_range(date, Some(range)).unwrap();
            filter_words(loaded, &countries, "").swap_remove(0).words
        };
        // The days that were chosen, not those on which there are rows.
        assert_eq!(of_days(&mut loaded, "2024-01", "2024-01"), "date: 2024-01-01 to 2024-01-31");
        assert_eq!(of_days(&mut loaded, "2024-01-09", "2024-01-09"), "date: 2024-01-09");
        loaded.view.select(date, &[0, 1]);
        let words = filter_words(&loaded, &countries, " police ");
        let words: Vec<&str> = words.iter().map(|filter| filter.words.as_str()).collect();
        assert_eq!(
            words,
            [
                "\u{201c}police\u{201d}",
                "date: 2024-01-02 to 2024-01-03",
                "country: Laos",
                "country: not Serbia"
            ]
        );
    }
}
