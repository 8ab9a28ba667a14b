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
    /// When that was released, `YYYY-MM-DD`.
    pub released: String,
    /// Its content hash.
    pub hash: String,
    /// The day of the download, `YYYY-MM-DD`; empty if the browser does not tell.
    pub retrieved: String,
}

impl Origin {
    /// In one line, for the foot of a picture.
    pub fn line(&self) -> String {
        format!("{}, version {} ({}). {}", self.dataset, self.version, self.hash, self.link)
    }
}
