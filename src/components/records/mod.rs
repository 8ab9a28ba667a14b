//! What the records show: the source of the numbers behind charts and facets.

pub mod bars;
pub mod facet;
pub mod heading;
pub mod map;
pub mod map_tip;
pub mod source_link;
pub mod timeline;
