//! The engine at scale: crossfilter counts over a table of a million rows and more.
//!
//! A [`TableBuilder`] takes cells or whole arrays, a [`Table`] holds them as columns of small codes
//! sorted by date, and a [`Crossfilter`] keeps the counts of every dimension in step with the filters:
//!
//! ```
//! use explorer_engine::{Crossfilter, TableBuilder};
//!
//! let mut builder = TableBuilder::new();
//! let topic = builder.category("topic");
//! let date = builder.date("date");
//! for (cell, day) in [("cybercrime", 19_000), ("training", 19_010), ("training", 19_020)] {
//!     builder.push(topic, cell)?;
//!     builder.push_day(date, Some(day));
//! }
//! let mut view = Crossfilter::new(builder.finish()?);
//! view.toggle(topic, 1); // only training
//! assert_eq!(view.in_view(), 2);
//! assert_eq!(view.counts(topic), [1, 2, 0]); // a facet ignores its own filter; the last is “missing”
//! view.start_brush(date)?;
//! view.brush(0, 2); // the first two days: costs bins, not rows
//! assert_eq!(view.counts(topic), [1, 1, 0]);
//! # Ok::<(), explorer_engine::Error>(())
//! ```
//!
//! # Terms
//! A *dimension* is a column that can be filtered and is counted. Its *bins* are what it is counted
//! by: the values of a category, the ranges of a number, the distinct days of a date (and its distinct
//! spans of days, where dates are not known to the day); the last bin
//! is always that of the rows without a value. A *text* is no dimension: it is searched and shown, and has
//! no bins. A *facet* filter is a set of bins, of which a row has
//! to have one. Counts follow *crossfilter semantics*: those of a dimension are taken under all filters
//! but its own.
//!
//! # What an operation costs
//! With `n` rows:
//!
//! | operation | work |
//! |---|---|
//! | [`Crossfilter::brush`] | two numbers per bin of the other dimensions, however far it moves |
//! | [`Crossfilter::start_brush`] | one pass over the rows that pass the other filters |
//! | [`Crossfilter::toggle`] and other filters | a vectorized pass over one column and the filters' bits, then the rows that change, or those that remain, or those that do not, whichever are fewest |
//! | [`Crossfilter::sums`] | one pass over the rows in view |
//!
//! # Memory
//! For eight categories of 3 to 190 values and a date over three years: 8 bytes per row for their codes,
//! none for the date (rows are sorted by it), up to 8 for fused codes (see `fused.rs`), 4 for the way
//! back to the original order, an eighth per active filter, and the tiles of a brush, which are at
//! most 16. `tests/memory.rs` holds the sum to 40. [`Crossfilter::memory`] tells it.
//!
//! # Limits
//! Fewer than 2³² rows; one date column, at the granularity of a day (further dates go into number
//! columns); a column with several values per row can be filtered and counted, but not brushed.

mod binning;
mod bits;
mod brush;
mod builder;
mod codes;
mod column;
mod crossfilter;
mod dictionary;
mod error;
mod filter;
mod fused;
mod measure;
mod membership;
mod memory;
mod order;
mod search;
mod table;
mod tally;

pub use builder::{CodeArray, TableBuilder};
pub use crossfilter::Crossfilter;
pub use dictionary::Dictionary;
pub use error::Error;
pub use memory::Memory;
pub use table::{Kind, Table};
