//! The embedded records and the world, parsed once and kept as long as the page lives.

use std::fmt;
use std::sync::OnceLock;

use explorer_dataset::Dataset;
use explorer_dataset::around::Around;
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

static AROUND: OnceLock<Vec<Around>> = OnceLock::new();
static RECORDS: OnceLock<Records> = OnceLock::new();

/// Why the records cannot be read: the copy of the page is damaged.
#[derive(Debug, Clone)]
pub struct Damage(String);

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Damage {}

/// Parses what the page embeds.
///
/// # Errors
/// In words for the reader, if the copy of the page is damaged.
pub fn read() -> Result<(Dataset, World), Damage> {
    let dataset = embedded().map_err(|error| Damage(error.to_string()))?;
    let world = World::unpack(MAP).map_err(|error| Damage(error.to_string()))?;
    Ok((dataset, world))
}

/// What happened around the meetings, parsed when it is first asked for; nothing in a copy of the page that
/// is damaged there.
pub fn around() -> &'static [Around] {
    AROUND.get_or_init(|| explorer_embedded::around().unwrap_or_default())
}

/// Makes columns of what was parsed, and keeps it as long as the page lives; at the first call.
pub fn keep((dataset, world): (Dataset, World)) -> &'static Records {
    RECORDS.get_or_init(|| {
        let explorer = Explorer::new(dataset);
        let places = Places::new(&explorer, world);
        Records { explorer, places }
    })
}
