//! A date as a reader reads it.

use super::grain::month_name;
use explorer_dataset::date::PartialDate;

/// A date as a reader reads it, everywhere on the page: `16 Mar 2026`, `Mar 2026` or `2026`.
pub fn date_words(date: PartialDate) -> String {
    let month = date.month().map(month_name);
    match (month, date.day()) {
        (Some(month), Some(day)) => format!("{day} {month} {}", date.year()),
        (Some(month), None) => format!("{month} {}", date.year()),
        (None, _) => date.year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_words_as_far_as_they_are_known() {
        let said = |date: &str| date.parse().ok().map(date_words);
        for (date, words) in
            [("2026-03-16", "16 Mar 2026"), ("2026-03", "Mar 2026"), ("2026", "2026")]
        {
            assert_eq!(said(date).as_deref(), Some(words));
        }
    }
}
