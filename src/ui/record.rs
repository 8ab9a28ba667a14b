//! One event: everything known, every source, and ways to more like it.

use web_sys::Element;

use super::markup::{Markup, el, shown};
use super::source::source;
use super::store::Store;
use explorer_dataset::codebook::Word;
use explorer_dataset::date::PartialDate;
use explorer_dataset::event::{Counterpart, Event};
use explorer_dataset::tables::Official;
use explorer_explore::coding::NONE;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Standing};
use explorer_explore::records::{RecordColumn, cell, country_name};
use explorer_number::grouped;
use explorer_view::hash;
use explorer_view::profile::Side;
use explorer_view::sentence::{date_words, label};
use explorer_view::state::{Page, ViewState};

/// The page of the event with an id.
pub fn record(store: Store, id: String) -> Element {
    shown(move || {
        let back = el("a").attr("href", store.link_to(Page::Records)).text("← All records in view");
        let event = store.explorer.dataset().events.iter().find(|event| event.id == id);
        let body = match event {
            Some(event) => article(store, event),
            // Links to unknown records lead to the list with a notice; this is for a dataset
            // that was exchanged while the page was open.
            None => el("p").text("This record is not in the dataset."),
        };
        vec![el("p").class("back").child(back), body]
    })
}

fn article(store: Store, event: &Event) -> Markup {
    let text = |column| cell(store.explorer, event, column);
    let heading = |text: &str| el("h3").text(text);
    let words = &store.explorer.dataset().codebook.vocabularies.confidences;
    let confidence = words.iter().find(|w| w.word == event.confidence);
    let mut main = el("section")
        .child(heading("Chinese side"))
        .child(officials(store, event))
        .child(heading("Foreign side"))
        .child(
            el("ul")
                .class("people")
                .children(event.counterparts.iter().map(|c| counterpart(store, c))),
        )
        .child(heading("Confidence"))
        .child(
            el("p")
                .attr("data-test", "confidence")
                .child(
                    el("span")
                        .class(format!("tag {}", event.confidence))
                        .text(text(RecordColumn::Confidence)),
                )
                .text(" ")
                .text(confidence.map_or("", |w| w.definition.as_str())),
        );
    if let Some(note) = &event.note {
        let parts = note.split(" | ").map(|part| el("p").text(part));
        main = main
            .child(heading("Note"))
            .child(el("div").class("note").attr("data-test", "note").children(parts));
    }
    main = main
        .child(heading("Sources"))
        .child(el("ol").class("sources").children(event.sources.iter().map(source)));
    let side = el("section")
        .child(heading("Facts"))
        .child(el("dl").children(facts(store, event)))
        .child(heading("More like this"))
        .child(el("ul").class("more").children(more_like(store, event)));
    el("article")
        .class("record-page")
        .attr("data-test", "record-page")
        .attr("data-id", event.id.as_str())
        .child(
            el("p")
                .class("kicker")
                .child(el("i").class(format!("agency-dot {}", event.agency.to_ascii_lowercase())))
                .text(format!("{} · {}", event.agency, dates(event))),
        )
        .child(el("h2").text(event.title.as_str()))
        .child(el("div").class("record-columns").child(main).child(side))
}

fn dates(event: &Event) -> String {
    match event.date_end {
        Some(end) => format!("{} – {}", date_words(event.date), date_words(end)),
        None => date_words(event.date),
    }
}

fn facts(store: Store, event: &Event) -> Vec<Markup> {
    let text = |column, none: &str| {
        let text = cell(store.explorer, event, column);
        if text.is_empty() { none.to_owned() } else { text }
    };
    let agency = store.explorer.table().dictionary(Facet::Agency).get(&event.agency);
    let agency = agency.map_or(String::new(), |entry| format!(" – {}", entry.note));
    let precision = if event.date.day().is_none() { " (the day is not known)" } else { "" };
    let window = if event.in_paper_window { "Yes" } else { "No" };
    [
        ("Date", format!("{}{precision}", dates(event))),
        ("Place", text(RecordColumn::Place, "Not said by the sources")),
        ("Agency", format!("{}{agency}", event.agency)),
        ("Rank", text(RecordColumn::Rank, "")),
        ("Format", text(RecordColumn::Format, "")),
        ("Channel", text(RecordColumn::Channel, "")),
        ("Forum or mechanism", text(RecordColumn::Forum, "None")),
        ("Topics", text(RecordColumn::Topics, "None reported")),
        ("In the paper\u{2019}s window", format!("{window} (June 2022 to July 2025)")),
        ("Record", event.id.clone()),
    ]
    .into_iter()
    .map(|(name, value)| el("div").child(el("dt").text(name)).child(el("dd").text(value)))
    .collect()
}

fn officials(store: Store, event: &Event) -> Markup {
    if event.officials.is_empty() {
        return el("p").text("Not named by the sources.");
    }
    let all = &store.explorer.dataset().officials;
    let people = event.officials.iter().map(|name| {
        let person = el("li");
        match all.iter().find(|official| official.name_en == *name) {
            Some(known) => person
                .child(el("b").child(official_link(store, known)))
                .text(" ")
                .child(el("span").attr("lang", "zh").text(known.name_zh.as_str()))
                .child(post(&known.post)),
            None => person.child(el("b").text(name.as_str())),
        }
    });
    el("ul").class("people").children(people)
}

/// An official's name, as a way to the profile.
pub fn official_link(store: Store, official: &Official) -> Markup {
    let page = Page::Official(official.id.clone());
    el("a").attr("href", store.link_to(page)).text(official.name_en.as_str())
}

fn post(text: &str) -> Markup {
    el("span").class("post").text(text)
}

/// The label of a codebook word; the word itself where the codebook lacks it.
pub fn label_of(words: &[Word], word: &str) -> String {
    words.iter().find(|w| w.word == word).map_or(word.to_owned(), |w| w.label.clone())
}

fn counterpart(store: Store, c: &Counterpart) -> Markup {
    let vocabularies = &store.explorer.dataset().codebook.vocabularies;
    let side = match (&c.country, &c.organization) {
        (Some(iso3), _) => Side::Country(iso3),
        (None, word) => Side::Organization(word.as_deref().unwrap_or_default()),
    };
    let side = side_link(store, side);
    let person = |name: &Option<String>, title: &Option<String>| {
        let words: Vec<_> = name.iter().chain(title).map(String::as_str).collect();
        post(&if words.is_empty() { "Not named".to_owned() } else { words.join(", ") })
    };
    let office = c
        .office
        .as_ref()
        .map(|word| post(&format!("Office: {}", label_of(&vocabularies.offices, word))));
    el("li")
        .child(el("b").child(side))
        .child(person(&c.name, &c.title))
        .children(c.also.iter().map(|p| person(&p.name, &p.title)))
        .children(office)
}

/// A foreign side's name, as a way to its profile.
pub fn side_link(store: Store, side: Side<'_>) -> Markup {
    let (name, page) = match side {
        Side::Country(iso3) => (country_name(store.explorer, iso3), Page::Country(iso3.to_owned())),
        Side::Organization(word) => {
            let words = &store.explorer.dataset().codebook.vocabularies.organizations;
            let known = words.iter().find(|w| w.word == word);
            let id = known.map_or(String::new(), |w| w.id.clone());
            (label_of(words, word), Page::Organization(id))
        }
    };
    el("a").attr("href", store.link_to(page)).text(name)
}

/// Links to views around this event: its officials, forum, agency, countries and month.
fn more_like(store: Store, event: &Event) -> Vec<Markup> {
    let mut ways: Vec<(String, ViewState)> = Vec::new();
    let records = || ViewState::default().on(Page::Records);
    let mut way = |facet: Facet, id: &str| {
        let mut state = records();
        state.filters.set(facet, id, Standing::Included);
        ways.push((label(store.explorer, facet, id), state));
    };
    let table = store.explorer.table();
    let events = &store.explorer.dataset().events;
    let row = (0..table.len()).find(|&row| {
        events.get(table.event(row) as usize).is_some_and(|other| other.id == event.id)
    });
    for facet in [Facet::Official, Facet::Forum, Facet::Agency] {
        let ids = row.into_iter().flat_map(|row| table.column(facet).ids(row));
        ids.filter(|id| *id != NONE).for_each(|id| way(facet, id));
    }
    for iso3 in event.counterparts.iter().filter_map(|c| c.country.as_deref()).take(4) {
        way(Facet::Country, iso3);
    }
    let month = event.date.month().and_then(|m| PartialDate::from_month(event.date.year(), m));
    if let Some(month) = month {
        let mut state = records();
        state.filters.range = DateRange::new(Some(month), Some(month));
        ways.push((date_words(month), state));
    }
    ways.into_iter()
        .map(|(label, state)| {
            let count = store.explorer.explore(&state.filters, state.measure).summary.events;
            el("li")
                .child(el("a").attr("href", hash::encode(&state)).text(label))
                .child(el("span").class("count").text(grouped(count)))
        })
        .collect()
}
