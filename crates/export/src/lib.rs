//! What a reader takes away: files of the records and of a chart's numbers, and citations.
//!
//! Every file says what it holds, where it comes from and when it was taken ([`Origin`]).

pub mod chart;
pub mod cite;
pub mod csv;
pub mod file_name;
pub mod interactions;
pub mod json;
pub mod lists;
pub mod picture;

use file_name::{file_name, own_file_name};

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// What is in view, in words: `MPS · Southeast Asia · 2024`.
    pub filters: String,
    /// The address of the view.
    pub link: String,
    /// The dataset's title.
    pub dataset: String,
    /// Its version.
    pub version: String,
    /// When that was released, `YYYY-MM-DD`; empty for a reader's own table, which nobody released.
    pub released: String,
    /// Its content hash.
    pub hash: String,
    /// The day of the download, `YYYY-MM-DD`; empty if the browser does not tell.
    pub retrieved: String,
}

impl Origin {
    /// That of what is taken from a reader's own table: its file, and nothing of the dataset, its version,
    /// its licence or its address, which have no part in it.
    pub fn of_own_table(file: String, filters: String, retrieved: String) -> Self {
        let (link, version, released, hash) = Default::default();
        Self { filters, link, dataset: file, version, released, hash, retrieved }
    }

    /// Whether it is a reader's own table.
    pub fn is_own_table(&self) -> bool {
        self.released.is_empty()
    }

    /// The name of a file with `what` in it: `security-diplomacy-timeline-mps-2024.csv`, or after a
    /// reader's own file, `meetings-country-laos.csv`.
    pub fn file_name(&self, what: &str, ending: &str) -> String {
        match self.is_own_table() {
            true => own_file_name(&self.dataset, what, &self.filters, ending),
            false => file_name(what, &self.filters, ending),
        }
    }

    /// In one line, for the foot of a picture.
    pub fn line(&self) -> String {
        let Self { dataset, version, hash, link, .. } = self;
        match self.is_own_table() {
            true => format!("{dataset}, a reader\u{2019}s own file ({hash}). {link}"),
            false => format!("{dataset}, version {version} ({hash}). {link}"),
        }
    }
}
