//! What is known of an edition of the Lianyungang forum besides its session.

use explorer_dataset::forum_edition::ForumEdition;
use explorer_view::forums::place_name;
use leptos::prelude::*;

use super::fact::Fact;
use crate::components::records::source_list::SourceList;
use crate::store::use_store;

/// An edition's facts and sources, folded away.
#[component]
pub(super) fn EditionDetails(
    /// Which edition.
    edition: &'static ForumEdition,
) -> impl IntoView {
    let store = use_store();
    let names = |codes: &[String]| {
        let names: Vec<String> =
            codes.iter().map(|iso3| place_name(store.explorer, iso3)).collect();
        names.join(", ")
    };
    let facts = [
        ("Theme", edition.theme.clone().unwrap_or_default()),
        ("Sub-forums named", edition.subforums.join(", ")),
        ("Countries named", names(&edition.countries_named)),
        ("Named only beside it", names(&edition.countries_named_beside)),
        ("Organizations named", edition.organizations_named.join(", ")),
        ("Note", edition.note.clone().unwrap_or_default()),
    ];
    let facts = facts.into_iter().filter(|(_, words)| !words.is_empty());
    let facts = facts.map(|(name, words)| view! { <Fact name>{words}</Fact> });
    view! {
        <details>
            <summary>{format!("The edition of {}, and its sources", edition.edition)}</summary>
            <dl class="facts">{facts.collect_view()}</dl>
            <SourceList sources=&edition.sources />
        </details>
    }
}
