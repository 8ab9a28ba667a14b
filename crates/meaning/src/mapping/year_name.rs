//! Names that columns of years and months have in many languages.

use super::meaning::words_of;

/// Words for a year (with the English one), a fiscal year or a school year, folded. They are also words
/// of something else, so they tell nothing unless the values are years.
const WORDS: &str = "year years jahr jahre annee annees ano anos anno anni anul jaar rok roku rocnik tahun yil yili \
    god godina vuosi aasta metai yr yrs fyear год года рік року година жыл жил سنة السنة عام العام سال \
    έτος";

/// Words that are too short to be looked for in a longer name, and *data*, which is a date in half of
/// Europe.
const WHOLE: &str = "an ar aar ev nam data lata";

/// Words of languages without blanks between, so that they are found within others.
const WITHIN: &str = "年 年份 年度 西暦 西历 학년 연도 년도 년 ปี";

/// Whether a name says that there are years, in any of these languages; `true` if the name as a
/// whole does, and not only a word of it.
pub(super) fn names_years(name: &str) -> Option<bool> {
    let words = words_of(name);
    let key = words.concat();
    let is_one = |list: &str, word: &str| list.split_whitespace().any(|known| known == word);
    if [WORDS, WHOLE, WITHIN].iter().any(|list| is_one(list, &key)) {
        return Some(true);
    }
    let is_word = words.iter().any(|word| is_one(WORDS, word));
    let is_within = WITHIN.split_whitespace().any(|known| key.contains(known));
    (is_word || is_within).then_some(false)
}

/// Names of columns with months.
const MONTHS: &str = "month eventmonth monat mois mes mese maand manad miesiac mesic bulan thang ay месяц \
    місяць 月 月份 월 الشهر شهر เดือน";

/// Whether a name says that there are months, and nothing else.
pub(super) fn names_month(name: &str) -> bool {
    let key = words_of(name).concat();
    MONTHS.split_whitespace().any(|known| known == key)
}

/// Whether a name says no more than that there is the year of the row, to which days and months belong
/// that stand in another column. October of a fiscal or a school year is often of the year before.
pub(super) fn names_year_of_row(name: &str) -> bool {
    let is_other = |key: &str| matches!(key, "fyear" | "年度" | "학년");
    names_years(name) == Some(true) && !is_other(&words_of(name).concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::country::fold;

    #[test]
    fn years_are_named_in_many_languages() {
        for name in
            ["Jahr", "ANNÉE", "Año", "Год", "年度", "연도", "السنة", "ปี", "År", "Năm", "yıl", "Yr"]
        {
            assert_eq!(names_years(name), Some(true), "{name}");
        }
        for name in ["année de visite", "visit_yr", "访问年份", "사업연도", "TAHUN kunjungan"]
        {
            assert_eq!(names_years(name), Some(false), "{name}");
        }
        for name in ["", "yearly", "data set", "Vietnam", "выгода", "n"] {
            assert_eq!(names_years(name), None, "{name}");
        }
    }

    #[test]
    fn only_a_calendar_year_is_that_of_a_day_beside() {
        for name in ["Year", "Jahr", "年份", "Год"] {
            assert!(names_year_of_row(name), "{name}");
        }
        for name in ["fiscal year", "fyear", "年度", "birth year", "month", "学年"] {
            assert!(!names_year_of_row(name), "{name}");
        }
    }

    #[test]
    fn names_are_folded() {
        for word in [WORDS, WHOLE, WITHIN, MONTHS].iter().flat_map(|list| list.split_whitespace()) {
            assert_eq!(fold(word).concat(), word);
        }
    }
}
