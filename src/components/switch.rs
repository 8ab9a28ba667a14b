//! A small group of buttons of which one is pressed.

use leptos::prelude::*;

use crate::reactive::{memo, text};

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
    let (values, labels): (Vec<T>, Vec<_>) =
        options.into_iter().map(|option| (option.value, (option.id, option.label))).unzip();
    let values = StoredValue::new(values);
    let pressed = memo(move || {
        values.with_value(|values| {
            selected.with(|selected| values.iter().position(|value| value == selected))
        })
    });
    let on_press = Callback::new(move |at: usize| {
        if let Some(value) = values.with_value(|values| values.get(at).cloned()) {
            on_select.run(value);
        }
    });
    view! { <SwitchButtons test label labels pressed on_press /> }
}

/// The buttons of a switch, whatever they choose.
#[component]
fn SwitchButtons(
    /// Its `data-test`.
    test: &'static str,
    /// What is chosen, for screen readers.
    label: &'static str,
    /// What each button has as `data-value`, and what stands on it.
    labels: Vec<(&'static str, &'static str)>,
    /// Which of them is pressed.
    pressed: Memo<Option<usize>>,
    /// Called with the button that a reader presses.
    on_press: Callback<usize>,
) -> impl IntoView {
    let buttons = labels.into_iter().enumerate().map(|(at, (id, label))| {
        view! {
            <button
                type="button"
                data-value=id
                aria-pressed=text(move || (pressed.get() == Some(at)).to_string())
                on:click=move |_| on_press.run(at)
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
