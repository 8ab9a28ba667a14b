//! A small group of buttons of which one is pressed.

use leptos::prelude::*;

/// One of the choices of a [`Switch`].
#[derive(Debug, Clone)]
pub struct SwitchOption<T> {
    /// What it chooses.
    pub value: T,
    /// Its `data-value`, a word that does not change.
    pub id: &'static str,
    /// What stands on it.
    pub label: &'static str,
}

impl<T> SwitchOption<T> {
    /// An option.
    pub fn new(value: T, id: &'static str, label: &'static str) -> Self {
        Self { value, id, label }
    }
}

/// A choice among a few words.
#[component]
pub fn Switch<T>(
    /// Its `data-test`.
    test: &'static str,
    /// What is chosen, for screen readers.
    label: &'static str,
    /// The choices.
    options: Vec<SwitchOption<T>>,
    /// Which of them is chosen.
    #[prop(into)]
    selected: Signal<T>,
    /// Called with what a reader chooses.
    #[prop(into)]
    on_select: Callback<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let buttons = options.into_iter().map(|SwitchOption { value, id, label }| {
        let own = value.clone();
        let pressed = move || selected.with(|selected| *selected == own);
        view! {
            <button
                type="button"
                data-value=id
                aria-pressed=move || pressed().to_string()
                on:click=move |_| on_select.run(value.clone())
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
