//! A facet: its values with counts under the other filters; include, only, exclude.

mod facet_list;
mod facet_row;
mod folded;
mod keys_hint;

pub use facet_list::FacetList;
pub use facet_row::{FacetChoice, FacetValue, ValueState};
pub use folded::use_folded;
pub use keys_hint::FacetKeysHint;
