//! Which country a cell means.

mod fold;
mod matcher;
mod unmatched;
mod variants;

pub use fold::fold;
pub use matcher::{Countries, Country};
pub use unmatched::Unmatched;
