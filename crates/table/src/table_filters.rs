//! The filters of a table as they are remembered, so that back and forward lead to them.

use explorer_engine::Crossfilter;

/// What a dimension is filtered to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Chosen {
    dimension: usize,
    included: Vec<u32>,
    excluded: Vec<u32>,
    /// The days of a range, where it is one: not every row of which a day is in it is known to the day.
    days: Option<(i32, i32)>,
}

/// All filters of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableFilters {
    chosen: Vec<Chosen>,
    /// What is searched for in all texts.
    pub search: String,
}

impl TableFilters {
    /// The filters in force; the engine does not keep what is searched for.
    pub fn of(view: &Crossfilter, search: &str) -> Self {
        let chosen = (0..view.table().columns()).map(|dimension| Chosen {
            dimension,
            included: view.selected(dimension),
            excluded: view.excluded(dimension),
            days: view.range_of_days(dimension),
        });
        let is_any = |chosen: &Chosen| {
            chosen.days.is_some() || !chosen.included.is_empty() || !chosen.excluded.is_empty()
        };
        Self { chosen: chosen.filter(is_any).collect(), search: search.to_owned() }
    }

    /// Puts these filters in force and takes all others away; `search` is what is searched for now.
    pub fn apply(&self, view: &mut Crossfilter, search: &str) {
        if self.search != search {
            view.search(&[], &self.search);
        }
        for dimension in 0..view.table().columns() {
            let chosen = self.chosen.iter().find(|chosen| chosen.dimension == dimension);
            let (included, excluded) = chosen.map_or((&[][..], &[][..]), |chosen| {
                (chosen.included.as_slice(), chosen.excluded.as_slice())
            });
            let days = chosen.and_then(|chosen| chosen.days);
            // A filter costs a pass over the rows.
            let is_in_force = view.range_of_days(dimension) == days
                && view.selected(dimension) == included
                && view.excluded(dimension) == excluded
                && (chosen.is_some() || !view.is_filtered(dimension));
            if is_in_force {
                continue;
            }
            // Days are of a dimension that has some: it was they that filtered it.
            if days.is_none() || view.date_range(dimension, days).is_err() {
                view.choose(dimension, included, excluded);
            }
        }
    }
}

/// Filters a dimension to one value; to all where that is the only one already.
pub fn toggle_only(view: &mut Crossfilter, dimension: usize, bin: u32) {
    match view.selected(dimension) == [bin] {
        true => view.clear(dimension),
        false => view.select(dimension, &[bin]),
    }
}

/// Takes all filters away.
pub fn clear_all(view: &mut Crossfilter) {
    view.search(&[], "");
    (0..view.table().columns()).for_each(|column| view.clear(column));
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use explorer_engine::TableBuilder;

    use super::*;

    #[test]
    fn filters_come_back_as_they_were() {
        let mut builder = TableBuilder::new();
        let (place, people) = (builder.category("place"), builder.number("people"));
        for (at, number) in [("a", 2.0), ("b", 5.0), ("a", 4.0), ("c", 9.0)] {
            builder.push(place, at).unwrap();
            builder.push_number(people, number);
        }
        let mut view = Crossfilter::new(builder.finish().unwrap());
        let none = TableFilters::of(&view, "");
        assert_eq!(none, TableFilters::default());
        view.toggle_excluded(place, 0);
        view.search(&[], "b");
        let (some, rows) = (TableFilters::of(&view, "b"), view.in_view());
        assert_eq!(rows, 1);
        none.apply(&mut view, "b");
        assert_eq!((view.in_view(), TableFilters::of(&view, "")), (4, none));
        toggle_only(&mut view, place, 2);
        some.apply(&mut view, "");
        assert_eq!((view.in_view(), TableFilters::of(&view, "b")), (1, some));
        clear_all(&mut view);
        assert_eq!(view.in_view(), 4);
    }

    #[test]
    fn a_range_of_days_comes_back_with_its_days() {
        let mut builder = TableBuilder::new();
        let date = builder.date("date");
        builder.push_span(date, 0, 364);
        builder.push_day(date, Some(500));
        let mut view = Crossfilter::new(builder.finish().unwrap());
        // Of another month only the year is there, and the bins are the same.
        for range in [(31, 58), (59, 89), (400, 410)] {
            view.date_range(date, Some(range)).unwrap();
            let filters = TableFilters::of(&view, "");
            assert_ne!(filters, TableFilters::default());
            view.clear(date);
            filters.apply(&mut view, "");
            assert_eq!(view.range_of_days(date), Some(range));
            view.date_range(date, Some((59, 60))).unwrap();
            filters.apply(&mut view, "");
            assert_eq!(view.range_of_days(date), Some(range));
            TableFilters::default().apply(&mut view, "");
            assert_eq!((view.range_of_days(date), view.in_view()), (None, 2));
        }
    }

    #[test]
    fn only_one_value_clicked_again_is_all_of_them() {
        let mut builder = TableBuilder::new();
        let place = builder.category("place");
        for at in ["a", "b", "a"] {
            builder.push(place, at).unwrap();
        }
        let mut view = Crossfilter::new(builder.finish().unwrap());
        view.toggle_excluded(place, 1);
        toggle_only(&mut view, place, 0);
        assert_eq!((view.selected(place), view.excluded(place)), (vec![0], vec![]));
        toggle_only(&mut view, place, 0);
        assert!(!view.is_filtered(place));
    }
}
