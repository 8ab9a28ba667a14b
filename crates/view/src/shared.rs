//! What a reader shares of a page: which view its link restores, and what that is called.

use super::compare::names;
use super::pledges::title;
use super::sentence::filter_words;
use super::state::{Page, ViewState};
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;

/// What a link, a file or a citation from a page is of.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// The view that the link restores.
    pub state: ViewState,
    /// What it is called: the filters, on a page that follows them.
    pub words: String,
}

/// What is shared of a view. A record is the same whatever the reader has filtered before, and so are
/// the pages on the dataset as a whole: filters are left out there. A tour is none of the view.
pub fn shared(explorer: &Explorer, state: &ViewState) -> Shared {
    let alone =
        |words: String| Shared { state: ViewState::of(explorer, state.page.clone()), words };
    match &state.page {
        Page::Record(id) => alone(record_words(explorer, id)),
        // It is about all of them.
        Page::Method => alone(filter_words(explorer, &Filters::default())),
        Page::Changes => alone("What changed".to_owned()),
        Page::Saved => alone("Saved views and tours".to_owned()),
        Page::Pledges => pledges(explorer, state),
        Page::Compare(pair) => {
            let words = names::title(explorer, pair, &state.filters);
            Shared { state: state.without_tour(), words }
        }
        _ => {
            let words = filter_words(explorer, &state.scope());
            Shared { state: state.without_tour(), words }
        }
    }
}

/// `Title (record ID)`.
fn record_words(explorer: &Explorer, id: &str) -> String {
    let dataset = explorer.dataset();
    let event = dataset.events.iter().find(|event| event.id == id);
    match (event, dataset.withdrawn_event(id)) {
        (Some(event), _) => format!("{} (record {id})", event.title),
        (None, Some(withdrawn)) => format!("{} (withdrawn record {id})", withdrawn.title),
        (None, None) => format!("Record {id}"),
    }
}

/// Pledges have kinds, and of the filters of records only date, country and region.
fn pledges(explorer: &Explorer, state: &ViewState) -> Shared {
    let mut filters = Filters::default();
    filters.range = state.filters.range;
    for facet in [Facet::Country, Facet::Region] {
        let selection = state.filters.selection(facet);
        for id in selection.included().iter().chain(selection.excluded().iter()) {
            filters.set(facet, id, selection.standing(id));
        }
    }
    let kinds: Vec<&str> = state.kinds().iter().map(|kind| title(kind)).collect();
    let mut parts = vec!["Pledges".to_owned()];
    if !kinds.is_empty() {
        parts.push(kinds.join(" or "));
    }
    if !filters.is_empty() {
        parts.push(filter_words(explorer, &filters));
    }
    let mut state = state.without_tour();
    state.filters = filters;
    Shared { state, words: parts.join(" · ") }
}
