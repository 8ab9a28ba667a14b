//! The state of the view. Two equal states are the same view and have the same link.

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
    /// In display order; empty stands for the default ones.
    columns: Vec<RecordColumn>,
    /// In display order.
    tables: Vec<Chart>,
}

impl ViewState {
    /// The columns of the records table, in display order. Never empty.
    pub fn columns(&self) -> Vec<RecordColumn> {
        if self.columns.is_empty() { RecordColumn::DEFAULT.to_vec() } else { self.columns.clone() }
    }

    /// Chooses columns; none at all, or just the default ones, is the default.
    pub fn set_columns(&mut self, chosen: &[RecordColumn]) {
        self.columns = RecordColumn::ALL.into_iter().filter(|c| chosen.contains(c)).collect();
        if self.columns == RecordColumn::DEFAULT {
            self.columns.clear();
        }
    }

    /// The charts that are shown as tables, in display order.
    pub fn tables(&self) -> &[Chart] {
        &self.tables
    }

    /// Shows a chart as a table, or as a chart again.
    pub fn toggle_table(&mut self, chart: Chart) {
        let now = |c: &Chart| self.tables.contains(c) != (*c == chart);
        self.tables = Chart::ALL.into_iter().filter(now).collect();
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
