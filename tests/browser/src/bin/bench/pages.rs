//! The page that is measured, and the one beside it.

use std::path::Path;

use browser_tests::built::BuiltPage;
use browser_tests::host::Host;
use browser_tests::{Outcome, environment};

/// One or two built pages.
pub struct Pages {
    /// The page in `DIST_DIR`.
    pub page: BuiltPage,
    /// The page in `BENCH_BESIDE`, which may also be the repository around it.
    pub beside: Option<BuiltPage>,
}

impl Pages {
    /// Reads the pages.
    pub fn read() -> Outcome<Self> {
        let beside = std::env::var_os("BENCH_BESIDE").filter(|folder| !folder.is_empty());
        Ok(Self {
            page: BuiltPage::read(&environment::dist()?)?,
            beside: beside.map(|folder| BuiltPage::read(Path::new(&folder))).transpose()?,
        })
    }

    /// A host for each of them, which compresses.
    pub fn hosts(&self) -> Outcome<Vec<Host>> {
        [Some(&self.page), self.beside.as_ref()]
            .into_iter()
            .flatten()
            .map(Host::compressing)
            .collect()
    }
}
