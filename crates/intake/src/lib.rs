//! Somebody's rows become records, so that every view of the explorer can show them.
//!
//! [`Row`]s come from a table whose columns are settled, or from a file that the explorer has written
//! itself ([`own_file`]). [`intake`] finds the words of the codebook that their cells mean, groups them
//! into events, and says of each row that it cannot use why not. What can be read in two ways is a
//! [`Choices`] of the reader's, and has a count for each way.

pub mod choices;
mod draft;
mod finding;
mod grouping;
pub mod overview;
pub mod own_file;
mod records;
mod row;
mod spellings;
mod tables;
pub mod template;
mod title;
mod unmatched;
pub mod vocabulary;

pub use choices::{Assigned, Choices, Grouping};
pub use overview::{Overview, UnmatchedWord};
pub use records::{Intake, intake};
pub use row::{Cell, Row};
pub use tables::{Known, TableTexts, Tables};
pub use vocabulary::Vocabulary;
