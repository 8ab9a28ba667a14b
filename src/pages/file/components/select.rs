//! A choice among many.

use leptos::prelude::*;

/// One of the choices of a [`Select`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelectOption<T> {
    /// What it chooses.
    pub value: T,
    /// Its value in the document, a word that does not change.
    pub id: String,
    /// What stands on it.
    pub label: String,
}

impl<T> SelectOption<T> {
    /// An option.
    pub fn new(value: T, id: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value, id: id.into(), label: label.into() }
    }
}

/// A choice among many, as a field that folds out.
#[component]
pub fn Select<T>(
    /// Its `data-test`.
    #[prop(optional)]
    test: Option<&'static str>,
    /// What a screen reader calls it, where no label is beside it.
    #[prop(optional, into)]
    label: Option<String>,
    /// What it settles, as `data-set`.
    #[prop(optional)]
    setting: Option<&'static str>,
    /// The position of the column that it settles something of, as `data-at`.
    #[prop(optional)]
    at: Option<usize>,
    /// The choices.
    options: Vec<SelectOption<T>>,
    /// Which of them is chosen.
    #[prop(into)]
    selected: Signal<T>,
    /// Called with what a reader chooses.
    on_select: Callback<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let choices: Vec<(String, T)> =
        options.iter().map(|option| (option.id.clone(), option.value.clone())).collect();
    let options = options.into_iter().map(|SelectOption { value, id, label }| {
        let is_chosen = move || selected.with(|selected| *selected == value);
        view! {
            <option value=id prop:selected=is_chosen>
                {label}
            </option>
        }
    });
    let choose = move |event| {
        let id = event_target_value(&event);
        if let Some((_, value)) = choices.iter().find(|(known, _)| *known == id) {
            on_select.run(value.clone());
        }
    };
    view! {
        <select
            data-test=test
            aria-label=label
            data-set=setting
            data-at=at.map(|at| at.to_string())
            on:change=choose
        >
            {options.collect_view()}
        </select>
    }
}
