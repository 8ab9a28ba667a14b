//! What the colours of a map mean.

use explorer_chart::Tone;
use explorer_number::grouped;
use leptos::prelude::*;

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
    #[prop(into)]
    entries: Signal<Vec<LegendEntry>>,
) -> impl IntoView {
    let screen = use_screen();
    let items = move || {
        let entry = |LegendEntry { tone, label, countries }: LegendEntry| {
            let color = screen.palette.with(|palette| tone.color(palette).css());
            let count = countries.map(|countries| {
                view! { <span class="count" title="Countries">{grouped(countries)}</span> }
            });
            view! {
                <li>
                    <i style=format!("background:{color}")></i>
                    <span>{label}</span>
                    {count}
                </li>
            }
        };
        entries.get().into_iter().map(entry).collect_view()
    };
    view! {
        <ul
            class="legend"
            data-test="legend"
            aria-label="What the colours mean; the numbers count countries"
        >
            {items}
        </ul>
    }
}
