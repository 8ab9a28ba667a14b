//! Tables in JSON: a list of objects, JSON Lines, or an object around a table, as our own export.

mod find;
mod flatten;
mod node;
mod parse;
mod reader;
mod split;
mod whole;
mod wrapped;
mod write;

pub use node::Node;
pub use parse::{JsonError, parse, parse_several};
pub use reader::{JsonKind, JsonReader};
pub(crate) use whole::{has_table, is_python};
pub(crate) use wrapped::unwrapped;
pub use write::quote;
