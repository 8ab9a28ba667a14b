//! Every version of the dataset as a file: the former ones, which the page loads when a link asks for
//! them, and the newest, which it carries, so that its address stays when it is former itself.

use explorer_archive::{Kept, Problem, pack};
use explorer_dataset::release::{FOLDER, file_name};

use crate::{File, Source};

/// The files of all versions.
///
/// # Errors
/// None in practice: the newest is packed in memory.
pub fn versions(source: &Source) -> Result<Vec<File>, Problem> {
    let at = |name: &str| format!("{FOLDER}/{name}");
    let former = source.former.iter();
    let mut files: Vec<File> = former
        .map(|Kept { name, bytes, .. }| File { path: at(name), bytes: bytes.clone() })
        .collect();
    let name = file_name(&source.dataset().codebook.version);
    let bytes = pack(&source.text).map_err(|error| Problem::new(format!("{name}: {error}")))?;
    files.push(File { path: at(&name), bytes });
    Ok(files)
}
