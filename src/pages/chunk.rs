//! The pages other than the overview, in chunks of the Wasm that are loaded once the first view stands, or
//! before it if the link asks for one of them: the view of a reader's own file is one, all others are another.
//!
//! What only a chunk needs is left out of the first load: the Wasm is split where `src/main.rs` asks for
//! it, and `assets/other-pages.js` loads the parts. Once a chunk is there a page is made as a function is called,
//! so nothing else has to know of it.

use std::cell::{Cell, RefCell};
use std::pin::Pin;

use explorer_view::chart::Chart;
use explorer_view::state::Page;
use leptos::prelude::*;

use super::file::FilePage;
use super::others;
use crate::app::share::SharePanel;
use crate::components::records::charts::record_chart;
use crate::life::within;
use crate::start::begin_page;
use crate::timing;

/// A part of the Wasm that is loaded after the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All pages but the overview and the view of a reader's own file.
    Pages,
    /// The view of a reader's own file.
    OwnFile,
}

impl Part {
    /// The part that a page is in; `None` if it is in the first.
    pub fn of(page: &Page) -> Option<Self> {
        match page {
            Page::Overview => None,
            Page::File => Some(Self::OwnFile),
            _ => Some(Self::Pages),
        }
    }

    /// What scripts and tests call it.
    fn word(self) -> &'static str {
        match self {
            Self::Pages => "pages",
            Self::OwnFile => "own-file",
        }
    }
}

/// What a chunk offers.
#[derive(Debug, Clone, Copy)]
pub struct Chunk {
    page: fn(Page) -> AnyView,
    chart_alone: fn(Chart, &Page) -> Option<AnyView>,
    share_panel: Option<fn(Callback<()>) -> AnyView>,
}

impl Chunk {
    /// That of [`Part::Pages`]. Whoever calls this has all of these pages in its own part of the Wasm.
    pub fn of_pages() -> Self {
        Self {
            page: others::page,
            chart_alone: others::chart_alone,
            share_panel: Some(|close| view! { <SharePanel close /> }.into_any()),
        }
    }

    /// That of [`Part::OwnFile`], in the same way.
    pub fn of_own_file() -> Self {
        Self {
            page: |_| view! { <FilePage /> }.into_any(),
            chart_alone: |chart, _| record_chart(chart),
            share_panel: None,
        }
    }

    /// The page for a view.
    pub fn page(self, page: Page) -> AnyView {
        begin_page();
        (self.page)(page)
    }

    /// A chart of a page without the rest of it; `None` if the page has no such chart.
    pub fn chart_alone(self, chart: Chart, page: &Page) -> Option<AnyView> {
        (self.chart_alone)(chart, page)
    }

    /// What is unfolded to share a view; `None` if the chunk does not have it.
    pub fn share_panel(self, close: Callback<()>) -> Option<AnyView> {
        self.share_panel.map(|make| make(close))
    }
}

/// What loads a chunk, or tells the browser's console why it could not.
pub type Loader = fn() -> Pin<Box<dyn Future<Output = Option<Chunk>>>>;

/// What loads each of them.
#[derive(Debug, Clone, Copy)]
pub struct Loaders {
    /// That of [`Part::Pages`].
    pub pages: Loader,
    /// That of [`Part::OwnFile`].
    pub own_file: Loader,
}

/// How far a chunk is.
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

/// A chunk, as far as it is.
struct State {
    loader: Cell<Option<Loader>>,
    chunk: Cell<Option<Chunk>>,
    /// It outlives a start of the page, as the chunk does.
    progress: ArcRwSignal<Progress>,
}

impl State {
    fn new() -> Self {
        let progress = ArcRwSignal::new(Progress::Unasked);
        Self { loader: Cell::new(None), chunk: Cell::new(None), progress }
    }
}

/// What follows a change to a page that is not there yet.
type Waiting = (Page, Box<dyn FnOnce()>);

thread_local! {
    /// In the order of [`Part`].
    static STATES: [State; 2] = [State::new(), State::new()];
    /// All for the same page: the one that was opened last.
    static WAITING: RefCell<Vec<Waiting>> = const { RefCell::new(Vec::new()) };
}

fn with<T>(part: Part, read: impl FnOnce(&State) -> T) -> T {
    STATES.with(|[pages, own_file]| match part {
        Part::Pages => read(pages),
        Part::OwnFile => read(own_file),
    })
}

/// Notes what loads the chunks.
pub fn set_loaders(loaders: Loaders) {
    with(Part::Pages, |state| state.loader.set(Some(loaders.pages)));
    with(Part::OwnFile, |state| state.loader.set(Some(loaders.own_file)));
}

/// A chunk, if it is there.
pub fn there(part: Part) -> Option<Chunk> {
    with(part, |state| state.chunk.get())
}

/// How far a chunk is; a signal.
pub fn progress(part: Part) -> ArcRwSignal<Progress> {
    with(part, |state| state.progress.clone())
}

/// Loads a chunk, unless it is there or on its way.
pub async fn load(part: Part) {
    if matches!(progress(part).get_untracked(), Progress::Coming | Progress::There) {
        return;
    }
    reach(part, Progress::Coming, "coming");
    let chunk = match with(part, |state| state.loader.get()) {
        Some(load) => load().await,
        None => None,
    };
    if chunk.is_none() {
        return reach(part, Progress::Failed, "missing");
    }
    with(part, |state| state.chunk.set(chunk));
    reach(part, Progress::There, "there");
    let awaited = WAITING.with_borrow(|waiting| waiting.first().and_then(|(of, _)| Part::of(of)));
    if awaited == Some(part) {
        WAITING.take().into_iter().for_each(|(_, then)| then());
    }
}

fn reach(part: Part, now: Progress, word: &str) {
    timing::mark_part(part.word(), word);
    progress(part).set(now);
}

/// Runs `then` once a page that has just been opened can be there: at once, unless it is in a chunk that is
/// on its way. It is dropped if the reader has gone to another page by then.
pub fn when_there(page: &Page, then: impl FnOnce() + 'static) {
    let waits = Part::of(page).is_some_and(|part| there(part).is_none());
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
