//! What `cargo xtask names` needs from npm: names of places in the languages of Unicode CLDR.

use std::path::PathBuf;

use super::npm_packages;
use super::{Prerequisite, progress::Line};
use crate::failure::Outcome;
use crate::repository::Repository;

/// The package with its pinned version.
const PACKAGES: [(&str, &str); 1] = [("cldr-localenames-full", "48.2.0")];

/// The pinned npm package below `.tools/names`, a folder of its own as that of the map.
pub struct LocaleNames {
    repository: Repository,
}

impl LocaleNames {
    /// The package of this repository.
    pub fn new(repository: &Repository) -> Self {
        Self { repository: repository.clone() }
    }

    /// The names of places in a language.
    pub fn territories(&self, language: &str) -> PathBuf {
        let package = self.prefix().join("node_modules").join(PACKAGES[0].0);
        package.join("main").join(language).join("territories.json")
    }

    fn prefix(&self) -> PathBuf {
        self.repository.tools().join("names")
    }
}

impl Prerequisite for LocaleNames {
    fn label(&self) -> String {
        npm_packages::label(&PACKAGES)
    }

    fn estimate(&self) -> &'static str {
        "a few seconds"
    }

    fn is_present(&self) -> bool {
        npm_packages::are_present(&self.prefix(), &PACKAGES)
    }

    fn install(&self, line: &mut Line) -> Outcome<()> {
        let (repository, prefix) = (&self.repository, self.prefix());
        npm_packages::install(repository, &prefix, &PACKAGES, "names of places", line)
    }
}
