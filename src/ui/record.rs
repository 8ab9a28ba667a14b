//! One event: everything known, every source, and ways to more like it.

use leptos::prelude::*;

use super::store::{Store, store};
use crate::dataset::event::{Counterpart, Event, Source};
use crate::explore::facet::Facet;
use crate::explore::filter::{DateRange, Standing};
use crate::explore::records::{RecordColumn, cell, country_name};
use crate::number::grouped;
use crate::view::hash;
use crate::view::sentence::{date_words, label};
use crate::view::state::{Page, ViewState};

/// The page of an event.
#[component]
pub fn Record(
    /// The event's id.
    id: String,
) -> impl IntoView {
    let store = store();
    let back = move || store.link_to(Page::Records);
    let event = store.explorer.dataset().events.iter().find(|event| event.id == id);
    let body = match event {
        Some(event) => article(store, event).into_any(),
        // Links to unknown records lead to the list with a notice; this is for a dataset that
        // was exchanged while the page was open.
        None => view! { <p>"This record is not in the dataset."</p> }.into_any(),
    };
    view! {
        <p class="back"><a href=back>"← All records in view"</a></p>
        {body}
    }
}

fn article(store: Store, event: &'static Event) -> impl IntoView {
    let text = |column| cell(store.explorer, event, column);
    let agency = store.explorer.table().dictionary(Facet::Agency).get(&event.agency);
    let agency_name = agency.map_or(String::new(), |entry| entry.note.clone());
    let date = match event.date_end {
        Some(end) => format!("{} – {}", date_words(event.date), date_words(end)),
        None => date_words(event.date),
    };
    let precision = event.date.day().is_none().then_some(" (the day is not known)");
    let place = text(RecordColumn::Place);
    let window = if event.in_paper_window { "Yes" } else { "No" };
    let facts: Vec<(&str, String)> = vec![
        ("Date", format!("{date}{}", precision.unwrap_or_default())),
        ("Place", if place.is_empty() { "Not said by the sources".to_owned() } else { place }),
        ("Agency", format!("{} – {agency_name}", event.agency)),
        ("Rank", text(RecordColumn::Rank)),
        ("Format", text(RecordColumn::Format)),
        ("Channel", text(RecordColumn::Channel)),
        ("Forum or mechanism", or_none(text(RecordColumn::Forum), "None")),
        ("Topics", or_none(text(RecordColumn::Topics), "None reported")),
        ("In the paper\u{2019}s window", format!("{window} (June 2022 to July 2025)")),
        ("Record", event.id.clone()),
    ];
    let facts =
        facts.into_iter().map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> });
    view! {
        <article class="record-page" data-test="record-page" data-id=event.id.clone()>
            <p class="kicker">
                <i class=format!("agency-dot {}", event.agency.to_ascii_lowercase())></i>
                {event.agency.clone()} " · " {date.clone()}
            </p>
            <h2>{event.title.clone()}</h2>
            <div class="record-columns">
                <section>
                    <h3>"Chinese side"</h3>
                    {officials(store, event)}
                    <h3>"Foreign side"</h3>
                    <ul class="people">
                        {event.counterparts.iter().map(|c| counterpart(store, c)).collect_view()}
                    </ul>
                    <h3>"Confidence"</h3>
                    <p data-test="confidence">
                        <span class=format!("tag {}", event.confidence)>{text(RecordColumn::Confidence)}</span>
                        " " {confidence_words(store, event)}
                    </p>
                    {event.note.as_ref().map(|note| view! {
                        <h3>"Note"</h3>
                        <div class="note" data-test="note">
                            {note.split(" | ").map(|part| view! { <p>{part.to_owned()}</p> }).collect_view()}
                        </div>
                    })}
                    <h3>"Sources"</h3>
                    <ol class="sources">{event.sources.iter().map(source).collect_view()}</ol>
                </section>
                <section>
                    <h3>"Facts"</h3>
                    <dl>{facts.collect_view()}</dl>
                    <h3>"More like this"</h3>
                    <ul class="more">{more_like(store, event)}</ul>
                </section>
            </div>
        </article>
    }
}

fn or_none(text: String, none: &str) -> String {
    if text.is_empty() { none.to_owned() } else { text }
}

fn confidence_words(store: Store, event: &Event) -> String {
    let words = &store.explorer.dataset().codebook.vocabularies.confidences;
    words
        .iter()
        .find(|w| w.word == event.confidence)
        .map_or(String::new(), |w| w.definition.clone())
}

fn officials(store: Store, event: &'static Event) -> impl IntoView {
    if event.officials.is_empty() {
        return view! { <p>"Not named by the sources."</p> }.into_any();
    }
    let all = &store.explorer.dataset().officials;
    let people = event.officials.iter().map(|name| {
        let known = all.iter().find(|official| official.name_en == *name);
        view! {
            <li>
                <b>{name.clone()}</b>
                {known.map(|o| view! {
                    " " <span lang="zh">{o.name_zh.clone()}</span>
                    <span class="post">{o.post.clone()}</span>
                })}
            </li>
        }
    });
    view! { <ul class="people">{people.collect_view()}</ul> }.into_any()
}

fn counterpart(store: Store, c: &'static Counterpart) -> impl IntoView {
    let vocabularies = &store.explorer.dataset().codebook.vocabularies;
    let side = match (&c.country, &c.organization) {
        (Some(iso3), _) => country_name(store.explorer, iso3),
        (None, Some(word)) => {
            let known = vocabularies.organizations.iter().find(|w| w.word == *word);
            known.map_or(word.clone(), |w| w.label.clone())
        }
        (None, None) => String::new(),
    };
    let office = c.office.as_ref().map(|word| {
        let known = vocabularies.offices.iter().find(|w| w.word == *word);
        known.map_or(word.clone(), |w| w.label.clone())
    });
    let person = |name: &Option<String>, title: &Option<String>| {
        let words: Vec<_> = name.iter().chain(title).cloned().collect();
        if words.is_empty() { "Not named".to_owned() } else { words.join(", ") }
    };
    let also =
        c.also.iter().map(|p| view! { <span class="post">{person(&p.name, &p.title)}</span> });
    view! {
        <li>
            <b>{side}</b>
            <span class="post">{person(&c.name, &c.title)}</span>
            {also.collect_view()}
            {office.map(|office| view! { <span class="post">"Office: " {office}</span> })}
        </li>
    }
}

fn source(source: &'static Source) -> impl IntoView {
    let published = source.published.map(|date| format!(", {}", date_words(date)));
    // The dataset's checks admit only http and https; a link of another kind is shown as text.
    let address = if source.is_web() {
        view! { <a href=source.url.clone() rel="noopener noreferrer" target="_blank">{source.url.clone()}</a> }.into_any()
    } else {
        view! { <span>{source.url.clone()}</span> }.into_any()
    };
    view! {
        <li data-test="source">
            <b>{source.publisher.clone()}</b> {published.unwrap_or(", no date given".to_owned())}
            <span class="address">{address}</span>
        </li>
    }
}

/// Links to views around this event: the same country, official, forum, month.
fn more_like(store: Store, event: &'static Event) -> impl IntoView {
    let mut ways: Vec<(String, ViewState)> = Vec::new();
    let records = || ViewState::default().on(Page::Records);
    let mut way = |facet: Facet, id: &str| {
        let mut state = records();
        state.filters.set(facet, id, Standing::Included);
        ways.push((label(store.explorer, facet, id), state));
    };
    let rows = 0..store.explorer.table().len();
    let events = &store.explorer.dataset().events;
    let row = rows.into_iter().find(|&row| {
        let position = store.explorer.table().event(row) as usize;
        events.get(position).is_some_and(|other| other.id == event.id)
    });
    for facet in [Facet::Official, Facet::Forum, Facet::Agency] {
        let ids = row.into_iter().flat_map(|row| store.explorer.table().column(facet).ids(row));
        ids.filter(|id| *id != crate::explore::coding::NONE).for_each(|id| way(facet, id));
    }
    for iso3 in event.counterparts.iter().filter_map(|c| c.country.as_deref()).take(4) {
        way(Facet::Country, iso3);
    }
    if let Some(month) = event
        .date
        .month()
        .and_then(|m| crate::dataset::date::PartialDate::from_month(event.date.year(), m))
    {
        let mut state = records();
        state.filters.range = DateRange::new(Some(month), Some(month));
        ways.push((date_words(month), state));
    }
    ways.into_iter()
        .map(|(label, state)| {
            let count = store.explorer.explore(&state.filters, state.measure).summary.events;
            let link = hash::encode(&state);
            view! { <li><a href=link>{label}</a> <span class="count">{grouped(count)}</span></li> }
        })
        .collect_view()
}
