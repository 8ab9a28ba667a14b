//! The comparison that a view leads to.

use super::pair::Pair;
use super::peers::peers;
use crate::state::{Page, ViewState};
use explorer_explore::Explorer;
use explorer_explore::filter::{Filters, Standing};

/// What a view is compared with first: a profile with its nearest peer, everything else with all that
/// is not in view. Without a selection, the choice is open.
pub fn of_view(explorer: &Explorer, state: &ViewState) -> ViewState {
    let (pair, shared) = match state.page.subject() {
        Some((facet, id)) => {
            let mut a = Filters::default();
            a.set(facet, id, Standing::Included);
            match peers(explorer, facet, id).peers.first() {
                Some(peer) => {
                    let mut b = Filters::default();
                    b.set(facet, &peer.id, Standing::Included);
                    (Pair { a, b }, state.filters.clone())
                }
                None => alone(state.scope()),
            }
        }
        None => alone(state.scope()),
    };
    let mut compared = state.on(Page::Compare(Box::new(pair)));
    compared.filters = shared;
    compared
}

/// A selection and all else; one that leaves out a selection already is what both share.
fn alone(scope: Filters) -> (Pair, Filters) {
    match Pair::with_all_else(&scope) {
        Some(pair) => (pair, Filters::default()),
        None => (Pair::default(), scope),
    }
}
