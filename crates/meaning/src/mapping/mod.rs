//! What the columns of a table are taken for.

mod code_lists;
mod column;
mod date_form;
mod date_hint;
mod document;
mod marks;
mod meaning;
mod neighbours;
mod number_hint;
mod orders;
mod profile;
mod propose;
mod recalled;
mod separator;
mod value;
mod year_name;

pub use code_lists::CodeFit;
pub use column::{ColumnMapping, Mapping, Role};
pub use date_hint::DateHint;
pub use document::MappingError;
pub use meaning::Meaning;
pub use number_hint::NumberHint;
pub use profile::{ColumnProfile, Profile};
pub use recalled::{Contradiction, Recalled};
pub use value::Value;
