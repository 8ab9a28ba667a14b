//! What the engine at scale is measured beside: libraries from npm, and what puts them into one script.

use std::path::PathBuf;

use super::npm_packages;
use super::{Prerequisite, progress::Line};
use crate::failure::Outcome;
use crate::repository::Repository;

/// The packages with their pinned versions. Arquero 8 does not install: it names a dependency that
/// the registry does not have.
pub const PACKAGES: [(&str, &str); 3] =
    [("crossfilter2", "1.5.4"), ("arquero", "7.2.1"), ("@duckdb/duckdb-wasm", "1.32.0")];

/// What makes one script of them and of the benchmark.
const BUNDLER: (&str, &str) = ("esbuild", "0.28.2");

/// Its launcher is a batch file on Windows.
const ESBUILD: &str = if cfg!(windows) { "esbuild.cmd" } else { "esbuild" };

/// All that is installed.
fn packages() -> Vec<(&'static str, &'static str)> {
    PACKAGES.into_iter().chain([BUNDLER]).collect()
}

/// The pinned npm packages below `.tools/peers`. They have a folder of their own, as they are needed
/// for nothing else.
pub struct Peers {
    repository: Repository,
}

impl Peers {
    /// The packages of this repository.
    pub fn new(repository: &Repository) -> Self {
        Self { repository: repository.clone() }
    }

    /// The launcher of esbuild.
    pub fn esbuild(&self) -> PathBuf {
        self.modules().join(".bin").join(ESBUILD)
    }

    /// Where npm puts packages.
    pub fn modules(&self) -> PathBuf {
        self.repository.peers().join("node_modules")
    }

    /// A file that DuckDB-Wasm consists of.
    pub fn duckdb(&self, name: &str) -> PathBuf {
        self.modules().join("@duckdb/duckdb-wasm/dist").join(name)
    }
}

impl Prerequisite for Peers {
    fn label(&self) -> String {
        npm_packages::label(&packages())
    }

    fn estimate(&self) -> &'static str {
        "about 10 seconds"
    }

    fn is_present(&self) -> bool {
        npm_packages::are_present(&self.repository.peers(), &packages()) && self.esbuild().is_file()
    }

    fn install(&self, line: &mut Line) -> Outcome<()> {
        let brings = "what the engine is measured beside";
        npm_packages::install(&self.repository, &self.repository.peers(), &packages(), brings, line)
    }
}
