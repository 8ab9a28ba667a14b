//! What all parts of the page read: what is compared, and its numbers.

use std::sync::Arc;

use explorer_explore::filter::Filters;
use explorer_view::compare::comparison::Comparison;
use explorer_view::compare::names::names;
use explorer_view::compare::pair::{Half, Pair};
use explorer_view::hash;
use explorer_view::state::{Page, ViewState};
use explorer_view::step::Step;
use leptos::prelude::*;

use crate::reactive::memo;
use crate::store::{Store, use_store};

/// The comparison of the view; in context on its page.
#[derive(Clone, Copy)]
pub struct CompareModel {
    /// The store.
    pub store: Store,
    /// What is compared.
    pub pair: Memo<Pair>,
    /// Its numbers.
    pub comparison: Memo<Arc<Comparison>>,
    /// What the halves are called.
    pub names: Memo<[String; 2]>,
}

/// What a reader chooses filters for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// One of the selections.
    Half(Half),
    /// Both of them.
    Both,
}

impl Part {
    /// The word in hooks.
    pub fn id(self) -> &'static str {
        match self {
            Self::Half(half) => half.key(),
            Self::Both => "both",
        }
    }

    /// What it is called in the names of fields.
    pub fn name(self) -> &'static str {
        match self {
            Self::Half(half) => half.letter(),
            Self::Both => "both sides",
        }
    }
}

impl CompareModel {
    /// Follows what the store's view compares.
    pub fn new(store: Store) -> Self {
        let pair = memo(move || store.page.with(|page| page.pair().cloned().unwrap_or_default()));
        let comparison = memo(move || {
            let shared = store.filters.get();
            let measure = store.measure.get();
            pair.with(|pair| Arc::new(Comparison::of(store.explorer, &shared, pair, measure)))
        });
        let names = memo(move || pair.with(|pair| names(store.explorer, pair)));
        Self { store, pair, comparison, names }
    }

    /// The filters of a part.
    pub fn filters(self, part: Part) -> Memo<Filters> {
        let store = self.store;
        match part {
            Part::Half(half) => memo(move || self.pair.with(|pair| pair.of(half).clone())),
            Part::Both => memo(move || store.filters.get()),
        }
    }

    /// Changes the filters of a part in one deliberate step.
    pub fn change(self, part: Part, change: impl FnOnce(&mut Filters)) {
        self.store.change(Step::Push, |state| match (part, &mut state.page) {
            (Part::Half(half), Page::Compare(pair)) => pair.change(half, change),
            _ => change(&mut state.filters),
        });
    }

    /// The link to the records that filters leave.
    pub fn records_link(self, filters: &Filters) -> String {
        self.store.state.with(|state| hash::encode(&records(state, filters)))
    }

    /// Opens the records that filters leave.
    pub fn open_records(self, filters: &Filters) {
        self.store.change(Step::Push, |state| *state = records(state, filters));
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}

fn records(state: &ViewState, filters: &Filters) -> ViewState {
    let mut state = state.on(Page::Records);
    state.filters.clone_from(filters);
    state
}

/// The comparison of the page; of a chart that stands alone, the view's.
pub fn use_comparison() -> CompareModel {
    use_context().unwrap_or_else(|| CompareModel::new(use_store()))
}
