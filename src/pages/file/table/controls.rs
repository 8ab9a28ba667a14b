//! What charts count, and the ways out of a table.

use explorer_meaning::mapping::Role;
use leptos::prelude::*;

use super::open_table::use_open_table;
use crate::pages::file::components::select::{Select, SelectOption};
use crate::pages::file::store::use_file_store;
use explorer_table::measure::Measure;

/// The controls of an open table.
#[component]
pub fn TableControls() -> impl IntoView {
    let (store, table) = (use_file_store(), use_open_table());
    let about = table.about();
    let numbers = about.columns.iter().filter(|column| matches!(column.role, Role::Number(_)));
    let numbers: Vec<(usize, String)> =
        numbers.map(|column| (column.dimension, column.name.clone())).collect();
    let option =
        |measure: Measure, words: String| SelectOption::new(measure, measure.word(), words);
    let measures = numbers.into_iter().flat_map(|(dimension, name)| {
        [
            option(Measure::Sum(dimension), format!("Sum of {name}")),
            option(Measure::Mean(dimension), format!("Mean of {name}")),
        ]
    });
    let rows = option(Measure::Rows, "Rows".to_owned());
    let options: Vec<_> = [rows].into_iter().chain(measures).collect();
    let on_select = Callback::new(move |measure| table.set_measure(measure));
    let choice = (options.len() > 1).then(|| {
        view! {
            <label class="control">
                <span class="control-name">"Charts show"</span>
                <Select test="own-measure" options selected=table.measure() on_select />
            </label>
        }
    });
    view! {
        <div class="own-controls">
            {choice}
            <button
                type="button"
                class="text-button"
                data-test="change-roles"
                on:click=move |_| store.review(table.draft())
            >
                "Change what columns hold"
            </button>
            <button
                type="button"
                class="text-button"
                data-test="close-file"
                on:click=move |_| store.close()
            >
                "Close the file"
            </button>
        </div>
    }
}
