//! What the tests of mappings share: the countries, and the columns of a table.

use std::sync::OnceLock;

use explorer_meaning::country::Countries;
use explorer_meaning::mapping::{ColumnProfile, Profile};
use explorer_reader::cells::Cells;
use explorer_reader::csv::{CsvReader, Dialect};
use explorer_reader::{Problem, Sink};

/// The countries of the records.
pub fn countries() -> &'static Countries {
    static COUNTRIES: OnceLock<Countries> = OnceLock::new();
    COUNTRIES.get_or_init(|| {
        Countries::from_json(include_str!("../../../../data/countries.json")).unwrap()
    })
}

/// A profile of what is read.
#[derive(Default)]
pub struct Sample(pub Option<Profile>);

impl Sink for Sample {
    fn header(&mut self, names: &[String]) {
        self.0 = Some(Profile::new(names));
    }
    fn row(&mut self, _: u64, cells: Cells<'_>) {
        if let Some(profile) = &mut self.0 {
            profile.add(cells);
        }
    }
    fn bad_row(&mut self, _: u64, _: Cells<'_>, _: Vec<Problem>) {}
    fn problem(&mut self, _: Problem) {}
}

/// What is in the columns of a table with commas.
pub fn profiles(text: &str) -> Vec<ColumnProfile> {
    let mut sample = Sample::default();
    let mut reader = CsvReader::new(Dialect::default());
    let read = reader.push(text, &mut sample).and_then(|()| reader.finish(&mut sample));
    assert!(read.is_ok(), "{read:?}");
    sample.0.map(|profile| profile.finish(countries())).unwrap_or_default()
}
