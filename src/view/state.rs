//! The state of the view. Two equal states are the same view and have the same link.

use std::collections::BTreeSet;

use super::chart::Chart;
use crate::explore::filter::Filters;
use crate::explore::grain::Grain;
use crate::explore::measure::Measure;
use crate::explore::records::{RecordColumn, Sort};

/// Which page is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Page {
    /// The charts.
    #[default]
    Overview,
    /// The table of events.
    Records,
    /// One event, by its id.
    Record(String),
    /// Codebook, rules of counting, provenance.
    Method,
}

/// Everything that a link restores.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ViewState {
    /// The open page.
    pub page: Page,
    /// What is in view.
    pub filters: Filters,
    /// What is counted.
    pub measure: Measure,
    /// Width of the timeline's bins.
    pub grain: Grain,
    /// Order of the records.
    pub sort: Sort,
    columns: Option<BTreeSet<RecordColumn>>,
    /// Charts that are shown as tables.
    pub tables: BTreeSet<Chart>,
}

impl ViewState {
    /// The columns of the records table, in display order. Never empty.
    pub fn columns(&self) -> Vec<RecordColumn> {
        match &self.columns {
            Some(chosen) => chosen.iter().copied().collect(),
            None => RecordColumn::DEFAULT.to_vec(),
        }
    }

    /// Chooses columns; none at all, or just the default ones, is the default.
    pub fn set_columns(&mut self, columns: impl IntoIterator<Item = RecordColumn>) {
        let chosen: BTreeSet<_> = columns.into_iter().collect();
        let default = chosen.is_empty() || chosen.iter().copied().eq(RecordColumn::DEFAULT);
        self.columns = (!default).then_some(chosen);
    }

    /// The same filters and settings on another page.
    pub fn on(&self, page: Page) -> Self {
        Self { page, ..self.clone() }
    }

    /// The same page and settings without any filter.
    pub fn unfiltered(&self) -> Self {
        Self { filters: Filters::default(), ..self.clone() }
    }
}
