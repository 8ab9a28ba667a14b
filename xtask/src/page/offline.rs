//! The service worker's list of what it keeps: one whole build, by the hashes of its files.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::single_file;

/// The worker's name in `dist/`. It lies beside the page, because a worker only serves what is
/// below it.
pub const WORKER: &str = "service-worker.js";

/// How many characters of a hash in base64 are kept: 132 bits, as no two files will ever share by
/// accident, and whoever could change one on purpose could change the worker, too. All of them would be
/// 160 bytes more of the first load, as nothing about them can be compressed.
const KEPT: usize = 22;

/// Completes the worker that Trunk has copied into `dist/`.
pub fn write(dist: &Path) -> io::Result<()> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(dist)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == WORKER || name == single_file::NAME {
            continue;
        }
        // Hosts answer with the page at its folder's address; some lead from the file's name there.
        let path = if name == "index.html" { "./".to_owned() } else { name };
        let hash = STANDARD.encode(Sha256::digest(fs::read(entry.path())?));
        files.insert(path, hash.chars().take(KEPT).collect());
    }
    let worker = dist.join(WORKER);
    fs::write(&worker, complete(&fs::read_to_string(&worker)?, &files)?)
}

/// The worker with its files, and with a name for the build that follows from them.
fn complete(worker: &str, files: &BTreeMap<String, String>) -> io::Result<String> {
    let list = serde_json::to_string(files)?;
    let filled = worker.replace("\"{{FILES}}\"", &list);
    // Of the worker, too: another way to keep the same files must not meet the old one's cache.
    let build: String =
        Sha256::digest(&filled).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let complete = filled.replace("{{BUILD}}", &build);
    if list.len() < 3 || filled == worker || !worker.contains("{{BUILD}}") {
        return Err(io::Error::other("it has no {{FILES}} or {{BUILD}} to be filled in"));
    }
    Ok(complete)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn another_file_is_another_build() {
        let files = |hash: &str| BTreeMap::from([("./".to_owned(), hash.to_owned())]);
        let template = "const BUILD = \"{{BUILD}}\"; const FILES = \"{{FILES}}\";";
        let one = complete(template, &files("a")).unwrap();
        assert!(one.ends_with("const FILES = {\"./\":\"a\"};"), "{one}");
        assert_eq!(one, complete(template, &files("a")).unwrap());
        assert_ne!(one[..32], complete(template, &files("b")).unwrap()[..32]);
        assert!(complete("no place", &files("a")).is_err());
    }
}
