//! What the engine promises, computed by plain loops over rows.

use explorer_engine::{Crossfilter, Error, TableBuilder};

/// The columns of every table here.
pub const SMALL: usize = 0;
pub const LARGE: usize = 1;
pub const MANY: usize = 2;
pub const NUMBER: usize = 3;
pub const DATE: usize = 4;
pub const COLUMNS: usize = 5;

/// A row as it is put in.
#[derive(Debug, Clone)]
pub struct Row {
    pub small: Option<u16>,
    pub large: Option<u16>,
    pub many: Vec<u16>,
    pub number: Option<i16>,
    pub day: Option<i32>,
}

/// A filter as the naive engine keeps it.
#[derive(Debug, Clone, Default)]
pub enum Filter {
    #[default]
    Open,
    Bins(Vec<usize>),
    /// Included, excluded.
    Chosen(Vec<usize>, Vec<usize>),
    Numbers(f64, f64),
}

/// Rows, the bins of each, and filters.
#[derive(Debug)]
pub struct Naive {
    rows: Vec<Row>,
    bins: Vec<[Vec<usize>; COLUMNS]>,
    pub filters: [Filter; COLUMNS],
    pub query: String,
}

pub fn text(value: u16) -> String {
    format!("{} Value {value}", ["Ünder", "over", "beside", "WITHIN"][usize::from(value) % 4])
}

pub fn build(rows: &[Row]) -> Result<Crossfilter, Error> {
    let mut builder = TableBuilder::new();
    let (small, large) = (builder.category("small"), builder.category("large"));
    let many = builder.categories("many");
    let (number, date) = (builder.number("number"), builder.date("date"));
    for row in rows {
        for (column, value) in [(small, row.small), (large, row.large)] {
            match value {
                Some(value) => builder.push(column, &text(value))?,
                None => builder.push_missing(column),
            }
        }
        let values: Vec<String> = row.many.iter().map(|&value| text(value)).collect();
        builder.push_values(many, values.iter().map(String::as_str))?;
        builder.push_number(number, row.number.map_or(f64::NAN, f64::from));
        builder.push_day(date, row.day);
    }
    builder.finish().map(Crossfilter::new)
}

impl Naive {
    /// The same rows as `view` has. Which bin a value has is the table's own matter, and so are the edges of
    /// the numbers' bins; that the bins hold the right values is checked in `bins_hold_their_values`.
    pub fn new(rows: Vec<Row>, view: &Crossfilter) -> Self {
        let table = view.table();
        let mut bins = vec![Default::default(); rows.len()];
        for at in 0..table.len() {
            bins[table.original(at)] = std::array::from_fn(|column| table.bins_of(column, at));
        }
        Self { rows, bins, filters: Default::default(), query: String::new() }
    }

    fn texts(row: &Row) -> Vec<String> {
        let values = row.small.iter().chain(&row.large).chain(&row.many);
        values.map(|&value| text(value).to_lowercase()).collect()
    }

    fn passes(&self, at: usize, left_out: usize) -> bool {
        let words = self.query.to_lowercase();
        let texts = Self::texts(&self.rows[at]);
        words.split_whitespace().all(|word| texts.iter().any(|text| text.contains(word)))
            && (0..COLUMNS).filter(|&column| column != left_out).all(|column| {
                match &self.filters[column] {
                    Filter::Open => true,
                    Filter::Bins(wanted) => {
                        self.bins[at][column].iter().any(|bin| wanted.contains(bin))
                    }
                    Filter::Chosen(wanted, excluded) => {
                        let bins = &self.bins[at][column];
                        !bins.iter().any(|bin| excluded.contains(bin))
                            && (wanted.is_empty() || bins.iter().any(|bin| wanted.contains(bin)))
                    }
                    Filter::Numbers(low, high) => self.rows[at]
                        .number
                        .is_some_and(|value| (*low..=*high).contains(&f64::from(value))),
                }
            })
    }

    pub fn in_view(&self) -> Vec<u32> {
        (0..self.rows.len()).filter(|&at| self.passes(at, COLUMNS)).map(|at| at as u32).collect()
    }

    pub fn counts(&self, column: usize, bins: usize) -> Vec<u32> {
        let mut counts = vec![0; bins];
        for at in (0..self.rows.len()).filter(|&at| self.passes(at, column)) {
            self.bins[at][column].iter().for_each(|&bin| counts[bin] += 1);
        }
        counts
    }

    /// Sum of the number, and rows that have it, per bin.
    pub fn sums(&self, column: usize, bins: usize) -> Vec<(f64, u32)> {
        let mut sums = vec![(0.0, 0); bins];
        for at in (0..self.rows.len()).filter(|&at| self.passes(at, column)) {
            if let Some(number) = self.rows[at].number {
                for &bin in &self.bins[at][column] {
                    sums[bin].0 += f64::from(number);
                    sums[bin].1 += 1;
                }
            }
        }
        sums
    }
}
