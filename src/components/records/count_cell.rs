//! A cell with a count that leads to its records.

use explorer_number::grouped;
use leptos::prelude::*;

use crate::reactive::text;

/// The way to the records behind a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountLink {
    /// The address.
    pub href: String,
    /// What a screen reader says of it, if not only the number.
    pub label: Option<String>,
}

/// A count as a link to its records; 0 leads nowhere.
#[component]
pub fn CountCell(
    /// Its `data-part`.
    #[prop(into)]
    part: String,
    /// The count.
    #[prop(into)]
    count: Signal<u32>,
    /// The way to its records; asked for only where there are any.
    link: Callback<(), CountLink>,
    /// Whether Tab passes it by, as the arrow keys lead to it in its row.
    #[prop(optional)]
    inner: bool,
    /// What stands after the number.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let number = move || match count.get() {
        0 => view! { <span class="zero">"0"</span> }.into_any(),
        count => {
            let CountLink { href, label } = link.run(());
            let tabindex = inner.then_some("-1");
            view! { <a href=href aria-label=label tabindex=tabindex>{grouped(count)}</a> }
                .into_any()
        }
    };
    view! {
        <td data-part=part data-count=text(move || count.get().to_string())>
            {number}
            {children.map(|children| children())}
        </td>
    }
}
