//! A table that is written in any way and opened again has the same values, or what can be read in two ways is
//! asked: values of every kind, in every dialect and encoding.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod support;

use std::rc::Rc;

use encoding_rs::Encoding as Coder;
use explorer_loader::{Beginning, Loaded, Loader};
use explorer_meaning::country::{Countries, Naming};
use explorer_meaning::mapping::Role;
use explorer_reader::date::{Century, DateForm, Order, Pairs, PartialDate};
use explorer_reader::encoding::{FIRST_BYTES, guess, sniff};
use explorer_reader::number::Decimal;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use support::countries;

/// What a cell means to who wrote it.
#[derive(Debug, Clone, PartialEq)]
enum Truth {
    Text(String),
    Number(f64),
    Date(PartialDate),
    /// By its code of three letters.
    Country(String),
    Nothing,
}

/// A column: its name, and its cells as they are written and what they mean.
type Column = (String, Vec<(String, Truth)>);

/// The most rows of a table; each takes as many as it has.
const ROWS: usize = 40;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Letters of the scripts that the encodings have.
const SCRIPTS: [&str; 7] = [
    "abcdefghijklmnopqrstuvwxyz",
    "abcdeéèêëàâçîïôûüöäßñáíóú",
    "абвгдежзиклмнопрстуфхцчшыьэюя",
    "部长会见越南老挝国安全公厅题目期家城市省委外交警察司法务访谈协定议合作",
    "日本国警察庁の会談とかきくけこさしすせそ東京",
    "한국경찰청회담서울부산외교안전협력",
    "臺灣國際會議題目長官訪問協定",
];

/// A word of letters of a script.
fn word(script: usize) -> impl Strategy<Value = String> {
    let letters: Vec<char> = SCRIPTS[script % SCRIPTS.len()].chars().collect();
    prop::collection::vec(select(letters), 2..9).prop_map(|letters| letters.into_iter().collect())
}

/// A text that is no number, date or country.
fn text(script: usize) -> impl Strategy<Value = String> {
    let mark = select(vec![
        " ", "-", ", ", "; ", "|", "\t", "\n", "\r\n", "\"", "\"\"", "'", ": ", "/", "=", " \" ",
        "#",
    ]);
    let parts = prop::collection::vec((mark, word(script)), 0..4);
    (word(script), parts, prop::bool::weighted(0.1)).prop_map(|(first, parts, is_quoted)| {
        let more: String =
            parts.into_iter().flat_map(|(mark, word)| [mark.to_owned(), word]).collect();
        let text = format!("Zq{first}{more}");
        if is_quoted { format!("\"{text}\"") } else { text }
    })
}

thread_local! {
    static COUNTRIES: Rc<Countries> = countries();
}

/// The countries, which are read once.
fn known() -> Rc<Countries> {
    COUNTRIES.with(Rc::clone)
}

/// How a day is written.
type DayForm = fn(i16, u8, u8) -> String;

const DAYS: [(&str, DayForm); 20] = [
    ("ISO", |y, m, d| format!("{y}-{m:02}-{d:02}")),
    ("with a time", |y, m, d| format!("{y}-{m:02}-{d:02}T10:30:00Z")),
    ("with slashes, the year first", |y, m, d| format!("{y}/{m}/{d}")),
    ("with dots, the year first", |y, m, d| format!("{y}.{m:02}.{d:02}")),
    ("without marks", |y, m, d| format!("{y}{m:02}{d:02}")),
    ("with slashes, the day first", |y, m, d| format!("{d}/{m}/{y}")),
    ("with slashes and zeros, the day first", |y, m, d| format!("{d:02}/{m:02}/{y}")),
    ("with slashes, the month first", |y, m, d| format!("{m}/{d}/{y}")),
    ("with hyphens, the day first", |y, m, d| format!("{d:02}-{m:02}-{y}")),
    ("with hyphens, the month first", |y, m, d| format!("{m:02}-{d:02}-{y}")),
    ("with dots, the day first", |y, m, d| format!("{d:02}.{m:02}.{y}")),
    ("short, the day first", |y, m, d| format!("{d:02}/{m:02}/{:02}", y % 100)),
    ("short, the month first", |y, m, d| format!("{m:02}/{d:02}/{:02}", y % 100)),
    ("short, the year first", |y, m, d| format!("{:02}-{m:02}-{d:02}", y % 100)),
    ("with a month's name", |y, m, d| format!("{d} {} {y}", MONTHS[usize::from(m) - 1])),
    ("with a month's name first", |y, m, d| format!("{} {d}, {y}", MONTHS[usize::from(m) - 1])),
    ("with a month's name, short", |y, m, d| {
        format!("{d}-{}-{:02}", MONTHS[usize::from(m) - 1], y % 100)
    }),
    ("Chinese", |y, m, d| format!("{y}年{m}月{d}日")),
    ("with the time of a clock", |y, m, d| format!("{d}/{m}/{y} 1:05 PM")),
    ("as a spreadsheet counts", |y, m, d| {
        (PartialDate::from_day(y, m, d).unwrap().first_day() + 25_569).to_string()
    }),
];

/// The rows of a column of which a twentieth has a marker, or nothing.
fn with_gaps(
    cells: impl Strategy<Value = (String, Truth)> + 'static,
    markers: Vec<&'static str>,
) -> impl Strategy<Value = Vec<(String, Truth)>> {
    let gap = select(markers).prop_map(|marker| (marker.to_owned(), Truth::Nothing));
    prop::collection::vec(prop_oneof![19 => cells.boxed(), 1 => gap.boxed()], ROWS)
}

fn named(
    names: &'static [&'static str],
    cells: impl Strategy<Value = Vec<(String, Truth)>>,
) -> impl Strategy<Value = Column> {
    (select(names), cells).prop_map(|(name, cells)| (name.to_owned(), cells))
}

fn texts(script: usize) -> impl Strategy<Value = Column> {
    let cell = text(script).prop_map(|text| (text.clone(), Truth::Text(text)));
    named(&["remarks", "Notes", "words", "summary"], with_gaps(cell, vec![""]))
}

fn days() -> impl Strategy<Value = Column> {
    (select(DAYS.to_vec()), 3_700..20_600_i32).prop_flat_map(|((_, form), from)| {
        let cell = (from..(from + 9_000).min(20_600)).prop_map(move |days| {
            let date = PartialDate::from_days(days).unwrap();
            (form(date.year(), date.month().unwrap(), date.day().unwrap()), Truth::Date(date))
        });
        named(&["date", "Day of visit", "meeting_date", "when"], with_gaps(cell, vec![""]))
    })
}

/// How a part of a year is written, and which it is.
type PeriodForm = fn(i16, u8) -> (String, Option<PartialDate>);

fn periods() -> impl Strategy<Value = Column> {
    let forms: Vec<PeriodForm> = vec![
        |y, m| (format!("{y}-H{}", m.div_ceil(6)), PartialDate::from_half_year(y, m.div_ceil(6))),
        |y, m| {
            (
                format!("{}H{:02}", m.div_ceil(6), y % 100),
                PartialDate::from_half_year(y, m.div_ceil(6)),
            )
        },
        |y, m| (format!("{y}-{m:02}"), PartialDate::from_month(y, m)),
        |y, m| (format!("{m:02}/{y}"), PartialDate::from_month(y, m)),
        |y, m| (format!("{} {y}", MONTHS[usize::from(m) - 1]), PartialDate::from_month(y, m)),
        |y, m| {
            (
                format!("{}-{:02}", MONTHS[usize::from(m) - 1], y % 100),
                PartialDate::from_month(y, m),
            )
        },
        |y, m| {
            let month = MONTHS[usize::from(m) - 1];
            (format!("{:02}-{month}", y % 100), PartialDate::from_month(y, m))
        },
        |y, m| (format!("{y}年{m}月"), PartialDate::from_month(y, m)),
        |y, _| (y.to_string(), PartialDate::from_year(y)),
        |y, m| (format!("{y}-Q{}", m.div_ceil(3)), PartialDate::from_quarter(y, m.div_ceil(3))),
        |y, m| (format!("Q{} {y}", m.div_ceil(3)), PartialDate::from_quarter(y, m.div_ceil(3))),
        |y, m| (format!("{y}-W{:02}", m * 4), PartialDate::from_week(y, m * 4)),
        |y, _| (format!("{y}/{:02}", (y + 1) % 100), PartialDate::from_fiscal_year(y)),
        |y, _| (format!("{y}-{}", y + 1), PartialDate::from_fiscal_year(y)),
    ];
    select(forms).prop_flat_map(|form| {
        let cell = (1980_i16..2025, 1_u8..=12).prop_map(move |(year, month)| {
            let (text, date) = form(year, month);
            (text, Truth::Date(date.unwrap()))
        });
        named(&["date", "year", "period", "month"], with_gaps(cell, vec![""]))
    })
}

/// A number with marks.
fn marked(number: i64, decimals: u32, point: char, group: &str) -> String {
    let scale = 10_i64.pow(decimals);
    let (whole, behind) =
        ((number / scale).unsigned_abs().to_string(), (number % scale).unsigned_abs());
    let mut text = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push_str(group);
        }
        text.push(digit);
    }
    let sign = if number < 0 { "-" } else { "" };
    match decimals {
        0 => format!("{sign}{text}"),
        decimals => format!("{sign}{text}{point}{behind:0width$}", width = decimals as usize),
    }
}

/// The mark before a fraction, and that between thousands. A table has one of each, and as tables of that
/// country have it: with semicolons between its cells a comma, with commas a point.
type Marks = (char, &'static str);

fn numbers((point, group): Marks) -> impl Strategy<Value = Column> {
    let size = select(vec![30_i64, 5_000, 90_000, 9_000_000, 900_000_000]);
    (0_u32..4, size).prop_flat_map(move |(decimals, size)| {
        let cell = (-size / 9..size).prop_map(move |number| {
            let truth = number as f64 / 10_f64.powi(decimals as i32);
            (marked(number, decimals, point, group), Truth::Number(truth))
        });
        let markers = vec!["", "NA", "n/a", "..", "-", "NULL"];
        named(&["amount", "people", "cost", "value"], with_gaps(cell, markers))
    })
}

fn places() -> impl Strategy<Value = Column> {
    let countries = known();
    select(vec![0, 1, 2]).prop_flat_map(move |naming| {
        let countries = countries.clone();
        let cell = any::<Index>().prop_map(move |at| {
            let country = &countries.list()[at.index(countries.list().len())];
            let text = [&country.name_en, &country.iso2, &country.iso3][naming].clone();
            (text, Truth::Country(country.iso3.clone()))
        });
        named(&["country", "Partner country", "nation"], with_gaps(cell, vec![""]))
    })
}

fn flags() -> impl Strategy<Value = Column> {
    select(vec![["yes", "no"], ["true", "false"], ["TRUE", "FALSE"], ["Y", "N"], ["是", "否"]])
        .prop_flat_map(|words| {
            let cell = select(words.to_vec())
                .prop_map(|word| (word.to_owned(), Truth::Text(word.to_owned())));
            named(&["held", "is public"], with_gaps(cell, vec![""]))
        })
}

/// How a table is written.
#[derive(Debug, Clone)]
struct Written {
    delimiter: char,
    quotes_all: bool,
    end: &'static str,
    has_last_end: bool,
    above: Vec<&'static str>,
    coder: &'static Coder,
    has_mark: bool,
}

fn writings() -> impl Strategy<Value = Written> {
    let coders = vec![
        encoding_rs::UTF_8,
        encoding_rs::UTF_16LE,
        encoding_rs::UTF_16BE,
        encoding_rs::WINDOWS_1252,
        encoding_rs::WINDOWS_1251,
        encoding_rs::SHIFT_JIS,
        encoding_rs::GB18030,
        encoding_rs::BIG5,
        encoding_rs::EUC_KR,
    ];
    let above = select(vec![
        vec![],
        vec![],
        vec![],
        vec!["Visits by year"],
        vec!["Visits by year", ""],
        vec!["# made by hand", "# 2024"],
    ]);
    let end = select(vec!["\n", "\r\n", "\r"]);
    (
        select(vec![',', ';', '\t', '|']),
        any::<bool>(),
        end,
        any::<bool>(),
        above,
        select(coders),
        any::<bool>(),
    )
        .prop_map(|(delimiter, quotes_all, end, has_last_end, above, coder, has_mark)| {
            Written { delimiter, quotes_all, end, has_last_end, above, coder, has_mark }
        })
}

/// The table as text.
fn table(columns: &[Column], rows: usize, written: &Written) -> String {
    let cell = |cell: &str| {
        let needs = cell.contains(['"', '\n', '\r', written.delimiter]) || cell.trim() != cell;
        match written.quotes_all || needs {
            true => format!("\"{}\"", cell.replace('"', "\"\"")),
            false => cell.to_owned(),
        }
    };
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        cells.map(cell).collect::<Vec<_>>().join(&written.delimiter.to_string())
    };
    let mut lines: Vec<String> = written.above.iter().map(|line| (*line).to_owned()).collect();
    lines.push(line(&mut columns.iter().map(|(name, _)| name.as_str())));
    for row in 0..rows {
        lines.push(line(&mut columns.iter().map(|(_, cells)| cells[row].0.as_str())));
    }
    let mut text = lines.join(written.end);
    if written.has_last_end {
        text.push_str(written.end);
    }
    text
}

/// So few letters of two bytes can be those of UTF-8 as well, and nobody can tell: a Korean “청청” is “ûû”.
const FEW: usize = 4;

/// The text in its encoding; `None` if that has not all of its characters, or if it is UTF-8 by chance.
fn encoded(text: &str, written: &Written) -> Option<Vec<u8>> {
    let units = |bytes: fn(u16) -> [u8; 2]| {
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect::<Vec<u8>>()
    };
    if written.coder == encoding_rs::UTF_16LE {
        return Some(units(u16::to_le_bytes));
    }
    if written.coder == encoding_rs::UTF_16BE {
        return Some(units(u16::to_be_bytes));
    }
    if written.coder == encoding_rs::UTF_8 && written.has_mark {
        return Some(format!("\u{feff}{text}").into_bytes());
    }
    let (bytes, _, has_lost) = written.coder.encode(text);
    let is_utf8_too = std::str::from_utf8(&bytes)
        .is_ok_and(|read| read != text && read.chars().filter(|c| !c.is_ascii()).count() <= FEW);
    let is_kept = !has_lost && written.coder.decode_without_bom_handling(&bytes).0 == text;
    (is_kept && !is_utf8_too).then(|| bytes.into_owned())
}

/// The text as a page decodes it. An older encoding is asked, and what cannot be decoded is told: then the
/// reader says which one it is.
fn decoded(bytes: &[u8], written: &Written) -> String {
    let first = &bytes[..bytes.len().min(FIRST_BYTES)];
    let sniffed = sniff(first).unwrap();
    let decode = |label: &str, bytes: &[u8]| {
        Coder::for_label(label.as_bytes()).unwrap().decode(bytes).0.into_owned()
    };
    let found = guess(first, sniffed, &mut |encoding, bytes| Some(decode(encoding.label(), bytes)));
    let text = decode(found.label(), bytes);
    let is_told = found.is_old() || text.contains(char::REPLACEMENT_CHARACTER);
    if is_told { written.coder.decode(bytes).0.into_owned() } else { text }
}

fn opened(text: &str) -> (Beginning, Loaded) {
    let beginning = Beginning::of(text, true, &known()).unwrap();
    let mut loader = Loader::new(beginning.format, beginning.mapping.clone(), known());
    loader.push(text).unwrap();
    (beginning, loader.finish().unwrap())
}

/// Whether the way in which a column is read is asked before.
fn is_asked(role: Role, naming: Naming) -> bool {
    match role {
        Role::Date(form) => {
            form.order == Order::Ambiguous
                || form.century == Century::Ambiguous
                || form.pairs == Pairs::Ambiguous
        }
        Role::Number(decimal) => decimal == Decimal::Ambiguous,
        _ => naming == Naming::Unsure,
    }
}

/// Whether a cell was read as it was meant; if not, it waits for an answer, and is told until then.
fn is_same(
    loaded: &Loaded,
    row: usize,
    at: usize,
    text: &str,
    truth: &Truth,
) -> Result<bool, String> {
    let column = &loaded.columns[at];
    let naming = loaded.mapping.columns[column.source].naming;
    let shown = loaded.cell(row, at);
    let as_written = loaded.as_written(row, at);
    let tidy = |text: &str| explorer_meaning::looks::tidy(text).into_owned();
    let stands = as_written.unwrap_or(&shown);
    // 01-Jan beside a column with the years is a day of them.
    let is_of_year_beside = |form: DateForm| {
        let Century::Beside(beside) = form.century else { return false };
        let beside = loaded.columns.iter().position(|column| column.source == usize::from(beside));
        let year = beside.map(|at| loaded.cell(row, at)).filter(|year| !year.is_empty());
        year.is_some_and(|year| shown.starts_with(&year)) && text.chars().any(char::is_alphabetic)
    };
    let is_same = match (column.role, truth) {
        (Role::Date(form), Truth::Date(_)) if is_of_year_beside(form) => true,
        (Role::Date(_), Truth::Date(date)) => shown == date.to_string(),
        (Role::Number(_), Truth::Number(number)) => shown == explorer_loader::shortest(*number),
        // What counts days or seconds in a column beside the date is the number that it is, and so is a year.
        (Role::Number(_), Truth::Date(_)) => shown == text,
        (_, Truth::Country(iso3)) if column.meaning.is_some() => shown == *iso3,
        (_, Truth::Nothing) => shown.is_empty() || tidy(&shown) == tidy(text),
        (Role::Date(_) | Role::Number(_), _) => false,
        (Role::MultiValue(separator), _) => {
            let parts = text
                .split(separator)
                .map(|part| part.trim().to_owned())
                .filter(|part| !part.is_empty());
            let mut once: Vec<String> = Vec::new();
            parts.for_each(|part| {
                if !once.contains(&tidy(&part)) {
                    once.push(tidy(&part))
                }
            });
            loaded.values(row, at) == once
        }
        _ => tidy(&shown) == tidy(text),
    };
    let is_told = || {
        let number = loaded.row_number(row);
        let told = loaded.problems.kept().iter().any(|problem| {
            problem.row == number && problem.column.as_deref() == Some(&column.name)
        });
        told && shown.is_empty() && tidy(stands) == tidy(text)
    };
    if is_same || is_asked(column.role, naming) && is_told() {
        return Ok(is_same);
    }
    Err(format!(
        "{text:?} as {} is {shown:?} ({stands:?}) under {:?} {naming:?}, not {truth:?}",
        column.name, column.role
    ))
}

fn tables() -> impl Strategy<Value = (Vec<Column>, usize, Written)> {
    let rows = prop_oneof![1_usize..6, 6_usize..ROWS];
    let points = vec![('.', ""), ('.', ","), ('.', " "), ('.', "'"), ('.', "\u{a0}")];
    let commas = vec![(',', ""), (',', "."), (',', " "), (',', "\u{a0}")];
    let table = (0..SCRIPTS.len(), rows, select(points), select(commas), any::<bool>(), writings());
    table.prop_flat_map(|(script, rows, point, comma, is_point, written)| {
        let is_point = match written.delimiter {
            ',' => true,
            ';' => false,
            _ => is_point,
        };
        let marks = if is_point { point } else { comma };
        let column = prop_oneof![
            2 => texts(script).boxed(),
            3 => days().boxed(),
            2 => periods().boxed(),
            3 => numbers(marks).boxed(),
            2 => places().boxed(),
            1 => flags().boxed(),
        ];
        let columns = prop::collection::vec(column, 1..6).prop_map(|columns| {
            let label = (0..ROWS).map(|row| format!("Visit no. {}", row + 1));
            let label = label.map(|text| (text.clone(), Truth::Text(text))).collect();
            let mut all = vec![("label".to_owned(), label)];
            for (at, (name, cells)) in columns.into_iter().enumerate() {
                // Names are different, as they are in most tables.
                let is_taken = all.iter().any(|(known, _)| *known == name);
                all.push((if is_taken { format!("{name} {at}") } else { name }, cells));
            }
            all
        });
        (columns, Just(rows), Just(written))
    })
}

/// The values that are read as they were meant, and those that wait for an answer.
#[derive(Debug, Default)]
struct Read {
    same: usize,
    asked: usize,
}

/// What is wrong with a table that is written and opened again.
fn check(columns: &[Column], rows: usize, written: &Written) -> Result<Read, String> {
    let text = table(columns, rows, written);
    let Some(bytes) = encoded(&text, written) else { return Ok(Read::default()) };
    let read = decoded(&bytes, written);
    if read.trim_start_matches('\u{feff}') != text {
        return Err(format!("{written:?} is read as {read}"));
    }
    let (beginning, loaded) = opened(&read);
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    if beginning.header != names {
        return Err(format!(
            "{:?} by {:?} of {written:?}\n{text}",
            beginning.header, beginning.format
        ));
    }
    if loaded.view.table().len() != rows {
        return Err(format!("{rows} rows, {:?}\n{text}", loaded.problems));
    }
    let mut numbers: Vec<u64> = (0..rows).map(|row| loaded.row_number(row)).collect();
    numbers.sort_unstable();
    let mut all = Read::default();
    for row in 0..rows {
        let place = numbers.binary_search(&loaded.row_number(row)).unwrap();
        for at in 0..loaded.columns.len() {
            let (cell, truth) = &columns[loaded.columns[at].source].1[place];
            match is_same(&loaded, row, at, cell, truth) {
                Ok(true) => all.same += 1,
                Ok(false) => all.asked += 1,
                Err(wrong) => return Err(format!("{wrong}\n{text}")),
            }
        }
    }
    Ok(all)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, max_shrink_iters: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_what_is_opened_or_asked((columns, rows, written) in tables()) {
        let wrong = check(&columns, rows, &written).err();
        prop_assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
    }
}

#[test]
fn most_is_read_without_a_question() {
    let mut runner = TestRunner::deterministic();
    let mut all = Read::default();
    for _ in 0..200 {
        let (columns, rows, written) = tables().new_tree(&mut runner).unwrap().current();
        let read = check(&columns, rows, &written).unwrap();
        all.same += read.same;
        all.asked += read.asked;
    }
    assert!(all.same > 5_000 && all.asked > 0 && all.asked * 20 < all.same, "{all:?}");
}
