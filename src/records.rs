//! The records and the world, parsed once and kept as long as the page lives.

use std::cell::Cell;
use std::fmt;
use std::sync::OnceLock;

use explorer_dataset::around::Around;
use explorer_dataset::hash::text_hash;
use explorer_dataset::own::OwnRecords;
use explorer_dataset::release::Release;
use explorer_dataset::{Dataset, Sources};
use explorer_embedded::{CONTENT_HASH, EMBEDDED, FormerVersion, MAP, embedded};
use explorer_explore::Explorer;
use explorer_geometry::World;
use explorer_view::own_file::OwnFile;
use explorer_view::places::Places;

use crate::start::next_task;
use crate::timing;

/// What the page is about.
#[derive(Debug)]
pub struct Records {
    /// The records and their columns.
    pub explorer: Explorer,
    /// The world, and which of its areas is which country.
    pub places: Places,
    /// Identity of the dataset's content.
    pub hash: String,
    /// What a reader's own file has no column for, in the words of a saved mapping.
    pub lacks: Vec<String>,
    /// The text that they were read from, if they are a reader's own.
    pub own_text: Option<String>,
}

static AROUND: OnceLock<Vec<Around>> = OnceLock::new();
static RECORDS: OnceLock<Records> = OnceLock::new();

/// The texts of a former version, where that is shown.
static FORMER: OnceLock<Release> = OnceLock::new();

thread_local! {
    /// The records of a reader's own file, once there are such.
    static OWN: Cell<Option<&'static Records>> = const { Cell::new(None) };
}

/// Why the records cannot be read: the copy of the page is damaged.
#[derive(Debug, Clone)]
pub struct Damage(String);

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Damage {}

fn damage(error: impl fmt::Display) -> Damage {
    Damage(error.to_string())
}

/// What is read before columns are made of it.
pub struct Read {
    dataset: Dataset,
    /// The version, if it is not the newest.
    former: Option<&'static FormerVersion>,
}

/// Parses what the page embeds.
///
/// # Errors
/// In words for the reader, if the copy of the page is damaged.
pub fn read() -> Result<Read, Damage> {
    Ok(Read { dataset: parsed(|| embedded().map_err(damage))?, former: None })
}

/// A dataset that is parsed, and how long it took.
fn parsed(parse: impl FnOnce() -> Result<Dataset, Damage>) -> Result<Dataset, Damage> {
    let began = timing::now();
    let dataset = parse();
    timing::measure("explorer:parse", began);
    dataset
}

fn world() -> Result<World, Damage> {
    World::unpack(MAP).map_err(damage)
}

/// Parses a former version.
///
/// # Errors
/// In words for the reader, if the text is not that version.
pub fn read_former(former: &'static FormerVersion, text: &str) -> Result<Read, Damage> {
    let release = Release::read(text).map_err(damage)?;
    let dataset = parsed(|| release.dataset().map_err(damage))?;
    if release.content_hash() != former.hash {
        return Err(Damage("its file has other content than was released".to_owned()));
    }
    // There is one start, and so nothing there before.
    _ = FORMER.set(release);
    Ok(Read { dataset, former: Some(former) })
}

/// What happened around the meetings, parsed when it is first asked for; nothing in a copy of the page that
/// is damaged there.
pub fn around() -> &'static [Around] {
    AROUND.get_or_init(|| explorer_embedded::around().unwrap_or_default())
}

/// Makes columns of what was parsed, and keeps it as long as the page lives; at the first call. The world is
/// unpacked in a task of its own.
///
/// # Errors
/// In words for the reader, if the copy of the page is damaged.
pub async fn keep(Read { dataset, former }: Read) -> Result<&'static Records, Damage> {
    let world = world()?;
    next_task().await;
    Ok(RECORDS.get_or_init(|| {
        let (explorer, hash) = match former {
            None => (Explorer::new(dataset), CONTENT_HASH),
            Some(former) => (Explorer::of_former(dataset), former.hash),
        };
        let places = Places::new(&explorer, world);
        Records { explorer, places, hash: hash.to_owned(), lacks: Vec::new(), own_text: None }
    }))
}

/// The records that the page started with, of the open dataset.
pub fn of_start() -> Option<&'static Records> {
    RECORDS.get()
}

/// The records of a reader's own file, if there are such.
pub fn own() -> Option<&'static Records> {
    OWN.get()
}

/// Makes records of what the view of a reader's own file hands over. What views show is referred to
/// everywhere and as long as the page lives: a reader who takes a file ten times has ten in memory.
///
/// # Errors
/// In words for the reader, if the text is none of such records.
pub fn take_own(text: String) -> Result<&'static Records, Damage> {
    let own = OwnRecords::parse(&text).map_err(damage)?;
    let hash = text_hash(&text);
    let file = OwnFile { hash: hash.clone(), name: own.name.clone() };
    let lacks = own.lacks.clone();
    let dataset = own.within(embedded().map_err(damage)?);
    let explorer = Explorer::of_own(dataset, file.value());
    // It may have ten thousands of them, and the reader waits already.
    explorer.table().index_texts();
    let places = Places::new(&explorer, world()?);
    let own_text = Some(text);
    let records: &Records =
        Box::leak(Box::new(Records { explorer, places, hash, lacks, own_text }));
    OWN.set(Some(records));
    Ok(records)
}

/// Forgets the records of a reader's own file.
pub fn forget_own() {
    OWN.set(None);
}

/// The texts of the version of the open dataset that the page started with.
pub fn texts() -> Sources<'static> {
    FORMER.get().map_or(EMBEDDED, Release::sources)
}
