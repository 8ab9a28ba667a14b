//! The folder in which Trunk assembles the page before it puts it into `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::failure::{Failure, Outcome};

/// How the name of a Wasm ends that wasm-bindgen has made.
const WASM: &str = "_bg.wasm";

/// The files so far, and how they are made.
#[derive(Debug)]
pub struct Stage {
    /// Where they are.
    folder: PathBuf,
    /// Whether they are made for readers, not for somebody who works on the page.
    pub release: bool,
}

/// A script of wasm-bindgen's and its Wasm, by their names.
#[derive(Debug)]
pub struct Pair {
    /// The script.
    pub script: String,
    /// The Wasm that it loads.
    pub wasm: String,
}

impl Stage {
    /// The folder that Trunk names to its hooks.
    pub fn of_trunk() -> Outcome<Self> {
        let folder = std::env::var_os("TRUNK_STAGING_DIR").ok_or_else(|| {
            Failure::usage("Trunk calls this step. Run `cargo xtask build` or `trunk build`.")
        })?;
        let release = std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
        Ok(Self { folder: folder.into(), release })
    }

    /// Where they are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The content of a file.
    pub fn bytes(&self, name: &str) -> Outcome<Vec<u8>> {
        fs::read(self.folder.join(name))
            .map_err(|error| Failure::io(format_args!("read {name} of the page"), &error))
    }

    /// The content of a file that is text.
    pub fn text(&self, name: &str) -> Outcome<String> {
        Ok(String::from_utf8_lossy(&self.bytes(name)?).into_owned())
    }

    /// Writes a file.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Outcome<()> {
        fs::write(self.folder.join(name), content)
            .map_err(|error| Failure::io(format_args!("write {name} of the page"), &error))
    }

    /// Takes a file away.
    pub fn remove(&self, name: &str) -> Outcome<()> {
        fs::remove_file(self.folder.join(name))
            .map_err(|error| Failure::io(format_args!("remove {name} from the page"), &error))
    }

    /// The names of all files that are the page's own, in their order: not of those in folders below.
    pub fn names(&self) -> Outcome<Vec<String>> {
        let entries = fs::read_dir(&self.folder)
            .map_err(|error| Failure::io("list the files of the page", &error))?;
        let files = entries.filter_map(Result::ok).filter(|entry| entry.path().is_file());
        let mut names: Vec<String> =
            files.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        Ok(names)
    }

    /// The page's own script and Wasm, as Trunk has left them.
    pub fn pair(&self) -> Outcome<Pair> {
        let names = self.names()?;
        let stems: Vec<&str> = names.iter().filter_map(|name| name.strip_suffix(WASM)).collect();
        match stems[..] {
            [stem] => Ok(Pair { script: format!("{stem}.js"), wasm: format!("{stem}{WASM}") }),
            _ => Err(Failure::new("Trunk has not left exactly one Wasm.")),
        }
    }
}

/// What a file's name says of its content: enough to tell builds apart.
pub fn short_hash(parts: &[&[u8]]) -> String {
    let digest = parts.iter().fold(Sha256::new(), |digest, part| digest.chain_update(part));
    digest.finalize().iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
