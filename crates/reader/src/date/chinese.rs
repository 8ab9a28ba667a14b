//! Chinese dates: 2024年9月6日, 2024年9月, 2024年, and with Chinese numerals 二〇二四年九月六日.

use super::calendar::PartialDate;

/// How the calendar of Taiwan is named, which counts from 1912.
const TAIWAN: [&str; 4] = ["中華民國", "中华民国", "民國", "民国"];
const FIRST_OF_TAIWAN: i16 = 1911;

/// Reads a Chinese date. A weekday, a time or a remark in brackets may follow.
pub(super) fn chinese(text: &str) -> Option<PartialDate> {
    let (year, rest) = text.split_once('年')?;
    let year = year.trim();
    let of_taiwan = TAIWAN.iter().find_map(|name| year.strip_prefix(name));
    let year = match of_taiwan {
        Some(year) => FIRST_OF_TAIWAN.checked_add(i16::try_from(number(year)?).ok()?)?,
        // Without its name, 113 may be of Taiwan's calendar, too: it is not known which.
        None => i16::try_from(number(year)?).ok().filter(|year| *year >= 1000)?,
    };
    if is_tail(rest) {
        return PartialDate::from_year(year);
    }
    let (month, rest) = rest.split_once('月')?;
    let month = u8::try_from(number(month)?).ok()?;
    if is_tail(rest) {
        return PartialDate::from_month(year, month);
    }
    let (day, rest) = rest.split_once(['日', '号', '號'])?;
    let day = u8::try_from(number(day)?).ok()?;
    is_tail(rest).then(|| PartialDate::from_day(year, month, day)).flatten()
}

/// Whether nothing of the date is in it. A number without a colon may be a second date.
fn is_tail(text: &str) -> bool {
    let text = text.trim();
    let weekday = ["星期", "周", "週", "礼拜"].iter().any(|word| text.starts_with(word));
    let remark = text.starts_with(['(', '（']);
    let part_of_day = ["上午", "下午", "早上", "晚上"].iter().any(|word| text.starts_with(word));
    let time = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains([':', '：', '时']);
    let end = !text.contains(['年', '月', '日', '-', '至', '~', '～', '—']);
    text.is_empty() || (end && (weekday || remark || part_of_day || time))
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
