//! The forums with what the records in view say of them.

use std::sync::Arc;

use explorer_view::forums::{Calendar, ForumRow};
use leptos::prelude::*;

use crate::reactive::memo;
use crate::store::use_store;

/// Forums with their meetings.
pub type ForumRows = Vec<ForumRow<'static>>;

/// The forums in view, or one with those that belong to it; the filter of forums leaves all of them.
pub fn use_forum_rows(about: Option<&str>) -> Memo<Arc<ForumRows>> {
    let store = use_store();
    // Filters change what is counted of a meeting, not which records it has: that is found once.
    let calendar = Calendar::of(store.explorer);
    let about = about.map(str::to_owned);
    memo(move || {
        let base = store.base.get();
        let rows =
            store.filters.with(|filters| calendar.rows_about(&base, filters, about.as_deref()));
        Arc::new(rows)
    })
}
