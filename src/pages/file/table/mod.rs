//! An open table: its numbers, facets, charts, rows, and what is wrong with it.

mod axis_chart;
mod beside;
mod chips;
mod column_bars;
mod column_facet;
mod compared_entry;
mod compared_parts;
mod controls;
mod country_field;
mod country_map;
mod everywhere;
mod file_table;
mod history;
mod open_table;
mod problem_notes;
mod problem_panel;
mod problem_row;
mod problems;
mod row;
mod rows;
mod search_field;
mod summary;
mod table_charts;
mod table_facets;
mod tips;
mod unmatched;
mod unmatched_panel;

pub use file_table::FileTable;
pub use open_table::OpenTable;
