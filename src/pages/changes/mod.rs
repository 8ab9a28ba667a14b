//! What each version of the dataset changed, record by record.

mod record_item;
mod version;

use explorer_embedded::changes;
use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use leptos::prelude::*;

use self::version::VersionChanges;
use crate::store::use_store;

/// The versions, the newest first.
#[component]
pub fn ChangesPage() -> impl IntoView {
    let store = use_store();
    let codebook = &store.explorer.dataset().codebook;
    let released = codebook.released.parse().map_or(codebook.released.clone(), date_words);
    let own = "You see your own file. These are the versions of the open dataset.";
    let lead = format!(
        "You see version {} of {released} (content {}). A record keeps its id in all versions; one \
         that was withdrawn keeps its page, which says why.",
        codebook.version, store.hash
    );
    let content = match changes() {
        Err(error) => view! { <p class="error">{error.to_string()}</p> }.into_any(),
        Ok(versions) => {
            let first = versions.last().map(|version| version.since.clone());
            let before = first.map(|first| format!("Version {first} was the first."));
            let versions = versions.into_iter().map(|of| view! { <VersionChanges of /> });
            view! {
                {versions.collect_view()}
                <p class="hint">{before}</p>
            }
            .into_any()
        }
    };
    view! {
        <article class="changes" data-test="changes">
            <h2>"What changed"</h2>
            <p class="lead">
                {if store.explorer.is_own() { own.to_owned() } else { lead }} " " <a href=store.link(Page::Method)>"How the records are made"</a>
            </p>
            {content}
        </article>
    }
}
