//! Which country a cell means.

mod codes;
mod fold;
mod matcher;
mod missing;
mod naming;
mod places;
mod unmatched;
mod variants;

pub use codes::CodeList;
pub(crate) use codes::is_code_like;
pub use fold::{fold, fold_for_search};
pub use matcher::{Countries, Country};
pub use missing::is_missing;
pub use naming::Naming;
pub use unmatched::Unmatched;
