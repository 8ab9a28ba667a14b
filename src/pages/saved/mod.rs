//! The views that a reader has saved in this browser, the tour that they are, and the tours that come with
//! the page.

mod files;
mod own_tour;
mod shipped_tours;
mod told;
mod view_list;
mod view_row;

use leptos::prelude::*;

use self::files::SavedFiles;
use self::own_tour::OwnTourSection;
use self::shipped_tours::ShippedTours;
use self::told::{Told, ToldLine};
use self::view_list::ViewList;
use crate::components::show::Show;
use crate::hooks::{download, storage};
use crate::reactive::memo;
use crate::saved::{DENIED, use_saved};

/// The page.
#[component]
pub fn SavedPage() -> impl IntoView {
    let saved = use_saved();
    let told = Told::new();
    provide_context(told);
    let denied = !storage::is_there();
    let damaged = memo(move || saved.damage.with(|damage| !damage.is_empty()));
    view! {
        <article class="saved" data-test="saved-views">
            <h2>"Saved views and tours"</h2>
            <p class="lead">
                "A view is saved under a name by "
                <b>"Share"</b>
                " on its page. The list stays in this browser and is sent nowhere; as a file it goes to another one, or to somebody else."
            </p>
            {denied.then(|| view! { <p class="error" role="alert" data-test="storage-denied">{DENIED} " Views cannot be saved here; their links can be copied."</p> })}
            <Show when=move || damaged.get()>
                <DamagedList />
            </Show>
            <ToldLine />
            <ViewList />
            <SavedFiles />
            <OwnTourSection />
            <ShippedTours />
        </article>
    }
}

/// What is said where the list that the browser keeps cannot be read.
#[component]
fn DamagedList() -> impl IntoView {
    let saved = use_saved();
    let told = expect_context::<Told>();
    let why = move || saved.damage.get();
    let take = move |_| download::text("saved-views-damaged.txt", "text/plain", &saved.text());
    let begin = move |_| match saved.begin_anew() {
        Ok(()) => told.say("The list is empty now."),
        Err(words) => told.warn(words),
    };
    view! {
        <div class="saved-damage" role="alert" data-test="saved-damage">
            <p>
                <b>"The list that this browser keeps cannot be read. "</b>
                {why}
                ". It is left as it is: take it away and mend it, or begin anew without it."
            </p>
            <button type="button" data-test="take-damaged" on:click=take>
                "Take it away as it is"
            </button>
            <button type="button" data-test="begin-anew" on:click=begin>
                "Begin anew"
            </button>
        </div>
    }
}
