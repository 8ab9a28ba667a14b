//! What a cell means under a mapping.

use explorer_reader::date::PartialDate;
use explorer_reader::number::{Decimal, is_missing, read};

use super::column::{Mapping, Role};
use super::meaning::Meaning;
use super::neighbours::year_in;
use super::profile::is_link;
use super::separator::{is_fixed, one_by_one, parts_of};
use crate::country::{Countries, Country, Naming};

/// What a cell, or one of its several values, means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'v> {
    /// A date.
    Date(PartialDate),
    /// A number.
    Number(f64),
    /// A country.
    Country(&'v Country),
    /// A text, a category or an address.
    Text(&'v str),
}

impl Mapping {
    /// Whether the values of a column's cell are written as these texts, one by one.
    pub fn are_written(&self, column: usize, cell: &str, texts: &[&str]) -> bool {
        let role = self.columns.get(column).map(|column| column.role);
        match role {
            Some(Role::MultiValue(separator)) => {
                parts_of(cell, separator).eq(texts.iter().copied())
            }
            _ => texts == [cell.trim()],
        }
    }

    /// Hands on what the cell of a column means, value by value: nothing for an empty cell, for a
    /// marker of a missing number, or an ignored column.
    ///
    /// # Errors
    /// Hands on the value that cannot be read and what was expected in its place, for a
    /// [`explorer_reader::Problem`]; a country that is not known is one, and belongs to
    /// [`crate::country::Unmatched`] as well.
    pub fn values<'v>(
        &'v self,
        column: usize,
        cell: &'v str,
        countries: &'v Countries,
        take: &mut dyn FnMut(Result<Value<'v>, (&'v str, String)>),
    ) {
        self.values_beside(column, cell, "", countries, take);
    }

    /// As [`values`](Self::values), with the row's cell that has the year of the date
    /// ([`Century::Beside`](explorer_reader::date::Century::Beside)).
    pub fn values_beside<'v>(
        &'v self,
        column: usize,
        cell: &'v str,
        year: &str,
        countries: &'v Countries,
        take: &mut dyn FnMut(Result<Value<'v>, (&'v str, String)>),
    ) {
        let Some(mapping) = self.columns.get(column) else { return };
        let is_country = matches!(mapping.meaning, Some(Meaning::Country | Meaning::Venue));
        let mut one = |value: &'v str| {
            if is_country {
                match self.country(mapping.naming, value, countries) {
                    Ok(None) => return,
                    Ok(Some(country)) => return take(Ok(Value::Country(country))),
                    Err(expected) => return take(Err((value, expected.to_owned()))),
                }
            }
            take(Ok(Value::Text(value)));
        };
        let cell = cell.trim();
        if cell.is_empty() {
            return;
        }
        match mapping.role {
            Role::Ignored => {}
            Role::Date(form) => {
                take(
                    form.read_beside(cell, year_in(year))
                        .map(Value::Date)
                        .map_err(|expected| (cell, expected.to_owned())),
                );
            }
            Role::Number(decimal) => {
                let expected = match decimal {
                    Decimal::Point => "a number, such as 1,234.5",
                    Decimal::Comma => "a number, such as 1.234,5",
                    Decimal::Ambiguous => "a number that is clear once its decimal mark is chosen",
                };
                match read(cell, decimal) {
                    Some(number) => take(Ok(Value::Number(number))),
                    None if is_missing(cell) => {}
                    None => take(Err((cell, expected.to_owned()))),
                }
            }
            Role::MultiValue(separator) if is_country => {
                // A list that somebody has said what it means is one name.
                let is_one =
                    |text: &str| self.countries.contains_key(text) || countries.is_one(text);
                one_by_one(cell, separator, &is_one).into_iter().for_each(one);
            }
            Role::MultiValue(separator) => match is_fixed(cell, separator) {
                true => one(cell),
                false => parts_of(cell, separator).for_each(one),
            },
            Role::Category | Role::Text => one(cell),
            Role::Link => {
                let links = cell.split([' ', ';', '\n', '|']).map(str::trim);
                for link in links.filter(|link| !link.is_empty()) {
                    let link = if is_link(link) {
                        Ok(Value::Text(link))
                    } else {
                        Err((link, LINK.to_owned()))
                    };
                    take(link);
                }
            }
        }
    }

    /// The country that a name or code of a column means: what somebody chose for it, or what it is;
    /// `Ok(None)` if it says that there is none.
    ///
    /// # Errors
    /// What was expected in its place.
    pub fn country<'c>(
        &self,
        naming: Naming,
        name: &str,
        countries: &'c Countries,
    ) -> Result<Option<&'c Country>, &'static str> {
        let chosen = self
            .countries
            .get(name)
            .and_then(|code| countries.list().iter().find(|country| country.iso3 == *code));
        if chosen.is_some() { Ok(chosen) } else { naming.read(name, countries) }
    }
}

const LINK: &str = "an address that begins with https:// or http://";
