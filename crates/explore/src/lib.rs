//! The engine: dictionary-coded columns, filters as bit sets, crossfilter counts, search, sorting.
//!
//! [`Explorer`] holds a dataset and its [`table::Table`]; [`outcome::Outcome`] is what one set of
//! [`filter::Filters`] leaves of it. Everything here is pure and runs natively.

pub mod bitset;
pub mod certainty;
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

use bitset::BitSet;
use std::sync::{Arc, Mutex, PoisonError};

use explorer_dataset::Dataset;
use explorer_dataset::other_names::NamedKind;
use facet::Facet;
use filter::Filters;
use measure::Measure;
use outcome::{Outcome, Summary};
use search::Search;
use table::Table;

/// A dataset, ready to be explored.
#[derive(Debug, Clone)]
pub struct Explorer {
    dataset: Dataset,
    table: Table,
    totals: [Arc<Outcome>; 3],
    provenance: Provenance,
    /// What some filters left, the last ones last: a page compares all that it shows with the same.
    remembered: Arc<Mutex<Vec<Remembered>>>,
}

/// What filters left, counted in a measure.
type Remembered = (Filters, Measure, Arc<Outcome>);

/// How many outcomes are remembered: a page and some figures on it.
const REMEMBERED: usize = 8;

/// What a dataset is to the explorer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Provenance {
    /// The newest version of the open dataset.
    Newest,
    /// A version before it.
    Former,
    /// Records of a reader's own file, with what links call it.
    Own(String),
}

impl Explorer {
    /// Codes the dataset into columns.
    pub fn new(dataset: Dataset) -> Self {
        let table = coding::code(&dataset);
        let total = |measure| Arc::new(Outcome::of(&table, &Filters::default(), measure));
        let totals = Measure::ALL.map(total);
        Self { dataset, table, totals, provenance: Provenance::Newest, remembered: Arc::default() }
    }

    /// The same of a version of the dataset that is not the newest: what is made for it names it.
    pub fn of_former(dataset: Dataset) -> Self {
        Self { provenance: Provenance::Former, ..Self::new(dataset) }
    }

    /// The same of records of a reader's own file, which links call `named`.
    pub fn of_own(dataset: Dataset, named: String) -> Self {
        Self { provenance: Provenance::Own(named), ..Self::new(dataset) }
    }

    /// Whether these are records of a reader's own file.
    pub fn is_own(&self) -> bool {
        matches!(self.provenance, Provenance::Own(_))
    }

    /// What links call the dataset, if it is not the newest version of the open one.
    pub fn named(&self) -> Option<&str> {
        match &self.provenance {
            Provenance::Newest => None,
            Provenance::Former => Some(self.dataset.codebook.version.as_str()),
            Provenance::Own(named) => Some(named),
        }
    }

    /// The version of the dataset, if it is not the newest.
    pub fn former_version(&self) -> Option<&str> {
        (self.provenance == Provenance::Former).then_some(self.dataset.codebook.version.as_str())
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

    /// A query as the search reads it, which also marks by what name the records have what is looked for
    /// by another one: *Myanmar* where somebody looks for *Burma*.
    pub fn marking(&self, query: &str) -> Search {
        let search = self.table.search(query);
        let mut names: Vec<&str> = Vec::new();
        for other in &self.dataset.other_names {
            let facet = match other.kind {
                NamedKind::Country => Facet::Country,
                NamedKind::Topic => Facet::Topic,
                NamedKind::Forum => Facet::Forum,
                NamedKind::Organization => Facet::Organization,
                NamedKind::Agency => Facet::Agency,
            };
            let entries = self.table.dictionary(facet).entries();
            if search.is_about(&other.names)
                && let Some(entry) = entries.iter().find(|entry| entry.id == other.of)
            {
                names.push(&entry.label);
                names.extend((facet == Facet::Agency).then_some(entry.id.as_str()));
            }
        }
        search.also_marking(names.into_iter())
    }

    /// What the filters leave, remembered for the next one who asks. That is for what a page or a figure is
    /// about: a reader's own filters are seldom the same twice.
    pub fn remembered(&self, filters: &Filters, measure: Measure) -> Arc<Outcome> {
        if filters.is_empty() {
            return Arc::clone(&self.totals[measure as usize]);
        }
        // Nobody panics while holding it; and then it would only be slower.
        let mut remembered = self.remembered.lock().unwrap_or_else(PoisonError::into_inner);
        let known = |(of, in_measure, _): &&Remembered| of == filters && *in_measure == measure;
        if let Some((_, _, outcome)) = remembered.iter().find(known) {
            return Arc::clone(outcome);
        }
        let outcome = Arc::new(self.explore(filters, measure));
        if remembered.len() == REMEMBERED {
            remembered.remove(0);
        }
        remembered.push((filters.clone(), measure, Arc::clone(&outcome)));
        outcome
    }

    /// The three numbers of what the filters leave. No facet is counted: that is most of the work.
    pub fn summary(&self, filters: &Filters) -> Summary {
        Summary::of(&self.table, &self.rows(filters))
    }

    /// The rows that the filters leave.
    pub fn rows(&self, filters: &Filters) -> BitSet {
        outcome::rows_of(&self.table, filters)
    }

    /// What the filters leave.
    pub fn explore(&self, filters: &Filters, measure: Measure) -> Outcome {
        Outcome::of(&self.table, filters, measure)
    }
}
