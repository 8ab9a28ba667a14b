//! An empty table to start from, and what its columns hold.

use explorer_export::csv::Csv;

/// The columns of the template, with what each holds. The views need the first five.
pub const COLUMNS: [(&str, &str); 16] = [
    ("date", "day or month of the meeting: 2024-09-06 or 2024-09"),
    ("agency", "MPS, MSS, CPLC, or their names"),
    ("official", "Chinese officials, several with semicolons between"),
    ("counterpart", "the country or organization; several with semicolons between"),
    ("format", "bilateral, sideline or multilateral"),
    ("event_id", "the same for all rows of one event; may stay empty"),
    ("rank", "rank of the most senior official"),
    ("channel", "in-person, video or phone"),
    ("forum", "forum or mechanism that it belongs to"),
    ("city", "where it was"),
    ("venue_country", "in which country that is"),
    ("counterpart_name", "who spoke for the other side"),
    ("counterpart_office", "the kind of office that person holds"),
    ("topics", "what it was about, several with semicolons between"),
    ("confidence", "high, medium or low"),
    ("sources", "addresses of reports, several with semicolons between"),
];

/// The template: a header alone, as CSV.
pub fn csv() -> String {
    let mut csv = Csv::default();
    csv.line(COLUMNS.iter().map(|(name, _)| *name));
    csv.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_has_a_column_each() {
        let text = csv();
        let header = text.trim_start_matches('\u{feff}').trim_end();
        assert_eq!(header.split(',').count(), COLUMNS.len());
    }
}
