//! Filling a table, cell by cell or by whole arrays.

use crate::binning::Binning;
use crate::codes::{Code, Codes, each_width};
use crate::column::{Cells, Column};
use crate::dictionary::Dictionary;
use crate::error::Error;
use crate::order::{self, Days, Moves, NO_DAY};
use crate::table::Table;

/// How many bins a number has unless told otherwise.
const NUMBER_BINS: usize = 50;

/// Takes columns in any order of cells: each column is filled on its own, and all have to have the same
/// length in the end. A cell for a column of another kind is a cell without a value.
#[derive(Debug, Default)]
pub struct TableBuilder {
    columns: Vec<Filling>,
}

#[derive(Debug)]
struct Filling {
    name: String,
    dictionary: Dictionary,
    cells: Unsorted,
}

#[derive(Debug)]
enum Unsorted {
    One(Codes),
    Many {
        offsets: Vec<u32>,
        codes: Codes,
    },
    Text(Codes),
    Number {
        values: Vec<f64>,
        bins: usize,
    },
    Date {
        days: Vec<i32>,
        /// How many days more than one the date of a row can mean; rows beyond are known to the day.
        more: Vec<u16>,
    },
}

impl TableBuilder {
    /// No column yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a column with one value per row; returns its position.
    pub fn category(&mut self, name: &str) -> usize {
        self.add(name, Unsorted::One(Codes::U8(Vec::new())))
    }

    /// Adds a column with any number of values per row; returns its position.
    pub fn categories(&mut self, name: &str) -> usize {
        self.add(name, Unsorted::Many { offsets: vec![0], codes: Codes::U8(Vec::new()) })
    }

    /// Adds a column of numbers, counted in 50 bins; returns its position.
    pub fn number(&mut self, name: &str) -> usize {
        self.add(name, Unsorted::Number { values: Vec::new(), bins: NUMBER_BINS })
    }

    /// Adds the column of dates; returns its position.
    pub fn date(&mut self, name: &str) -> usize {
        self.add(name, Unsorted::Date { days: Vec::new(), more: Vec::new() })
    }

    /// Adds a column of texts, which are searched and shown and not counted; returns its position.
    pub fn text(&mut self, name: &str) -> usize {
        self.add(name, Unsorted::Text(Codes::U8(Vec::new())))
    }

    fn add(&mut self, name: &str, cells: Unsorted) -> usize {
        self.columns.push(Filling { name: name.into(), dictionary: Dictionary::default(), cells });
        self.columns.len() - 1
    }

    /// Appends a cell to a category or a text. An empty text is a value like others; [`push_missing`](Self::push_missing)
    /// is for none.
    ///
    /// # Errors
    /// [`Error::TooLarge`] if 32 bits cannot number the distinct values or their bytes;
    /// [`Error::Kind`] if the column is neither.
    pub fn push(&mut self, column: usize, value: &str) -> Result<(), Error> {
        let Some(Filling { name, dictionary, cells: Unsorted::One(codes) | Unsorted::Text(codes) }) =
            self.columns.get_mut(column)
        else {
            return Err(Error::Kind { column });
        };
        let code = dictionary.add(value).ok_or_else(|| Error::TooLarge { column: name.clone() })?;
        codes.push(code);
        Ok(())
    }

    /// Appends a cell with several values to a column of such. A value that is repeated counts once.
    ///
    /// # Errors
    /// As [`push`](Self::push).
    pub fn push_values<'a>(
        &mut self,
        column: usize,
        values: impl IntoIterator<Item = &'a str>,
    ) -> Result<(), Error> {
        let Some(Filling { name, dictionary, cells: Unsorted::Many { offsets, codes } }) =
            self.columns.get_mut(column)
        else {
            return Err(Error::Kind { column });
        };
        let too_large = || Error::TooLarge { column: name.clone() };
        let start = codes.len();
        for value in values {
            let code = dictionary.add(value).ok_or_else(too_large)?;
            if (start..codes.len()).all(|at| codes.at(at) != code as usize) {
                codes.push(code);
            }
        }
        if codes.len() == start {
            codes.push(Codes::MISSING);
        }
        offsets.push(u32::try_from(codes.len()).map_err(|_| too_large())?);
        Ok(())
    }

    /// The code of a value in a column of categories or texts, which is added to its dictionary if it is
    /// new, and to no row: for [`push_code`](Self::push_code) and [`push_codes`](Self::push_codes).
    ///
    /// # Errors
    /// As [`push`](Self::push), also for a column with several values per row.
    pub fn code(&mut self, column: usize, value: &str) -> Result<u32, Error> {
        match self.columns.get_mut(column) {
            Some(Filling {
                name,
                dictionary,
                cells: Unsorted::One(_) | Unsorted::Many { .. } | Unsorted::Text(_),
            }) => dictionary.add(value).ok_or_else(|| Error::TooLarge { column: name.clone() }),
            _ => Err(Error::Kind { column }),
        }
    }

    /// Appends a cell to a category or a text by the [`code`](Self::code) of its value: whoever has
    /// looked at the same cell before need not look the value up again. What is no code of the
    /// column is none.
    pub fn push_code(&mut self, column: usize, code: u32) {
        if let Some(Filling { cells: Unsorted::One(codes) | Unsorted::Text(codes), .. }) =
            self.columns.get_mut(column)
        {
            codes.push(code);
        }
    }

    /// Appends a cell with several values by their [`code`](Self::code)s, which must be distinct. What
    /// is no code of the column is none.
    pub fn push_codes(&mut self, column: usize, values: &[u32]) {
        if values.is_empty() {
            return self.push_missing(column);
        }
        if let Some(Filling { cells: Unsorted::Many { offsets, codes }, .. }) =
            self.columns.get_mut(column)
        {
            values.iter().for_each(|&code| codes.push(code));
            // `finish` finds what does not fit 32 bits.
            offsets.push(u32::try_from(codes.len()).unwrap_or(u32::MAX));
        }
    }

    /// Appends a number; one that is not finite is none.
    pub fn push_number(&mut self, column: usize, value: f64) {
        if let Some(Filling { cells: Unsorted::Number { values, .. }, .. }) =
            self.columns.get_mut(column)
        {
            values.push(value);
        }
    }

    /// Appends a date as days since 1970-01-01. The smallest number of 32 bits is none.
    pub fn push_day(&mut self, column: usize, day: Option<i32>) {
        if let Some(Filling { cells: Unsorted::Date { days, .. }, .. }) =
            self.columns.get_mut(column)
        {
            days.push(day.unwrap_or(NO_DAY));
        }
    }

    /// Appends a date that is not known to the day: it is one from `first` to `last`, which are 65,535
    /// days apart at most. Rows are sorted by the first. Such a date has a bin of its own.
    pub fn push_span(&mut self, column: usize, first: i32, last: i32) {
        if let Some(Filling { cells: Unsorted::Date { days, more }, .. }) =
            self.columns.get_mut(column)
        {
            let further = i64::from(last) - i64::from(first);
            if further > 0 && first != NO_DAY {
                // In one step, which takes no more than it needs for the first time.
                more.resize(days.len() + 1, 0);
                if let Some(last) = more.last_mut() {
                    *last = u16::try_from(further).unwrap_or(u16::MAX);
                }
            }
            days.push(first);
        }
    }

    /// Appends a cell without a value to a column of any kind.
    pub fn push_missing(&mut self, column: usize) {
        match self.columns.get_mut(column).map(|filling| &mut filling.cells) {
            Some(Unsorted::One(codes) | Unsorted::Text(codes)) => codes.push(Codes::MISSING),
            Some(Unsorted::Many { offsets, codes }) => {
                codes.push(Codes::MISSING);
                // `finish` compares the lengths, and finds what does not fit 32 bits.
                offsets.push(u32::try_from(codes.len()).unwrap_or(u32::MAX));
            }
            Some(Unsorted::Number { values, .. }) => values.push(f64::NAN),
            Some(Unsorted::Date { days, .. }) => days.push(NO_DAY),
            None => {}
        }
    }

    /// Adds a category from a whole array of codes, which are positions in `labels`; what is beyond them is none.
    ///
    /// # Errors
    /// As [`push`](Self::push).
    pub fn category_codes(
        &mut self,
        name: &str,
        labels: &[&str],
        codes: impl Into<CodeArray>,
    ) -> Result<usize, Error> {
        let mut dictionary = Dictionary::default();
        let mut positions = Vec::with_capacity(labels.len());
        for label in labels {
            let code =
                dictionary.add(label).ok_or_else(|| Error::TooLarge { column: name.into() })?;
            positions.push(code);
        }
        let mut codes = codes.into().0;
        if dictionary.len() < labels.len() {
            // A label that comes twice: both are the same value.
            codes = each_width!(&codes, codes => Codes::collect(
                dictionary.len() + 1,
                codes.iter().map(|code| positions.get(code.at()).copied().unwrap_or(Codes::MISSING)),
            ));
        }
        self.columns.push(Filling { name: name.into(), dictionary, cells: Unsorted::One(codes) });
        Ok(self.columns.len() - 1)
    }

    /// Adds a column of numbers from a whole array, counted in `bins` equal ranges (1 to 65,535).
    pub fn numbers(&mut self, name: &str, values: Vec<f64>, bins: usize) -> usize {
        self.add(name, Unsorted::Number { values, bins })
    }

    /// Adds the column of dates from a whole array of days since 1970-01-01; the smallest number of 32 bits is none.
    pub fn days(&mut self, name: &str, days: Vec<i32>) -> usize {
        self.add(name, Unsorted::Date { days, more: Vec::new() })
    }

    /// Bytes on the heap: of cells, and of dictionaries. [`finish`](Self::finish) needs besides, for
    /// as long as it takes, up to eight bytes per row and the largest column a second time.
    pub fn bytes(&self) -> (usize, usize) {
        self.columns.iter().fold((0, 0), |(cells, dictionaries), filling| {
            let of_cells = match &filling.cells {
                Unsorted::One(codes) | Unsorted::Text(codes) => codes.bytes(),
                Unsorted::Many { offsets, codes } => {
                    offsets.capacity() * size_of::<u32>() + codes.bytes()
                }
                Unsorted::Number { values, .. } => values.capacity() * size_of::<f64>(),
                Unsorted::Date { days, more } => {
                    days.capacity() * size_of::<i32>() + more.capacity() * size_of::<u16>()
                }
            };
            (cells + of_cells, dictionaries + filling.name.capacity() + filling.dictionary.bytes())
        })
    }

    /// Sorts the rows by date, those of a day as they came, and gives every column its smallest width.
    ///
    /// # Errors
    /// [`Error::Length`] if columns differ in their number of rows, [`Error::SecondDate`], and
    /// [`Error::TooLarge`] if there are 2³² rows or more.
    pub fn finish(self) -> Result<Table, Error> {
        let rows = self.columns.first().map_or(0, Filling::len);
        let mut sorted: Option<(Days, Option<Moves>)> = None;
        for filling in &self.columns {
            let column = || filling.name.clone();
            if filling.len() != rows {
                return Err(Error::Length {
                    column: column(),
                    expected: rows,
                    found: filling.len(),
                });
            }
            let values = match &filling.cells {
                Unsorted::Many { codes, .. } => codes.len(),
                _ => rows,
            };
            if u32::try_from(values).is_err() {
                return Err(Error::TooLarge { column: column() });
            }
            if let Unsorted::Date { days, more } = &filling.cells {
                if sorted.is_some() {
                    return Err(Error::SecondDate { column: column() });
                }
                sorted = Some(order::by_span(days, more));
            }
        }
        let (mut days, moves) = sorted.unzip();
        let moves = moves.flatten();
        let columns = self
            .columns
            .into_iter()
            .map(|filling| filling.sort(moves.as_ref(), &mut days))
            .collect();
        Ok(Table::new(rows, columns, moves.map(|moves| moves.order)))
    }
}

/// Codes of one of the widths.
#[derive(Debug)]
pub struct CodeArray(Codes);

impl From<Vec<u8>> for CodeArray {
    fn from(codes: Vec<u8>) -> Self {
        Self(Codes::U8(codes))
    }
}

impl From<Vec<u16>> for CodeArray {
    fn from(codes: Vec<u16>) -> Self {
        Self(Codes::U16(codes))
    }
}

impl From<Vec<u32>> for CodeArray {
    fn from(codes: Vec<u32>) -> Self {
        Self(Codes::U32(codes))
    }
}

impl Filling {
    fn len(&self) -> usize {
        match &self.cells {
            Unsorted::One(codes) | Unsorted::Text(codes) => codes.len(),
            Unsorted::Many { offsets, .. } => offsets.len() - 1,
            Unsorted::Number { values, .. } => values.len(),
            Unsorted::Date { days, .. } => days.len(),
        }
    }

    /// The finished column, its rows moved.
    fn sort(mut self, moves: Option<&Moves>, sorted: &mut Option<Days>) -> Column {
        let bins = self.dictionary.len() + 1;
        let one = |codes: Codes| {
            let codes = codes.fit(bins);
            match moves {
                Some(moves) => codes.scatter(&moves.places),
                None => codes,
            }
        };
        let cells = match self.cells {
            Unsorted::One(codes) => Cells::One(one(codes)),
            Unsorted::Text(codes) => {
                self.dictionary.settle();
                Cells::Text(one(codes))
            }
            Unsorted::Many { offsets, codes } => many(offsets, codes.fit(bins), moves),
            Unsorted::Number { values, bins } => {
                let values = match moves {
                    Some(moves) => {
                        let mut moved = vec![0.0; values.len()];
                        order::scatter(&values, &moves.places, &mut moved);
                        moved
                    }
                    None => values,
                };
                let binning = Binning::new(&values, bins);
                Cells::Number { codes: binning.codes(&values), values, binning }
            }
            Unsorted::Date { .. } => Cells::Date(sorted.take().unwrap_or_default()),
        };
        Column { name: self.name, dictionary: self.dictionary, cells }
    }
}

/// A column of several values per row, its rows moved.
fn many(offsets: Vec<u32>, codes: Codes, moves: Option<&Moves>) -> Cells {
    let Some(moves) = moves else { return Cells::Many { offsets, codes } };
    let mut positions = vec![0; codes.len()];
    let mut sorted = Vec::with_capacity(offsets.len());
    sorted.push(0);
    let mut next = 0;
    for &row in &moves.order {
        for place in
            &mut positions[offsets[row as usize] as usize..offsets[row as usize + 1] as usize]
        {
            *place = next;
            next += 1;
        }
        sorted.push(next);
    }
    Cells::Many { offsets: sorted, codes: codes.scatter(&positions) }
}
