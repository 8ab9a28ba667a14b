//! How many took part in forums that can be compared.

use web_sys::Element;

use super::sessions::{act_of, standing_of};
use crate::ui::items::{Form, Item, Items, item_figure};
use crate::ui::markup::el;
use crate::ui::store::Store;
use explorer_explore::filter::Standing;
use explorer_view::chart::Chart;
use explorer_view::finding::NOTHING;
use explorer_view::forums::{Size, sizes as all_sizes};
use explorer_view::sentence::date_words;

/// The sessions whose size a source gives.
pub fn sizes(store: Store) -> Element {
    item_figure(store, Chart::ForumSizes, |store, _| items(store))
}

/// What a source says of the number of participants when it is not "more than".
const NEARLY: &str = "nearly";

fn items(store: Store) -> Items {
    let filters = store.filters.get();
    let in_range = |size: &Size<'_>| {
        filters.range.overlaps(size.session.date.first_day(), size.session.date.last_day())
    };
    let all: Vec<Size<'_>> = all_sizes(store.explorer).into_iter().filter(in_range).collect();
    let name = |size: &Size<'_>| format!("{} {}", size.entry.label, size.session.date.year());
    let words = |size: &Size<'_>| size.session.participants_words.clone().unwrap_or_default();
    let items = all.iter().map(|size| {
        let said = words(size);
        let nearly = if said.starts_with(NEARLY) { ", nearly" } else { "" };
        let place = size.session.city.iter().cloned();
        let place = place.chain([date_words(size.session.date)]).collect::<Vec<_>>().join(", ");
        let delegations = size.session.delegations.clone().unwrap_or_default();
        Item {
            value: format!("{}:{}", size.entry.id, size.session.date),
            count: size.participants,
            total: size.participants,
            label: format!("{}{nearly}", name(size)),
            lines: vec![
                (said, String::new()),
                (delegations, String::new()),
                (place, String::new()),
            ],
            act: act_of(&size.entry, false),
            standing: standing_of(&filters, &size.entry),
            in_table: true,
        }
    });
    let items: Vec<Item> = items.collect();
    let next = |first: &Size<'_>| all.iter().find(|size| size.entry.id != first.entry.id);
    let finding = match all.first() {
        None => NOTHING.to_owned(),
        Some(first) => {
            let largest = format!("{}: {}", name(first), words(first));
            match next(first) {
                Some(next) => format!("{largest}; {}: {}", name(next), words(next)),
                None => largest,
            }
        }
    };
    let unknown = items.iter().all(|item| item.standing == Standing::Free)
        && !filters.selection(explorer_explore::facet::Facet::Forum).included().is_empty();
    let note = if unknown { "None of the forums filtered for is among them. " } else { "" };
    Items {
        finding,
        subtitle: "Participants as reported: more than so many, where it does not say nearly"
            .to_owned(),
        headings: ("Gathering", "Participants"),
        all: "",
        form: Form::Bars,
        items,
        below: vec![el("p").class("hint").text(format!(
            "{note}Organizers count their guests as they like, so sizes are orders of magnitude. \
             The Xiangshan, Great Wall and World Peace Forums are no part of the records; they are \
             here for comparison. Sources are on each forum\u{2019}s page."
        ))],
        controls: Vec::new(),
    }
}
