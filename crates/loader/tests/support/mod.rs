//! Loads texts as the page does.
#![allow(dead_code)] // Not every test needs all of it.

#[path = "../../../reader/tests/support/pieces.rs"]
mod pieces;

use std::rc::Rc;

use explorer_loader::{Beginning, Failure, Loaded, Loader};
use explorer_meaning::country::Countries;
use explorer_meaning::mapping::{ColumnMapping, Mapping, Meaning, Role};
use explorer_reader::csv::Dialect;
use explorer_reader::date::{DateForm, Order};
use explorer_reader::header::fingerprint;
use explorer_reader::number::Decimal;
use explorer_reader::{Format, format};
pub use pieces::pieces;

/// The countries of the records.
pub fn countries() -> Rc<Countries> {
    Rc::new(Countries::from_json(include_str!("../../../../data/countries.json")).unwrap())
}

/// Dates whose month comes first.
pub const DATE: Role = Role::Date(DateForm::of(Order::MonthFirst));

/// Numbers like 1,234.5.
pub const NUMBER: Role = Role::Number(Decimal::Point);

/// A mapping by hand.
pub fn mapping(columns: &[(&str, Role, Option<Meaning>)]) -> Mapping {
    let header: Vec<String> = columns.iter().map(|(name, ..)| (*name).to_owned()).collect();
    let column = |&(name, role, meaning): &(&str, _, _)| ColumnMapping {
        name: name.into(),
        role,
        meaning,
        naming: Default::default(),
    };
    Mapping {
        header: fingerprint(&header),
        columns: columns.iter().map(column).collect(),
        ..Mapping::none()
    }
}

/// CSV with commas.
pub fn csv() -> Format {
    Format::Delimited(Dialect::default())
}

/// Loads a text in pieces of that size.
pub fn load(text: &str, size: usize, mapping: &Mapping) -> Result<Loaded, Failure> {
    let format = format::sniff(text, true)?;
    let mut loader = Loader::new(format, mapping.clone(), countries());
    pieces(text, size).into_iter().try_for_each(|piece| loader.push(piece))?;
    loader.finish()
}

/// Loads a text with what its beginning seems to be.
pub fn load_as_proposed(text: &str) -> Result<Loaded, Failure> {
    let countries = countries();
    let beginning = Beginning::of(text, true, &countries)?;
    let mut loader = Loader::new(beginning.format, beginning.mapping, countries);
    loader.push(text)?;
    loader.finish()
}

/// All cells of a column, by date.
pub fn column(loaded: &mut Loaded, column: usize) -> Vec<String> {
    loaded.rows(0, usize::MAX).into_iter().map(|row| loaded.cell(row, column)).collect()
}
