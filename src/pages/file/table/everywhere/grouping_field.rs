//! Which rows are the same event.

use explorer_intake::{Choices, Grouping};
use explorer_number::grouped;
use leptos::prelude::*;

use crate::pages::file::components::select::{Select, SelectOption};

/// A choice of which rows are the same event, with how many events each way gives.
#[component]
pub fn GroupingField(
    /// The ways, with the events that each gives.
    ways: Vec<(Grouping, u32)>,
    /// The one that is taken.
    taken: Grouping,
    /// Whether the reader has not said it, and it makes a difference.
    is_asked: bool,
    /// What the reader decides.
    choices: RwSignal<Choices>,
) -> impl IntoView {
    let options = ways.into_iter().map(|(way, events)| {
        let label = format!("{} ({} events)", way.words(), grouped(u64::from(events)));
        SelectOption::new(way, way.key(), label)
    });
    let choose = Callback::new(move |way| choices.update(|all| all.grouping = Some(way)));
    let question = is_asked.then(|| {
        view! { <b class="own-asked" data-test="asked">" Please look: the ways differ."</b> }
    });
    view! {
        <p>
            <label>
                "Rows of the same event: "
                <Select
                    test="grouping"
                    options=options.collect()
                    selected=Signal::stored(taken)
                    on_select=choose
                />
            </label>
            {question}
        </p>
    }
}
