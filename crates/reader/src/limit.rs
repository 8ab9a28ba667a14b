//! How much is read, and whether a file would fit in memory.

use crate::refusal::Refusal;

/// The longest row in bytes. A quoted cell that is longer is taken for a quote that somebody
/// forgot to close.
pub const ROW: usize = 16 << 20;

/// The most columns.
pub const COLUMNS: usize = 1_000;

/// The most cells of a row that are looked at; a longer row is wrong in any case.
pub(crate) const CELLS: usize = COLUMNS + 64;

/// The longest JSON text in bytes that is read as a whole: one object around the table, as in
/// our own export. Its tree needs some ten times that.
pub const WHOLE_JSON: usize = 64 << 20;

/// What WebAssembly can address with 32 bits is 4 GiB, and browsers give a page less: this much
/// may be used if nothing better is known.
pub const ALLOWED: u64 = 2 << 30;

/// The rows that a file would have at least, for an estimate: a cell with its separator takes
/// this many bytes on average. The tables of the issue have 6 to 40.
const BYTES_PER_CELL: u64 = 6;

/// Memory that a loaded row needs per column: a code of the smallest width, 1 to 4 bytes.
const CODE: u64 = 4;

/// An estimate, from above, of the bytes of memory that a file needs once it is open.
///
/// Its texts are kept once each in dictionaries: at worst all differ and take as much as the file
/// and 16 bytes of bookkeeping each, of which this assumes one cell in four. Each cell has a code
/// of up to 4 bytes. While reading, a slice and the longest row are there besides.
pub fn needed(file: u64, columns: usize) -> u64 {
    let cells = file / BYTES_PER_CELL;
    let columns = u64::try_from(columns).unwrap_or(u64::MAX);
    let codes = cells.saturating_mul(CODE);
    let dictionaries = file.saturating_add((cells / 4).saturating_mul(16));
    let reading = 2 * ROW as u64;
    let per_column = columns.saturating_mul(1 << 12);
    codes.saturating_add(dictionaries).saturating_add(reading).saturating_add(per_column)
}

/// Whether a file of that many bytes with that many columns fits into `allowed` bytes
/// ([`ALLOWED`] if nothing is known of the machine).
///
/// # Errors
/// [`Refusal::TooLarge`] with the numbers, [`Refusal::TooManyColumns`].
pub fn fits(file: u64, columns: usize, allowed: u64) -> Result<(), Refusal> {
    if columns > COLUMNS {
        let found = u64::try_from(columns).unwrap_or(u64::MAX);
        return Err(Refusal::TooManyColumns { found, most: COLUMNS as u64 });
    }
    let needed = needed(file, columns);
    if needed > allowed { Err(Refusal::TooLarge { file, needed, allowed }) } else { Ok(()) }
}

/// The largest file in bytes that fits with that many columns; to be said before anyone chooses
/// a file.
pub fn largest(columns: usize, allowed: u64) -> u64 {
    let (mut fits, mut too_large) = (0, allowed);
    while fits + 1 < too_large {
        let middle = fits + (too_large - fits) / 2;
        *(if needed(middle, columns) > allowed { &mut too_large } else { &mut fits }) = middle;
    }
    fits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_does_not_fit_is_refused_with_numbers() {
        assert_eq!(fits(200 << 20, 9, ALLOWED), Ok(()));
        assert!(matches!(fits(4 << 30, 9, ALLOWED), Err(Refusal::TooLarge { .. })));
        assert!(matches!(fits(u64::MAX, usize::MAX, 0), Err(Refusal::TooManyColumns { .. })));
        assert!(matches!(fits(u64::MAX, 1, u64::MAX - 1), Err(Refusal::TooLarge { .. })));
        let words = fits(4 << 30, 9, ALLOWED).map_err(|refusal| refusal.to_string());
        assert!(words.is_err_and(|words| words.contains("4.0 GB") && words.contains("2.0 GB")));
    }

    #[test]
    fn the_largest_file_fits_and_the_next_does_not() {
        for columns in [1, 9, 1000] {
            let most = largest(columns, ALLOWED);
            assert_eq!(fits(most, columns, ALLOWED), Ok(()));
            assert!(fits(most + 1, columns, ALLOWED).is_err());
        }
        assert_eq!(largest(9, 0), 0);
        assert!(largest(9, u64::MAX) > 1 << 40);
    }
}
