//! Cells with dates, words and what two numbers say.

use std::cmp::Ordering;

use explorer_dataset::date::PartialDate;
use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_view::countries::AtForums;
use explorer_view::sentence::date_words;
use leptos::prelude::*;

use crate::components::records::count_cell::{CountCell, CountLink};
use crate::reactive::text;
use crate::store::use_store;

/// A date of contact.
#[component]
pub fn DateCell(
    /// Its `data-part`.
    part: &'static str,
    /// The date.
    date: Memo<PartialDate>,
) -> impl IntoView {
    // The year on a line of its own, if there is not enough room for both.
    let words = move || {
        let date = date.get();
        date_words(date).replacen(' ', "\u{a0}", 1 - usize::from(date.day().is_none()))
    };
    view! {
        <td class="date" data-part=part data-value=text(move || date.get().to_string())>
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
    code: Memo<Option<Code>>,
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

/// What was at or beside forums, and whether that is all.
#[component]
pub fn ForumsCell(
    /// How much it was.
    forums: Memo<AtForums>,
    /// The way to its records.
    link: Callback<(), CountLink>,
) -> impl IntoView {
    let explorer = use_store().explorer;
    let count = Signal::derive(move || forums.get().count);
    view! {
        <CountCell part="forums" count link inner=true>
            " "
            <small>{text(move || forums.get().words(explorer))}</small>
        </CountCell>
    }
}

/// The later period less the earlier one.
#[component]
pub fn ChangeCell(
    /// The counts of both periods.
    periods: Signal<[u32; 2]>,
) -> impl IntoView {
    let change = move || {
        let [earlier, later] = periods.get().map(i64::from);
        later - earlier
    };
    let words = move || {
        let [earlier, later] = periods.get();
        let (sign, more) = match later.cmp(&earlier) {
            Ordering::Greater => ("+", "more"),
            Ordering::Equal => ("", "no change"),
            Ordering::Less => ("\u{2212}", "fewer"),
        };
        let by = later.abs_diff(earlier);
        let spoken = if by == 0 { more.to_owned() } else { format!("{by} {more}") };
        (format!("{sign}{by}"), spoken)
    };
    view! {
        <td
            class=move || if change() == 0 { "zero" } else { "" }
            data-part="change"
            data-count=text(move || change().to_string())
        >
            <span aria-hidden="true">{move || words().0}</span>
            " "
            <span class="unseen">{move || words().1}</span>
        </td>
    }
}
