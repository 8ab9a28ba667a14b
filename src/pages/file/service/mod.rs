//! The service that reads and counts a table (`crates/table`), in a worker or on the page.

mod link;
mod script;
mod worker;

pub use link::{Gone, Link};
pub use script::{Module, start_workbook_worker};
