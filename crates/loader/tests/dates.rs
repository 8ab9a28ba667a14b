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
            Century::Beside(column) => {
                format!(", year in {}", mapping.columns[usize::from(column)].name)
            }
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
        Count::Months => ", months",
        Count::DaysOfYear => ", days of the year",
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
    let name = at.map(|at| opened.loaded.columns[at].name.clone());
    let problems = opened.loaded.problems.kept().iter().filter(|problem| problem.column == name);
    (dates.join(" "), problems.count() as u64)
}

/// File, its date, what its cells mean, how many of them are problems.
const CASES: &[(&str, &str, &str, u64)] = &[
    ("c01_NA_missing.csv", "year", "2024 2024 2024 2024 2024", 0),
    ("d01_yy_first.csv", "date, year first, until 2026", "2024-09-06 2024-10-12 2025-01-31", 0),
    (
        "d03_two_digit_1955.csv",
        "date, day first, until 2026",
        "1955-04-18 1955-04-24 1961-06-25 1979-07-15",
        0,
    ),
    (
        "d04_fiscal.csv",
        "Year, fiscal years",
        "2005/06 2006/07 2007/08 2008/09 2009/10 2010/11 2011/12 2012/13 2013/14",
        0,
    ),
    (
        "d05_us_dots.csv",
        "date, month first",
        "2024-01-12 2024-03-02 2024-04-15 2024-05-06 2024-06-30 2024-12-25",
        0,
    ),
    (
        "d06_excel_mangled.csv",
        "date, day first, SwappedDays",
        "2024-03-04 2024-04-13 2024-04-25 2024-05-04 2024-12-05",
        0,
    ),
    ("d07_buddhist.csv", "date, BuddhistYears", "2567-09-06 2567-10-12", 0),
    ("d09_serial.csv", "date, days", "2024-09-06 2024-09-07 2024-11-04", 0),
    ("d10_serial_mixed.csv", "date", "2024-09-06 2024-09-08 ", 1),
    ("d11_isoweek.csv", "date", "2024-W36 2024-W37 2024-09-20", 0),
    ("d12_tz.csv", "date", "2024-09-06 2024-09-06 2024-09-06 2024-09-06", 0),
    ("d13_ranges.csv", "no date", "", 0),
    ("d14_ym_float.csv", "no date", "", 0),
    ("d15_month_precision.csv", "date", "2023-11-02 2024 2024-05 2024-05-17", 0),
    ("d16_quarter.csv", "date", "2024-Q1 2024-Q2 2024-Q3", 0),
    ("d17_other_lang.csv", "date", "2024-03-06 2024-03-12 2024-05-06 2024-09-06", 0),
    ("d18_cn_roc.csv", "日期", "2024-09-06 2024-09-06  ", 2),
    ("d19_gdelt_seendate.json", "seendate", "2024-09-06 2024-09-07", 0),
    ("d20_excel_mmm_yy.csv", "date, until 2026", "2024-01 2024-02 2024-03", 0),
    ("d21_ambig.csv", "date, order?", " ", 2),
    ("d22_mixed_order.csv", "date, order?", "2024-04-13 2024-04-14 ", 1),
    ("k02_yy_korean.csv", "date, year first, until 2026", "2024-09-06 2024-10-12", 0),
    ("k04_fiscal_all.csv", "Year, fiscal years", "2008/09 2009/10 2010/11 2011/12", 0),
    ("k06_fy_slash4.csv", "year, fiscal years", "2008/09 2009/10", 0),
    ("k07_year_first_then_date.csv", "date", "2024-09-06 2024-10-12", 0),
    ("k09_when_year_date.csv", "Date of meeting", "2024-09-06 2024-10-12", 0),
    ("k28_commityear.csv", "commitment year", "2010 2012", 0),
    ("k32_year_thousand.csv", "no date", "", 0),
    ("k33_epoch.csv", "date, seconds", "2024-09-06 2024-09-07", 0),
    ("k34_pdate_0000.csv", "no date", "", 0),
    ("k53_date_bce.csv", "year", "1066 2024  ", 2),
    ("k54_1904.csv", "date, days", "2020-09-05 2020-09-06", 0),
    ("k55_time_ms.csv", "date", "2024-09-06 2024-09-06 2024-09-06 2024-09-06  ", 2),
    ("n14_bigid.csv", "no date", "", 0),
    ("s25_wiki_paste.tsv", "Date", "2024-09-06 2024-10-12 2024-10-13", 0),
    ("x04_yearmix.csv", "date", "2023-11-02 2024 2024 2024-05 2024-05-17 2024-11-20", 0),
    ("x12_time.csv", "no date", "", 0),
    ("x13_datetime_col.csv", "start_date", "2024-09-06 2024-10-12", 0),
    ("x15_acled.csv", "event_date", "2024-09-06 2024-10-12 2024-10-13", 0),
    ("x20_ndu.csv", "Date, month first", "2023-09-06 2023-10-29 2023-11-03", 0),
    ("z08_dates_prec.csv", "date", "2024 2024-12-24", 0),
];

/// Further tables of the same kinds, written for these tests.
const OTHERS: &[(&str, &str, &str, u64)] = &[
    // Two digits first, with other marks.
    (
        "date\n24.09.06\n24.10.12\n25.01.31\n",
        "date, year first, until 2026",
        "2024-09-06 2024-10-12 2025-01-31",
        0,
    ),
    (
        "date\n24/09/06\n24/10/12\n99/01/31\n",
        "date, year first, until 2026",
        "1999-01-31 2024-09-06 2024-10-12",
        0,
    ),
    ("date\n24-09-06\n24-10-12\n", "date, order?, until 2026", " ", 2),
    (
        "year,date\n2024,24-09-06\n2024,24-10-12\n",
        "date, year first, year in year",
        "2024-09-06 2024-10-12",
        0,
    ),
    // Years that would be ahead, or in another century.
    ("date\n18-Apr-55\n24-Apr-55\n", "date, until 2026", "1955-04-18 1955-04-24", 0),
    ("date\n18-Apr-30\n24-Apr-29\n", "date, century?", " ", 2),
    ("date\n18-Apr-06\n24-Apr-45\n1-May-98\n", "date, century?", "  ", 3),
    (
        "date,year\n9/24/06,1906\n12/8/06,1906\n6/15/06,2006\n1/9/69,1868\n",
        "date, month first, year in year",
        "1906-09-24 1906-12-08 2006-06-15 ",
        1,
    ),
    // Fiscal years and months.
    (
        "season,n\n2008/09,1\n2009/10,2\n2010/11,3\n",
        "season, fiscal years",
        "2008/09 2009/10 2010/11",
        0,
    ),
    ("year,n\nFY2008-09,1\nFY2009-10,2\n", "year, fiscal years", "2008/09 2009/10", 0),
    ("date,n\n2008-09,1\n", "date, month or year?", "", 1),
    ("date,n\n2008-09,1\n2008-10,2\n2009-10,2\n", "date", "2008-09 2008-10 2009-10", 0),
    ("date,n\n2008-09,1\n2009-10,2\n2009-10-05,2\n", "date", "2008-09 2009-10 2009-10-05", 0),
    ("season,n\n2008-09,1\n", "season, fiscal years", "2008/09", 0),
    ("spending per year,n\n2400,1\n9800,2\n", "no date", "", 0),
    // Dots.
    ("date\n13.04.2024\n05.06.2024\n", "date, day first", "2024-04-13 2024-06-05", 0),
    ("date\n03.04.2024\n05.06.2024\n", "date, day first", "2024-04-03 2024-06-05", 0),
    (
        "date\n13.04.2024\n04.13.2024\n05.06.2024\n",
        "date, order?",
        "2024-04-13 2024-04-13 2024-06-05",
        0,
    ),
    // Which column is the date.
    (
        "year,type,date_start,date_end\n2024,a,2024-09-06,2024-09-07\n2023,b,2023-09-06,2023-09-08\n",
        "date_start",
        "2023-09-06 2024-09-06",
        0,
    ),
    (
        "Month,Year,When\n9,2024,6 Sep 2024\n10,2024,12 Oct 2024\n",
        "When",
        "2024-09-06 2024-10-12",
        0,
    ),
    ("year,updated date\n2019,2024-09-06\n2018,2024-09-06\n", "year", "2018 2019", 0),
    ("year,updatedAt\n2019,2024-09-06\n2018,2024-09-06\n", "year", "2018 2019", 0),
    ("quarter,date\n2024-Q3,2024-09-06\n2024-Q4,2024-10-06\n", "date", "2024-09-06 2024-10-06", 0),
    // Other forms.
    ("date,n\nQ1 2024,1\nQ2 2024,2\n", "date", "2024-Q1 2024-Q2", 0),
    ("date,n\nSep-24,1\nOct-23,2\n", "date, until 2026", "2023-10 2024-09", 0),
    (
        "datum;n\n6 september 2024;1\n12 maart 2024;2\n3 mei 2024;2\n",
        "datum",
        "2024-03-12 2024-05-03 2024-09-06",
        0,
    ),
    (
        "timestamp,n\n1725580800123,1\n1725667200456,2\n",
        "timestamp, milliseconds",
        "2024-09-06 2024-09-07",
        0,
    ),
    // Points in time without a name that says so: whole minutes, or as milliseconds whole seconds.
    (
        "x,n\n1725580800,1\n1725667260,2\n1725753600,3\n",
        "x, seconds",
        "2024-09-06 2024-09-07 2024-09-08",
        0,
    ),
    (
        "x,n\n1725580800000,1\n1725667261000,2\n1725753600000,3\n",
        "x, milliseconds",
        "2024-09-06 2024-09-07 2024-09-08",
        0,
    ),
    ("x,n\n1725580801,1\n1725667263,2\n1725753605,3\n", "no date", "", 0),
    ("x,n\n1725580800,1\n1725667260,2\n99,3\n", "no date", "", 0),
    ("phone,n\n1925580000,1\n2125667260,2\n7925753600,3\n", "no date", "", 0),
    ("x,n\n1725580800123,1\n1725667261234,2\n1725753600345,3\n", "no date", "", 0),
    // Half-years.
    ("date,n\n2024-H1,1\nH2 2024,2\n1H23,3\n", "date, until 2026", "2023-H1 2024-H1 2024-H2", 0),
    ("period,n\n1H24,1\n2H24,2\n3Q24,2\n", "period, until 2026", "2024-H1 2024-H2 2024-Q3", 0),
    ("spent,n\n1h24,1\n2h10,2\n", "no date", "", 0),
    // A month of 2024, or a day without its year.
    ("date,n\n24-Jan,1\n24-Feb,2\n", "date, order?, until 2026", " ", 2),
    ("date,n\n99-Jan,1\n24-Feb,2\n", "date, year first, until 2026", "1999-01 2024-02", 0),
    (
        "year,date\n2024,24-Jan\n2024,24-Feb\n",
        "date, year first, year in year",
        "2024-01 2024-02",
        0,
    ),
    // Taiwan's calendar, where it is named. Without its name nobody knows whether 113 is 2024.
    ("date,n\n民國113年9月6日,1\n民國113年10月,2\n", "date", "2024-09-06 2024-10", 0),
    ("date,n\n113/05/06,1\n112/05/06,2\n", "no date", "", 0),
    ("phone,n\n1725580800,1\n1725667200,2\n", "no date", "", 0),
    ("sqldate,n\n20240906101500,1\n20240907101500,2\n", "sqldate", "2024-09-06 2024-09-07", 0),
    ("year,n\n1403-06-16,1\n1402-06-16,2\n", "year, PersianYears", "1402-06-16 1403-06-16", 0),
    // Years under names of other languages, if they are years.
    ("Année de visite,n\n2022,1\n2023,2\n", "Année de visite", "2022 2023", 0),
    ("Jahr;n\n2022;1\n2023;2\n", "Jahr", "2022 2023", 0),
    ("年度,n\n2022,1\n2023,2\n", "年度", "2022 2023", 0),
    ("السنة,n\n2022,1\n2023,2\n", "السنة", "2022 2023", 0),
    ("ปี,n\n2566,1\n2567,2\n", "ปี, BuddhistYears", "2566 2567", 0),
    ("Rok,datum\n2022,6. září 2022\n2023,12. října 2023\n", "datum", "2022-09-06 2023-10-12", 0),
    ("ano,n\n45541,1\n45542,2\n", "no date", "", 0),
    ("data,n\n1200,1\n3400,2\n2000,3\n", "no date", "", 0),
    ("年收入,n\n45541,1\n2400,2\n", "no date", "", 0),
    ("year,n\n2024.0,1\n2023.0,2\n,3\n", "year", "2023 2024 ", 0),
    ("price,n\n2024.0,1\n2023.0,2\n", "no date", "", 0),
    // Fiscal years by one of their two years.
    ("Year,n\nFY2008,1\nFY2009,2\n", "Year", "2008 2009", 0),
    ("Year,n\nFY24,1\nFY25,2\n", "Year, until 2026", "2024 2025", 0),
    ("Year,n\nFY08/09,1\nFY09/10,2\n", "Year, until 2026", "2008/09 2009/10", 0),
    (
        "Year,n\nFY08/09,1\n2009-10,2\n2010-11,2\n",
        "Year, until 2026, fiscal years",
        "2008/09 2009/10 2010/11",
        0,
    ),
    ("Year,n\n2008 - 2009,1\n2009 - 2010,2\n", "Year, fiscal years", "2008/09 2009/10", 0),
    // A day of the year beside it; without one it is none.
    (
        "Year,Date\n2024,6-Sep\n2024,12-Oct\n2023,25-Dec\n",
        "Date, day first",
        "2023-12-25 2024-09-06 2024-10-12",
        0,
    ),
    (
        "Year,Date\n2024,06-Sep\n2024,12-Oct\n2023,25-Dec\n",
        "Date, day first",
        "2023-12-25 2024-09-06 2024-10-12",
        0,
    ),
    ("year,date\n2024,9月6日\n2023,10月12日\n", "date", "2023-10-12 2024-09-06", 0),
    ("Year,Date\n2024,September 6\n,October 12\n", "Date", "2024-09-06 ", 1),
    ("Year,Month\n2024,September\n2023,Oct\n", "Month", "2023-10 2024-09", 0),
    // Months by number belong to the year beside them.
    (
        "Month,Year,n\n9,2024,1\n10,2024,2\n3,2023,3\n",
        "Month, months",
        "2023-03 2024-09 2024-10",
        0,
    ),
    ("Year,Month,Day\n2024,9,6\n2024,10,12\n", "Month, months", "2024-09 2024-10", 0),
    ("Jahr;Monat\n2024;9\n2023;10\n", "Monat, months", "2023-10 2024-09", 0),
    ("Year,Month\n2024,9\n2023,24\n", "Year", "2023 2024", 0),
    ("fiscal year,Month\n2024,9\n2023,10\n", "fiscal year", "2023 2024", 0),
    ("fiscal year,Month\n2024,September\n2023,October\n", "fiscal year", "2023 2024", 0),
    ("Month,n\nSeptember,1\nOctober,2\n", "no date", "", 0),
    ("Date,n\n6-Sep,1\n7-Oct,2\n", "no date", "", 0),
    ("Date,n\n6-Sep,1\n12-Oct,2\n25-Dec,3\n", "no date", "", 0),
    ("begun,ended,when\n2024,2025,6-Sep\n2023,2024,7-Oct\n", "no date", "", 0),
    // The year last without marks.
    ("date,n\n12102024,1\n25102024,2\n", "date, day first", "2024-10-12 2024-10-25", 0),
    ("date,n\n12102024,1\n11102024,2\n", "date, order?", " ", 2),
    ("votes,n\n12102024,1\n25102024,2\n", "no date", "", 0),
    // Other languages and programs.
    ("date,n\n2024년 9월 6일,1\n2024. 10. 12. 오전 10:15,2\n", "date", "2024-09-06 2024-10-12", 0),
    ("date,n\n令和6年9月6日,1\n平成30年1月2日,2\n", "date", "2018-01-02 2024-09-06", 0),
    ("date,n\n٦ سبتمبر ٢٠٢٤,1\n٢٠٢٤-١٠-١٢,2\n", "date", "2024-09-06 2024-10-12", 0),
    ("date,n\n6 ก.ย. 2567,1\n12 ต.ค. 2567,2\n", "date, BuddhistYears", "2567-09-06 2567-10-12", 0),
    ("created_at,n\nFri Sep 06 10:15:00 +0000 2024,1\n", "created_at", "2024-09-06", 0),
    ("date,n\n2024-250,1\n2023-084,2\n", "date, days of the year", "2023-03-25 2024-09-06", 0),
    ("case,n\n2024-250,1\n2023-084,2\n", "no date", "", 0),
    ("date,n\n2024-250,1\n2023-03-25,2\n2023-03-26,2\n", "date", "2023-03-25 2023-03-26 ", 1),
    ("period,n\n2010M01,1\n2010M12,2\n", "period", "2010-01 2010-12", 0),
];

#[test]
fn the_dates_of_other_peoples_tables_are_read_rightly() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/dates");
    let mut files: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    let all =
        files.iter().map(|file| (file.as_str(), fs::read_to_string(folder.join(file)).unwrap()));
    check(CASES, all.collect());
    assert_eq!(files.len(), CASES.len());
}

#[test]
fn further_tables_of_the_same_kinds_are_read_rightly() {
    check(OTHERS, OTHERS.iter().map(|(text, ..)| (*text, (*text).to_owned())).collect());
}

fn check(cases: &[(&str, &str, &str, u64)], texts: Vec<(&str, String)>) {
    let mut wrong = Vec::new();
    for (name, text) in texts {
        let mut opened = open(&text);
        let (dates, problems) = dates(&mut opened);
        let found = (name, opened.said.as_str(), dates.as_str(), problems);
        if !cases.contains(&found) {
            wrong.push(format!("{found:?},"));
        }
    }
    assert!(wrong.is_empty(), "\n    {}", wrong.join("\n    "));
}
