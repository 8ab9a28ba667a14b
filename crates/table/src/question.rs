//! What the view of a table asks of it, and what it gets.

use explorer_export::chart::Numbers;
use explorer_reader::Problem;
use serde::{Deserialize, Serialize};

use crate::about::About;
use crate::axis_counts::AxisCounts;
use crate::bars::{self, Bars};
use crate::charts::{self, ColumnChart, charts_of};
use crate::compared::{ComparedEntry, Part};
use crate::country_counts::CountryCounts;
use crate::facet::{self, FacetEntry};
use crate::measure::Measure;
use crate::rows_page::RowsPage;
use crate::summary::Summary;

/// Something that is shown of a table. Columns are given by their places in [`About::columns`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    /// How much is in view, under which filters.
    Summary,
    /// The values of a column as a facet lists them: `most` of them and the chosen ones, or those with the
    /// words of `wanted`.
    Facet {
        /// The column.
        column: usize,
        /// What a reader looks for among its values; blank if nothing.
        wanted: String,
        /// How many are listed.
        most: usize,
    },
    /// The largest values of a column, and those that are chosen.
    Bars {
        /// The column.
        column: usize,
        /// What is counted.
        measure: Measure,
        /// How many.
        most: usize,
    },
    /// A column of dates or numbers per step of its axis.
    Axis {
        /// The column.
        column: usize,
        /// What is counted.
        measure: Measure,
    },
    /// A column of countries.
    Map {
        /// The column.
        column: usize,
    },
    /// The page with that number, from 0, of the rows in view.
    Rows(usize),
    /// The problems from the first place to before the second.
    Problems(usize, usize),
    /// The entries of a part of the comparison, from the first place to before the second.
    Compared(Part, usize, usize),
    /// All numbers of a column's chart, for a file.
    Numbers {
        /// The column.
        column: usize,
        /// What is counted.
        measure: Measure,
    },
}

/// What is shown, by its [`Question`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// To [`Question::Summary`].
    Summary(Summary),
    /// To [`Question::Facet`].
    Facet(Vec<FacetEntry>),
    /// To [`Question::Bars`].
    Bars(Bars),
    /// To [`Question::Axis`].
    Axis(AxisCounts),
    /// To [`Question::Map`].
    Map(CountryCounts),
    /// To [`Question::Rows`].
    Rows(RowsPage),
    /// To [`Question::Problems`].
    Problems(Vec<Problem>),
    /// To [`Question::Compared`].
    Compared(Vec<ComparedEntry>),
    /// To [`Question::Numbers`].
    Numbers(Numbers),
}

/// Problems of a page.
pub const PROBLEMS: usize = 20;

/// What the view asks when a table is opened: its answers come with it, so that nothing is shown without
/// its numbers.
pub fn first_questions(about: &About) -> Vec<Question> {
    let kinds: Vec<_> = about.columns.iter().map(|column| column.kind).collect();
    let charts = charts_of(&kinds).into_iter().take(charts::FIRST).map(|chart| match chart {
        ColumnChart::Axis(column) => Question::Axis { column, measure: Measure::Rows },
        ColumnChart::Map(column) => Question::Map { column },
        ColumnChart::Bars(column) => {
            Question::Bars { column, measure: Measure::Rows, most: bars::FIRST }
        }
    });
    let facets = about.columns.iter().enumerate().filter(|(_, column)| column.kind.has_values());
    let facets = facets.take(charts::FIRST).map(|(at, column)| Question::Facet {
        column: at,
        wanted: String::new(),
        most: facet::listed(column.values, false),
    });
    let problems = about.problems.kept.min(PROBLEMS);
    let first = [Question::Summary, Question::Rows(0), Question::Problems(0, problems)];
    first.into_iter().chain(facets).chain(charts).collect()
}
