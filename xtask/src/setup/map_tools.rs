//! What `cargo xtask geometry` needs from npm: Natural Earth as TopoJSON, and mapshaper.

use std::path::PathBuf;

use super::npm_packages;
use super::{Prerequisite, progress::Line};
use crate::failure::Outcome;
use crate::repository::Repository;

/// The packages with their pinned versions. mapshaper 0.7 needs Node.js 20 and twice as many packages.
const PACKAGES: [(&str, &str); 2] = [("world-atlas", "2.0.2"), ("mapshaper", "0.6.113")];

/// The pinned npm packages below `.tools/map`. They have a folder of their own, because npm removes from a
/// folder what it is not told of, and only whoever makes the map anew needs them.
pub struct MapTools {
    repository: Repository,
}

impl MapTools {
    /// The packages of this repository.
    pub fn new(repository: &Repository) -> Self {
        Self { repository: repository.clone() }
    }

    /// The countries at 1:50 million.
    pub fn countries(&self) -> PathBuf {
        self.package("world-atlas").join("countries-50m.json")
    }

    /// The script of mapshaper, for Node.js.
    pub fn mapshaper(&self) -> PathBuf {
        self.package("mapshaper").join("bin").join("mapshaper")
    }

    /// A place for the map before it goes into the repository.
    pub fn draft(&self) -> PathBuf {
        self.prefix().join("map.json")
    }

    fn prefix(&self) -> PathBuf {
        self.repository.tools().join("map")
    }

    fn package(&self, name: &str) -> PathBuf {
        self.prefix().join("node_modules").join(name)
    }
}

impl Prerequisite for MapTools {
    fn label(&self) -> String {
        npm_packages::label(&PACKAGES)
    }

    fn estimate(&self) -> &'static str {
        "a few seconds"
    }

    fn is_present(&self) -> bool {
        npm_packages::are_present(&self.prefix(), &PACKAGES)
            && self.countries().is_file()
            && self.mapshaper().is_file()
    }

    fn install(&self, line: &mut Line) -> Outcome<()> {
        npm_packages::install(
            &self.repository,
            &self.prefix(),
            &PACKAGES,
            "the atlas and mapshaper",
            line,
        )
    }
}
