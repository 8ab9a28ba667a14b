//! Dates as people write them.

mod calendar;
mod century;
mod chinese;
mod form;
mod month;
mod order;
mod pair;
mod part_of_year;
mod reading;
mod written;

pub use calendar::{Day, PartialDate};
pub use century::{Century, PRESENT, ShortYears};
pub use form::{Count, DateForm, day_of_year, epoch, month_number, serial};
pub use order::{Evidence, Order, YearAt};
pub use pair::Pairs;
pub use reading::{Open, Reading};
pub use written::{Written, written};
