//! A small group of buttons of which one is pressed.

use leptos::prelude::*;

/// A choice among a few words. `options` are (id, label); `choose` gets the id.
#[component]
pub fn Switch(
    /// `data-test` of the group.
    test: &'static str,
    /// What the group chooses, for screen readers.
    label: &'static str,
    /// Ids and labels.
    options: Vec<(&'static str, &'static str)>,
    /// The pressed id.
    #[prop(into)]
    pressed: Signal<&'static str>,
    /// What a click does.
    #[prop(into)]
    choose: Callback<&'static str>,
) -> impl IntoView {
    let buttons = options.into_iter().map(|(id, label)| {
        view! {
            <button
                type="button"
                data-value=id
                aria-pressed=move || (pressed.get() == id).to_string()
                on:click=move |_| choose.run(id)
            >
                {label}
            </button>
        }
    });
    view! {
        <div class="switch" role="group" aria-label=label data-test=test>
            {buttons.collect_view()}
        </div>
    }
}
