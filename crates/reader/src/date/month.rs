//! Names of months and weekdays in the languages of many tables.

/// Per month its names, in small letters without accents: English; then what differs from it in
/// German, French, Spanish, Portuguese, Italian, Dutch, Indonesian, Malay and Russian, with the usual
/// abbreviations.
const MONTHS: [&str; 12] = [
    "january jan januar janvier janv enero ene janeiro gennaio gen januari январь января янв",
    "february feb februar fevrier fevr fev febrero fevereiro febbraio februari февраль февраля февр фев",
    "march mar marz mrz mars marzo marco maart mrt maret mac март марта мар",
    "april apr avril avr abril abr aprile апрель апреля апр",
    "may mai mayo maio maggio mag mei маи мая",
    "june jun juni juin junio junho giugno giu июнь июня июн",
    "july jul juli juillet juil julio julho luglio lug julai июль июля июл",
    "august aug aout agosto ago augustus agustus agu ogos август августа авг",
    "september sep sept septembre septiembre setiembre setembro set settembre сентябрь сентября сент сен",
    "october oct oktober okt octobre octubre outubro out ottobre ott октябрь октября окт",
    "november nov novembre noviembre novembro nopember ноябрь ноября нояб ноя",
    "december dec dezember dez decembre diciembre dic dezembro dicembre desember des disember декабрь декабря дек",
];

/// Weekdays, written likewise: English with its abbreviations, then the other languages.
const WEEKDAYS: &str = "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri \
    saturday sat sunday sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi \
    mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado domingo \
    lunedi martedi mercoledi giovedi venerdi sabato domenica maandag dinsdag woensdag donderdag \
    vrijdag zaterdag zondag senin selasa rabu kamis jumat sabtu minggu понедельник вторник среда \
    четверг пятница суббота воскресенье";

/// Words between the parts of a date.
const SMALL_WORDS: &str = "the of de del le den ngay nam г года год";

/// The month, 1–12, of a name or its abbreviation, in small letters without accents.
pub(super) fn month(word: &str) -> Option<u8> {
    let at = MONTHS.iter().position(|names| has(names, word))?;
    u8::try_from(at + 1).ok()
}

/// Whether this is a weekday, in small letters without accents.
pub(super) fn is_weekday(word: &str) -> bool {
    has(WEEKDAYS, word)
}

/// Whether this says nothing between day, month and year: *the 6th of May*, *6 de mayo de 2024*.
pub(super) fn is_small_word(word: &str) -> bool {
    has(SMALL_WORDS, word)
}

fn has(words: &str, word: &str) -> bool {
    words.split(' ').any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn no_name_is_that_of_two_months() {
        let mut months = BTreeMap::new();
        for (at, names) in MONTHS.iter().enumerate() {
            for name in names.split(' ') {
                assert_eq!(months.insert(name, at), None, "{name}");
                assert_eq!(month(name).map(usize::from), Some(at + 1));
                assert!(!is_weekday(name) && !is_small_word(name), "{name}");
            }
        }
        assert_eq!((month(""), month("smarch")), (None, None));
    }
}
