//! Names of months and weekdays in the languages of many tables.

use std::sync::OnceLock;

use explorer_order::ordered;

/// Per month its names, in small letters without accents: English; then what differs from it in
/// German, French, Spanish, Portuguese, Italian, Dutch, Indonesian, Malay and Russian, with the usual
/// abbreviations.
const MONTHS: [&str; 12] = [
    "january jan januar janvier janv enero ene janeiro gennaio gen januari январь января янв",
    "february feb februar fevrier fevr fev febrero fevereiro febbraio februari февраль февраля февр фев",
    "march mar marz mrz mars marzo marco maart mrt maret mac март марта мар",
    "april apr avril avr abril abr aprile апрель апреля апр",
    "may mai maj mayo maio maggio mag mei маи мая",
    "june jun juni juin junio junho giugno giu июнь июня июн",
    "july jul juli juillet juil julio julho luglio lug julai июль июля июл",
    "august aug aout agosto ago augustus agustus agu ogos август августа авг",
    "september sep sept septembre septiembre setiembre setembro set settembre сентябрь сентября сент сен",
    "october oct oktober okt octobre octubre outubro out ottobre ott октябрь октября окт",
    "november nov novembre noviembre novembro nopember ноябрь ноября нояб ноя",
    "december dec dezember dez decembre diciembre dic dezembro dicembre desember des disember декабрь декабря дек",
];

/// Per month its further names, written likewise, in Ukrainian, Polish, Czech, Swedish, Danish,
/// Norwegian, Finnish, Hungarian, Romanian, Greek, Turkish, Arabic (of Egypt, the Levant and the
/// Maghreb), Thai and Bulgarian, inflected as within a date and alone: from Unicode CLDR 48
/// (cldr-dates-full, gregorian months). Of two words the blank is left out.
const FURTHER_MONTHS: [&str; 12] = [
    "січня січ січень stycznia sty styczen ledna led leden tammikuuta tammikuu ianuarie ian \
     ιανουαριου ιαν ιανουαριοσ ocak oca يناير كانونالثاني جانفي มกราคม มค януари яну",
    "лютого лют лютии lutego lut luty unora uno unor helmikuuta helmikuu febr februarie \
     φεβρουαριου φεβ φεβρουαριοσ subat sub فبراير شباط فيفري กุมภาพันธ กพ февруари",
    "березня бер березень marca marzec brezna bre brezen marts maaliskuuta maaliskuu marcius \
     marc martie μαρτιου μαρ μαρτιοσ mart مارس اذار มีนาคม มีค",
    "квітня квіт квітень kwietnia kwi kwiecien dubna dub duben huhtikuuta huhtikuu aprilis \
     aprilie απριλιου απρ απριλιοσ nisan nis ابريل نيسان افريل เมษายน เมย април",
    "травня трав травень maja kvetna kve kveten toukokuuta toukokuu majus μαιου μαι μαιοσ \
     mayis مايو ايار ماي พฤษภาคม พค",
    "червня черв червень czerwca cze czerwiec cervna cvn cerven kesakuuta kesakuu junius \
     iunie iun ιουνιου ιουν ιουνιοσ haziran haz يونيو حزيران جوان มิถุนายน มิย юни",
    "липня лип липень lipca lip lipiec cervence cvc cervenec heinakuuta heinakuu julius iulie \
     iul ιουλιου ιουλ ιουλιοσ temmuz tem يوليو تموز يوليوز جويلية กรกฎาคม กค юли",
    "ogo серпня серп серпень sierpnia sie sierpien srpna srp srpen augusti elokuuta elokuu \
     augusztus αυγουστου αυγ αυγουστοσ agustos اغسطس اب غشت اوت สิงหาคม สค",
    "вересня вер вересень wrzesnia wrz wrzesien zari zar syyskuuta syyskuu szeptember szept \
     septembrie σεπτεμβριου σεπ σεπτεμβριοσ eylul eyl سبتمبر ايلول شتنبر กันยายน กย септември \
     сеп",
    "жовтня жовт жовтень pazdziernika paz pazdziernik rijna rij rijen lokakuuta lokakuu \
     octombrie οκτωβριου οκτ οκτωβριοσ ekim eki اكتوبر تشرينالاول ตุลาคม ตค октомври",
    "листопада лист листопад listopada lis listopad listopadu marraskuuta marraskuu noiembrie \
     νοεμβριου νοε νοεμβριοσ kasim kas نوفمبر تشرينالثاني نونبر พฤศจิกายน พย ноември ное",
    "dis грудня груд грудень grudnia gru grudzien prosince pro prosinec joulukuuta joulukuu \
     decembrie δεκεμβριου δεκ δεκεμβριοσ aralik ara ديسمبر كانونالاول دجنبر ธันวาคม ธค \
     декември",
];

/// Weekdays, written likewise: English with its abbreviations, then the
/// other languages, of which those after Russian are from Unicode CLDR 48.
const WEEKDAYS: &str = "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday \
    sat sunday sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi \
    mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes sabado \
    domingo lunedi martedi mercoledi giovedi venerdi sabato domenica maandag dinsdag \
    woensdag donderdag vrijdag zaterdag zondag senin selasa rabu kamis jumat sabtu minggu \
    понедельник вторник среда четверг пятница суббота воскресенье ahad isnin khamis jumaat \
    неділя понеділок вівторок середа четвер субота niedziela poniedzialek wtorek sroda \
    czwartek piatek sobota nedele pondeli utery streda ctvrtek patek sondag mandag tisdag \
    onsdag torsdag fredag lordag tirsdag sunnuntaina maanantaina tiistaina keskiviikkona \
    torstaina perjantaina lauantaina vasarnap hetfo kedd szerda csutortok pentek szombat \
    duminica luni marti miercuri joi vineri sambata κυριακη δευτερα τριτη τεταρτη πεμπτη \
    παρασκευη σαββατο pazar pazartesi sali carsamba persembe cuma cumartesi الاحد الاثنين \
    الثلاثاء الاربعاء الخميس الجمعة السبت неделя понеделник сряда четвъртък петък събота";

/// Words between the parts of a date.
const SMALL_WORDS: &str = "the of de del le den ngay nam roku г года год року พศ คศ ที";

/// Parts of the day before or behind the time, and what else stands there: time zones.
const PARTS_OF_DAY: &str =
    "上午 下午 早上 晚上 凌晨 中午 午前 午後 오전 오후 am pm a p m ص م πμ μμ π μ";
const TIME_ZONES: &str = "z utc gmt cst est edt pst pdt cet cest bst msk";

/// Words for a part of the year that has a number.
const UNITS: [(Unit, &str); 4] = [
    (Unit::Half, "h hy half halbjahr semester semestre semestr полугодие"),
    (
        Unit::Quarter,
        "q qtr quarter t quartal trimestre trimestr kwartal kwartaal kvartal ctvrtleti квартал",
    ),
    (Unit::Week, "w week kw"),
    (Unit::Month, "m"),
];

/// A part of the year that has a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Half,
    Quarter,
    Week,
    Month,
}

/// The part of the year that a word names before or behind its number.
pub(super) fn unit(word: &str) -> Option<Unit> {
    UNITS.iter().find(|(_, words)| has(words, word)).map(|(unit, _)| *unit)
}

/// Whether this is a part of the day, as it stands before or behind a time.
pub(super) fn is_part_of_day(word: &str) -> bool {
    has(PARTS_OF_DAY, word)
}

/// Whether this is a time zone.
pub(super) fn is_time_zone(word: &str) -> bool {
    has(TIME_ZONES, word)
}

/// What a word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    /// A month, 1–12, and whether its name is one of [`MONTHS`].
    Month(u8, bool),
    Weekday,
}

/// What a word names: by halving, as the words of many cells are asked. The beginning of a table with 1,000
/// columns of words is judged in 270 ms so, and in 1,020 by going through the lists.
fn named(word: &str) -> Option<Named> {
    static NAMES: OnceLock<Vec<(&str, Named)>> = OnceLock::new();
    let names = NAMES.get_or_init(|| {
        let months = [(&MONTHS, true), (&FURTHER_MONTHS, false)];
        let months = months.into_iter().flat_map(|(months, is_usual)| {
            (1..).zip(months).flat_map(move |(month, names)| {
                names.split(' ').map(move |name| (name, Named::Month(month, is_usual)))
            })
        });
        let weekdays = WEEKDAYS.split(' ').map(|name| (name, Named::Weekday));
        ordered(months.chain(weekdays).collect(), &|one, other| one.0.cmp(other.0))
    });
    let at = names.binary_search_by(|(name, _)| (*name).cmp(word)).ok()?;
    names.get(at).map(|(_, named)| *named)
}

/// The month, 1–12, of a name or its abbreviation, in small letters without accents.
pub(super) fn month(word: &str) -> Option<u8> {
    match named(word)? {
        Named::Month(month, _) => Some(month),
        Named::Weekday => None,
    }
}

/// As [`month`], where little else stands beside it: no abbreviation that may be one of something
/// else, such as LED-10 and SUB-12.
pub(super) fn clear_month(word: &str) -> Option<u8> {
    match named(word)? {
        Named::Month(month, is_usual) if is_usual || word.len() > 3 => Some(month),
        _ => None,
    }
}

/// Whether this is a weekday, in small letters without accents.
pub(super) fn is_weekday(word: &str) -> bool {
    named(word) == Some(Named::Weekday)
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
        for (at, (names, further)) in MONTHS.iter().zip(FURTHER_MONTHS).enumerate() {
            for name in names.split(' ').chain(further.split(' ')) {
                assert_eq!(months.insert(name, at), None, "{name}");
                assert_eq!(month(name).map(usize::from), Some(at + 1));
                assert!(!is_weekday(name) && !is_small_word(name), "{name}");
            }
        }
        assert_eq!((month(""), month("smarch")), (None, None));
    }
}
