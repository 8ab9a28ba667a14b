//! A public report, as a link.

use explorer_dataset::event::Source;
use explorer_view::sentence::date_words;
use leptos::prelude::*;

/// A report in a list, with its publisher, date and address.
#[component]
pub fn SourceItem(
    /// The report.
    source: &'static Source,
) -> impl IntoView {
    let published = match source.published {
        Some(date) => format!(", {}", date_words(date)),
        None => ", no date given".to_owned(),
    };
    view! {
        <li data-test="source">
            <b>{source.publisher.as_str()}</b>
            {published}
            <span class="address">
                <SourceLink source text=source.url.as_str() />
            </span>
        </li>
    }
}

/// A text as a link to the report. The dataset's checks admit only http and https; a link of
/// another kind is shown as text.
#[component]
pub fn SourceLink(
    /// The report.
    source: &'static Source,
    /// The text.
    text: &'static str,
) -> impl IntoView {
    if source.is_web() {
        view! {
            <a href=source.url.as_str() rel="noopener noreferrer" target="_blank">
                {text}
            </a>
        }
        .into_any()
    } else {
        view! { <span>{text}</span> }.into_any()
    }
}
