//! A heading that sorts the countries.

use explorer_number::grouped;
use explorer_view::countries::words;
use explorer_view::country_table::{CountryColumn, Side};
use explorer_view::sentence::label;
use explorer_view::step::Step;
use explorer_view::years::years;
use leptos::prelude::*;

use crate::components::records::heading::heading;
use crate::reactive::{memo, text};
use crate::store::{Store, use_store};

/// A column's heading: a click sorts by it, another one turns the order round.
#[component]
pub fn CountryHeading(
    /// The column.
    column: CountryColumn,
    /// How many rows of the head it spans.
    #[prop(optional_no_strip)]
    rows: Option<&'static str>,
    /// The count that reaches the top of the sparklines below it, if there are any.
    #[prop(optional, into)]
    top: Option<Signal<u32>>,
) -> impl IntoView {
    let store = use_store();
    let sort = store.part(|state| state.country_sort);
    let name = memo(move || column_name(store, column));
    let order = move || match (sort.get().column == column, sort.get().descending) {
        (false, _) => ("none", ""),
        (true, false) => ("ascending", "\u{2191}"),
        (true, true) => ("descending", "\u{2193}"),
    };
    let part = years(store.explorer)
        .into_iter()
        .find(|year| column == CountryColumn::Year(year.year) && !year.part.is_empty())
        .map(|year| view! { <small>" " {year.part}</small> });
    let sort_by_it = move |_| {
        store.change(Step::Push, |state| {
            state.country_sort = state.country_sort.after_click(column);
        });
    };
    view! {
        <th scope="col" aria-sort=move || order().0 rowspan=rows>
            <button type="button" data-sort=column.id().into_owned() on:click=sort_by_it>
                {name} {part} <span class="arrow" aria-hidden="true">
                    {move || order().1}
                </span>
            </button>
            {top.map(|top| view! {
                <small>{text(move || format!("per quarter, {} at most", grouped(top.get())))}</small>
            })}
        </th>
    }
}

fn column_name(store: Store, column: CountryColumn) -> String {
    let period = |side: Side| {
        store.state.with(|state| state.periods.period(side)).map_or(String::new(), words)
    };
    match column {
        CountryColumn::Name => "Country".to_owned(),
        CountryColumn::Count => heading(store.measure.get()).to_owned(),
        CountryColumn::Year(year) => year.to_string(),
        CountryColumn::Forums => "At or beside forums".to_owned(),
        CountryColumn::First => "First".to_owned(),
        CountryColumn::Last => "Last".to_owned(),
        CountryColumn::Earlier => period(Side::Earlier),
        CountryColumn::Later => period(Side::Later),
        CountryColumn::Change => "Change".to_owned(),
        CountryColumn::Rank => "Chinese rank".to_owned(),
        CountryColumn::Office => "Foreign office".to_owned(),
        CountryColumn::Multilateral => "Multi\u{ad}lateral".to_owned(),
        part => part_name(store, part),
    }
}

/// The name of the value that a column of parts is about.
pub fn part_name(store: Store, column: CountryColumn) -> String {
    column.part().map(|(facet, id)| label(store.explorer, facet, id)).unwrap_or_default()
}
