//! Filters: one selection per facet, a date range, a search text.

use super::facet::Facet;
use super::ids::Ids;
use explorer_dataset::date::{Day, PartialDate};

/// The values of one facet that are included and excluded, by id. A value is never both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    include: Ids,
    exclude: Ids,
}

/// How a value stands in a selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Neither included nor excluded.
    Free,
    /// Included.
    Included,
    /// Excluded.
    Excluded,
}

impl Selection {
    /// Included ids, sorted. Empty: everything not excluded passes.
    pub fn included(&self) -> &Ids {
        &self.include
    }

    /// Excluded ids, sorted.
    pub fn excluded(&self) -> &Ids {
        &self.exclude
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// How `id` stands.
    pub fn standing(&self, id: &str) -> Standing {
        if self.include.contains(id) {
            Standing::Included
        } else if self.exclude.contains(id) {
            Standing::Excluded
        } else {
            Standing::Free
        }
    }

    /// The rule of counting, for one row's values in this facet: it has no excluded value and,
    /// where values are included, at least one of these.
    pub fn passes<'a>(&self, mut values: impl Iterator<Item = &'a str> + Clone) -> bool {
        !values.clone().any(|v| self.exclude.contains(v))
            && (self.include.is_empty() || values.any(|v| self.include.contains(v)))
    }
}

/// A date range; either end may be open, both are inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DateRange {
    from: Option<PartialDate>,
    to: Option<PartialDate>,
    /// Its first and last day; the ends of all time where it has none. Every row of a table asks for them.
    days: (Day, Day),
}

impl Default for DateRange {
    fn default() -> Self {
        Self::new(None, None)
    }
}

impl DateRange {
    /// A range; ends that stand the wrong way round are swapped.
    pub fn new(from: Option<PartialDate>, to: Option<PartialDate>) -> Self {
        let (from, to) = match (from, to) {
            (Some(a), Some(b)) if a.first_day() > b.last_day() => (to, from),
            _ => (from, to),
        };
        let first = from.map_or(Day::MIN, PartialDate::first_day);
        let last = to.map_or(Day::MAX, PartialDate::last_day);
        Self { from, to, days: (first, last) }
    }

    /// Start, inclusive from its first day.
    pub fn from(self) -> Option<PartialDate> {
        self.from
    }

    /// End, inclusive to its last day.
    pub fn to(self) -> Option<PartialDate> {
        self.to
    }

    /// Whether both ends are open.
    pub fn is_open(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether a date overlaps the range; a month does if any of its days lies in it.
    pub fn overlaps(self, first_day: Day, last_day: Day) -> bool {
        let (from, to) = self.days;
        last_day >= from && first_day <= to
    }
}

/// Everything that limits what is in view.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filters {
    selections: [Selection; Facet::COUNT],
    /// The date range.
    pub range: DateRange,
    query: String,
    /// A whole selection that is left out. It has no such part itself.
    except: Option<Box<Filters>>,
}

/// Longest search text, in characters: enough for a title, short enough for a link.
pub const QUERY_MAX: usize = 200;

impl Filters {
    /// The selection of a facet; empty where nothing is chosen.
    pub fn selection(&self, facet: Facet) -> &Selection {
        &self.selections[facet as usize]
    }

    /// The facets in which something is chosen, in display order.
    pub fn selections(&self) -> impl Iterator<Item = (Facet, &Selection)> {
        Facet::ALL.into_iter().zip(&self.selections).filter(|(_, selection)| !selection.is_empty())
    }

    /// The search text, trimmed, single-spaced, at most [`QUERY_MAX`] characters.
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Sets the search text.
    pub fn set_query(&mut self, query: &str) {
        let words: Vec<&str> = query.split_whitespace().collect();
        let text: String = words.join(" ").chars().take(QUERY_MAX).collect();
        self.query = text.trim_end().to_owned();
    }

    /// The selection that is left out as a whole: in view is what does not pass it. No choice of
    /// values says that of several facets together.
    pub fn except(&self) -> Option<&Self> {
        self.except.as_deref()
    }

    /// Leaves a whole selection out, or nothing any more. What that one leaves out itself is
    /// dropped, so that filters do not nest; leaving out nothing in particular is no filter.
    pub fn set_except(&mut self, except: Option<&Self>) {
        let plain = except.map(|except| Self { except: None, ..except.clone() });
        self.except = plain.filter(|plain| !plain.is_empty()).map(Box::new);
    }

    /// Whether nothing is filtered.
    pub fn is_empty(&self) -> bool {
        self.selections().next().is_none()
            && self.range.is_open()
            && self.query.is_empty()
            && self.except.is_none()
    }

    /// These filters within others, whose facets, range and search text go before their own.
    pub fn within(&self, base: &Self) -> Self {
        let mut filters = self.clone();
        for (facet, selection) in base.selections() {
            filters.selections[facet as usize] = selection.clone();
        }
        if !base.range.is_open() {
            filters.range = base.range;
        }
        if !base.query.is_empty() {
            filters.query.clone_from(&base.query);
        }
        if base.except.is_some() {
            filters.except.clone_from(&base.except);
        }
        filters
    }

    /// Sets how a value stands, leaving the facet's other values as they are.
    pub fn set(&mut self, facet: Facet, id: &str, standing: Standing) {
        let selection = &mut self.selections[facet as usize];
        selection.include.set(id, standing == Standing::Included);
        selection.exclude.set(id, standing == Standing::Excluded);
    }

    /// Shows a facet unfiltered again.
    pub fn clear(&mut self, facet: Facet) {
        self.selections[facet as usize] = Selection::default();
    }

    /// A plain click on a mark: only this value; a click on the only included one clears.
    pub fn toggle_only(&mut self, facet: Facet, id: &str) {
        let include = self.selection(facet).included();
        let only = include.len() == 1 && include.contains(id);
        self.clear(facet);
        if !only {
            self.set(facet, id, Standing::Included);
        }
    }

    /// Shift and click on a mark, or a click in a facet: adds the value, or takes it back.
    pub fn toggle_include(&mut self, facet: Facet, id: &str) {
        self.toggle(facet, id, Standing::Included);
    }

    /// Alt and click on a mark: excludes the value, or takes that back.
    pub fn toggle_exclude(&mut self, facet: Facet, id: &str) {
        self.toggle(facet, id, Standing::Excluded);
    }

    fn toggle(&mut self, facet: Facet, id: &str, standing: Standing) {
        let now = self.selection(facet).standing(id);
        self.set(facet, id, if now == standing { Standing::Free } else { standing });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn second_click_clears_shift_adds_alt_excludes() {
        let mut filters = Filters::default();
        filters.toggle_only(Facet::Agency, "MPS");
        filters.toggle_include(Facet::Agency, "MSS");
        assert_eq!(filters.selection(Facet::Agency).included().len(), 2);
        filters.toggle_exclude(Facet::Agency, "MSS");
        assert_eq!(filters.selection(Facet::Agency).standing("MSS"), Standing::Excluded);
        filters.toggle_only(Facet::Agency, "MPS");
        assert!(filters.is_empty(), "the only included value, clicked again, clears the facet");
        filters.toggle_exclude(Facet::Agency, "MPS");
        filters.toggle_exclude(Facet::Agency, "MPS");
        assert_eq!(filters, Filters::default());
    }

    #[test]
    fn what_is_left_out_does_not_nest() {
        let mut inner = Filters::default();
        inner.set_except(Some(&Filters::default()));
        assert!(inner.is_empty(), "to leave out all records would leave nothing to look at");
        inner.set(Facet::Agency, "MPS", Standing::Included);
        let mut outer = Filters::default();
        outer.set_except(Some(&inner));
        assert_eq!(outer.except(), Some(&inner));
        let mut third = Filters::default();
        third.set(Facet::Region, "africa", Standing::Included);
        third.set_except(Some(&inner));
        outer.set_except(Some(&third));
        assert_eq!(outer.except().and_then(Filters::except), None);
        assert_eq!(Filters::default().within(&outer), outer);
        outer.set_except(None);
        assert!(outer.is_empty());
    }

    #[test]
    fn range_is_inclusive_and_takes_whole_months() {
        let date = |t: &str| t.parse::<PartialDate>().ok();
        let range = DateRange::new(date("2024-09-15"), date("2024-10"));
        let overlaps =
            |t: &str| date(t).is_some_and(|d| range.overlaps(d.first_day(), d.last_day()));
        assert!(overlaps("2024-09") && overlaps("2024-09-15") && overlaps("2024-10-31"));
        assert!(!overlaps("2024-09-14") && !overlaps("2024-11") && !overlaps("2024-08"));
        assert_eq!(
            DateRange::new(date("2025"), date("2024")),
            DateRange::new(date("2024"), date("2025"))
        );
    }
}
