//! From somebody's file to a table under filters: fills the engine with what the reader reads,
//! under a mapping. Knows nothing of the web.
//!
//! No input panics: every file is loaded, with its problems told by row and column, or refused by a
//! [`Failure`] in words for its owner. The pieces in which its text comes never change the outcome.
//!
//! ```
//! use std::rc::Rc;
//!
//! use explorer_loader::{Beginning, Failure, Loader};
//! use explorer_meaning::country::{Countries, Country};
//!
//! let laos = Country {
//!     iso3: "LAO".into(), iso2: "LA".into(), name_en: "Laos".into(), name_zh: "老挝".into(),
//! };
//! let countries = Rc::new(Countries::new(vec![laos]));
//! let file = "date,country,topics\n2024-09,Lao PDR,drugs; fraud\nsoon,Atlantis,drugs\n";
//!
//! let beginning = Beginning::of(file, true, &countries)?;
//! let mut loader = Loader::new(beginning.format, beginning.mapping, countries);
//! for piece in [&file[..30], &file[30..]] {
//!     loader.push(piece)?;
//! }
//! let mut loaded = loader.finish()?;
//! assert_eq!(loaded.rows(0, 10), [0, 1]);
//! let row = |row| [0, 1, 2].map(|column| loaded.cell(row, column));
//! assert_eq!(row(0), ["2024-09", "LAO", "drugs; fraud"]);
//! assert_eq!(row(1), ["", "", "drugs"]);
//! // A date and a country that nobody can read are told, and the rest of their row is loaded.
//! assert_eq!(loaded.problems.total(), 2);
//! assert_eq!(loaded.row_number(1), 3);
//! # Ok::<(), Failure>(())
//! ```

mod beginning;
mod column;
mod failure;
mod filling;
mod loaded;
mod loader;
mod memo;
mod precision;
mod row_numbers;
mod search;
mod side_by_side;

pub use beginning::{Beginning, FormatChoice};
pub use failure::Failure;
pub use loaded::{Loaded, LoadedColumn};
pub use loader::Loader;
pub use side_by_side::{SideBySide, side_by_side};
