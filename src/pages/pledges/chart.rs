//! The pledges over time, on a lane per kind.

use explorer_chart::{Lane, MarkState, Point, PointKind};
use explorer_dataset::pledge::Pledge;
use explorer_explore::filter::{DateRange, Standing};
use explorer_number::grouped;
use explorer_view::chart::Chart;
use explorer_view::pledges::{Kind, Shown, finding, quantity_words, title};
use explorer_view::sentence::date_words;
use leptos::prelude::*;

use super::Pledges;
use crate::components::item_chart::{Item, ItemAction, ItemChart, ItemForm, Items};
use crate::components::records::select_item::select_item;
use crate::reactive::memo;
use crate::store::use_store;

/// The kind whose numbers are of people, and so can be compared by size.
const SIZED: &str = "training";

/// What the signs mean.
const KEY: &str = "●\u{a0}a number of people to train · ○\u{a0}no such number · a line through it: only the month \
                   or the year is known. Buildings and money have units of their own and no size here.";

/// The pledges by the date on which they were made.
#[component]
pub fn PledgeChart() -> impl IntoView {
    let store = use_store();
    let pledges = memo(move || Pledges::of(store));
    let items = memo(move || {
        let range = store.filters.with(|filters| filters.range);
        let chosen = store.state.with(|state| state.kinds().to_vec());
        pledges.with(|pledges| items(pledges, &chosen, range))
    });
    let below = || view! { <p class="hint">{KEY}</p> };
    view! { <ItemChart chart=Chart::Pledges items on_select=select_item(store) below /> }
}

fn items(Pledges { shown, kinds }: &Pledges, chosen: &[&str], range: DateRange) -> Items {
    let (mut lanes, mut items) = (Vec::new(), Vec::new());
    for kind in kinds {
        let of_kind: Vec<_> = shown.iter().filter(|shown| shown.pledge.kind == kind.id).collect();
        let in_view = chosen.is_empty() || chosen.contains(&kind.id);
        let (state, standing) = match (in_view, chosen.is_empty()) {
            (false, _) => (MarkState::Muted, Standing::Free),
            (true, true) => (MarkState::Plain, Standing::Free),
            (true, false) => (MarkState::Included, Standing::Included),
        };
        lanes.push(lane(kind, &of_kind, state));
        items.push(kind_item(kind, standing));
        let of_kind = of_kind.iter().map(|shown| shown.pledge);
        items.extend(of_kind.map(|pledge| pledge_item(pledge, kind, standing, in_view)));
    }
    Items {
        finding: finding(shown),
        subtitle: "Pledges by the date on which they were made; the size says how many people are \
                   to be trained"
            .to_owned(),
        headings: ("Pledge", "Quantity"),
        all: "",
        form: ItemForm::Lanes { lanes, range, key: KEY.to_owned() },
        items,
    }
}

fn lane(kind: &Kind<'_>, of_kind: &[&Shown<'_>], state: MarkState) -> Lane {
    let points = of_kind.iter().map(|shown| {
        let pledge = shown.pledge;
        let size = pledge.quantity.filter(|_| kind.id == SIZED);
        Point {
            days: (pledge.date.first_day(), pledge.date.last_day()),
            weight: size.unwrap_or_default(),
            kind: PointKind::Disc,
            note: size.map(grouped).unwrap_or_default(),
            state,
        }
    });
    Lane { heading: "", label: title(kind.id).to_owned(), state, points: points.collect() }
}

fn kind_item(kind: &Kind<'_>, standing: Standing) -> Item {
    let count = format!("{} of {}", kind.count, kind.total);
    Item {
        value: kind.id.to_owned(),
        count: kind.count,
        total: kind.total,
        label: title(kind.id).to_owned(),
        lines: vec![("Pledges under the other filters".to_owned(), count)],
        action: ItemAction::Kind(kind.id),
        standing,
        in_table: false,
        words: None,
    }
}

fn pledge_item(pledge: &Pledge, kind: &Kind<'_>, standing: Standing, in_view: bool) -> Item {
    let mut lines = vec![(pledge.description.clone(), String::new())];
    lines.extend(quantity_words(pledge).map(|words| (words, String::new())));
    lines.push((format!("Status: {}", pledge.status), String::new()));
    Item {
        value: pledge.id.clone(),
        count: pledge.quantity.unwrap_or_default(),
        total: 0,
        label: format!("{}, {}", pledge.forum_or_partner, date_words(pledge.date)),
        lines,
        action: ItemAction::Kind(kind.id),
        standing,
        in_table: in_view,
        words: None,
    }
}
