//! Whether `dist/` still is what the present sources build.
//!
//! After a successful build a stamp notes one hash of all that goes into the page and one of
//! what came out. As long as both still fit there is nothing to build.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

/// What lies at the root of the repository and does not go into the page. All other entries
/// count, so that a new style or asset directory needs no line here.
const NOT_IN_THE_PAGE: [&str; 8] =
    ["benches", "dist", "docs", "node_modules", "reports", "target", "tests", "xtask"];

/// What the page goes through after Trunk: done in another way, it is another page.
const STEPS: [&str; 2] = ["xtask/src/page", "xtask/split"];

/// The hash of all that goes into the page: the sources and, as `tools`, what builds them.
pub fn of_sources(root: &Path, tools: &[String]) -> Outcome<u64> {
    let mut hasher = DefaultHasher::new();
    tools.hash(&mut hasher);
    hash_tree(root, &goes_into_the_page, &mut hasher)
        .and_then(|()| {
            STEPS.iter().try_for_each(|step| hash_tree(&root.join(step), &|_| true, &mut hasher))
        })
        .map_err(|error| Failure::io("read the sources of the page", &error))?;
    Ok(hasher.finish())
}

/// Whether the stamp at `stamp` says that `dist` was built from these sources, and `dist` has
/// not been touched since.
pub fn is_current(stamp: &Path, sources: u64, dist: &Path) -> bool {
    dist.join("index.html").is_file()
        && of_page(dist).is_ok_and(|page| {
            std::fs::read_to_string(stamp).is_ok_and(|text| text == content(sources, page))
        })
}

/// Notes that `dist` was built from these sources.
pub fn write(stamp: &Path, sources: u64, dist: &Path) -> Outcome<()> {
    of_page(dist)
        .and_then(|page| std::fs::write(stamp, content(sources, page)))
        .map_err(|error| Failure::io("note what the page was built from", &error))
}

/// The text of a stamp.
fn content(sources: u64, page: u64) -> String {
    format!("sources {sources:016x}\npage {page:016x}\n")
}

/// The hash of the built page.
fn of_page(dist: &Path) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    hash_tree(dist, &|_| true, &mut hasher)?;
    Ok(hasher.finish())
}

/// Whether an entry of the repository's root goes into the page. Hidden entries do not, except
/// for Cargo's configuration.
fn goes_into_the_page(name: &str) -> bool {
    let prose = name.ends_with(".md") || name.starts_with("LICENSE") || name == "CITATION.cff";
    name == ".cargo" || !(name.starts_with('.') || prose || NOT_IN_THE_PAGE.contains(&name))
}

/// Hashes the names and contents of all files under `root`, in a fixed order; `wanted` picks
/// among the entries directly in `root`.
fn hash_tree(
    root: &Path,
    wanted: &dyn Fn(&str) -> bool,
    hasher: &mut DefaultHasher,
) -> io::Result<()> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(root)? {
        let entry = entry?;
        if wanted(&entry.file_name().to_string_lossy()) {
            collect_files(entry.path(), &mut files)?;
        }
    }
    files.sort();
    for file in files {
        file.strip_prefix(root).unwrap_or(&file).hash(hasher);
        // A file that an editor takes away right now counts as an empty one.
        std::fs::read(&file).ok().hash(hasher);
    }
    Ok(())
}

/// Adds the file at `path`, or all files in the directory at `path`.
fn collect_files(path: PathBuf, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if path.is_file() {
        files.push(path);
    } else if std::fs::symlink_metadata(&path)?.is_dir() {
        for entry in std::fs::read_dir(&path)? {
            collect_files(entry?.path(), files)?;
        }
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// A little repository in the system's directory for temporary files.
    struct Sandbox(PathBuf);

    impl Sandbox {
        fn new(name: &str) -> Self {
            let root = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
            let sandbox = Self(root);
            sandbox.put("src/main.rs", "fn main() {}");
            sandbox.put("xtask/src/page/mod.rs", "steps");
            sandbox.put("xtask/split/src/main.rs", "splits");
            sandbox.put("dist/index.html", "<p>page</p>");
            sandbox
        }

        fn put(&self, path: &str, text: &str) {
            let path = self.0.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }

        fn sources(&self) -> u64 {
            of_sources(&self.0, &["trunk 1".into()]).unwrap()
        }
    }

    impl Drop for Sandbox {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn the_hash_follows_what_goes_into_the_page() {
        let sandbox = Sandbox::new("sources");
        let before = sandbox.sources();
        sandbox.put("tests/browser/a.rs", "changed");
        sandbox.put("target/debug/x", "changed");
        sandbox.put(".tools/logs/x.log", "changed");
        assert_eq!(sandbox.sources(), before, "none of this goes into the page");

        for path in [
            "src/main.rs",
            "src/ui/table.rs",
            "crates/engine/src/table.rs",
            "crates/table/wasm/src/main.rs",
            "crates/loader/src/lib.rs",
            "crates/reader/src/lib.rs",
            "assets/a.svg",
            "Cargo.lock",
            "index.html",
            "build.rs",
            "xtask/src/page/mod.rs",
            "xtask/split/src/main.rs",
        ] {
            let before = sandbox.sources();
            sandbox.put(path, "changed");
            assert_ne!(sandbox.sources(), before, "{path}");
        }
        let other_tools = of_sources(&sandbox.0, &["trunk 2".into()]).unwrap();
        assert_ne!(sandbox.sources(), other_tools);
    }

    #[test]
    fn a_stamp_is_current_until_the_sources_or_the_page_change() {
        let sandbox = Sandbox::new("stamp");
        let (stamp, dist) = (sandbox.0.join(".stamp"), sandbox.0.join("dist"));
        let sources = sandbox.sources();
        assert!(!is_current(&stamp, sources, &dist), "there is no stamp yet");

        write(&stamp, sources, &dist).unwrap();
        assert!(is_current(&stamp, sources, &dist));
        assert!(!is_current(&stamp, sources ^ 1, &dist), "other sources");

        sandbox.put("dist/index.html", "<p>touched</p>");
        assert!(!is_current(&stamp, sources, &dist), "the page was touched");

        std::fs::remove_dir_all(&dist).unwrap();
        assert!(!is_current(&stamp, sources, &dist), "the page is gone");
    }
}
