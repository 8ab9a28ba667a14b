//! Tables of other people with dates of all kinds: which column is the date, how it is read, what its
//! cells mean, and how many of them are problems.
#![allow(clippy::unwrap_used, missing_docs)]

mod support;

use std::fs;
use std::path::Path;

use explorer_loader::{Beginning, Loaded, Loader};
use explorer_meaning::mapping::{Mapping, Meaning, Role};
use explorer_reader::date::{Century, Count, DateForm, Order, Pairs};
use support::{column, countries};

/// A table under the proposed mapping, and what was said of its date.
struct Opened {
    loaded: Loaded,
    said: String,
}

fn open(text: &str) -> Opened {
    let countries = countries();
    let beginning = Beginning::of(text, true, &countries).unwrap();
    let said = said(&beginning);
    let mut loader = Loader::new(beginning.format, beginning.mapping, countries);
    loader.push(text).unwrap();
    Opened { loaded: loader.finish().unwrap(), said }
}

/// The date's column, how it is read, and what has to be asked first.
fn said(beginning: &Beginning) -> String {
    let mapping: &Mapping = &beginning.mapping;
    let Some(at) = mapping.column_of(Meaning::Date) else { return "no date".to_owned() };
    let mut said = mapping.columns[at].name.clone();
    let Role::Date(form) = mapping.columns[at].role else { return format!("{said}: no date") };
    let profile = &beginning.columns[at];
    let DateForm { order, century, pairs, count } = form;
    if profile.order.has_order() {
        said += match order {
            Order::MonthFirst => ", month first",
            Order::DayFirst => ", day first",
            Order::YearFirst => ", year first",
            Order::Ambiguous => ", order?",
        };
    }
    if !profile.order.short_years(order).is_empty() {
        said += &match century {
            Century::Until(last) => format!(", until {last}"),
            Century::Beside(column) => format!(", year in {}", mapping.columns[usize::from(column)].name),
            Century::Ambiguous => ", century?".to_owned(),
        };
    }
    if profile.order.has_pairs() {
        said += match pairs {
            Pairs::Months => "",
            Pairs::FiscalYears => ", fiscal years",
            Pairs::Ambiguous => ", month or year?",
        };
    }
    said += match count {
        Count::Nothing => "",
        Count::Days => ", days",
        Count::Seconds => ", seconds",
        Count::Milliseconds => ", milliseconds",
    };
    if let Some(hint) = profile.date_hint() {
        said += &format!(", {hint:?}");
    }
    said
}

/// The dates as they are shown, sorted by their first days, and how many values are problems.
fn dates(opened: &mut Opened) -> (String, u64) {
    let at = opened.loaded.date_column();
    let dates = at.map(|at| column(&mut opened.loaded, at)).unwrap_or_default();
    let problems = opened.loaded.problems.iter().filter(|problem| {
        opened.loaded.header.iter().any(|name| problem.column.as_deref() == Some(name))
            && at.map(|at| opened.loaded.columns[at].name.as_str()) == problem.column.as_deref()
    });
    (dates.join(" "), problems.count() as u64)
}

/// File, its date, what its cells mean, how many of them are problems.
const CASES: &[(&str, &str, &str, u64)] = &[
];

#[test]
fn the_dates_of_other_peoples_tables_are_read_rightly() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut wrong = Vec::new();
    let mut files: Vec<String> = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    for file in files {
        let text = fs::read_to_string(folder.join(&file)).unwrap();
        let mut opened = open(&text);
        let (dates, problems) = dates(&mut opened);
        let found = (file.as_str(), opened.said.as_str(), dates.as_str(), problems);
        if !CASES.contains(&found) {
            wrong.push(format!("{found:?},"));
        }
    }
    assert!(wrong.is_empty(), "\n    {}", wrong.join("\n    "));
}
