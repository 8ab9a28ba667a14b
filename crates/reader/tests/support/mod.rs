//! A sink that keeps all it is given.

mod pieces;

use explorer_reader::csv::{CsvReader, Dialect, Summary};
use explorer_reader::{Cells, Problem, Refusal, Sink};
pub use pieces::pieces;

/// All that a reader said.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Kept {
    pub header: Vec<String>,
    pub rows: Vec<(u64, Vec<String>)>,
    pub bad: Vec<(u64, Vec<String>)>,
    pub problems: Vec<Problem>,
}

impl Sink for Kept {
    fn header(&mut self, names: &[String]) {
        assert!(self.header.is_empty(), "a header comes once");
        self.header = names.to_vec();
    }

    fn row(&mut self, number: u64, cells: Cells<'_>) {
        assert_eq!(cells.len(), self.header.len(), "row {number}");
        self.rows.push((number, cells.iter().map(str::to_owned).collect()));
    }

    fn bad_row(&mut self, number: u64, cells: Cells<'_>, problems: Vec<Problem>) {
        assert!(!problems.is_empty());
        self.bad.push((number, cells.iter().map(str::to_owned).collect()));
        self.problems.extend(problems);
    }

    fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }
}

/// Reads a delimited text in pieces of that size.
#[allow(dead_code)] // Not every test that has this module reads CSV.
pub fn read_csv(text: &str, dialect: Dialect, size: usize) -> (Kept, Result<Summary, Refusal>) {
    let mut kept = Kept::default();
    let mut reader = CsvReader::new(dialect);
    for piece in pieces(text, size) {
        if let Err(refusal) = reader.push(piece, &mut kept) {
            return (kept, Err(refusal));
        }
    }
    let summary = reader.finish(&mut kept);
    (kept, summary)
}
