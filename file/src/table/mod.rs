//! An open table: its numbers, facets, charts, rows, and what is wrong with it.

mod axis_chart;
mod beside;
mod chips;
mod column_bars;
mod column_facet;
mod controls;
mod country_map;
mod file_table;
mod history;
mod open_table;
mod problem_notes;
mod problems;
mod rows;
mod search_field;
mod summary;
mod table_charts;
mod table_facets;
mod tips;
mod unmatched;

pub use file_table::FileTable;
