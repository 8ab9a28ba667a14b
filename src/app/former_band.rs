//! What is said above every view of a version of the dataset that is not the newest.

use explorer_dataset::Dataset;
use explorer_embedded::VERSION;
use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::reactive::memo;
use crate::store::use_store;

/// Which version it is, and the way to the same view in the newest; nothing where that is shown.
#[component]
pub fn FormerBand() -> impl IntoView {
    let store = use_store();
    let version = store.explorer.former_version()?;
    let dataset = store.explorer.dataset();
    let released = &dataset.codebook.released;
    let released = released.parse().map_or_else(|_| released.clone(), date_words);
    let words = format!("Dataset version {version} of {released}, not the newest. ");
    let newest = memo(move || store.link_in_newest(store.page.get()));
    Some(view! {
        <aside class="former" data-test="former-version" aria-label="Version of the dataset">
            <p>
                <b>{words}</b>
                {lacks(dataset)}
                <a href=newest data-test="newest-version">
                    {format!("The same view in version {VERSION} →")}
                </a>
                " · "
                <a href=store.link(Page::Changes)>"What changed"</a>
            </p>
        </aside>
    })
}

/// What an early version does not have yet: the views of it are empty.
fn lacks(dataset: &Dataset) -> Option<String> {
    let lists = [
        ("lists of members", dataset.memberships.is_empty()),
        ("editions of the Lianyungang forum", dataset.forum_editions.is_empty()),
        ("forums", dataset.forums.is_empty()),
        ("pledges", dataset.pledges.is_empty()),
        ("numbers of the paper", dataset.published.is_empty()),
    ];
    let missing: Vec<&str> =
        lists.iter().filter(|(_, is_empty)| *is_empty).map(|(name, _)| *name).collect();
    (!missing.is_empty())
        .then(|| format!("It has no {} yet: what shows them is empty. ", missing.join(", no ")))
}
