//! What the colours of a map or a heat map mean.

use explorer_chart::Tone;
use explorer_number::grouped;
use leptos::prelude::*;

use crate::components::keyed_rows::KeyedRows;
use crate::hooks::use_screen::use_screen;

/// An entry of a [`Legend`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegendEntry {
    /// The colour.
    pub tone: Tone,
    /// What it means.
    pub label: String,
    /// How many countries have it, where that says something.
    pub countries: Option<u32>,
}

/// The legend of a map.
#[component]
pub fn Legend(
    /// The colours, from the least up.
    entries: Memo<Vec<LegendEntry>>,
    /// What a screen reader calls it.
    #[prop(default = "What the colours mean; the numbers count countries")]
    label: &'static str,
) -> impl IntoView {
    let screen = use_screen();
    let row = move |entry: ReadSignal<LegendEntry>| {
        let color = move || {
            let color =
                entry.with(|entry| screen.palette.with(|palette| entry.tone.color(palette)));
            format!("background:{}", color.css())
        };
        // An entry counts or does not: another one does, as its key says.
        let count = entry.with_untracked(|entry| entry.countries).map(|_| {
            let count = move || entry.with(|entry| entry.countries.map(grouped));
            view! { <span class="count" title="Countries">{count}</span> }
        });
        view! {
            <li>
                <i style=color></i>
                <span>{entry.with_untracked(|entry| entry.label.clone())}</span>
                {count}
            </li>
        }
    };
    view! {
        <ul
            class="legend"
            data-test="legend"
            aria-label=label
        >
            <KeyedRows rows=entries key=|entry: &LegendEntry| format!("{} {}", entry.label, entry.countries.is_some()) children=row />
        </ul>
    }
}
