//! What the records show: the source of the numbers behind charts and facets.

pub mod around_list;
pub mod bars;
pub mod charts;
pub mod count_cell;
pub mod empty;
pub mod facet;
pub mod field_changes;
pub mod figures;
pub mod folded_sources;
pub mod forum_sessions;
pub mod forum_share;
pub mod heading;
pub mod heat_map;
pub mod latest;
pub mod links;
pub mod map;
pub mod map_tip;
pub mod official_link;
pub mod report_error;
pub mod select_item;
pub mod side_link;
pub mod source_link;
pub mod source_list;
mod split_map;
mod split_timeline;
pub mod timeline;
pub mod whose_tables;
