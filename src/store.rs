//! The one source of truth: the view state and what follows from it.

use std::sync::Arc;

use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;
use explorer_explore::outcome::Outcome;
use explorer_view::compare::pair::Pair;
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
use crate::reactive::{effect, memo};
use crate::records::Records;
use crate::timing::{self, Began};

/// Everything that components of the records share; in context.
#[derive(Clone, Copy)]
pub struct Store {
    /// The dataset and its columns.
    pub explorer: &'static Explorer,
    /// The world.
    pub places: &'static Places,
    /// Identity of the dataset's content.
    pub hash: &'static str,
    /// What a reader's own file has no column for; nothing of the open dataset.
    pub lacks: &'static [String],
    /// The state of the view. It changes only through [`Store::change`] and by the address. Who reads
    /// only a part of it takes [`Store::part`].
    pub state: ReadSignal<ViewState>,
    set_state: WriteSignal<ViewState>,
    /// The state that links lead on from: as of the last paint. Nobody follows a link within a frame, and
    /// there are dozens of them.
    pub linked: ReadSignal<ViewState>,
    /// The open page.
    pub page: ReadSignal<Page>,
    set_page: WriteSignal<Page>,
    set_in_view: WriteSignal<Arc<InView>>,
    /// What the page, or the figure ([`Store::within`]), is about whatever the reader filters.
    pub base: Signal<Filters>,
    /// The filters of the reader.
    pub filters: Signal<Filters>,
    /// What is in view: the filters within the base.
    pub scope: Signal<Filters>,
    /// What is counted.
    pub measure: ReadSignal<Measure>,
    set_measure: WriteSignal<Measure>,
    in_view: Signal<Arc<InView>>,
    /// What the filters leave.
    pub outcome: Signal<Arc<Outcome>>,
    /// What the filters leave, a frame later, for the two hundred counts of the facets: the charts
    /// that a reader is looking at while brushing come first.
    pub settled: ReadSignal<Arc<Outcome>>,
    /// Notifies when nothing has changed for a moment.
    pub rested: Trigger,
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
        let Records { explorer, places, hash, lacks, .. } = records;
        let (view, notices) = address::read(explorer);
        let (page, set_page) = signal(view.page.clone());
        let (measure, set_measure) = signal(view.measure);
        let (in_view, set_in_view) = signal(Arc::new(InView::of(explorer, &view)));
        let (state, set_state) = signal(view);
        let Parts { base, filters, scope, outcome } = Parts::of(in_view.into());
        let settled = timing::painted(outcome);
        let linked = timing::painted(state.into());
        let rested = use_rest(move || state.track());
        Self {
            explorer,
            places,
            hash,
            lacks,
            state,
            set_state,
            linked,
            page,
            set_page,
            set_in_view,
            base,
            filters,
            scope,
            measure,
            set_measure,
            in_view: in_view.into(),
            outcome,
            settled,
            rested,
            notices: RwSignal::new(notices),
            sheet: RwSignal::new(false),
            embedded,
        }
    }

    /// The store of a figure that is about less than its page: what `base` leaves.
    pub fn within(self, base: Filters) -> Self {
        let (explorer, in_view) = (self.explorer, self.in_view);
        let base = base.within(&self.base.get_untracked());
        let narrower = memo(move || {
            in_view.with(|view| {
                let filters = view.filters.clone();
                Arc::new(InView::within(explorer, filters, base.clone(), view.outcome.measure))
            })
        });
        self.showing(narrower.into())
    }

    /// The store of a figure, whose filters and counts stand still while the figure is out of
    /// sight, until the page rests.
    pub fn in_sight(self, screen: Screen, figure: NodeRef<html::Figure>) -> Self {
        let seen = use_in_sight(figure);
        // What is printed is all in sight.
        let open = memo(move || seen.get() || screen.printing.get());
        let Self { in_view, rested, .. } = self;
        let held = memo(move || {
            if open.get() {
                return in_view.get();
            }
            rested.track();
            in_view.get_untracked()
        });
        self.showing(held.into())
    }

    /// The same store with something else in view.
    fn showing(self, in_view: Signal<Arc<InView>>) -> Self {
        let Parts { base, filters, scope, outcome } = Parts::of(in_view);
        Self { in_view, base, filters, scope, outcome, ..self }
    }

    /// A part of the state that notifies only of its own changes.
    pub fn part<T>(self, read: fn(&ViewState) -> T) -> ReadSignal<T>
    where
        T: PartialEq + Send + Sync + 'static,
    {
        let state = self.state;
        let (part, set_part) = signal(state.with_untracked(read));
        // A memo would ask all that reads it at every step, whatever has changed.
        effect(move || {
            let now = state.with(read);
            if part.with_untracked(|before| *before != now) {
                set_part.set(now);
            }
        });
        part
    }

    /// Changes the view. Nothing happens if the change leaves it as it is.
    pub fn change(self, step: Step, change: impl FnOnce(&mut ViewState)) {
        let began = Began::now();
        let mut state = self.state.get_untracked();
        change(&mut state);
        if self.state.with_untracked(|now| *now == state) {
            return;
        }
        let link = (!self.embedded).then(|| state.clone());
        self.set(state, began);
        if let Some(state) = link {
            address::write(&state, step);
        }
    }

    /// Takes a view over, from a change or from the address, and times it until it is painted.
    pub fn set(self, state: ViewState, began: Began) {
        // Each part notifies only if it is another one: what reads it is not even asked otherwise.
        if self.page.with_untracked(|page| *page != state.page) {
            self.set_page.set(state.page.clone());
        }
        if self.measure.get_untracked() != state.measure {
            self.set_measure.set(state.measure);
        }
        let is_same = self.in_view.with_untracked(|view| view.is_of(&state));
        if !is_same {
            self.set_in_view.set(Arc::new(InView::of(self.explorer, &state)));
        }
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

    /// The link of the view on another page, as it follows the view.
    pub fn link(self, page: Page) -> Signal<String> {
        Signal::derive(move || self.link_to(page.clone()))
    }

    /// The link of the view on another page, in the newest version of the dataset.
    pub fn link_in_newest(self, page: Page) -> String {
        self.linked.with(|state| explorer_view::hash::encode(&state.on(page).in_newest()))
    }

    /// The link of the current view on another page.
    pub fn link_to(self, page: Page) -> String {
        self.linked.with(|state| explorer_view::hash::encode(&state.on(page)))
    }
}

/// What is in view, and what it is a part of.
#[derive(Debug, PartialEq, Eq)]
struct InView {
    base: Filters,
    filters: Filters,
    scope: Filters,
    outcome: Arc<Outcome>,
    /// What is compared: in view is what is on either half.
    pair: Option<Pair>,
}

impl InView {
    /// What a page shows.
    fn of(explorer: &Explorer, state: &ViewState) -> Self {
        let (filters, base) = (state.filters.clone(), state.page.base());
        match state.page.pair() {
            Some(pair) => Self {
                scope: filters.clone(),
                outcome: Arc::new(state.outcome(explorer)),
                pair: Some(pair.clone()),
                base,
                filters,
            },
            None => Self::within(explorer, filters, base, state.measure),
        }
    }

    fn within(explorer: &Explorer, filters: Filters, base: Filters, measure: Measure) -> Self {
        let scope = filters.within(&base);
        let outcome = Arc::new(explorer.explore(&scope, measure));
        Self { base, filters, scope, outcome, pair: None }
    }

    /// Whether it is what the page of a state shows.
    fn is_of(&self, state: &ViewState) -> bool {
        self.filters == state.filters
            && self.outcome.measure == state.measure
            && self.base == state.page.base()
            && self.pair.as_ref() == state.page.pair()
    }
}

/// What is in view, part by part. All parts are read from one signal: as memos of their own they
/// would be as many ways by which a figure is asked whether it has changed.
struct Parts {
    base: Signal<Filters>,
    filters: Signal<Filters>,
    scope: Signal<Filters>,
    outcome: Signal<Arc<Outcome>>,
}

impl Parts {
    fn of(in_view: Signal<Arc<InView>>) -> Self {
        Self {
            base: Signal::derive(move || in_view.with(|view| view.base.clone())),
            filters: Signal::derive(move || in_view.with(|view| view.filters.clone())),
            scope: Signal::derive(move || in_view.with(|view| view.scope.clone())),
            outcome: Signal::derive(move || in_view.with(|view| view.outcome.clone())),
        }
    }
}
