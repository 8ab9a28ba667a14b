//! A reader's own file becomes records that all views show: the numbers are those of the file, whatever way
//! it comes, and what is damaged in it is told and costs nothing else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::rc::Rc;

use explorer_dataset::Dataset;
use explorer_dataset::date::PartialDate;
use explorer_dataset::event::{Counterpart, Event, Person, Source};
use explorer_dataset::own::OwnRecords;
use explorer_embedded::{EMBEDDED, embedded};
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_explore::records::Sort;
use explorer_export::Origin;
use explorer_export::interactions::{csv, in_view, json, package};
use explorer_intake::own_file::{as_table, settle};
use explorer_intake::{
    Assigned, Choices, Grouping, Intake, TableTexts, Tables, Vocabulary, intake,
};
use explorer_loader::{Beginning, Loaded, Loader};
use explorer_meaning::country::Countries;
use explorer_table::record_rows::{column_name, record_rows};
use explorer_view::published::comparisons;
use explorer_workbook::Workbook;
use proptest::prelude::*;

#[path = "own_records/json_damage.rs"]
mod json_damage;
#[path = "own_records/opened.rs"]
mod opened;
#[path = "own_records/workbook_damage.rs"]
mod workbook_damage;

/// What is read once.
struct Known {
    countries: Rc<Countries>,
    tables: Tables,
    open: Dataset,
}

thread_local! {
    static KNOWN: Rc<Known> = Rc::new({
        let countries = Rc::new(Countries::from_json(EMBEDDED.countries).unwrap());
        let texts = TableTexts {
            codebook: EMBEDDED.codebook,
            agencies: EMBEDDED.agencies,
            officials: EMBEDDED.officials,
            countries: EMBEDDED.countries,
            other_names: EMBEDDED.other_names,
        };
        let tables = Tables::read(texts, countries.clone());
        Known { countries, tables, open: embedded().unwrap() }
    });
}

fn known() -> Rc<Known> {
    KNOWN.with(Rc::clone)
}

fn loaded(text: &str) -> Loaded {
    let known = known();
    let mut beginning = Beginning::of(text, true, &known.countries).unwrap();
    settle(&mut beginning.mapping);
    let mut loader = Loader::new(beginning.format, beginning.mapping, known.countries.clone());
    loader.push(text).unwrap();
    loader.finish().unwrap()
}

fn taken(text: &str, choices: &Choices) -> Intake {
    let loaded = loaded(text);
    let column = |meaning| column_name(&loaded, meaning);
    intake(&record_rows(&loaded), &known().tables, choices, &column)
}

/// It as the page reads it.
fn dataset(intake: &Intake) -> Dataset {
    let own = OwnRecords::parse(&intake.to_json("visits.csv", &known().tables)).unwrap();
    own.within(known().open.clone())
}

// The layout that the paper describes.

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// One row per interaction: words changed, columns renamed, rows in another order.
fn layout(events: &[Event], shuffle: u64) -> String {
    let known = known();
    let mut rows = Vec::new();
    for event in events {
        for side in &event.counterparts {
            let country = side.country.as_ref().map(|iso3| {
                let countries = &known.open.countries;
                countries.iter().find(|country| country.iso3 == *iso3).unwrap().name_en.clone()
            });
            let format = match event.format.as_str() {
                "sideline" => "Bilateral on the sidelines",
                "multilateral" => "Multilateral meeting",
                _ => "Bilateral meeting",
            };
            let agency = match event.agency.as_str() {
                "MPS" => "Ministry of Public Security",
                "MSS" => "Ministry of State Security",
                _ => "CPLAC",
            };
            let rank = match event.rank.as_str() {
                "politburo" => "Politburo member",
                "vice-minister" => "Deputy Minister",
                other => other,
            };
            let given_first = |name: &String| {
                let (family, given) = name.split_once(' ').unwrap_or((name, ""));
                format!("{given} {family}").trim().to_owned()
            };
            let officials: Vec<String> = event.officials.iter().map(given_first).collect();
            let topics: Vec<String> =
                event.topics.iter().map(|topic| topic.to_uppercase()).collect();
            let cells = [
                topics.join("; "),
                event.forum.clone().unwrap_or_default(),
                country.or(side.organization.clone()).unwrap(),
                event.date.to_string(),
                format.to_owned(),
                rank.to_owned(),
                officials.join("; "),
                agency.to_owned(),
            ];
            rows.push(cells.map(|cell| quoted(&cell)).join(","));
        }
    }
    let mut seed = shuffle;
    for at in (1..rows.len()).rev() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        rows.swap(at, (seed >> 33) as usize % (at + 1));
    }
    let header = "Themes,Mechanism,Partner,Day,Meeting type,Seniority,Chinese leader,Ministry";
    format!("{header}\n{}\n", rows.join("\n"))
}

/// The facets that such a table has something of.
const TOLD: [Facet; 11] = [
    Facet::Agency,
    Facet::Official,
    Facet::Rank,
    Facet::Format,
    Facet::Region,
    Facet::Country,
    Facet::Organization,
    Facet::Forum,
    Facet::Topic,
    Facet::Gsi,
    Facet::Window,
];

/// The numbers of a facet's values in each measure, by their ids.
fn numbers(explorer: &Explorer, facet: Facet) -> Vec<(String, [u32; 3])> {
    let dictionary = explorer.table().dictionary(facet);
    let entries = dictionary.entries().iter().enumerate().map(|(at, entry)| {
        let count =
            |measure| explorer.totals(measure).facet(facet).get(at).copied().unwrap_or_default();
        (entry.id.clone(), Measure::ALL.map(count))
    });
    let mut all: Vec<_> = entries.filter(|(_, counts)| *counts != [0; 3]).collect();
    all.sort();
    all
}

#[test]
fn a_table_in_the_layout_of_the_paper_gives_the_same_numbers() {
    let open = Explorer::new(known().open.clone());
    // Pledges are no part of such a table, and confidence, channel, venue and office are not either.
    let published = |explorer: &Explorer| -> Vec<(String, Vec<String>)> {
        let all = comparisons(explorer);
        let told = all.iter().filter(|one| {
            let link = one.published.view.as_deref().unwrap_or_default();
            !["confidence=", "channel=", "venue=", "office="].iter().any(|key| link.contains(key))
        });
        told.map(|one| {
            let readings = one.readings.iter().map(|reading| reading.number.words());
            (one.published.id.clone(), readings.collect())
        })
        .collect()
    };
    for shuffle in 0..3 {
        let intake = taken(&layout(&open.dataset().events, shuffle), &Choices::default());
        let words: Vec<_> =
            intake.overview.unmatched.iter().filter(|word| word.stands_for.is_none()).collect();
        assert!(words.is_empty(), "{words:?}");
        assert_eq!((intake.overview.unused, intake.overview.problem_count), (0, 0));
        let own = Explorer::new(dataset(&intake));
        assert_eq!(own.table().len(), open.table().len());
        for measure in Measure::ALL {
            assert_eq!(own.totals(measure).summary, open.totals(measure).summary);
        }
        for facet in TOLD {
            assert_eq!(numbers(&own, facet), numbers(&open, facet), "{facet:?}");
        }
        let (ours, theirs) = (published(&own), published(&open));
        assert!(ours.iter().filter(|(_, readings)| !readings.is_empty()).count() > 30);
        assert_eq!(ours, theirs);
    }
}

// Files of the explorer's own.

/// Words that no list has.
const OWN: [&str; 4] = ["water policing", "Zebra talks", "Ölpolitik", "水上安全"];

fn events() -> impl Strategy<Value = Vec<Event>> {
    let known = known();
    let words = |list: &[explorer_dataset::codebook::Word], own: bool| {
        let own = OWN.iter().filter(move |_| own).map(|word| (*word).to_owned());
        list.iter().map(|word| word.word.clone()).chain(own).collect::<Vec<String>>()
    };
    let v = &known.open.codebook.vocabularies;
    let (ranks, formats, channels) =
        (words(&v.ranks, true), words(&v.formats, false), words(&v.channels, false));
    let (offices, topics, forums) =
        (words(&v.offices, true), words(&v.topics, true), words(&v.forums, true));
    let (organizations, confidences) =
        (words(&v.organizations, true), words(&v.confidences, false));
    let countries: Vec<String> =
        known.open.countries.iter().map(|country| country.iso3.clone()).collect();
    let officials: Vec<String> = known
        .open
        .officials
        .iter()
        .map(|official| official.name_en.clone())
        .chain(["Mei Lin".to_owned(), "Ouyang An".to_owned()])
        .collect();
    let pick = |from: Vec<String>| prop::sample::select(from);
    // What a cell keeps: no blanks at its ends, none of what stands between values.
    let text = || {
        "[A-Za-zäé李=-][A-Za-zäé李,.'\"()-]{0,7}( [A-Za-z0-9,\"]{1,6}){0,3}"
            .prop_filter("is a text", |text| text.parse::<f64>().is_err())
    };
    let maybe = |strategy: BoxedStrategy<String>| prop::option::of(strategy);
    let date =
        (2000_i16..2030, 1_u8..=12, prop::option::of(1_u8..=28)).prop_map(|(year, month, day)| {
            match day {
                Some(day) => PartialDate::from_day(year, month, day).unwrap(),
                None => PartialDate::from_month(year, month).unwrap(),
            }
        });
    let person = ("[A-Z][a-z]{1,6}( [A-Z][a-z]{1,6})?", prop::option::of(text()))
        .prop_map(|(name, title)| Person { name: Some(name), title });
    let people = (
        prop::option::of(text()),
        prop::option::of(text()),
        maybe(pick(offices).boxed()),
        prop::collection::vec(person, 0..3),
    );
    let side = (pick(countries.clone()), pick(organizations), any::<bool>(), people).prop_map(
        |(country, organization, is_country, (name, title, office, also))| Counterpart {
            country: is_country.then_some(country),
            organization: (!is_country).then_some(organization),
            name,
            title,
            office,
            also,
        },
    );
    let sides = prop::collection::vec(side, 1..5).prop_map(|sides| {
        let mut once: Vec<Counterpart> = Vec::new();
        for side in sides {
            if !once.iter().any(|known| {
                known.country == side.country && known.organization == side.organization
            }) {
                once.push(side);
            }
        }
        once
    });
    let source = ("https://[a-z]{3,8}\\.org/[a-z0-9]{0,6}", text(), prop::option::of(date.clone()))
        .prop_map(|(url, publisher, published)| Source { url, publisher, published });
    let sources = prop::collection::vec(source, 1..3).prop_map(|sources| {
        let mut once: Vec<Source> = Vec::new();
        for source in sources {
            if !once.iter().any(|known| known.url == source.url) {
                once.push(source);
            }
        }
        once
    });
    let several = |from: Vec<String>| prop::sample::subsequence(from.clone(), 0..from.len().min(4));
    let who = (
        prop::sample::select(vec!["MPS", "MSS", "CPLC"]),
        several(officials),
        pick(ranks),
        pick(formats),
    );
    let what = (pick(channels), maybe(pick(forums).boxed()), several(topics), pick(confidences));
    let place = (
        prop::option::of(text()),
        maybe(pick(countries).boxed()),
        prop::option::of("20[0-3][0-9]"),
        prop::option::of(text()),
    );
    let event = (date, text(), who, what, place, sides, sources);
    prop::collection::vec(event, 1..8).prop_map(|events| {
        let made = events.into_iter().enumerate().map(|(at, event)| {
            let (date, title, who, what, place, counterparts, sources) = event;
            let (agency, officials, rank, format) = who;
            let (channel, forum, topics, confidence) = what;
            let (city, venue_country, forum_session, note) = place;
            let month = (date.year(), date.month().unwrap());
            Event {
                id: format!("e{at}-{date}"),
                date,
                date_end: None,
                title,
                agency: agency.to_owned(),
                officials,
                rank,
                format,
                channel,
                city,
                venue_country,
                forum,
                forum_session,
                counterparts,
                topics,
                confidence,
                in_paper_window: ((2022, 6)..=(2025, 7)).contains(&month),
                note,
                sources,
            }
        });
        made.collect()
    })
}

fn origin() -> Origin {
    Origin {
        filters: "All records".to_owned(),
        link: "https://example.org/#/overview".to_owned(),
        dataset: "x".to_owned(),
        version: "1.0.0".to_owned(),
        released: "2026-01-01".to_owned(),
        hash: "0".repeat(12),
        retrieved: "2026-01-02".to_owned(),
    }
}

/// A dataset of these events: what they name that the tables do not have is in it, too.
fn of_events(events: &[Event]) -> Dataset {
    let mut all = known().open.clone();
    all.events = events.to_vec();
    all.withdrawn.clear();
    let v = &mut all.codebook.vocabularies;
    for list in [&mut v.ranks, &mut v.offices, &mut v.topics, &mut v.forums, &mut v.organizations] {
        for (at, word) in OWN.iter().enumerate() {
            list.push(explorer_dataset::codebook::Word {
                word: (*word).to_owned(),
                id: format!("own-{at}"),
                label: (*word).to_owned(),
                definition: String::new(),
            });
        }
    }
    all
}

fn by_date(mut events: Vec<Event>) -> Vec<Event> {
    events.sort_by(|a, b| a.date.cmp(&b.date).then(a.id.cmp(&b.id)));
    events
}

/// The cells of a table as a workbook, all of them texts.
fn workbook(table: &str) -> Vec<u8> {
    let mut made = rust_xlsxwriter::Workbook::new();
    let sheet = made.add_worksheet();
    let mut reader = csv_reader(table);
    for (row, record) in reader.records().enumerate() {
        for (column, cell) in record.unwrap().iter().enumerate() {
            sheet.write_string(row as u32, column as u16, cell).unwrap();
        }
    }
    made.save_to_buffer().unwrap()
}

fn csv_reader(table: &str) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(table.trim_start_matches('\u{feff}').as_bytes())
}

fn sheet(bytes: Vec<u8>) -> String {
    let mut text = String::new();
    Workbook::open(bytes).unwrap().write(0, &mut |piece| text.push_str(piece)).unwrap();
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// `cargo xtask fuzz` goes through thousands of them.
    #[test]
    fn datasets_go_to_files_and_come_back_equal(events in events()) {
        let explorer = Explorer::new(of_events(&events));
        let shown = in_view(&explorer, &explorer.totals(Measure::Interactions).rows, Sort::default());
        let expected = by_date(events);
        let table = csv(&shown, &origin());
        let files = [
            ("CSV", table.clone()),
            ("JSON", as_table(&json(&shown, &origin())).unwrap()),
            ("package", as_table(&package(&shown, &origin())).unwrap()),
            ("XLSX", sheet(workbook(&table))),
        ];
        for (form, text) in files {
            let intake = taken(&text, &Choices::default());
            prop_assert_eq!(intake.overview.problem_count, 0, "{} {:?} {}", form, intake.overview.problems, text);
            prop_assert_eq!(by_date(intake.events.clone()), expected.clone(), "{}", form);
            let own = Explorer::new(dataset(&intake));
            for measure in Measure::ALL {
                prop_assert_eq!(own.totals(measure).summary, explorer.totals(measure).summary);
            }
        }
    }
}

// Damage.

/// A table that is sound: its header, and rows of cells.
fn sound() -> (Vec<&'static str>, Vec<Vec<String>>) {
    let header =
        vec!["id", "date", "agency", "official", "rank", "format", "country", "forum", "topics"];
    let rows = [
        "m1|2024-01-05|MPS|Wang Xiaohong|minister|bilateral|Laos||narcotics",
        "m2|2024-02-07|CPLC|Chen Wenqing|politburo|bilateral|Russia|SCO|counterterrorism; training",
        "m3|2024-03-09|MPS|Wang Xiaohong|minister|multilateral|Fiji|GPSCFL|training",
        "m3|2024-03-09|MPS|Wang Xiaohong|minister|multilateral|Samoa|GPSCFL|training",
        "m4|2024-05|MSS|Chen Yixin|minister|sideline|Thailand||intelligence",
        "m5|2024-06-11|MPS|Xu Ganlu|vice-minister|bilateral|Viet Nam||border and immigration",
    ];
    let rows = rows.iter().map(|row| row.split('|').map(str::to_owned).collect());
    (header, rows.collect())
}

fn table(header: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: Vec<&str>| cells.into_iter().map(quoted).collect::<Vec<_>>().join(",");
    let mut lines = vec![line(header.to_vec())];
    lines.extend(rows.iter().map(|row| line(row.iter().map(String::as_str).collect())));
    lines.join("\n") + "\n"
}

#[test]
fn a_hundred_kinds_of_damage_are_told_and_cost_nothing_else() {
    let (header, rows) = sound();
    let whole = taken(&table(&header, &rows), &Choices::default());
    assert_eq!((whole.events.len(), whole.overview.problem_count), (5, 0));
    // Column, and what stands there: nothing of it can be used.
    let wrong: [(&str, &[&str]); 5] = [
        (
            "date",
            &[
                "",
                "soon",
                "2024-02-30",
                "2024",
                "2024-13-01",
                "31/31/2024",
                "n/a",
                "-",
                "0",
                "Monday",
                "2024-05-xx",
                "#REF!",
                "2024-00",
                "99999",
                "early 2024",
                "spring",
                "??",
                "May",
                "tbd",
                "2024-W99",
            ],
        ),
        (
            "agency",
            &[
                "Police of Mars",
                "MPSS",
                "M.P",
                "??",
                "Ministry",
                "Interior",
                "公",
                "MPS or MSS",
                "MFA",
                "PLA",
                "unclear",
                "0",
                "-1",
                "the",
                "security",
            ],
        ),
        (
            "format",
            &[
                "chat",
                "??",
                "bi",
                "multi and bilateral",
                "meeting",
                "0",
                "visit",
                "both bilateral, multilateral",
                "x",
                "trilateral",
                "dinner",
                "handshake",
                "1",
                "…",
                "exchange",
            ],
        ),
        (
            "country",
            &[
                "",
                "Atlantis",
                "Laoss",
                "??",
                "China",
                "CHN",
                "XX",
                "nowhere",
                "Mars",
                "0",
                "Laos or Fiji",
                "Asia",
                "the South",
                "Republic",
                "—",
                "unknown land",
                "Narnia",
                "L",
                "中华",
                "PRC",
            ],
        ),
        ("official", &[]),
    ];
    let mut kinds = 0;
    for (column, values) in wrong {
        let at = header.iter().position(|name| *name == column).unwrap();
        for value in values {
            for row in [0, 1, 4] {
                kinds += 1;
                let mut damaged = rows.clone();
                damaged[row][at] = (*value).to_owned();
                let text = table(&header, &damaged);
                let loaded = loaded(&text);
                let intake = taken(&text, &Choices::default());
                // All that is not of that row is as it was.
                let id = &rows[row][0];
                let others = |events: &[Event]| {
                    events.iter().filter(|event| event.id != *id).cloned().collect::<Vec<_>>()
                };
                assert_eq!(others(&intake.events), others(&whole.events), "{column} {value}");
                let same = intake.events.iter().any(|event| event.id == *id);
                // It is told by row and column, by the reader of the table or by what makes records of it.
                let number = row as u64 + 2;
                let told = intake.overview.problems.iter().any(|problem| problem.row == number)
                    || loaded.problems.kept().iter().any(|problem| problem.row == number);
                assert!(
                    told || same,
                    "{column} \u{201c}{value}\u{201d} of row {number} is gone without a word"
                );
                if !same {
                    assert_eq!(intake.overview.unused, 1, "{column} {value}");
                    assert!(told, "{column} {value}");
                }
            }
        }
    }
    assert!(kinds >= 200, "{kinds}");
}

#[test]
fn words_are_assigned_once_and_hold_for_all_their_spellings() {
    let (header, mut rows) = sound();
    rows[0][6] = "Laoss".to_owned();
    rows[4][6] = "LAOSS".to_owned();
    rows[1][8] = "drugs and pipes".to_owned();
    let text = table(&header, &rows);
    let mut choices = Choices::default();
    let before = taken(&text, &choices);
    assert_eq!((before.overview.unused, before.events.len()), (2, 3));
    let open: Vec<_> =
        before.overview.unmatched.iter().map(|word| (word.text.as_str(), word.rows)).collect();
    assert_eq!(open, [("Laoss", 2), ("drugs and pipes", 1)]);
    choices.assign(Vocabulary::Counterpart, "laoss", Assigned::To("LAO".to_owned()));
    choices.assign(Vocabulary::Topic, "drugs and pipes", Assigned::To("narcotics".to_owned()));
    let after = taken(&text, &choices);
    assert_eq!((after.overview.unused, after.events.len()), (0, 5));
    let lao =
        after.events.iter().filter(|event| event.counterparts[0].country.as_deref() == Some("LAO"));
    assert_eq!(lao.count(), 2);
    assert!(
        after.events.iter().any(|event| event.topics == ["narcotics"] && event.agency == "CPLC")
    );
}

#[test]
fn rows_of_the_same_event_are_found_by_id_or_by_what_they_say() {
    let (header, rows) = sound();
    let by_id = taken(&table(&header, &rows), &Choices::default());
    assert_eq!((by_id.overview.grouping, by_id.overview.is_asked), (Some(Grouping::Id), false));
    // Without ids, the two rows of the forum are one event, and that is asked.
    let header: Vec<&str> = header[1..].to_vec();
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row[1..].to_vec()).collect();
    let text = table(&header, &rows);
    let found = taken(&text, &Choices::default());
    assert_eq!((found.overview.grouping, found.overview.is_asked), (Some(Grouping::Meeting), true));
    assert_eq!(found.events.len(), 5);
    let mut choices = Choices::default();
    choices.grouping = Some(Grouping::Row);
    let each = taken(&text, &choices);
    assert_eq!((each.events.len(), each.overview.is_asked), (6, false));
    assert_eq!(each.overview.interactions, found.overview.interactions);
}

#[test]
fn every_column_of_the_template_is_understood() {
    let cells = [
        ("date", "2024-03-09"),
        ("agency", "MPS"),
        ("official", "Wang Xiaohong"),
        ("counterpart", "Fiji; SCO"),
        ("format", "multilateral"),
        ("event_id", "a1"),
        ("rank", "minister"),
        ("channel", "video"),
        ("forum", "SCO"),
        ("city", "Beijing"),
        ("venue_country", "China"),
        ("counterpart_name", "A B"),
        ("counterpart_office", "defence and military"),
        ("topics", "narcotics; training"),
        ("confidence", "low"),
        ("sources", "https://example.org/a https://example.org/b"),
    ];
    let header = explorer_intake::template::csv();
    assert_eq!(
        header.trim_start_matches('\u{feff}').trim_end(),
        cells.map(|(name, _)| name).join(",")
    );
    let row = cells.map(|(_, cell)| quoted(cell)).join(",");
    let more =
        row.replace("a1", "a2").replace("Fiji; SCO", "Laos").replace("2024-03-09", "2024-04");
    let intake = taken(&format!("{header}{row}\n{more}\n"), &Choices::default());
    assert_eq!(
        (intake.overview.unused, intake.overview.problem_count),
        (0, 0),
        "{:?}",
        intake.overview
    );
    let event = &intake.events[0];
    assert_eq!((event.id.as_str(), event.counterparts.len(), event.topics.len()), ("a1", 2, 2));
    assert_eq!((event.channel.as_str(), event.venue_country.as_deref()), ("video", Some("CHN")));
    assert_eq!((event.confidence.as_str(), event.sources.len()), ("low", 2));
    let side = &intake.events[1].counterparts[0];
    assert_eq!(side.office.as_deref(), Some("defence and military"));
}

#[test]
fn one_row_per_event_with_several_counterparts_is_read() {
    let text = "Date,Agency,Leader,Countries\n2024-03-09,MPS,Wang Xiaohong,Fiji; Samoa; Tonga\n\
                2024-04-01,MSS,Chen Yixin,Laos\n2024-04-02,MPS,Wang Xiaohong,Laos; Viet Nam\n";
    let intake = taken(text, &Choices::default());
    let sides: Vec<usize> = intake.events.iter().map(|event| event.counterparts.len()).collect();
    assert_eq!(sides, [3, 1, 2]);
    let formats: Vec<&str> = intake.events.iter().map(|event| event.format.as_str()).collect();
    assert_eq!(formats, ["multilateral", "bilateral", "multilateral"]);
    let ranks: Vec<&str> = intake.events.iter().map(|event| event.rank.as_str()).collect();
    assert_eq!(ranks, ["minister"; 3]);
    assert!(intake.overview.missing.iter().any(|line| line.contains("format")));
}
