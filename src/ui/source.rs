//! A public report, as a link.

use super::markup::{Markup, el};
use explorer_dataset::event::Source;
use explorer_view::sentence::date_words;

/// A report with its publisher, date and address.
pub fn source(source: &Source) -> Markup {
    let published = match source.published {
        Some(date) => format!(", {}", date_words(date)),
        None => ", no date given".to_owned(),
    };
    el("li")
        .attr("data-test", "source")
        .child(el("b").text(source.publisher.as_str()))
        .text(published)
        .child(el("span").class("address").child(address(source, &source.url)))
}

/// `text` as a link to the report. The dataset's checks admit only http and https; a link of
/// another kind is shown as text.
pub fn address(source: &Source, text: &str) -> Markup {
    let address = if source.is_web() {
        el("a")
            .attr("href", source.url.as_str())
            .attr("rel", "noopener noreferrer")
            .attr("target", "_blank")
    } else {
        el("span")
    };
    address.text(text)
}
