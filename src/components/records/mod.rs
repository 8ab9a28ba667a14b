//! What the records show: the source of the numbers behind charts and facets.

pub mod bars;
pub mod facet;
pub mod heading;
pub mod heat_map;
pub mod timeline;
