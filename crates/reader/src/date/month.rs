//! English names of months and weekdays.

/// The month, 1–12, of an English name or its abbreviation, in lower case.
pub(super) fn month(word: &str) -> Option<u8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    if word == "sept" {
        return Some(9);
    }
    let at = NAMES
        .iter()
        .position(|name| *name == word || (word.len() == 3 && name.starts_with(word)))?;
    u8::try_from(at + 1).ok()
}

/// Whether this is a weekday or its abbreviation, in lower case.
pub(super) fn is_weekday(word: &str) -> bool {
    const NAMES: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let short = matches!(word, "tues" | "thur" | "thurs");
    short || NAMES.iter().any(|name| *name == word || (word.len() == 3 && name.starts_with(word)))
}
