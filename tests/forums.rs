//! Forums and pledges: every number against a naive pass over the JSON files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use explorer_dataset::date::PartialDate;
use explorer_dataset::pledge::KINDS;
use explorer_embedded::embedded;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::measure::Measure;
use explorer_number::percent;
use explorer_view::forum_share::{AROUND, YearShare, by_year, other_counts};
use explorer_view::forums::{
    Calendar, ForumRow, GROUPS, Meeting, entries, entry, finding, is_shown, members_layer, sizes,
};
use explorer_view::hash::{decode, encode};
use explorer_view::layer::Layer;
use explorer_view::pledges::{kinds, pledges};
use explorer_view::state::{Page, ViewState};
use serde_json::Value;

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| Explorer::new(embedded().unwrap()));

fn rows(text: &str) -> Vec<Value> {
    serde_json::from_str(text).unwrap()
}

static EVENTS: LazyLock<Vec<Value>> = LazyLock::new(|| rows(include_str!("../data/events.json")));
static EDITIONS: LazyLock<Vec<Value>> =
    LazyLock::new(|| rows(include_str!("../data/gpscfl_participation.json")));
static FORUMS: LazyLock<Vec<Value>> = LazyLock::new(|| rows(include_str!("../data/forums.json")));
static PLEDGES: LazyLock<Vec<Value>> = LazyLock::new(|| rows(include_str!("../data/pledges.json")));

fn date(text: &str) -> PartialDate {
    text.parse().unwrap()
}

fn interactions<'v>(events: impl Iterator<Item = &'v Value>) -> u32 {
    events.map(|event| event["counterparts"].as_array().unwrap().len() as u32).sum()
}

fn links_to(filters: &Filters) -> u32 {
    EXPLORER.explore(filters, Measure::Interactions).summary.interactions
}

// ---- The share of a year

fn shares(filters: &Filters) -> Vec<YearShare> {
    let base = Filters::default();
    by_year(&EXPLORER, &base, &EXPLORER.explore(filters, Measure::Interactions))
}

/// Around, beside, all; by the words of the definition.
fn naive(year: i16, keep: &dyn Fn(&Value) -> bool) -> (u32, u32, u32) {
    let name = Value::from(year.to_string());
    let edition = EDITIONS.iter().find(|e| e["edition"] == name);
    let dates = edition.and_then(|edition| edition["dates"].as_str());
    let days = dates.map(|dates| {
        let last = dates.split_once('/').map_or(&dates[..10], |(_, last)| last);
        (date(&dates[..10]).first_day() - 2, date(last).first_day() + 2)
    });
    let of = |event: &&Value| date(event["date"].as_str().unwrap()).year() == year && keep(event);
    let all: Vec<&Value> = EVENTS.iter().filter(of).collect();
    let around = all.iter().copied().filter(|event| {
        let date = date(event["date"].as_str().unwrap());
        days.is_some_and(|(from, to)| date.last_day() >= from && date.first_day() <= to)
    });
    let around: Vec<&Value> = around.collect();
    let beside = around.iter().filter(|e| e["forum"] == "GPSCFL" && e["format"] == "sideline");
    (
        interactions(around.iter().copied()),
        interactions(beside.copied()),
        interactions(all.into_iter()),
    )
}

#[test]
fn the_share_of_each_year_is_the_naive_one_and_its_links_lead_to_the_same_numbers() {
    let mut mps = Filters::default();
    mps.set(Facet::Agency, "MPS", Standing::Included);
    let mut not_multilateral = mps.clone();
    not_multilateral.set(Facet::Format, "multilateral", Standing::Excluded);
    // The date range does not count: years are compared.
    let year = Some(date("2023"));
    let mut ranged = Filters::default();
    ranged.range = DateRange::new(year, year);
    type Keep = Box<dyn Fn(&Value) -> bool>;
    let cases: [(Filters, Keep); 4] = [
        (Filters::default(), Box::new(|_| true)),
        (mps, Box::new(|e| e["agency"] == "MPS")),
        (not_multilateral, Box::new(|e| e["agency"] == "MPS" && e["format"] != "multilateral")),
        (ranged, Box::new(|_| true)),
    ];
    for (filters, keep) in &cases {
        let shares = shares(filters);
        let years: Vec<i16> = shares.iter().map(|share| share.year).collect();
        assert_eq!(years, [2022, 2023, 2024, 2025, 2026]);
        for share in shares {
            let YearShare { year, around, sideline, all, .. } = share;
            assert_eq!((around, sideline, all), naive(year, keep), "{year}");
            assert_eq!(links_to(&share.year_link(filters)), all, "{year}");
            assert_eq!(share.days.is_some(), year != 2026, "{year}");
            if share.days.is_some() {
                assert_eq!(links_to(&share.around_link(filters).unwrap()), around, "{year}");
                assert_eq!(links_to(&share.sideline_link(filters).unwrap()), sideline, "{year}");
            }
        }
    }
}

#[test]
fn a_session_after_the_papers_window_is_not_counted_as_none() {
    let base = Page::Paper(String::new()).base();
    let outcome = EXPLORER.explore(&base, Measure::Interactions);
    let shares = by_year(&EXPLORER, &base, &outcome);
    let covered = shares.iter().filter(|share| share.days.is_some()).map(|share| share.year);
    // The forum of 2025 met in September, the window ends in July.
    assert_eq!(covered.collect::<Vec<_>>(), [2022, 2023, 2024]);
    let of_2025 = shares.iter().find(|share| share.year == 2025).unwrap();
    assert!(of_2025.all > 0 && of_2025.around_link(&base).is_none());
    // A reader's filter makes no year uncovered: it has none then.
    let mut filters = base.clone();
    filters.set(Facet::Agency, "MSS", Standing::Included);
    let shares = by_year(&EXPLORER, &base, &EXPLORER.explore(&filters, Measure::Interactions));
    assert!(shares.iter().filter(|share| share.days.is_some()).all(|share| share.around == 0));
    assert_eq!(shares.iter().filter(|share| share.days.is_some()).count(), 3);
}

#[test]
fn other_ways_to_count_the_forum_of_2024_are_the_naive_ones() {
    let within = |event: &Value, from: &str, to: &str| {
        let day = date(event["date"].as_str().unwrap());
        day.last_day() >= date(from).first_day() && day.first_day() <= date(to).last_day()
    };
    let of = |keep: &dyn Fn(&Value) -> bool| {
        let events: Vec<&Value> = EVENTS.iter().filter(|event| keep(event)).collect();
        (interactions(events.iter().copied()), events.len() as u32)
    };
    let expected = [
        of(&|e| e["agency"] == "MPS" && within(e, "2024-09-05", "2024-09-14")),
        of(&|e| e["forum"] == "GPSCFL" && within(e, "2024", "2024")),
    ];
    let told = other_counts(&EXPLORER, &Filters::default());
    let numbers: Vec<_> = told.iter().map(|other| (other.interactions, other.events)).collect();
    assert_eq!(numbers, expected);
    for other in told {
        assert_eq!(links_to(&other.filters), other.interactions, "{}", other.words);
    }
}

#[test]
fn in_2024_the_share_is_above_the_papers() {
    let shares = shares(&Filters::default());
    let of_2024 = shares.iter().find(|share| share.year == 2024).unwrap();
    assert_eq!((of_2024.around, of_2024.all), (60, 131));
    assert_eq!(percent(of_2024.around, of_2024.all), "46%");
}

#[test]
fn whatever_is_recorded_of_the_forum_lies_in_the_days_around_it() {
    assert_eq!(AROUND, 2);
    let mut filters = Filters::default();
    filters.set(Facet::Forum, "gpscfl", Standing::Included);
    for share in shares(&filters) {
        assert_eq!(share.around, share.all, "{}", share.year);
    }
}

// ---- Forums and their sessions

fn all_rows(filters: &Filters) -> Vec<ForumRow<'static>> {
    Calendar::of(&EXPLORER).rows(&Filters::default(), filters)
}

fn word_of(id: &str) -> Option<String> {
    let words = &EXPLORER.dataset().codebook.vocabularies.forums;
    words.iter().find(|word| word.id == id).map(|word| word.word.clone())
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

#[test]
fn every_forum_of_the_file_and_of_the_codebook_is_listed_once_with_one_name() {
    let ids: Vec<&str> = entries(&EXPLORER).iter().map(|entry| entry.id).collect();
    let distinct: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(distinct.len(), ids.len());
    let words = &EXPLORER.dataset().codebook.vocabularies.forums;
    let known = FORUMS.iter().map(|forum| text(forum, "id"));
    assert_eq!(distinct, known.chain(words.iter().map(|word| word.id.as_str())).collect());
    let labels: BTreeSet<&str> = entries(&EXPLORER).iter().map(|entry| entry.label).collect();
    assert_eq!(labels.len(), ids.len());
    let groups: Vec<usize> = entries(&EXPLORER).iter().map(|entry| entry.group).collect();
    assert!(groups.is_sorted() && groups.iter().all(|group| *group < GROUPS.len()));
}

/// The days within which a record belongs to a session, by the words of the definition.
fn days_of(forum: &Value, session: &Value) -> (i32, i32) {
    let begins = date(text(session, "date"));
    let mut last = begins.last_day();
    if forum["id"] == "gpscfl" {
        let year = Value::from(begins.year().to_string());
        let edition = EDITIONS.iter().find(|e| e["edition"] == year).unwrap();
        if let Some((_, end)) = edition["dates"].as_str().and_then(|dates| dates.split_once('/')) {
            last = date(end).last_day();
        }
    }
    (begins.first_day() - 2, last + 2)
}

#[test]
fn every_record_of_a_forum_belongs_to_one_meeting_of_its_family() {
    let rows = all_rows(&Filters::default());
    let mut placed: BTreeMap<&str, usize> = BTreeMap::new();
    for event in rows.iter().flat_map(|row| &row.meetings).flat_map(|meeting| meeting.events.iter())
    {
        *placed.entry(&event.id).or_default() += 1;
    }
    let expected = EVENTS.iter().filter(|event| event["forum"].is_string());
    let expected: BTreeMap<&str, usize> = expected.map(|event| (text(event, "id"), 1)).collect();
    assert_eq!(placed, expected);
    for row in &rows {
        let dates: Vec<_> = row.meetings.iter().map(|meeting| meeting.date).collect();
        assert!(dates.is_sorted(), "{} {dates:?}", row.entry.id);
    }
}

#[test]
fn sessions_have_the_records_of_their_days() {
    let rows = all_rows(&Filters::default());
    for forum in FORUMS.iter() {
        let row = rows.iter().find(|row| row.entry.id == forum["id"]).unwrap();
        let own = word_of(row.entry.id);
        for session in forum["sessions"].as_array().unwrap() {
            let meeting = row
                .meetings
                .iter()
                .find(|meeting| meeting.held && meeting.date.to_string() == text(session, "date"));
            let meeting = meeting.unwrap();
            assert_eq!(meeting.session.unwrap().note, text(session, "note"));
            // Of a forum that records name, all in its days; of a part of one, those left over.
            let Some(own) = &own else { continue };
            let (from, to) = days_of(forum, session);
            let events: Vec<&Value> = EVENTS
                .iter()
                .filter(|event| {
                    let date = date(text(event, "date"));
                    event["forum"] == **own && date.last_day() >= from && date.first_day() <= to
                })
                .collect();
            let sideline = events.iter().filter(|event| event["format"] == "sideline");
            let place = format!("{} {}", row.entry.id, meeting.date);
            assert_eq!(meeting.total, interactions(events.iter().copied()), "{place}");
            assert_eq!(meeting.count, meeting.total, "{place}");
            assert_eq!(meeting.sideline, interactions(sideline.copied()), "{place}");
        }
    }
    let of = |id: &str, when: &str| {
        let row = rows.iter().find(|row| row.entry.id == id).unwrap();
        let meeting = row.meetings.iter().find(|m| m.date.to_string() == when).unwrap();
        (meeting.count, meeting.sideline)
    };
    assert_eq!(of("gpscfl", "2024-09-08"), (26, 10));
    assert_eq!(of("china-pacific-islands-police-dialogue", "2024-09-11"), (12, 4));
    // Counted with the SCO, and found by its days.
    assert_eq!(of("sco-rats", "2024-09-13"), (9, 0));
    // No session of the file, but a record of that day.
    assert_eq!(of("sco", "2023-11-08"), (12, 0));
}

#[test]
fn a_year_of_a_forum_has_all_of_its_dates() {
    let mut filters = Filters::default();
    filters.set(Facet::Agency, "MPS", Standing::Included);
    for row in all_rows(&filters) {
        let years = row.by_year();
        assert!(years.is_sorted_by(|a, b| a.year < b.year), "{} {years:?}", row.entry.id);
        for year in &years {
            let of = || row.meetings.iter().filter(|meeting| meeting.date.year() == year.year);
            let sum = |read: fn(&Meeting<'_>) -> u32| of().map(read).sum::<u32>();
            let expected = (
                of().filter(|meeting| meeting.held).count(),
                sum(|m| m.count),
                sum(|m| m.sideline),
                sum(|m| m.total),
            );
            let told = (year.dates, year.count, year.sideline, year.total);
            assert_eq!(told, expected, "{} {}", row.entry.id, year.year);
        }
        let dates: usize = years.iter().map(|year| year.dates).sum();
        assert_eq!(dates, row.sessions(), "{}", row.entry.id);
    }
    let rows = all_rows(&Filters::default());
    let forum = rows.iter().find(|row| row.entry.id == "gpscfl").unwrap();
    let skipped = forum.by_year().into_iter().filter(|year| year.dates == 0);
    assert_eq!(skipped.map(|year| year.year).collect::<Vec<_>>(), [2019, 2021]);
}

#[test]
fn counts_follow_all_filters_but_that_of_forums() {
    for link in [
        "#/forums",
        "#/forums?agency=MPS&from=2024",
        "#/forums?forum=sco",
        "#/forums?forum=!gpscfl&format=sideline&q=minister",
        "#/forums?region=pacific-islands",
        "#/forums?agency=MSS&country=FRA",
    ] {
        let state = decode(link, &EXPLORER).0;
        let rows = all_rows(&state.filters);
        for row in &rows {
            if let Some(word) = row.entry.word {
                let mut only = state.filters.clone();
                only.clear(Facet::Forum);
                only.set(Facet::Forum, &word.id, Standing::Included);
                assert_eq!(row.count, links_to(&only), "{link} {}", row.entry.id);
                let family = rows.iter().filter(|other| other.entry.counted == Some(word));
                let meetings: u32 =
                    family.flat_map(|other| &other.meetings).map(|meeting| meeting.count).sum();
                assert_eq!(meetings, row.count, "{link} {}", row.entry.id);
            } else {
                let own: u32 = row.meetings.iter().map(|meeting| meeting.count).sum();
                assert_eq!(row.count, own, "{link} {}", row.entry.id);
            }
        }
    }
}

#[test]
fn no_two_marks_of_a_chart_have_the_same_key() {
    let all = all_rows(&Filters::default());
    let sessions = all.iter().flat_map(|row| {
        let meetings = row.meetings.iter().map(|meeting| meeting.key(&row.entry));
        meetings.chain([row.entry.id.to_owned()])
    });
    let sized = sizes(&EXPLORER).into_iter();
    let sized = sized.map(|size| format!("{}:{}", size.entry.id, size.session.date));
    let state = ViewState::default();
    let pledges = pledges(&EXPLORER, &state).into_iter().map(|shown| shown.pledge.id.clone());
    let pledges = pledges.chain(KINDS.map(str::to_owned));
    let charts: [Vec<String>; 3] = [sessions.collect(), sized.collect(), pledges.collect()];
    for keys in charts {
        let mut seen = BTreeSet::new();
        let twice: Vec<_> = keys.iter().filter(|key| !seen.insert(key.as_str())).collect();
        assert_eq!(twice, Vec::<&String>::new());
    }
}

#[test]
fn the_lianyungang_forum_skipped_two_years() {
    let rows = all_rows(&Filters::default());
    let row = rows.iter().find(|row| row.entry.id == "gpscfl").unwrap();
    let skipped = row.meetings.iter().filter(|meeting| !meeting.held);
    assert_eq!(skipped.map(|m| m.date.to_string()).collect::<Vec<_>>(), ["2019", "2021"]);
    assert_eq!((row.sessions(), row.count), (9, 73));
    assert_eq!(finding(&[row]), "9 sessions; the Lianyungang forum skipped 2019 and 2021");
    assert_eq!(finding(&[]), "Nothing in view");
}

#[test]
fn forums_follow_the_filters_of_regions_and_countries() {
    let shown = |link: &str| -> Vec<&str> {
        let filters = decode(link, &EXPLORER).0.filters;
        let rows = all_rows(&filters).into_iter();
        rows.filter(|row| is_shown(&EXPLORER, &filters, row)).map(|row| row.entry.id).collect()
    };
    assert_eq!(shown("#/forums?agency=MSS").len(), entries(&EXPLORER).len());
    let pacific = shown("#/forums?region=pacific-islands");
    for (id, is) in [
        ("china-pacific-islands-police-dialogue", true),
        ("pacific-islands-forum", true),
        ("gpscfl", true),
        ("sco", false),
        ("focac", false),
        ("asean-plus-three-migration-policy-forum", false),
    ] {
        assert_eq!(pacific.contains(&id), is, "{id}");
    }
    let africa = shown("#/forums?region=africa");
    assert!(africa.contains(&"focac") && africa.contains(&"eapcco") && !africa.contains(&"lmc"));
    let vietnam = shown("#/forums?country=VNM");
    assert!(vietnam.contains(&"lmlecc") && vietnam.contains(&"china-vietnam-3-3"));
    assert!(!vietnam.contains(&"pacific-islands-forum"));
}

#[test]
fn sizes_are_those_of_the_file_from_the_largest_down() {
    let sessions = FORUMS.iter().flat_map(|forum| {
        let sessions = forum["sessions"].as_array().unwrap().iter();
        sessions.filter_map(|s| Some((text(forum, "id"), s["participants"].as_u64()?)))
    });
    let mut expected: Vec<(&str, u64)> = sessions.collect();
    expected.sort_by_key(|(_, participants)| std::cmp::Reverse(*participants));
    let found = sizes(&EXPLORER);
    let found: Vec<_> =
        found.iter().map(|size| (size.entry.id, u64::from(size.participants))).collect();
    assert_eq!(found, expected);
    assert_eq!(found.first(), Some(&("gpscfl", 2100)));
}

#[test]
fn members_stand_on_the_map_by_a_list_that_has_no_one_else() {
    let layer = |id: &str| members_layer(&EXPLORER, &entry(&EXPLORER, id).unwrap());
    let list = |slug: &str| Some(Layer::Members(slug.to_owned()));
    assert_eq!(layer("sco-rats"), list("sco-members"));
    assert_eq!(layer("lmlecc"), list("lancang-mekong"));
    assert_eq!(layer("pacific-islands-forum"), list("pacific-islands-forum"));
    assert_eq!(layer("focac"), list("focac-2024-african-states"));
    assert_eq!(layer("gpscfl"), Some(Layer::Edition("2024".to_owned())));
    assert_eq!(layer("lianyungang-forum"), Some(Layer::Edition("2015".to_owned())));
    assert_eq!(layer("fiji-police-mou"), None);
    assert_eq!(layer("brics"), None);
    for entry in entries(&EXPLORER) {
        if let Some(layer) = members_layer(&EXPLORER, &entry) {
            assert_eq!(Layer::from_id(&layer.id(), EXPLORER.dataset()), Some(layer));
        }
    }
}

#[test]
fn links_lead_to_forums_with_and_without_records() {
    for id in entries(&EXPLORER).iter().map(|entry| entry.id) {
        let link = format!("#/forum/{}", id.to_uppercase());
        let (state, notices) = decode(&link, &EXPLORER);
        assert_eq!(notices, [], "{link}");
        assert_eq!(state.page, Page::Forum(id.to_owned()));
        assert_eq!(encode(&state), format!("#/forum/{id}"));
    }
    for wrong in ["#/forum/nothing", "#/forum/none"] {
        let (state, notices) = decode(wrong, &EXPLORER);
        assert_eq!((state.page, notices.len()), (Page::Forums, 1));
    }
}

// ---- Pledges

/// Whether a pledge passes what a link filters by; the naive reading.
fn pledge_passes(pledge: &Value, state: &ViewState) -> bool {
    let date = date(text(pledge, "date"));
    let range = state.filters.range;
    let in_range = range.from().is_none_or(|from| date.last_day() >= from.first_day())
        && range.to().is_none_or(|to| date.first_day() <= to.last_day());
    let selections = [Facet::Country, Facet::Region].map(|facet| state.filters.selection(facet));
    let countries: Vec<&str> =
        pledge["countries"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let fits = |iso3: &&str| {
        let country = EXPLORER.dataset().country(iso3);
        let region = country.and_then(|c| c.region.as_deref()).unwrap_or_default();
        selections.iter().zip([*iso3, region]).all(|(selection, value)| {
            !selection.excluded().contains(value)
                && (selection.included().is_empty() || selection.included().contains(value))
        })
    };
    let free = selections.iter().all(|selection| selection.included().is_empty());
    in_range
        && if countries.is_empty() || selections.iter().all(|s| s.is_empty()) {
            free
        } else {
            countries.iter().any(fits)
        }
}

#[test]
fn pledges_in_view_and_their_sums_are_the_naive_ones() {
    for (link, count) in [
        ("#/pledges", 43),
        ("#/pledges?kind=training", 13),
        ("#/pledges?kind=facility,training&from=2023", 16),
        ("#/pledges?country=KIR", 7),
        ("#/pledges?region=pacific-islands&to=2022", 6),
        ("#/pledges?country=!KIR", 40),
        ("#/pledges?agency=MSS&forum=sco&q=nothing", 43),
        ("#/pledges?country=FRA", 0),
    ] {
        let (state, notices) = decode(link, &EXPLORER);
        assert_eq!(notices, [], "{link}");
        let shown = pledges(&EXPLORER, &state);
        let passing: Vec<&Value> =
            PLEDGES.iter().filter(|pledge| pledge_passes(pledge, &state)).collect();
        let ids: BTreeSet<&str> = shown.iter().map(|shown| shown.pledge.id.as_str()).collect();
        assert_eq!(ids, passing.iter().map(|pledge| text(pledge, "id")).collect(), "{link}");
        let in_view = shown.iter().filter(|shown| shown.in_view);
        assert!(in_view.clone().all(|shown| state.has_kind(&shown.pledge.kind)));
        assert_eq!(in_view.count(), count, "{link}");
        for kind in kinds(&EXPLORER, &shown) {
            let of_kind: Vec<&&Value> =
                passing.iter().filter(|pledge| pledge["kind"] == kind.id).collect();
            assert_eq!(kind.count as usize, of_kind.len(), "{link} {}", kind.id);
            // Only training is added, and what is said to be done apart from what was promised.
            let mut sums: BTreeMap<(&str, bool), u64> = BTreeMap::new();
            for pledge in of_kind.into_iter().filter(|pledge| pledge["kind"] == "training") {
                if let Some(quantity) = pledge["quantity"].as_u64() {
                    let done = text(pledge, "status").contains("done");
                    *sums.entry((text(pledge, "unit"), done)).or_default() += quantity;
                }
            }
            let found = kind.sums.iter().map(|sum| ((sum.unit, sum.done), u64::from(sum.quantity)));
            assert_eq!(found.collect::<BTreeMap<_, _>>(), sums, "{link} {}", kind.id);
        }
    }
}

#[test]
fn sums_say_where_they_overlap() {
    let shown = pledges(&EXPLORER, &ViewState::default());
    let training = kinds(&EXPLORER, &shown).into_iter().find(|kind| kind.id == "training").unwrap();
    let sums: Vec<_> =
        training.sums.iter().map(|s| (s.unit, s.done, s.quantity, s.overlaps())).collect();
    assert_eq!(
        sums,
        [
            ("police officers", false, 24_000, true),
            ("law enforcement personnel", false, 2_000, false),
            ("training opportunities", false, 5_000, false),
            ("police officers", true, 2_700, false),
        ]
    );
}

#[test]
fn kinds_are_chosen_and_given_back() {
    let mut state = ViewState::default();
    state.toggle_kind("facility");
    state.toggle_kind("training");
    assert_eq!(encode(&state), "#/overview?kind=training,facility");
    state.toggle_only_kind("training");
    assert_eq!(state.kinds(), ["training"]);
    state.toggle_only_kind("training");
    assert_eq!(state, ViewState::default());
    state.toggle_kind("gift");
    assert_eq!(state, ViewState::default());
    let all = "#/pledges?kind=training,equipment,facility,agreement,deployment,funding";
    assert_eq!(encode(&decode(all, &EXPLORER).0), "#/pledges");
}

#[test]
fn quantities_that_add_up_to_more_than_a_number_holds_do_not_wrap() {
    let mut dataset = embedded().unwrap();
    for pledge in &mut dataset.pledges {
        (pledge.kind, pledge.quantity) = ("training".to_owned(), Some(u32::MAX));
        pledge.unit = Some("officers".to_owned());
    }
    let explorer = Explorer::new(dataset);
    let state = ViewState::default().on(Page::Pledges);
    let shown = pledges(&explorer, &state);
    let training = kinds(&explorer, &shown).into_iter().find(|kind| kind.id == "training").unwrap();
    let quantities: Vec<u32> = training.sums.iter().map(|sum| sum.quantity).collect();
    assert!(quantities.iter().all(|quantity| *quantity == u32::MAX), "{quantities:?}");
}
