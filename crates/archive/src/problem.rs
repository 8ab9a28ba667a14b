//! Why a version cannot be read or kept.

use std::fmt;
use std::path::Path;

/// What is wrong and where, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem(String);

impl Problem {
    /// A problem in words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// A problem with a file.
    pub fn of_file(path: &Path, error: &dyn fmt::Display) -> Self {
        Self(format!("{}: {error}", path.display()))
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Problem {}
