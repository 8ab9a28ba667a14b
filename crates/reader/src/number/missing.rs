//! What stands in a column of numbers where there is none.

/// Whether a cell says that there is no value: `NA`, `..`, `–` and other markers of statistical
/// offices and programs, whatever their case. Of the World Bank, Eurostat (`:`), SIPRI (`xxx`, `. .`),
/// R, Python and databases (`\N`, `NULL`).
pub fn is_missing(text: &str) -> bool {
    let text = text.trim();
    if text.len() > 16 {
        return false;
    }
    let marks = |c: char| {
        matches!(c, '.' | '\u{2026}' | '-' | '\u{2013}' | '\u{2014}' | '\u{2212}' | ':' | ' ')
            || matches!(c, '\u{a0}' | '\u{ff0d}' | '/' | '\u{2e3a}')
    };
    if text.chars().all(marks) {
        return text.chars().count() <= 4;
    }
    WORDS.iter().any(|word| word.eq_ignore_ascii_case(text))
}

const WORDS: &[&str] = &[
    "na",
    "n/a",
    "#n/a",
    "n.a.",
    "n.a",
    "n. a.",
    "n/d",
    "n.d.",
    "nd",
    "<na>",
    "nan",
    "-nan",
    "1.#qnan",
    "null",
    "(null)",
    "none",
    "nil",
    "\\n",
    "xxx",
    "xx",
    "x",
    "inf",
    "-inf",
    "+inf",
    "infinity",
    "-infinity",
    "missing",
    "no data",
    "#n/a n/a",
    "#na",
    "k.a.",
    "s/d",
    "?",
    "*",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_no_numbers_and_words_are_no_markers() {
        for text in [
            "",
            "..",
            ".",
            "...",
            "\u{2026}",
            ". .",
            "-",
            "--",
            "\u{2013}",
            "\u{2014}",
            ":",
            "NA",
            "n/a",
            "N/A",
            "#N/A",
            "NaN",
            "nan",
            "NULL",
            "\\N",
            "xxx",
            " - ",
            "inf",
            "-Infinity",
        ] {
            assert!(is_missing(text), "{text}");
            for decimal in [super::super::Decimal::Point, super::super::Decimal::Comma] {
                assert_eq!(super::super::read(text, decimal), None, "{text}");
            }
        }
        for text in
            ["0", "nab", "unknown", "-5", "\u{2013}5", "5 -", "----------", "Namibia", "1:2"]
        {
            assert!(!is_missing(text), "{text}");
        }
    }
}
