//! Any text as a saved mapping, and any table to be mapped.

#![no_main]

use std::sync::LazyLock;

use explorer_meaning::country::Countries;
use explorer_reader::csv::{CsvReader, Dialect};
use explorer_meaning::mapping::{Mapping, Profile};
use explorer_reader::{Cells, Problem, Sink};
use libfuzzer_sys::fuzz_target;

static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| {
    Countries::from_json(include_str!("../../../../data/countries.json"))
        .expect("the project's own file")
});

#[derive(Default)]
struct Sample {
    header: Vec<String>,
    profile: Option<Profile>,
    rows: Vec<Vec<String>>,
}

impl Sink for Sample {
    fn header(&mut self, names: &[String]) {
        self.header = names.to_vec();
        self.profile = Some(Profile::new(names));
    }
    fn row(&mut self, _: u64, cells: Cells<'_>) {
        self.rows.push(cells.iter().map(str::to_owned).collect());
        if let Some(profile) = &mut self.profile {
            profile.add(cells);
        }
    }
    fn bad_row(&mut self, _: u64, _: Cells<'_>, _: Vec<Problem>) {}
    fn problem(&mut self, _: Problem) {}
}

fuzz_target!(|text: &str| {
    match Mapping::from_json(text) {
        Ok(mapping) => assert_eq!(Mapping::from_json(&mapping.to_json()), Ok(mapping)),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
    let mut sample = Sample::default();
    let mut reader = CsvReader::new(Dialect::default());
    if reader.push(text, &mut sample).and_then(|()| reader.finish(&mut sample)).is_err() {
        return;
    }
    let Some(profile) = sample.profile else { return };
    let mapping = Mapping::propose(&profile.finish(&COUNTRIES), &COUNTRIES);
    assert!(mapping.fits(&sample.header));
    assert_eq!(Mapping::from_json(&mapping.to_json()).as_ref(), Ok(&mapping));
    for row in &sample.rows {
        for (at, cell) in row.iter().enumerate() {
            mapping.values(at, cell, &COUNTRIES, &mut |_| {});
        }
    }
});
