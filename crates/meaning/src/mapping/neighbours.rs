//! Columns that have the year of the dates in another column, which have but two digits of it.

use std::collections::{BTreeMap, BTreeSet};

use explorer_reader::cells::Cells;
use explorer_reader::date::{Written, YearAt, written};

/// So many rows are compared, and so many of their cells.
const ROWS: u64 = 256;
const CELLS: usize = 1 << 14;

/// The years in the cells of the first rows.
#[derive(Debug, Clone, Default)]
pub(super) struct Neighbours {
    rows: u64,
    cells: usize,
    /// Years of four digits, by column and row.
    full: BTreeMap<usize, BTreeMap<u64, i16>>,
    /// Two digits that are a year if it stands first, and if it stands last.
    short: BTreeMap<usize, BTreeMap<u64, [Option<u8>; 2]>>,
    /// Columns with days and months that may be without their year, and whether all of their dates are such.
    yearless: BTreeMap<usize, bool>,
}

/// What a column has beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Neighbour {
    /// The position of the column with the years.
    pub(super) column: u16,
    /// Where the years stand in the dates, if that is clear.
    pub(super) year_at: Option<YearAt>,
}

impl Neighbours {
    /// Takes a row into account.
    pub(super) fn add(&mut self, cells: Cells<'_>) {
        if self.rows >= ROWS || self.cells >= CELLS {
            return;
        }
        self.rows += 1;
        for (column, cell) in cells.iter().enumerate() {
            let cell = cell.trim();
            if let Some(year) = year_in(cell) {
                self.full.entry(column).or_default().insert(self.rows, year);
                self.cells += 1;
            } else if let Some(Written::Open(open)) = written(cell) {
                self.short.entry(column).or_default().insert(self.rows, open.short_years());
                *self.yearless.entry(column).or_insert(true) &= open.may_be_yearless();
                self.cells += 1;
            }
        }
    }

    /// The column that has the years of a column's dates in three of four rows (what differs is a problem of its
    /// row), and in two at least: any number can be the year of a single date by chance. Of several it is the one
    /// that has most, and of these the leftmost.
    pub(super) fn of(&self, column: usize) -> Option<Neighbour> {
        let dates = self.short.get(&column)?;
        let mut best: Option<(usize, Neighbour)> = None;
        for (at, years) in &self.full {
            let (mut first, mut last) = (0_usize, 0_usize);
            for (row, date) in dates {
                let Some(year) = years.get(row) else { continue };
                let [is_first, is_last] =
                    date.map(|digits| digits.map(i16::from) == Some(year.rem_euclid(100)));
                first += usize::from(is_first);
                last += usize::from(is_last);
            }
            let most = |count: usize| count > 1 && count * 4 >= dates.len() * 3;
            let year_at = match (most(first), most(last)) {
                (false, false) => continue,
                (true, false) => Some(YearAt::First),
                (false, true) => Some(YearAt::Last),
                (true, true) => None,
            };
            let count = first.max(last);
            if let Ok(column) = u16::try_from(*at)
                && best.is_none_or(|(before, _)| count > before)
            {
                best = Some((count, Neighbour { column, year_at }));
            }
        }
        best.map(|(_, neighbour)| neighbour)
    }

    /// Whether a column has days or months whose year is that of another column: 6-Sep, and 12-Oct if hardly any
    /// is an October of 2012 there.
    pub(super) fn has_missing(&self, column: usize, year: usize) -> bool {
        let Some((dates, years)) = self.short.get(&column).zip(self.full.get(&year)) else {
            return false;
        };
        let is_same = |(row, [first, _]): &(&u64, &[Option<u8>; 2])| {
            let year = years.get(row).map(|year| year.rem_euclid(100));
            first.is_some() && first.map(i16::from) == year
        };
        let same = dates.iter().filter(is_same).count();
        self.yearless.get(&column) == Some(&true) && same * 4 <= dates.len()
    }

    /// The columns that have dates with two digits for the year.
    pub(super) fn columns(&self) -> BTreeSet<usize> {
        self.short.keys().copied().collect()
    }
}

/// The year in a cell that has nothing but it: 2024, or 2024.0.
pub(super) fn year_in(cell: &str) -> Option<i16> {
    let cell = cell.trim();
    let digits = cell.strip_suffix(".0").unwrap_or(cell);
    let is_year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let year: i16 = if is_year { digits.parse().ok()? } else { return None };
    (1000..=2199).contains(&year).then_some(year)
}
