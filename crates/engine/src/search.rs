//! Full-text search over the values of categories and texts.

use crate::bits::Bits;
use crate::crossfilter::Crossfilter;

impl Crossfilter {
    /// Filters to the rows in which every word of the query occurs, in any case and also inside
    /// longer words, in one of the `columns` (or of all where none is named). Only categories
    /// and texts have any. A query without words clears the filter.
    ///
    /// Each distinct value is looked at once, and then the rows as for a facet.
    pub fn search(&mut self, columns: &[usize], query: &str) {
        self.search_folded(columns, query, &|text, folded| {
            if text.is_ascii() {
                folded.push_str(text);
                folded.make_ascii_lowercase();
            } else {
                folded.extend(text.chars().flat_map(char::to_lowercase));
            }
        });
    }

    /// As [`search`](Self::search), with texts compared as `fold` writes them into an empty string: so
    /// a caller can let accents be equal to their base letters.
    pub fn search_folded(
        &mut self,
        columns: &[usize],
        query: &str,
        fold: &dyn Fn(&str, &mut String),
    ) {
        let mut folded = String::new();
        fold(query, &mut folded);
        let words: Vec<String> = folded.split_whitespace().map(str::to_owned).collect();
        self.search_words(columns, &words, &|_, value, folded| fold(value, folded), &|_, _| false);
    }

    /// Filters to the rows in which every word occurs: within what `text` writes for a value of one of
    /// the `columns`, or because `also` says so of the word's place and the row, which is how a caller
    /// looks through dates and numbers. No words clear the filter.
    pub fn search_words(
        &mut self,
        columns: &[usize],
        words: &[String],
        text: &dyn Fn(usize, &str, &mut String),
        also: &dyn Fn(usize, usize) -> bool,
    ) {
        let mut folded = String::new();
        let table = self.table();
        let all =
            (0..table.columns()).filter(|column| columns.is_empty() || columns.contains(column));
        let columns: Vec<usize> =
            all.filter(|&column| table.dictionary(column).is_some()).collect();
        let mut found: Vec<Option<Bits>> = vec![None; words.len()];
        for &column in &columns {
            let dictionary = &table.columns[column].dictionary;
            let mut hits = vec![vec![false; dictionary.len()]; words.len()];
            for (code, value) in dictionary.values().enumerate() {
                folded.clear();
                text(column, value, &mut folded);
                for (hits, word) in hits.iter_mut().zip(words) {
                    hits[code] = folded.contains(word.as_str());
                }
            }
            for (found, hits) in
                found.iter_mut().zip(&hits).filter(|(_, hits)| hits.contains(&true))
            {
                let wanted = |code: usize| hits.get(code).is_some_and(|&hit| hit);
                let rows = table.columns[column].rows_in(table.len(), &wanted);
                match found {
                    Some(found) => found.unite(&rows),
                    None => *found = Some(rows),
                }
            }
        }
        let rows = found
            .into_iter()
            .enumerate()
            .map(|(word, rows)| {
                let mut rows = rows.unwrap_or_else(|| Bits::none(table.len()));
                rows.unite(&Bits::from_fn(table.len(), |row| also(word, row)));
                rows
            })
            .reduce(|mut all, more| {
                all.intersect(&more);
                all
            });
        self.apply(self.filters.search(), Vec::new(), rows);
    }
}
