//! A built page as it lies in its folder, with what hosts make of it.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::transfer::brotli;

/// The whole page as one file: an alternative to the others.
pub const SINGLE_FILE: &str = "security-diplomacy-explorer.html";

/// The picture that other pages show with a link to the page, which does not load it.
pub const PREVIEW: &str = "preview.png";

/// One file of a page.
#[derive(Debug)]
pub struct BuiltFile {
    /// Its path in the folder, with slashes.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl BuiltFile {
    /// The file as a host sends it, compressed.
    ///
    /// # Errors
    /// None in practice: it is compressed in memory.
    pub fn compressed(&self) -> Outcome<Vec<u8>> {
        brotli(&self.bytes)
            .map_err(|error| Failure::new(format!("cannot compress {}: {error}", self.name)))
    }
}

/// A built page.
#[derive(Debug)]
pub struct BuiltPage {
    /// All of its files, by name.
    pub files: Vec<BuiltFile>,
}

impl BuiltPage {
    /// Reads the page in a folder, or in the `dist` folder of a repository.
    ///
    /// # Errors
    /// If there is no page, or it cannot be read.
    pub fn read(folder: &Path) -> Outcome<Self> {
        let candidates = [folder.to_path_buf(), folder.join("dist")];
        let built = |candidate: &&PathBuf| {
            // Trunk's template is an index.html, too; the built page has its Wasm beside it.
            candidate.join("index.html").is_file() && has_wasm(candidate)
        };
        let Some(root) = candidates.iter().find(built) else {
            return Err(Failure::new(format!("there is no built page in {}", folder.display())));
        };
        let mut files = Vec::new();
        collect(root, "", &mut files).map_err(|error| {
            Failure::new(format!("cannot read the page in {}: {error}", root.display()))
        })?;
        files.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Self { files })
    }
}

fn has_wasm(folder: &Path) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).any(|path| path.extension().is_some_and(|e| e == "wasm"))
}

/// Reads all files in a folder and below it, but not what is hidden: Trunk's own folder is no part of the
/// page, and is there while a build runs or after one that failed.
fn collect(folder: &Path, prefix: &str, files: &mut Vec<BuiltFile>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files)?;
        } else {
            files.push(BuiltFile { name, bytes: std::fs::read(&path)? });
        }
    }
    Ok(())
}
