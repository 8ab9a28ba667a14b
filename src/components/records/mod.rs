//! What the records show: the source of the numbers behind charts and facets.

pub mod bars;
pub mod charts;
pub mod empty;
pub mod facet;
pub mod heading;
pub mod timeline;
