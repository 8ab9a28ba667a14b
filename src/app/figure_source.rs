//! The records as the source of figures: what is shown as a table, and what files say of themselves.

use explorer_export::Origin;
use explorer_view::applied::applied;
use explorer_view::chart::Chart;
use explorer_view::hash;
use explorer_view::sentence::filter_words;
use explorer_view::shared::{Shared, shared};
use explorer_view::step::Step;
use leptos::prelude::*;

use super::embed;
use crate::address;
use crate::components::figure::source::FigureSource;
use crate::store::{Store, use_store};

/// Puts the source into context.
pub fn provide(store: Store) {
    let is_table = Callback::new(move |id: String| {
        let chart = Chart::from_id(&id);
        chart.is_some_and(|chart| store.state.with(|state| state.tables().contains(&chart)))
    });
    let toggle_table = Callback::new(move |id: String| {
        if let Some(chart) = Chart::from_id(&id) {
            store.change(Step::Push, |state| state.toggle_table(chart));
        }
    });
    provide_context(FigureSource {
        is_table,
        toggle_table,
        origin: Callback::new(|()| {
            // The store of where the figure is.
            let store = use_store();
            Callback::new(move |id: String| figure_origin(store, &id))
        }),
        // Nobody else has the file: there is nothing to frame.
        embed_code: (!store.explorer.is_own())
            .then(|| Callback::new(move |figure| embed::code(store, &figure))),
        in_article: store.embedded,
    });
}

/// What a file taken from a figure says of itself: as its view, but with the filters that it applies.
fn figure_origin(store: Store, id: &str) -> Origin {
    let chart = Chart::from_id(id).filter(|chart| !chart.is_compared());
    let Some(chart) = chart else { return origin(store) };
    let filters = store.filters.with_untracked(|filters| {
        let layer = store.state.with_untracked(|state| state.layer.clone());
        let layer = (chart == Chart::Map).then_some(&layer);
        store.base.with_untracked(|base| applied(chart, layer, filters, base))
    });
    let words = filters.map(|filters| filter_words(store.explorer, &filters));
    Origin { filters: words.unwrap_or_default(), ..origin(store) }
}

/// What a file taken from a view says of itself.
pub fn origin(store: Store) -> Origin {
    let codebook = &store.explorer.dataset().codebook;
    let Shared { state, words } = store.state.with_untracked(|state| shared(store.explorer, state));
    let today: String = js_sys::Date::new_0().to_iso_string().into();
    Origin {
        filters: words,
        link: address::full(&hash::encode_with(
            &state,
            store.explorer.named().unwrap_or(&codebook.version),
        )),
        dataset: codebook.title.clone(),
        version: codebook.version.clone(),
        released: codebook.released.clone(),
        hash: store.hash.to_owned(),
        // `YYYY-MM-DDTHH:…`
        retrieved: today.split('T').next().unwrap_or_default().to_owned(),
    }
}
