//! A table that is open, under the filters of the last step.

use std::collections::BTreeMap;

use explorer_intake::{Choices, Intake, Tables, intake};
use explorer_loader::Loaded;
use explorer_meaning::country::Countries;
use explorer_number::grouped;
use explorer_reader::csv::write_line;

use crate::about::About;
use crate::axis::Axis;
use crate::axis_counts::AxisCounts;
use crate::bars::Bars;
use crate::compared::{Compared, PartCounts};
use crate::country_counts::CountryCounts;
use crate::embedded::Embedded;
use crate::facet;
use crate::question::{Answer, Question};
use crate::record_rows::{column_name, record_rows};
use crate::row_view::rows_csv;
use crate::rows_page::RowsPage;
use crate::service::Export;
use crate::summary::Summary;
use crate::table_filters::TableFilters;
use crate::taken::{of_steps, of_values};

/// The most rows that records are made of: views of the records have each of them in the document.
const MOST_RECORDS: usize = 50_000;

/// A table that is open.
pub struct OpenTable {
    loaded: Loaded,
    /// What is searched for.
    searched: String,
    /// The axes of its columns.
    axes: Vec<Option<Axis>>,
    /// The order in which facets list their values, by columns; as far as it was asked for.
    orders: BTreeMap<usize, Vec<u32>>,
    compared: Option<Compared>,
}

impl OpenTable {
    /// A table without filters.
    pub fn new(loaded: Loaded, about: &About) -> Self {
        let axes = about.columns.iter().map(|column| column.axis.clone()).collect();
        Self { loaded, searched: String::new(), axes, orders: BTreeMap::new(), compared: None }
    }

    /// Puts filters in force. `brushed` is the dimension over whose chart a drag goes on.
    pub fn filter(&mut self, filters: &TableFilters, brushed: Option<usize>, known: &Countries) {
        if self.searched != filters.search {
            self.loaded.search(&filters.search, known);
            self.searched.clone_from(&filters.search);
        }
        filters.apply(&mut self.loaded.view, brushed);
    }

    /// Counts what a drag over a dimension or a choice of its bins needs, which costs a pass over the rows, before
    /// its first step. Nothing that is shown changes.
    pub fn expect_filter(&mut self, dimension: usize) {
        // Of rows with several values, and of texts, nothing can be counted beforehand.
        _ = self.loaded.view.start_brush(dimension);
    }

    /// What is shown.
    pub fn answer(&mut self, question: &Question, countries: &Countries) -> Answer {
        let Self { loaded, searched, axes, orders, compared } = self;
        let axis = |column: usize| axes.get(column).and_then(Option::as_ref);
        match *question {
            Question::Summary => Answer::Summary(Summary::of(loaded, countries, searched)),
            Question::Facet { column, ref wanted, most } => {
                let order = orders.entry(column).or_insert_with(|| {
                    let dimension = loaded.columns.get(column).map(|column| column.dimension);
                    dimension.map_or(Vec::new(), |dimension| facet::order(loaded, dimension))
                });
                Answer::Facet(facet::entries(loaded, countries, column, order, wanted, most))
            }
            Question::Bars { column, measure, most } => {
                Answer::Bars(Bars::of(loaded, countries, column, measure, most))
            }
            Question::Axis { column, measure } => {
                let dimension = loaded.columns.get(column).map(|column| column.dimension);
                let counts = axis(column)
                    .zip(dimension)
                    .map(|(axis, of)| AxisCounts::of(loaded, axis, of, measure));
                Answer::Axis(counts.unwrap_or_default())
            }
            Question::Map { column } => Answer::Map(CountryCounts::of(loaded, countries, column)),
            Question::Rows(number) => Answer::Rows(RowsPage::of(loaded, countries, number)),
            Question::Problems(from, to) => {
                let kept = loaded.problems.kept();
                let kept = kept.get(from..to.min(kept.len())).unwrap_or_default();
                Answer::Problems(kept.to_vec())
            }
            Question::Compared(part, from, to) => {
                let entries =
                    compared.as_ref().map(|all| all.entries(loaded, countries, part, from..to));
                Answer::Compared(entries.unwrap_or_default())
            }
            Question::Numbers { column, measure } => Answer::Numbers(match axis(column) {
                Some(axis) => of_steps(loaded, column, axis, measure),
                None => of_values(loaded, countries, column, measure),
            }),
        }
    }

    /// Compares all rows with interactions of the records, and keeps what comes of it.
    pub fn compare(&mut self, records: &[Embedded]) -> PartCounts {
        self.compared.insert(Compared::new(&self.loaded, records)).counts()
    }

    /// Makes records of all rows, in view or not.
    ///
    /// # Errors
    /// If there are too many, in words.
    pub fn records(&self, tables: &Tables, choices: &Choices) -> Result<Intake, String> {
        let (loaded, rows) = (&self.loaded, self.loaded.view.table().len());
        if rows > MOST_RECORDS {
            return Err(format!(
                "It has {} rows, and the views of the records take at most {}.",
                grouped(rows as u64),
                grouped(MOST_RECORDS as u64)
            ));
        }
        let column = |meaning| column_name(loaded, meaning);
        Ok(intake(&record_rows(loaded), tables, choices, &column))
    }

    /// The text of a file.
    pub fn export(&mut self, export: Export) -> String {
        let loaded = &mut self.loaded;
        match export {
            Export::Rows => {
                let rows = loaded.rows(0, usize::MAX);
                rows_csv(loaded, &rows)
            }
            Export::Problems => problems_csv(loaded),
            Export::BadRows => loaded.bad_rows.to_csv(&loaded.header, &loaded.problems),
        }
    }
}

/// The problems that are kept as CSV.
fn problems_csv(loaded: &Loaded) -> String {
    let mut text = String::from("\u{feff}");
    write_line(&mut text, ["row", "column", "value", "expected"].into_iter());
    for problem in loaded.problems.kept() {
        let row = problem.row.to_string();
        let column = problem.column.as_deref().unwrap_or_default();
        let cells = [row.as_str(), column, problem.value.as_str(), problem.expected.as_str()];
        write_line(&mut text, cells.into_iter());
    }
    text
}
