//! A hundred kinds of damage in one file: the good rows all load, and each problem names the right
//! row and column.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../reader/tests/support/kinds_of_damage.rs"]
mod kinds_of_damage;
#[path = "../../reader/tests/support/mod.rs"]
mod support;

use explorer_meaning::country::Countries;
use explorer_meaning::mapping::{ColumnMapping, Mapping, Meaning, Role};
use explorer_reader::csv::{BadRows, CsvReader, Dialect};
use explorer_reader::date::{DateForm, Order};
use explorer_reader::header::fingerprint;
use explorer_reader::number::Decimal;
use explorer_reader::{Cells, Problem, Problems, Sink};
use kinds_of_damage::{HEADER, all};
use support::pieces;

struct Load {
    mapping: Mapping,
    countries: Countries,
    header: Vec<String>,
    loaded: Vec<u64>,
    bad: BadRows,
    problems: Problems,
}

impl Sink for Load {
    fn header(&mut self, names: &[String]) {
        self.header = names.to_vec();
    }
    fn row(&mut self, number: u64, cells: Cells<'_>) {
        let mut good = true;
        for (at, cell) in cells.iter().enumerate() {
            self.mapping.values(at, cell, &self.countries, &mut |value| {
                if let Err((value, expected)) = value {
                    good = false;
                    self.problems.push(Problem::new(
                        number,
                        Some(&self.header[at]),
                        value,
                        expected,
                    ));
                }
            });
        }
        if good {
            self.loaded.push(number);
        } else {
            self.bad.keep(number, cells);
        }
    }
    fn bad_row(&mut self, number: u64, cells: Cells<'_>, problems: Vec<Problem>) {
        self.bad.keep(number, cells);
        problems.into_iter().for_each(|problem| self.problems.push(problem));
    }
    fn problem(&mut self, problem: Problem) {
        self.problems.push(problem);
    }
}

fn mapping() -> Mapping {
    let date = Role::Date(DateForm::of(Order::MonthFirst));
    let columns = [
        ("date", date, Some(Meaning::Date)),
        ("country", Role::Category, Some(Meaning::Country)),
        ("topics", Role::MultiValue(';'), Some(Meaning::Topic)),
        ("amount", Role::Number(Decimal::Point), None),
        ("link", Role::Link, Some(Meaning::Source)),
        ("title", Role::Text, Some(Meaning::Title)),
    ];
    let header: Vec<String> = columns.iter().map(|(name, ..)| (*name).to_owned()).collect();
    let columns = columns.map(|(name, role, meaning)| ColumnMapping {
        name: name.into(),
        role,
        meaning,
        naming: Default::default(),
    });
    Mapping { header: fingerprint(&header), columns: columns.into(), ..Mapping::none() }
}

fn load(text: &str, size: usize) -> Load {
    let countries = match Countries::from_json(include_str!("../../../data/countries.json")) {
        Ok(countries) => countries,
        Err(error) => panic!("{error}"),
    };
    let mut load = Load {
        mapping: mapping(),
        countries,
        header: Vec::new(),
        loaded: Vec::new(),
        bad: BadRows::default(),
        problems: Problems::default(),
    };
    let mut reader = CsvReader::new(Dialect::default());
    for piece in pieces(text, size) {
        assert_eq!(reader.push(piece, &mut load), Ok(()));
    }
    assert!(reader.finish(&mut load).is_ok());
    load
}

#[test]
fn each_damage_is_told_in_its_place_and_the_rest_loads() {
    assert!(all().count() >= 100);
    let good = "2024-03-04,Viet Nam,\"a; b\",\"1,000\",https://b.example,\"A title, quoted\"";
    for end in ["\n", "\r\n", "\r"] {
        let mut lines = vec![HEADER];
        let mut loading = Vec::new();
        let mut expected = Vec::new();
        for (row, (line, column)) in (2..).step_by(2).zip(all()) {
            lines.extend([*line, good]);
            if column.is_empty() {
                loading.push(row);
            } else {
                expected.push((row, *column));
            }
            loading.push(row + 1);
        }
        let text = lines.join(end);
        for size in [1, 7, 64, text.len()] {
            let load = load(&text, size);
            let mut said: Vec<(u64, &str)> = load
                .problems
                .kept()
                .iter()
                .map(|p| (p.row, p.column.as_deref().unwrap_or("the row")))
                .collect();
            said.dedup();
            for (said, expected) in said.iter().zip(&expected) {
                assert_eq!(said, expected, "{:?}", lines[said.0 as usize - 1]);
            }
            assert_eq!(said.len(), expected.len());
            assert_eq!(load.loaded, loading);
            assert_eq!(load.bad.len(), expected.len());
        }
    }
}

#[test]
fn bad_rows_are_given_back_to_be_mended() {
    let text = format!(
        "{HEADER}\nsoon,Laos,\"a; \"\"b\"\"\",many,,t\n2024-01-02,Laos,a,1,,t,more\n2024,Laos,,,,t\n"
    );
    let load = load(&text, 9);
    assert_eq!((load.loaded.len(), load.bad.len(), load.problems.total()), (1, 2, 3));
    let back = load.bad.to_csv(&load.header, &load.problems);
    assert!(
        back.starts_with("\u{feff}date,country,topics,amount,link,title,row,problem,column 7\r\n"),
        "{back}"
    );
    assert!(
        back.contains("soon,Laos,\"a; \"\"b\"\"\",many,,t,2,\"date: expected a date"),
        "{back}"
    );
    let (kept, _) = support::read_csv(&back, Dialect::default(), 11);
    assert_eq!((kept.rows.len(), kept.problems.len()), (2, 0));
    assert_eq!(kept.rows[0].1[2], "a; \"b\"");
    assert!(kept.rows[0].1[7].contains("amount: expected a number"));
    assert_eq!((kept.rows[1].1[6].as_str(), kept.rows[1].1[8].as_str()), ("3", "more"));
}

#[test]
fn problems_are_all_counted_and_not_all_kept() {
    let mut text = format!("{HEADER}\n");
    let count = Problems::KEPT as u64 + 5;
    (0..count).for_each(|_| text.push_str("soon,Laos,a,1,,t\n"));
    let load = load(&text, 1 << 16);
    assert_eq!((load.problems.total(), load.problems.kept().len()), (count, Problems::KEPT));
}
