//! Tests of rows that are too long, with a limit that a test can reach.

use super::Dialect;
use super::reader::{CsvReader, Summary};
use crate::{Cells, Problem, Refusal, Sink};
use proptest::prelude::*;

#[derive(Debug, Default, PartialEq)]
struct Said(Vec<String>);

impl Sink for Said {
    fn header(&mut self, names: &[String]) {
        self.0.push(format!("{names:?}"));
    }
    fn row(&mut self, number: u64, cells: Cells<'_>) {
        self.0.push(format!("{number} {:?}", cells.iter().collect::<Vec<_>>()));
    }
    fn bad_row(&mut self, number: u64, cells: Cells<'_>, problems: Vec<Problem>) {
        let cells = cells.iter().collect::<Vec<_>>();
        self.0.push(format!("{number} {cells:?} {problems:?}"));
    }
    fn problem(&mut self, problem: Problem) {
        self.0.push(format!("{problem:?}"));
    }
}

fn read(text: &str, longest: usize, size: usize) -> (Said, Result<Summary, Refusal>) {
    let (mut said, mut rest) = (Said::default(), text);
    let mut reader = CsvReader::with_longest(Dialect::default(), longest);
    while !rest.is_empty() {
        let mut end = size.clamp(1, rest.len());
        while !rest.is_char_boundary(end) {
            end += 1;
        }
        let (piece, after) = rest.split_at(end);
        if let Err(refusal) = reader.push(piece, &mut said) {
            return (said, Err(refusal));
        }
        rest = after;
    }
    let summary = reader.finish(&mut said);
    (said, summary)
}

#[test]
fn a_row_that_is_too_long_costs_itself() {
    let text = format!("a,b\n1,2\n{}\n3,4\n\"{}\n5,6\n", "x".repeat(50), "7,8\n".repeat(20));
    let (said, summary) = read(&text, 30, 3);
    assert_eq!(summary.map(|s| (s.rows, s.bad_rows)), Ok((22, 2)), "{said:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn pieces_never_change_the_outcome_of_long_rows(
        parts in prop::collection::vec(prop::sample::select(
            vec!["a", "\"", "\"\"", ",", "\n", "\r", "\r\n", "越", "bcdefgh", " "]), 0..80),
        longest in 1..20_usize,
    ) {
        let text = parts.concat();
        let whole = read(&text, longest, text.len());
        for size in [1, 2, 3, 7, 30, 64] {
            prop_assert_eq!(&read(&text, longest, size), &whole, "{:?} by {}", text, size);
        }
    }
}
