//! Lighthouse, which judges the page as a reader with a phone has it.

use std::path::PathBuf;

use super::npm_packages;
use super::{Prerequisite, progress::Line};
use crate::failure::Outcome;
use crate::repository::Repository;

/// The package with its pinned version. Version 13 needs Node.js 22.
const PACKAGES: [(&str, &str); 1] = [("lighthouse", "12.8.2")];

/// Lighthouse below `.tools/lighthouse`. It has a folder of its own, as only `cargo xtask bench`
/// needs it.
pub struct Lighthouse {
    repository: Repository,
}

impl Lighthouse {
    /// Lighthouse of this repository.
    pub fn new(repository: &Repository) -> Self {
        Self { repository: repository.clone() }
    }

    fn folder(&self) -> PathBuf {
        self.repository.tools().join("lighthouse")
    }
}

/// The program, for Node.js, if it is there.
pub fn program(repository: &Repository) -> Option<PathBuf> {
    let folder = Lighthouse::new(repository).folder();
    let program = folder.join("node_modules/lighthouse/cli/index.js");
    program.is_file().then_some(program)
}

impl Prerequisite for Lighthouse {
    fn label(&self) -> String {
        npm_packages::label(&PACKAGES)
    }

    fn estimate(&self) -> &'static str {
        "about 15 seconds"
    }

    fn is_present(&self) -> bool {
        npm_packages::are_present(&self.folder(), &PACKAGES) && program(&self.repository).is_some()
    }

    fn install(&self, line: &mut Line) -> Outcome<()> {
        let brings = "Lighthouse";
        npm_packages::install(&self.repository, &self.folder(), &PACKAGES, brings, line)
    }

    fn without_it(&self) -> Option<&'static str> {
        Some("the page is measured without it.")
    }
}
