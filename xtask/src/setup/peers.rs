//! What the engine at scale is measured beside: libraries from npm, and what puts them into one script.

use std::path::PathBuf;

use super::npm_packages;
use super::{Prerequisite, progress::Line};
use crate::failure::Outcome;
use crate::repository::Repository;

/// The packages with their pinned versions. Arquero 8 does not install: it names a dependency that
/// the registry does not have.
pub const PACKAGES: [(&str, &str); 5] = [
    ("crossfilter2", "1.5.4"),
    ("arquero", "7.2.1"),
    ("@duckdb/duckdb-wasm", "1.32.0"),
    ("falcon-vis", "0.17.4"),
    ("@uwdata/mosaic-core", "0.32.0"),
];

/// Parts of Mosaic: what its queries are built with, and what reads their results. The version of the latter
/// that npm would choose does not install, as it names a dependency that the registry does not have.
const OF_MOSAIC: [(&str, &str); 2] =
    [("@uwdata/mosaic-sql", "0.32.0"), ("@uwdata/flechette", "2.6.0")];

/// falcon-vis names this one by an address outside of the registry, for which npm needs git, and does not
/// use it: the one that the registry has does as well.
const OVERRIDES: [(&str, &str); 1] = [("ndarray-imshow", "1.0.1")];

/// What makes one script of them and of the benchmark.
const BUNDLER: (&str, &str) = ("esbuild", "0.28.2");

/// Its launcher is a batch file on Windows.
const ESBUILD: &str = if cfg!(windows) { "esbuild.cmd" } else { "esbuild" };

/// All that is installed.
fn packages() -> Vec<(&'static str, &'static str)> {
    PACKAGES.into_iter().chain(OF_MOSAIC).chain([BUNDLER]).collect()
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
        "about 30 seconds"
    }

    fn is_present(&self) -> bool {
        npm_packages::are_present(&self.repository.peers(), &packages()) && self.esbuild().is_file()
    }

    fn install(&self, line: &mut Line) -> Outcome<()> {
        let brings = "what the engine is measured beside";
        let folder = self.repository.peers();
        npm_packages::install_overriding(
            &self.repository,
            &folder,
            &packages(),
            &OVERRIDES,
            brings,
            line,
        )
    }
}
