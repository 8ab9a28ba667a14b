//! Against a table made by plain loops of the same rows: cells, numbers of rows, problems, and counts
//! under filters; in whatever pieces the text comes.
#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use explorer_loader::Loaded;
use explorer_meaning::mapping::{Mapping, Meaning, Role};
use proptest::prelude::*;
use support::{DATE, NUMBER, load, mapping};

/// A cell as it stands in the file, the values that it has to have, and those that are wrong.
type Cell = (&'static str, &'static [&'static str], &'static [&'static str]);

const NAMES: [&str; 8] =
    ["date", "country", "topics", "amount", "until", "title", "left out", "link"];

/// The column with the date, and those that are counted by their values.
const DAY: usize = 0;
const COUNTED: [usize; 2] = [1, 2];
const AMOUNT: usize = 3;

/// What can stand in each column.
const CELLS: [&[Cell]; 8] = [
    &[
        ("2024-09-06", &["2024-09-06"], &[]),
        (" 6 Sept 2024 ", &["2024-09-06"], &[]),
        ("2024-09", &["2024-09"], &[]),
        ("2024-09-01", &["2024-09-01"], &[]),
        ("2024", &["2024"], &[]),
        ("1999-12-31", &["1999-12-31"], &[]),
        ("0001-01-01", &["0001-01-01"], &[]),
        ("9999-12-31", &["9999-12-31"], &[]),
        ("", &[], &[]),
        ("soon", &[], &["soon"]),
        ("2023-02-29", &[], &["2023-02-29"]),
    ],
    &[
        ("Laos", &["LAO"], &[]),
        ("LAO", &["LAO"], &[]),
        (" 老挝 ", &["LAO"], &[]),
        ("Viet Nam", &["VNM"], &[]),
        // Two letters among names are told: no list of codes is known for the column.
        ("FJ", &[], &["FJ"]),
        ("Korea", &[], &["Korea"]),
        ("Atlantis", &[], &["Atlantis"]),
        ("  ", &[], &[]),
    ],
    &[
        ("a", &["a"], &[]),
        ("a; b", &["a", "b"], &[]),
        ("b;a; b ;", &["b", "a"], &[]),
        ("c\nd", &["c\nd"], &[]),
        (" ;; ", &[], &[]),
        ("\"x\"; a", &["\"x\"", "a"], &[]),
    ],
    &[
        ("1", &["1"], &[]),
        ("1,234.50", &["1234.5"], &[]),
        ("-7", &["-7"], &[]),
        ("", &[], &[]),
        ("1.2.3", &[], &["1.2.3"]),
    ],
    &[
        ("", &[], &[]),
        ("2024-10", &["2024-10"], &[]),
        ("2024-10-01", &["2024-10-01"], &[]),
        ("never", &[], &["never"]),
    ],
    &[
        ("A title, quoted", &["A title, quoted"], &[]),
        ("another Title\r\nof two lines", &["another Title\r\nof two lines"], &[]),
        ("标题", &["标题"], &[]),
        ("", &[], &[]),
    ],
    &[("what is not loaded", &[], &[]), ("", &[], &[])],
    &[
        ("https://a.example", &["https://a.example"], &[]),
        ("https://a.example; HTTP://b.example", &["https://a.example", "HTTP://b.example"], &[]),
        ("a.example https://b.example", &["https://b.example"], &["a.example"]),
        ("", &[], &[]),
    ],
];

#[derive(Debug, Clone)]
enum Line {
    Row([usize; 8]),
    TooLong,
    Blank,
    Empty,
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let line = prop_oneof![
        12 => prop::array::uniform8(0_usize..100).prop_map(Line::Row),
        1 => Just(Line::TooLong),
        1 => Just(Line::Blank),
        1 => Just(Line::Empty),
    ];
    prop::collection::vec(line, 0..150)
}

fn columns() -> Mapping {
    let roles = [
        (DATE, Some(Meaning::Date)),
        (Role::Category, Some(Meaning::Country)),
        (Role::MultiValue(';'), None),
        (NUMBER, None),
        (DATE, None),
        (Role::Text, None),
        (Role::Ignored, None),
        (Role::Link, None),
    ];
    let columns: Vec<_> =
        NAMES.iter().zip(roles).map(|(name, (role, meaning))| (*name, role, meaning)).collect();
    mapping(&columns)
}

/// The rows by plain loops.
#[derive(Debug, Default)]
struct Naive {
    text: String,
    /// Number in the file, and cells.
    rows: Vec<(u64, Vec<Cell>)>,
    /// Row, column and value.
    problems: Vec<(u64, &'static str, &'static str)>,
    unmatched: BTreeMap<&'static str, u64>,
    bad_rows: usize,
}

impl Naive {
    fn new(lines: &[Line]) -> Self {
        let mut naive = Self { text: NAMES.join(",") + "\n", ..Self::default() };
        for (number, line) in (2..).zip(lines) {
            match line {
                Line::Row(choice) => naive.add(number, choice),
                Line::TooLong => {
                    naive.text += "2024,Laos,,,,,,,more\n";
                    naive.problems.push((number, "column 9", "more"));
                    naive.bad_rows += 1;
                }
                Line::Blank => naive.text += "\n",
                Line::Empty => naive.text += ",,,,,,,\n",
            }
        }
        // By first days, of the same the longest first, without one last; equal ones as they came.
        naive.rows.sort_by_key(|(_, cells)| {
            let span = cells[DAY].1.first().map(|date| span(date));
            span.map_or((1, "", Reverse("")), |(first, last)| (0, first, Reverse(last)))
        });
        naive
    }

    fn add(&mut self, number: u64, choice: &[usize; 8]) {
        let cells: Vec<Cell> =
            CELLS.iter().zip(choice).map(|(cells, at)| cells[at % cells.len()]).collect();
        if cells.iter().all(|(text, ..)| text.is_empty()) {
            // A row of nothing is none.
            self.text += ",,,,,,,\n";
            return;
        }
        let quoted: Vec<String> = cells
            .iter()
            .map(|(text, ..)| match text.contains([',', '"', '\n', '\r']) {
                true => format!("\"{}\"", text.replace('"', "\"\"")),
                false => (*text).to_owned(),
            })
            .collect();
        self.text += &(quoted.join(",") + "\n");
        for ((_, _, wrong), name) in cells.iter().zip(NAMES) {
            for value in *wrong {
                self.problems.push((number, name, value));
                if name == "country" {
                    *self.unmatched.entry(value).or_default() += 1;
                }
            }
        }
        self.rows.push((number, cells));
    }
}

/// The first and the last day that a date can mean, as texts that sort.
fn span(date: &'static str) -> (&'static str, &'static str) {
    match date {
        "2024" => ("2024-01-01", "2024-12-31"),
        "2024-09" => ("2024-09-01", "2024-09-30"),
        "2024-10" => ("2024-10-01", "2024-10-31"),
        date => (date, date),
    }
}

/// A filter of one dimension, as a test of a row.
#[derive(Debug, Clone)]
enum Wanted {
    /// Values of a counted column.
    Values(usize, Vec<&'static str>),
    Amount(f64, f64),
    /// Any day that a date can mean.
    Days(&'static str, &'static str),
    Search(&'static str),
}

fn filters() -> impl Strategy<Value = Vec<Wanted>> {
    let countries = prop::sample::subsequence(vec!["LAO", "VNM", "FJI", ""], 1..=4);
    let topics = prop::sample::subsequence(vec!["a", "b", "c\nd", "\"x\"", ""], 1..=5);
    let day = || prop::sample::select(vec!["1999-12-31", "2024-01-01", "2024-09-01", "2024-09-06"]);
    let search = prop::sample::select(vec!["title", "标题", "LAO", "b.EXAMPLE", "of two", "zzz"]);
    let one = prop_oneof![
        countries.prop_map(|values| Wanted::Values(1, values)),
        topics.prop_map(|values| Wanted::Values(2, values)),
        (-10_i32..10, 0_i32..2000)
            .prop_map(|(low, more)| Wanted::Amount(f64::from(low), f64::from(low + more))),
        (day(), day()).prop_map(|(first, last)| Wanted::Days(first, last)),
        search.prop_map(Wanted::Search),
    ];
    prop::collection::vec(one, 0..4)
}

impl Wanted {
    /// Which filter of the view it is; a later one replaces an earlier one.
    fn place(&self) -> usize {
        match self {
            Self::Values(column, _) => *column,
            Self::Amount(..) => AMOUNT,
            Self::Days(..) => DAY,
            Self::Search(_) => usize::MAX,
        }
    }

    fn passes(&self, cells: &[Cell]) -> bool {
        match self {
            Self::Values(column, wanted) => match cells[*column].1 {
                [] => wanted.contains(&""),
                values => values.iter().any(|value| wanted.contains(value)),
            },
            Self::Amount(low, high) => cells[AMOUNT]
                .1
                .first()
                .is_some_and(|number| (*low..=*high).contains(&number.parse::<f64>().unwrap())),
            Self::Days(first, last) => {
                let spans = cells[DAY].1.first().map(|date| span(date));
                spans.is_some_and(|(from, to)| to >= *first && from <= *last)
            }
            Self::Search(query) => query.split(' ').all(|word| {
                [1, 2, 5, 7].iter().any(|column| {
                    let values = cells[*column].1;
                    values.iter().any(|value| value.to_lowercase().contains(&word.to_lowercase()))
                })
            }),
        }
    }

    fn apply(&self, loaded: &mut Loaded) {
        // Of those that are loaded, which are all but the last but one.
        let place = self.place();
        match self {
            Self::Values(_, wanted) => {
                let values = loaded.view.table().dictionary(place).unwrap();
                let code = |value: &&str| match *value {
                    "" => Some(values.len() as u32),
                    value => values.code(value),
                };
                let bins: Vec<u32> = wanted.iter().filter_map(code).collect();
                // Values that no row has are no filter to the engine; to the loops they are.
                let bins = if bins.is_empty() { None } else { Some(bins) };
                match bins {
                    Some(bins) => loaded.view.select(place, &bins),
                    None => loaded.view.search_rows(Some(&|_| false)),
                }
            }
            Self::Amount(low, high) => {
                loaded.view.number_range(place, Some((*low, *high))).unwrap();
            }
            Self::Days(first, last) => {
                let range = (day(first), day(last));
                loaded.view.date_range(place, Some(range)).unwrap();
            }
            Self::Search(query) => loaded.view.search(&[], query),
        }
    }
}

/// Days since 1970-01-01, by counting years and months.
fn day(date: &str) -> i32 {
    let part = |range: std::ops::Range<usize>| date[range].parse::<i32>().unwrap();
    let (year, month, day) = (part(0..4), part(5..7), part(8..10));
    let leap = |year: i32| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let years: i32 = (1970..year).map(|year| 365 + i32::from(leap(year))).sum();
    let february = 28 + i32::from(leap(year));
    let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    years + months[..month as usize - 1].iter().sum::<i32>() + day - 1
}

fn same_cells(loaded: &mut Loaded, naive: &Naive) -> Result<(), TestCaseError> {
    let rows = loaded.rows(0, usize::MAX);
    prop_assert_eq!(rows.len(), naive.rows.len());
    prop_assert_eq!(loaded.columns.len(), 7);
    for (row, (number, cells)) in rows.into_iter().zip(&naive.rows) {
        prop_assert_eq!(loaded.row_number(row), *number);
        for (at, column) in loaded.columns.iter().enumerate() {
            let (_, values, _) = cells[column.source];
            prop_assert_eq!(&column.name, NAMES[column.source]);
            prop_assert_eq!(loaded.cell(row, at), values.join("; "));
            prop_assert_eq!(loaded.values(row, at), values);
        }
        let date = loaded.date(row).map(|date| date.to_string());
        prop_assert_eq!(date.as_deref(), cells[DAY].1.first().copied());
    }
    let problems: Vec<(u64, &str, &str)> = loaded
        .problems
        .kept()
        .iter()
        .map(|p| (p.row, p.column.as_deref().unwrap(), p.value.as_str()))
        .collect();
    prop_assert_eq!(&problems, &naive.problems);
    let countries = support::countries();
    let unmatched: BTreeMap<&str, u64> =
        loaded.unmatched.list(&countries).iter().map(|(name, rows, _)| (*name, *rows)).collect();
    prop_assert_eq!(&unmatched, &naive.unmatched);
    prop_assert_eq!(loaded.bad_rows.len(), naive.bad_rows);
    prop_assert_eq!(loaded.summary.rows as usize, naive.rows.len());
    Ok(())
}

fn same_counts(
    loaded: &mut Loaded,
    naive: &Naive,
    filters: &[Wanted],
) -> Result<(), TestCaseError> {
    // The last filter of each place holds.
    let mut held: BTreeMap<usize, &Wanted> = BTreeMap::new();
    for filter in filters {
        filter.apply(loaded);
        let known = |value: &&str| {
            value.is_empty()
                || naive.rows.iter().any(|(_, cells)| cells[filter.place()].1.contains(value))
        };
        match filter {
            // Taken as a search that finds nothing, see `apply`.
            Wanted::Values(_, wanted) if !wanted.iter().any(known) => {
                held.insert(usize::MAX, &Wanted::Search("zzz"));
            }
            filter => drop(held.insert(filter.place(), filter)),
        }
    }
    let passing = |left_out: Option<usize>| {
        naive
            .rows
            .iter()
            .filter(|(_, cells)| {
                held.iter().all(|(place, filter)| Some(*place) == left_out || filter.passes(cells))
            })
            .collect::<Vec<_>>()
    };
    prop_assert_eq!(loaded.view.in_view() as usize, passing(None).len());
    let shown: Vec<u64> = loaded.rows(1, 5).into_iter().map(|row| loaded.row_number(row)).collect();
    let first: Vec<u64> = passing(None).iter().skip(1).take(5).map(|(number, _)| *number).collect();
    prop_assert_eq!(shown, first);
    for column in COUNTED {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for (_, cells) in passing(Some(column)) {
            let values = if cells[column].1.is_empty() { &[""] } else { cells[column].1 };
            values.iter().for_each(|value| *counts.entry(value).or_default() += 1);
        }
        let table = loaded.view.table();
        let names = table.dictionary(column).unwrap().values().chain([""]);
        let engine: BTreeMap<&str, u32> = names
            .zip(loaded.view.counts(column).iter().copied())
            .filter(|(_, count)| *count > 0)
            .collect();
        prop_assert_eq!(engine, counts);
    }
    let with_amount =
        passing(Some(AMOUNT)).iter().filter(|(_, cells)| !cells[AMOUNT].1.is_empty()).count();
    let (missing, counted) = loaded.view.counts(AMOUNT).split_last().unwrap();
    prop_assert_eq!(counted.iter().sum::<u32>() as usize, with_amount);
    prop_assert_eq!(*missing as usize, passing(Some(AMOUNT)).len() - with_amount);
    let mut days: BTreeMap<(&str, Reverse<&str>), u32> = BTreeMap::new();
    let none = ("", Reverse(""));
    for (_, cells) in passing(Some(DAY)) {
        let span = cells[DAY].1.first().map(|date| span(date));
        *days.entry(span.map_or(none, |(first, last)| (first, Reverse(last)))).or_default() += 1;
    }
    let (without, by_day) = loaded.view.counts(DAY).split_last().unwrap();
    let engine: Vec<u32> = by_day.iter().copied().filter(|count| *count > 0).collect();
    prop_assert_eq!(*without, days.remove(&none).unwrap_or_default());
    prop_assert_eq!(engine, days.into_values().collect::<Vec<_>>());
    for text in [5, 6] {
        prop_assert!(loaded.view.counts(text).is_empty());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_loaded_is_what_plain_loops_find(lines in lines(), filters in filters(), size in 1_usize..500) {
        let naive = Naive::new(&lines);
        for size in [size, usize::MAX] {
            let mut loaded = load(&naive.text, size, &columns()).unwrap();
            same_cells(&mut loaded, &naive)?;
            same_counts(&mut loaded, &naive, &filters)?;
        }
    }

    #[test]
    fn whatever_the_text_and_the_pieces_nothing_panics_and_the_outcome_is_one(
        text in "([a-c,;\"\n\r 0-9é-]|2024-0[1-9]|Laos|, ?\n){0,200}",
        size in 1_usize..50,
    ) {
        let outcome = |size: usize| {
            let countries = support::countries();
            let beginning = explorer_loader::Beginning::of(&text, true, &countries).ok()?;
            let mut loaded = load(&text, size, &beginning.mapping).ok()?;
            let rows = loaded.rows(0, usize::MAX);
            let cells: Vec<(u64, Vec<String>)> = rows
                .into_iter()
                .map(|row| (loaded.row_number(row), (0..loaded.columns.len()).map(|column| loaded.cell(row, column)).collect()))
                .collect();
            Some((cells, loaded.problems.clone(), loaded.view.all_counts().to_vec(), loaded.summary.clone()))
        };
        prop_assert_eq!(outcome(size), outcome(usize::MAX));
    }
}
