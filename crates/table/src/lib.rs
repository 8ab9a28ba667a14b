//! A reader's own table as its view asks of it: a file is looked at and loaded piece by piece, then
//! filtered, counted, searched and taken away, one message at a time. Knows nothing of the web.
//!
//! The view sends a [`Request`] and gets a [`Reply`]; both are plain values that can be sent to a worker
//! ([`message`]). [`TableService`] answers them, wherever it runs. A step of a reader is one request: the
//! filters as they are now, and the [`Question`]s of all that is shown.
//!
//! No request panics: what does not fit is answered by words.

pub mod about;
pub mod amount;
pub mod answered;
pub mod axis;
pub mod axis_counts;
pub mod bars;
pub mod charts;
pub mod column_kind;
pub mod column_role;
pub mod compared;
pub mod country_counts;
pub mod date_question;
pub mod decode;
pub mod desk;
pub mod embedded;
pub mod facet;
pub mod filter_words;
pub mod header_choice;
pub mod known;
mod loading;
pub mod looking;
pub mod measure;
pub mod message;
mod open_table;
pub mod page;
pub mod period;
pub mod question;
pub mod ranked;
pub mod read_choice;
pub mod record_rows;
pub mod row_view;
pub mod rows_page;
mod service;
pub mod summary;
pub mod table_filters;
pub mod taken;

pub use question::{Answer, Question};
pub use service::{Export, Reply, Request, TableService};
