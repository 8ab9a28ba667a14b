//! Why a file is not loaded.

use std::fmt;

use explorer_engine::Error;
use explorer_reader::Refusal;

/// Why a file is not loaded. Its words are for the reader of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// It cannot be read as a table.
    Refused(Refusal),
    /// Its table is more than the engine can hold.
    Table(Error),
    /// The mapping is of a file with other columns.
    OtherColumns {
        /// How many the mapping knows.
        mapped: usize,
        /// How many the file has.
        found: usize,
    },
    /// The mapping leaves out every column.
    NoColumn,
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Table(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Table(Error::TooLarge { column }) => {
                write!(f, "There is more in the column “{column}” than can be loaded.")
            }
            Self::Table(error) => write!(f, "The table cannot be made: {error}."),
            Self::OtherColumns { mapped, found } if mapped != found => write!(
                f,
                "The roles of columns are those of another file: they are for {mapped}, and this one has {found}."
            ),
            Self::OtherColumns { .. } => f.write_str(
                "The roles of columns are those of another file: its columns have other names, or another order.",
            ),
            Self::NoColumn => f.write_str("All columns are ignored, so there is nothing to show."),
        }
    }
}

impl std::error::Error for Failure {}
