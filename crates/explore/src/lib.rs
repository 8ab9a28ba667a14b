//! The engine: dictionary-coded columns, filters as bit sets, crossfilter counts, search, sorting.
//!
//! [`Explorer`] holds a dataset and its [`table::Table`]; [`outcome::Outcome`] is what one set of
//! [`filter::Filters`] leaves of it. Everything here is pure and runs natively.

pub mod bitset;
pub mod coding;
pub mod date_words;
pub mod dictionary;
pub mod facet;
pub mod filter;
pub mod grain;
pub mod ids;
pub mod measure;
pub mod outcome;
pub mod records;
pub mod search;
pub mod table;

use explorer_dataset::Dataset;
use filter::Filters;
use measure::Measure;
use outcome::Outcome;
use table::Table;

/// A dataset, ready to be explored.
#[derive(Debug, Clone)]
pub struct Explorer {
    dataset: Dataset,
    table: Table,
    totals: [Outcome; 3],
}

impl Explorer {
    /// Codes the dataset into columns.
    pub fn new(dataset: Dataset) -> Self {
        let table = coding::code(&dataset);
        let totals = Measure::ALL.map(|m| Outcome::of(&table, &Filters::default(), m));
        Self { dataset, table, totals }
    }

    /// The records.
    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The columns; one row per interaction.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// The counts without any filter: what the faint bars behind the counts show.
    pub fn totals(&self, measure: Measure) -> &Outcome {
        &self.totals[measure as usize]
    }

    /// What the filters leave.
    pub fn explore(&self, filters: &Filters, measure: Measure) -> Outcome {
        Outcome::of(&self.table, filters, measure)
    }
}
