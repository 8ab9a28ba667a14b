//! The records and the world, parsed once and kept as long as the page lives.

use std::fmt;
use std::sync::OnceLock;

use explorer_dataset::around::Around;
use explorer_dataset::release::Release;
use explorer_dataset::{Dataset, Sources};
use explorer_embedded::{CONTENT_HASH, EMBEDDED, FormerVersion, MAP, embedded};
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
    /// Identity of the dataset's content.
    pub hash: &'static str,
}

static AROUND: OnceLock<Vec<Around>> = OnceLock::new();
static RECORDS: OnceLock<Records> = OnceLock::new();

/// The texts of a former version, where that is shown.
static FORMER: OnceLock<Release> = OnceLock::new();

/// Why the records cannot be read: the copy of the page is damaged.
#[derive(Debug, Clone)]
pub struct Damage(String);

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Damage {}

/// What is read before columns are made of it.
pub struct Read {
    dataset: Dataset,
    world: World,
    /// The version, if it is not the newest.
    former: Option<&'static FormerVersion>,
}

/// Parses what the page embeds.
///
/// # Errors
/// In words for the reader, if the copy of the page is damaged.
pub fn read() -> Result<Read, Damage> {
    let dataset = embedded().map_err(|error| Damage(error.to_string()))?;
    Ok(Read { dataset, world: world()?, former: None })
}

fn world() -> Result<World, Damage> {
    World::unpack(MAP).map_err(|error| Damage(error.to_string()))
}

/// Parses a former version.
///
/// # Errors
/// In words for the reader, if the text is not that version.
pub fn read_former(former: &'static FormerVersion, text: &str) -> Result<Read, Damage> {
    let damage = |error: explorer_dataset::ParseError| Damage(error.to_string());
    let release = Release::read(text).map_err(damage)?;
    let dataset = release.dataset().map_err(damage)?;
    if release.content_hash() != former.hash {
        return Err(Damage("its file has other content than was released".to_owned()));
    }
    let world = world()?;
    // There is one start, and so nothing there before.
    _ = FORMER.set(release);
    Ok(Read { dataset, world, former: Some(former) })
}

/// What happened around the meetings, parsed when it is first asked for; nothing in a copy of the page that
/// is damaged there.
pub fn around() -> &'static [Around] {
    AROUND.get_or_init(|| explorer_embedded::around().unwrap_or_default())
}

/// Makes columns of what was parsed, and keeps it as long as the page lives; at the first call.
pub fn keep(Read { dataset, world, former }: Read) -> &'static Records {
    RECORDS.get_or_init(|| {
        let (explorer, hash) = match former {
            None => (Explorer::new(dataset), CONTENT_HASH),
            Some(former) => (Explorer::of_former(dataset), former.hash),
        };
        let places = Places::new(&explorer, world);
        Records { explorer, places, hash }
    })
}

/// The texts of the version that is shown.
pub fn texts() -> Sources<'static> {
    FORMER.get().map_or(EMBEDDED, Release::sources)
}
