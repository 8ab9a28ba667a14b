//! A file that is published.

use std::fs;
use std::path::Path;

use explorer_archive::Problem;

/// A file and where it lies beside the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path from the folder of the page, with slashes.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    /// A file of text.
    pub fn text(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), bytes: text.into().into_bytes() }
    }

    /// Writes it below a folder.
    ///
    /// # Errors
    /// If that cannot be written.
    pub fn write_below(&self, folder: &Path) -> Result<(), Problem> {
        let path = folder.join(&self.path);
        let told = |error: std::io::Error| Problem::of_file(&path, &error);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).map_err(told)?;
        }
        fs::write(&path, &self.bytes).map_err(told)
    }
}
