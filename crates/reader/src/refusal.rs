//! Why a file as a whole is not read.

use std::fmt;

/// Why a file is not read at all. Its words are for the reader of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it, or nothing but blanks.
    Empty,
    /// It is no text. Says what it seems to be, and what to do.
    Binary(&'static str),
    /// It would not fit in memory: what it would need and what there is, in bytes.
    TooLarge {
        /// Size of the file.
        file: u64,
        /// Memory that it would need.
        needed: u64,
        /// Memory that may be used.
        allowed: u64,
    },
    /// A JSON text that can only be read as a whole is longer than that: bytes seen, and the most.
    WholeJsonTooLarge {
        /// Bytes that were read before it was refused.
        seen: u64,
        /// The most that is read.
        most: u64,
    },
    /// More columns than are read: how many there are at least, and the most.
    TooManyColumns {
        /// Columns of the header.
        found: u64,
        /// The most that is read.
        most: u64,
    },
    /// The names of columns, and no row below them.
    NoRows,
    /// JSON that holds no table, or is none. Says what was expected.
    NoTable(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("The file is empty."),
            Self::Binary(what) => write!(f, "This is {what}."),
            Self::TooLarge { file, needed, allowed } => write!(
                f,
                "The file has {}; opening it would need about {}, and {} can be used.",
                Size(*file),
                Size(*needed),
                Size(*allowed)
            ),
            Self::WholeJsonTooLarge { seen, most } => write!(
                f,
                "This JSON has to be read as a whole, which is done up to {}; at least {} are \
                 there. A list of objects, or JSON Lines, can be longer.",
                Size(*most),
                Size(*seen)
            ),
            Self::TooManyColumns { found, most } => {
                write!(f, "The file has at least {found} columns; up to {most} are read.")
            }
            Self::NoRows => f.write_str("The file has the names of its columns, and no rows."),
            Self::NoTable(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Refusal {}

/// A number of bytes as a reader reads it. In whole tenths, as formatting floats costs code.
struct Size(u64);

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")];
        for (unit, name) in units {
            if self.0 >= unit {
                let tenths = self.0 / (unit / 8) * 10 / 8;
                return write!(f, "{}.{} {name}", tenths / 10, tenths % 10);
            }
        }
        write!(f, "{} bytes", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_well() {
        for (bytes, words) in [
            (0, "0 bytes"),
            (1023, "1023 bytes"),
            (1536, "1.5 KB"),
            (200 << 20, "200.0 MB"),
            (5 << 29, "2.5 GB"),
        ] {
            assert_eq!(Size(bytes).to_string(), words);
        }
        assert!(!Size(u64::MAX).to_string().is_empty());
    }
}
