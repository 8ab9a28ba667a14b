//! A file before it is loaded: its first rows, and what its columns are taken for.

use std::rc::Rc;

use explorer_loader::Beginning;
use explorer_meaning::mapping::Mapping;
use explorer_reader::encoding::Encoding;
use explorer_table::read_choice::ReadChoice;

use super::source::Source;

/// A file that was looked at.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The file.
    pub source: Source,
    /// What the reader chose of how it is read.
    pub choice: ReadChoice,
    /// Its encoding.
    pub encoding: Encoding,
    /// What its beginning says.
    pub beginning: Rc<Beginning>,
    /// What its columns are taken for: a proposal, which the reader changes.
    pub mapping: Mapping,
    /// Whether that is how a file with this header was loaded before.
    pub remembered: bool,
    /// In what this file contradicts that, in words; empty if in nothing.
    pub contradicted: String,
}
