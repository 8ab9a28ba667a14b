//! The values of a column as a facet.

use crate::components::facet::{FacetChoice, FacetList, FacetValue, ValueState};
use crate::reactive::memo;
use explorer_explore::filter::Standing;
use explorer_number::grouped;
use explorer_table::about::AboutColumn;
use explorer_table::column_kind::NONE;
use explorer_table::facet::{FIRST, FacetEntry, MORE, is_long, listed};
use explorer_table::{Answer, Question};
use explorer_view::step::Step;
use leptos::prelude::*;

use super::open_table::use_open_table;

/// A facet of a column.
#[component]
pub fn ColumnFacet(
    /// The column.
    column: usize,
) -> impl IntoView {
    let table = use_open_table();
    let Some(AboutColumn { name, dimension, values: count, .. }) = table.about_column(column)
    else {
        return ().into_any();
    };
    let (wanted, expanded) = (RwSignal::new(String::new()), RwSignal::new(false));
    // As long as the table is open: another one may have other columns in these places.
    let folded = RwSignal::new(false);
    let entries = table.follow(
        move || {
            let most = listed(count, expanded.get());
            Some(Question::Facet { column, wanted: wanted.get().trim().to_owned(), most })
        },
        |answer| match answer {
            Answer::Facet(entries) => Some(entries),
            _ => None,
        },
    );
    let values = memo(move || {
        let value = |entry: &FacetEntry| FacetValue {
            code: entry.bin as usize,
            id: entry.bin.to_string(),
            note: entry.label.clone(),
            is_absence: entry.label == NONE,
            label: entry.label.clone(),
            color: "",
        };
        entries.with(|entries| entries.iter().map(value).collect::<Vec<_>>())
    });
    let chosen = table.chosen(dimension);
    let states = memo(move || {
        let state = |entry: &FacetEntry| {
            let standing =
                chosen.with(|(included, excluded)| standing(entry.bin, included, excluded));
            // What is listed because it was chosen goes at once when it is chosen no more.
            let shown = !entry.only_chosen || standing != Standing::Free;
            ValueState { count: entry.count, share: entry.share, standing, shown }
        };
        entries.with(|entries| entries.iter().map(state).collect::<Vec<_>>())
    });
    let find = is_long(count).then(|| format!("Find among {}", grouped(count as u64)));
    let more = memo(move || {
        let searching = wanted.with(|wanted| !wanted.trim().is_empty());
        (is_long(count) && !searching).then(|| match expanded.get() {
            true => "Show fewer".to_owned(),
            false if count > MORE => format!("Show {MORE} of {}", grouped(count as u64)),
            false => format!("Show {} more", count - FIRST),
        })
    });
    let filters = table.filters();
    let active = memo(move || filters.with(|filters| filters.is_filtered(dimension)));
    let on_choose = Callback::new(move |(bin, choice): (usize, FacetChoice)| {
        // Bins have 32 bits.
        let bin = bin as u32;
        table.change(Step::Push, |filters| match choice {
            FacetChoice::Include => filters.toggle(dimension, bin),
            FacetChoice::Only => filters.toggle_only(dimension, bin),
            FacetChoice::Exclude => filters.toggle_excluded(dimension, bin),
        });
    });
    let on_clear =
        Callback::new(move |()| table.change(Step::Push, |filters| filters.clear(dimension)));
    view! {
        <FacetList
            test=format!("own-facet-{column}")
            title=name
            search=Signal::stored(find)
            values states wanted more expanded folded active on_choose on_clear
            on:pointerenter=move |_| table.expect(dimension)
        />
    }
    .into_any()
}

/// How a value stands under bins that are included and excluded, both ascending.
pub fn standing(bin: u32, included: &[u32], excluded: &[u32]) -> Standing {
    if included.binary_search(&bin).is_ok() {
        Standing::Included
    } else if excluded.binary_search(&bin).is_ok() {
        Standing::Excluded
    } else {
        Standing::Free
    }
}
