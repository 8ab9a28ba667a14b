//! A search through what a table shows and what was written in its file.

use explorer_meaning::country::{Countries, fold_for_search};
use explorer_meaning::mapping::{Meaning, Role};

use crate::loaded::Loaded;

impl Loaded {
    /// Filters to the rows in which every word of the query occurs in some column, in any case, with or
    /// without accents, in wide or narrow forms, also inside longer words: in a text, in a date or a
    /// number as [`cell`](Self::cell) shows it, in the code or any known name of a country, in what stands
    /// where it could not be read. A query without words clears the filter.
    pub fn search(&mut self, query: &str, countries: &Countries) {
        let mut folded = String::new();
        fold_for_search(query, &mut folded);
        let words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
        if words.is_empty() {
            return self.view.search_words(&[], &words, &|_, _, _| {}, &|_, _| false);
        }
        let is_country = |dimension: usize| {
            let column = self.columns.iter().find(|column| column.dimension == dimension);
            let meaning = column.and_then(|column| column.meaning);
            matches!(meaning, Some(Meaning::Country | Meaning::Venue))
        };
        let of_countries: Vec<bool> = (0..self.view.table().columns()).map(is_country).collect();
        let chosen = self.mapping.countries.clone();
        let text = |dimension: usize, value: &str, folded: &mut String| {
            fold_for_search(value, folded);
            if of_countries.get(dimension) != Some(&true) {
                return;
            }
            let country = countries.list().iter().find(|country| country.iso3 == value);
            let own = country.into_iter().flat_map(|country| [&country.name_en, &country.name_zh]);
            let meant = chosen.iter().filter(|(_, code)| *code == value).map(|(name, _)| name);
            for name in own.chain(meant) {
                folded.push('\n');
                fold_for_search(name, folded);
            }
            for name in countries.names_of(value) {
                folded.push('\n');
                folded.push_str(name);
            }
        };
        let further = words.iter().map(|word| {
            let written = self.rows_written(|text| {
                let mut folded = String::new();
                fold_for_search(text, &mut folded);
                folded.contains(word.as_str())
            });
            either(self.rows_showing(word), written)
        });
        let further: Vec<Vec<bool>> = further.collect();
        let also = |word: usize, row: usize| {
            further.get(word).and_then(|rows| rows.get(row)).is_some_and(|&shows| shows)
        };
        self.view.search_words(&[], &words, &text, &also);
    }

    /// Per row whether a date or a number of it shows that word; none where the word is in no such.
    fn rows_showing(&self, word: &str) -> Vec<bool> {
        let is_of_numbers = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '+' | 'e');
        if !word.bytes().any(|byte| byte.is_ascii_digit()) || !word.chars().all(is_of_numbers) {
            return Vec::new();
        }
        let rows = self.view.table().len();
        let mut shows = vec![false; rows];
        for (at, column) in self.columns.iter().enumerate() {
            match column.role {
                Role::Date(_) => {
                    // Rows stand in the order of dates: most have that of the row before.
                    let mut before = (None, false);
                    for (row, shows) in shows.iter_mut().enumerate() {
                        let date = self.date_in(row, at);
                        if date != before.0 {
                            before = (date, date.is_some_and(|d| d.to_string().contains(word)));
                        }
                        *shows |= before.1;
                    }
                }
                Role::Number(_) => {
                    for (row, shows) in shows.iter_mut().enumerate() {
                        *shows = *shows || self.cell(row, at).contains(word);
                    }
                }
                _ => {}
            }
        }
        shows
    }
}

/// The rows of either; an empty list has none.
fn either(mut some: Vec<bool>, others: Vec<bool>) -> Vec<bool> {
    if some.is_empty() {
        return others;
    }
    some.iter_mut().zip(others).for_each(|(row, other)| *row |= other);
    some
}
