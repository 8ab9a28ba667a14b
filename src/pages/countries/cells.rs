//! Cells with dates and words.

use explorer_dataset::date::PartialDate;
use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_view::sentence::date_words;
use leptos::prelude::*;

use crate::store::use_store;

/// A date of contact.
#[component]
pub fn DateCell(
    /// Its `data-part`.
    part: &'static str,
    /// The date.
    #[prop(into)]
    date: Signal<PartialDate>,
) -> impl IntoView {
    // The year on a line of its own, if there is not enough room for both.
    let words = move || {
        let date = date.get();
        date_words(date).replacen(' ', "\u{a0}", 1 - usize::from(date.day().is_none()))
    };
    view! {
        <td class="date" data-part=part data-value=move || date.get().to_string()>
            {words}
        </td>
    }
}

/// A value of a facet.
#[component]
pub fn ValueCell(
    /// Its `data-part`.
    part: &'static str,
    /// The facet.
    facet: Facet,
    /// The value's code; `None` where it is not known.
    #[prop(into)]
    code: Signal<Option<Code>>,
) -> impl IntoView {
    let dictionary = use_store().explorer.table().dictionary(facet);
    let entry = move || code.get().and_then(|code| dictionary.entry(code));
    let words = move || match entry() {
        Some(entry) => entry.label.as_str().into_any(),
        None => view! { <span class="zero">"not known"</span> }.into_any(),
    };
    view! {
        <td class="words" data-part=part data-value=move || entry().map(|entry| entry.id.as_str())>
            {words}
        </td>
    }
}
