//! The pages other than the overview, as a chunk of the Wasm that is loaded once the first view stands, or
//! before it if the link asks for one of them.
//!
//! What only this chunk needs is left out of the first load: the Wasm is split where `src/main.rs` asks for
//! it, and `assets/other-pages.js` loads the part. Once it is there a page is made as a function is called, so
//! nothing else has to know of it.

use std::cell::{Cell, RefCell};
use std::pin::Pin;

use explorer_view::chart::Chart;
use explorer_view::state::Page;
use leptos::prelude::*;

use super::others;
use crate::life::within;
use crate::timing;

/// What the chunk offers.
#[derive(Debug, Clone, Copy)]
pub struct Chunk {
    page: fn(Page) -> AnyView,
    chart_alone: fn(Chart, &Page) -> Option<AnyView>,
}

impl Chunk {
    /// All of it. Whoever calls this has all pages in its own part of the Wasm.
    pub fn whole() -> Self {
        Self { page: others::page, chart_alone: others::chart_alone }
    }

    /// The page for a view.
    pub fn page(self, page: Page) -> AnyView {
        (self.page)(page)
    }

    /// A chart of a page without the rest of it; `None` if the page has no such chart.
    pub fn chart_alone(self, chart: Chart, page: &Page) -> Option<AnyView> {
        (self.chart_alone)(chart, page)
    }
}

/// What loads the chunk, or tells the browser's console why it could not.
pub type Loader = fn() -> Pin<Box<dyn Future<Output = Option<Chunk>>>>;

/// How far the chunk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Nobody has asked for it.
    Unasked,
    /// It is on its way.
    Coming,
    /// It is there.
    There,
    /// It could not be loaded; it can be asked for again.
    Failed,
}

/// What follows a change to a page that is not there yet.
type Waiting = (Page, Box<dyn FnOnce()>);

thread_local! {
    static LOADER: Cell<Option<Loader>> = const { Cell::new(None) };
    static CHUNK: Cell<Option<Chunk>> = const { Cell::new(None) };
    /// It outlives a start of the page, as the chunk does.
    static PROGRESS: ArcRwSignal<Progress> = ArcRwSignal::new(Progress::Unasked);
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
}

/// Notes what loads the chunk.
pub fn set_loader(loader: Loader) {
    LOADER.set(Some(loader));
}

/// Whether a page is in the chunk.
pub fn is_other(page: &Page) -> bool {
    *page != Page::Overview
}

/// The chunk, if it is there.
pub fn there() -> Option<Chunk> {
    CHUNK.get()
}

/// How far the chunk is; a signal.
pub fn progress() -> ArcRwSignal<Progress> {
    PROGRESS.with(ArcRwSignal::clone)
}

/// Loads the chunk, unless it is there or on its way.
pub async fn load() {
    if matches!(progress().get_untracked(), Progress::Coming | Progress::There) {
        return;
    }
    reach(Progress::Coming, "coming");
    let chunk = match LOADER.get() {
        Some(load) => load().await,
        None => None,
    };
    match chunk {
        Some(chunk) => {
            CHUNK.set(Some(chunk));
            reach(Progress::There, "there");
            WAITING.take().into_iter().for_each(|(_, then)| then());
        }
        None => reach(Progress::Failed, "missing"),
    }
}

fn reach(now: Progress, word: &str) {
    timing::mark_pages(word);
    progress().set(now);
}

/// Runs `then` once a page that has just been opened can be there: at once, unless it is in the chunk and
/// that is on its way. It is dropped if the reader has gone to another page by then.
pub fn when_there(page: &Page, then: impl FnOnce() + 'static) {
    let waits = is_other(page) && there().is_none();
    WAITING.with_borrow_mut(|waiting| waiting.retain(|(of, _)| waits && of == page));
    match waits {
        true => WAITING.with_borrow_mut(|waiting| {
            waiting.push((page.clone(), Box::new(within(then))));
        }),
        false => then(),
    }
}

/// Whether the reader waits for a page.
pub fn is_awaited() -> bool {
    WAITING.with_borrow(|waiting| !waiting.is_empty())
}
