//! A facet: its values with counts under the other filters; include, only, exclude.

mod facet_list;
mod facet_row;

pub use facet_list::FacetList;
pub use facet_row::{FacetChoice, FacetValue, ValueState};
