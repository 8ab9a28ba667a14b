//! What the cells of a column were found to mean, so that each different one is read once.

use std::collections::BTreeSet;

use explorer_engine::Dictionary;

use crate::originals::Kept;

/// What a cell means to the engine.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Meant {
    /// Nothing that could be read.
    Nothing,
    /// A date: the first and the last day that it can mean, in days since 1970-01-01.
    Date(i32, i32),
    /// One value of the column's dictionary.
    Code(u32),
    /// Several: these places of [`Memo::codes`].
    Codes(u32, u32),
}

/// What is wrong with a value of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The value.
    pub value: String,
    /// What was expected in its place.
    pub expected: String,
    /// Whether it should have been a country.
    pub is_country: bool,
}

/// The cells of a column by their text as it stands in the file, with what they mean. Cells of most
/// columns repeat; where they do not, this forgets, and then stops to remember.
#[derive(Debug, Default)]
pub struct Memo {
    cells: Dictionary,
    meanings: Vec<Remembered>,
    codes: Vec<u32>,
    wrong: Vec<Wrong>,
    /// Cells that were remembered since the last time that all were forgotten.
    hits: usize,
    is_useless: bool,
}

#[derive(Debug, Clone, Copy)]
struct Remembered {
    meant: Meant,
    kept: Kept,
    /// The places in `wrong` of what is wrong.
    wrong: (u32, u32),
}

/// As many different cells are remembered, and values of theirs, and bytes.
const CELLS: usize = 1 << 16;
const VALUES: usize = 1 << 18;
const BYTES: usize = 4 << 20;

/// A cell whose meaning is being put together.
#[derive(Debug, Default)]
pub struct Reading {
    codes: Vec<u32>,
    /// The same, once they are many: a cell may have a million values.
    many: BTreeSet<u32>,
    wrong: Vec<Wrong>,
    /// How the cell is kept as it stands.
    pub kept: Kept,
}

/// Among so many values, looking at each is quickest.
const FEW: usize = 32;

/// So many wrong values are told of a cell: one of megabytes would otherwise take gigabytes.
const MOST_WRONG: usize = 1_000;
const EXPECTED_FEWER: &str =
    "fewer values in one cell that cannot be read: others behind this one are not told";

impl Reading {
    /// Adds a value by its code, if it is not there yet.
    pub fn add(&mut self, code: u32) {
        let is_new = if self.codes.len() < FEW {
            !self.codes.contains(&code)
        } else {
            if self.many.is_empty() {
                self.many.extend(&self.codes);
            }
            self.many.insert(code)
        };
        if is_new {
            self.codes.push(code);
        }
    }

    /// Whether something is wrong.
    pub fn has_wrong(&self) -> bool {
        !self.wrong.is_empty()
    }

    /// Adds what is wrong with a value, unless that is said of one of the last few.
    pub fn add_wrong(&mut self, value: &str, expected: String, is_country: bool) {
        if self.wrong.len() >= MOST_WRONG {
            if self.wrong.len() == MOST_WRONG {
                let expected = EXPECTED_FEWER.to_owned();
                self.wrong.push(Wrong { value: value.to_owned(), expected, is_country: false });
            }
            return;
        }
        if self.wrong.iter().rev().take(FEW).all(|wrong| wrong.value != value) {
            self.wrong.push(Wrong { value: value.to_owned(), expected, is_country });
        }
    }
}

impl Memo {
    /// What a cell means, as it was remembered or as `read` now says. `read` leaves codes of several
    /// values in the reading that it is given, and says what else there is.
    ///
    /// # Errors
    /// Those of `read`; then nothing is remembered.
    pub fn find<E>(
        &mut self,
        cell: &str,
        read: impl FnOnce(&mut Reading) -> Result<Option<Meant>, E>,
    ) -> Result<(Meant, Kept, &[Wrong]), E> {
        let known = if self.is_useless { None } else { self.cells.code(cell) };
        let at = match known {
            Some(code) => {
                self.hits += 1;
                code as usize
            }
            None => {
                self.forget_if_full();
                let mut reading = Reading::default();
                let several = read(&mut reading)?;
                if !self.is_useless {
                    // Below the limits that `forget_if_full` keeps, there is always a code.
                    self.cells.add(cell);
                }
                let wrong = self.wrong.len() as u32;
                self.wrong.append(&mut reading.wrong);
                let codes = self.codes.len() as u32;
                let meant = several.unwrap_or_else(|| {
                    self.codes.append(&mut reading.codes);
                    Meant::Codes(codes, self.codes.len() as u32)
                });
                let wrong = (wrong, self.wrong.len() as u32);
                self.meanings.push(Remembered { meant, kept: reading.kept, wrong });
                self.meanings.len() - 1
            }
        };
        let Some(&Remembered { meant, kept, wrong }) = self.meanings.get(at) else {
            return Ok((Meant::Nothing, Kept::Not, &[]));
        };
        let wrong = self.wrong.get(wrong.0 as usize..wrong.1 as usize).unwrap_or_default();
        Ok((meant, kept, wrong))
    }

    /// The codes at the places that [`Meant::Codes`] has.
    pub fn codes(&self, from: u32, to: u32) -> &[u32] {
        self.codes.get(from as usize..to as usize).unwrap_or_default()
    }

    fn forget_if_full(&mut self) {
        let is_full = self.cells.len() >= CELLS
            || self.codes.len() >= VALUES
            || self.wrong.len() >= CELLS
            || self.cells.bytes() >= BYTES;
        if is_full || self.is_useless {
            // Remembering is dearer than what it saves if few cells come again.
            self.is_useless = self.is_useless || self.hits < self.cells.len();
            self.hits = 0;
            self.cells = Dictionary::default();
            self.meanings.clear();
            self.codes.clear();
            self.codes.shrink_to(VALUES);
            self.wrong.clear();
        }
    }

    /// Bytes on the heap, without those of what is wrong.
    pub fn bytes(&self) -> usize {
        self.cells.bytes()
            + self.meanings.capacity() * size_of::<Remembered>()
            + self.codes.capacity() * size_of::<u32>()
    }
}
