//! One damaged copy of the dataset per rule of the check.

use serde_json::{Value, json};

use super::support::{problems, text};

/// The first event: 2022-08-19, by video, in Tashkent, forum SCO, with India as its first
/// counterpart and the SCO as its last but one.
const FIRST: &str = "2022-08-19-mps-sco";

/// The other files whose records have sources, and how their first record is named.
const OTHERS: [(&str, &str); 6] = [
    ("gsi_support.json", "CUB"),
    ("country_attributes.json", "sco_members"),
    ("gpscfl_participation.json", "2015"),
    ("forums.json", "interpol-general-assembly"),
    ("pledges.json", "interpol-2017-training"),
    ("withdrawn_events.json", "2023-11-08-cplc-rus"),
];

/// Damages the first event and expects exactly these problems with it, as “field: message”.
fn first_event(damage: impl FnOnce(&mut Value), expected: &[&str]) {
    let found = problems("events.json", |events| damage(&mut events[0]));
    let expected: Vec<_> =
        expected.iter().map(|problem| format!("events.json: {FIRST} {problem}")).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_first_event_is_the_one_these_tests_know() {
    let events: Value = serde_json::from_str(&text("events.json")).unwrap();
    assert_eq!(events[0]["id"], FIRST);
    assert_eq!(events[0]["counterparts"][0]["country"], "IND");
    assert_eq!(events[0]["counterparts"][9]["organization"], "SCO");
}

#[test]
fn unknown_country_of_a_counterpart() {
    first_event(
        |event| event["counterparts"][0]["country"] = json!("XXX"),
        &["counterparts[0].country: “XXX” is not in countries.json"],
    );
}

#[test]
fn china_as_counterpart() {
    first_event(
        |event| event["counterparts"][0]["country"] = json!("CHN"),
        &["counterparts[0].country: “CHN” is not in countries.json"],
    );
}

#[test]
fn unknown_venue() {
    first_event(
        |event| event["venue_country"] = json!("XXX"),
        &["venue_country: “XXX” is not in countries.json"],
    );
    first_event(|event| event["venue_country"] = json!("CHN"), &[]);
}

#[test]
fn unknown_region_of_a_country() {
    let found = problems("countries.json", |countries| countries[0]["region"] = json!("atlantis"));
    assert_eq!(found, ["countries.json: AFG region: “atlantis” is not in regions.json"]);
    let found = problems("countries.json", |countries| countries[0]["region"] = Value::Null);
    assert_eq!(
        found,
        ["countries.json: AFG region: missing: the country would be in no region's count"]
    );
}

#[test]
fn unknown_country_in_gsi_support() {
    let found = problems("gsi_support.json", |rows| rows[0]["country"] = json!("XXX"));
    assert_eq!(found, ["gsi_support.json: XXX country: “XXX” is not in countries.json"]);
}

#[test]
fn unknown_countries_in_the_lists() {
    for (file, name, key) in [
        ("country_attributes.json", "sco_members", "members"),
        ("gpscfl_participation.json", "2015", "countries_named"),
        ("gpscfl_participation.json", "2015", "countries_named_only_beside_the_forum"),
        ("forums.json", "interpol-general-assembly", "members"),
        ("pledges.json", "interpol-2017-training", "countries"),
    ] {
        let set = |rows: &mut Value, codes: Value| {
            if file == "country_attributes.json" {
                rows[0]["count"] = json!(codes.as_array().unwrap().len());
                rows[0].as_object_mut().unwrap().remove("joined");
            }
            rows[0][key] = codes;
        };
        let found = problems(file, |rows| set(rows, json!(["CHN", "XXX"])));
        assert_eq!(found, [format!("{file}: {name} {key}[1]: “XXX” is not in countries.json")]);
        let found = problems(file, |rows| set(rows, json!(["CHN", "CHN"])));
        assert_eq!(found, [format!("{file}: {name} {key}[1]: “CHN” stands here twice")]);
        // Only lists of members may hold the two territories.
        let found = problems(file, |rows| set(rows, json!(["NCL", "PYF"])));
        let expected = |at: usize, code: &str| {
            format!("{file}: {name} {key}[{at}]: “{code}” is not in countries.json")
        };
        if file == "country_attributes.json" {
            assert_eq!(found, [""; 0]);
        } else {
            assert_eq!(found, [expected(0, "NCL"), expected(1, "PYF")]);
        }
    }
}

#[test]
fn membership_list_that_contradicts_itself() {
    let list = |damage: &dyn Fn(&mut Value), expected: &str| {
        let found = problems("country_attributes.json", |rows| damage(&mut rows[0]));
        assert_eq!(found, [format!("country_attributes.json: sco_members {expected}")]);
    };
    list(&|list| list["count"] = json!(9), "count: 9, but the list has 10 members");
    list(
        &|list| list["joined"]["VNM"] = json!("2024"),
        "joined: “VNM” is not in the list's members",
    );
}

#[test]
fn forum_edition_that_is_no_year_or_contradicts_itself() {
    let edition = |at: usize, damage: &dyn Fn(&mut Value), expected: &str| {
        let found = problems("gpscfl_participation.json", |rows| damage(&mut rows[at]));
        assert_eq!(found, [format!("gpscfl_participation.json: {expected}")]);
    };
    for text in ["first", "2015-09", "15"] {
        edition(
            0,
            &|edition| edition["edition"] = json!(text),
            &format!("{text} edition: “{text}” is not a year, YYYY"),
        );
    }
    edition(
        0,
        &|edition| edition["countries_named_only_beside_the_forum"] = json!(["VNM", "RUS"]),
        "2015 countries_named_only_beside_the_forum[1]: “RUS” stands here twice",
    );
    edition(
        0,
        &|edition| edition["name"] = json!("not held"),
        "2015 name: not held, but countries are named",
    );
    for dates in ["September 2015", "2015-09-24/2015-09-22", "2015-09-22/"] {
        edition(
            0,
            &|edition| edition["dates"] = json!(dates),
            "2015 dates: do not begin with a day, or two with a slash between them",
        );
    }
}

#[test]
fn forum_that_contradicts_the_codebook_or_itself() {
    let at = |id: &str| {
        let rows: Value = serde_json::from_str(&text("forums.json")).unwrap();
        rows.as_array().unwrap().iter().position(|row| row["id"] == id).unwrap()
    };
    let forum = |id: &str, damage: &dyn Fn(&mut Value), expected: &str| {
        let found = problems("forums.json", |rows| damage(&mut rows[at(id)]));
        assert_eq!(found, [format!("forums.json: {id} {expected}")]);
    };
    forum("unodc", &|f| f["label"] = Value::Null, "label: missing, and the codebook has none");
    forum("gpscfl", &|f| f["label"] = json!("Lianyungang"), "label: the codebook has one");
    let long = "x".repeat(33);
    forum("unodc", &|f| f["label"] = json!(long), "label: longer than 32 characters");
    let taken = "label: “BRICS” stands here twice";
    forum("unodc", &|f| f["label"] = json!("BRICS"), taken);
    let unknown = "region: “Mars” is not in the regions of forums";
    forum("unodc", &|f| f["region"] = json!("Mars"), unknown);
    let unknown = "level: “huge” is not in the levels of forums";
    forum("unodc", &|f| f["level"] = json!("huge"), unknown);
    let unknown = "part_of: “nothing” is not in forums.json";
    forum("unodc", &|f| f["part_of"] = json!("nothing"), unknown);
    let nested = "part_of: is itself a part of another forum: name that one";
    forum("unodc", &|f| f["part_of"] = json!("sco-rats"), nested);
    forum(
        "sco",
        &|f| f["sessions"][1]["date"] = json!("2001"),
        "sessions[1].date: before that of the session before",
    );
    forum(
        "sco",
        &|f| f["sessions"][0]["country"] = json!("XXX"),
        "sessions[0].country: “XXX” is not in countries.json",
    );
    forum(
        "world-peace-forum",
        &|f| f["sessions"][0]["participants"] = json!(1300),
        "sessions[0].participants: 1300, but its words are “over 1,200 guests”",
    );
    forum(
        "world-peace-forum",
        &|f| f["sessions"][0]["participants_words"] = Value::Null,
        "sessions[0].participants_words: missing",
    );
    forum(
        "world-peace-forum",
        &|f| f["sessions"][0]["participants"] = Value::Null,
        "sessions[0].participants: missing",
    );
}

#[test]
fn pledge_of_no_kind_or_with_half_a_quantity() {
    let pledge = |key: &str, value: Value, expected: &str| {
        let found = problems("pledges.json", |rows| rows[0][key] = value);
        assert_eq!(found, [format!("pledges.json: interpol-2017-training {expected}")]);
    };
    pledge("kind", json!("gift"), "kind: “gift” is not in the kinds of pledges");
    pledge("unit", Value::Null, "unit: missing, although there is a quantity");
    pledge("quantity", Value::Null, "quantity: missing, although there is a unit");
}

#[test]
fn published_number_of_two_origins_or_of_none() {
    let number = |key: &str, value: Value, expected: &str| {
        let found = problems("published_figures.json", |rows| rows[0][key] = value);
        let file = "published_figures.json: total-interactions";
        assert_eq!(found, [format!("{file} {expected}")]);
    };
    let pledge = "interpol-2017-training";
    number("pledge", json!(pledge), "pledge: there is a view already: a number has one origin");
    let found = problems("published_figures.json", |rows| {
        rows[0]["view"] = Value::Null;
        rows[0]["pledge"] = json!("interpol-2017");
        rows[0]["rank_of"] = json!("africa");
    });
    let file = "published_figures.json: total-interactions";
    assert_eq!(
        found,
        [
            format!("{file} pledge: “interpol-2017” is not in pledges.json"),
            format!("{file} rank_of: there is no view that it could be of"),
        ]
    );
}

#[test]
fn published_number_in_another_unit_or_of_another_kind() {
    let number = |at: usize, key: &str, value: Value, expected: &str| {
        let found = problems("published_figures.json", |rows| rows[at][key] = value);
        let id = found[0].split_whitespace().nth(1).unwrap().to_owned();
        assert_eq!(found, [format!("published_figures.json: {id} {key}: {expected}")]);
    };
    let rows: Value = serde_json::from_str(&text("published_figures.json")).unwrap();
    let rows = rows.as_array().unwrap();
    let with = |key: &str, is: bool| {
        rows.iter().position(|row| row[key].is_string() == is && row["pledge"].is_null()).unwrap()
    };
    let unit = "only a count of a view has another unit";
    number(with("view", false), "other_view", json!("#/records"), unit);
    number(with("share_of", true), "other_view", json!("#/records"), unit);
    let same = rows[0]["view"].clone();
    number(0, "other_view", same, "it is the view already");
    let nothing = "there is nothing that it could be unlike";
    number(with("view", false), "unlike", json!("Something else."), nothing);
    let slip = "a slip of the paper is nothing that the dataset can give";
    number(0, "erratum", json!("It is another one."), slip);
}

#[test]
fn published_numbers_of_a_group_stand_side_by_side() {
    let found = problems("published_figures.json", |rows| {
        let mut copy = rows[0].clone();
        copy["id"] = json!("one-more");
        rows.as_array_mut().unwrap().push(copy);
    });
    let rule = "its group stands elsewhere, with others between";
    assert_eq!(found, [format!("published_figures.json: one-more group: {rule}")]);
    let found = problems("published_figures.json", |rows| rows[1]["id"] = rows[0]["id"].clone());
    assert_eq!(
        found[0],
        "published_figures.json: total-interactions id: “total-interactions” stands here twice"
    );
}

#[test]
fn exhibit_with_a_number_that_the_paper_does_not_print() {
    let found = problems("figures_and_tables.json", |rows| rows[0]["numbers"] = json!(["nine"]));
    let rule = "numbers: “nine” is not in published_figures.json";
    assert_eq!(found, [format!("figures_and_tables.json: figure-1 {rule}")]);
}

#[test]
fn event_without_source() {
    first_event(
        |event| event["sources"] = json!([]),
        &["sources: no source: every record needs at least one"],
    );
    for (file, name) in OTHERS {
        let found = problems(file, |rows| rows[0]["sources"] = json!([]));
        let rule = "no source: every record needs at least one";
        assert_eq!(found, [format!("{file}: {name} sources: {rule}")]);
    }
}

#[test]
fn source_without_web_address() {
    for url in ["", "javascript:alert(1)", "ftp://example.org/a", "https://", "see the paper"] {
        first_event(
            |event| event["sources"][1]["url"] = json!(url),
            &[&format!("sources[1].url: “{url}” is not an http or https address")],
        );
        for (file, name) in OTHERS {
            let found = problems(file, |rows| rows[0]["sources"][0]["url"] = json!(url));
            let rule = "is not an http or https address";
            assert_eq!(found, [format!("{file}: {name} sources[0].url: “{url}” {rule}")]);
        }
    }
}

#[test]
fn duplicate_ids_in_the_tables() {
    for (file, key, id) in [
        ("agencies.json", "id", "MPS"),
        ("officials.json", "id", "wang-xiaohong"),
        ("countries.json", "iso3", "AFG"),
        ("countries.json", "iso2", "AF"),
        ("regions.json", "id", "southeast-asia"),
        ("gsi_support.json", "country", "CUB"),
        ("country_attributes.json", "id", "sco_members"),
        ("gpscfl_participation.json", "edition", "2015"),
        ("forums.json", "id", "interpol-general-assembly"),
        ("pledges.json", "id", "interpol-2017-training"),
        ("figures_and_tables.json", "id", "figure-1"),
        ("events.json", "id", FIRST),
    ] {
        let found = problems(file, |rows| {
            let mut copy = rows[0].clone();
            // Countries have two codes; the other one is made new.
            for other in ["iso3", "iso2", "m49"].iter().filter(|other| **other != key) {
                if copy.get(*other).is_some() {
                    copy[*other] = json!(if *other == "iso3" { "ZZZ" } else { "000" });
                }
            }
            if file == "officials.json" {
                copy["name_en"] = json!("Somebody Else");
            }
            rows.as_array_mut().unwrap().push(copy);
        });
        let name = if key == "iso2" { "ZZZ" } else { id };
        assert_eq!(found, [format!("{file}: {name} {key}: “{id}” stands here twice")]);
    }
}

#[test]
fn two_officials_of_one_name() {
    let found = problems("officials.json", |rows| {
        let mut copy = rows[0].clone();
        copy["id"] = json!("namesake");
        rows.as_array_mut().unwrap().push(copy);
    });
    assert_eq!(found, ["officials.json: namesake name_en: “Wang Xiaohong” stands here twice"]);
}

#[test]
fn unknown_official() {
    first_event(
        |event| event["officials"] = json!(["Wang Xiaohong", "Nobody"]),
        &["officials[1]: “Nobody” is not in officials.json"],
    );
}

#[test]
fn unknown_agency() {
    first_event(|event| event["agency"] = json!("FBI"), &["agency: “FBI” is not in agencies.json"]);
    let found = problems("officials.json", |rows| rows[0]["agency"] = json!("FBI"));
    assert_eq!(found, ["officials.json: wang-xiaohong agency: “FBI” is not in agencies.json"]);
}

#[test]
fn words_outside_the_codebook() {
    for (key, vocabulary) in [
        ("rank", "ranks"),
        ("format", "formats"),
        ("channel", "channels"),
        ("confidence", "confidences"),
        ("forum", "forums"),
    ] {
        first_event(
            |event| event[key] = json!("Novelty"),
            &[&format!("{key}: “Novelty” is not in the codebook's {vocabulary}")],
        );
    }
    first_event(
        |event| event["topics"][1] = json!("Novelty"),
        &["topics[1]: “Novelty” is not in the codebook's topics"],
    );
    first_event(
        |event| event["counterparts"][2]["office"] = json!("Novelty"),
        &["counterparts[2].office: “Novelty” is not in the codebook's offices"],
    );
    first_event(
        |event| event["counterparts"][9]["organization"] = json!("Novelty"),
        &["counterparts[9].organization: “Novelty” is not in the codebook's organizations"],
    );
}

#[test]
fn words_of_the_tables_outside_the_codebook() {
    let found = problems("officials.json", |rows| rows[0]["rank"] = json!("emperor"));
    assert_eq!(
        found,
        ["officials.json: wang-xiaohong rank: “emperor” is not in the codebook's ranks"]
    );
    for (key, vocabulary) in [("basis", "gsi_bases"), ("confidence", "confidences")] {
        let found = problems("gsi_support.json", |rows| rows[0][key] = json!("rumour"));
        assert_eq!(
            found,
            [format!(
                "gsi_support.json: CUB {key}: “rumour” is not in the codebook's {vocabulary}"
            )]
        );
    }
}

#[test]
fn counterpart_that_is_not_exactly_one_of_country_and_organization() {
    let expected =
        ["counterparts[0]: needs either a country or an organization, exactly one of the two"];
    first_event(|event| event["counterparts"][0]["country"] = Value::Null, &expected);
    first_event(|event| event["counterparts"][0]["organization"] = json!("Interpol"), &expected);
}

#[test]
fn event_without_counterpart() {
    first_event(
        |event| event["counterparts"] = json!([]),
        &["counterparts: no counterpart: the event would count no interaction"],
    );
}

#[test]
fn the_same_counterpart_twice() {
    for (from, key, name, at) in [(0, "country", "IND", 11), (9, "organization", "SCO", 11)] {
        first_event(
            |event| {
                let copy = event["counterparts"][from].clone();
                event["counterparts"].as_array_mut().unwrap().push(copy);
            },
            &[&format!("counterparts[{at}].{key}: “{name}” stands here twice")],
        );
    }
}

#[test]
fn the_same_topic_or_official_twice() {
    first_event(
        |event| event["topics"] = json!(["training", "training"]),
        &["topics[1]: “training” stands here twice"],
    );
    first_event(
        |event| event["officials"] = json!(["Wang Xiaohong", "Wang Xiaohong"]),
        &["officials[1]: “Wang Xiaohong” stands here twice"],
    );
}

#[test]
fn end_before_beginning() {
    first_event(
        |event| event["date_end"] = json!("2022-08-18"),
        &["date_end: 2022-08-18 is before 2022-08-19"],
    );
    first_event(
        |event| event["date_end"] = json!("2022-07"),
        &["date_end: 2022-07 is before 2022-08-19"],
    );
    for good in ["2022-08-19", "2022-08", "2022-09-01"] {
        first_event(|event| event["date_end"] = json!(good), &[]);
    }
}

#[test]
fn paper_window_that_contradicts_the_date() {
    first_event(
        |event| event["in_paper_window"] = json!(false),
        &["in_paper_window: false, but 2022-08-19 lies in 2022-06 to 2025-07"],
    );
    for (date, inside) in [
        ("2022-05-31", false),
        ("2022-05", false),
        ("2022-06-01", true),
        ("2022-06", true),
        ("2025-07-31", true),
        ("2025-07", true),
        ("2025-08", false),
        ("2021-07", false),
        ("2026-06", false),
    ] {
        let set = |event: &mut Value, window: bool| {
            event["date"] = json!(date);
            event["in_paper_window"] = json!(window);
            // Its reports would be older than some of these dates.
            event["sources"][0]["published"] = Value::Null;
        };
        first_event(|event| set(event, inside), &[]);
        let lies = if inside { "in" } else { "outside" };
        let (wrong, range) = (!inside, "2022-06 to 2025-07");
        first_event(
            |event| set(event, wrong),
            &[&format!("in_paper_window: {wrong}, but {date} lies {lies} {range}")],
        );
    }
}

#[test]
fn best_confidence_without_a_day_or_an_official() {
    let best = |event: &mut Value| event["confidence"] = json!("high");
    first_event(
        |event| {
            best(event);
            event["date"] = json!("2022-08");
        },
        &["confidence: high, but only the month is known"],
    );
    first_event(
        |event| {
            best(event);
            event["officials"] = json!([]);
        },
        &["confidence: high, but no Chinese official is named"],
    );
    first_event(best, &[]);
}

#[test]
fn sources_that_are_all_older_than_the_meeting() {
    let publish = |event: &mut Value, date: Value| {
        for source in event["sources"].as_array_mut().unwrap() {
            source["published"] = date.clone();
        }
    };
    let message = "sources: all are older than 2022-08-19: none reports the meeting";
    for older in ["2022-08-18", "2022-07", "2021"] {
        first_event(|event| publish(event, json!(older)), &[message]);
    }
    // A month or a year may mean a day that is late enough, and an announcement may be among them.
    for good in [json!("2022-08-19"), json!("2022-08"), json!("2022"), Value::Null] {
        first_event(|event| publish(event, good), &[]);
    }
    first_event(|event| event["sources"][0]["published"] = json!("2022-08-01"), &[]);
}

/// Damages the first withdrawn record and expects exactly these problems with it.
fn first_withdrawn(damage: impl FnOnce(&mut Value), expected: &[&str]) {
    let file = "withdrawn_events.json";
    let found = problems(file, |rows| damage(&mut rows[0]));
    let expected: Vec<_> =
        expected.iter().map(|problem| format!("{file}: 2023-11-08-cplc-rus {problem}")).collect();
    assert_eq!(found, expected);
}

#[test]
fn withdrawn_record_that_is_an_event_or_leads_to_none() {
    let found = problems("withdrawn_events.json", |rows| rows[0]["id"] = json!(FIRST));
    let rule = "is also that of an event: a record counts or is withdrawn";
    assert_eq!(found, [format!("withdrawn_events.json: {FIRST} id: {rule}")]);
    let found = problems("withdrawn_events.json", |rows| rows[1]["id"] = rows[0]["id"].clone());
    let place = "withdrawn_events.json: 2023-11-08-cplc-rus id";
    assert_eq!(found, [format!("{place}: “2023-11-08-cplc-rus” stands here twice")]);
    first_withdrawn(
        |row| row["see"] = json!("2024-11-mps-mmr"),
        &["see: “2024-11-mps-mmr” is not in events.json"],
    );
}

#[test]
fn withdrawn_record_that_does_not_say_since_when_and_why() {
    let rule = "empty: a withdrawn record says since when and why";
    for key in ["withdrawn", "reason"] {
        first_withdrawn(|row| row[key] = json!(" "), &[&format!("{key}: {rule}")]);
    }
}

#[test]
fn withdrawn_record_with_unknown_words() {
    first_withdrawn(|row| row["agency"] = json!("XXX"), &["agency: “XXX” is not in agencies.json"]);
    first_withdrawn(
        |row| row["officials"] = json!(["Nobody"]),
        &["officials[0]: “Nobody” is not in officials.json"],
    );
    first_withdrawn(
        |row| row["counterparts"][0]["country"] = json!("XXX"),
        &["counterparts[0].country: “XXX” is not in countries.json"],
    );
}

#[test]
fn event_with_only_a_year() {
    first_event(
        |event| event["date"] = json!("2022"),
        &["date: only a year: an event needs at least its month"],
    );
}

#[test]
fn ids_that_are_no_slugs() {
    let rule = "is not made of lower-case ASCII letters, digits and single hyphens";
    let found = problems("events.json", |events| events[0]["id"] = json!("2022 SCO"));
    assert_eq!(found, [format!("events.json: 2022 SCO id: “2022 SCO” {rule}")]);
    // Nothing can be named by an empty id, so its position names it.
    let found = problems("events.json", |events| events[3]["id"] = json!(""));
    assert_eq!(found, [format!("events.json: [3] id: “” {rule}")]);
    let found = problems("officials.json", |rows| rows[0]["id"] = json!("wang_xiaohong"));
    assert_eq!(found, [format!("officials.json: wang_xiaohong id: “wang_xiaohong” {rule}")]);
    let found = problems("agencies.json", |rows| {
        rows.as_array_mut()
            .unwrap()
            .push(json!({ "id": "m p s", "name_en": "a", "name_zh": "b", "note": "c" }));
    });
    assert_eq!(found, ["agencies.json: m p s id: not made of capital ASCII letters"]);
    let found = problems("countries.json", |rows| {
        rows.as_array_mut().unwrap().push(json!({
            "iso3": "Zz", "iso2": "ZZ", "m49": null, "name_en": "a", "name_zh": "b",
            "region": "africa",
        }));
    });
    assert_eq!(found, ["countries.json: Zz iso3: not three capital ASCII letters"]);
    let found = problems("forums.json", |rows| rows[1]["id"] = json!("a_b"));
    assert_eq!(found, [format!("forums.json: a_b id: “a_b” {rule}")]);
    let found = problems("pledges.json", |rows| rows[1]["id"] = json!("a_b"));
    assert_eq!(found, [format!("pledges.json: a_b id: “a_b” {rule}")]);
    let rule = rule.replace("hyphens", "underscores");
    for id in ["sco-members", "sco members", "sco__members"] {
        let found = problems("country_attributes.json", |rows| rows[0]["id"] = json!(id));
        assert_eq!(found, [format!("country_attributes.json: {id} id: “{id}” {rule}")]);
    }
    let rule = rule.replace("underscores", "hyphens");
    let found = problems("regions.json", |rows| {
        rows.as_array_mut().unwrap().push(json!({ "id": "A B", "name_en": "a", "name_zh": "b" }));
    });
    assert_eq!(found, [format!("regions.json: A B id: “A B” {rule}")]);
}

#[test]
fn vocabularies_with_bad_or_duplicate_ids() {
    let rule = "is not made of lower-case ASCII letters, digits and single hyphens";
    for name in [
        "ranks",
        "formats",
        "channels",
        "offices",
        "topics",
        "forums",
        "organizations",
        "confidences",
        "gsi_bases",
    ] {
        let found = problems("codebook.json", |codebook| {
            codebook["vocabularies"][name][1]["id"] = json!("Not a slug");
        });
        assert_eq!(found, [format!("codebook.json: {name}[1] id: “Not a slug” {rule}")]);

        let mut first = Value::Null;
        let found = problems("codebook.json", |codebook| {
            let words = &mut codebook["vocabularies"][name];
            first = words[0]["id"].clone();
            words[1]["id"] = first.clone();
        });
        let first = first.as_str().unwrap();
        assert_eq!(found, [format!("codebook.json: {name}[1] id: “{first}” stands here twice")]);
    }
}

#[test]
fn vocabularies_with_duplicate_words_or_labels() {
    for key in ["word", "label"] {
        let found = problems("codebook.json", |codebook| {
            let topics = codebook["vocabularies"]["topics"].as_array_mut().unwrap();
            let mut new =
                json!({ "word": "new", "id": "new", "label": "New", "definition": "Something." });
            new[key] = topics[0][key].clone();
            topics.push(new);
        });
        let expected =
            format!("codebook.json: topics[25] {key}: “AI and technology” stands here twice");
        assert_eq!(found, [expected]);
    }
    let found = problems("codebook.json", |codebook| {
        codebook["vocabularies"]["topics"][0]["label"] = json!(" ");
    });
    assert_eq!(found, ["codebook.json: topics[0] label: empty: nothing to show"]);
}

#[test]
fn codebook_with_duplicate_fields_or_without_a_day_of_release() {
    let found = problems("codebook.json", |codebook| codebook["fields"][1]["name"] = json!("id"));
    assert_eq!(found, ["codebook.json: codebook fields: “id” stands here twice"]);
    let found = problems("codebook.json", |codebook| codebook["released"] = json!("2026-11"));
    assert_eq!(found, ["codebook.json: codebook released: “2026-11” is not a day, YYYY-MM-DD"]);
}

#[test]
fn no_events() {
    let found = problems("events.json", |events| *events = json!([]));
    let expected = [
        "events.json: []: no event: a dataset without events shows nothing",
        "withdrawn_events.json: 2023-11-08-cplc-rus see: “2023-11-08-cplc-sco” is not in events.json",
    ];
    assert_eq!(found, expected);
}

#[test]
fn several_problems_in_the_order_of_the_file() {
    first_event(
        |event| {
            event["sources"] = json!([]);
            event["rank"] = json!("emperor");
            event["counterparts"][0]["country"] = json!("XXX");
        },
        &[
            "rank: “emperor” is not in the codebook's ranks",
            "counterparts[0].country: “XXX” is not in countries.json",
            "sources: no source: every record needs at least one",
        ],
    );
}
