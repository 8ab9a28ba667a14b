//! Reading a file slice by slice, so that the page stays responsive.

use explorer_loader::{Beginning, Loaded, Loader};
use explorer_meaning::country::Countries;
use explorer_reader::encoding::{self, Encoding};
use explorer_reader::{Refusal, limit};
use leptos::prelude::{Set, document, window};
use wasm_bindgen_futures::JsFuture;

use super::draft::Draft;
use super::read_choice::ReadChoice;
use super::source::{Decoder, Source};
use crate::store::{Attempt, FileStore};

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

/// How long a slice may keep the page from answering, in ms: some two frames.
const SLICE: f64 = 30.0;
/// The smallest and largest slices, in bytes.
const SIZES: (f64, f64) = (65_536.0, 4_194_304.0);

/// Judges a file by its beginning, as far as a reader has not chosen how it is read.
///
/// # Errors
/// Why it cannot be opened, in words.
pub async fn look(
    source: &Source,
    choice: ReadChoice,
    countries: &Countries,
) -> Result<(Encoding, Beginning), String> {
    let size = source.size();
    let refused = |refusal: Refusal| refusal.to_string();
    limit::fits(size as u64, 1, limit::ALLOWED).map_err(refused)?;
    let first = source.bytes(0.0, size.min(encoding::FIRST_BYTES as f64)).await?;
    let bytes = first.to_vec();
    let sniffed = encoding::sniff(&bytes).map_err(refused)?;
    let encoding = if let Some(chosen) = choice.encoding {
        chosen
    } else if sniffed.is_old() {
        encoding::guess(&bytes, sniffed, &mut |candidate, lines| {
            let mut text = String::new();
            let lines = js_sys::Uint8Array::from(lines);
            let mut decoder = Decoder::new(candidate).ok()?;
            let decoded = decoder.push(&lines, true, &mut |piece| {
                text.push_str(piece);
                Ok(())
            });
            decoded.ok().map(|()| text)
        })
    } else {
        sniffed
    };
    let (mut text, mut decoder, mut at) = (String::new(), Decoder::new(encoding)?, 0.0);
    let mut wanted = encoding::FIRST_BYTES;
    while at < size && text.len() < wanted {
        let to = (at + SIZES.1).min(size).min(at + wanted as f64);
        let bytes = source.bytes(at, to).await?;
        decoder.push(&bytes, to >= size, &mut |piece| {
            text.push_str(piece);
            Ok(())
        })?;
        at = to;
        wanted = Beginning::wanted(&text, at >= size).map_err(refused)?;
    }
    let beginning =
        Beginning::chosen(&text, at >= size, choice.format, countries).map_err(refused)?;
    // Now that the number of columns is known, so is what it would need.
    limit::fits(size as u64, beginning.header.len(), limit::ALLOWED).map_err(refused)?;
    Ok((encoding, beginning))
}

/// Loads a file, and reports how far it is; `None` if the attempt is over before.
///
/// # Errors
/// Why it cannot be loaded, in words.
pub async fn load(
    store: FileStore,
    draft: &Draft,
    attempt: Attempt,
) -> Result<Option<Loaded>, String> {
    let Draft { source, encoding, beginning, mapping, .. } = draft;
    let size = source.size();
    let mut loader = Loader::new(beginning.format, mapping.clone(), store.countries());
    let mut decoder = Decoder::new(*encoding)?;
    let (mut at, mut step) = (0.0, SIZES.0 * 4.0);
    let report = |loader: &Loader, read: f64| {
        store.progress.set(Progress {
            name: source.name.clone(),
            phase: if read >= size { Phase::Sorting } else { Phase::Reading },
            read,
            size,
            rows: loader.rows_so_far(),
            problems: loader.problems_so_far(),
        });
    };
    report(&loader, 0.0);
    while at < size {
        let to = (at + step).min(size);
        let bytes = source.bytes(at, to).await?;
        if store.is_over(attempt) {
            return Ok(None);
        }
        let began = now();
        decoder.push(&bytes, to >= size, &mut |piece| {
            loader.push(piece).map_err(|failure| failure.to_string())
        })?;
        let used = loader.memory() as u64;
        if used > limit::ALLOWED {
            let (file, allowed) = (size as u64, limit::ALLOWED);
            return Err(Refusal::TooLarge { file, needed: used, allowed }.to_string());
        }
        // A slice twice as long as it may be is followed by one half as large.
        let took = (now() - began).max(1.0);
        step = (step * (SLICE / took).clamp(0.5, 2.0)).clamp(SIZES.0, SIZES.1).floor();
        at = to;
        report(&loader, at);
        yield_to_browser().await;
        if store.is_over(attempt) {
            return Ok(None);
        }
    }
    loader.finish().map(Some).map_err(|failure| failure.to_string())
}

fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Lets the browser paint and hear clicks.
async fn yield_to_browser() {
    // Nobody sees it, there are no frames, and timers are held up. Reading a slice lets it do so, too.
    if document().hidden() {
        return;
    }
    let frame = js_sys::Promise::new(&mut |done, _| {
        _ = window().request_animation_frame(&done);
    });
    let timer = js_sys::Promise::new(&mut |done, _| {
        // The page may be hidden before the frame comes.
        _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, 100);
    });
    let either = js_sys::Array::of2(&frame, &timer);
    _ = JsFuture::from(js_sys::Promise::race(&either)).await;
}
