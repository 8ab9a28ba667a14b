//! A page of the rows in view.

use explorer_loader::Loaded;
use explorer_meaning::country::Countries;
use serde::{Deserialize, Serialize};

use crate::page::Page;
use crate::row_view::{RowView, row_view};

/// Rows of a page.
pub const SIZE: usize = 25;

/// A page of the rows in view, by date.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RowsPage {
    /// How many rows are in view.
    pub in_view: u32,
    /// Which of them are shown.
    pub page: Page,
    /// What they say.
    pub rows: Vec<RowView>,
}

impl RowsPage {
    /// The page with that number, from 0, or the last one there is.
    pub fn of(loaded: &mut Loaded, countries: &Countries, number: usize) -> Self {
        let in_view = loaded.view.in_view();
        let page = Page::new(number, SIZE, in_view as usize);
        let rows = loaded.rows(page.range.start, SIZE).into_iter();
        let rows = rows.map(|row| row_view(loaded, countries, row)).collect();
        Self { in_view, page, rows }
    }
}
