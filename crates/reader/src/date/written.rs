//! Reads one date in whatever form it is written.

use super::calendar::PartialDate;
use super::chinese::chinese;
use super::month::{is_weekday, month};

/// What a text says as a date, before the order of day and month is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A date that can be read in one way only.
    Sure(PartialDate),
    /// Two numbers and a year: either can be the month, as far as the form goes.
    Either {
        /// The date if the month comes first; `None` if there is no such day.
        month_first: Option<PartialDate>,
        /// The date if the day comes first; `None` if there is no such day.
        day_first: Option<PartialDate>,
    },
}

/// The longest text that is looked at, in bytes. *Wednesday, the 22nd of September 2024,
/// 10:00:00.000 GMT+0800* is shorter.
const LONGEST: usize = 96;

/// Most parts of a date: numbers, words and the marks between.
const PARTS: usize = 24;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Part<'t> {
    /// A number and how many digits it has.
    Number(u32, usize),
    Word(&'t str),
    Mark(char),
    /// Blanks between two others.
    Blank,
}

/// Reads a date. Known forms, each with or without a time behind, which is ignored:
///
/// - year first: `2024-09-06`, `2024/9/6`, `2024.9.6`, `20240906`, and `2024-09`, `202409`, `2024`;
/// - two numbers and a year: `9/6/2024`, `6-9-2024`, `9/6/24` (years 00–68 are of this century, as
///   in POSIX); with dots the day comes first: `6.9.2024`; a month: `9/2024`, `09.2024`;
/// - with the month's English name: `6 September 2024`, `Sept. 6th, 2024`, `6-Sep-24`, `Sep 2024`,
///   `2024 Sep 6`, with or without a weekday;
/// - Chinese: `2024年9月6日`, `2024年9月`, `二〇二四年九月六日`.
///
/// `None` for what has none of these forms, or is no day of the calendar.
pub fn written(text: &str) -> Option<Written> {
    let text = text.trim();
    if text.len() > LONGEST {
        return None;
    }
    // The form of nearly all files, without the detours of the others.
    if let Some(numbers) = iso(text.as_bytes()) {
        let (year, month, day) = numbers;
        return PartialDate::from_day(year, month, day).map(Written::Sure);
    }
    let narrow: String;
    let text = if text.is_ascii() {
        text
    } else {
        narrow = text.chars().map(narrowed).collect();
        if narrow.contains('年') {
            return chinese(&narrow).map(Written::Sure);
        }
        &narrow
    };
    let lower = text.to_ascii_lowercase();
    let mut parts = [Part::Blank; PARTS];
    let count = split(&lower, &mut parts)?;
    let parts = without_time(parts.get(..count)?)?;
    let (kept, count) = without_ornament(parts);
    read(kept.get(..count)?)
}

/// The numbers of `YYYY-MM-DD`.
fn iso(text: &[u8]) -> Option<(i16, u8, u8)> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
    let two = |a: u8, b: u8| Some(digit(a)? * 10 + digit(b)?);
    let year = i16::from(two(y1, y2)?) * 100 + i16::from(two(y3, y4)?);
    Some((year, two(m1, m2)?, two(d1, d2)?))
}

/// Full-width digits and marks, and typographic dashes, as their ASCII counterparts.
fn narrowed(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
        '\u{a0}' | '\u{202f}' | '\u{3000}' => ' ',
        c => c,
    }
}

fn split<'t>(text: &'t str, parts: &mut [Part<'t>; PARTS]) -> Option<usize> {
    let mut rest = text;
    let mut count = 0;
    while let Some(first) = rest.chars().next() {
        let run = |is: fn(char) -> bool| rest.find(|c| !is(c)).unwrap_or(rest.len());
        let (part, length) = if first.is_ascii_digit() {
            let length = run(|c| c.is_ascii_digit());
            // Ten digits can be more than fits, and no part of a date has so many.
            (Part::Number(rest.get(..length.min(10))?.parse().ok()?, length), length)
        } else if first.is_alphabetic() {
            let length = run(char::is_alphabetic);
            (Part::Word(rest.get(..length)?), length)
        } else if first.is_whitespace() {
            (Part::Blank, run(char::is_whitespace))
        } else {
            (Part::Mark(first), first.len_utf8())
        };
        *parts.get_mut(count)? = part;
        count += 1;
        rest = rest.get(length..)?;
    }
    Some(count)
}

/// Cuts off a time of day, with what may stand behind it. `None` if something else does.
fn without_time<'p, 't>(parts: &'p [Part<'t>]) -> Option<&'p [Part<'t>]> {
    let Some(colon) = parts.iter().position(|part| *part == Part::Mark(':')) else {
        return Some(parts);
    };
    let hour = colon.checked_sub(1)?;
    let Part::Number(0..=24, 1..=2) = parts.get(hour)? else { return None };
    let behind = parts.get(colon..)?.iter().all(|part| match part {
        Part::Number(..) | Part::Blank => true,
        Part::Word(word) => {
            matches!(*word, "am" | "pm" | "a" | "p" | "m" | "z" | "utc" | "gmt" | "cst" | "est")
        }
        Part::Mark(mark) => matches!(mark, ':' | '.' | '+' | '-' | ','),
    });
    let mut before = parts.get(..hour).filter(|_| behind)?;
    while let Some((Part::Blank | Part::Word("t") | Part::Mark(','), rest)) = before.split_last() {
        before = rest;
    }
    // A time alone is no date.
    (!before.is_empty()).then_some(before)
}

/// Leaves out weekdays, *the*, *of*, the ends of ordinals, and dots and commas behind words.
fn without_ornament<'t>(parts: &[Part<'t>]) -> ([Part<'t>; PARTS], usize) {
    let mut kept = [Part::Blank; PARTS];
    let mut count = 0_usize;
    let mut before = Part::Blank;
    for &part in parts {
        let leave_out = match part {
            Part::Word(word @ ("st" | "nd" | "rd" | "th")) => match before {
                Part::Number(number, 1..=2) => is_ordinal(number, word),
                _ => false,
            },
            Part::Word(word) => is_weekday(word) || matches!(word, "the" | "of"),
            Part::Mark('.') => matches!(before, Part::Word(_)),
            Part::Mark(',') => true,
            _ => false,
        };
        before = part;
        let last = kept.get(count.wrapping_sub(1)).copied();
        // A comma separates as a blank does, and several blanks are one.
        let part = if leave_out { Part::Blank } else { part };
        let blank = part == Part::Blank;
        if blank && (last.is_none() || last == Some(Part::Blank)) {
            continue;
        }
        if let Some(place) = kept.get_mut(count) {
            *place = part;
            count += 1;
        }
    }
    if count > 0 && kept.get(count - 1) == Some(&Part::Blank) {
        count -= 1;
    }
    (kept, count)
}

fn is_ordinal(number: u32, end: &str) -> bool {
    let fits = match (number % 10, number / 10) {
        (_, 1) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    end == fits
}

fn read(parts: &[Part<'_>]) -> Option<Written> {
    use Part::{Blank, Mark, Number, Word};
    let sure = |date: Option<PartialDate>| date.map(Written::Sure);
    match *parts {
        [Number(year, 4)] => sure(year_of(year, 4).and_then(PartialDate::from_year)),
        [Number(compact, 8)] => sure(compact_day(compact)),
        [Number(compact, 6)] => {
            let year = modern(compact / 100)?;
            sure(PartialDate::from_month(year, small(compact % 100)?))
        }
        [Number(year, 4), Mark('-' | '/' | '.'), Number(month, 1..=2)] => {
            sure(PartialDate::from_month(year_of(year, 4)?, small(month)?))
        }
        [Number(month, 1..=2), Mark('-' | '/' | '.'), Number(year, 4)] => {
            sure(PartialDate::from_month(year_of(year, 4)?, small(month)?))
        }
        [Number(a, digits), between, Number(b, 1..=2), between_too, Number(c, last)]
            if between == between_too && matches!(between, Mark('-' | '/' | '.') | Blank) =>
        {
            numbers((a, digits), between, b, (c, last))
        }
        // Dots with blanks behind, as in German.
        [Number(a, 1..=2), Mark('.'), Blank, Number(b, 1..=2), Mark('.'), Blank, Number(c, 4)] => {
            numbers((a, 2), Mark('.'), b, (c, 4))
        }
        [Word(name), Blank | Mark('-' | '/'), Number(year, 4)]
        | [Number(year, 4), Blank | Mark('-' | '/'), Word(name)] => {
            sure(PartialDate::from_month(year_of(year, 4)?, month(name)?))
        }
        // Sep-24 can be a day or a year.
        [Number(day, 1..=2), between, Word(name), between_too, Number(year, digits @ (2 | 4))]
            if is_gap(between) && is_gap(between_too) =>
        {
            sure(PartialDate::from_day(year_of(year, digits)?, month(name)?, small(day)?))
        }
        [Word(name), between, Number(day, 1..=2), between_too, Number(year, 4)]
        | [Number(year, 4), between, Word(name), between_too, Number(day, 1..=2)]
            if is_gap(between) && is_gap(between_too) =>
        {
            sure(PartialDate::from_day(year_of(year, 4)?, month(name)?, small(day)?))
        }
        // 6. September 2024, and 06Sep2024.
        [Number(day, 1..=2), Mark('.'), Blank, Word(name), Blank, Number(year, 4)]
        | [Number(day, 1..=2), Word(name), Number(year, 4)] => {
            sure(PartialDate::from_day(year_of(year, 4)?, month(name)?, small(day)?))
        }
        _ => None,
    }
}

fn is_gap(part: Part<'_>) -> bool {
    matches!(part, Part::Blank | Part::Mark('-' | '/' | '.'))
}

/// Three numbers with the same mark between.
fn numbers(
    (a, first): (u32, usize),
    between: Part<'_>,
    b: u32,
    (c, last): (u32, usize),
) -> Option<Written> {
    if first == 4 {
        let fits = last <= 2;
        let date = PartialDate::from_day(year_of(a, 4)?, small(b)?, small(c)?);
        return date.filter(|_| fits).map(Written::Sure);
    }
    // Blanks are too little to take numbers for a date that does not begin with its year.
    if first > 2 || between == Part::Blank {
        return None;
    }
    let year = year_of(c, last)?;
    let (a, b) = (small(a)?, small(b)?);
    let day_first = PartialDate::from_day(year, b, a);
    if between == Part::Mark('.') {
        return day_first.map(Written::Sure);
    }
    let month_first = PartialDate::from_day(year, a, b);
    match (month_first, day_first) {
        (None, None) => None,
        (Some(one), Some(other)) if one == other => Some(Written::Sure(one)),
        _ => Some(Written::Either { month_first, day_first }),
    }
}

fn small(number: u32) -> Option<u8> {
    u8::try_from(number).ok()
}

/// A year of four digits, or of two: 00–68 are of this century, 69–99 of the last.
fn year_of(number: u32, digits: usize) -> Option<i16> {
    let year = match digits {
        4 if number > 0 => number,
        2 if number < 69 => number + 2000,
        2 => number + 1900,
        _ => return None,
    };
    i16::try_from(year).ok()
}

/// A year that digits without marks can be taken for.
fn modern(year: u32) -> Option<i16> {
    i16::try_from(year).ok().filter(|year| (1800..=2199).contains(year))
}

fn compact_day(number: u32) -> Option<PartialDate> {
    let year = modern(number / 10_000)?;
    PartialDate::from_day(year, small(number / 100 % 100)?, small(number % 100)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        let or_none = |date: Option<PartialDate>| {
            date.map_or_else(|| "none".to_owned(), |date| date.to_string())
        };
        match written(text) {
            Some(Written::Sure(date)) => date.to_string(),
            Some(Written::Either { month_first, day_first }) => {
                format!("{} or {}", or_none(month_first), or_none(day_first))
            }
            None => "no date".to_owned(),
        }
    }

    #[test]
    fn every_form_is_read() {
        for text in [
            "2024-09-06",
            " 2024-9-6 ",
            "2024/09/06",
            "2024.9.6",
            "2024 09 06",
            "20240906",
            "2024-09-06T10:00:00Z",
            "2024-09-06T10:00:00.123+08:00",
            "2024-09-06 10:00",
            "2024-09-06, 10:00 pm",
            "6 September 2024",
            "September 6, 2024",
            "Sept. 6, 2024",
            "Sep 6th 2024",
            "6th of September, 2024",
            "6-Sep-2024",
            "06-SEP-24",
            "06Sep2024",
            "6. September 2024",
            "Friday, 6 September 2024",
            "Fri Sep 06 2024",
            "Fri Sep 06 2024 10:00:00 GMT+0800",
            "2024 Sep 6",
            "2024-Sep-06",
            "6.9.2024",
            "06. 09. 2024",
            "06.09.24",
            "2024年9月6日",
            "2024 年 9 月 6 日",
            "２０２４年９月６日",
            "2024年9月6日 星期五",
            "2024年9月6日（周五）",
            "二〇二四年九月六日",
            "2024年9月6号",
            "2024年9月6日10:00",
            "2024‑09‑06",
        ] {
            assert_eq!(read(text), "2024-09-06", "{text}");
        }
        for text in [
            "2024-09",
            "2024/9",
            "9/2024",
            "09.2024",
            "202409",
            "Sept 2024",
            "September, 2024",
            "2024 Sep",
            "Sep-2024",
            "2024年9月",
            "2024年09月",
            "二零二四年九月",
        ] {
            assert_eq!(read(text), "2024-09", "{text}");
        }
        for text in ["2024", "2024年", "二〇二四年"] {
            assert_eq!(read(text), "2024", "{text}");
        }
        assert_eq!(read("二〇二四年十二月三十一日"), "2024-12-31");
        assert_eq!(read("3/4/2024"), "2024-03-04 or 2024-04-03");
        assert_eq!(read("25/12/2024 08:30"), "none or 2024-12-25");
        assert_eq!(read("12-25-69"), "1969-12-25 or none");
        assert_eq!(read("4/4/2024"), "2024-04-04");
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            " ",
            "10:00",
            "2024-02-30",
            "2023-02-29",
            "32/12/2024",
            "13/13/2024",
            "Sep 24",
            "6-8 September 2024",
            "2024-09-06/2024-09-08",
            "2024-09-06 to 2024-09-08",
            "spring 2024",
            "30.02.2024",
            "1 2 2024",
            "2024-9-6-1",
            "0000-01-01",
            "45541",
            "12345678901234567890",
            "2024年9月6日至8日",
            "2024年13月",
            "年月日",
            "2024-09-06 noon",
            "Smarch 6 2024",
            "1st Sep",
            "6nd September 2024",
            "1.5",
            "２０２４-",
            "2024Q3",
            "99999999",
        ] {
            assert_eq!(read(text), "no date", "{text}");
        }
    }
}
