//! What is published: the dataset as it is now, and its former versions.

use std::path::{Path, PathBuf};

use explorer_archive::{Kept, Problem, read_all, text_of};
use explorer_dataset::Dataset;
use explorer_dataset::changes::{Changes, history};
use explorer_dataset::release::Release;
use explorer_explore::Explorer;

/// The dataset with its versions.
#[derive(Debug)]
pub struct Source {
    /// The folder of the data.
    pub folder: PathBuf,
    /// The text of the newest version, as it would be kept.
    pub text: String,
    /// Its files.
    pub release: Release,
    /// Its records, ready to be explored.
    pub explorer: Explorer,
    /// The versions before it.
    pub former: Vec<Kept>,
}

impl Source {
    /// Reads them from the folder of the data (`data/`).
    ///
    /// # Errors
    /// If a file cannot be read or is not one of a dataset.
    pub fn read(data: &Path) -> Result<Self, Problem> {
        let text = text_of(data)?;
        let wrong = |error| Problem::of_file(data, &error);
        let release = Release::read(&text).map_err(wrong)?;
        let dataset = release.dataset().map_err(wrong)?;
        let mut former = read_all(&data.join("versions"))?;
        former.retain(|kept| kept.dataset.codebook.version != dataset.codebook.version);
        Ok(Self {
            folder: data.to_owned(),
            text,
            release,
            explorer: Explorer::new(dataset),
            former,
        })
    }

    /// The newest version.
    pub fn dataset(&self) -> &Dataset {
        self.explorer.dataset()
    }

    /// What each version changed since the one before it, the newest first; of the first there is none.
    pub fn changes(&self) -> Vec<Changes> {
        let former = self.former.iter().map(|kept| kept.dataset.clone());
        history(former.chain([self.dataset().clone()]).collect())
    }
}
