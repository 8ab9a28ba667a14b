//! Where the numbers of figures come from: the records, or a reader's own table.

use explorer_export::Origin;
use leptos::prelude::*;

/// What figures ask of the source of their numbers; in context.
#[derive(Clone, Copy)]
pub struct FigureSource {
    /// Whether the figure with an id is shown as a table.
    pub is_table: Callback<String, bool>,
    /// Shows the figure with an id as a table, or as a chart again.
    pub toggle_table: Callback<String>,
    /// What a file taken from a figure says of itself.
    pub origin: Callback<(), Origin>,
    /// The code to embed the figure with an id on another page, where that can be done.
    pub embed_code: Option<Callback<String, String>>,
}
