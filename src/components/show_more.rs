//! The way to the rest of a list that begins short.

use leptos::prelude::*;

use crate::components::show::Show;
use crate::reactive::text;

/// What the button says that draws all of so many, or fewer again.
pub fn all_or_fewer(count: usize, expanded: bool) -> String {
    match expanded {
        true => "Show fewer".to_owned(),
        false => format!("Show all {count}"),
    }
}

/// A button that shows more, or less again.
#[component]
pub fn ShowMore(
    /// What it says; `None` where there is no more.
    #[prop(into)]
    words: Signal<Option<String>>,
    /// Whether more is shown.
    expanded: RwSignal<bool>,
    /// Its `data-test`.
    test: &'static str,
) -> impl IntoView {
    view! {
        <Show when=move || words.with(Option::is_some)>
            <button
                type="button"
                class="text-button"
                data-test=test
                aria-expanded=text(move || expanded.get().to_string())
                on:click=move |_| expanded.update(|expanded| *expanded = !*expanded)
            >
                {move || words.get()}
            </button>
        </Show>
    }
}
