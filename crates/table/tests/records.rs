//! A table in the layout that the paper describes becomes records with the numbers of the dataset that it
//! was made of.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::rc::Rc;

use explorer_dataset::Dataset;
use explorer_dataset::event::Event;
use explorer_dataset::own::OwnRecords;
use explorer_embedded::{EMBEDDED, embedded};
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_intake::{Choices, Intake, TableTexts, Tables, intake};
use explorer_loader::{Beginning, Loaded, Loader};
use explorer_meaning::country::Countries;
use explorer_table::record_rows::{column_name, record_rows};

thread_local! {
    static COUNTRIES: Rc<Countries> =
        Rc::new(Countries::from_json(EMBEDDED.countries).unwrap());
}

fn countries() -> Rc<Countries> {
    COUNTRIES.with(Rc::clone)
}

fn tables() -> Tables {
    let texts = TableTexts {
        codebook: EMBEDDED.codebook,
        agencies: EMBEDDED.agencies,
        officials: EMBEDDED.officials,
        countries: EMBEDDED.countries,
        other_names: EMBEDDED.other_names,
    };
    Tables::read(texts, countries())
}

fn loaded(text: &str) -> Loaded {
    let beginning = Beginning::of(text, true, &countries()).unwrap();
    let mut loader = Loader::new(beginning.format, beginning.mapping, countries());
    loader.push(text).unwrap();
    loader.finish().unwrap()
}

fn taken(text: &str, choices: &Choices) -> Intake {
    let loaded = loaded(text);
    intake(&record_rows(&loaded), &tables(), choices, &|meaning| column_name(&loaded, meaning))
}

/// It as the page reads it.
fn dataset(intake: &Intake) -> Dataset {
    let own = OwnRecords::parse(&intake.to_json("visits.csv", &tables())).unwrap();
    own.within(embedded().unwrap())
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// One row per interaction, in the layout that the paper describes.
fn layout(events: &[Event], shuffle: u64) -> String {
    let mut rows = Vec::new();
    for event in events {
        for side in &event.counterparts {
            let country = side.country.as_ref().map(|iso3| {
                let known = embedded().unwrap().countries;
                known.iter().find(|country| country.iso3 == *iso3).unwrap().name_en.clone()
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
            let officials: Vec<String> = event
                .officials
                .iter()
                .map(|name| {
                    let (family, given) = name.split_once(' ').unwrap_or((name, ""));
                    format!("{given} {family}").trim().to_owned()
                })
                .collect();
            let topics: Vec<String> = event.topics.iter().map(|t| t.to_uppercase()).collect();
            rows.push(
                [
                    topics.join("; "),
                    event.forum.clone().unwrap_or_default(),
                    country.or(side.organization.clone()).unwrap(),
                    event.date.to_string(),
                    format.to_owned(),
                    rank.to_owned(),
                    officials.join("; "),
                    agency.to_owned(),
                ]
                .map(|cell| quoted(&cell))
                .join(","),
            );
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

/// The numbers of every facet, by the id of the value, in each measure.
fn numbers(explorer: &Explorer, facet: Facet) -> Vec<(String, [u32; 3])> {
    let dictionary = explorer.table().dictionary(facet);
    let mut all: Vec<(String, [u32; 3])> = dictionary
        .entries()
        .iter()
        .enumerate()
        .map(|(at, entry)| {
            let count = |measure| {
                explorer.totals(measure).facet(facet).get(at).copied().unwrap_or_default()
            };
            (entry.id.clone(), Measure::ALL.map(count))
        })
        .filter(|(_, counts)| *counts != [0; 3])
        .collect();
    all.sort();
    all
}

#[test]
fn a_table_in_the_layout_of_the_paper_gives_the_same_numbers() {
    let open = Explorer::new(embedded().unwrap());
    for shuffle in 0..4 {
        let text = layout(&open.dataset().events, shuffle);
        let intake = taken(&text, &Choices::default());
        for word in &intake.overview.unmatched {
            println!("{:?} {} {} {:?}", word.vocabulary, word.text, word.rows, word.stands_for);
        }
        for problem in intake.overview.problems.iter().take(10) {
            println!("{} {problem}", problem.row);
        }
        println!("{:?}", intake.overview.groupings);
        let own = Explorer::new(dataset(&intake));
        assert_eq!(own.table().len(), open.table().len());
        assert_eq!(own.totals(Measure::Events).summary, open.totals(Measure::Events).summary);
        for facet in [
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
        ] {
            assert_eq!(numbers(&own, facet), numbers(&open, facet), "{facet:?}");
        }
        assert_eq!(intake.overview.unused, 0);
    }
}
