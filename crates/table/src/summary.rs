//! How much of a table is in view, and under which filters.

use explorer_loader::Loaded;
use explorer_meaning::country::Countries;
use serde::{Deserialize, Serialize};

use crate::filter_words::{FilterWords, filter_words};

/// How much of a table is in view, and under which filters.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Summary {
    /// Rows that pass all filters.
    pub in_view: u32,
    /// What the table takes of memory, in bytes.
    pub bytes: u64,
    /// The filters in words.
    pub filters: Vec<FilterWords>,
}

impl Summary {
    /// The summary of a table in which `search` is searched for.
    pub fn of(loaded: &Loaded, countries: &Countries, search: &str) -> Self {
        Self {
            in_view: loaded.view.in_view(),
            bytes: loaded.view.memory().total() as u64,
            filters: filter_words(loaded, countries, search),
        }
    }
}
