//! What `cargo xtask geometry` makes the map from: Natural Earth as TopoJSON, from npm.

use std::path::PathBuf;

use super::npm_packages;
use super::{Prerequisite, progress::Line};
use crate::failure::Outcome;
use crate::repository::Repository;

const PACKAGE: &str = "world-atlas";
const VERSION: &str = "2.0.2";

/// The pinned npm package below `.tools/world-atlas`. It has a folder of its own, because npm removes
/// from a folder what it is not told of, and these are not needed together.
pub struct WorldAtlas {
    repository: Repository,
}

impl WorldAtlas {
    /// Its name and version.
    pub const LABEL: &str = "world-atlas 2.0.2";

    /// The package of this repository.
    pub fn new(repository: &Repository) -> Self {
        Self { repository: repository.clone() }
    }

    /// The countries at 1:50 million.
    pub fn countries(&self) -> PathBuf {
        self.package().join("countries-50m.json")
    }

    fn prefix(&self) -> PathBuf {
        self.repository.tools().join(PACKAGE)
    }

    fn package(&self) -> PathBuf {
        self.prefix().join("node_modules").join(PACKAGE)
    }
}

impl Prerequisite for WorldAtlas {
    fn label(&self) -> String {
        format!("npm package {PACKAGE} {VERSION}")
    }

    fn estimate(&self) -> &'static str {
        "a few seconds"
    }

    fn is_present(&self) -> bool {
        npm_packages::are_present(&self.prefix(), &[(PACKAGE, VERSION)])
            && self.countries().is_file()
    }

    fn install(&self, line: &mut Line) -> Outcome<()> {
        npm_packages::install(
            &self.repository,
            &self.prefix(),
            &[(PACKAGE, VERSION)],
            "the atlas",
            line,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_label_names_the_pinned_version() {
        assert_eq!(WorldAtlas::LABEL, format!("{PACKAGE} {VERSION}"));
    }
}
