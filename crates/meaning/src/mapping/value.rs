//! What a cell means under a mapping.

use explorer_reader::date::PartialDate;
use explorer_reader::number::{Decimal, is_missing, read};

use super::column::{Mapping, Role};
use super::meaning::Meaning;
use super::profile::is_link;
use super::separator::parts_of;
use crate::country::{Countries, Country};

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
        let Some(mapping) = self.columns.get(column) else { return };
        let is_country = matches!(mapping.meaning, Some(Meaning::Country | Meaning::Venue));
        let mut one = |value: &'v str| {
            if is_country {
                let country = self.country(value, countries).map(Value::Country);
                return take(country.ok_or_else(|| (value, COUNTRY.to_owned())));
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
                    form.read(cell)
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
            Role::MultiValue(separator) => parts_of(cell, separator).for_each(one),
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

    fn country<'c>(&self, name: &str, countries: &'c Countries) -> Option<&'c Country> {
        match self.countries.get(name) {
            Some(code) => countries.list().iter().find(|country| country.iso3 == *code),
            None => countries.find(name),
        }
    }
}

const COUNTRY: &str = "a country, by its name in English or Chinese or its ISO code";
const LINK: &str = "an address that begins with https:// or http://";
