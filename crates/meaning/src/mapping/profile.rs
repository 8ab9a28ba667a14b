//! What the first rows of a table say about its columns.

use std::collections::BTreeMap;

use explorer_reader::cells::Cells;
use explorer_reader::date::{
    Count, Evidence, Order, Pairs, PartialDate, Written, YearAt, day_of_year, epoch, month_number,
    serial, written,
};
use explorer_reader::number::{
    Decimal, DecimalEvidence, Forms, is_missing, read, read_with_either,
};
use serde::{Deserialize, Serialize};

use super::meaning::speaks_of_countries;
use super::neighbours::{Neighbours, year_in};
use super::year_name::{names_month, names_year_of_row};
use crate::country::{self, CodeList, Countries, Naming, is_code_like};
use crate::looks::tidy;

/// What is in one column, as far as it was looked at. Numbers are of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnProfile {
    /// The column's name.
    pub name: String,
    /// Cells with something in them.
    pub filled: u64,
    /// Cells with nothing but blanks.
    pub empty: u64,
    /// Different values, with how many cells have each; of [`Profile::DISTINCT`] at most.
    pub values: BTreeMap<String, u64>,
    /// Cells with values beyond those.
    pub beyond: u64,
    /// The first different values, for a preview.
    pub examples: Vec<String>,
    /// Characters of all values.
    pub characters: u64,
    /// Dates, without those that are but a number.
    pub dates: u64,
    /// Numbers that can be years, months or days without marks: 2024, 202409, 20240906.
    pub plain_dates: u64,
    /// Numbers that can be days as spreadsheets count them.
    pub serials: u64,
    /// Numbers that can be seconds since 1970.
    pub seconds: u64,
    /// Numbers that can be milliseconds since 1970.
    pub milliseconds: u64,
    /// Numbers that are months of the year in [`Self::years_beside`].
    pub months: u64,
    /// Years with the number of a day behind: 2024-250, if there is nothing else.
    pub days_of_year: u64,
    /// Dates of all these kinds that are known to the day, without numbers that count.
    pub days: u64,
    /// Dates that are but a year, or a fiscal year.
    pub years: u64,
    /// What the dates say about their order, their centuries and fiscal years.
    pub order: Evidence,
    /// The position of the column that has the years of which these dates have two digits.
    pub years_beside: Option<u16>,
    /// Numbers, with either mark.
    pub numbers: u64,
    /// What the numbers say about their mark.
    pub decimal: DecimalEvidence,
    /// Whether they were numbers to the program that has written them, and no texts.
    pub of_program: bool,
    /// What speaks against reading them as numbers.
    pub forms: Forms,
    /// Markers of missing values, such as NA and `..`.
    pub missing: u64,
    /// Addresses on the web.
    pub links: u64,
    /// Names of countries and, if that is how its cells name them, codes.
    pub countries: u64,
    /// Cells that say that there is no country.
    pub no_country: u64,
    /// How its cells, or their several values, name countries, if they do.
    pub naming: Naming,
}

/// What the first rows of a table say about each column.
#[derive(Debug, Clone)]
pub struct Profile {
    columns: Vec<ColumnProfile>,
    rows: u64,
    bytes: usize,
    neighbours: Neighbours,
}

impl Profile {
    /// How many rows are looked at.
    pub const ROWS: u64 = 5_000;
    /// How many bytes of cells are looked at, if rows are long.
    pub const BYTES: usize = 32 << 20;
    /// How many different values are kept per column.
    pub const DISTINCT: usize = 2_000;
    /// How many examples are kept per column.
    pub const EXAMPLES: usize = 5;
    /// Values are kept up to that many bytes; longer ones are text in any case.
    const LONGEST: usize = 400;

    /// A profile of no rows.
    pub fn new(header: &[String]) -> Self {
        let column = |name: &String| ColumnProfile { name: name.clone(), ..Default::default() };
        Self {
            columns: header.iter().map(column).collect(),
            rows: 0,
            bytes: 0,
            neighbours: Neighbours::default(),
        }
    }

    /// Takes a row into account, if it is among the first [`Self::ROWS`] and
    /// [`Self::BYTES`]. Whether more are wanted.
    pub fn add(&mut self, cells: Cells<'_>) -> bool {
        if self.rows >= Self::ROWS || self.bytes >= Self::BYTES {
            return false;
        }
        self.bytes = self.bytes.saturating_add(cells.iter().map(str::len).sum());
        self.rows += 1;
        self.neighbours.add(cells);
        for (column, cell) in self.columns.iter_mut().zip(cells.iter()) {
            let cell = &*tidy(cell);
            if cell.is_empty() {
                column.empty += 1;
                continue;
            }
            column.filled += 1;
            column.characters += cell.chars().count() as u64;
            if let Some(count) = column.values.get_mut(cell) {
                *count += 1;
            } else if column.values.len() < Self::DISTINCT && cell.len() <= Self::LONGEST {
                column.values.insert(cell.to_owned(), 1);
                if column.examples.len() < Self::EXAMPLES {
                    column.examples.push(cell.to_owned());
                }
            } else {
                column.beyond += 1;
            }
        }
        true
    }

    /// The rows that were looked at.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The columns, with every value judged.
    pub fn finish(mut self, countries: &Countries) -> Vec<ColumnProfile> {
        let named = self.year_column();
        for at in self.neighbours.columns() {
            let Some(column) = self.columns.get_mut(at) else { continue };
            if let Some(beside) = self.neighbours.of(at) {
                column.years_beside = Some(beside.column);
                beside.year_at.into_iter().for_each(|year_at| column.order.set_year_at(year_at));
            } else if let Some(year) = named
                && self.neighbours.has_missing(at, year.into())
            {
                column.years_beside = Some(year);
                column.order.set_year_at(YearAt::Last);
            }
        }
        for column in &mut self.columns {
            column.judge_months(named);
            let values = std::mem::take(&mut column.values);
            // Whether 2008-09 is a date depends on all of them. Each value is evidence, but what counts
            // is whether there is any.
            values.keys().for_each(|value| column.order.add(value));
            let (order, pairs) = (column.order.order(), column.order.pairs());
            for (value, count) in &values {
                column.judge(value, *count, order, pairs);
            }
            column.forms = Forms::of(values.keys().map(String::as_str));
            column.values = values;
            column.judge_days_of_year();
            column.judge_countries(countries);
        }
        self.columns
    }

    /// The position of the column that its name and its cells say to be the year of the row, if there is
    /// but one.
    fn year_column(&self) -> Option<u16> {
        let is_year = |value: &String| year_in(value).is_some() || is_missing(value);
        let mut years = self.columns.iter().enumerate().filter(|(_, column)| {
            let has_years = !column.values.is_empty() && column.values.keys().all(is_year);
            has_years && names_year_of_row(&column.name)
        });
        let (only, _) = years.next().filter(|_| years.next().is_none())?;
        u16::try_from(only).ok()
    }
}

impl ColumnProfile {
    fn judge(&mut self, value: &str, count: u64, order: Order, pairs: Pairs) {
        // 2024.0 is how programs write a year among missing ones.
        let plain = value.bytes().all(|byte| byte.is_ascii_digit()) || year_in(value).is_some();
        let date = written(value).filter(|date| match date {
            Written::Pair { month, fiscal } => match pairs {
                Pairs::Months | Pairs::Ambiguous => month.is_some(),
                Pairs::FiscalYears => fiscal.is_some(),
            },
            // Without its year it is no date.
            Written::Open(open) => open.has_year(order) || self.years_beside.is_some(),
            Written::Sure(_) => true,
        });
        let is_year = match date {
            Some(Written::Sure(date)) => PartialDate::from_year(date.year()) == Some(date),
            Some(Written::Pair { .. }) => pairs == Pairs::FiscalYears,
            Some(Written::Open(open)) => open.is_year(),
            None => false,
        };
        self.years += if is_year { count } else { 0 };
        self.days += if date.is_some_and(Written::has_day) { count } else { 0 };
        match date {
            Some(_) if plain => self.plain_dates += count,
            // A fraction such as 12.2024 can be a month, too.
            Some(Written::Sure(date))
                if date.day().is_none() && read(value, Decimal::Point).is_some() => {}
            Some(_) => self.dates += count,
            None => {}
        }
        for (cells, unit) in
            [(&mut self.seconds, Count::Seconds), (&mut self.milliseconds, Count::Milliseconds)]
        {
            *cells += if epoch(value, unit).is_some() { count } else { 0 };
        }
        self.serials += if serial(value).is_some() { count } else { 0 };
        self.decimal.add(value);
        self.numbers += if read_with_either(value).is_some() { count } else { 0 };
        self.missing += if is_missing(value) { count } else { 0 };
        self.links += if is_link(value) { count } else { 0 };
    }

    /// Numbers up to twelve are months if the column is named so and the year stands beside it.
    fn judge_months(&mut self, year: Option<u16>) {
        let is_month = |value: &str| month_number(value).is_some() || is_missing(value);
        if year.is_some() && names_month(&self.name) && self.values.keys().all(|v| is_month(v)) {
            self.years_beside = year;
            self.months = self.cells(|value| month_number(value).is_some());
        }
    }

    fn judge_days_of_year(&mut self) {
        let is_day = |value: &str| day_of_year(value).is_some();
        if self.values.keys().all(|value| is_day(value) || is_missing(value)) {
            self.days_of_year = self.cells(is_day);
        }
    }

    fn judge_countries(&mut self, countries: &Countries) {
        let (name, is_hinted) = speaks_of_countries(&self.name);
        let naming =
            Naming::of(self.values.keys().map(String::as_str), &name, is_hinted, countries);
        let is_country = |value: &str| match naming {
            // Words and codes without a hint are not taken for countries.
            Naming::Names if is_code_like(value) && !is_hinted && value.len() < 3 => false,
            naming => matches!(naming.read(value, countries), Ok(Some(_))),
        };
        self.countries = self.cells(is_country);
        self.no_country = self
            .cells(|value| country::is_missing(value) && naming != Naming::Codes(CodeList::Iso2));
        self.naming = naming;
    }

    fn cells(&self, is: impl Fn(&str) -> bool) -> u64 {
        self.values.iter().filter(|(value, _)| is(value)).map(|(_, count)| count).sum()
    }

    /// Whether at least `percent` of the filled cells that were judged are of a kind.
    pub(super) fn mostly(&self, of_a_kind: u64, percent: u64) -> bool {
        let judged = self.filled.saturating_sub(self.beyond);
        judged > 0 && of_a_kind.saturating_mul(100) >= judged.saturating_mul(percent)
    }

    /// Whether four fifths of the cells are numbers, and one word stands in all others: nothing shows better that
    /// it says that there is no number. Each of them is told.
    pub(super) fn has_numbers_and_a_word(&self) -> bool {
        let is_other = |value: &&String| !is_missing(value) && read_with_either(value).is_none();
        let mut others = self.values.keys().filter(is_other);
        // #DIV/0! is an error of a spreadsheet.
        let is_word = |word: &String| word.starts_with('#') || !word.chars().any(char::is_numeric);
        self.has_numbers(80) && others.next().is_some_and(is_word) && others.next().is_none()
    }

    /// Whether at least `percent` of the cells are numbers, of those that say that they have a value.
    pub(super) fn has_numbers(&self, percent: u64) -> bool {
        let missing = self.missing.saturating_add(self.beyond);
        let judged = self.filled.saturating_sub(missing);
        self.numbers > 0 && self.numbers.saturating_mul(100) >= judged.saturating_mul(percent)
    }
}

pub(super) fn is_link(text: &str) -> bool {
    let web = |begin: &str| {
        text.get(..begin.len()).is_some_and(|start| start.eq_ignore_ascii_case(begin))
    };
    web("http://") || web("https://")
}
