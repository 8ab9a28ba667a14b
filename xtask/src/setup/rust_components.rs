//! What the Rust toolchain itself has to bring: the wasm target, rustfmt and clippy.

use std::path::{Path, PathBuf};

use super::{Prerequisite, progress::Line};
use crate::failure::{Failure, Outcome};
use crate::page::TARGET;
use crate::process;
use crate::repository::Repository;

/// The standard library for the wasm target.
pub struct WasmTarget {
    repository: Repository,
}

impl WasmTarget {
    /// The wasm target of the toolchain in use.
    pub fn new(repository: &Repository) -> Self {
        Self { repository: repository.clone() }
    }
}

impl Prerequisite for WasmTarget {
    fn label(&self) -> String {
        format!("Rust target {TARGET}")
    }

    fn estimate(&self) -> &'static str {
        "a few seconds"
    }

    fn is_present(&self) -> bool {
        let mut rustc = process::program("rustc", self.repository.root());
        process::answer(rustc.args(["--print", "sysroot"])).is_some_and(|sysroot| {
            let libraries: PathBuf =
                [&sysroot, "lib", "rustlib", TARGET, "lib"].iter().map(Path::new).collect();
            libraries.is_dir()
        })
    }

    fn install(&self, line: &mut Line) -> Outcome<()> {
        rustup(&self.repository, &["target", "add", TARGET], "wasm-target", line)
    }
}

/// rustfmt and clippy.
pub struct Checkers {
    repository: Repository,
}

impl Checkers {
    /// The checkers of the toolchain in use.
    pub fn new(repository: &Repository) -> Self {
        Self { repository: repository.clone() }
    }
}

impl Prerequisite for Checkers {
    fn label(&self) -> String {
        "rustfmt and clippy".into()
    }

    fn estimate(&self) -> &'static str {
        "a few seconds"
    }

    fn is_present(&self) -> bool {
        ["fmt", "clippy"].iter().all(|checker| {
            let mut cargo = process::program("cargo", self.repository.root());
            process::answer(cargo.args([checker, "--version"])).is_some()
        })
    }

    fn install(&self, line: &mut Line) -> Outcome<()> {
        rustup(&self.repository, &["component", "add", "rustfmt", "clippy"], "rust-checkers", line)
    }
}

/// The version of the compiler in use.
pub fn rustc_version(repository: &Repository) -> String {
    process::answer(process::program("rustc", repository.root()).arg("--version"))
        .unwrap_or_default()
}

/// Lets rustup add something to the toolchain in use.
fn rustup(repository: &Repository, arguments: &[&str], log: &str, line: &mut Line) -> Outcome<()> {
    if process::on_path("rustup").is_none() {
        return Err(Failure::new(format!(
            "This needs `rustup {}`, and rustup is not there: install Rust by rustup (https://rustup.rs), or add the same with what Rust was installed with.",
            arguments.join(" ")
        )));
    }
    let mut command = process::program("rustup", repository.root());
    process::run_logged(command.args(arguments), &repository.log(log), |_| line.tick())
}
