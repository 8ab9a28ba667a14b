//! The service that reads and counts a table (`crates/table`), in a worker or on the page.

mod decoders;
mod link;
pub mod serve;
mod worker;

pub use link::{Gone, Link};
