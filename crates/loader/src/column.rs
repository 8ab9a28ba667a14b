//! One column of the file on its way into the engine.

use explorer_engine::{Error, TableBuilder};
use explorer_meaning::country::{Countries, Unmatched};
use explorer_meaning::looks::tidy;
use explorer_meaning::mapping::{ColumnMapping, Mapping, Meaning, Role, Value};
use explorer_reader::date::{Century, DateForm};
use explorer_reader::{Problem, Problems};

use crate::memo::{Meant, Memo};
use crate::originals::{Kept, Originals};
use crate::precision::{Precision, Precisions};

/// What stands between the addresses of a cell, none of which has it in it.
pub const BETWEEN: &str = "; ";

/// How the cells of a column are filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// As they stand in the cell, without blanks around.
    Plain,
    /// As the date that the rows are sorted by.
    Date,
    /// As a further date: the engine has numbers of days.
    Days,
    /// As numbers.
    Number,
    /// As the one country of the cell.
    Country,
    /// As the several values of the cell.
    Values,
    /// As one text of the addresses in the cell.
    Links,
}

/// A column of the file that is loaded.
#[derive(Debug)]
pub struct Column {
    /// Its position in the file.
    pub source: usize,
    /// Its position in the engine.
    pub dimension: usize,
    /// How exactly its dates are known, where they are further ones: of the date that rows are sorted by
    /// the engine knows it.
    pub precisions: Precisions,
    way: Way,
    is_text: bool,
    is_country: bool,
    memo: Memo,
    /// The position in the file of the column that has the year of these dates.
    pub year_column: Option<usize>,
    /// A cell with that year behind it, while it is looked up.
    beside: String,
}

/// What all columns share while a row is filled in.
#[derive(Debug)]
pub struct Shared<'s> {
    /// The mapping by which cells are read.
    pub mapping: &'s Mapping,
    /// The countries that can be meant.
    pub countries: &'s Countries,
    /// The table.
    pub builder: &'s mut TableBuilder,
    /// Where problems go.
    pub problems: &'s mut Problems,
    /// Where names go that are no countries.
    pub unmatched: &'s mut Unmatched,
    /// Where cells go that are not shown as they stand.
    pub originals: &'s mut Originals,
    /// The row's position among the loaded ones.
    pub row: usize,
    /// Its number in the file.
    pub number: u64,
}

impl Column {
    /// Adds the column to the table; `None` if it is not loaded. `is_sorting` says that it has the
    /// date that rows are sorted by.
    pub fn new(
        source: usize,
        mapped: &ColumnMapping,
        is_sorting: bool,
        builder: &mut TableBuilder,
    ) -> Option<Self> {
        let name = &mapped.name;
        let is_country = matches!(mapped.meaning, Some(Meaning::Country | Meaning::Venue));
        let one = if is_country { Way::Country } else { Way::Plain };
        let (way, dimension) = match mapped.role {
            Role::Ignored => return None,
            Role::Date(_) if is_sorting => (Way::Date, builder.date(name)),
            Role::Date(_) => (Way::Days, builder.number(name)),
            Role::Number(_) => (Way::Number, builder.number(name)),
            Role::MultiValue(_) => (Way::Values, builder.categories(name)),
            Role::Category => (one, builder.category(name)),
            Role::Text => (one, builder.text(name)),
            Role::Link => (Way::Links, builder.text(name)),
        };
        let year_column = match mapped.role {
            Role::Date(DateForm { century: Century::Beside(column), .. }) => Some(column.into()),
            _ => None,
        };
        let (precisions, memo, beside) = Default::default();
        let is_text = way == Way::Plain && mapped.role == Role::Text;
        Some(Self {
            source,
            dimension,
            precisions,
            way,
            is_text,
            is_country,
            memo,
            year_column,
            beside,
        })
    }

    /// Fills in one cell of a row; `year` is its cell in [`Self::year_column`].
    ///
    /// # Errors
    /// If the engine cannot hold it.
    pub fn fill(&mut self, cell: &str, year: &str, shared: &mut Shared<'_>) -> Result<(), Error> {
        // Values that look the same are one. A text that is only shown stays as it stands.
        if !cell.is_ascii() && !self.is_text {
            return self.fill_tidy(&tidy(cell), year, shared);
        }
        self.fill_tidy(cell, year, shared)
    }

    fn fill_tidy(&mut self, cell: &str, year: &str, shared: &mut Shared<'_>) -> Result<(), Error> {
        match self.way {
            Way::Plain => match trimmed(cell) {
                "" => shared.builder.push_missing(self.dimension),
                cell => shared.builder.push(self.dimension, cell)?,
            },
            Way::Number => self.fill_number(cell, shared),
            _ => self.fill_remembered(cell, year, shared)?,
        }
        Ok(())
    }

    fn fill_number(&self, cell: &str, shared: &mut Shared<'_>) {
        let mut number = f64::NAN;
        let Shared {
            mapping, countries, builder, problems, originals, row: at, number: row, ..
        } = shared;
        mapping.values(self.source, cell, countries, &mut |value| match value {
            Ok(Value::Number(value)) => number = value,
            Ok(_) => {}
            Err((value, expected)) => {
                problems.push_with(|| problem(*row, mapping, self.source, value, &expected));
            }
        });
        builder.push_number(self.dimension, number);
        let cell = cell.trim();
        // A marker of a missing number is none either, but says more than a blank. A unit is not in the
        // number.
        if !cell.is_empty() && (!number.is_finite() || has_unit(cell)) {
            let kept = originals.add(cell);
            originals.keep(*at, self.source, kept);
        }
    }

    fn fill_remembered(
        &mut self,
        cell: &str,
        year: &str,
        shared: &mut Shared<'_>,
    ) -> Result<(), Error> {
        let Self { source, dimension, way, is_country, .. } = *self;
        let Shared { mapping, countries, builder, problems, unmatched, originals, row, number } =
            shared;
        // The same cell means another date beside another year.
        let key = if self.year_column.is_some() {
            self.beside.clear();
            self.beside.extend([cell, "\u{1f}", year]);
            &self.beside
        } else {
            cell
        };
        let (meant, kept, wrong) = self.memo.find(key, |reading| {
            let mut meant = Meant::Nothing;
            let mut failed = None;
            let (mut links, mut names) = (String::new(), Vec::new());
            mapping.values_beside(source, cell, year, countries, &mut |value| {
                let text = match value {
                    Ok(Value::Date(date)) => {
                        meant = Meant::Date(date.first_day(), date.last_day());
                        return;
                    }
                    Ok(Value::Country(country)) => {
                        names.push(country.name_en.as_str());
                        country.iso3.as_str()
                    }
                    Ok(Value::Text(text)) => text,
                    Ok(Value::Number(_)) => return,
                    Err((value, expected)) => {
                        let is_country = matches!(way, Way::Country | Way::Values);
                        return reading.add_wrong(value, expected, is_country);
                    }
                };
                if way == Way::Links {
                    links.push_str(if links.is_empty() { "" } else { BETWEEN });
                    links.push_str(text);
                    return;
                }
                match builder.code(dimension, text) {
                    Ok(code) if way == Way::Values => reading.add(code),
                    Ok(code) => meant = Meant::Code(code),
                    Err(error) => failed = Some(error),
                }
            });
            if let Some(error) = failed {
                return Err(error);
            }
            if !links.is_empty() {
                meant = Meant::Code(builder.code(dimension, &links)?);
            }
            let cell = cell.trim();
            reading.kept = match meant {
                _ if cell.is_empty() => Kept::Not,
                Meant::Code(code) if way == Way::Country => originals.add_value(source, code, cell),
                Meant::Nothing if way != Way::Values => originals.add(cell),
                _ if reading.has_wrong() => originals.add(cell),
                _ if is_country && !mapping.are_written(source, cell, &names) => {
                    originals.add(cell)
                }
                _ => Kept::Not,
            };
            Ok((way != Way::Values).then_some(meant))
        })?;
        for wrong in wrong {
            problems.push_with(|| problem(*number, mapping, source, &wrong.value, &wrong.expected));
            if wrong.is_country {
                unmatched.add(&wrong.value);
            }
        }
        originals.keep(*row, source, kept);
        match meant {
            Meant::Date(first, last) if way == Way::Days => {
                builder.push_number(dimension, first.into());
                self.precisions.push(*row, Precision::between(first, last));
            }
            Meant::Date(first, last) => builder.push_span(dimension, first, last),
            Meant::Code(code) => builder.push_code(dimension, code),
            Meant::Codes(from, to) => builder.push_codes(dimension, self.memo.codes(from, to)),
            Meant::Nothing => builder.push_missing(dimension),
        }
        Ok(())
    }

    /// Bytes on the heap beside the engine's.
    pub fn bytes(&self) -> usize {
        self.precisions.bytes() + self.memo.bytes()
    }
}

/// A cell without blanks around it; most have none, which two bytes tell.
fn trimmed(cell: &str) -> &str {
    let has_none = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = cell.as_bytes();
    if has_none(bytes.first()) && has_none(bytes.last()) { cell } else { cell.trim() }
}

/// Whether a number has something beside it that says what it is of: `$7`, `12 %`, `3 km`, `(5)`, `4[2]`.
fn has_unit(cell: &str) -> bool {
    let is_unit = |c: char| match c {
        'e' | 'E' => false,
        '$' | '%' | '(' | '[' | '\u{a2}'..='\u{a5}' | '\u{2030}' => true,
        '\u{20a0}'..='\u{20cf}' | '\u{ff04}' | '\u{ffe0}'..='\u{ffe6}' => true,
        c => c.is_alphabetic(),
    };
    cell.contains(is_unit)
}

fn problem(row: u64, mapping: &Mapping, source: usize, value: &str, expected: &str) -> Problem {
    let name = mapping.columns.get(source).map(|column| column.name.as_str());
    Problem::new(row, name, value, expected)
}
