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
pub(crate) use parse::is_python;
pub use parse::{JsonError, parse, parse_several};
pub use reader::{JsonKind, JsonReader};
pub use split::{NOTHING_BEHIND, list_items};
pub(crate) use whole::has_table;
pub(crate) use wrapped::unwrapped;
pub use write::quote;
