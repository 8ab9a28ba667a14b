//! Fused columns: the codes of several columns in one, so that one increment counts them all.
//!
//! Counting rows is bound by increments, of which a row takes one per column. Columns of 3, 5, 8 and 12 bins
//! have 1,440 combinations: a table of these fits the processor's first cache and holds the counts of
//! all four, which are added up once all rows are counted. Neighbouring rows also seldom
//! increment the same cell of it, which the processor would have to do one after the other.

use explorer_order::ordered;

use crate::codes::{Code, Codes, each_width};
use crate::column::{Cells, Column};

/// The most cells that a fused table may have: 32 kB of counts.
const CELLS: usize = 1 << 13;

/// A column's place in a fused one.
#[derive(Debug, Clone)]
pub struct Member {
    /// The column.
    pub dimension: usize,
    /// What its code is multiplied by.
    stride: usize,
    /// Its bins. The last one is left out where no row has it.
    bins: usize,
}

/// Columns that are counted together.
#[derive(Debug, Clone)]
pub struct Fused {
    /// The columns, at least two.
    pub members: Vec<Member>,
    /// One code per row.
    pub codes: Codes,
    /// How many different codes there can be.
    pub cells: usize,
}

impl Fused {
    /// Fuses the columns with few bins, as many in one as fit, and leaves the others alone.
    pub fn all(columns: &[Column], missing: &dyn Fn(usize) -> bool) -> Vec<Self> {
        let candidates: Vec<(usize, usize)> = columns
            .iter()
            .enumerate()
            .filter(|(_, column)| column.codes().is_some())
            .map(|(at, column)| (column.bins() - usize::from(!missing(at)), at))
            .map(|(bins, at)| (bins.max(1), at))
            .filter(|&(bins, _)| bins <= CELLS / 2)
            .collect();
        let mut groups: Vec<(usize, Vec<Member>)> = Vec::new();
        for (bins, dimension) in ordered(candidates, &Ord::cmp) {
            match groups.last_mut().filter(|(cells, _)| cells * bins <= CELLS) {
                Some((cells, members)) => {
                    members.push(Member { dimension, stride: *cells, bins });
                    *cells *= bins;
                }
                None => groups.push((bins, vec![Member { dimension, stride: 1, bins }])),
            }
        }
        groups.retain(|(_, members)| members.len() > 1);
        groups
            .into_iter()
            .map(|(cells, members)| Self { codes: fuse(columns, &members, cells), members, cells })
            .collect()
    }

    /// Adds what was counted by fused code to the counts of one of the members.
    pub fn add_up(&self, member: &Member, cells: &[u32], counts: &mut [u32]) {
        for (counted, of_rest) in cells.chunks(member.stride).enumerate().map(|(at, chunk)| {
            (at % member.bins, chunk.iter().fold(0_u32, |sum, &count| sum.wrapping_add(count)))
        }) {
            counts[counted] = counts[counted].wrapping_add(of_rest);
        }
    }
}

/// The fused codes of all rows.
fn fuse(columns: &[Column], members: &[Member], cells: usize) -> Codes {
    let rows =
        members.first().and_then(|member| columns[member.dimension].codes()).map_or(0, Codes::len);
    let mut fused = vec![0_u16; rows];
    for member in members {
        if let Some(codes) = columns[member.dimension].codes() {
            // All strides and sums are below `CELLS`.
            let stride = member.stride as u16;
            each_width!(codes, codes => {
                for (fused, code) in fused.iter_mut().zip(codes) {
                    *fused = fused.wrapping_add((code.at() as u16).wrapping_mul(stride));
                }
            });
        }
    }
    if cells <= 256 {
        return Codes::U8(fused.into_iter().map(|code| code as u8).collect());
    }
    Codes::U16(fused)
}

/// Whether any row has the last bin of a column.
pub fn has_missing(column: &Column) -> bool {
    let Some(last) = column.bins().checked_sub(1) else { return true };
    match &column.cells {
        Cells::One(codes) | Cells::Number { codes, .. } => {
            // The largest is found by vector instructions, the first of its kind by a branch per row.
            each_width!(codes, codes => codes.iter().copied().max().is_some_and(|code| code.at() == last))
        }
        Cells::Many { .. } | Cells::Date(_) | Cells::Text(_) => true,
    }
}
