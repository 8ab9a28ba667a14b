//! What a reader chose of how a file is read.

use explorer_loader::FormatChoice;
use explorer_reader::encoding::Encoding;
use serde::{Deserialize, Serialize};

/// What a reader chose of how a file is read. What is not chosen is proposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReadChoice {
    /// The encoding of its text.
    pub encoding: Option<Encoding>,
    /// What separates its cells, and which row has the names of its columns.
    pub format: FormatChoice,
}
