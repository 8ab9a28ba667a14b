//! The embedded records and the world, parsed once and kept as long as the page lives.

use std::sync::OnceLock;

use explorer_embedded::{MAP, embedded};
use explorer_explore::Explorer;
use explorer_geometry::World;
use explorer_view::places::Places;

/// What the page is about.
#[derive(Debug)]
pub struct Records {
    /// The records and their columns.
    pub explorer: Explorer,
    /// The world, and which of its areas is which country.
    pub places: Places,
}

static RECORDS: OnceLock<Records> = OnceLock::new();

/// Parses what the page embeds, at the first call.
///
/// # Errors
/// In words for the reader, if the copy of the page is damaged.
pub fn records() -> Result<&'static Records, String> {
    if let Some(records) = RECORDS.get() {
        return Ok(records);
    }
    let dataset = embedded().map_err(|error| error.to_string())?;
    let world = World::unpack(MAP).map_err(|error| error.to_string())?;
    let explorer = Explorer::new(dataset);
    let places = Places::new(&explorer, world);
    Ok(RECORDS.get_or_init(|| Records { explorer, places }))
}
