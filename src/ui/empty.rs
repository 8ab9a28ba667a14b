//! What stands in place of charts and records when the filters leave nothing.

use web_sys::Element;

use super::listen::on_act;
use super::markup::{Markup, el, live};
use super::store::Store;
use super::switch::button;
use explorer_explore::filter::Filters;
use explorer_view::sentence::{chips, filter_words};

/// What an absence of records does not mean.
pub const CAUTION: &str = "That the dataset has no record does not mean that nothing happened: it holds what public \
     reports say, and is thin in places.";

/// Explains the empty view and leads out of it; nothing while some record is in view.
pub fn empty(store: Store) -> Element {
    let go = move |act: &str| {
        store.filter(|filters| {
            *filters = match act.parse::<usize>() {
                Ok(at) => chips(store.explorer, filters)
                    .into_iter()
                    .nth(at)
                    .map_or_else(|| filters.clone(), |chip| chip.without),
                Err(_) => Filters::default(),
            };
        });
    };
    let place = live("div", move |place| {
        let empty = store.outcome.with(|outcome| outcome.summary.interactions == 0);
        place.class("shown").children(empty.then(|| section(store)))
    });
    on_act(&place, go);
    place
}

fn section(store: Store) -> Markup {
    let words = store.scope.with(|scope| filter_words(store.explorer, scope));
    let chips = store.filters.with(|filters| chips(store.explorer, filters));
    let mut ways = el("div").class("ways").child(
        button("all").class("primary").attr("data-test", "empty-reset").text("Show all records"),
    );
    for (at, chip) in chips.iter().enumerate() {
        // Only a filter whose removal brings records back is offered.
        let scope = store.state.with_untracked(|state| chip.without.within(&state.page.base()));
        let left = store.explorer.explore(&scope, Default::default()).summary.interactions;
        if left > 0 {
            let label = format!("Without \u{201c}{}\u{201d}: {left}", chip.label);
            ways = ways.child(button(at.to_string()).text(label));
        }
    }
    el("section")
        .class("empty")
        .attr("data-test", "empty")
        .child(el("h2").text("No record matches all of these filters"))
        .child(el("p").text(words))
        .child(el("p").text(CAUTION))
        .child(ways)
}
