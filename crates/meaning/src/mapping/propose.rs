//! Proposes a mapping from the names of the columns and what is in them.

use std::collections::BTreeMap;

use explorer_reader::date::DateForm;
use explorer_reader::header::fingerprint;

use super::column::{ColumnMapping, Mapping, Role};
use super::meaning::Meaning;
use super::profile::ColumnProfile;
use super::separator::{parts_of, separator};
use crate::country::Countries;

/// A category has at most so many characters on average, and a cell of several values per value.
const SHORT: u64 = 40;

/// Below so many rows, repetition says nothing.
const FEW: u64 = 20;

impl Mapping {
    /// What the columns seem to be. A proposal: whoever knows the table changes it.
    ///
    /// A meaning goes to the column whose name says it as a whole, then to one whose name has a
    /// word for it, from left to right; dates, countries and coordinates only if at least half of
    /// the cells are such. A column whose name says nothing is the country, or the date, if four
    /// fifths of its cells are and no other column is.
    pub fn propose(columns: &[ColumnProfile], countries: &Countries) -> Self {
        let mut meanings: Vec<Option<Meaning>> = vec![None; columns.len()];
        let named: Vec<Vec<(Meaning, bool)>> =
            columns.iter().map(|column| Meaning::of_name(&column.name)).collect();
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
        for (meaning, is) in [
            (Meaning::Date, (|column, _| column.mostly(column.dates, 80)) as Judge),
            (Meaning::Country, |column, countries| of_countries(column, countries, 80)),
        ] {
            if meanings.contains(&Some(meaning)) {
                continue;
            }
            let unnamed = meanings.iter().zip(columns).position(|(taken, column)| {
                taken.is_none() && column.filled > 0 && is(column, countries)
            });
            if let Some(place) = unnamed.and_then(|at| meanings.get_mut(at)) {
                *place = Some(meaning);
            }
        }
        let names: Vec<String> = columns.iter().map(|column| column.name.clone()).collect();
        let columns = columns.iter().zip(meanings).map(|(column, meaning)| ColumnMapping {
            name: column.name.clone(),
            role: role(column, meaning),
            meaning,
        });
        Self { header: fingerprint(&names), columns: columns.collect(), countries: BTreeMap::new() }
    }
}

type Judge = fn(&ColumnProfile, &Countries) -> bool;

/// Whether what is in a column allows the meaning that its name suggests.
fn allows(column: &ColumnProfile, meaning: Meaning, countries: &Countries) -> bool {
    match meaning {
        Meaning::Date | Meaning::DateEnd => {
            let numbers = column.plain_dates.saturating_add(column.serials);
            column.mostly(column.dates.saturating_add(numbers), 50)
        }
        Meaning::Country | Meaning::Venue => of_countries(column, countries, 50),
        Meaning::Latitude | Meaning::Longitude => column.has_numbers(50),
        // An index of prices is none of rows.
        Meaning::Id => column.decimal.is_open(),
        _ => column.filled > 0 && !column.mostly(column.dates, 90),
    }
}

fn of_countries(column: &ColumnProfile, countries: &Countries, percent: u64) -> bool {
    if column.mostly(column.countries, percent) {
        return true;
    }
    let Some(separator) = separator(column, true) else { return false };
    let (mut all, mut known) = (0_u64, 0_u64);
    for part in column.values.keys().flat_map(|value| parts_of(value, separator)) {
        all += 1;
        known += u64::from(countries.find(part).is_some());
    }
    all > 0 && known.saturating_mul(100) >= all.saturating_mul(percent)
}

fn role(column: &ColumnProfile, meaning: Option<Meaning>) -> Role {
    use Meaning::{
        Country, Date, DateEnd, Forum, Id, Latitude, Longitude, Note, Official, Organization,
        Source, Title, Topic, Venue,
    };
    if column.filled == 0 || matches!(meaning, Some(Id | Latitude | Longitude)) {
        return Role::Ignored;
    }
    let is_date = matches!(meaning, Some(Date | DateEnd));
    if is_date || column.mostly(column.dates, 90) {
        let serial = is_date && column.serials > column.dates.max(column.plain_dates);
        return Role::Date(DateForm { order: column.order.order(), serial });
    }
    if column.mostly(column.links, 80) {
        return Role::Link;
    }
    if matches!(meaning, Some(Title | Note)) {
        return Role::Text;
    }
    // What would lose its form as a number stays as it stands, and so do percents among numbers that
    // are none: their sum means nothing.
    let is_number = column.has_numbers(95) && !column.forms.codes && !column.forms.part_percent;
    if meaning.is_none() && is_number {
        return Role::Number(column.decimal.decimal());
    }
    let of_several =
        matches!(meaning, Some(Country | Official | Organization | Topic | Source | Forum | Venue));
    if let Some(separator) = separator(column, of_several) {
        return Role::MultiValue(separator);
    }
    if column.characters > column.filled.saturating_mul(SHORT) {
        return Role::Text;
    }
    let distinct = column.beyond.saturating_add(column.values.len() as u64);
    let repeated = distinct.saturating_mul(2) <= column.filled;
    if repeated || column.filled <= FEW || meaning.is_some() { Role::Category } else { Role::Text }
}
