//! Dates as people write them.

mod calendar;
mod chinese;
mod month;
mod order;
mod written;

pub use calendar::{Day, PartialDate};
pub use order::{DateForm, Evidence, Order, serial};
pub use written::{Written, written};
