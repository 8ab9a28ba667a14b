//! What can be wrong with what the engine is given.

use std::fmt;

/// Why a table cannot be built, or an operation does not apply to a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// A column has another number of rows than the first one.
    Length {
        /// The column's name.
        column: String,
        /// Rows of the first column.
        expected: usize,
        /// Rows of this one.
        found: usize,
    },
    /// More rows, distinct values or characters of labels than 32 bits can number.
    TooLarge {
        /// The column's name.
        column: String,
    },
    /// A table has at most one date.
    SecondDate {
        /// The second one's name.
        column: String,
    },
    /// The column is not of the kind that this asks for, or there is no such column.
    Kind {
        /// Its position.
        column: usize,
    },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Length { column, expected, found } => {
                write!(f, "column “{column}” has {found} rows, the first one {expected}")
            }
            Self::TooLarge { column } => write!(f, "column “{column}” is too large"),
            Self::SecondDate { column } => write!(f, "“{column}” would be a second date"),
            Self::Kind { column } => write!(f, "column {column} is not of the kind for that"),
        }
    }
}

impl std::error::Error for Error {}
