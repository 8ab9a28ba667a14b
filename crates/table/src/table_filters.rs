//! The filters of a table: what the view sends with each step, and what back and forward lead to.

use std::collections::BTreeMap;

use explorer_engine::Crossfilter;
use explorer_reader::date::Day;
use serde::{Deserialize, Serialize};

use crate::filter_words::FilterPart;

/// What a dimension is filtered to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Chosen {
    /// Bins, ascending.
    included: Vec<u32>,
    /// Bins, ascending; none of them is included.
    excluded: Vec<u32>,
    /// The days of a range, in the place of bins: not every row of which a day is in it is known to the day.
    days: Option<(Day, Day)>,
}

/// All filters of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TableFilters {
    /// By dimensions; none that filters nothing.
    chosen: BTreeMap<usize, Chosen>,
    /// What is searched for in all texts.
    pub search: String,
}

impl TableFilters {
    /// Whether a dimension is filtered.
    pub fn is_filtered(&self, dimension: usize) -> bool {
        self.chosen.contains_key(&dimension)
    }

    /// The bins that a dimension is filtered to, ascending.
    pub fn included(&self, dimension: usize) -> &[u32] {
        self.chosen.get(&dimension).map_or(&[], |chosen| &chosen.included)
    }

    /// The bins that a dimension's filter excludes, ascending.
    pub fn excluded(&self, dimension: usize) -> &[u32] {
        self.chosen.get(&dimension).map_or(&[], |chosen| &chosen.excluded)
    }

    /// The first and the last day that a dimension of dates is filtered to.
    pub fn days(&self, dimension: usize) -> Option<(Day, Day)> {
        self.chosen.get(&dimension)?.days
    }

    /// Adds a bin to those that a dimension is filtered to, or takes it out.
    pub fn toggle(&mut self, dimension: usize, bin: u32) {
        self.change(dimension, |chosen| {
            chosen.excluded.retain(|other| *other != bin);
            toggle_in(&mut chosen.included, bin);
        });
    }

    /// Adds a bin to those that a dimension's filter excludes, or takes it out.
    pub fn toggle_excluded(&mut self, dimension: usize, bin: u32) {
        self.change(dimension, |chosen| {
            chosen.included.retain(|other| *other != bin);
            toggle_in(&mut chosen.excluded, bin);
        });
    }

    /// Filters a dimension to one value; to all where that is the only one already.
    pub fn toggle_only(&mut self, dimension: usize, bin: u32) {
        let is_only = self.included(dimension) == [bin];
        self.clear(dimension);
        if !is_only {
            self.toggle(dimension, bin);
        }
    }

    /// Filters a dimension to the bins from one to before another.
    pub fn choose_bins(&mut self, dimension: usize, from: u32, to: u32) {
        let included = (from..to).collect();
        self.change(dimension, |chosen| *chosen = Chosen { included, ..Chosen::default() });
    }

    /// Filters a dimension of dates to the days from one to another.
    pub fn choose_days(&mut self, dimension: usize, first: Day, last: Day) {
        let days = Some((first, last));
        self.change(dimension, |chosen| *chosen = Chosen { days, ..Chosen::default() });
    }

    /// Clears a dimension's filter.
    pub fn clear(&mut self, dimension: usize) {
        self.chosen.remove(&dimension);
    }

    /// Takes one of the filters away.
    pub fn take_away(&mut self, part: FilterPart) {
        match part {
            FilterPart::Search => self.search.clear(),
            FilterPart::Included(dimension) => self.change(dimension, |chosen| {
                chosen.included.clear();
                chosen.days = None;
            }),
            FilterPart::Excluded(dimension) => {
                self.change(dimension, |chosen| chosen.excluded.clear());
            }
        }
    }

    fn change(&mut self, dimension: usize, change: impl FnOnce(&mut Chosen)) {
        let chosen = self.chosen.entry(dimension).or_default();
        change(chosen);
        if *chosen == Chosen::default() {
            self.chosen.remove(&dimension);
        }
    }

    /// Puts these filters in force and takes all others away, but for the search. `brushed` is the
    /// dimension over whose chart a drag goes on: once per drag all is counted that its steps will need.
    pub fn apply(&self, view: &mut Crossfilter, brushed: Option<usize>) {
        let nothing = Chosen::default();
        let is_brushed = |dimension: usize| brushed == Some(dimension);
        let columns = view.table().columns();
        let others = (0..columns).filter(|dimension| !is_brushed(*dimension));
        // A brush counts under all other filters.
        for dimension in others.chain(brushed.filter(|dimension| *dimension < columns)) {
            let chosen = self.chosen.get(&dimension).unwrap_or(&nothing);
            // A filter costs a pass over the rows.
            if !chosen.is_in_force(view, dimension) {
                chosen.apply(view, dimension, is_brushed(dimension));
            }
        }
    }
}

impl Chosen {
    fn is_in_force(&self, view: &Crossfilter, dimension: usize) -> bool {
        let Self { included, excluded, days } = self;
        let has_bins =
            || view.selected(dimension) == *included && view.excluded(dimension) == *excluded;
        view.range_of_days(dimension) == *days
            && (days.is_some() || has_bins())
            && (*self != Self::default() || !view.is_filtered(dimension))
    }

    fn apply(&self, view: &mut Crossfilter, dimension: usize, is_brushed: bool) {
        let Self { included, excluded, days } = self;
        let is_filtered = *self != Self::default();
        let by_bins = is_brushed && is_filtered && view.start_brush(dimension).is_ok();
        if let Some((first, last)) = *days {
            let filtered = match by_bins {
                true => view.brush_days(dimension, first, last),
                false => view.date_range(dimension, Some((first, last))),
            };
            if filtered.is_ok() {
                return;
            }
        }
        match (included.first(), included.last()) {
            (Some(first), Some(last)) if by_bins && excluded.is_empty() => {
                // A drag chooses bins that follow each other.
                view.brush(*first as usize, *last as usize + 1);
            }
            _ => view.choose(dimension, included, excluded),
        }
    }
}

/// Puts a bin into an ascending list, or takes it out.
fn toggle_in(bins: &mut Vec<u32>, bin: u32) {
    match bins.binary_search(&bin) {
        Ok(at) => _ = bins.remove(at),
        Err(at) => bins.insert(at, bin),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use explorer_engine::TableBuilder;
    use proptest::prelude::*;

    use super::*;

    /// Three places, and days of which one is known to the year only.
    fn view() -> (Crossfilter, usize, usize) {
        let mut builder = TableBuilder::new();
        let (place, date) = (builder.category("place"), builder.date("date"));
        for at in ["a", "b", "a", "c"] {
            builder.push(place, at).unwrap();
        }
        builder.push_span(date, 0, 364);
        for day in [Some(500), Some(40), None] {
            builder.push_day(date, day);
        }
        (Crossfilter::new(builder.finish().unwrap()), place, date)
    }

    #[test]
    fn a_range_of_days_comes_back_with_its_days() {
        let (mut view, _, date) = view();
        // Of another month only the year is there, and the bins are the same.
        for range in [(31, 38), (59, 89), (400, 410)] {
            let mut filters = TableFilters::default();
            filters.choose_days(date, range.0, range.1);
            for brushed in [None, Some(date)] {
                filters.apply(&mut view, brushed);
                assert_eq!(view.range_of_days(date), Some(range));
            }
            TableFilters::default().apply(&mut view, None);
            assert_eq!((view.range_of_days(date), view.in_view()), (None, 4));
        }
    }

    #[test]
    fn only_one_value_clicked_again_is_all_of_them() {
        let (_, place, _) = view();
        let mut filters = TableFilters::default();
        filters.toggle_excluded(place, 1);
        filters.toggle_only(place, 0);
        assert_eq!((filters.included(place), filters.excluded(place)), (&[0][..], &[][..]));
        filters.toggle_only(place, 0);
        assert_eq!(filters, TableFilters::default());
    }

    #[test]
    fn each_part_is_taken_away_alone() {
        let (_, place, date) = view();
        let mut filters = TableFilters { search: "x".to_owned(), ..TableFilters::default() };
        filters.toggle(place, 2);
        filters.toggle_excluded(place, 0);
        filters.choose_days(date, 3, 9);
        filters.take_away(FilterPart::Included(place));
        assert_eq!((filters.included(place), filters.excluded(place)), (&[][..], &[0][..]));
        filters.take_away(FilterPart::Excluded(place));
        assert!(!filters.is_filtered(place));
        filters.take_away(FilterPart::Search);
        assert_eq!(filters.days(date), Some((3, 9)));
        filters.take_away(FilterPart::Included(date));
        assert_eq!(filters, TableFilters::default());
    }

    #[derive(Debug, Clone)]
    enum Click {
        Toggle(u32),
        Exclude(u32),
        Clear,
    }

    fn clicks() -> impl Strategy<Value = Vec<Click>> {
        let click = prop_oneof![
            (0_u32..3).prop_map(Click::Toggle),
            (0_u32..3).prop_map(Click::Exclude),
            Just(Click::Clear)
        ];
        prop::collection::vec(click, 0..12)
    }

    proptest! {
        #[test]
        fn clicks_are_what_the_engine_makes_of_them(clicks in clicks()) {
            let ((mut direct, place, _), (mut followed, ..)) = (view(), view());
            let mut filters = TableFilters::default();
            for click in clicks {
                match click {
                    Click::Toggle(bin) => {
                        direct.toggle(place, bin);
                        filters.toggle(place, bin);
                    }
                    Click::Exclude(bin) => {
                        direct.toggle_excluded(place, bin);
                        filters.toggle_excluded(place, bin);
                    }
                    Click::Clear => {
                        direct.clear(place);
                        filters.clear(place);
                    }
                }
                filters.apply(&mut followed, None);
                prop_assert_eq!(filters.included(place), direct.selected(place));
                prop_assert_eq!(filters.excluded(place), direct.excluded(place));
                prop_assert_eq!(filters.is_filtered(place), direct.is_filtered(place));
                prop_assert_eq!(followed.in_view(), direct.in_view());
                prop_assert_eq!(followed.all_counts(), direct.all_counts());
            }
        }
    }
}
