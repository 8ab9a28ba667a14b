//! Where the numbers of figures come from: the records, or a reader's own table.

use explorer_export::Origin;
use explorer_export::chart::Numbers;
use leptos::prelude::*;

/// A figure to embed.
#[derive(Debug, Clone, PartialEq)]
pub struct Embedding {
    /// Its id.
    pub id: String,
    /// How high it is in a column, in CSS pixels.
    pub height: f64,
}

/// What the files of a figure are, where neither its id nor its table say it well.
#[derive(Debug, Clone)]
pub struct FigureFile {
    /// What they are called.
    pub name: String,
    /// Hands on the numbers for a file, once they are there. Asked only when one is saved.
    pub numbers: Callback<Callback<Numbers>>,
}

/// What figures ask of the source of their numbers; in context.
#[derive(Clone, Copy)]
pub struct FigureSource {
    /// Whether the figure with an id is shown as a table.
    pub is_table: Callback<String, bool>,
    /// Shows the figure with an id as a table, or as a chart again.
    pub toggle_table: Callback<String>,
    /// What a file taken from the figure with an id says of itself. Asked where the figure is made: it may
    /// be about less than its page.
    pub origin: Callback<(), Callback<String, Origin>>,
    /// The code to embed a figure on another page, where that can be done.
    pub embed_code: Option<Callback<Embedding, String>>,
    /// Whether the figure is one in somebody's article, where it is no place to explore.
    pub in_article: bool,
}
