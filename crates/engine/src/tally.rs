//! Counting rows into bins: the innermost loops.

use crate::bits::WORD;
use crate::codes::{Code, Codes, each_width};
use crate::column::Cells;
use crate::table::Table;

/// Rows are listed and then counted in blocks of this many, so that the list stays in the first cache.
const BLOCK: usize = 32 * WORD;

/// The rows of a block that are to be counted.
#[derive(Debug, Clone)]
pub struct Rows {
    rows: Vec<u32>,
}

impl Rows {
    /// No row yet.
    pub fn new() -> Self {
        Self { rows: Vec::with_capacity(BLOCK) }
    }

    /// The rows.
    pub fn as_slice(&self) -> &[u32] {
        &self.rows
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        self.rows.capacity() * size_of::<u32>()
    }

    /// Lists the rows of a set that is given word by word, and hands them on block by block.
    pub fn each_block(
        &mut self,
        words: usize,
        word: impl Fn(usize) -> u64,
        mut count: impl FnMut(&Self),
    ) {
        const STEP: usize = BLOCK / WORD;
        for start in (0..words).step_by(STEP) {
            self.rows.clear();
            for at in start..(start + STEP).min(words) {
                let first = (at * WORD) as u32;
                let mut rest = word(at);
                if rest == u64::MAX {
                    self.rows.extend(first..first + WORD as u32);
                    continue;
                }
                while rest != 0 {
                    self.rows.push(first + rest.trailing_zeros());
                    rest &= rest - 1;
                }
            }
            if !self.rows.is_empty() {
                count(self);
            }
        }
    }
}

// Each is called once per block and never inlined: a browser replaces a function by its optimized
// code only when it is called again.

/// Adds `weight` to the cell of each row. Counts wrap, so that 2³² − 1 takes one away.
#[inline(never)]
pub fn count(codes: &Codes, rows: &[u32], weight: u32, cells: &mut [u32]) {
    each_width!(codes, codes => {
        for &row in rows {
            let cell = &mut cells[codes[row as usize].at()];
            *cell = cell.wrapping_add(weight);
        }
    });
}

/// As [`count`], for each of the values that a row has.
#[inline(never)]
fn count_many(offsets: &[u32], codes: &Codes, rows: &[u32], weight: u32, cells: &mut [u32]) {
    each_width!(codes, codes => {
        for &row in rows {
            let range = offsets[row as usize] as usize..offsets[row as usize + 1] as usize;
            for code in &codes[range] {
                let cell = &mut cells[code.at()];
                *cell = cell.wrapping_add(weight);
            }
        }
    });
}

/// Counts one column, whatever it holds.
fn count_cells(cells: &Cells, rows: &[u32], weight: u32, counts: &mut [u32]) {
    match cells {
        Cells::One(codes) | Cells::Number { codes, .. } => count(codes, rows, weight, counts),
        Cells::Many { offsets, codes } => count_many(offsets, codes, rows, weight, counts),
        Cells::Date(days) => {
            // Rows come in ascending order, and so do their days.
            let mut day = 0;
            for &row in rows {
                if days.starts.get(day + 1).is_some_and(|&next| next <= row) {
                    day = days.starts.partition_point(|&start| start <= row) - 1;
                }
                counts[day] = counts[day].wrapping_add(weight);
            }
        }
        Cells::Text(_) => {}
    }
}

/// Counts the value of each row in a table of bins, each `width` cells: `bases` says in which bin a
/// row is.
pub fn count_in_bins(cells: &Cells, rows: &Rows, bases: &[u32], width: usize, tile: &mut [u32]) {
    match cells {
        Cells::One(codes) | Cells::Number { codes, .. } => {
            count_codes_in_bins(codes, &rows.rows, bases, width, tile);
        }
        Cells::Many { .. } | Cells::Date(_) => count_runs_in_bins(cells, rows, bases, width, tile),
        Cells::Text(_) => {}
    }
}

#[inline(never)]
fn count_codes_in_bins(codes: &Codes, rows: &[u32], bases: &[u32], width: usize, tile: &mut [u32]) {
    each_width!(codes, codes => {
        for (&row, &base) in rows.iter().zip(bases) {
            tile[base as usize * width + codes[row as usize].at()] += 1;
        }
    });
}

/// As [`count_in_bins`], where many rows after each other are in the same bin: what is looked up for
/// every row there is looked up once for all of these.
pub fn count_runs_in_bins(
    cells: &Cells,
    rows: &Rows,
    bases: &[u32],
    width: usize,
    tile: &mut [u32],
) {
    let mut start = 0;
    for run in bases.chunk_by(|one, next| one == next) {
        let rows = &rows.rows[start..start + run.len()];
        let base = run[0] as usize * width;
        count_cells(cells, rows, 1, &mut tile[base..base + width]);
        start += run.len();
    }
}

/// Counts of several dimensions at a time, by fused columns where that saves increments. Dates are
/// not among them, as their rows lie side by side, nor texts, which are not counted.
#[derive(Debug)]
pub struct Tally {
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    Fused { at: usize, cells: Vec<u32> },
    Own { dimension: usize, cells: Vec<u32> },
}

impl Tally {
    /// Counts nothing yet of `dimensions`.
    pub fn new(table: &Table, dimensions: &[usize]) -> Self {
        let mut left: Vec<usize> = dimensions.to_vec();
        let mut parts = Vec::new();
        for (at, fused) in table.fused.iter().enumerate() {
            let is_wanted = |dimension: &usize| {
                fused.members.iter().any(|member| member.dimension == *dimension)
            };
            if left.iter().filter(|dimension| is_wanted(dimension)).count() > 1 {
                left.retain(|dimension| !is_wanted(dimension));
                parts.push(Part::Fused { at, cells: vec![0; fused.cells] });
            }
        }
        parts.extend(left.into_iter().filter_map(|dimension| {
            let column = &table.columns[dimension];
            let is_counted_here = !matches!(column.cells, Cells::Date(_) | Cells::Text(_));
            is_counted_here.then(|| Part::Own { dimension, cells: vec![0; column.bins()] })
        }));
        Self { parts }
    }

    /// Adds `weight` for each of the rows, wrapping.
    pub fn add(&mut self, table: &Table, rows: &Rows, weight: u32) {
        for part in &mut self.parts {
            match part {
                Part::Fused { at, cells } => {
                    count(&table.fused[*at].codes, &rows.rows, weight, cells);
                }
                Part::Own { dimension, cells } => {
                    count_cells(&table.columns[*dimension].cells, &rows.rows, weight, cells);
                }
            }
        }
    }

    /// Hands the counts of each of the dimensions on, as differences to be added with wrapping.
    pub fn settle(
        &self,
        table: &Table,
        dimensions: &[usize],
        mut counts: impl FnMut(usize, &dyn Fn(&mut [u32])),
    ) {
        for part in &self.parts {
            match part {
                Part::Fused { at, cells } => {
                    let fused = &table.fused[*at];
                    for member in &fused.members {
                        if dimensions.contains(&member.dimension) {
                            counts(member.dimension, &|counts| fused.add_up(member, cells, counts));
                        }
                    }
                }
                Part::Own { dimension, cells } => counts(*dimension, &|counts| {
                    for (count, cell) in counts.iter_mut().zip(cells) {
                        *count = count.wrapping_add(*cell);
                    }
                }),
            }
        }
    }
}
