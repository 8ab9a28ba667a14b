//! Files that a reader takes away, read back, and citations.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use explorer_embedded::embedded;
use explorer_explore::Explorer;
use explorer_explore::measure::Measure;
use explorer_export::cite::{Style, cite};
use explorer_export::csv::Csv;
use explorer_export::file_name::file_name;
use explorer_export::interactions::{COLUMNS, csv, in_view, json, package};
use explorer_export::lists::{self, ForumLine, SessionLine};
use explorer_export::{Origin, chart};
use explorer_view::hash::decode;
use explorer_view::sentence::filter_words;
use proptest::prelude::*;
use serde_json::Value;

static EXPLORER: LazyLock<Explorer> =
    LazyLock::new(|| Explorer::new(embedded().expect("the build checked it")));

fn origin(link: &str) -> Origin {
    let filters = decode(link, &EXPLORER).0.scope();
    Origin {
        filters: filter_words(&EXPLORER, &filters),
        link: format!("https://example.org/{link}"),
        dataset: EXPLORER.dataset().codebook.title.clone(),
        version: "1.0.2".to_owned(),
        released: "2026-11-25".to_owned(),
        hash: "0123456789ab".to_owned(),
        retrieved: "2026-11-26".to_owned(),
    }
}

fn read_csv(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect()
}

const LINKS: [&str; 5] = [
    "#/records",
    "#/records?agency=MPS&sort=title",
    "#/records?country=LAO&format=multilateral",
    "#/country/VNM?from=2024",
    "#/records?q=nothing+at+all+has+these+words",
];

#[test]
fn the_table_read_back_is_the_interactions_in_view() {
    for link in LINKS {
        let state = decode(link, &EXPLORER).0;
        let outcome = EXPLORER.explore(&state.scope(), Measure::Interactions);
        let shown = in_view(&EXPLORER, &outcome.rows, state.sort);
        let origin = origin(link);
        let lines = read_csv(&csv(&shown, &origin));
        assert_eq!(lines[0], COLUMNS.map(|(name, _)| name), "{link}");
        assert_eq!(lines.len() - 1, outcome.summary.interactions as usize, "{link}");
        let column = |name: &str| COLUMNS.iter().position(|(known, _)| *known == name).unwrap();
        let mut events: Vec<&str> = Vec::new();
        for line in &lines[1..] {
            let cell = |name: &str| line[column(name)].as_str();
            let event = EXPLORER.dataset().events.iter().find(|event| event.id == cell("event_id"));
            let event = event.unwrap();
            // A counterpart of that event, told by its country or organization.
            let side = event.counterparts.iter().find(|side| {
                side.country.as_deref().unwrap_or("") == cell("country")
                    && side.organization.as_deref().unwrap_or("") == cell("organization")
            });
            let side = side.unwrap();
            assert_eq!(cell("title"), event.title);
            assert_eq!(cell("date"), event.date.to_string());
            assert_eq!(cell("counterpart_name"), side.name.as_deref().unwrap_or(""));
            assert_eq!(cell("note"), event.note.as_deref().unwrap_or(""));
            assert_eq!(cell("officials"), event.officials.join("; "));
            assert_eq!(cell("sources").split("; ").count(), event.sources.len());
            assert_eq!(cell("view"), origin.link);
            assert_eq!(cell("retrieved"), "2026-11-26");
            assert!(cell("dataset_version").contains("0123456789ab"));
            if events.last() != Some(&&*event.id) {
                events.push(&event.id);
            }
        }
        let ids: Vec<&str> = shown.iter().map(|(event, _)| &*event.id).collect();
        assert_eq!(events, ids, "{link}: the order is not that of the records");
        assert_eq!(ids.len(), outcome.summary.events as usize);
    }
}

#[test]
fn the_records_read_back_are_those_of_the_dataset() {
    let path = format!("{}/data/events.json", env!("CARGO_MANIFEST_DIR"));
    let file: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let file = file.as_array().unwrap();
    for link in LINKS {
        let state = decode(link, &EXPLORER).0;
        let outcome = EXPLORER.explore(&state.scope(), Measure::Interactions);
        let shown = in_view(&EXPLORER, &outcome.rows, state.sort);
        let written: Value = serde_json::from_str(&json(&shown, &origin(link))).unwrap();
        assert_eq!(written["view"], format!("https://example.org/{link}"));
        let events = written["events"].as_array().unwrap();
        assert_eq!(events.len(), outcome.summary.events as usize);
        let mut interactions = 0;
        for event in events {
            let mut known = file.iter().find(|known| known["id"] == event["id"]).unwrap().clone();
            let all = known["counterparts"].as_array_mut().unwrap();
            for side in all.iter_mut() {
                let side = side.as_object_mut().unwrap();
                side.entry("also").or_insert_with(|| Value::Array(Vec::new()));
            }
            let here = event["counterparts"].as_array().unwrap();
            interactions += here.len();
            all.retain(|side| here.contains(side));
            assert_eq!(event, &known);
        }
        assert_eq!(interactions, outcome.summary.interactions as usize);
    }
}

#[test]
fn the_package_holds_its_own_table() {
    let link = "#/records?agency=MSS";
    let state = decode(link, &EXPLORER).0;
    let outcome = EXPLORER.explore(&state.scope(), Measure::Interactions);
    let shown = in_view(&EXPLORER, &outcome.rows, state.sort);
    let origin = origin(link);
    let package: Value = serde_json::from_str(&package(&shown, &origin)).unwrap();
    let resource = &package["resources"][0];
    let data: Vec<Vec<String>> = serde_json::from_value(resource["data"].clone()).unwrap();
    assert_eq!(data, read_csv(&csv(&shown, &origin)));
    let fields = resource["schema"]["fields"].as_array().unwrap();
    let names: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
    assert_eq!(names, data[0]);
    assert_eq!(package["homepage"], origin.link);
}

proptest! {
    #[test]
    fn any_text_survives_a_cell(cells in prop::collection::vec(".{0,40}", 1..6)) {
        let mut file = Csv::default();
        file.line(cells.iter().map(String::as_str));
        file.line(["end"; 6].into_iter().take(cells.len()));
        let lines = read_csv(&file.finish());
        for (cell, read) in cells.iter().zip(&lines[0]) {
            let number = cell.starts_with('-') && cell.parse::<f64>().is_ok();
            let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number;
            let kept = if formula { read.strip_prefix('\'').unwrap() } else { read };
            prop_assert_eq!(kept, cell);
            prop_assert!(number || !read.starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }

    #[test]
    fn any_text_is_a_json_string(text in "\\PC{0,40}") {
        let written = explorer_export::json::string(&text);
        prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }

    #[test]
    fn a_file_name_is_one_everywhere(filters in ".{0,300}") {
        let name = file_name("records", &filters, "csv");
        prop_assert!(name.len() <= 110 && name.ends_with(".csv"));
        prop_assert!(name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c)));
        prop_assert!(!name.contains("--") && !name.contains("-."));
    }
}

#[test]
fn control_characters_do_not_break_a_json_string() {
    let written = explorer_export::json::string("a\u{1}b\nc\\\"\u{7f}");
    assert_eq!(serde_json::from_str::<String>(&written).unwrap(), "a b\nc\\\"\u{7f}");
}

#[test]
fn names_say_what_is_inside() {
    let name = file_name("records", "MPS · Southeast Asia · 2024", "csv");
    assert_eq!(name, "security-diplomacy-records-mps-southeast-asia-2024.csv");
    assert_eq!(file_name("figure-1", "越南", "svg"), "security-diplomacy-figure-1.svg");
}

fn numbers(headings: &[&str], lines: &[&[&str]]) -> chart::Numbers {
    let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
    chart::Numbers {
        headings: owned(headings),
        lines: lines.iter().map(|line| owned(line)).collect(),
    }
}

#[test]
fn the_numbers_of_a_chart_tell_where_they_are_from() {
    let numbers = numbers(&["Region", "Interactions"], &[&["Africa", "19"], &["=1+1", "2"]]);
    let origin = origin("#/overview?agency=MPS");
    let lines = read_csv(&chart::csv("Africa leads", &numbers, &origin));
    let expected =
        ["Region", "Interactions", "chart", "filters", "view", "dataset_version", "retrieved"];
    assert_eq!(lines[0], expected);
    assert_eq!(lines[1][..5], ["Africa", "19", "Africa leads", "MPS", &origin.link]);
    assert_eq!(lines[2][0], "'=1+1");
}

#[test]
fn citations_hold_together() {
    let origin = origin("#/overview?agency=MPS&q=100%25_{x}");
    let text = cite(&origin, false, Style::Text);
    let expected = format!(
        "The Security Diplomacy Explorer contributors, {}: MPS · \u{201c}100%_{{x}}\u{201d}, version 1.0.2 (0123456789ab), \
         Security Diplomacy Explorer, 2026-11-25. {} (retrieved 2026-11-26)",
        origin.dataset, origin.link
    );
    assert_eq!(text, expected);

    let both = cite(&origin, true, Style::Csl);
    let csl: Value = serde_json::from_str(&both).unwrap();
    assert_eq!(csl.as_array().unwrap().len(), 3);
    assert_eq!(csl[0]["URL"], origin.link);
    assert_eq!(csl[0]["issued"]["date-parts"], serde_json::json!([[2026, 11, 25]]));
    assert_eq!(csl[1]["author"][2]["family"], "Waltz");
    assert_eq!(csl[2]["DOI"], "10.7910/DVN/DBZIUW");

    for (entry, kind) in
        cite(&origin, true, Style::Bibtex).split("\n\n").zip(["dataset", "report", "dataset"])
    {
        assert!(entry.starts_with(&format!("@{kind}{{")) && entry.ends_with("\n}"), "{entry}");
        // Braces that are not escaped are in pairs.
        let bare = entry.replace("\\{", "").replace("\\}", "");
        assert_eq!(bare.matches('{').count(), bare.matches('}').count(), "{entry}");
    }
    let bibtex = cite(&origin, false, Style::Bibtex);
    assert!(bibtex.contains("100\\%\\_\\{x\\}"), "{bibtex}");

    let ris = cite(&origin, true, Style::Ris);
    for line in ris.split("\r\n").filter(|line| !line.trim().is_empty()) {
        assert_eq!(&line.trim_start_matches('\n')[2..6], "  - ", "{line}");
    }
    assert_eq!(ris.matches("TY  - ").count(), 3);
    assert_eq!(ris.matches("ER  - ").count(), 3);
    assert!(ris.contains("Y2  - 2026/11/26"));
}

#[test]
fn a_citation_names_the_author_of_the_citation_file() {
    let path = format!("{}/CITATION.cff", env!("CARGO_MANIFEST_DIR"));
    let file = std::fs::read_to_string(path).unwrap();
    let name = file.lines().find_map(|line| line.trim().strip_prefix("- name: ")).unwrap();
    for (style, ..) in Style::ALL {
        let cited = cite(&origin("#/overview"), false, style);
        assert!(cited.contains(name), "{cited}");
        assert!(cited.contains("Security Diplomacy Explorer"), "{cited}");
    }
}

#[test]
fn all_records_are_no_part_of_a_title() {
    let origin = origin("#/overview");
    // What a view without filters is called elsewhere.
    assert_eq!(origin.filters, "All records");
    for (style, ..) in Style::ALL {
        let cited = cite(&origin, false, style);
        assert!(!cited.contains("All records"), "{cited}");
    }
    let csl: Value = serde_json::from_str(&cite(&origin, false, Style::Csl)).unwrap();
    assert_eq!(csl[0]["title"], origin.dataset);
}

#[test]
fn an_offline_copy_is_cited_without_the_place_where_it_lies() {
    let mut origin = origin("#/records?agency=MPS");
    for place in ["file:///home/anna/explorer.html", "about:srcdoc", ""] {
        origin.link = format!("{place}#/records?agency=MPS&data=1.0.2");
        for (style, ..) in Style::ALL {
            let cited = cite(&origin, true, style);
            assert!(!cited.contains("file:") && !cited.contains("anna"), "{cited}");
            let view = cited.replace("\\#", "#").replace("\\&", "&");
            let said = "Offline copy, view #/records?agency=MPS&data=1.0.2";
            assert!(view.contains(said), "{cited}");
        }
        let csl: Value = serde_json::from_str(&cite(&origin, true, Style::Csl)).unwrap();
        assert_eq!(csl[0]["URL"], Value::Null);
        // The paper lies where it lies.
        assert!(csl[1]["URL"].as_str().unwrap().starts_with("https://carnegieendowment.org/"));
    }
}

#[test]
fn each_view_has_a_key_of_its_own_in_bibtex() {
    let key = |origin: &Origin| {
        let entry = cite(origin, false, Style::Bibtex);
        let key = entry.strip_prefix("@dataset{").unwrap().split(',').next().unwrap().to_owned();
        assert!(key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{key}");
        key
    };
    let links = ["#/overview", "#/records", "#/records?agency=MPS", "#/overview?measure=events"];
    let keys = links.map(|link| key(&origin(link)));
    for (at, one) in keys.iter().enumerate() {
        assert!(keys[..at].iter().all(|other| other != one), "{keys:?}");
    }
    // The same view of another copy is the same.
    let mut elsewhere = origin("#/records");
    elsewhere.link = elsewhere.link.replace("example.org", "example.com/copy");
    assert_eq!(key(&elsewhere), keys[1]);
}

#[test]
fn lists_are_tables_that_tell_where_they_are_from() {
    let of = |text: &str| {
        let lines = read_csv(text);
        let (heads, lines) = lines.split_first().unwrap();
        let lines = lines.iter().map(|line| heads.iter().cloned().zip(line.iter().cloned()));
        lines.map(|line| line.collect::<BTreeMap<_, _>>()).collect::<Vec<_>>()
    };
    let origin = origin("#/pledges");
    let all: Vec<_> = EXPLORER.dataset().pledges.iter().collect();
    let lines = of(&lists::pledges(&all, &origin));
    assert_eq!(lines.len(), all.len());
    for (line, pledge) in lines.iter().zip(&all) {
        assert_eq!(line["pledge_id"], pledge.id);
        assert_eq!(line["description"], pledge.description);
        assert_eq!(line["quantity"], pledge.quantity.map(|q| q.to_string()).unwrap_or_default());
        assert_eq!(line["sources"].split("; ").count(), pledge.sources.len());
        assert_eq!((&line["view"], &line["retrieved"]), (&origin.link, &origin.retrieved));
        assert_eq!(line["dataset_version"], "1.0.2 (0123456789ab)");
    }

    let forum = EXPLORER.dataset().forums.iter().find(|forum| forum.id == "gpscfl").unwrap();
    let session = |held| SessionLine {
        date: "2024-09-08".parse().unwrap(),
        held,
        session: forum.sessions.first(),
        events: vec!["a", "b"],
        interactions: 4,
    };
    let forums = [
        ForumLine {
            id: "gpscfl",
            label: "Lianyungang",
            forum: Some(forum),
            sessions: vec![session(true), session(false)],
            interactions: 7,
        },
        ForumLine { id: "x", label: "X", forum: None, sessions: vec![], interactions: 0 },
    ];
    let lines = of(&lists::forums(&forums, &origin));
    assert_eq!((&*lines[0]["sessions"], &*lines[0]["last"]), ("1", "2024-09-08"));
    assert_eq!((&lines[0]["name_en"], &*lines[0]["interactions"]), (&forum.name_en, "7"));
    assert_eq!((&*lines[1]["label"], &*lines[1]["name_en"]), ("X", ""));
    let lines = of(&lists::sessions(&forums, &origin));
    assert_eq!(lines.len(), 2);
    assert_eq!((&*lines[1]["held"], &*lines[1]["event_ids"]), ("false", "a; b"));

    let versions = explorer_embedded::changes().unwrap();
    let lines = of(&lists::changes(&versions, &origin));
    for of in &versions {
        for (kind, count) in [
            ("added", of.added.len()),
            ("withdrawn", of.withdrawn.len()),
            ("reworded", of.reworded.len()),
            ("corrected", of.corrected.iter().map(|c| c.fields.len()).sum()),
        ] {
            let is_it = |line: &&BTreeMap<String, String>| {
                line["version"] == of.version && line["change"] == kind
            };
            assert_eq!(lines.iter().filter(is_it).count(), count, "{kind} of {}", of.version);
        }
    }
}

#[test]
fn a_title_of_two_lines_leaves_no_word_alone() {
    let origin = origin("#/overview?agency=MPS");
    for (width, title) in [
        (592.0, "Wang Xiaohong meets Southeast Asia most: 53 of 234 interactions"),
        (592.0, "September 2023 and September 2024 differ most: A 33, B 72"),
        (320.0, TITLE),
    ] {
        let (svg, _) = picture_of(title, width, "Interactions", &[], &origin);
        let tree = roxmltree::Document::parse(&svg).unwrap();
        let lines = tree.descendants().filter(|node| node.attribute("font-size") == Some("18"));
        let lines: Vec<&str> = lines.filter_map(|node| node.text()).collect();
        assert!(lines.len() > 1, "{lines:?}");
        let length = |line: &&str| explorer_chart::text::width(line, 18.0, true);
        let longest = lines.iter().map(length).fold(0.0, f64::max);
        assert!(lines.iter().all(|line| length(line) > longest * 0.5), "{lines:?}");
    }
}

/// A picture of three bars, and its texts in their order.
fn picture(width: f64, subtitle: &str, notes: &[&str], origin: &Origin) -> (String, Vec<String>) {
    picture_of(TITLE, width, subtitle, notes, origin)
}

/// The same with a title of its own.
fn picture_of(
    title: &str,
    width: f64,
    subtitle: &str,
    notes: &[&str],
    origin: &Origin,
) -> (String, Vec<String>) {
    use explorer_chart::{Bar, BarChart, Frame, MarkState, Palette, Rgb, Tint};
    use explorer_export::picture::Picture;
    let labels = ["<script>alert(\"1\")</script> & 国际组织", "Laos", "Vietnam"];
    let bars = labels.map(|label| Bar {
        uncertain: 0,
        label,
        count: 12,
        value: None,
        total: 30,
        tint: Tint::Neutral,
        state: MarkState::Plain,
    });
    let chart = BarChart { bars: &bars };
    let palette = Palette::light();
    let frame = Frame::canvas(width, chart.height(width), 2.0);
    let legend = [
        (Rgb(1, 2, 3), "pale bars: all records".to_owned()),
        (Rgb(4, 5, 6), "No record".to_owned()),
    ];
    let picture = Picture {
        title,
        subtitle,
        scene: &chart.scene(&frame, &palette),
        legend: &legend,
        notes,
        palette: &palette,
    };
    let svg = picture.svg(origin);
    let tree = roxmltree::Document::parse(&svg).unwrap();
    let texts = tree.descendants().filter(|node| node.has_tag_name("text"));
    let texts = texts.map(|node| node.text().unwrap_or_default().to_owned()).collect();
    (svg, texts)
}

const TITLE: &str =
    "Laos leads: 12 of 30 interactions & more, with a title that is longer than one line";

#[test]
fn a_picture_is_well_formed_and_nothing_sticks_out() {
    let origin = origin("#/overview?agency=MPS&q=<b>");
    for width in [0.0, 320.0, 900.0] {
        let (svg, texts) = picture(width, "Interactions", &[], &origin);
        let tree = roxmltree::Document::parse(&svg).unwrap();
        assert_eq!(tree.root_element().first_element_child().unwrap().text(), Some(TITLE));
        assert!(width == 0.0 || texts.join(" ").contains("国际组织"), "{texts:?}");
        let side =
            |name: &str| tree.root_element().attribute(name).unwrap().parse::<i32>().unwrap();
        for text in tree.root_element().descendants().filter(|node| {
            node.has_tag_name("text")
                && node.ancestors().filter(|n| n.has_tag_name("svg")).count() == 1
        }) {
            let at = |name: &str| text.attribute(name).unwrap().parse::<f64>().unwrap();
            let room = explorer_chart::text::width(
                text.text().unwrap(),
                at("font-size"),
                text.attribute("font-weight") == Some("700"),
            );
            assert!(at("x") >= 0.0 && at("y") < f64::from(side("height")));
            assert!(at("x") + room <= f64::from(side("width")), "{:?}", text.text());
        }
    }
}

#[test]
fn a_picture_says_what_a_newsroom_asks_for() {
    let origin = origin("#/overview?agency=MPS&data=1.0.2");
    let subtitle = "Interactions by region; pale bars: all records; hatched: only a part";
    let boundaries = "Boundaries: Natural Earth (de facto control).";
    let (svg, texts) = picture(592.0, subtitle, &[boundaries], &origin);
    let all = texts.join(" ");
    for part in [
        "Interactions by region MPS ",
        "Pale bars: all records No record ",
        // Once: the key has said what pale bars are.
        "No record Hatched: only a part. Boundaries: Natural Earth (de facto control). Source: ",
        "Source: The Security Diplomacy Explorer contributors, Open dataset of",
        "security diplomacy, version 1.0.2, CC BY 4.0. Retrieved 2026-11-26.",
    ] {
        assert!(all.contains(part), "{part}: {all}");
    }
    assert!(all.ends_with(" example.org/#/overview?agency=MPS"), "{all}");
    assert!(!svg.contains("0123456789ab") && !svg.contains("system-ui"), "{svg}");
    assert!(svg.contains("font-family=\"Arial, Helvetica, sans-serif\""));
    assert_eq!(svg.matches("ale bars: all records").count(), 2, "in the key and the description");
    let tree = roxmltree::Document::parse(&svg).unwrap();
    let link = tree.descendants().find(|node| node.has_tag_name("a")).unwrap();
    assert_eq!(link.attribute("href"), Some(&*origin.link));
    // Inkscape cuts nothing that reaches beyond a picture within the picture.
    let cut = tree.descendants().find(|node| node.attribute("clip-path").is_some()).unwrap();
    assert!(cut.descendants().filter(|node| node.has_tag_name("rect")).count() > 3);
    let description = tree.descendants().find(|node| node.has_tag_name("desc")).unwrap();
    assert!(description.text().unwrap().ends_with(&origin.link));
}

#[test]
fn a_link_on_a_picture_is_whole_or_ends_before_its_filters() {
    let last = |width: f64, link: &str| {
        let origin = Origin { link: link.to_owned(), ..origin("#/overview") };
        picture(width, "Interactions", &[], &origin).1.pop().unwrap()
    };
    let many = ["MPS"; 40].join(",");
    let link = format!("https://example.org/a/#/overview?agency={many}&from=2024&data=1.0.2");
    assert_eq!(last(320.0, &link), "example.org/a/#/overview");
    assert_eq!(last(4000.0, &link), format!("example.org/a/#/overview?agency={many}&from=2024"));
    let path = "p/".repeat(60);
    assert_eq!(last(320.0, &format!("https://example.org/{path}#/overview?data=1")), "example.org");
    assert_eq!(last(320.0, "https://example.org/#/map?data=1.0.2"), "example.org/#/map");
    // The place of a file on somebody's disk leads nobody there.
    assert!(last(320.0, "file:///home/me/page.html#/overview?data=1.0.2").contains("Retrieved"));
}

#[test]
fn a_picture_of_a_reader_s_own_table_is_under_no_licence_of_ours() {
    let own = own_table("meetings.csv", "");
    let (svg, texts) = picture(592.0, "Rows by region", &[], &own);
    assert!(!svg.contains("CC BY") && !svg.contains("contributors"), "{svg}");
    let source = "Source: meetings.csv. Drawn with the Security Diplomacy Explorer.";
    assert_eq!(texts.last().unwrap(), source);
}

fn own_table(file: &str, filters: &str) -> Origin {
    Origin::of_own_table(file.to_owned(), filters.to_owned(), "2026-11-26".to_owned())
}

#[test]
fn the_numbers_of_a_reader_s_own_table_name_its_file_and_stay_numbers() {
    let own = own_table("z10_sums.csv", "country: Laos or Nepal");
    let numbers = numbers(
        &["value", "code", "sum of amount", "rows"],
        &[&["Laos", "LAO", "1234567.894567", "2"], &["Nepal", "NPL", "-0.5", "1"]],
    );
    let text = chart::csv("country", &numbers, &own);
    let lines = read_csv(&text);
    let of = ["chart", "filters", "file", "retrieved"];
    assert_eq!(lines[0], [&["value", "code", "sum of amount", "rows"][..], &of].concat());
    assert_eq!(lines[1][..4], ["Laos", "LAO", "1234567.894567", "2"]);
    assert_eq!(lines[2][2], "-0.5", "a number below zero is no formula");
    assert_eq!(lines[2][4..], ["country", "country: Laos or Nepal", "z10_sums.csv", "2026-11-26"]);
    for word in ["CC BY", "Explorer", "ataset", "version", "reader"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    assert_eq!(own.file_name("country", "csv"), "z10-sums-country-country-laos-or-nepal.csv");
    assert_eq!(own_table("会谈.csv", "").file_name("国家", "svg"), "own-table.svg");
    // What a spreadsheet would count is no number.
    for formula in ["-1-2", "-1e", "-", "-.", "-A1", "-1.2.3", "--1"] {
        let mut file = Csv::default();
        file.line([formula].into_iter());
        assert_eq!(read_csv(&file.finish())[0][0], format!("'{formula}"));
    }
}

#[test]
fn a_file_of_a_chart_names_the_filters_that_the_chart_applies() {
    use explorer_view::applied::applied;
    use explorer_view::chart::Chart;
    let link = "#/overview?agency=MPS&region=southeast-asia&from=2024&to=2024";
    let of = |chart: Chart, link: &str| {
        let state = decode(link, &EXPLORER).0;
        let layer = (chart == Chart::Map).then_some(&state.layer);
        let filters = applied(chart, layer, &state.filters, &state.page.base());
        filters.map(|filters| filter_words(&EXPLORER, &filters))
    };
    for (chart, words) in [
        (Chart::Regions, "MPS · 2024"),
        (Chart::Timeline, "MPS · Southeast Asia"),
        (Chart::Agencies, "Southeast Asia · 2024"),
        (Chart::Topics, "MPS · Southeast Asia · 2024"),
        (Chart::OfficialRegions, "MPS · 2024"),
        (Chart::AgencyOffices, "Southeast Asia · 2024"),
        (Chart::Map, "MPS · Southeast Asia · 2024"),
    ] {
        assert_eq!(of(chart, link).as_deref(), Some(words), "{chart:?}");
    }
    // The subject of a profile is no filter of the reader's: the chart is about it.
    let profile = of(Chart::Regions, "#/official/wang-xiaohong?region=africa");
    assert_eq!(profile.as_deref(), Some("Wang Xiaohong"));
    // What no filter changes.
    assert_eq!(of(Chart::Map, "#/map?layer=gsi&agency=MPS"), None);
    assert_eq!(of(Chart::Map, "#/map?layer=last&agency=MPS").as_deref(), Some("MPS"));
}
