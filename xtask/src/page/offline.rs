//! The service worker's list of what it keeps: one whole build, by the hashes of its files.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::content_security::Shape;
use super::stage::Stage;
use super::{bare, preview, publish, single_file};
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;

/// The worker's name in `dist/`. It lies beside the page, because a worker only serves what is
/// below it.
const WORKER: &str = "service-worker.js";

/// How many characters of a hash in base64 are kept: 132 bits, as no two files will ever share by
/// accident, and whoever could change one on purpose could change the worker, too. All of them would be
/// 160 bytes more of the first load, as nothing about them can be compressed.
const KEPT: usize = 22;

/// The worker of a page that Trunk serves, and builds again after each change.
const WHILE_SERVING: &str = "service-worker-while-serving.js";

/// Completes the worker that Trunk has copied, or puts another one in its place.
pub fn write(repository: &Repository, stage: &Stage, shape: Shape) -> Outcome<()> {
    if shape == Shape::Served {
        return stage.write(WORKER, bare::script(&repository.asset(WHILE_SERVING)?));
    }
    let mut files = BTreeMap::new();
    for name in stage.names()? {
        if [WORKER, single_file::NAME, preview::NAME, publish::BESIDE].contains(&&*name) {
            continue;
        }
        let hash = STANDARD.encode(Sha256::digest(stage.bytes(&name)?));
        // Hosts answer with the page at its folder's address; some lead from the file's name there.
        let path = if name == "index.html" { "./".to_owned() } else { name };
        files.insert(path, hash.chars().take(KEPT).collect());
    }
    let worker = complete(&bare::script(&stage.text(WORKER)?), &files).ok_or_else(|| {
        Failure::new(format!("{WORKER} has no {{{{FILES}}}} or {{{{BUILD}}}} to be filled in."))
    })?;
    stage.write(WORKER, worker)
}

/// The worker with its files, and with a name for the build that follows from them.
fn complete(worker: &str, files: &BTreeMap<String, String>) -> Option<String> {
    let list = serde_json::to_string(files).ok()?;
    let filled = worker.replace("\"{{FILES}}\"", &list);
    // Of the worker, too: another way to keep the same files must not meet the old one's cache.
    let build: String =
        Sha256::digest(&filled).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let complete = filled.replace("{{BUILD}}", &build);
    (!files.is_empty() && filled != worker && worker.contains("{{BUILD}}")).then_some(complete)
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
        assert!(complete("no place", &files("a")).is_none());
    }
}
