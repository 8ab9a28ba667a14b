//! Dates as people write them.

mod calendar;
mod chinese;
mod month;
mod order;
mod written;

pub use calendar::{Day, PartialDate};
pub(crate) use order::serial;
pub use order::{DateForm, Evidence, Order};
pub use written::{Written, written};
