//! What stands in a column of numbers where there is none.

/// The longest marker in bytes.
const LONGEST: usize = 24;

/// Whether a cell says that there is no value: `NA`, `..`, `–` and other markers of statistical
/// offices and programs, whatever their case. Of the World Bank, Eurostat (`:`), SIPRI (`xxx`, `. .`),
/// R, Python and databases (`\N`, `NULL`).
pub fn is_missing(text: &str) -> bool {
    let text = text.trim();
    if text.len() > LONGEST {
        return false;
    }
    let marks = |c: char| {
        matches!(c, '.' | '\u{2026}' | '-' | '\u{2013}' | '\u{2014}' | '\u{2212}' | ':' | ' ')
            || matches!(c, '\u{a0}' | '\u{ff0d}' | '/' | '\u{2e3a}')
    };
    // A spreadsheet writes no amount as `$ -`.
    let bare = text.trim_matches(['$', '\u{20ac}', '\u{a3}', '\u{a5}']).trim();
    if bare.chars().all(marks) && (!bare.is_empty() || text.is_empty()) {
        return bare.chars().count() <= 4;
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
    "k. a.",
    "k.a",
    "s/d",
    "s.d.",
    "s.o.",
    "n.c.",
    "b.d.",
    "tbd",
    "tba",
    "unknown",
    "not available",
    "not applicable",
    "??",
    "???",
    "#",
    // Chinese, Japanese, Korean, Russian, Arabic.
    "不详",
    "不詳",
    "未知",
    "暂无",
    "无",
    "無",
    "无数据",
    "無資料",
    "なし",
    "不明",
    "없음",
    "해당없음",
    "нет данных",
    "н/д",
    "غير متوفر",
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
            "unknown",
            "不详",
            "нет данных",
            "$ -",
            " $- ",
        ] {
            assert!(is_missing(text), "{text}");
            for decimal in [super::super::Decimal::Point, super::super::Decimal::Comma] {
                assert_eq!(super::super::read(text, decimal), None, "{text}");
            }
        }
        for text in [
            "0",
            "nab",
            "known",
            "-5",
            "\u{2013}5",
            "5 -",
            "----------",
            "Namibia",
            "1:2",
            "$",
            "$5",
        ] {
            assert!(!is_missing(text), "{text}");
        }
    }
}
