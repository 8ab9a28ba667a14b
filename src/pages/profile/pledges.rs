//! What China promised the country by name.

use explorer_view::pledges::quantity_words;
use explorer_view::sentence::date_words;
use leptos::prelude::*;

use crate::components::records::folded_sources::FoldedSources;
use crate::components::records::whose_tables::WhoseTables;
use crate::components::titled_section::TitledSection;
use crate::store::use_store;

/// What China promised the country by name.
#[component]
pub fn PledgesSection(
    /// The country's code.
    iso3: String,
) -> impl IntoView {
    let pledges = use_store().explorer.dataset().pledges_naming(&iso3);
    let is_empty = pledges.is_empty();
    let items = pledges.into_iter().map(|pledge| {
        let by = format!("{}, {}. Status: {}.", pledge.by, pledge.forum_or_partner, pledge.status);
        view! {
            <li data-id=pledge.id.as_str()>
                <b>{format!("{}, {}", date_words(pledge.date), pledge.kind)}</b>
                <p>{pledge.description.as_str()}</p>
                {quantity_words(pledge).map(|words| view! { <p>{words}</p> })}
                <p class="hint">{by}</p>
                <FoldedSources sources=&pledge.sources />
            </li>
        }
    });
    let content = if is_empty {
        view! {
            <p class="nothing">
                "No pledge in the dataset names it. Most pledges are made to a group and name no country."
            </p>
        }
        .into_any()
    } else {
        view! { <ul class="entries">{items.collect_view()}</ul> }.into_any()
    };
    view! {
        <TitledSection test="profile-pledges" title="Pledges that name it">
            <WhoseTables tables="These pledges are" />
            {content}
        </TitledSection>
    }
}
