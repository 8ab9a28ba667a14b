//! Tables in JSON: a list of objects, JSON Lines, or an object around a table, as our own export.

mod flatten;
mod node;
mod parse;
mod reader;
mod split;
mod whole;
mod write;

pub(crate) use node::Node;
pub(crate) use parse::parse;
pub use reader::{JsonKind, JsonReader};
pub(crate) use write::quote;
