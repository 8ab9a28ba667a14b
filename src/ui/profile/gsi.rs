//! Whether the country supports the Global Security Initiative, and what says so.

use super::{listed, nothing, section as titled};
use crate::ui::markup::{Markup, el};
use crate::ui::store::Store;
use explorer_dataset::codebook::Word;
use explorer_view::sentence::date_words;

pub(super) fn section(store: Store, iso3: &str) -> Markup {
    let section = titled("profile-gsi", "Support for the Global Security Initiative");
    let dataset = store.explorer.dataset();
    let Some(support) = dataset.gsi_of(iso3) else {
        return section.child(nothing(
            "No public statement was found. That says what was found, not what was said: a \
             government may have voiced support, or refused it, where no source seen reports it.",
        ));
    };
    let words = &dataset.codebook.vocabularies;
    let of = |words: &[Word], word: &str| words.iter().find(|w| w.word == word).cloned();
    let basis = of(&words.gsi_bases, &support.basis);
    let confidence = of(&words.confidences, &support.confidence);
    let term = |name: &str, value: Markup| el("div").child(el("dt").text(name)).child(value);
    let mut list = el("dl").class("facts");
    if let Some(basis) = basis {
        let value = el("dd").child(el("b").text(basis.label)).text(". ").text(basis.definition);
        list = list.child(term("Basis", value));
    }
    let since = support.since.map_or("Not known".to_owned(), date_words);
    list = list
        .child(term("Since", el("dd").text(since)))
        .child(term("Evidence", el("dd").text(support.evidence.as_str())));
    if let Some(confidence) = confidence {
        let tag = el("span").class(format!("tag {}", support.confidence)).text(confidence.label);
        list = list.child(term("Confidence", el("dd").child(tag)));
    }
    if let Some(note) = &support.note {
        list = list.child(term("Note", el("dd").text(note.as_str())));
    }
    section
        .attr("data-value", support.basis.as_str())
        .child(list)
        .child(el("h3").text("Sources"))
        .child(listed(&support.sources))
}
