//! What China pledged: training, facilities, equipment, agreements.

mod list;

use web_sys::Element;

use super::items::{Act, Form, Item, Items, item_figure};
use super::listen::on_act;
use super::markup::{Markup, el, live};
use super::profile::pledges::quantity;
use super::store::{Step, Store};
use super::switch::button;
use explorer_chart::{Lane, MarkState, Point, PointKind};
use explorer_dataset::pledge::{KINDS, Pledge};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_number::grouped;
use explorer_view::chart::Chart;
use explorer_view::finding::NOTHING;
use explorer_view::pledges::{Kind, Shown, kinds, noun, pledges as all_pledges, title};
use explorer_view::sentence::{Chip, chips, date_words};

/// The kind whose numbers are of people, and so can be compared by size.
const SIZED: &str = "training";

/// The pledges over time, what they add up to, and all of them.
pub fn pledges(store: Store) -> Element {
    let head = live("div", move |place| head(place.class("pledge-head"), store));
    on_act(&head, move |act| match act {
        "all" => store.change(Step::Push, |state| {
            *state = state.without_kinds();
            state.filters = Default::default();
        }),
        act => match act.parse::<usize>() {
            Ok(at) => {
                let chip = applied(store).into_iter().nth(at);
                store.filter(|filters| *filters = chip.map_or(filters.clone(), |c| c.without));
            }
            Err(_) => store.change(Step::Push, |state| state.toggle_kind(act)),
        },
    });
    let chart = item_figure(store, Chart::Pledges, |store, _| items(store));
    el("div").class("pledges").kept(head).kept(chart).kept(list::list(store)).build()
}

/// The pledges under all filters but that of kinds, and the kinds.
fn found(store: Store) -> (Vec<Shown<'static>>, Vec<Kind<'static>>) {
    let shown = store.state.with(|state| all_pledges(store.explorer, state));
    let kinds = kinds(store.explorer, &shown);
    (shown, kinds)
}

/// The filters of the reader that pledges can have.
fn applied(store: Store) -> Vec<Chip> {
    let titles = ["Date", Facet::Country.title(), Facet::Region.title()];
    let chips = store.filters.with(|filters| chips(store.explorer, filters));
    chips.into_iter().filter(|chip| titles.contains(&chip.kind)).collect()
}

/// How many are in view, and what they are filtered by.
fn head(place: Markup, store: Store) -> Markup {
    let (shown, kinds) = found(store);
    let all = store.explorer.dataset().pledges.len();
    let count = shown.iter().filter(|shown| shown.in_view).count();
    let words = match count == all {
        true => format!("All {all} pledges"),
        false => format!("{count} of {all} pledges"),
    };
    let sentence = el("p")
        .class("sentence")
        .attr("data-test", "pledge-count")
        .attr("data-count", count.to_string())
        .attr("aria-live", "polite")
        .child(el("b").text(words))
        .text(" that a source names, by whoever spoke for China, and what is known of each");
    let chosen = store.state.with(|state| state.kinds().to_vec());
    let switches = kinds.iter().map(|kind| {
        let on = chosen.contains(&kind.id);
        button(kind.id)
            .attr("data-value", kind.id)
            .attr("data-count", kind.count.to_string())
            .attr("aria-pressed", if on { "true" } else { "false" })
            .text(format!("{} ", title(kind.id)))
            .child(el("small").text(kind.count.to_string()))
    });
    let switches = el("div")
        .class("switch")
        .attr("role", "group")
        .attr("aria-label", "Kinds of pledges")
        .attr("data-test", "pledge-kinds")
        .children(switches);
    let chips = applied(store);
    let others = store.filters.with(|filters| {
        let mut others = filters.clone();
        others.clear(Facet::Country);
        others.clear(Facet::Region);
        others.range = Default::default();
        !others.is_empty()
    });
    let filtered = !chips.is_empty() || others || !chosen.is_empty();
    let mut row = el("ul").class("chips").attr("aria-label", "Active filters");
    for (at, chip) in chips.iter().enumerate() {
        let label = match chip.excluded {
            true => format!("not {}", chip.label),
            false => chip.label.clone(),
        };
        let remove = button(at.to_string())
            .attr("aria-label", format!("Remove the filter {}: {label}", chip.kind))
            .text("×");
        let class = if chip.excluded { "chip excluded" } else { "chip" };
        row = row.child(el("li").class(class).child(el("span").text(label)).child(remove));
    }
    let reset =
        button("all").class("text-button").attr("data-test", "pledge-reset").text("Show all");
    row = row.child(el("li").child(reset));
    let note = others.then(|| {
        el("p").class("hint").text(
            "Pledges can be filtered by kind, date, country and region; your other filters are for \
             records and do not count here.",
        )
    });
    let named = chips.iter().any(|chip| chip.kind != "Date").then(|| {
        el("p")
            .class("hint")
            .text("In view are those that name the country; pledges to a group often name none.")
    });
    place
        .child(sentence)
        .child(switches)
        .children(filtered.then_some(row))
        .children(named)
        .children(note)
}

fn items(store: Store) -> Items {
    let (shown, kinds) = found(store);
    let chosen = store.state.with(|state| state.kinds().to_vec());
    let (mut lanes, mut items) = (Vec::new(), Vec::new());
    for kind in &kinds {
        let of_kind: Vec<_> = shown.iter().filter(|shown| shown.pledge.kind == kind.id).collect();
        let in_view = chosen.is_empty() || chosen.contains(&kind.id);
        let (state, standing) = match (in_view, chosen.is_empty()) {
            (false, _) => (MarkState::Muted, Standing::Free),
            (true, true) => (MarkState::Plain, Standing::Free),
            (true, false) => (MarkState::Included, Standing::Included),
        };
        let act = Act::Kind(kind.id);
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
        lanes.push(Lane {
            heading: "",
            label: title(kind.id).to_owned(),
            state,
            points: points.collect(),
        });
        let count = format!("{} of {}", kind.count, kind.total);
        items.push(Item {
            value: kind.id.to_owned(),
            count: kind.count,
            total: kind.total,
            label: title(kind.id).to_owned(),
            lines: vec![("Pledges under the other filters".to_owned(), count)],
            act: act.clone(),
            standing,
            in_table: false,
        });
        items.extend(of_kind.iter().map(|shown| item(shown.pledge, &act, standing, in_view)));
    }
    Items {
        finding: finding(&shown),
        subtitle: "Pledges by the date on which they were made; the size says how many people are \
                   to be trained"
            .to_owned(),
        headings: ("Pledge", "Quantity"),
        all: "",
        form: Form::Lanes(lanes),
        items,
        below: vec![el("p").class("hint").text(
            "●\u{a0}a number of people to train · ○\u{a0}no such number · a line through it: only the month \
             or the year is known. Buildings and money have units of their own and no size here.",
        )],
        controls: Vec::new(),
    }
}

/// Which kinds there are most of.
fn finding(shown: &[Shown<'_>]) -> String {
    let count = |kind: &str| {
        let of_kind = shown.iter().filter(|shown| shown.in_view && shown.pledge.kind == kind);
        u32::try_from(of_kind.count()).unwrap_or(u32::MAX)
    };
    let all: u32 = KINDS.iter().map(|kind| count(kind)).sum();
    let top = KINDS.into_iter().rev().max_by_key(|kind| count(kind));
    match top.map(|kind| (kind, count(kind))) {
        Some((kind, top)) if top > 0 && top == all => {
            let words = if all == 1 { "pledge, of" } else { "pledges, all of" };
            format!("{all} {words} {}", noun(kind, top))
        }
        Some((kind, top)) if top > 0 => {
            format!("{top} of {all} pledges are of {}", noun(kind, top))
        }
        _ => NOTHING.to_owned(),
    }
}

fn item(pledge: &Pledge, act: &Act, standing: Standing, in_view: bool) -> Item {
    let amount = quantity(pledge);
    let mut lines = vec![(pledge.description.clone(), String::new())];
    lines.extend(amount.map(|amount| (amount, String::new())));
    lines.push((format!("Status: {}", pledge.status), String::new()));
    Item {
        value: pledge.id.clone(),
        count: pledge.quantity.unwrap_or_default(),
        total: 0,
        label: format!("{}, {}", pledge.forum_or_partner, date_words(pledge.date)),
        lines,
        act: act.clone(),
        standing,
        in_table: in_view,
    }
}
