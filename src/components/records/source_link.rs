//! A public report, as a link.

use explorer_dataset::event::Source;
use explorer_view::sentence::date_words;
use leptos::prelude::*;

/// A report in a list, with its publisher, date and address.
#[component]
pub fn SourceItem(
    /// The report.
    source: Source,
) -> impl IntoView {
    let published = match source.published {
        Some(date) => format!(", {}", date_words(date)),
        None => ", no date given".to_owned(),
    };
    let (publisher, text) = (source.publisher.clone(), source.url.clone());
    view! {
        <li data-test="source">
            <b>{publisher}</b>
            {published}
            <span class="address">
                <SourceLink source text />
            </span>
        </li>
    }
}

/// A text as a link to a report. The dataset's checks admit only http and https; a report with
/// another address is only a text.
#[component]
pub fn SourceLink(
    /// The report.
    source: Source,
    /// What the link says.
    text: String,
) -> impl IntoView {
    match source.is_web() {
        true => view! {
            <a href=source.url rel="noopener noreferrer" target="_blank">
                {text}
            </a>
        }
        .into_any(),
        false => view! { <span>{text}</span> }.into_any(),
    }
}
