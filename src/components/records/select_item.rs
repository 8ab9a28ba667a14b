//! What a click on an item of a chart does to the view of the records.

use explorer_explore::filter::DateRange;
use explorer_view::step::Step;
use leptos::prelude::*;

use crate::components::item_chart::{ItemAction, ItemClick};
use crate::store::Store;

/// Does what clicks on items say.
pub fn select_item(store: Store) -> Callback<ItemClick> {
    Callback::new(move |ItemClick { action, shift, alt }: ItemClick| match action {
        ItemAction::Value(facet, id) => store.click_value(facet, &id, shift, alt),
        ItemAction::Range(range) => store.filter(|filters| {
            filters.range = if filters.range == range { DateRange::default() } else { range };
        }),
        ItemAction::Kind(kind) => store.change(Step::Push, |state| match shift {
            true => state.toggle_kind(kind),
            false => state.toggle_only_kind(kind),
        }),
        ItemAction::Open(page) => store.change(Step::Push, |state| *state = state.on(page)),
    })
}
