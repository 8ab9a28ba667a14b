//! What the page carries and hands over, so that this module need not carry it, too.

use explorer_table::known::Known;
use js_sys::Function;

/// The countries and events are those that the page embeds.
#[derive(Debug)]
pub struct Carried {
    /// Where the script is that reads workbooks in a worker. The page as one file has none.
    pub workbooks: Option<String>,
    /// The packed map.
    pub map: Vec<u8>,
    /// The countries of the records, in JSON.
    pub countries: String,
    /// The events of the records, in JSON.
    pub events: String,
    /// What records are made with.
    pub known: Known,
    /// Shows records, in JSON, in all views.
    pub show_own: Function,
}
