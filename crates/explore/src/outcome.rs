//! What a set of filters leaves: rows, the three numbers, counts per facet value and per month.

use super::bitset::BitSet;
use super::facet::Facet;
use super::filter::{Filters, Standing};
use super::grain::Grain;
use super::measure::Measure;
use super::table::{Column, Table};

/// The three numbers of a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Event × counterpart.
    pub interactions: u32,
    /// Distinct events.
    pub events: u32,
    /// Distinct countries.
    pub countries: u32,
}

impl Summary {
    /// Those of some rows.
    pub fn of(table: &Table, rows: &BitSet) -> Self {
        Self {
            interactions: measured(table, rows, Measure::Interactions),
            events: measured(table, rows, Measure::Events),
            countries: measured(table, rows, Measure::Countries),
        }
    }

    /// The number for a measure.
    pub fn get(self, measure: Measure) -> u32 {
        match measure {
            Measure::Interactions => self.interactions,
            Measure::Events => self.events,
            Measure::Countries => self.countries,
        }
    }
}

/// What one set of filters leaves of a table.
///
/// Crossfilter semantics: a facet's counts are taken under all filters but its own, the time
/// counts under all filters but the date range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Rows that pass every filter.
    pub rows: BitSet,
    /// The three numbers of those rows.
    pub summary: Summary,
    /// The measure that the counts are in.
    pub measure: Measure,
    facets: Vec<FacetCounts>,
    outside_range: BitSet,
    /// The same of what is certain; `None` where all of it is, or where this is that already.
    certain: Option<Box<Self>>,
}

/// Hands on the bins of a row.
type BinsOf<'a> = dyn Fn(usize, &mut dyn FnMut(usize)) + 'a;

/// A facet's counts under all filters but its own.
#[derive(Debug, Clone, PartialEq, Eq)]
struct FacetCounts {
    by_code: Vec<u32>,
    whole: u32,
}

impl Outcome {
    /// Applies filters to a table.
    pub fn of(table: &Table, filters: &Filters, measure: Measure) -> Self {
        let masks = Masks::new(table, filters);
        let rows = masks.all();
        let rows_of = |left_out| masks.without(left_out).unwrap_or_else(|| rows.clone());
        Self::with_certain(table, &rows_of(None), &rows, &|facet| rows_of(Some(facet)), measure)
    }

    /// The counts of some rows as they are, whatever filters left them: of no facet are values
    /// counted that are not among the rows. This is what is compared with other rows.
    pub fn of_rows(table: &Table, rows: BitSet, measure: Measure) -> Self {
        Self::with_certain(table, &rows, &rows, &|_| rows.clone(), measure)
    }

    /// Counts rows, and those of them that are certain. `others` are the rows under all filters but
    /// those of a facet.
    fn with_certain(
        table: &Table,
        outside_range: &BitSet,
        rows: &BitSet,
        others: &dyn Fn(Facet) -> BitSet,
        measure: Measure,
    ) -> Self {
        let of = |within: Option<&BitSet>| {
            let kept = |mut rows: BitSet| {
                within.into_iter().for_each(|within| rows.intersect(within));
                rows
            };
            let count =
                |&facet: &Facet| counts(table, &kept(others(facet)), table.column(facet), measure);
            let rows = kept(rows.clone());
            Self {
                summary: Summary::of(table, &rows),
                rows,
                measure,
                facets: Facet::ALL.iter().map(count).collect(),
                outside_range: kept(outside_range.clone()),
                certain: None,
            }
        };
        let (mut whole, certain) = (of(None), of(Some(table.certain())));
        whole.certain = (whole != certain).then(|| Box::new(certain));
        whole
    }

    /// The same as if all that is uncertain had been left out. What is uncertain of a count is the
    /// difference: an event of which one counterpart is certain, and a country that one certain record
    /// has, are certain.
    pub fn certain(&self) -> &Self {
        self.certain.as_deref().unwrap_or(self)
    }

    /// How much of the measure in view is uncertain.
    pub fn uncertain(&self) -> u32 {
        let of = |outcome: &Self| outcome.summary.get(self.measure);
        of(self).saturating_sub(of(self.certain()))
    }

    /// How much of each of a facet's values is uncertain, by code, under all filters but the facet's own.
    pub fn uncertain_of(&self, facet: Facet) -> Vec<u32> {
        less(self.facet(facet), self.certain().facet(facet))
    }

    /// Counts of a facet's values by code, under all filters but the facet's own.
    pub fn facet(&self, facet: Facet) -> &[u32] {
        &self.facets[facet as usize].by_code
    }

    /// The measure of everything that a facet's values are counted in: all filters but its own.
    pub fn whole(&self, facet: Facet) -> u32 {
        self.facets[facet as usize].whole
    }

    /// Counts of a facet's values by code, under all filters: of what is in view only.
    pub fn in_view(&self, table: &Table, facet: Facet) -> Vec<u32> {
        counted(table, &self.rows, facet, self.measure)
    }

    /// Rows that pass every filter but the date range.
    pub fn at_any_time(&self) -> &BitSet {
        &self.outside_range
    }

    /// Counts per time bin and value of `split`, under all filters but the date range.
    ///
    /// `result[bin][code]`; with [`Measure::Countries`] a country is counted once per bin and code.
    pub fn over_time(&self, table: &Table, grain: Grain, split: Facet) -> Vec<Vec<u32>> {
        let Some((first, last)) = table.months() else { return Vec::new() };
        let bins = grain.bins(first, last).len();
        self.split(table, &self.outside_range, split, bins, &|row, add| {
            add(grain.bin_of(first, table.month(row)));
        })
    }

    /// Counts of what is in view per calendar year of the data's span and value of `split`:
    /// `result[year][code]`.
    pub fn by_year(&self, table: &Table, split: Facet) -> Vec<Vec<u32>> {
        let years = table.years();
        let first = years.clone().next().unwrap_or_default();
        self.split(table, &self.rows, split, years.count(), &|row, add| {
            add(usize::try_from(table.month(row).div_euclid(12) - first).unwrap_or_default());
        })
    }

    /// Counts of what is in view per value of both facets: `result[code of one][code of other]`.
    /// A row with several values counts for each.
    pub fn cross(&self, table: &Table, one: Facet, other: Facet) -> Vec<Vec<u32>> {
        let column = table.column(one);
        let bins = column.dictionary().entries().len();
        self.split(table, &self.rows, other, bins, &|row, add| {
            column.codes(row).iter().for_each(|code| add(usize::from(*code)));
        })
    }

    /// Counts of `rows` per bin, of which `bins_of` names those of a row, and value of a facet.
    fn split(
        &self,
        table: &Table,
        rows: &BitSet,
        facet: Facet,
        bins: usize,
        bins_of: &BinsOf<'_>,
    ) -> Vec<Vec<u32>> {
        let column = table.column(facet);
        let width = column.dictionary().entries().len();
        let mut counter = Counter::new(table, self.measure, bins * width);
        for row in rows.iter() {
            bins_of(row, &mut |bin| {
                for &code in column.codes(row) {
                    counter.add(row, bin * width + usize::from(code));
                }
            });
        }
        counter.counts.chunks(width.max(1)).map(<[u32]>::to_vec).collect()
    }

    /// Counts per time bin of what has no value of a facet; under all filters but the date range.
    pub fn over_time_without(&self, table: &Table, grain: Grain, facet: Facet) -> Vec<u32> {
        let Some((first, last)) = table.months() else { return Vec::new() };
        let mut counter = Counter::new(table, self.measure, grain.bins(first, last).len());
        let column = table.column(facet);
        for row in self.outside_range.iter().filter(|row| column.codes(*row).is_empty()) {
            counter.add(row, grain.bin_of(first, table.month(row)));
        }
        counter.counts
    }

    /// Counts per time bin, not split; under all filters but the date range.
    pub fn over_time_unsplit(&self, table: &Table, grain: Grain) -> Vec<u32> {
        let Some((first, last)) = table.months() else { return Vec::new() };
        let mut counter = Counter::new(table, self.measure, grain.bins(first, last).len());
        for row in self.outside_range.iter() {
            counter.add(row, grain.bin_of(first, table.month(row)));
        }
        counter.counts
    }
}

/// The rows that pass each active filter.
struct Masks {
    /// `None` is the date range; the search text and what is left out are always applied.
    masks: Vec<(Option<Facet>, BitSet)>,
    search: BitSet,
}

impl Masks {
    fn new(table: &Table, filters: &Filters) -> Self {
        let len = table.len();
        let mut masks = Vec::new();
        for (facet, selection) in filters.selections() {
            let column = table.column(facet);
            let standing: Vec<Standing> =
                column.dictionary().entries().iter().map(|e| selection.standing(&e.id)).collect();
            let any_included = !selection.included().is_empty();
            let passes = |row: usize| {
                let mut included = false;
                for &code in column.codes(row) {
                    match standing[usize::from(code)] {
                        Standing::Excluded => return false,
                        Standing::Included => included = true,
                        Standing::Free => {}
                    }
                }
                included || !any_included
            };
            masks.push((Some(facet), BitSet::from_fn(len, passes)));
        }
        if !filters.range.is_open() {
            let overlaps = |row: usize| {
                let (first, last) = table.days(row);
                filters.range.overlaps(first, last)
            };
            masks.push((None, BitSet::from_fn(len, overlaps)));
        }
        let mut search = if filters.query().is_empty() {
            BitSet::all(len)
        } else {
            let search = table.search(filters.query());
            BitSet::from_fn(len, |row| search.matches(table.text(row)))
        };
        if let Some(except) = filters.except() {
            search.subtract(&Self::new(table, except).all());
        }
        Self { masks, search }
    }

    fn all(&self) -> BitSet {
        let mut rows = self.search.clone();
        self.masks.iter().for_each(|(_, mask)| rows.intersect(mask));
        rows
    }

    /// The rows under all filters but one; `None` where that one is not active.
    fn without(&self, left_out: Option<Facet>) -> Option<BitSet> {
        self.masks.iter().any(|(key, _)| *key == left_out).then(|| {
            let mut rows = self.search.clone();
            let others = self.masks.iter().filter(|(key, _)| *key != left_out);
            others.for_each(|(_, mask)| rows.intersect(mask));
            rows
        })
    }
}

/// What is left of counts without others, one by one.
pub fn less(whole: &[u32], part: &[u32]) -> Vec<u32> {
    whole.iter().zip(part).map(|(whole, part)| whole.saturating_sub(*part)).collect()
}

/// Counts of a facet's values by code, of some rows.
pub fn counted(table: &Table, rows: &BitSet, facet: Facet, measure: Measure) -> Vec<u32> {
    counts(table, rows, table.column(facet), measure).by_code
}

/// The rows that pass every filter.
pub fn rows_of(table: &Table, filters: &Filters) -> BitSet {
    Masks::new(table, filters).all()
}

/// The measure of some rows.
pub fn measured(table: &Table, rows: &BitSet, measure: Measure) -> u32 {
    if measure == Measure::Interactions {
        return rows.count();
    }
    let mut counter = Counter::new(table, measure, 1);
    rows.iter().for_each(|row| counter.add(row, 0));
    counter.counts[0]
}

fn counts(table: &Table, rows: &BitSet, column: &Column, measure: Measure) -> FacetCounts {
    let mut counter = Counter::new(table, measure, column.dictionary().entries().len());
    match measure {
        // Each code is one, so it does not matter which row has it.
        Measure::Interactions => {
            let codes = rows.runs().flat_map(|run| column.codes_of(run));
            codes.for_each(|code| counter.counts[usize::from(*code)] += 1);
        }
        Measure::Events | Measure::Countries => {
            for row in rows.iter() {
                for &code in column.codes(row) {
                    counter.add(row, usize::from(code));
                }
            }
        }
    }
    FacetCounts { by_code: counter.counts, whole: measured(table, rows, measure) }
}

/// Counts rows into bins by a measure. Rows must be added in ascending order.
struct Counter<'t> {
    table: &'t Table,
    counts: Vec<u32>,
    seen: Seen,
}

/// What has been counted already, per bin.
enum Seen {
    Anything,
    /// The last event added; rows of an event stand side by side, so a repeat is adjacent.
    Event(Vec<Option<u32>>),
    /// Countries added, as a bit per bin × country.
    Countries {
        width: usize,
        bits: Vec<u64>,
    },
}

impl<'t> Counter<'t> {
    fn new(table: &'t Table, measure: Measure, bins: usize) -> Self {
        let seen = match measure {
            Measure::Interactions => Seen::Anything,
            Measure::Events => Seen::Event(vec![None; bins]),
            Measure::Countries => {
                let width = table.dictionary(Facet::Country).entries().len();
                Seen::Countries { width, bits: vec![0; (bins * width).div_ceil(64)] }
            }
        };
        Self { table, counts: vec![0; bins], seen }
    }

    fn add(&mut self, row: usize, bin: usize) {
        match &mut self.seen {
            Seen::Anything => self.counts[bin] += 1,
            Seen::Event(last) => {
                let event = Some(self.table.event(row));
                if last[bin] != event {
                    last[bin] = event;
                    self.counts[bin] += 1;
                }
            }
            Seen::Countries { width, bits } => {
                for &code in self.table.column(Facet::Country).codes(row) {
                    let at = bin * *width + usize::from(code);
                    let bit = 1 << (at % 64);
                    if bits[at / 64] & bit == 0 {
                        bits[at / 64] |= bit;
                        self.counts[bin] += 1;
                    }
                }
            }
        }
    }
}
