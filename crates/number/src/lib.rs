//! Numbers as a reader reads them.

/// With thousands separators: `1,234`.
pub fn grouped(number: impl Into<u64>) -> String {
    let digits = number.into().to_string();
    let mut grouped = String::with_capacity(digits.len() + 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// `1st`, `2nd`, `3rd`, `11th`.
pub fn ordinal(number: usize) -> String {
    let suffix = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{suffix}")
}

/// A number that begins a sentence: in words up to twelve, as newspapers write it.
pub fn at_start(number: u32) -> String {
    const WORDS: [&str; 13] = [
        "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
        "Eleven", "Twelve",
    ];
    WORDS.get(number as usize).map_or_else(|| grouped(number), |word| (*word).to_owned())
}

/// A share in whole percent: `32%`; below one half percent but not none, `<1%`.
pub fn percent(part: u32, whole: u32) -> String {
    if whole == 0 {
        return "0%".to_owned();
    }
    let share = f64::from(part) * 100.0 / f64::from(whole);
    if part > 0 && share < 0.5 {
        return "<1%".to_owned();
    }
    // A cast rather than a precision: formatting digits of a float would cost the page 10 KB.
    format!("{}%", share.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_rounds() {
        let texts = [0u32, 12, 999, 1000, 1_234_567].map(grouped);
        assert_eq!(texts, ["0", "12", "999", "1,000", "1,234,567"]);
        assert_eq!([1, 2, 12, 13].map(at_start), ["One", "Two", "Twelve", "13"]);
        assert_eq!(percent(1, 3), "33%");
        assert_eq!(percent(1, 1000), "<1%");
        assert_eq!(percent(0, 0), "0%");
        let words = [1, 2, 3, 4, 11, 12, 13, 21, 111, 122].map(ordinal).join(" ");
        assert_eq!(words, "1st 2nd 3rd 4th 11th 12th 13th 21st 111th 122nd");
    }
}
