//! What several pages use: a component per file, its style sheet beside it. They are given numbers and
//! know no dataset, except for those in `records/`, which are the records as a source of numbers.

pub mod brush;
pub mod brushed_columns;
pub mod column_steps;
pub mod copy_button;
pub mod facet;
pub mod figure;
pub mod in_turn;
pub mod item_chart;
pub mod keyed;
pub mod keyed_items;
pub mod keyed_rows;
pub mod length;
pub mod map_chart;
pub mod ranked_bars;
pub mod records;
pub mod row_keys_hint;
pub mod show;
pub mod show_more;
pub mod sparkline;
pub mod standing;
pub mod switch;
pub mod table_scroll;
pub mod titled_section;
pub mod tooltip;
