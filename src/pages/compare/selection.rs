//! The filters of a side, or of both: one row each, and a field to add another.

use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters};
use explorer_view::compare::pair::Half;
use explorer_view::sentence::chips;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::model::{Part, use_comparison};
use super::period_row::PeriodRow;
use super::remove_button::RemoveButton;
use super::value_row::ValueRow;
use crate::components::keyed_items::KeyedItems;
use crate::hooks::after_effects::after_effects;
use crate::hooks::focus::focus;
use crate::reactive::{effect, memo};

/// Facets that are compared most come first.
const OFFERED: [Facet; Facet::COUNT] = [
    Facet::Official,
    Facet::Agency,
    Facet::Country,
    Facet::Region,
    Facet::Topic,
    Facet::Format,
    Facet::Rank,
    Facet::Office,
    Facet::Organization,
    Facet::Forum,
    Facet::Channel,
    Facet::Venue,
    Facet::Gsi,
    Facet::Confidence,
    Facet::Certainty,
    Facet::Window,
];

/// The word for dates among the facets.
const DATE: &str = "date";

/// A row of the filters.
#[derive(Debug, Clone, PartialEq)]
enum Row {
    /// One value of a facet, or none yet.
    Value(Facet),
    /// A date range, or none yet.
    Period,
    /// Whatever else is filtered, in words: several values, exclusions, a search, all else.
    Words { key: &'static str, title: &'static str, words: String },
}

impl Row {
    fn key(&self) -> String {
        match self {
            Self::Value(facet) => facet.key().to_owned(),
            Self::Period => DATE.to_owned(),
            Self::Words { key, words, .. } => format!("{key} {words}"),
        }
    }
}

/// The filters of a part of the comparison.
#[component]
pub fn Selection(
    /// Which part.
    part: Part,
) -> impl IntoView {
    let model = use_comparison();
    let store = model.store;
    let filters = model.filters(part);
    let is_all_else =
        memo(move || part == Part::Half(Half::B) && model.pair.with(|pair| pair.is_all_else()));
    // What a reader has begun to add and not chosen yet: the key of a facet, or `date`.
    let begun = RwSignal::new(None::<String>);
    let rows = memo(move || {
        let mut rows =
            filters.with(|filters| rows_of_filters(store.explorer, filters, is_all_else.get()));
        let begun = begun.get().and_then(|begun| row_of(&begun));
        rows.extend(begun.filter(|row| !rows.contains(row)));
        rows
    });
    // What is chosen is no longer begun: taken away again, its row goes.
    effect(move || {
        let set = filters.with(|filters| rows_of_filters(store.explorer, filters, false));
        if begun
            .with(|begun| begun.as_deref().and_then(row_of).is_some_and(|row| set.contains(&row)))
        {
            begun.set(None);
        }
    });
    let add = NodeRef::<html::Select>::new();
    let offered = move || {
        let taken: Vec<String> = rows.with(|rows| rows.iter().map(Row::key).collect());
        let facets = OFFERED.map(|facet| (facet.key(), facet.title())).into_iter();
        let offered = [(DATE, "Date")].into_iter().chain(facets);
        let offered = offered.filter(|(key, _)| !taken.iter().any(|taken| taken == key));
        offered.map(|(key, title)| view! { <option value=key>{title}</option> }).collect_view()
    };
    let begin = Callback::new(move |()| {
        let Some(field) = add.get_untracked() else { return };
        let chosen = field.value();
        if chosen.is_empty() {
            return;
        }
        begun.set(Some(chosen));
        field.set_value("");
        // The new row is where the next step is. It is looked for: rows of a keyed list have no handle.
        after_effects(move || {
            let row = add.get_untracked().and_then(|add| add.parent_element());
            let row = row.and_then(|row| row.previous_element_sibling());
            let field = row.and_then(|row| row.query_selector("li:last-child select").ok()?);
            if let Some(field) = field {
                focus(&field);
            }
        });
    });
    // Letters and arrow keys choose in a folded list step by step: Enter, or leaving it, says that this was
    // the last one. Else the first letter of a word would choose, and the second one in the next field.
    let by_key = StoredValue::new(false);
    let pressed = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "Enter" if by_key.get_value() => {
            event.prevent_default();
            by_key.set_value(false);
            begin.run(());
        }
        "Enter" | "Tab" | "Shift" | "Alt" | "Escape" => {}
        _ => by_key.set_value(!event.alt_key()),
    };
    let choose = move |_| {
        if !by_key.get_value() {
            begin.run(());
        }
    };
    let left = move |_| {
        if by_key.get_value() {
            by_key.set_value(false);
            begin.run(());
        }
    };
    // The field to add one is what remains when a row goes.
    let removed = Callback::new(move |key: String| {
        begun.update(|begun| _ = begun.take_if(|begun| *begun == key));
        if let Some(add) = add.get_untracked() {
            focus(&add);
        }
    });
    let row = move |row: Row| match row {
        Row::Value(facet) => view! { <ValueRow part facet removed /> }.into_any(),
        Row::Period => view! { <PeriodRow part removed /> }.into_any(),
        Row::Words { key, title, words } => {
            let what = format!("{title}: {words}");
            let on_remove = Callback::new(move |()| {
                model.change(part, |filters| remove(filters, key));
                removed.run(key.to_owned());
            });
            view! {
                <li>
                    <span class="what">{title}</span>
                    <span class="words">{words}</span>
                    <RemoveButton part what on_remove />
                </li>
            }
            .into_any()
        }
    };
    view! {
        <div class="selection" data-test=format!("selection-{}", part.id())>
            <ul>
                <KeyedItems items=rows key=Row::key children=row />
            </ul>
            <p>
                <select
                    node_ref=add
                    data-test="add-filter"
                    aria-label=format!("Add a filter to {}", part.name())
                    title="By keyboard: choose, then Enter"
                    on:keydown=pressed
                    on:pointerdown=move |_| by_key.set_value(false)
                    on:change=choose
                    on:blur=left
                >
                    <option value="">"Add a filter …"</option>
                    {offered}
                </select>
            </p>
        </div>
    }
}

fn row_of(begun: &str) -> Option<Row> {
    if begun == DATE { Some(Row::Period) } else { Facet::from_key(begun).map(Row::Value) }
}

/// A row per filter.
fn rows_of_filters(explorer: &Explorer, filters: &Filters, is_all_else: bool) -> Vec<Row> {
    let mut rows = Vec::new();
    for (facet, selection) in filters.selections() {
        if selection.excluded().is_empty() && selection.included().len() == 1 {
            rows.push(Row::Value(facet));
            continue;
        }
        let mut only = filters.clone();
        only.range = DateRange::default();
        only.set_query("");
        only.set_except(None);
        let chips = chips(explorer, &only).into_iter().filter(|chip| chip.kind == facet.title());
        let words = chips.map(|chip| match chip.excluded {
            true => format!("not {}", chip.label),
            false => chip.label,
        });
        let words = words.collect::<Vec<_>>().join(", ");
        rows.push(Row::Words { key: facet.key(), title: facet.title(), words });
    }
    if !filters.range.is_open() {
        rows.push(Row::Period);
    }
    if !filters.query().is_empty() {
        let words = format!("\u{201c}{}\u{201d}", filters.query());
        rows.push(Row::Words { key: "q", title: "Search", words });
    }
    if let Some(except) = filters.except() {
        let words = match is_all_else {
            true => "all that is not in A".to_owned(),
            false => explorer_view::sentence::filter_words(explorer, except),
        };
        rows.push(Row::Words { key: "except", title: "All but", words });
    }
    rows
}

/// Takes the filter of a row away.
fn remove(filters: &mut Filters, key: &str) {
    match (key, Facet::from_key(key)) {
        (_, Some(facet)) => filters.clear(facet),
        ("q", _) => filters.set_query(""),
        _ => filters.set_except(None),
    }
}
