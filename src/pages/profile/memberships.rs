//! Which organizations and mechanisms the country belongs to.

use explorer_view::sentence::date_words;
use leptos::prelude::*;

use crate::components::records::folded_sources::FoldedSources;
use crate::components::records::whose_tables::WhoseTables;
use crate::components::titled_section::TitledSection;
use crate::store::use_store;

/// Which organizations and mechanisms the country belongs to.
#[component]
pub fn MembershipsSection(
    /// The country's code.
    iso3: String,
) -> impl IntoView {
    let lists = use_store().explorer.dataset().memberships_of(&iso3);
    let is_empty = lists.is_empty();
    let items = lists.into_iter().map(|list| {
        let since = list.when_joined(&iso3).map(|date| format!(" Since {}.", date_words(date)));
        let as_of = list.as_of.parse().map_or(list.as_of.clone(), date_words);
        view! {
            <li data-value=list.slug()>
                <b>{list.name.as_str()}</b>
                <p>{format!("As of {as_of}.{}", since.unwrap_or_default())}</p>
                {list.note.as_deref().map(|note| view! { <p class="hint">{note}</p> })}
                <FoldedSources sources=&list.sources />
            </li>
        }
    });
    let content = if is_empty {
        let words = "It is on none of the lists of members that the dataset has.";
        view! { <p class="nothing">{words}</p> }.into_any()
    } else {
        view! { <ul class="entries">{items.collect_view()}</ul> }.into_any()
    };
    view! {
        <TitledSection test="profile-memberships" title="Memberships">
            <WhoseTables tables="These lists are" />
            {content}
        </TitledSection>
    }
}
