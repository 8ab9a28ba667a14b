//! Brushing that costs bins instead of rows.
//!
//! The method of Falcon (D. Moritz, B. Howe, J. Heer: “Falcon: Balancing Interactive Latency and
//! Resolution Sensitivity for Scalable Linked Visualizations”, CHI 2019): when a brush starts, the rows are
//! counted by bin of the brushed dimension and bin of each other one, and summed up along the
//! brushed one. The counts of any range are then the difference of two rows of such a tile.

use explorer_order::ordered;

use crate::column::Cells;
use crate::filter::Filters;
use crate::table::Table;
use crate::tally::{Rows, count_in_bins, count_runs_in_bins};

/// The cells that all tiles together may have: four per row, or this many.
const CELLS: usize = 1 << 20;

/// The counts of one dimension by bin of the brushed one.
#[derive(Debug, Clone)]
struct Tile {
    dimension: usize,
    /// Its bins.
    width: usize,
    /// Counts below a bin: `cells[bin * width + b]` is about the brushed bins before `bin`.
    cells: Vec<u32>,
}

impl Tile {
    fn new(dimension: usize, width: usize, bins: usize) -> Self {
        Self { dimension, width, cells: vec![0; (bins + 1) * width] }
    }

    /// From counts in a bin (stored one bin later) to counts below it.
    fn sum_up(&mut self) {
        let mut rest = self.cells.as_mut_slice();
        while rest.len() > self.width {
            let (before, after) = rest.split_at_mut(self.width);
            for (after, before) in after.iter_mut().zip(&*before) {
                *after += before;
            }
            rest = after;
        }
    }

    fn below(&self, bin: usize) -> &[u32] {
        &self.cells[bin * self.width..(bin + 1) * self.width]
    }
}

/// A brush that was started.
#[derive(Debug, Clone)]
pub struct Brush {
    /// The brushed dimension.
    pub dimension: usize,
    /// The runs of bins `from..to` that it was last moved to, ascending; `None` before its first step.
    pub runs: Option<Vec<(usize, usize)>>,
    /// Whether the dimension's filter is these.
    pub is_settled: bool,
    /// Dimensions with too many bins for a tile.
    pub untiled: Vec<usize>,
    tiles: Vec<Tile>,
    /// A tile of one bin: all rows in view.
    whole: Tile,
}

impl Brush {
    /// Counts the rows by bin of `dimension`, under all filters but its own.
    pub fn new(table: &Table, filters: &Filters, dimension: usize, buffer: &mut Rows) -> Self {
        let bins = table.bins(dimension);
        let mut room = CELLS.max(4 * table.len());
        let others: Vec<usize> = (0..table.columns())
            .filter(|&other| other != dimension && table.bins(other) > 0)
            .collect();
        let others = ordered(others, &|&a, &b| table.bins(a).cmp(&table.bins(b)));
        let (mut tiles, mut untiled) = (Vec::new(), Vec::new());
        for other in others {
            let width = table.bins(other);
            match width.checked_mul(bins + 1).filter(|&cells| cells <= room) {
                Some(cells) => {
                    room -= cells;
                    tiles.push(Tile::new(other, width, bins));
                }
                None => untiled.push(other),
            }
        }
        let mut whole = Tile::new(dimension, 1, bins);
        // Where a dimension is filtered itself, its counts are of other rows than everyone else's.
        let (mut filtered, mut free): (Vec<Tile>, Vec<Tile>) =
            tiles.into_iter().partition(|tile| filters.rows(tile.dimension).is_some());
        let brushed = &table.columns[dimension].cells;
        let mut bases = Vec::new();
        let mut fill = |left_out: &[usize], tiles: &mut [Tile], whole: Option<&mut Tile>| {
            let passing = filters.all_but(left_out);
            let words = passing.words();
            let mut whole = whole;
            buffer.each_block(
                words.len(),
                |at| words[at],
                |rows| {
                    list_bins(brushed, rows, &mut bases);
                    if let Some(whole) = &mut whole {
                        bases.iter().for_each(|&base| whole.cells[base as usize] += 1);
                    }
                    for tile in tiles.iter_mut() {
                        let cells = &table.columns[tile.dimension].cells;
                        // Rows are sorted by date, and so the rows of a day come after each other.
                        let count = if matches!(brushed, Cells::Date(_)) {
                            count_runs_in_bins
                        } else {
                            count_in_bins
                        };
                        count(cells, rows, &bases, tile.width, &mut tile.cells);
                    }
                },
            );
        };
        fill(&[dimension], &mut free, Some(&mut whole));
        for tile in &mut filtered {
            fill(&[dimension, tile.dimension], std::slice::from_mut(tile), None);
        }
        free.append(&mut filtered);
        free.iter_mut().chain([&mut whole]).for_each(Tile::sum_up);
        Self { dimension, runs: None, is_settled: false, untiled, tiles: free, whole }
    }

    /// The dimensions that have a tile.
    pub fn tiled(&self) -> impl Iterator<Item = usize> {
        self.tiles.iter().map(|tile| tile.dimension)
    }

    /// Sums up a dimension's tile over runs of bins.
    pub fn count(&self, dimension: usize, runs: &[(usize, usize)], counts: &mut [u32]) {
        let Some(tile) = self.tiles.iter().find(|tile| tile.dimension == dimension) else { return };
        counts.fill(0);
        for &(from, to) in runs {
            let ends = tile.below(to).iter().zip(tile.below(from));
            for (count, (after, before)) in counts.iter_mut().zip(ends) {
                *count += after - before;
            }
        }
    }

    /// How many rows are in runs of bins.
    pub fn in_view(&self, runs: &[(usize, usize)]) -> u32 {
        runs.iter().map(|&(from, to)| self.whole.cells[to] - self.whole.cells[from]).sum()
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        let cells: usize = self.tiles.iter().map(|tile| tile.cells.capacity()).sum();
        (cells + self.whole.cells.capacity()) * size_of::<u32>()
    }
}

/// Lists for each row the bin after its own: that is where [`Tile`] counts it before it is summed up.
#[inline(never)]
fn list_bins(brushed: &Cells, rows: &Rows, bases: &mut Vec<u32>) {
    bases.clear();
    match brushed {
        Cells::One(codes) | Cells::Number { codes, .. } => {
            bases.extend(rows.as_slice().iter().map(|&row| codes.at(row as usize) as u32 + 1));
        }
        Cells::Date(days) => {
            let mut next = 0;
            bases.extend(rows.as_slice().iter().map(|&row| {
                // Rows come in ascending order, and so do their days.
                if days.starts.get(next).is_some_and(|&start| start <= row) {
                    next = days.starts.partition_point(|&start| start <= row);
                }
                next as u32
            }));
        }
        // `Crossfilter::start_brush` refuses these.
        Cells::Many { .. } | Cells::Text(_) => bases.resize(rows.as_slice().len(), 0),
    }
}
