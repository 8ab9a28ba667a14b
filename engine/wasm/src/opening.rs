//! From the text of somebody's file to a table that is ready for filters: its format is found, its
//! first rows say what the columns are, and all rows are filled in.

use explorer_engine::{Crossfilter, TableBuilder};
use explorer_reader::country::Countries;
use explorer_reader::mapping::{Mapping, Profile, Role, Value};
use explorer_reader::{Cells, Problem, Refusal, Sink, TableReader, format};
use wasm_bindgen::prelude::*;

/// How many bytes are read at a time, which is quickest.
const PIECE: usize = 1 << 20;

/// Reads a text in CSV, TSV or JSON, with what its columns seem to be, and returns how many rows it has.
///
/// # Errors
/// If it is no table, or too large for the engine.
#[wasm_bindgen]
pub fn csv_parse(text: &str) -> Result<usize, JsError> {
    let countries = Countries::from_json("[]").map_err(|words| JsError::new(&words))?;
    let mapping = first_rows(text, &countries).map_err(refusal)?;
    let mut filling = Filling::new(&mapping, &countries);
    read(text, &mut filling, &mut |_| true).map_err(refusal)?;
    let Filling { builder, rows, error, .. } = filling;
    let table = match error {
        None => builder.finish(),
        Some(error) => Err(error),
    };
    let view = Crossfilter::new(table.map_err(super::sentence)?);
    debug_assert_eq!(view.in_view() as usize, rows);
    Ok(rows)
}

fn refusal(refusal: Refusal) -> JsError {
    JsError::new(&refusal.to_string())
}

/// Reads a text in pieces for as long as `goes_on` says so of the sink.
fn read<S: Sink>(
    text: &str,
    sink: &mut S,
    goes_on: &mut dyn FnMut(&S) -> bool,
) -> Result<(), Refusal> {
    let mut reader = TableReader::new(format::sniff(text, true)?);
    let mut rest = text;
    while !rest.is_empty() {
        let mut end = rest.len().min(PIECE);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let (piece, left) = rest.split_at(end);
        reader.push(piece, sink)?;
        if !goes_on(sink) {
            return Ok(());
        }
        rest = left;
    }
    reader.finish(sink)?;
    Ok(())
}

/// What the first rows say of the columns.
fn first_rows(text: &str, countries: &Countries) -> Result<Mapping, Refusal> {
    let mut sample = Sample { profile: Profile::new(&[]), wants_more: true };
    read(text, &mut sample, &mut |sample| sample.wants_more)?;
    Ok(Mapping::propose(&sample.profile.finish(countries), countries))
}

/// The first rows of a table.
struct Sample {
    profile: Profile,
    wants_more: bool,
}

impl Sink for Sample {
    fn header(&mut self, names: &[String]) {
        self.profile = Profile::new(names);
    }

    fn row(&mut self, _: u64, cells: Cells<'_>) {
        self.wants_more = self.wants_more && self.profile.add(cells);
    }

    fn bad_row(&mut self, _: u64, _: Cells<'_>, _: Vec<Problem>) {}

    fn problem(&mut self, _: Problem) {}
}

/// A table that is being filled row by row.
struct Filling<'m> {
    builder: TableBuilder,
    mapping: &'m Mapping,
    countries: &'m Countries,
    /// The engine's column of each of the file's; none for what is not loaded.
    columns: Vec<Option<Column>>,
    rows: usize,
    error: Option<explorer_engine::Error>,
}

/// A column of the engine, and how it is filled.
#[derive(Clone, Copy)]
enum Column {
    /// Taken as it stands in the cell.
    Category(usize),
    /// As the mapping reads it.
    Date(usize),
    Number(usize),
    Values(usize),
}

impl<'m> Filling<'m> {
    fn new(mapping: &'m Mapping, countries: &'m Countries) -> Self {
        let (builder, columns) = (TableBuilder::new(), Vec::new());
        Self { builder, mapping, countries, columns, rows: 0, error: None }
    }

    /// Fills one cell in.
    fn fill(&mut self, at: usize, column: Column, cell: &str) {
        let Self { builder, mapping, countries, .. } = self;
        let filled = match column {
            Column::Category(column) => match cell.trim() {
                "" => {
                    builder.push_missing(column);
                    Ok(())
                }
                cell => builder.push(column, cell),
            },
            Column::Date(column) => {
                let mut day = None;
                mapping.values(at, cell, countries, &mut |value| {
                    if let Ok(Value::Date(date)) = value {
                        day = Some(date.first_day());
                    }
                });
                builder.push_day(column, day);
                Ok(())
            }
            Column::Number(column) => {
                let mut number = f64::NAN;
                mapping.values(at, cell, countries, &mut |value| match value {
                    Ok(Value::Number(value)) => number = value,
                    // A date beside the one that the rows are sorted by.
                    Ok(Value::Date(date)) => number = f64::from(date.first_day()),
                    _ => {}
                });
                builder.push_number(column, number);
                Ok(())
            }
            Column::Values(column) => {
                let mut values = Vec::new();
                mapping.values(at, cell, countries, &mut |value| {
                    if let Ok(Value::Text(text)) = value {
                        values.push(text);
                    }
                });
                builder.push_values(column, values)
            }
        };
        self.error = self.error.take().or(filled.err());
    }
}

impl Sink for Filling<'_> {
    fn header(&mut self, _: &[String]) {
        let mut is_dated = false;
        for mapped in &self.mapping.columns {
            let (name, builder) = (&mapped.name, &mut self.builder);
            self.columns.push(match mapped.role {
                Role::Ignored => None,
                Role::Date(_) if !is_dated => {
                    is_dated = true;
                    Some(Column::Date(builder.date(name)))
                }
                Role::Date(_) | Role::Number(_) => Some(Column::Number(builder.number(name))),
                Role::MultiValue(_) => Some(Column::Values(builder.categories(name))),
                Role::Category | Role::Text | Role::Link => {
                    Some(Column::Category(builder.category(name)))
                }
            });
        }
    }

    fn row(&mut self, _: u64, cells: Cells<'_>) {
        for (at, cell) in cells.iter().enumerate() {
            if let Some(column) = self.columns.get(at).copied().flatten() {
                self.fill(at, column, cell);
            }
        }
        self.rows += 1;
    }

    fn bad_row(&mut self, _: u64, _: Cells<'_>, _: Vec<Problem>) {}

    fn problem(&mut self, _: Problem) {}
}
