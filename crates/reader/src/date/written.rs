//! Reads one date in whatever form it is written.

use super::calendar::PartialDate;
use super::chinese::chinese;
use super::month::{clear_month, is_part_of_day, is_small_word, is_time_zone, is_weekday, month};
use super::part_of_year::{fiscal_year, part_of_year};
use super::reading::{Open, Part as PartOfYear, Reading};

/// What a text says as a date, before it is known how its column is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A date that can be read in one way only.
    Sure(PartialDate),
    /// Depends on which number is the day, the month and the year, or on the century.
    Open(Open),
    /// A year and two digits, or the next year: 2008-09, 2008/2009.
    Pair {
        /// The month, if the digits are one.
        month: Option<PartialDate>,
        /// The fiscal year or season, if the digits are the next year.
        fiscal: Option<PartialDate>,
    },
}

impl Written {
    /// Whether it is known to the day.
    pub fn has_day(self) -> bool {
        match self {
            Self::Sure(date) => date.day().is_some(),
            Self::Open(open) => open.has_day(),
            Self::Pair { .. } => false,
        }
    }
}

/// The longest text that is looked at, in bytes. *Wednesday, the 22nd of September 2024,
/// 10:00:00.000 GMT+0800* is shorter.
const LONGEST: usize = 96;

/// Most parts of a date: numbers, words and the marks between.
const PARTS: usize = 24;

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Part<'t> {
    /// A number and how many digits it has.
    Number(u32, usize),
    Word(&'t str),
    Mark(char),
    /// Blanks between two others.
    Blank,
}

/// Reads a date. Known forms, each with or without a time behind, which is ignored, and a footnote's
/// mark:
///
/// - year first: `2024-09-06`, `2024/9/6`, `2024.9.6`, `20240906`, `20240906T101500Z`, and
///   `2024-09`, `202409`, `2024`;
/// - the year last without marks: `06092024`;
/// - three numbers in another order or with two digits for the year: `9/6/2024`, `6-9-2024`,
///   `6.9.2024`, `9/6/24`, `24-09-06`, `24. 9. 6`; a month: `9/2024`, `09.2024`;
/// - with the month's name in a language of [`month`]: `6 September 2024`, `Sept. 6th, 2024`,
///   `6-Sep-24`, `Sep 2024`, `Sep-24`, `24-Sep`, `2024 Sep 6`, `6 de mayo de 2024`, `6 tháng 9 năm 2024`, with
///   or without a weekday;
/// - half-years, quarters and weeks: `2024-H1`, `H1 2024`, `1H24`, `2024-Q1`, `Q1 2024`, `2024-W36`,
///   `2024-W36-5`, `Q4'24`, `1. Quartal 2024`, and months `2024M09`;
/// - fiscal years: `2008-09`, `2008/2009`, `FY 2008/09`, `FY2008`, `FY08/09`;
/// - of East Asia: `2024年9月6日`, `2024年9月`, `二〇二四年九月六日`, `2024年第1季度`, `2024年上半年`,
///   `2024년 9월 6일`, of Taiwan's calendar `民國113年9月6日`, and of Japan's eras `令和6年9月6日`;
/// - a day or month whose year stands in another column: `6-Sep`, `9月6日`, `September`;
/// - in the digits of the Arabic, Indic and Thai scripts.
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
    let text = without_footnote(text);
    if let Some(day) = with_compact_time(text.as_bytes()) {
        return compact_day(day).map(Written::Sure);
    }
    if let &[number @ b'1'..=b'4', part @ (b'H' | b'Q'), tens, ones] = text.as_bytes() {
        return short_part(number - b'0', part, [tens, ones]);
    }
    let lower = if text.is_ascii() {
        text.to_ascii_lowercase()
    } else {
        let plain: String = text.chars().flat_map(char::to_lowercase).filter_map(plain).collect();
        if plain.contains(['年', '月']) {
            return chinese(&plain);
        }
        joined(plain)
    };
    let mut parts = [Part::Blank; PARTS];
    let count = split(&lower, &mut parts)?;
    let count = without_time(&mut parts, count)?;
    let (kept, count) = without_ornament(parts.get(..count)?);
    read(kept.get(..count)?)
}

/// Cuts off footnotes, as in `2024[2]` or `2024*`, and the names of time zones in brackets.
fn without_footnote(text: &str) -> &str {
    let mut text = text;
    while let Some((before, inside)) = text.strip_suffix(']').and_then(|text| text.rsplit_once('['))
    {
        let is_mark = |c: char| c.is_alphanumeric() || matches!(c, '/' | '_' | '-' | '+' | ' ');
        if inside.is_empty() || !inside.chars().all(is_mark) {
            break;
        }
        text = before.trim_end();
    }
    text.trim_end_matches(['*', '\u{2020}', '\u{2021}', '\u{b9}', '\u{b2}', '\u{b3}'])
}

/// The eight digits before a time of day without colons: `20240906T101500Z`, `20240906101500`.
fn with_compact_time(text: &[u8]) -> Option<u32> {
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |number, byte| {
            byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0'))
        })
    };
    let (day, time) = text.split_at_checked(8)?;
    let day = number(day)?;
    let (is_marked, time) = match time {
        [b'T' | b't', time @ ..] => (true, time),
        time => (false, time),
    };
    let digits = time.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (clock, zone) = time.split_at_checked(digits)?;
    // Without a mark, seconds since 1970 have as many digits, but no such year.
    let has_year = || zone.is_empty() && (1900..=2100).contains(&(day / 10_000));
    let clock = match clock.len() {
        6 => number(clock)?,
        4 if is_marked || has_year() => number(clock)? * 100,
        2 if !is_marked && has_year() => number(clock)? * 10_000,
        _ => return None,
    };
    let is_zone = match zone {
        [] | [b'Z' | b'z'] => true,
        [b'.' | b'+' | b'-', rest @ ..] => {
            let is_of_it = |byte: &u8| byte.is_ascii_digit() || b":+-Zz".contains(byte);
            is_marked && rest.iter().all(is_of_it)
        }
        _ => false,
    };
    let is_time = clock / 10_000 <= 24 && clock / 100 % 100 < 60 && clock % 100 <= 60;
    (is_zone && is_time).then_some(day)
}

/// Half a year or a quarter of a year of two digits: `1H24`, `3Q24`. With small letters it is a duration.
fn short_part(number: u8, part: u8, year: [u8; 2]) -> Option<Written> {
    let [tens, ones] = year.map(|byte| byte.is_ascii_digit().then(|| byte - b'0'));
    let part = match part {
        b'H' => PartOfYear::Half(number),
        _ => PartOfYear::Quarter(number),
    };
    Reading::short(tens? * 10 + ones?, part).map(one_way)
}

/// The numbers of `YYYY-MM-DD`.
fn iso(text: &[u8]) -> Option<(i16, u8, u8)> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
    let two = |a: u8, b: u8| Some(digit(a)? * 10 + digit(b)?);
    let year = i16::from(two(y1, y2)?) * 100 + i16::from(two(y3, y4)?);
    Some((year, two(m1, m2)?, two(d1, d2)?))
}

/// Full-width digits and marks, and typographic dashes, as their ASCII counterparts, and small
/// letters without accents; `None` for an accent alone.
fn plain(c: char) -> Option<char> {
    Some(match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
        '\u{a0}' | '\u{202f}' | '\u{3000}' => ' ',
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{300}'..='\u{36f}' => return None,
        'à'..='å' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ı' => 'i',
        'ł' => 'l',
        'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ț' | 'ţ' => 't',
        'ù'..='ü' | 'ů' | 'ű' => 'u',
        'ý' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'й' => 'и',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        '،' => ',',
        // Vowels of Arabic, tones of Thai, and marks of direction.
        '\u{64b}'..='\u{652}' | '\u{640}' | '\u{e47}'..='\u{e4e}' | '\u{200e}' | '\u{200f}' => {
            return None;
        }
        '년' => '年',
        '월' => '月',
        '일' => '日',
        c => ascii_digit(c).unwrap_or(c),
    })
}

/// A digit of the Arabic, Indic and Thai scripts as that of ASCII.
fn ascii_digit(c: char) -> Option<char> {
    const ZEROS: [u32; 5] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];
    let zero = ZEROS.into_iter().find(|zero| (*zero..zero + 10).contains(&u32::from(c)))?;
    char::from_digit(u32::from(c) - zero, 10)
}

/// Names of months of several words as one: ก.ย., كانون الثاني.
fn joined(text: String) -> String {
    match text {
        text if text.contains(|c| matches!(c, '\u{e01}'..='\u{e2e}')) => text.replace('.', ""),
        text if text.contains(" ال") => {
            text.replace("كانون ال", "كانونال").replace("تشرين ال", "تشرينال")
        }
        text => text,
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

/// Takes out a time of day, with what may stand behind it, and says how many parts are left. `None` if
/// something else does.
fn without_time(parts: &mut [Part<'_>; PARTS], count: usize) -> Option<usize> {
    use Part::{Blank, Mark, Number, Word};
    let all = parts.get(..count)?;
    let Some(colon) = all.iter().position(|part| *part == Mark(':')) else { return Some(count) };
    // 06SEP2024:10:15:00, as SAS and the logs of servers write it.
    let is_behind_year = matches!(all.get(..colon)?, [_, .., Number(_, 4)]);
    let hour = if is_behind_year { colon + 1 } else { colon.checked_sub(1)? };
    let Number(0..=24, 1..=2) = all.get(hour)? else { return None };
    let mut before = all.get(..hour.min(colon))?;
    let mut behind = all.get(hour + 1..).filter(|behind| behind.first() == Some(&Mark(':')))?;
    // Fri Sep 06 10:15:00 +0000 2024, as programs write it.
    let mut year = None;
    if let [rest @ .., Blank, last @ Number(1800..=2199, 4)] = behind
        && !before.iter().any(|part| matches!(part, Number(_, 4)))
    {
        (behind, year) = (rest, Some(*last));
    }
    // A place of a time zone: Asia/Shanghai.
    if let [rest @ .., Word(_), Mark('/'), Word(_)] = behind {
        behind = rest;
    }
    let is_known = behind.iter().all(|part| match part {
        Number(..) | Blank => true,
        Word(word) => is_part_of_day(word) || is_time_zone(word),
        Mark(mark) => matches!(mark, ':' | '.' | '+' | '-' | ','),
    });
    while let Some((last, rest)) = before.split_last() {
        match last {
            Blank | Word("t") | Mark(',') => {}
            Word(word) if !word.is_ascii() && is_part_of_day(word) => {}
            _ => break,
        }
        before = rest;
    }
    // A time alone is no date.
    let mut count = Some(before.len()).filter(|count| is_known && *count > 0)?;
    for part in year.into_iter().flat_map(|year| [Blank, year]) {
        *parts.get_mut(count)? = part;
        count += 1;
    }
    Some(count)
}

/// Leaves out weekdays, *the*, *of*, the ends of ordinals, dots and commas behind words, blanks behind
/// dots between numbers, and the last dot of three.
fn without_ornament<'t>(parts: &[Part<'t>]) -> ([Part<'t>; PARTS], usize) {
    let mut kept = [Part::Blank; PARTS];
    let mut count = 0_usize;
    let mut before = Part::Blank;
    for (at, &part) in parts.iter().enumerate() {
        if part == Part::Blank
            && let Some([Part::Number(..), Part::Mark('.')]) =
                kept.get(count.wrapping_sub(2)..count)
            && matches!(parts.get(at + 1), Some(Part::Number(..)))
        {
            continue;
        }
        let leave_out = match part {
            Part::Word(word @ ("st" | "nd" | "rd" | "th")) => match before {
                Part::Number(number, 1..=2) => is_ordinal(number, word),
                _ => false,
            },
            Part::Word("er" | "e" | "º" | "ª") => matches!(before, Part::Number(_, 1)),
            // The year in Polish and Ukrainian, behind it: 2024 r.
            Part::Word("r" | "р") => before == Part::Blank && count > 1,
            Part::Word(word) => is_weekday(word) || is_small_word(word),
            // Behind a year, as in Hungarian: 2024. szeptember 6.
            Part::Mark('.') => match before {
                Part::Word(_) => true,
                Part::Number(_, 4) => {
                    matches!(parts.get(at + 1..), Some([Part::Blank, Part::Word(_), ..]))
                }
                _ => false,
            },
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
    // 2024. 9. 6., as in Korean.
    if let Some(
        [.., Part::Mark('.'), Part::Number(..), Part::Mark('.'), Part::Number(..), Part::Mark('.')]
        | [.., Part::Word(_), Part::Blank, Part::Number(..), Part::Mark('.')],
    ) = kept.get(..count)
    {
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
        [Number(year, 4)] => sure(year_of(year).and_then(PartialDate::from_year)),
        [Number(compact, 8)] => match compact_day(compact) {
            Some(day) => Some(Written::Sure(day)),
            // 12102024: the year is last.
            None => {
                modern(compact % 10_000)?;
                let last = (compact % 10_000, 4);
                numbers((compact / 1_000_000, 2), Mark('/'), compact / 10_000 % 100, last)
            }
        },
        [Number(compact, 6)] => {
            let year = modern(compact / 100)?;
            sure(PartialDate::from_month(year, small(compact % 100)?))
        }
        // 2024.0, as programs write years among missing ones.
        [Number(year, 4), Mark('.'), Number(0, 1)] => {
            sure(modern(year).and_then(PartialDate::from_year))
        }
        [Number(year, 4), Mark('-' | '/' | '.'), Number(month, digits @ 1..=2)] => {
            let is_dotted = parts.get(1) == Some(&Mark('.'));
            // 7071.5 is an amount.
            let year = if is_dotted { modern(year)? } else { year_of(year)? };
            let month_of_it = PartialDate::from_month(year, small(month)?);
            let next = match digits {
                // 2008/9, among others such as 2009/10.
                1 => next_of_digit(year, month),
                _ => Some(month),
            };
            match next.and_then(|next| fiscal(year, next)).filter(|_| !is_dotted) {
                None => sure(month_of_it),
                fiscal => Some(Written::Pair { month: month_of_it, fiscal }),
            }
        }
        [Word("fy"), Blank, Number(year, 4), Mark('-' | '/'), Number(next, 2 | 4)]
        | [Word("fy"), Number(year, 4), Mark('-' | '/'), Number(next, 2 | 4)]
        | [Number(year, 4), Mark('-' | '/'), Number(next, 4)]
        | [Number(year, 4), Blank, Mark('-' | '/'), Blank, Number(next, 4)] => {
            let fiscal = Some(fiscal(year_of(year)?, next)?);
            Some(Written::Pair { month: None, fiscal })
        }
        [Word("fy"), ..] => fiscal_year(parts),
        [Number(month, 1..=2), Mark('-' | '/' | '.'), Number(year, 4)] => {
            sure(PartialDate::from_month(year_of(year)?, small(month)?))
        }
        [Number(a, digits), between, Number(b, 1..=2), between_too, Number(c, last)]
            if between == between_too && matches!(between, Mark('-' | '/' | '.') | Blank) =>
        {
            numbers((a, digits), between, b, (c, last))
        }
        // Sep-24, as spreadsheets write a month; Sep 24 can be a day.
        [Word(name), Mark('-' | '/' | '\''), Number(year, 2)]
        | [Word(name), Blank | Mark('-'), Mark('\''), Number(year, 2)] => {
            Reading::short(small(year)?, PartOfYear::Month(clear_month(name)?)).map(one_way)
        }
        // 24-Jan is a month of 2024, or a day without its year, as spreadsheets write it.
        [Number(number, 2), Mark('-' | '/'), Word(name)] => {
            let (number, month) = (small(number)?, clear_month(name)?);
            let day_first = Reading::yearless(month, number);
            let year_first = Reading::short(number, PartOfYear::Month(month));
            let open = Open { month_first: None, day_first, year_first, is_dotted: false };
            Some(Written::Open(open))
        }
        [Word(name), Blank | Mark('-' | '/'), Number(year, 4)]
        | [Number(year, 4), Blank | Mark('-' | '/'), Word(name)] => {
            sure(PartialDate::from_month(year_of(year)?, clear_month(name)?))
        }
        [Number(day, 1..=2), between, Word(name), between_too, Number(year, digits @ (2 | 4))]
            if is_gap(between) && is_gap(between_too) && month(name).is_some() =>
        {
            if digits == 4 {
                return sure(PartialDate::from_day(year_of(year)?, month(name)?, small(day)?));
            }
            let part = PartOfYear::Day(month(name)?, small(day)?);
            Reading::short(small(year)?, part).map(one_way)
        }
        [Word(name), between, Number(day, 1..=2), between_too, Number(year, 4)]
        | [Number(year, 4), between, Word(name), between_too, Number(day, 1..=2)]
            if is_gap(between) && is_gap(between_too) && month(name).is_some() =>
        {
            sure(PartialDate::from_day(year_of(year)?, month(name)?, small(day)?))
        }
        // 6. September 2024, and 06Sep2024.
        [Number(day, 1..=2), Mark('.'), Blank, Word(name), Blank, Number(year, 4)]
        | [Number(day, 1..=2), Word(name), Number(year, 4)]
            if month(name).is_some() =>
        {
            sure(PartialDate::from_day(year_of(year)?, month(name)?, small(day)?))
        }
        // Vietnamese has numbers for months.
        [
            Number(day, 1..=2),
            Blank,
            Word("thang"),
            Blank,
            Number(month, 1..=2),
            gap,
            Number(year, 4),
        ] if is_gap(gap) => sure(PartialDate::from_day(year_of(year)?, small(month)?, small(day)?)),
        [Word("thang"), Blank, Number(month, 1..=2), gap, Number(year, 4)] if is_gap(gap) => {
            sure(PartialDate::from_month(year_of(year)?, small(month)?))
        }
        [Word(name)] => Reading::yearless_month(clear_month(name)?).map(one_way),
        // A day of the year that a column beside has. 6-Sep begins with its day.
        [Number(day, 1), Mark('-' | '/'), Word(name)] => {
            let day_first = Some(Reading::yearless(clear_month(name)?, small(day)?)?);
            let open = Open { month_first: None, day_first, year_first: None, is_dotted: false };
            Some(Written::Open(open))
        }
        [Number(day, 1..=2), Blank, Word(name)]
        | [Number(day, 1..=2), Mark('.'), Blank, Word(name)]
        | [Word(name), Blank, Number(day, 1..=2)]
        | [Word(name), Mark('-' | '/'), Number(day, 1)]
            if clear_month(name).is_some() =>
        {
            Reading::yearless(clear_month(name)?, small(day)?).map(one_way)
        }
        _ => part_of_year(parts),
    }
}

/// Before, a year and the next one are no fiscal year: 1008-09.
const FIRST_FISCAL: i16 = 1800;

/// The year behind another one, if this is its last digit.
fn next_of_digit(year: i16, digit: u32) -> Option<u32> {
    let next = u32::try_from(year).ok()? + 1;
    (digit > 0 && next % 10 == digit).then_some(next)
}

/// The fiscal year that begins in a year, if the number is the next one or its two digits.
fn fiscal(year: i16, next: u32) -> Option<PartialDate> {
    let expected = u32::try_from(year).ok()? + 1;
    let fits = year >= FIRST_FISCAL && (next == expected || next == expected % 100);
    PartialDate::from_fiscal_year(year).filter(|_| fits)
}

pub(super) fn is_gap(part: Part<'_>) -> bool {
    matches!(part, Part::Blank | Part::Mark('-' | '/' | '.'))
}

/// A date of which only the century or the year is not known.
fn one_way(reading: Reading) -> Written {
    Written::Open(Open::one_way(reading))
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
        let date = PartialDate::from_day(year_of(a)?, small(b)?, small(c)?);
        return date.filter(|_| fits).map(Written::Sure);
    }
    // Blanks are too little to take numbers for a date that does not begin with its year.
    if first > 2 || between == Part::Blank {
        return None;
    }
    let b = small(b)?;
    let with_year_last = |month, day| match last {
        4 => Reading::full(year_of(c)?, month, day),
        2 => Reading::short(small(c)?, PartOfYear::Day(month, day)),
        _ => None,
    };
    let (month_first, day_first) = (with_year_last(small(a)?, b), with_year_last(b, small(a)?));
    let has_year_first = first == 2 && last <= 2;
    let year_first = match has_year_first {
        true => Reading::short(small(a)?, PartOfYear::Day(b, small(c)?)),
        false => None,
    };
    let is_dotted = between == Part::Mark('.');
    let open = Open { month_first, day_first, year_first, is_dotted };
    match (month_first, day_first, year_first) {
        (None, None, None) => None,
        (Some(one), Some(other), None) if one == other && last == 4 => {
            one.date(Default::default(), None).map(Written::Sure)
        }
        _ => Some(Written::Open(open)),
    }
}

pub(super) fn small(number: u32) -> Option<u8> {
    u8::try_from(number).ok()
}

/// A year of four digits.
pub(super) fn year_of(number: u32) -> Option<i16> {
    i16::try_from(number).ok().filter(|year| (1..=9999).contains(year))
}

/// A year that digits without marks can be taken for.
pub(super) fn modern(year: u32) -> Option<i16> {
    i16::try_from(year).ok().filter(|year| (1800..=2199).contains(year))
}

fn compact_day(number: u32) -> Option<PartialDate> {
    let year = modern(number / 10_000)?;
    PartialDate::from_day(year, small(number / 100 % 100)?, small(number % 100)?)
}

#[cfg(test)]
mod tests {
    use super::super::century::Century;
    use super::super::order::Order;
    use super::*;

    fn read(text: &str) -> String {
        let said = |date: Option<PartialDate>| {
            date.map_or_else(|| "none".to_owned(), |date| date.to_string())
        };
        let open = |reading: Option<Reading>| {
            said(reading.and_then(|reading| reading.date(Century::Until(2026), None)))
        };
        match written(text) {
            Some(Written::Sure(date)) => date.to_string(),
            Some(Written::Open(Open { month_first, day_first, year_first, .. })) => {
                let one = month_first == day_first && day_first == year_first;
                match (one, year_first) {
                    (true, _) => open(day_first),
                    (_, None) => format!("{} or {}", open(month_first), open(day_first)),
                    _ => [month_first, day_first, year_first].map(open).join(" or "),
                }
            }
            Some(Written::Pair { month, fiscal }) => format!("{} or {}", said(month), said(fiscal)),
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
            "6 September 2024[2]",
            "2024-09-06[a][note 3]",
            "2024-09-06*",
            "2024-09-06T10:15:00[Europe/Paris]",
            "2024-09-06T10:15:00 Asia/Shanghai",
            "2024-09-06T10:15:00+02:00[Europe/Paris]",
            "20240906T101500Z",
            "20240906t1015",
            "20240906T101500.123+0800",
            "20240906101500",
            "2024-W36-5",
            "2024W365",
            "2024. 9. 6.",
            "6 septembre 2024",
            "vendredi 6 septembre 2024",
            "6. September 2024",
            "Freitag, 6. Sept. 2024",
            "6 de septiembre de 2024",
            "6 de setembro de 2024",
            "6 settembre 2024",
            "6 сентября 2024 г.",
            "6 СЕНТЯБРЯ 2024 года",
            "6 tháng 9 năm 2024",
            "ngày 6 tháng 9 năm 2024",
            "2024年9月6日",
            "2024 年 9 月 6 日",
            "２０２４年９月６日",
            "2024年9月6日 星期五",
            "2024年9月6日（周五）",
            "二〇二四年九月六日",
            "2024年9月6号",
            "2024年9月6日10:00",
            "2024‑09‑06",
            "民國113年9月6日",
            "中華民國 113 年 9 月 6 日",
            "民国一一三年九月六日",
            "令和6年9月6日",
            "2024년 9월 6일",
            "2024년 9월 6일 금요일",
            "2024年9月6日（金曜日）",
            "2024年9月6日 金曜日 10時15分",
            "2024. 9. 6. 오전 10:15",
            "2024/9/6 上午 10:15",
            "2024/9/6 下午 3:20:00",
            "٢٠٢٤-٠٩-٠٦",
            "۲۰۲۴/۰۹/۰۶",
            "٦ سبتمبر ٢٠٢٤",
            "6 أيلول 2024",
            "6 شتنبر 2024",
            "6 กันยายน 2024",
            "6 ก.ย. 2024",
            "6 Eylül 2024 Cuma",
            "6 września 2024 r.",
            "piątek, 6 września 2024",
            "6. září 2024",
            "6 вересня 2024 р.",
            "2024. szeptember 6.",
            "2024. szept. 6.",
            "6 septembrie 2024",
            "6 Σεπτεμβρίου 2024",
            "6. syyskuuta 2024",
            "Fri Sep 06 10:15:00 +0000 2024",
            "Fri Sep  6 10:15:00 UTC 2024",
            "06SEP2024:10:15:00",
            "06/Sep/2024:10:15:00 +0000",
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
            "Sep-24",
            "Sept '24",
            "sep\u{2019}24",
            "septiembre de 2024",
            "tháng 9 năm 2024",
            "tháng 9/2024",
            "2024年9月",
            "2024年09月",
            "2024년 9월",
            "2024M09",
            "2024m9",
            "二零二四年九月",
        ] {
            assert_eq!(read(text), "2024-09", "{text}");
        }
        for text in [
            "2024",
            "2024.0",
            "2024年",
            "二〇二四年",
            "2024年度",
            "令和6年",
            "FY2024",
            "FY 2024",
            "FY24",
        ] {
            assert_eq!(read(text), "2024", "{text}");
        }
        assert_eq!(read("二〇二四年十二月三十一日"), "2024-12-31");
        for text in [
            "2024-Q1",
            "2024Q1",
            "2024 Q1",
            "Q1 2024",
            "q1/2024",
            "1Q2024",
            "T1 2024",
            "1. Quartal 2024",
            "1er trimestre 2024",
            "1º trimestre de 2024",
            "1st quarter 2024",
            "1 квартал 2024 г.",
            "Q1'24",
            "Q1 '24",
            "2024年第1季度",
            "2024年第一季度",
            "2024年1季度",
            "2024年第1四半期",
            "2024년 1분기",
        ] {
            assert_eq!(read(text), "2024-Q1", "{text}");
        }
        for text in [
            "2024-H1",
            "2024H1",
            "2024 H1",
            "H1 2024",
            "h1/2024",
            "1H2024",
            "HY1 2024",
            "1H24",
            "2024 half 1",
            "2024年上半年",
            "2024년 상반기",
            "1. Halbjahr 2024",
        ] {
            assert_eq!(read(text), "2024-H1", "{text}");
        }
        for text in ["2024-W36", "2024W36", "W36 2024", "Week 36, 2024", "2024 week 36"] {
            assert_eq!(read(text), "2024-W36", "{text}");
        }
        for (text, date) in [
            ("1er août 2024", "2024-08-01"),
            ("12 mars 2024", "2024-03-12"),
            ("6. März 2024", "2024-03-06"),
            ("6. Ma\u{308}rz 2024", "2024-03-06"),
            ("6 de mayo de 2024", "2024-05-06"),
            ("6 maart 2024", "2024-03-06"),
            ("17 Agustus 2024", "2024-08-17"),
            ("9 мая 2024", "2024-05-09"),
            ("май 2024", "2024-05"),
            ("DÉCEMBRE 2024", "2024-12"),
            ("18-Apr-55", "1955-04-18"),
            ("3Q24", "2024-Q3"),
            ("24-Jan", "none or none or 2024-01"),
            ("99/Dec", "none or none or 1999-12"),
            ("06.09.2024", "2024-06-09 or 2024-09-06"),
            ("04.15.2024", "2024-04-15 or none"),
            ("24-09-06", "none or 2006-09-24 or 2024-09-06"),
            ("06/09/24", "2024-06-09 or 2024-09-06 or 2006-09-24"),
            ("24. 9. 6", "none or none or 2024-09-06"),
            ("04/04/04", "2004-04-04"),
            ("2008-09", "2008-09 or 2008/09"),
            ("2008/2009", "none or 2008/09"),
            ("2012\u{2013}13", "none or 2012/13"),
            ("1999-00", "none or 1999/00"),
            ("FY 2008/09", "none or 2008/09"),
            ("FY2008-09", "none or 2008/09"),
            ("2008 - 2009", "none or 2008/09"),
            ("FY08/09", "2008/09"),
            ("FY99-00", "1999/00"),
            ("平成30年1月2日", "2018-01-02"),
            ("平成元年", "1989"),
            ("2024年下半年", "2024-H2"),
            ("15 كانون الثاني 2024", "2024-01-15"),
            ("15 كانون الأول 2024", "2024-12-15"),
            ("12102024", "2024-12-10 or 2024-10-12"),
            ("25102024", "none or 2024-10-25"),
        ] {
            assert_eq!(read(text), date, "{text}");
        }
        assert_eq!(read("3/4/2024"), "2024-03-04 or 2024-04-03");
        assert_eq!(read("25/12/2024 08:30"), "none or 2024-12-25");
        assert_eq!(read("12-25-69"), "1969-12-25 or none");
        assert_eq!(read("4/4/2024"), "2024-04-04");
    }

    #[test]
    fn a_day_without_its_year_has_that_of_a_column_beside() {
        let beside = |text, year| match written(text) {
            Some(Written::Open(open)) if open.may_be_yearless() => {
                let date = open.day_first?.date(Century::Beside(0), year)?;
                Some((date.to_string(), !open.has_year(Order::Ambiguous)))
            }
            _ => None,
        };
        for (text, is_sure) in [
            ("6-Sep", true),
            ("06-Sep", false),
            ("6 Sep", true),
            ("6. September", true),
            ("September 6th", true),
            ("9月6日", true),
            ("9월 6일", true),
        ] {
            let date = Some(("2024-09-06".to_owned(), is_sure));
            assert_eq!(beside(text, Some(2024)), date, "{text}");
            assert_eq!(beside(text, None), None, "{text}");
        }
        for text in ["September", "Sept.", "9月", "сентябрь"] {
            assert_eq!(beside(text, Some(2024)), Some(("2024-09".to_owned(), true)), "{text}");
        }
        assert_eq!(beside("29 Feb", Some(2023)), None);
        assert_eq!(beside("30 Feb", Some(2024)), None);
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
            "7071.5",
            "2024年9月6日至8日",
            "2024年13月",
            "年月日",
            "2024-09-06 noon",
            "Smarch 6 2024",
            "6nd September 2024",
            "1.5",
            "２０２４-",
            "2024-Q5",
            "2024-W54",
            "2024-W36-8",
            "2020-2023",
            "2024-13",
            "2024-H3",
            "3H24",
            "1h24",
            "113/05/06",
            "113年9月6日",
            "民國113年2月30日",
            "2024[]",
            "20240906T991500Z",
            "20240931101500",
            "99999999",
            "32102024",
            "12101024",
            "FY08/10",
            "FY",
            "1500 m 12",
            "2024:09:06 10:15:00",
            "2024年第5季度",
            "2024年上",
            "13月",
            "6 ธ 2024",
            "LED-10",
            "sub-12",
            "pro 2024",
            "R2024",
            "3 t 2019",
        ] {
            assert_eq!(read(text), "no date", "{text}");
        }
    }
}
