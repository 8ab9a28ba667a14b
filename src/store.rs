//! The one source of truth: the view state and what follows from it.

use std::sync::Arc;

use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;
use explorer_explore::outcome::Outcome;
use explorer_view::notice::Notice;
use explorer_view::places::Places;
use explorer_view::state::{Page, ViewState};
use explorer_view::step::Step;
use leptos::html;
use leptos::prelude::*;

use crate::address;
use crate::hooks::use_in_sight::use_in_sight;
use crate::hooks::use_rest::use_rest;
use crate::hooks::use_screen::Screen;
use crate::records::Records;
use crate::timing::{self, Began};

/// Everything that components of the records share; in context.
#[derive(Clone, Copy)]
pub struct Store {
    /// The dataset and its columns.
    pub explorer: &'static Explorer,
    /// The world.
    pub places: &'static Places,
    /// The state of the view. It changes only through [`Store::change`] and by the address.
    pub state: Signal<ViewState>,
    set_state: WriteSignal<ViewState>,
    /// The open page.
    pub page: Memo<Page>,
    /// What the page, or the figure ([`Store::within`]), is about whatever the reader filters.
    pub base: Signal<Filters>,
    /// The filters of the reader.
    pub filters: Signal<Filters>,
    /// What is in view: the filters within the base.
    pub scope: Signal<Filters>,
    /// What is counted.
    pub measure: Memo<Measure>,
    /// What the filters leave.
    pub outcome: Signal<Arc<Outcome>>,
    /// What the filters leave, a frame later, for the two hundred counts of the facets: the charts
    /// that a reader is looking at while brushing come first.
    pub settled: ReadSignal<Arc<Outcome>>,
    /// Notifies when nothing has changed for a moment.
    rested: Trigger,
    /// What could not be applied of the link.
    pub notices: RwSignal<Vec<Notice>>,
    /// Whether the filter sheet is open on a narrow window.
    pub sheet: RwSignal<bool>,
    /// Whether the page is a chart alone in a frame on somebody else's page.
    pub embedded: bool,
}

/// The store of the records.
pub fn use_store() -> Store {
    expect_context()
}

impl Store {
    /// Reads the view from the address. `embedded` says that the address is another page's matter.
    pub fn new(records: &'static Records, embedded: bool) -> Self {
        let Records { explorer, places } = records;
        let (view, notices) = address::read(explorer);
        let (state, set_state) = signal(view);
        let page = Memo::new(move |_| state.with(|state| state.page.clone()));
        let filters = Memo::new(move |_| state.with(|state| state.filters.clone()));
        let base = Memo::new(move |_| page.with(Page::base));
        let scope = Memo::new(move |_| state.with(ViewState::scope));
        let measure = Memo::new(move |_| state.with(|state| state.measure));
        let outcome = outcome_of(explorer, scope, measure);
        let (settled, set_settled) = signal(outcome.get_untracked());
        let waiting = StoredValue::new(false);
        Effect::new(move || {
            outcome.track();
            // Of the steps of one frame only the last one counts.
            if !waiting.get_value() {
                waiting.set_value(true);
                timing::after_paint(move || {
                    waiting.set_value(false);
                    set_settled.set(outcome.get_untracked());
                });
            }
        });
        let rested = use_rest(move || state.track());
        Self {
            explorer,
            places,
            state: state.into(),
            set_state,
            page,
            base: base.into(),
            filters: filters.into(),
            scope: scope.into(),
            measure,
            outcome: outcome.into(),
            settled,
            rested,
            notices: RwSignal::new(notices),
            sheet: RwSignal::new(false),
            embedded,
        }
    }

    /// The store of a figure that is about less than its page: what `base` leaves.
    pub fn within(self, base: Filters) -> Self {
        let (state, base) = (self.state, base.within(&self.base.get_untracked()));
        let narrower = base.clone();
        let scope = Memo::new(move |_| state.with(|state| state.filters.within(&narrower)));
        let outcome = outcome_of(self.explorer, scope, self.measure);
        Self { base: Signal::stored(base), scope: scope.into(), outcome: outcome.into(), ..self }
    }

    /// The store of a figure, whose filters and counts stand still while the figure is out of
    /// sight, until the page rests.
    pub fn in_sight(self, screen: Screen, figure: NodeRef<html::Figure>) -> Self {
        let seen = use_in_sight(figure);
        // What is printed is all in sight.
        let open = Memo::new(move |_| seen.get() || screen.printing.get());
        Self {
            base: self.held(self.base, open),
            filters: self.held(self.filters, open),
            scope: self.held(self.scope, open),
            outcome: self.held(self.outcome, open),
            ..self
        }
    }

    /// `source` while `open`; otherwise as it was when the page last rested.
    fn held<T>(self, source: Signal<T>, open: Memo<bool>) -> Signal<T>
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            if open.get() {
                return source.get();
            }
            self.rested.track();
            source.get_untracked()
        })
        .into()
    }

    /// Changes the view. Nothing happens if the change leaves it as it is.
    pub fn change(self, step: Step, change: impl FnOnce(&mut ViewState)) {
        let began = Began::now();
        let mut state = self.state.get_untracked();
        change(&mut state);
        if self.state.with_untracked(|now| *now == state) {
            return;
        }
        if !self.embedded {
            address::write(&state, step);
        }
        self.set(state, began);
    }

    /// Takes a view over, from a change or from the address, and times it until it is painted.
    pub fn set(self, state: ViewState, began: Began) {
        self.set_state.set(state);
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

fn outcome_of(
    explorer: &'static Explorer,
    scope: Memo<Filters>,
    measure: Memo<Measure>,
) -> Memo<Arc<Outcome>> {
    Memo::new(move |_| Arc::new(scope.with(|scope| explorer.explore(scope, measure.get()))))
}
