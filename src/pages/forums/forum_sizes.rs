//! How many took part in forums that can be compared.

use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_view::chart::Chart;
use explorer_view::finding::NOTHING;
use explorer_view::forums::{Size, sizes};
use explorer_view::sentence::date_words;
use leptos::html;
use leptos::prelude::*;

use crate::components::item_chart::{Item, ItemChart, ItemForm, Items};
use crate::components::records::forum_sessions::{action_of, standing_of};
use crate::components::records::select_item::select_item;
use crate::hooks::use_screen::use_screen;
use crate::reactive::memo;
use crate::store::use_store;

/// What a source says of the number of participants when it is not "more than".
const NEARLY: &str = "nearly";

/// The sessions whose size a source gives.
#[component]
pub fn ForumSizes() -> impl IntoView {
    let node = NodeRef::<html::Figure>::new();
    let store = use_store().in_sight(use_screen(), node);
    let items = memo(move || {
        let all = sizes(store.explorer);
        store.filters.with(|filters| items(all, filters))
    });
    let note = memo(move || {
        let is_filtered =
            store.filters.with(|filters| !filters.selection(Facet::Forum).included().is_empty());
        let is_free = |item: &Item| item.standing == Standing::Free;
        let has_none = items.with(|items| items.items.iter().all(is_free));
        match is_filtered && has_none {
            true => "None of the forums filtered for is among them. ",
            false => "",
        }
    });
    let below = move || {
        view! {
            <p class="hint">
                {note}
                "Organizers count their guests as they like, so sizes are orders of magnitude. \
                 The Xiangshan, Great Wall and World Peace Forums are no part of the records; they are \
                 here for comparison. Sources are on each forum\u{2019}s page."
            </p>
        }
    };
    view! { <ItemChart chart=Chart::ForumSizes items on_select=select_item(store) node below /> }
}

fn items(mut sizes: Vec<Size<'_>>, filters: &Filters) -> Items {
    sizes.retain(|Size { session, .. }| {
        filters.range.overlaps(session.date.first_day(), session.date.last_day())
    });
    Items {
        finding: finding(&sizes),
        subtitle: "Reported numbers; all are minimums unless marked “nearly”".to_owned(),
        headings: ("Gathering", "Participants"),
        all: "",
        form: ItemForm::Bars,
        items: sizes.iter().map(|size| item(size, filters)).collect(),
    }
}

fn name(size: &Size<'_>) -> String {
    format!("{} {}", size.entry.label, size.session.date.year())
}

fn reported(size: &Size<'_>) -> String {
    size.session.participants_words.clone().unwrap_or_default()
}

/// The largest gathering, and the largest of another forum.
fn finding(sizes: &[Size<'_>]) -> String {
    let Some(first) = sizes.first() else { return NOTHING.to_owned() };
    let largest = format!("{}: {}", name(first), reported(first));
    match sizes.iter().find(|size| size.entry.id != first.entry.id) {
        Some(next) => format!("{largest}; {}: {}", name(next), reported(next)),
        None => largest,
    }
}

fn item(size: &Size<'_>, filters: &Filters) -> Item {
    let Size { entry, session, participants } = size;
    let reported = reported(size);
    let nearly = if reported.starts_with(NEARLY) { ", nearly" } else { "" };
    let place = session.city.iter().cloned();
    let place = place.chain([date_words(session.date)]).collect::<Vec<_>>().join(", ");
    let delegations = session.delegations.clone().unwrap_or_default();
    Item {
        value: format!("{}:{}", entry.id, session.date),
        count: *participants,
        total: *participants,
        label: format!("{}{nearly}", name(size)),
        lines: [reported, delegations, place].map(|words| (words, String::new())).into(),
        action: action_of(entry, false),
        standing: standing_of(filters, entry),
        in_table: true,
        words: None,
    }
}
