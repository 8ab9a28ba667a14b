//! Proposes a mapping from the names of the columns and what is in them.

use std::cmp::Reverse;

use explorer_reader::date::{Count, DateForm, Pairs};
use explorer_reader::header::fingerprint;

use super::column::{ColumnMapping, Mapping, Role};
use super::date_hint::DateHint;
use super::meaning::{Meaning, speaks_of_countries, words_of};
use super::neighbours::year_in;
use super::profile::{ColumnProfile, Profile};
use super::separator::{Expected, one_by_one, separator};
use super::year_name::names_years;
use crate::country::{Countries, Naming};

/// A category has at most so many characters on average, and a cell of several values per value.
const SHORT: u64 = 40;

/// Below so many rows, repetition says nothing.
const FEW: u64 = 20;

impl Mapping {
    /// What the columns seem to be. A proposal: whoever knows the table changes it.
    ///
    /// The date is the column whose dates are known most finely. Any other meaning goes to the column whose name says it as a whole, then to one whose name has a
    /// word for it, from left to right; dates, countries and coordinates only if at least half of
    /// the cells are such. A column whose name says nothing is the country if four fifths of its cells
    /// are and no other column is.
    pub fn propose(columns: &[ColumnProfile], countries: &Countries) -> Self {
        let mut meanings: Vec<Option<Meaning>> = vec![None; columns.len()];
        let named: Vec<Vec<(Meaning, bool)>> = columns.iter().map(meanings_of_name).collect();
        for whole_name in [true, false] {
            for (at, column) in columns.iter().enumerate() {
                let free = |meaning: &Meaning, meanings: &[Option<Meaning>]| {
                    !meanings.contains(&Some(*meaning)) && allows(column, *meaning, countries)
                };
                let of_name = named.get(at).into_iter().flatten();
                let fits = of_name
                    .filter(|(_, whole)| *whole == whole_name)
                    .map(|(meaning, _)| *meaning)
                    .find(|meaning| free(meaning, &meanings));
                if let Some(meaning) = meanings.get_mut(at).filter(|meaning| meaning.is_none()) {
                    *meaning = fits;
                }
            }
        }
        if !meanings.contains(&Some(Meaning::Country)) {
            let unnamed = meanings.iter().zip(columns).position(|(taken, column)| {
                taken.is_none() && column.filled > 0 && of_countries(column, countries, 80)
            });
            if let Some(place) = unnamed.and_then(|at| meanings.get_mut(at)) {
                *place = Some(Meaning::Country);
            }
        }
        let date = finest_date(columns, &meanings, &named);
        for (at, meaning) in meanings.iter_mut().enumerate() {
            if Some(at) == date {
                *meaning = Some(Meaning::Date);
            } else if *meaning == Some(Meaning::Date) {
                *meaning = None;
            }
        }
        let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
        let columns = columns.iter().zip(meanings).zip(&named).map(|((column, meaning), named)| {
            let is_named_date = named.iter().any(|(meaning, _)| *meaning == Meaning::Date);
            ColumnMapping {
                name: column.name.clone(),
                role: role(column, meaning, is_named_date, countries),
                meaning,
                naming: match meaning {
                    Some(Meaning::Country | Meaning::Venue) => naming(column, countries).0,
                    _ => Naming::Names,
                },
            }
        });
        Self { header: fingerprint(&names), columns: columns.collect(), ..Self::none() }
    }
}

/// What the name of a column says that it means. That it has years in another language counts only if
/// the values are years, as such words also mean other things.
fn meanings_of_name(column: &ColumnProfile) -> Vec<(Meaning, bool)> {
    use DateHint::{BuddhistYears, PersianYears};
    let mut meanings = Meaning::of_name(&column.name);
    let is_known = meanings.iter().any(|(meaning, _)| *meaning == Meaning::Date);
    if column.months > 0 && !is_known {
        meanings.push((Meaning::Date, true));
    } else if let Some(whole) = names_years(&column.name).filter(|_| !is_known) {
        let is_of_other = || matches!(column.date_hint(), Some(BuddhistYears | PersianYears));
        let are_dates = column.mostly(column.dates.saturating_add(column.plain_dates), 90);
        if are_dates && (has_years(column) || is_of_other()) {
            meanings.push((Meaning::Date, whole));
        }
    }
    meanings
}

/// The column with the dates that are known most finely: a year or a month that stands left of the
/// date is not the date. Of several it is the one whose name says so, as a whole before by a word, and
/// then the leftmost. A date of something else, such as a birth, is taken only if there is no other.
fn finest_date(
    columns: &[ColumnProfile],
    meanings: &[Option<Meaning>],
    named: &[Vec<(Meaning, bool)>],
) -> Option<usize> {
    let candidates = columns.iter().zip(meanings).zip(named).enumerate();
    let ranked = candidates.filter_map(|(at, ((column, meaning), named))| {
        let by_name = named.iter().find(|(meaning, _)| *meaning == Meaning::Date);
        let has_dates = column.mostly(column.possible_dates(), 50);
        let name = match by_name.filter(|(_, whole)| has_dates && (*whole || has_years(column))) {
            Some((_, whole)) => 1 + u8::from(*whole),
            None => 0,
        };
        let is_free = matches!(meaning, None | Some(Meaning::Date));
        let is_date = name > 0 || column.mostly(column.dates, 80) || column.has_sure_epochs();
        let rank = (!is_of_something_else(&column.name), column.fineness(), name, Reverse(at));
        (is_free && is_date && column.filled > 0).then_some((rank, at))
    });
    ranked.max_by_key(|(rank, _)| *rank).map(|(_, at)| at)
}

/// Whether a name says that its dates are those of the table and not of what it tells of.
fn is_of_something_else(name: &str) -> bool {
    const WORDS: [&str; 14] = [
        "birth",
        "born",
        "dob",
        "update",
        "updated",
        "modified",
        "created",
        "added",
        "entered",
        "accessed",
        "retrieved",
        "download",
        "downloaded",
        "coded",
    ];
    words_of(name).iter().any(|word| WORDS.contains(&word.as_str()))
}

/// Whether the numbers of a column whose name speaks of years are such, and no amounts per year.
fn has_years(column: &ColumnProfile) -> bool {
    let is_year = |value: &String| {
        let is_plain = value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit());
        !is_plain || year_in(value).is_some_and(|year| (1800..=2100).contains(&year))
    };
    column.values.keys().filter(|value| is_year(value)).count() * 10 >= column.values.len() * 9
}

/// Whether what is in a column allows the meaning that its name suggests.
fn allows(column: &ColumnProfile, meaning: Meaning, countries: &Countries) -> bool {
    match meaning {
        Meaning::Date | Meaning::DateEnd => column.mostly(column.possible_dates(), 50),
        Meaning::Country | Meaning::Venue => of_countries(column, countries, 50),
        Meaning::Latitude | Meaning::Longitude => column.has_numbers(50),
        // An index of prices is none of rows. A fraction among other ids is a slip.
        Meaning::Id => column.decimal.is_open() || !column.has_numbers(50),
        _ => column.filled > 0 && !column.mostly(column.dates, 90),
    }
}

fn of_countries(column: &ColumnProfile, countries: &Countries, percent: u64) -> bool {
    let judged = column.filled.saturating_sub(column.beyond).saturating_sub(column.no_country);
    if judged > 0 && column.countries.saturating_mul(100) >= judged.saturating_mul(percent) {
        return true;
    }
    match naming(column, countries) {
        // Somebody has to say which codes they are; that they are some, the name says.
        (Naming::Unsure, _) => percent <= 50,
        (naming, Some(separator)) => {
            let (mut all, mut known) = (0_u64, 0_u64);
            for value in column.values.keys() {
                for part in one_by_one(value, separator, &|text| countries.is_one(text)) {
                    match naming.read(part, countries) {
                        Ok(None) => {}
                        found => {
                            all += 1;
                            known += u64::from(found.is_ok());
                        }
                    }
                }
            }
            all > 0 && known.saturating_mul(100) >= all.saturating_mul(percent)
        }
        (_, None) => false,
    }
}

/// How a column names countries, with what separates several of them.
fn naming(column: &ColumnProfile, countries: &Countries) -> (Naming, Option<char>) {
    let expected = Expected { several: true, countries: true };
    let Some(separator) = separator(column, expected, countries) else {
        return (column.naming, None);
    };
    let (name, is_hinted) = speaks_of_countries(&column.name);
    let parts = column.parts(Some(separator), countries);
    (Naming::of(parts.into_iter(), &name, is_hinted, countries), Some(separator))
}

fn role(
    column: &ColumnProfile,
    meaning: Option<Meaning>,
    is_named_date: bool,
    countries: &Countries,
) -> Role {
    use Meaning::{
        Country, Date, DateEnd, Forum, Id, Latitude, Longitude, Note, Official, Organization,
        Source, Title, Topic, Venue,
    };
    if column.filled == 0 || matches!(meaning, Some(Latitude | Longitude)) {
        return Role::Ignored;
    }
    // The ids of events tell which rows are the same one, and are what records are cited by. Those of rows
    // tell nothing.
    if meaning == Some(Id) {
        let distinct = column.beyond.saturating_add(column.values.len() as u64);
        let words = words_of(&column.name);
        let is_named = words.iter().any(|word| matches!(word.as_str(), "event" | "record"));
        // Of a text that is too long to be kept, nothing is known; of many values, that they are many.
        let is_counted = column.beyond == 0 || column.values.len() < Profile::DISTINCT;
        let is_events = is_counted && (distinct < column.filled || is_named);
        return if is_events { Role::Text } else { Role::Ignored };
    }
    let is_date = matches!(meaning, Some(Date | DateEnd));
    // A year beside the date is no number to add up.
    let is_year = meaning.is_none()
        && is_named_date
        && has_years(column)
        && column.mostly(column.plain_dates.saturating_add(column.dates), 90);
    let is_counted = is_date || column.has_sure_epochs() || column.months > 0;
    if is_counted || is_year || column.mostly(column.dates, 90) {
        let form = column.date_form();
        let count = if is_counted { form.count } else { Count::Nothing };
        let is_fiscal = |word: &String| matches!(word.as_str(), "fiscal" | "fy" | "season");
        let is_month = |word: &String| matches!(word.as_str(), "month" | "months" | "monthly");
        let says = |is: &dyn Fn(&String) -> bool| words_of(&column.name).iter().any(is);
        let pairs = match form.pairs {
            Pairs::Ambiguous if says(&is_fiscal) => Pairs::FiscalYears,
            // The name says another thing than the values.
            Pairs::FiscalYears if says(&is_month) && column.order.can_be_months() => {
                Pairs::Ambiguous
            }
            pairs => pairs,
        };
        return Role::Date(DateForm { count, pairs, ..form });
    }
    if column.mostly(column.links, 80) {
        return Role::Link;
    }
    if matches!(meaning, Some(Title | Note)) {
        return Role::Text;
    }
    // What would lose its form as a number stays as it stands, and so do percents among numbers that
    // are none: their sum means nothing.
    let has_numbers = column.has_numbers(95) || column.has_numbers_and_a_word();
    let is_number = has_numbers && !column.forms.codes && !column.forms.part_percent;
    if meaning.is_none() && is_number {
        return Role::Number(column.decimal.decimal());
    }
    let of_several =
        matches!(meaning, Some(Country | Official | Organization | Topic | Source | Forum | Venue));
    let expected =
        Expected { several: of_several, countries: matches!(meaning, Some(Country | Venue)) };
    if let Some(separator) = separator(column, expected, countries) {
        return Role::MultiValue(separator);
    }
    if column.characters > column.filled.saturating_mul(SHORT) {
        return Role::Text;
    }
    let distinct = column.beyond.saturating_add(column.values.len() as u64);
    let repeated = distinct.saturating_mul(2) <= column.filled;
    if repeated || column.filled <= FEW || meaning.is_some() { Role::Category } else { Role::Text }
}
