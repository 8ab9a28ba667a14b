//! Hands a file to the service that reads it, piece by piece.

use explorer_table::about::About;
use explorer_table::looking::Looked;
use explorer_table::read_choice::ReadChoice;
use explorer_table::{Answer, Question, Reply, Request};
use leptos::prelude::{Set, document, window};
use wasm_bindgen_futures::JsFuture;

use super::draft::Draft;
use super::source::Source;
use crate::pages::file::service::{Gone, Link};
use crate::pages::file::store::{Attempt, FileStore};

/// What is being done with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// Its first rows are looked at.
    #[default]
    Looking,
    /// It is a workbook, of which a sheet is read.
    Unpacking,
    /// Its rows are read.
    Reading,
    /// All is read, and the rows are being sorted.
    Sorting,
}

/// How far a file has been read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Progress {
    /// Its name.
    pub name: String,
    /// What is being done.
    pub phase: Phase,
    /// Bytes read.
    pub read: f64,
    /// All of its bytes.
    pub size: f64,
    /// Rows so far.
    pub rows: u64,
    /// Problems so far.
    pub problems: u64,
}

/// A table that was loaded.
pub struct Loaded {
    /// What does not change about it.
    pub about: About,
    /// The first questions of its view, with their answers.
    pub answers: Vec<(Question, Answer)>,
}

/// How long a piece may take, in ms: some two frames, for which the page cannot answer where it reads by
/// itself, and after which progress is told in any case.
const SLICE: f64 = 30.0;
/// The smallest and largest pieces, in bytes.
const SIZES: (f64, f64) = (65_536.0, 4_194_304.0);

/// Judges a file by its beginning, as far as a reader has not chosen how it is read.
///
/// # Errors
/// Why it cannot be opened, in words.
pub async fn look(link: &Link, source: &Source, choice: ReadChoice) -> Result<Looked, String> {
    let (size, mut at) = (source.size(), 0.0);
    let mut reply = link.ask(Request::Look(size as u64, choice), None).await;
    loop {
        match reply.map_err(Gone::words)? {
            Reply::Further(bytes) => {
                let to = (at + bytes as f64).min(size);
                let bytes = source.bytes(at, to).await?;
                at = to;
                reply = link.ask(Request::Push, Some(bytes)).await;
            }
            Reply::Looked(looked) => return Ok(*looked),
            _ => return Err(Gone::unknown().words()),
        }
    }
}

/// Loads a file, and reports how far it is; `None` if the attempt is over before.
///
/// # Errors
/// Why it cannot be loaded, in words.
pub async fn load(
    store: FileStore,
    link: &Link,
    draft: &Draft,
    attempt: Attempt,
) -> Result<Option<Loaded>, String> {
    let Draft { source, encoding, beginning, mapping, .. } = draft;
    let size = source.size();
    let (format, mapping) = (beginning.format, mapping.clone());
    let load = Request::Load { size: size as u64, encoding: *encoding, format, mapping };
    link.ask(load, None).await.map_err(Gone::words)?;
    let report = |read: f64, (rows, problems): (u64, u64)| {
        let phase = if read >= size { Phase::Sorting } else { Phase::Reading };
        let name = source.name.clone();
        store.progress.set(Progress { name, phase, read, size, rows, problems });
    };
    report(0.0, (0, 0));
    let (mut at, mut step) = (0.0, SIZES.0 * 4.0);
    while at < size {
        let to = (at + step).min(size);
        let bytes = source.bytes(at, to).await?;
        if store.is_over(attempt) {
            return Ok(None);
        }
        let began = now();
        let reply = link.ask(Request::Push, Some(bytes)).await.map_err(Gone::words)?;
        let Reply::Progress(rows, problems) = reply else {
            return Err(Gone::unknown().words());
        };
        // A piece that took twice as long as it may is followed by one half as large.
        let took = (now() - began).max(1.0);
        step = (step * (SLICE / took).clamp(0.5, 2.0)).clamp(SIZES.0, SIZES.1).floor();
        at = to;
        report(at, (rows, problems));
        if link.is_here() {
            yield_to_browser().await;
        }
        if store.is_over(attempt) {
            return Ok(None);
        }
    }
    match link.ask(Request::Finish, None).await.map_err(Gone::words)? {
        Reply::Opened(about, answers) => Ok(Some(Loaded { about: *about, answers })),
        _ => Err(Gone::unknown().words()),
    }
}

fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Lets the browser paint and hear clicks.
async fn yield_to_browser() {
    // Nobody sees it, there are no frames, and timers are held up. Reading a piece lets it do so, too.
    if document().hidden() {
        return;
    }
    let painted = js_sys::Promise::new(&mut |done, _| {
        _ = window().request_animation_frame(&done);
        // The page may be hidden before the frame comes.
        _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, 100);
    });
    _ = JsFuture::from(painted).await;
}
