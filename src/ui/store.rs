//! The one source of truth: the view state and what follows from it.

use std::cell::Cell;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use super::effect::effect;
use super::screen::Screen;
use super::signal::{Derived, Signal};
use super::theme::Theme;
use super::{embed, history, media, timing};
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_explore::outcome::Outcome;
use explorer_view::notice::Notice;
use explorer_view::places::Places;
use explorer_view::state::{Page, ViewState};

/// How a change of the view enters the browser's history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A deliberate step: back undoes it.
    Push,
    /// Part of a step that is going on, such as a drag or typing.
    Replace,
}

/// Everything that components share. It is small, as every closure of the page has a copy of it.
#[derive(Clone, Copy)]
pub struct Store {
    shared: &'static Shared,
    /// What the page, or the figure ([`Store::within`]), is about whatever the reader filters.
    pub base: Derived<Filters>,
    /// What is in view: the filters within the base.
    pub scope: Derived<Filters>,
    /// What the filters leave.
    pub outcome: Derived<Arc<Outcome>>,
}

/// What is the same for all figures. It lives as long as the page does.
pub struct Shared {
    /// The dataset and its columns.
    pub explorer: &'static Explorer,
    /// The world.
    pub places: &'static Places,
    /// The state of the view. Changed only through [`Store::change`] and by the address.
    pub state: Signal<ViewState>,
    /// The open page.
    pub page: Derived<Page>,
    /// The filters of the reader.
    pub filters: Derived<Filters>,
    /// What the filters leave, a frame later, for the two hundred counts of the facets: the charts
    /// that a reader is looking at while brushing come first.
    pub settled: Signal<Arc<Outcome>>,
    /// What could not be applied of the link.
    pub notices: Signal<Vec<Notice>>,
    /// What it is drawn on.
    pub screen: Screen,
    /// Whether the window is as narrow as a phone's.
    pub narrow: Signal<bool>,
    /// Height of the window in CSS pixels.
    pub height: Signal<f64>,
    /// Whether the filter sheet is open on a narrow window.
    pub sheet: Signal<bool>,
    /// Whether it is a chart alone in a frame on somebody else's page.
    pub embedded: bool,
}

impl Deref for Store {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.shared
    }
}

impl Deref for Shared {
    type Target = Screen;

    fn deref(&self) -> &Screen {
        &self.screen
    }
}

impl Store {
    /// Reads the view from the address.
    pub fn new(explorer: &'static Explorer, places: &'static Places) -> Self {
        let (state, notices) = history::read(explorer);
        let state = Signal::new(state);
        let page = Derived::new(move || state.with(|state| state.page.clone()));
        let filters = Derived::new(move || state.with(|state| state.filters.clone()));
        let base = Derived::new(move || page.with(Page::base));
        let scope = Derived::new(move || state.with(ViewState::scope));
        let measure = Derived::new(move || state.with(|state| state.measure));
        let outcome = Derived::new(move || {
            Arc::new(scope.with(|filters| explorer.explore(filters, measure.get())))
        });
        let settled = Signal::new(outcome.get_untracked());
        let waiting = Rc::new(Cell::new(false));
        effect(move || {
            outcome.track();
            // Of the steps of one frame only the last one counts.
            if !waiting.replace(true) {
                let waiting = waiting.clone();
                timing::after_paint(move || {
                    waiting.set(false);
                    settled.set(outcome.get_untracked());
                });
            }
        });
        let shared = Shared {
            explorer,
            places,
            state,
            page,
            filters,
            settled,
            notices: Signal::new(notices),
            screen: Screen {
                theme: Theme::of_reader(),
                ratio: media::pixel_ratio(),
                tip: Signal::new(None),
            },
            narrow: media::matches("(max-width: 759px)"),
            height: media::window_height(),
            sheet: Signal::new(false),
            embedded: embed::is_asked(),
        };
        Self { shared: Box::leak(Box::new(shared)), base, scope, outcome }
    }

    /// The store of a figure that is about less than its page: what `base` leaves.
    pub fn within(self, base: Filters) -> Self {
        let explorer = self.explorer;
        let state = self.state;
        let base = base.within(&self.base.get_untracked());
        let base = Derived::new(move || base.clone());
        let scope = Derived::new(move || state.with(|s| base.with(|base| s.filters.within(base))));
        let measure = Derived::new(move || state.with(|state| state.measure));
        let outcome = Derived::new(move || {
            Arc::new(scope.with(|filters| explorer.explore(filters, measure.get())))
        });
        Self { base, scope, outcome, ..self }
    }

    /// What charts are drawn on.
    pub fn screen(self) -> &'static Screen {
        &self.shared.screen
    }

    /// Changes the view. Nothing happens if the change leaves it as it is.
    pub fn change(self, step: Step, change: impl FnOnce(&mut ViewState)) {
        let mut change = Some(change);
        self.step(step, &mut |state| {
            if let Some(change) = change.take() {
                change(state);
            }
        });
    }

    /// [`Store::change`], compiled once for all that a reader can do.
    fn step(self, step: Step, change: &mut dyn FnMut(&mut ViewState)) {
        let began = timing::Began::now();
        let mut state = self.state.get_untracked();
        change(&mut state);
        if state == self.state.get_untracked() {
            return;
        }
        self.set(state.clone(), began);
        // Telling the browser's own process takes a millisecond that no chart should wait for.
        timing::after_paint(move || {
            // Of a drag, whose steps follow each other faster, only the last one counts.
            // In a frame the address is the other page's matter, and so are back and forward.
            if !self.embedded
                && (step == Step::Push || self.state.with_untracked(|now| *now == state))
            {
                history::write(&state, step);
            }
        });
    }

    /// Takes a view over, from a change or from the address, and times it until it is painted.
    pub fn set(self, state: ViewState, began: timing::Began) {
        self.tip.set(None);
        self.state.set(state);
        began.measure_when_painted();
    }

    /// Changes the filters in one deliberate step.
    pub fn filter(self, change: impl FnOnce(&mut Filters)) {
        self.change(Step::Push, |state| change(&mut state.filters));
    }

    /// What a click on a value's mark does: only it, Shift adds it, Alt excludes it.
    pub fn click_value(self, facet: Facet, id: &str, shift: bool, alt: bool) {
        self.filter(|filters| match (shift, alt) {
            (_, true) => filters.toggle_exclude(facet, id),
            (true, false) => filters.toggle_include(facet, id),
            (false, false) => filters.toggle_only(facet, id),
        });
    }

    /// The link of the current view on another page.
    pub fn link_to(self, page: Page) -> String {
        self.state.with(|state| explorer_view::hash::encode(&state.on(page)))
    }
}
