//! A record that changed: its date and title, as a way to its page.

use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::store::use_store;

/// A record that changed, as a way to its page; one that was withdrawn has a page too.
#[component]
pub(super) fn RecordItem(
    /// How it changed, for `data-test`.
    test: &'static str,
    /// The id of the record.
    id: String,
    /// What changed.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let store = use_store();
    let dataset = store.explorer.dataset();
    let event = dataset.events.iter().find(|event| event.id == id);
    let event = event.map(|event| (event.date, event.title.as_str()));
    let gone = dataset.withdrawn_event(&id).map(|gone| (gone.date, gone.title.as_str()));
    let known = event.or(gone);
    let (date, title) = match known {
        Some((date, title)) => (date_words(date), title.to_owned()),
        None => (String::new(), id.clone()),
    };
    let value = id.clone();
    let href = move || match known {
        Some(_) => store.link_to(Page::Record(id.clone())),
        // A version has no records that came later.
        None => store.link_in_newest(Page::Record(id.clone())),
    };
    view! {
        <li data-test=test data-value=value>
            <div class="record-line">
                <span class="date">{date}</span>
                <a href=href>{title}</a>
            </div>
            {children.map(|children| children())}
        </li>
    }
}
