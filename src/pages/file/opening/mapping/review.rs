//! A file whose columns a reader looks over, with what the reader has changed of them so far.

use explorer_meaning::mapping::Mapping;
use leptos::prelude::ArcRwSignal;

use crate::pages::file::opening::draft::Draft;

/// What stands on the screen of the mapping. It stays while the reader is on another page.
#[derive(Clone)]
pub struct Review {
    /// The file, as it is read now.
    pub draft: ArcRwSignal<Draft>,
    /// What its columns are taken for now.
    pub mapping: ArcRwSignal<Mapping>,
    /// Whether that is how a file with this header was loaded before.
    pub remembered: ArcRwSignal<bool>,
    /// Why a saved mapping was not used, or the file cannot be read as the reader would like.
    pub message: ArcRwSignal<Option<String>>,
}

impl Review {
    /// Nothing is changed yet.
    pub fn new(draft: Draft) -> Self {
        Self {
            mapping: ArcRwSignal::new(draft.mapping.clone()),
            remembered: ArcRwSignal::new(draft.remembered),
            message: ArcRwSignal::new(None),
            draft: ArcRwSignal::new(draft),
        }
    }
}
