//! One column after the other by buttons: where many columns share a narrow chart, a finger cannot choose
//! one of them.

use leptos::prelude::*;

use super::brushed_columns::{ColumnView, Stretch};

/// Buttons to the column before what is chosen and to the one after it. Where nothing is chosen they lead to
/// the last column and to the first.
#[component]
pub fn ColumnSteps(
    /// The columns along the axis.
    columns: Memo<Vec<ColumnView>>,
    /// Which of them are chosen.
    selected: Signal<Option<Stretch>>,
    /// Chooses the column with a number alone.
    on_step: Callback<usize>,
) -> impl IntoView {
    let step = move |test: &'static str, way: &'static str, back: bool| {
        let target = move || {
            let last = columns.with(Vec::len).checked_sub(1)?;
            match (selected.get(), back) {
                (None, true) => Some(last),
                (None, false) => Some(0),
                (Some((first, _)), true) => first.checked_sub(1),
                (Some((_, end)), false) => Some(end + 1).filter(|next| *next <= last),
            }
        };
        let label = move || {
            let label = |at: usize| columns.with(|all| all.get(at).map(|one| one.label.clone()));
            target().and_then(label)
        };
        view! {
            // It stays at the end of the axis, where it has the focus still.
            <button
                type="button"
                data-test=test
                aria-disabled=move || target().is_none().to_string()
                on:click=move |_| {
                    if let Some(at) = untrack(target) {
                        on_step.run(at);
                    }
                }
            >
                <span class="unseen">{way}</span>
                " "
                {move || label().unwrap_or_else(|| "none".to_owned())}
            </button>
        }
    };
    view! {
        <div class="column-steps" role="group" aria-label="One column after the other">
            {step("step-back", "Before:", true)} {step("step-on", "After:", false)}
        </div>
    }
}
