//! A table under filters, with the counts of every dimension kept in step.

use explorer_order::ordered;

use crate::bits::Bits;
use crate::brush::Brush;
use crate::column::{Cells, Column};
use crate::error::Error;
use crate::filter::Filters;
use crate::memory::Memory;
use crate::order::Days;
use crate::table::Table;
use crate::tally::{Rows, Tally};

/// A table with filters and counts. Dimensions are named by the positions of their columns; one that
/// is not there cannot be filtered and has no counts.
#[derive(Debug, Clone)]
pub struct Crossfilter {
    table: Table,
    pub(crate) filters: Filters,
    /// The counts of all dimensions, one after the other.
    counts: Vec<u32>,
    /// The same without any filter.
    totals: Vec<u32>,
    /// Where the counts of each dimension begin, and where the last ones end.
    starts: Vec<usize>,
    in_view: u32,
    brush: Option<Brush>,
    /// The ranges of days that dimensions are filtered to, where that is how they are filtered.
    ranges: Vec<Option<(i32, i32)>>,
    buffer: Rows,
}

impl Crossfilter {
    /// Nothing is filtered.
    pub fn new(table: Table) -> Self {
        let mut starts = vec![0];
        for column in 0..table.columns() {
            starts.push(starts[column] + table.bins(column));
        }
        let cells = starts[table.columns()];
        let mut view = Self {
            filters: Filters::new(table.columns(), table.all()),
            counts: vec![0; cells],
            totals: vec![0; cells],
            starts,
            in_view: 0,
            brush: None,
            ranges: vec![None; table.columns()],
            buffer: Rows::new(),
            table,
        };
        let dimensions: Vec<usize> = (0..view.table.columns()).collect();
        let everything = view.filters.everything().clone();
        view.in_view = everything.count(0..view.table.len());
        view.count_rows(&dimensions, &everything, Start::Zero, &everything);
        view.totals.clone_from(&view.counts);
        view
    }

    /// The rows behind.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Rows per bin of a dimension, under all filters but its own; the last is of the rows without a
    /// value. A row with several values counts for each.
    pub fn counts(&self, dimension: usize) -> &[u32] {
        self.place(dimension).map_or(&[], |place| &self.counts[place])
    }

    /// The same without any filter.
    pub fn totals(&self, dimension: usize) -> &[u32] {
        self.place(dimension).map_or(&[], |place| &self.totals[place])
    }

    /// The counts of all dimensions, one after the other in the order of the columns: to hand them on
    /// in one go.
    pub fn all_counts(&self) -> &[u32] {
        &self.counts
    }

    /// Number of rows that pass all filters.
    pub fn in_view(&self) -> u32 {
        self.in_view
    }

    /// Whether a dimension is filtered.
    pub fn is_filtered(&self, dimension: usize) -> bool {
        self.brushed(dimension).is_some() || self.filters.rows(dimension).is_some()
    }

    /// The bins that a dimension is filtered to, ascending; none where it is not, or where the filter
    /// is an exact range of numbers.
    pub fn selected(&self, dimension: usize) -> Vec<u32> {
        match self.brushed(dimension) {
            Some(runs) => bins_of(runs),
            None => self.filters.bins(dimension).to_vec(),
        }
    }

    /// The bins that a dimension's filter excludes, ascending: no row with any of them passes.
    pub fn excluded(&self, dimension: usize) -> Vec<u32> {
        match self.brushed(dimension) {
            Some(_) => Vec::new(),
            None => self.filters.excluded(dimension).to_vec(),
        }
    }

    /// Adds a bin to those that a dimension is filtered to, or takes it out.
    pub fn toggle(&mut self, dimension: usize, bin: u32) {
        let (mut included, mut excluded) = (self.selected(dimension), self.excluded(dimension));
        excluded.retain(|other| *other != bin);
        toggle_in(&mut included, bin);
        self.toggle_to(dimension, bin, &included, &excluded);
    }

    /// Adds a bin to those that a dimension's filter excludes, or takes it out.
    pub fn toggle_excluded(&mut self, dimension: usize, bin: u32) {
        let (mut included, mut excluded) = (self.selected(dimension), self.excluded(dimension));
        included.retain(|other| *other != bin);
        toggle_in(&mut excluded, bin);
        self.toggle_to(dimension, bin, &included, &excluded);
    }

    /// Nothing happens where there is no such bin.
    fn toggle_to(&mut self, dimension: usize, bin: u32, included: &[u32], excluded: &[u32]) {
        if (bin as usize) < self.table.bins(dimension) {
            self.choose(dimension, included, excluded);
        }
    }

    /// Makes these bins a dimension's facet filter; none of them clears it, and those beyond the
    /// last are ignored.
    pub fn select(&mut self, dimension: usize, bins: &[u32]) {
        self.choose(dimension, bins, &[]);
    }

    /// Filters a dimension: a row passes if it has none of the excluded bins and, where bins are
    /// included, at least one of these. Without any bin nothing is filtered, those beyond the last
    /// are ignored, and one that is in both is excluded.
    pub fn choose(&mut self, dimension: usize, included: &[u32], excluded: &[u32]) {
        let sorted = |bins: &[u32]| {
            let known = |bin: &u32| (*bin as usize) < self.table.bins(dimension);
            let bins: Vec<u32> = bins.iter().copied().filter(known).collect();
            let mut bins = ordered(bins, &u32::cmp);
            bins.dedup();
            bins
        };
        let (mut included, excluded) = (sorted(included), sorted(excluded));
        included.retain(|bin| excluded.binary_search(bin).is_err());
        if excluded.is_empty() && self.choose_by_tiles(dimension, &included) {
            return;
        }
        let Some(column) = self.table.columns.get(dimension) else { return };
        let rows_in = |bins: &[u32]| {
            let wanted = |bin: usize| bins.binary_search(&(bin as u32)).is_ok();
            (!bins.is_empty()).then(|| column.rows_in(self.table.len(), &wanted))
        };
        let rows = match (rows_in(&included), rows_in(&excluded)) {
            (rows, None) => rows,
            (rows, Some(others)) => {
                let mut rows = rows.unwrap_or_else(|| self.filters.everything().clone());
                rows.remove(&others);
                Some(rows)
            }
        };
        self.apply(dimension, included, rows);
        self.filters.exclude(dimension, excluded);
        self.set_range(dimension, None);
    }

    /// As [`choose`](Self::choose), where all is counted that it needs. Whether that is so.
    fn choose_by_tiles(&mut self, dimension: usize, included: &[u32]) -> bool {
        let is_ready = |brush: &Brush| brush.dimension == dimension && brush.untiled.is_empty();
        if !self.brush.as_ref().is_some_and(is_ready) {
            return false;
        }
        if included.is_empty() {
            self.move_brush(vec![(0, self.table.bins(dimension))]);
            self.filters.replace(dimension, None);
            self.filters.want(dimension, Vec::new());
            if let Some(brush) = &mut self.brush {
                brush.runs = None;
            }
        } else {
            self.move_brush(runs_of(included));
        }
        true
    }

    /// Clears a dimension's filter.
    pub fn clear(&mut self, dimension: usize) {
        self.select(dimension, &[]);
    }

    /// Filters a number to `low..=high`, exactly and not by bins; `None` clears it. Rows without a
    /// number do not pass.
    ///
    /// # Errors
    /// [`Error::Kind`] if the column holds no numbers.
    pub fn number_range(
        &mut self,
        dimension: usize,
        range: Option<(f64, f64)>,
    ) -> Result<(), Error> {
        let Some(Cells::Number { values, .. }) =
            self.table.columns.get(dimension).map(|column| &column.cells)
        else {
            return Err(Error::Kind { column: dimension });
        };
        let rows = range.map(|(low, high)| {
            let holds = |row: usize| {
                let value = values[row];
                value.is_finite() && value >= low && value <= high
            };
            Bits::from_fn(values.len(), holds)
        });
        self.apply(dimension, Vec::new(), rows);
        Ok(())
    }

    /// Filters the date to `first..=last`, as days since 1970-01-01; `None` clears it. A row passes if
    /// any day that its date can mean lies in the range. Rows without a date do not pass.
    ///
    /// # Errors
    /// [`Error::Kind`] if the column holds no dates.
    pub fn date_range(&mut self, dimension: usize, range: Option<(i32, i32)>) -> Result<(), Error> {
        let days = self.days_of(dimension)?;
        let Some((first, last)) = range else {
            self.clear(dimension);
            return Ok(());
        };
        let to = days.days.partition_point(|&day| day <= last);
        let (rows, bins) = if days.more.is_empty() {
            let from = days.days.partition_point(|&day| day < first);
            self.rows_in(dimension, &[(from, to.max(from))])
        } else {
            let overlaps = |bin: usize| bin < to && days.last(bin).is_some_and(|day| day >= first);
            let bins = (0..to).filter(|bin| overlaps(*bin)).map(|bin| bin as u32).collect();
            let column = self.table.columns.get(dimension);
            let rows = column.map(|column| column.rows_in(self.table.len(), &overlaps));
            (rows.unwrap_or_else(|| Bits::none(self.table.len())), bins)
        };
        self.apply(dimension, bins, Some(rows));
        self.set_range(dimension, range);
        Ok(())
    }

    /// The days that a dimension is filtered to by [`date_range`](Self::date_range) or
    /// [`brush_days`](Self::brush_days).
    pub fn range_of_days(&self, dimension: usize) -> Option<(i32, i32)> {
        self.ranges.get(dimension).copied().flatten()
    }

    /// As [`date_range`](Self::date_range) in a drag over the date: where all dates are known to the day
    /// and [`start_brush`](Self::start_brush) was called, it costs bins and not rows.
    ///
    /// # Errors
    /// As [`date_range`](Self::date_range).
    pub fn brush_days(&mut self, dimension: usize, first: i32, last: i32) -> Result<(), Error> {
        let days = self.days_of(dimension)?;
        let is_brushed = self.brush.as_ref().is_some_and(|brush| brush.dimension == dimension);
        if !is_brushed || !days.more.is_empty() {
            return self.date_range(dimension, Some((first, last)));
        }
        let from = days.days.partition_point(|&day| day < first);
        let to = days.days.partition_point(|&day| day <= last);
        self.brush(from, to.max(from));
        self.set_range(dimension, Some((first, last)));
        Ok(())
    }

    fn days_of(&self, dimension: usize) -> Result<&Days, Error> {
        match self.table.columns.get(dimension).map(|column| &column.cells) {
            Some(Cells::Date(days)) => Ok(days),
            _ => Err(Error::Kind { column: dimension }),
        }
    }

    fn set_range(&mut self, dimension: usize, range: Option<(i32, i32)>) {
        if let Some(known) = self.ranges.get_mut(dimension) {
            *known = range;
        }
    }

    /// Lets a set of rows be the search filter: those for which `matches` holds; `None` clears it. A
    /// row is given by its number in the [`table`](Self::table).
    pub fn search_rows(&mut self, matches: Option<&dyn Fn(usize) -> bool>) {
        let rows = matches.map(|matches| Bits::from_fn(self.table.len(), matches));
        self.apply(self.filters.search(), Vec::new(), rows);
    }

    /// The rows that pass all filters, in the order of the table (by date), as their original
    /// numbers: `limit` of them after the first `skip`.
    pub fn rows(&mut self, skip: usize, limit: usize) -> Vec<u32> {
        let rows = self.table_rows(skip, limit).into_iter();
        rows.map(|row| self.table.original(row) as u32).collect()
    }

    /// As [`rows`](Self::rows), by the numbers that rows have in the [`table`](Self::table).
    pub fn table_rows(&mut self, skip: usize, limit: usize) -> Vec<usize> {
        if let Some(rows) = self.first_rows_brushed(skip, limit) {
            return rows;
        }
        self.settle_brush();
        self.filters.all_but(&[]).iter().skip(skip).take(limit).collect()
    }

    /// The same during a brush, where there are so many rows: those that the brush leaves are found by their bins
    /// as far as they are wanted, and not all of them.
    fn first_rows_brushed(&self, skip: usize, limit: usize) -> Option<Vec<usize>> {
        let brush = self.brush.as_ref()?;
        let runs = self.brushed(brush.dimension)?;
        if (self.in_view as usize) < skip.saturating_add(limit) {
            return None;
        }
        // The rows of days lie side by side, and are found at once.
        let codes = self.table.columns.get(brush.dimension)?.codes()?;
        let is_in = |row: &usize| {
            let bin = codes.at(*row);
            let after = runs.partition_point(|(from, _)| *from <= bin);
            runs[..after].last().is_some_and(|(_, to)| bin < *to)
        };
        let others = self.filters.all_but(&[brush.dimension]);
        Some(others.iter().filter(is_in).skip(skip).take(limit).collect())
    }

    /// Prepares brushing over a dimension: afterwards each [`brush`](Self::brush) costs bins, not rows, and so does
    /// each [`choose`](Self::choose) that excludes none. This costs a pass over the rows, unless the last brush was
    /// over the same dimension and no other filter has changed since. The dimension's present filter stays until
    /// the first step.
    ///
    /// # Errors
    /// [`Error::Kind`] if rows have several values in that column, or a text, or if there is none.
    pub fn start_brush(&mut self, dimension: usize) -> Result<(), Error> {
        match self.table.columns.get(dimension).map(|column| &column.cells) {
            None | Some(Cells::Many { .. } | Cells::Text(_)) => {
                return Err(Error::Kind { column: dimension });
            }
            Some(_) => {}
        }
        if self.brush.as_ref().is_none_or(|brush| brush.dimension != dimension) {
            self.settle_brush();
            self.brush = None;
            let brush = Brush::new(&self.table, &self.filters, dimension, &mut self.buffer);
            self.brush = Some(brush);
        }
        Ok(())
    }

    /// Filters the brushed dimension to its bins `from..to`; a range without any lets no row pass. Does nothing
    /// unless a brush was started and no other filter has changed since.
    pub fn brush(&mut self, from: usize, to: usize) {
        let Some(brush) = &self.brush else { return };
        let to = to.min(self.table.bins(brush.dimension));
        self.move_brush(vec![(from.min(to), to)]);
    }

    /// Filters the brushed dimension to runs of its bins.
    fn move_brush(&mut self, runs: Vec<(usize, usize)>) {
        let Some(mut brush) = self.brush.take() else { return };
        for dimension in brush.tiled() {
            if let Some(place) = self.place(dimension) {
                brush.count(dimension, &runs, &mut self.counts[place]);
            }
        }
        self.in_view = brush.in_view(&runs);
        self.set_range(brush.dimension, None);
        if brush.untiled.is_empty() {
            brush.is_settled = false;
        } else {
            // These have too many bins for a tile: their counts follow the rows that change.
            let (rows, bins) = self.rows_in(brush.dimension, &runs);
            let before = self.filters.replace(brush.dimension, Some(rows));
            self.filters.want(brush.dimension, bins);
            brush.is_settled = true;
            for &dimension in &brush.untiled {
                self.follow(&[dimension], &[brush.dimension, dimension], brush.dimension, &before);
            }
        }
        brush.runs = Some(runs);
        self.brush = Some(brush);
    }

    /// Ends brushing: the last range stays as the dimension's filter. The tiles are kept for the next brush
    /// over the same dimension, until another filter changes.
    pub fn end_brush(&mut self) {
        self.settle_brush();
    }

    /// What all of it takes.
    pub fn memory(&self) -> Memory {
        let bytes = self.table.columns.iter().map(Column::bytes);
        let (columns, dictionaries) =
            bytes.fold((0, 0), |sum, column| (sum.0 + column.0, sum.1 + column.1));
        let (order, fused) = self.table.bytes();
        let counts = (self.counts.capacity() + self.totals.capacity()) * size_of::<u32>()
            + self.starts.capacity() * size_of::<usize>()
            + self.buffer.bytes();
        let brush = self.brush.as_ref().map_or(0, Brush::bytes);
        Memory { columns, dictionaries, order, fused, filters: self.filters.bytes(), counts, brush }
    }

    /// Where a dimension's counts are.
    fn place(&self, dimension: usize) -> Option<std::ops::Range<usize>> {
        Some(*self.starts.get(dimension)?..*self.starts.get(dimension + 1)?)
    }

    /// The bins of a brush over a dimension that its filter does not have yet.
    fn brushed(&self, dimension: usize) -> Option<&[(usize, usize)]> {
        let brush = self.brush.as_ref().filter(|brush| brush.dimension == dimension)?;
        brush.runs.as_deref().filter(|_| !brush.is_settled)
    }

    /// The rows in runs of bins of a dimension, and these bins.
    fn rows_in(&self, dimension: usize, runs: &[(usize, usize)]) -> (Bits, Vec<u32>) {
        let bins = bins_of(runs);
        let is_wanted = |bin: usize| bins.binary_search(&(bin as u32)).is_ok();
        let len = self.table.len();
        let rows = self.table.columns.get(dimension).map(|column| column.rows_in(len, &is_wanted));
        (rows.unwrap_or_else(|| Bits::none(len)), bins)
    }

    /// Makes the brushed range the dimension's filter, if it is not yet. Counts are in step already.
    pub(crate) fn settle_brush(&mut self) {
        let Some(mut brush) = self.brush.take() else { return };
        if let (Some(runs), false) = (&brush.runs, brush.is_settled) {
            let (rows, bins) = self.rows_in(brush.dimension, runs);
            self.filters.replace(brush.dimension, Some(rows));
            self.filters.want(brush.dimension, bins);
            brush.is_settled = true;
        }
        self.brush = Some(brush);
    }

    /// Replaces a filter and brings all counts in step.
    pub(crate) fn apply(&mut self, filter: usize, bins: Vec<u32>, rows: Option<Bits>) {
        self.settle_brush();
        match &mut self.brush {
            // Its tiles are about all filters but its own.
            Some(brush) if brush.dimension == filter => brush.runs = None,
            _ => self.brush = None,
        }
        self.filters.want(filter, bins);
        let before = self.filters.replace(filter, rows);
        let others = (0..self.table.columns()).filter(|&dimension| dimension != filter);
        let (active, inactive): (Vec<usize>, Vec<usize>) =
            others.partition(|&dimension| self.filters.rows(dimension).is_some());
        self.in_view = self.follow(&inactive, &[filter], filter, &before);
        for dimension in active {
            self.follow(&[dimension], &[filter, dimension], filter, &before);
        }
    }

    /// Brings the counts of `dimensions` in step with a filter that was `before`, where the other filters
    /// are all but those in `left_out`. Returns how many rows pass.
    fn follow(
        &mut self,
        dimensions: &[usize],
        left_out: &[usize],
        filter: usize,
        before: &Option<Bits>,
    ) -> u32 {
        let everything = self.filters.everything();
        let others = self.filters.all_but(left_out);
        let now = self.filters.rows(filter).unwrap_or(everything);
        let before = before.as_ref().unwrap_or(everything);
        let (mut passing, mut gained, mut lost) = (0, 0, 0);
        for ((others, now), before) in others.words().iter().zip(now.words()).zip(before.words()) {
            passing += (others & now).count_ones();
            gained += (others & now & !before).count_ones();
            lost += (others & before & !now).count_ones();
        }
        let mut after = others.clone();
        after.intersect(now);
        // Whichever touches the fewest rows.
        let all = self.table.len() as u32;
        if gained + lost <= passing.min(all - passing) {
            let mut difference = others;
            let steps = [(gained, 1_u32, false), (lost, u32::MAX, true)];
            let mut tally = Tally::new(&self.table, dimensions);
            for (changed, weight, is_loss) in steps {
                if changed > 0 {
                    let words = difference.words_mut();
                    let word = |at: usize| {
                        let (now, before) = (now.words()[at], before.words()[at]);
                        words[at] & if is_loss { before & !now } else { now & !before }
                    };
                    let table = &self.table;
                    let count = |rows: &Rows| tally.add(table, rows, weight);
                    self.buffer.each_block(words.len(), word, count);
                }
            }
            self.settle(&tally, dimensions);
            self.count_days(dimensions, &after);
        } else if passing <= all - passing {
            self.count_rows(dimensions, &after, Start::Zero, &after.clone());
        } else {
            let mut rest = everything.clone();
            for (rest, after) in rest.words_mut().iter_mut().zip(after.words()) {
                *rest &= !after;
            }
            self.count_rows(dimensions, &rest, Start::Totals, &after);
        }
        passing
    }

    /// Counts anew: adds `rows` to nothing, or takes them from the totals. `passing` is what dates are
    /// counted of.
    fn count_rows(&mut self, dimensions: &[usize], rows: &Bits, start: Start, passing: &Bits) {
        for &dimension in dimensions {
            if let Some(place) = self.place(dimension) {
                match start {
                    Start::Zero => self.counts[place].fill(0),
                    Start::Totals => {
                        self.counts[place.clone()].copy_from_slice(&self.totals[place]);
                    }
                }
            }
        }
        let weight = match start {
            Start::Zero => 1,
            Start::Totals => u32::MAX,
        };
        let mut tally = Tally::new(&self.table, dimensions);
        let (table, words) = (&self.table, rows.words());
        let count = |rows: &Rows| tally.add(table, rows, weight);
        self.buffer.each_block(words.len(), |at| words[at], count);
        self.settle(&tally, dimensions);
        self.count_days(dimensions, passing);
    }

    /// Adds what was counted.
    fn settle(&mut self, tally: &Tally, dimensions: &[usize]) {
        let (counts, starts) = (&mut self.counts, &self.starts);
        tally.settle(&self.table, dimensions, |dimension, add| {
            add(&mut counts[starts[dimension]..starts[dimension + 1]]);
        });
    }

    /// Counts the date: a day's rows lie side by side, so that counting is counting bits.
    fn count_days(&mut self, dimensions: &[usize], passing: &Bits) {
        for &dimension in dimensions {
            if let (Cells::Date(days), Some(place)) =
                (&self.table.columns[dimension].cells, self.place(dimension))
            {
                for (bin, count) in self.counts[place].iter_mut().enumerate() {
                    *count = passing.count(days.rows(bin, bin + 1));
                }
            }
        }
    }
}

/// The runs `from..to` of bins that follow each other, of ascending ones.
fn runs_of(bins: &[u32]) -> Vec<(usize, usize)> {
    let runs = bins.chunk_by(|one, next| one + 1 == *next);
    let runs = runs.filter_map(|run| Some((*run.first()? as usize, *run.last()? as usize + 1)));
    runs.collect()
}

/// The bins of such runs.
fn bins_of(runs: &[(usize, usize)]) -> Vec<u32> {
    runs.iter().flat_map(|&(from, to)| from as u32..to as u32).collect()
}

/// Adds a bin to ascending ones, or takes it out.
fn toggle_in(bins: &mut Vec<u32>, bin: u32) {
    match bins.binary_search(&bin) {
        Ok(at) => _ = bins.remove(at),
        Err(at) => bins.insert(at, bin),
    }
}

/// What counting begins with.
#[derive(Debug, Clone, Copy)]
enum Start {
    /// Nothing; rows are added.
    Zero,
    /// The counts without any filter; rows are taken away.
    Totals,
}
