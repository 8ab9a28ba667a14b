//! Why a workbook is not read.

use std::fmt;

use explorer_number::grouped;

/// Why a workbook, or a sheet of it, is not read. Its words are for the reader of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// An archive with something else in it.
    NoWorkbook,
    /// A workbook in a format that is not read: its name.
    OtherFormat(&'static str),
    /// It can be read with a password only.
    Encrypted,
    /// Something in it is not as it has to be.
    Damaged(String),
    /// The file is too large: its bytes, and the most.
    LargeFile {
        /// Bytes of the file.
        bytes: u64,
        /// The most that are read.
        most: u64,
    },
    /// It is too large once it is unpacked: bytes, and the most.
    LargeUnpacked {
        /// Bytes that its parts have.
        bytes: u64,
        /// The most that are unpacked.
        most: u64,
    },
    /// A sheet has too many cells for a format that has to be read as a whole: how many, and the most.
    ManyCells {
        /// Cells, with those that are repeated.
        cells: u64,
        /// The most that are read.
        most: u64,
    },
    /// A sheet has too many columns: how many, and the most.
    ManyColumns {
        /// From the first column with a value to the last.
        columns: u64,
        /// The most that are read.
        most: u64,
    },
    /// The text of a sheet is longer than what can be opened: the most bytes.
    LongText {
        /// The most bytes.
        most: u64,
    },
    /// No sheet has a value in it.
    Empty,
}

impl Refusal {
    /// Something is not as it has to be, as a library says it.
    pub(crate) fn damaged(error: impl fmt::Display) -> Self {
        Self::Damaged(error.to_string())
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoWorkbook => f.write_str(
                "This is an archive without a workbook in it: unpack it, and open the table.",
            ),
            Self::OtherFormat(format) => {
                write!(f, "This is {format}: save it as XLSX, as ODS, or its table as CSV.")
            }
            Self::Encrypted => f.write_str(
                "The workbook is encrypted. Save a copy of it without a password, and open that.",
            ),
            Self::Damaged(what) => write!(
                f,
                "The workbook is damaged ({what}). If a spreadsheet program opens it, save it anew there."
            ),
            Self::LargeFile { bytes, most } => write!(
                f,
                "The workbook has {}; up to {} are read. Save the sheet as CSV.",
                Megabytes(*bytes),
                Megabytes(*most)
            ),
            Self::LargeUnpacked { bytes, most } => write!(
                f,
                "Unpacked, the workbook would have {}; up to {} are read. Save the sheet as CSV.",
                Megabytes(*bytes),
                Megabytes(*most)
            ),
            Self::ManyCells { cells, most } => write!(
                f,
                "A sheet has {} cells; in ODS, up to {} are read. Save it as XLSX or CSV.",
                grouped(*cells),
                grouped(*most)
            ),
            Self::ManyColumns { columns, most } => write!(
                f,
                "The sheet has {} columns; up to {} are read.",
                grouped(*columns),
                grouped(*most)
            ),
            Self::LongText { most } => write!(
                f,
                "The sheet has more than {} of text, which is the most that can be opened.",
                Megabytes(*most)
            ),
            Self::Empty => f.write_str("No sheet of the workbook has a value in it."),
        }
    }
}

impl std::error::Error for Refusal {}

/// A number of bytes as a reader reads it.
struct Megabytes(u64);

impl fmt::Display for Megabytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} MB", grouped(self.0.div_ceil(1 << 20)))
    }
}
