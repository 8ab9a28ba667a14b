//! Dates of East Asia: 2024年9月6日, 2024年9月, 2024年第1季度, 2024年上半年, 2024年, 9月6日, with Chinese
//! numerals 二〇二四年九月六日, of Japan's eras 令和6年9月6日, and in Korean, whose 년, 월 and 일
//! are 年, 月 and 日 here.

use super::calendar::PartialDate;
use super::month::is_part_of_day;
use super::reading::{Open, Reading};
use super::written::Written;

/// Calendars that count from other years, and the year before their first: Taiwan's, and the eras of
/// Japan since it has the Gregorian calendar.
const ERAS: [(&str, i16); 9] = [
    ("中華民國", 1911),
    ("中华民国", 1911),
    ("民國", 1911),
    ("民国", 1911),
    ("令和", 2018),
    ("平成", 1988),
    ("昭和", 1925),
    ("大正", 1911),
    ("明治", 1867),
];

/// Halves of a year, the first and the second by turns.
const HALVES: [&str; 6] = ["上半年", "下半年", "上半期", "下半期", "상반기", "하반기"];

/// What stands behind the number of a quarter.
const QUARTERS: [&str; 5] = ["季度", "季", "四半期", "사분기", "분기"];

/// Reads such a date. A weekday, a time or a remark in brackets may follow.
pub(super) fn chinese(text: &str) -> Option<Written> {
    let Some((year, rest)) = text.split_once('年') else {
        let (month, day) = month_and_day(text)?;
        let reading = match day {
            Some(day) => Reading::yearless(month, day),
            None => Reading::yearless_month(month),
        };
        return reading.map(Open::one_way).map(Written::Open);
    };
    let year = year_of(year.trim())?;
    if is_tail(rest.trim_start_matches(['度', '도'])) {
        return PartialDate::from_year(year).map(Written::Sure);
    }
    let date = match (part_of_year(year, rest.trim()), month_and_day(rest)) {
        (Some(part), _) => Some(part),
        (None, Some((month, None))) => PartialDate::from_month(year, month),
        (None, Some((month, Some(day)))) => PartialDate::from_day(year, month, day),
        (None, None) => None,
    };
    date.map(Written::Sure)
}

fn year_of(text: &str) -> Option<i16> {
    let era = ERAS.iter().find_map(|(name, before)| Some((text.strip_prefix(name)?, before)));
    match era {
        // The first year of an era is named so.
        Some(("元", before)) => before.checked_add(1),
        Some((year, before)) => before.checked_add(i16::try_from(number(year)?).ok()?),
        // Without its name, 113 may be of Taiwan's calendar, too: it is not known which.
        None => i16::try_from(number(text)?).ok().filter(|year| *year >= 1000),
    }
}

fn part_of_year(year: i16, text: &str) -> Option<PartialDate> {
    let mut halves = HALVES.iter().zip([1, 2].into_iter().cycle());
    let half = halves.find(|(name, _)| text.strip_prefix(**name).is_some_and(is_tail));
    if let Some((_, half)) = half {
        return PartialDate::from_half_year(year, half);
    }
    let text = text.trim_start_matches('第');
    let (quarter, rest) = QUARTERS.iter().find_map(|name| text.split_once(name))?;
    let quarter = u8::try_from(number(quarter)?).ok()?;
    PartialDate::from_quarter(year, quarter).filter(|_| is_tail(rest))
}

/// The month, and the day if there is one.
fn month_and_day(text: &str) -> Option<(u8, Option<u8>)> {
    let (month, rest) = text.split_once('月')?;
    let month = u8::try_from(number(month)?).ok()?;
    if is_tail(rest) {
        return Some((month, None));
    }
    let (day, rest) = rest.split_once(['日', '号', '號'])?;
    let day = u8::try_from(number(day)?).ok()?;
    is_tail(rest).then_some((month, Some(day)))
}

/// Whether nothing of the date is in it. A number without a colon may be a second date.
fn is_tail(text: &str) -> bool {
    // The last character of 金曜日 and 금요일 is none of a date.
    let text = text.trim().replace("曜日", "曜").replace("요日", "요");
    let is_weekday = matches!(text.chars().nth(1), Some('曜' | '요'))
        || ["星期", "周", "週", "礼拜"].iter().any(|word| text.starts_with(word));
    let remark = text.starts_with(['(', '（']);
    let first = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let time = text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains([':', '：', '时', '時', '시']);
    let end = !text.contains(['年', '月', '日', '-', '至', '~', '～', '—']);
    let is_known = is_weekday || remark || is_part_of_day(first) || time;
    text.is_empty() || (end && is_known)
}

/// Digits, or Chinese numerals: by place (二〇二四) or in words up to ninety-nine (三十一).
fn number(text: &str) -> Option<u16> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > 4 {
        return None;
    }
    if let Some((tens, ones)) = text.split_once('十') {
        let tens = if tens.is_empty() { 1 } else { digit(tens)? };
        let ones = if ones.is_empty() { 0 } else { digit(ones)? };
        return Some(tens * 10 + ones);
    }
    // At most four digits.
    text.chars().try_fold(0, |number, c| Some(number * 10 + digit_of(c)?))
}

fn digit(text: &str) -> Option<u16> {
    let mut chars = text.chars();
    let only = chars.next()?;
    chars.next().is_none().then(|| digit_of(only)).flatten()
}

fn digit_of(c: char) -> Option<u16> {
    const NUMERALS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    if let Some(digit) = c.to_digit(10) {
        return u16::try_from(digit).ok();
    }
    let c = if matches!(c, '零' | '○' | 'Ｏ') { '〇' } else { c };
    u16::try_from(NUMERALS.iter().position(|numeral| *numeral == c)?).ok()
}
