//! Who the profile is about, and its numbers.

use crate::ui::empty::CAUTION;
use crate::ui::markup::{Markup, el};
use crate::ui::record::label_of;
use crate::ui::store::Store;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_number::{grouped, ordinal};
use explorer_view::hash;
use explorer_view::profile::{Numbers, numbers};
use explorer_view::sentence::{date_words, label};
use explorer_view::state::Page;

pub(super) fn head(store: Store, facet: Facet, id: &str, known: bool) -> Markup {
    let entry = store.explorer.table().dictionary(facet).get(id);
    let (name, note) = entry.map_or((id, ""), |entry| (&entry.label, &entry.note));
    let title = el("h2").text(name);
    let head = el("header").class("profile-head");
    let head = match facet {
        Facet::Country => {
            let zh = el("span").class("zh").attr("lang", "zh").text(note);
            head.child(kicker(store, id)).child(title.text(" ").child(zh))
        }
        Facet::Official => official(store, id, head, title),
        _ => head
            .child(el("p").class("kicker").text("Organization"))
            .child(title)
            .child(el("p").text(note)),
    };
    let noun = if facet == Facet::Official { "officials" } else { "countries" };
    let numbers = store
        .state
        .with(|state| store.outcome.with(|outcome| numbers(store.explorer, state, outcome)));
    if known {
        return head.child(figures(store, &numbers, noun));
    }
    head.child(
        el("div")
            .class("empty")
            .attr("data-test", "no-records")
            .child(el("h3").text(format!("The dataset has no record of a meeting with {name}")))
            .child(el("p").text(CAUTION)),
    )
}

/// Agency, rank and post of an official.
fn official(store: Store, id: &str, head: Markup, title: Markup) -> Markup {
    let dataset = store.explorer.dataset();
    let Some(official) = dataset.officials.iter().find(|official| official.id == id) else {
        return head.child(title);
    };
    let agency = label_and_note(store, Facet::Agency, &official.agency);
    let ranks = &dataset.codebook.vocabularies.ranks;
    let people = el("a").attr("href", store.link_to(Page::People)).text("Officials");
    let zh = el("span").class("zh").attr("lang", "zh").text(official.name_zh.as_str());
    head.child(el("p").class("kicker").child(people).text(format!(" · {agency}")))
        .child(title.text(" ").child(zh))
        .child(el("p").attr("data-test", "profile-post").text(official.post.as_str()))
        .child(el("p").class("kicker").text(format!("Rank: {}", label_of(ranks, &official.rank))))
}

/// A value's label with what it means.
fn label_and_note(store: Store, facet: Facet, id: &str) -> String {
    let entry = store.explorer.table().dictionary(facet).get(id);
    entry.map_or(id.to_owned(), |entry| format!("{}: {}", entry.label, entry.note))
}

/// The region, as a way to its countries.
fn kicker(store: Store, iso3: &str) -> Markup {
    let region = store.explorer.dataset().country(iso3).and_then(|c| c.region.clone());
    let kicker = el("p").class("kicker").text("Country");
    let Some(region) = region else { return kicker };
    let mut state = store.state.with(|state| state.on(Page::Countries));
    state.filters.clear(Facet::Region);
    state.filters.set(Facet::Region, &region, Standing::Included);
    let name = label(store.explorer, Facet::Region, &region);
    kicker.text(" · ").child(el("a").attr("href", hash::encode(&state)).text(name))
}

pub(in crate::ui) fn figures(store: Store, numbers: &Numbers, noun: &str) -> Markup {
    let Numbers { in_view, all, contacts, place } = numbers;
    let figure = |test: &'static str, name: &str, value: String, more: String| {
        el("div")
            .attr("data-test", test)
            .child(el("dt").text(name))
            .child(el("dd").text(value).child(el("small").text(more)))
    };
    let of = |some: u32, whole: u32| {
        if some == whole { String::new() } else { format!(" of {}", grouped(whole)) }
    };
    let date = |date| date_words(date);
    let contact =
        |pick: fn(&explorer_view::contacts::Contacts) -> explorer_dataset::date::PartialDate| {
            contacts.as_ref().map_or("–".to_owned(), |contacts| date(pick(contacts)))
        };
    let mut list = el("dl")
        .class("figures")
        .child(figure(
            "profile-interactions",
            "Interactions",
            grouped(in_view.interactions),
            of(in_view.interactions, all.interactions),
        ))
        .child(figure(
            "profile-events",
            "Events",
            grouped(in_view.events),
            of(in_view.events, all.events),
        ))
        .children((noun != "countries").then(|| {
            figure(
                "profile-countries",
                "Countries",
                grouped(in_view.countries),
                of(in_view.countries, all.countries),
            )
        }))
        .child(figure("profile-first", "First contact", contact(|c| c.first), String::new()))
        .child(figure("profile-last", "Last contact", contact(|c| c.last), String::new()));
    if let Some(place) = place {
        let shared = match place.shared_with {
            0 => String::new(),
            1 => ", with one other".to_owned(),
            others => format!(", with {others} others"),
        };
        list = list.child(figure(
            "profile-place",
            "By interactions",
            ordinal(place.position),
            format!(" of {} {noun}{shared}", place.of),
        ));
    }
    let filtered = store.filters.with(|filters| !filters.is_empty());
    let said = format!(
        "Under your filters {} of {} interactions are in view.",
        grouped(in_view.interactions),
        grouped(all.interactions)
    );
    let line =
        filtered.then(|| el("p").class("hint").attr("data-test", "profile-filtered").text(said));
    el("div").child(list).children(line)
}
