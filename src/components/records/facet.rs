//! A facet of the records.

use std::sync::Arc;

use explorer_chart::AgencyTint;
use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Selection, Standing};
use explorer_explore::measure::Measure;
use explorer_explore::search::{Search, index};
use explorer_view::ranking::list_order;
use leptos::prelude::*;

use super::heading::agency_color;
use crate::components::facet::{FacetChoice, FacetList, FacetValue, ValueState, use_folded};
use crate::reactive::memo;
use crate::store::{Store, use_store};

/// Values shown before a reader asks for more; a facet with some more of them can be searched.
const FIRST: usize = 6;

/// A facet of the records.
#[component]
pub fn RecordFacet(
    /// Which facet it is.
    facet: Facet,
) -> impl IntoView {
    let store = use_store();
    let selection = memo(move || store.filters.with(|f| f.selection(facet).clone()));
    // They change only when a value without records is chosen.
    let codes = memo(move || selection.with(|selection| codes(store, facet, selection)));
    let (wanted, expanded) = (RwSignal::new(String::new()), RwSignal::new(false));
    let folded = use_folded(facet.key().to_owned());
    let is_long = memo(move || codes.with(Vec::len) > FIRST + 2);
    let values = memo(move || {
        codes.with(|codes| codes.iter().filter_map(|&code| value(store, facet, code)).collect())
    });
    let listed =
        memo(move || listed(store, facet, codes, wanted, expanded.get() || !is_long.get()));
    // By code, as the search for an id costs.
    let standings = memo(move || {
        let entries = store.explorer.table().dictionary(facet).entries();
        selection.with(|selection| {
            Arc::new(entries.iter().map(|e| selection.standing(&e.id)).collect::<Vec<_>>())
        })
    });
    // All at once, so that what they have in common is asked for once.
    let states = memo(move || {
        let (outcome, standings, listed) = (store.settled.get(), standings.get(), listed.get());
        let counts = outcome.facet(facet);
        let largest = counts.iter().copied().max().unwrap_or(0).max(1);
        let state = |code: &Code| {
            let code = usize::from(*code);
            let count = counts.get(code).copied().unwrap_or(0);
            let standing = standings.get(code).copied().unwrap_or(Standing::Free);
            let shown = standing != Standing::Free || listed.contains(&code);
            // Whole per mille: a bar is some 230 pixels long.
            let share = u64::from(count) * 1000 / u64::from(largest);
            ValueState { count, share: u32::try_from(share).unwrap_or(1000), standing, shown }
        };
        codes.with(|codes| codes.iter().map(state).collect::<Vec<_>>())
    });
    let search = memo(move || is_long.get().then(|| "Find".to_owned()));
    let more = memo(move || {
        let searching = wanted.with(|wanted| !wanted.trim().is_empty());
        (is_long.get() && !searching).then(|| match expanded.get() {
            true => "Show fewer".to_owned(),
            false => format!("Show {} more", codes.with(Vec::len).saturating_sub(FIRST)),
        })
    });
    let active = memo(move || selection.with(|selection| !selection.is_empty()));
    let on_choose = Callback::new(move |(code, choice): (usize, FacetChoice)| {
        let entries = store.explorer.table().dictionary(facet).entries();
        let Some(entry) = entries.get(code) else { return };
        store.filter(|filters| match choice {
            FacetChoice::Include => filters.toggle_include(facet, &entry.id),
            FacetChoice::Only => filters.toggle_only(facet, &entry.id),
            FacetChoice::Exclude => filters.toggle_exclude(facet, &entry.id),
        });
    });
    let on_clear = Callback::new(move |()| store.filter(|filters| filters.clear(facet)));
    view! {
        <FacetList
            test=format!("facet-{}", facet.key())
            title=facet.title().to_owned()
            values states wanted search more expanded folded active on_choose on_clear
        />
    }
}

/// The values that some record has, and those that are chosen.
fn codes(store: Store, facet: Facet, selection: &Selection) -> Vec<Code> {
    let exists = store.explorer.totals(Measure::Interactions).facet(facet);
    let dictionary = store.explorer.table().dictionary(facet);
    let keep = |code: &Code| {
        let chosen = || {
            let entry = dictionary.entry(*code);
            entry.is_some_and(|entry| selection.standing(&entry.id) != Standing::Free)
        };
        exists.get(usize::from(*code)).is_some_and(|count| *count > 0) || chosen()
    };
    list_order(store.explorer, facet).into_iter().filter(keep).collect()
}

fn value(store: Store, facet: Facet, code: Code) -> Option<FacetValue> {
    let entry = store.explorer.table().dictionary(facet).entry(code)?;
    let tint = if facet == Facet::Agency { AgencyTint::of(&entry.id) } else { AgencyTint::Rest };
    Some(FacetValue {
        code: usize::from(code),
        id: entry.id.clone(),
        label: entry.label.clone(),
        note: entry.note.clone(),
        color: if tint == AgencyTint::Rest { "" } else { agency_color(tint) },
        is_absence: false,
    })
}

/// The codes of the values that are listed even if they are not chosen: those found, or else all,
/// or the first ones.
fn listed(
    store: Store,
    facet: Facet,
    codes: Memo<Vec<Code>>,
    wanted: RwSignal<String>,
    all: bool,
) -> Vec<usize> {
    let dictionary = store.explorer.table().dictionary(facet);
    let search = wanted.with(|wanted| (!wanted.trim().is_empty()).then(|| Search::new(wanted)));
    let is_found = |code: &Code| {
        let entry = dictionary.entry(*code);
        let text = entry.map(|e| index(&format!("{} {} {}", e.label, e.note, e.id)));
        search.as_ref().is_none_or(|search| text.is_some_and(|text| search.matches(&text)))
    };
    let most = if all || search.is_some() { usize::MAX } else { FIRST };
    codes.with(|codes| {
        codes
            .iter()
            .filter(|code| is_found(code))
            .take(most)
            .map(|code| usize::from(*code))
            .collect()
    })
}
