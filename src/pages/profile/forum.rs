//! The editions of the Lianyungang forum for which a source names the country.

use leptos::prelude::*;

use crate::components::records::folded_sources::FoldedSources;
use crate::components::titled_section::TitledSection;
use crate::store::use_store;

/// What a list that names few does not mean.
const CAUTION: &str = "Sources name far fewer countries than took part.";

/// The editions of the Lianyungang forum for which a source names the country.
#[component]
pub fn ForumSection(
    /// The country's code.
    iso3: String,
) -> impl IntoView {
    let editions = use_store().explorer.dataset().editions_naming(&iso3);
    let is_empty = editions.is_empty();
    let items = editions.into_iter().map(|naming| {
        let edition = naming.edition;
        let how = match naming.only_beside {
            true => "Named only at a meeting beside the forum.",
            false => "Named as taking part.",
        };
        view! {
            <li data-value=edition.edition.as_str()>
                <b>{format!("{}: {}", edition.edition, edition.name)}</b>
                <p>{how}</p>
                <FoldedSources sources=&edition.sources />
            </li>
        }
    });
    let content = if is_empty {
        let words = format!("No source seen names it for an edition. {CAUTION}");
        view! { <p class="nothing">{words}</p> }.into_any()
    } else {
        view! {
            <p class="hint">{CAUTION}</p>
            <ul class="entries">{items.collect_view()}</ul>
        }
        .into_any()
    };
    view! {
        <TitledSection test="profile-forum" title="Lianyungang forum">
            {content}
        </TitledSection>
    }
}
