//! A forum's page: what it is, when it met, who belongs to it, and its records.

use web_sys::Element;

use super::sessions::{rows_of, sessions};
use crate::ui::empty::{CAUTION, empty};
use crate::ui::map::map_figure;
use crate::ui::markup::{Markup, el, live, shown};
use crate::ui::overview::charts;
use crate::ui::profile::head::figures;
use crate::ui::profile::{folded, nothing, records, section};
use crate::ui::signal::Derived;
use crate::ui::store::Store;
use explorer_dataset::event::Event;
use explorer_dataset::forum_edition::ForumEdition;
use explorer_dataset::membership::TERRITORIES;
use explorer_dataset::tables::SUBJECT;
use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_number::grouped;
use explorer_view::chart::Chart;
use explorer_view::forum_share::FORUM;
use explorer_view::forums::{Entry, GROUPS, Meeting, entries, entry, members_layer};
use explorer_view::layer::{Layer, edition_of, list_of};
use explorer_view::profile::numbers;
use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use explorer_view::whole::whole;

/// A forum's profile.
pub fn forum(store: Store, id: &str) -> Element {
    let article = el("article").class("profile").attr("data-test", "profile").attr("data-id", id);
    // A link to a forum that is none does not get here.
    let Some(entry) = entry(store.explorer, id) else { return article.build() };
    let base = store.base.get_untracked();
    let known = whole(store.explorer, &base, Measure::Interactions).summary.interactions > 0;
    let head = shown(move || vec![head(store, &entry, known)]);
    let chart = rows_of(store, Some(id)).iter().any(|row| !row.meetings.is_empty());
    let chart = chart.then(|| sessions(store, Some(id.to_owned())));
    let met = shown(move || vec![meetings(store, &entry)]);
    let layer = members_layer(store.explorer, &entry);
    let map = layer.clone().map(|layer| map_figure(store, Chart::Members, Some(layer)));
    let members = shown(move || members(store, &entry, layer.as_ref()).into_iter().collect());
    // The charts stay while some record is in view: they follow the filters by themselves.
    let in_view = Derived::new(move || store.outcome.with(|o| o.summary.interactions > 0));
    let drawn = known.then(|| charts(store, Some(Facet::Forum)));
    let drawn = live("div", move |place| {
        place.class("shown").all_kept(drawn.clone().filter(|_| in_view.get()))
    });
    let latest =
        known.then(|| shown(move || vec![records::section(store, Facet::Forum, entry.id)]));
    let sources = entry
        .forum
        .map(|forum| section("forum-sources", "Sources").child(folded(&forum.sources)).build());
    article
        .kept(head)
        .all_kept(known.then(|| empty(store)))
        .all_kept(chart)
        .kept(met)
        .all_kept(map)
        .kept(members)
        .kept(drawn)
        .all_kept(latest)
        .all_kept(sources)
        .build()
}

fn link(store: Store, entry: &Entry<'_>) -> Markup {
    el("a").attr("href", store.link_to(Page::Forum(entry.id.to_owned()))).text(entry.label)
}

fn head(store: Store, entry: &Entry<'_>, known: bool) -> Markup {
    let group = GROUPS.get(entry.group).copied().unwrap_or_default();
    let mut title = el("h2").text(entry.label);
    let all = entries(store.explorer);
    let mut facts = el("dl").class("facts");
    if let Some(forum) = entry.forum {
        if let Some(name) = &forum.name_zh {
            let zh = el("span").class("zh").attr("lang", "zh").text(name.as_str());
            title = title.text(" ").child(zh);
        }
        let text = |text: &str| el("dd").text(text);
        let larger = all.iter().find(|other| forum.part_of.as_deref() == Some(other.id));
        let is_part = |other: &&Entry<'_>| {
            other.forum.is_some_and(|f| f.part_of.as_deref() == Some(entry.id))
        };
        let mut parts = el("dd");
        for (at, part) in all.iter().filter(is_part).enumerate() {
            parts = parts.text(if at == 0 { "" } else { " · " }).child(link(store, part));
        }
        let of = |name: &str, value: Option<Markup>| {
            value.map(|value| el("div").child(el("dt").text(name)).child(value))
        };
        let has_parts = all.iter().any(|other| is_part(&other));
        facts = facts
            .children(of("Name", Some(text(&forum.name_en))))
            .children(of("Abbreviation", forum.abbreviation.as_deref().map(text)))
            .children(of("Reach", Some(text(&format!("{}, {}", forum.level, forum.region)))))
            .children(of("Founded", forum.founded.map(|date| text(&date_words(date)))))
            .children(of("Host or secretariat", forum.host.as_deref().map(text)))
            .children(of("Chinese body in the lead", forum.lead.as_deref().map(text)))
            .children(of("About", Some(text(&forum.focus.join(", ")))))
            .children(of("Part of", larger.map(|larger| el("dd").child(link(store, larger)))))
            .children(of("Belonging to it", has_parts.then_some(parts)));
    }
    let head = el("header")
        .class("profile-head")
        .child(el("p").class("kicker").text(format!("Forum · {group}")))
        .child(title)
        .children(entry.word.map(|word| el("p").text(word.definition.as_str())))
        .child(facts);
    if known {
        let numbers = store
            .state
            .with(|state| store.outcome.with(|outcome| numbers(store.explorer, state, outcome)));
        return head.child(figures(store, &numbers, "forums"));
    }
    let mut why = el("p");
    let counted = entry.counted.and_then(|word| all.iter().find(|other| other.id == word.id));
    if let Some(counted) = counted {
        why = why
            .text("Records name only the larger forum; its meetings are counted with ")
            .child(link(store, counted))
            .text(". ");
    }
    head.child(
        el("div")
            .class("empty")
            .attr("data-test", "no-records")
            .child(el("h3").text("No record of the dataset names this forum"))
            .child(why.text(CAUTION)),
    )
}

/// The sessions, the last one first, each with the meetings beside it.
fn meetings(store: Store, entry: &Entry<'_>) -> Markup {
    let section = section("forum-sessions", "Sessions and what was held beside them");
    let rows = rows_of(store, Some(entry.id));
    let Some(row) = rows.iter().find(|row| row.entry.id == entry.id) else { return section };
    if row.meetings.is_empty() {
        return section.child(nothing("The dataset has no date of a session."));
    }
    let items = row.meetings.iter().rev().map(|meeting| {
        let held = if meeting.held { "" } else { ": not held" };
        let mut place = Vec::new();
        if let Some(session) = meeting.session {
            place.extend(session.city.clone());
            place.extend(session.country.as_deref().map(|iso3| country(store, iso3)));
        }
        let place =
            if place.is_empty() { String::new() } else { format!(", {}", place.join(", ")) };
        let session = meeting.session;
        let note = session.map(|session| sentence(&session.note));
        let size = session.into_iter().flat_map(|session| {
            [&session.participants_words, &session.delegations].into_iter().flatten()
        });
        let size = size.map(String::as_str).collect::<Vec<_>>().join("; ");
        let year = meeting.date.year().to_string();
        let edition = edition_of(store.explorer.dataset(), &year);
        let edition = edition.filter(|_| entry.id == FORUM);
        let size = (!size.is_empty()).then(|| el("p").text(sentence(&size)));
        el("li")
            .attr("data-value", meeting.key(entry))
            .attr("data-count", meeting.count.to_string())
            .child(el("b").text(format!("{}{held}{place}", date_words(meeting.date))))
            .children(note.map(|note| el("p").text(note)))
            .children(size)
            .children(edition.map(|edition| details(store, edition)))
            .children(beside(store, meeting))
    });
    section.child(el("ul").class("entries sessions").children(items))
}

/// Words of a note as a sentence.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|c| c.to_ascii_uppercase().to_string()).unwrap_or_default();
    let end = if words.ends_with('.') { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}

fn country(store: Store, iso3: &str) -> String {
    if iso3 == SUBJECT {
        return "China".to_owned();
    }
    let territory = TERRITORIES.iter().find(|(code, _)| *code == iso3);
    let known = store.explorer.dataset().country(iso3).map(|country| country.name_en.clone());
    known.or_else(|| territory.map(|(_, name)| (*name).to_owned())).unwrap_or_default()
}

/// What is known of an edition of the Lianyungang forum besides.
fn details(store: Store, edition: &ForumEdition) -> Markup {
    let names = |list: &[String]| {
        let names: Vec<String> = list.iter().map(|iso3| country(store, iso3)).collect();
        names.join(", ")
    };
    let mut facts = el("dl").class("facts");
    for (name, words) in [
        ("Theme", edition.theme.clone().unwrap_or_default()),
        ("Sub-forums named", edition.subforums.join(", ")),
        ("Countries named", names(&edition.countries_named)),
        ("Named only beside it", names(&edition.countries_named_beside)),
        ("Organizations named", edition.organizations_named.join(", ")),
        ("Note", edition.note.clone().unwrap_or_default()),
    ] {
        if !words.is_empty() {
            facts = facts.child(el("div").child(el("dt").text(name)).child(el("dd").text(words)));
        }
    }
    el("details")
        .child(el("summary").text(format!("The edition of {}, and its sources", edition.edition)))
        .child(facts)
        .child(
            el("ol")
                .class("sources")
                .children(edition.sources.iter().map(crate::ui::source::source)),
        )
}

fn beside(store: Store, meeting: &Meeting<'_>) -> Option<Markup> {
    if meeting.events.is_empty() {
        return None;
    }
    let words = format!(
        "{} of {} interactions in view, {} sideline",
        grouped(meeting.count),
        grouped(meeting.total),
        grouped(meeting.sideline)
    );
    let row = |event: &&Event| {
        el("li")
            .attr("data-id", event.id.as_str())
            .child(el("span").class("date").text(date_words(event.date)))
            .child(
                el("a")
                    .attr("href", store.link_to(Page::Record(event.id.clone())))
                    .text(event.title.as_str()),
            )
    };
    Some(
        el("details")
            .child(el("summary").text(words))
            .child(el("ul").class("latest").children(meeting.events.iter().map(row))),
    )
}

/// The members, each a way to its profile.
fn members(store: Store, entry: &Entry<'_>, layer: Option<&Layer>) -> Option<Markup> {
    let forum = entry.forum?;
    let list = match layer {
        Some(Layer::Members(slug)) => list_of(store.explorer.dataset(), slug),
        _ => None,
    };
    let mut codes = forum.members.as_slice();
    if let Some(list) = list.filter(|_| codes.is_empty()) {
        codes = &list.members;
    }
    if codes.is_empty() {
        return None;
    }
    let items = codes.iter().map(|iso3| {
        let name = country(store, iso3);
        let item = el("li").attr("data-value", iso3.as_str());
        if store.explorer.dataset().country(iso3).is_none() {
            return item.text(name);
        }
        item.child(el("a").attr("href", store.link_to(Page::Country(iso3.clone()))).text(name))
    });
    let count = codes.len();
    let title =
        format!("{count} {}", if count == 1 { "member, as named" } else { "members, as named" });
    Some(
        el("section")
            .attr("data-test", "forum-members")
            .child(el("h2").text(title))
            .child(el("ul").class("member-list").children(items)),
    )
}
