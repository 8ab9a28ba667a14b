//! The paper's page: every number that the dataset can give, computed by the engine and by a naive
//! pass over the JSON files; its tables; a picture of each of its figures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use explorer_chart::{
    AgencyTint, AreaLook, Bar, BarChart, Bin, Camera, Frame, Lane, Lanes, MapChart, MapLayout,
    MarkState, Palette, Point, PointKind, Scene, Series, Timeline, Tint, Tone,
};
use explorer_dataset::date::PartialDate;
use explorer_dataset::tables::SUBJECT;
use explorer_embedded::embedded;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_explore::grain::Grain;
use explorer_explore::measure::Measure;
use explorer_geometry::World;
use explorer_number::percent;
use explorer_view::forum_share::{by_year, days_around};
use explorer_view::forums::Calendar;
use explorer_view::hash::{decode, encode};
use explorer_view::layer::Layer;
use explorer_view::map::map_model;
use explorer_view::paper::{agency_rows, most_met, sections};
use explorer_view::places::Places;
use explorer_view::published::{
    Kind, Number, SUMS, comparisons, is_told_with_a_sum, tenths, worked,
};
use explorer_view::ranking::ranking;
use explorer_view::state::Page;
use explorer_view::time::timeline_on;
use plotters::prelude::{IntoDrawingArea, SVGBackend};
use serde_json::Value;

static EXPLORER: LazyLock<Explorer> =
    LazyLock::new(|| Explorer::new(embedded().expect("the build checked it")));

fn json(file: &str) -> Vec<Value> {
    let path = format!("{}/data/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    serde_json::from_str::<Value>(&text).unwrap().as_array().unwrap().clone()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

// ---- A naive reading of links and of the files

/// An interaction: its event's id and the values that it has under the keys of links.
struct Row {
    event: String,
    date: String,
    values: BTreeMap<&'static str, Vec<String>>,
}

/// One row per event and counterpart, straight from the files.
static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let path = format!("{}/data/codebook.json", env!("CARGO_MANIFEST_DIR"));
    let codebook: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let word = |vocabulary: &str, word: &Value| {
        let words = codebook["vocabularies"][vocabulary].as_array().unwrap();
        words.iter().find(|w| w["word"] == *word).map(|w| text(&w["id"]))
    };
    let (officials, countries) = (json("officials.json"), json("countries.json"));
    let mut rows = Vec::new();
    for event in json("events.json") {
        let names = event["officials"].as_array().unwrap();
        let people = names.iter().map(|name| {
            text(&officials.iter().find(|official| official["name_en"] == *name).unwrap()["id"])
        });
        let people: Vec<String> = people.collect();
        for counterpart in event["counterparts"].as_array().unwrap() {
            let country = countries.iter().find(|c| c["iso3"] == counterpart["country"]);
            let region = country.map_or("organizations".to_owned(), |c| text(&c["region"]));
            let one = |value: Option<String>| value.into_iter().collect::<Vec<_>>();
            let values = BTreeMap::from([
                ("agency", vec![text(&event["agency"])]),
                ("official", people.clone()),
                ("rank", one(word("ranks", &event["rank"]))),
                ("format", one(word("formats", &event["format"]))),
                ("forum", one(word("forums", &event["forum"]))),
                ("region", vec![region]),
                ("country", one(country.map(|c| text(&c["iso3"])))),
                ("org", one(word("organizations", &counterpart["organization"]))),
                (
                    "window",
                    vec![if event["in_paper_window"] == true { "yes" } else { "no" }.into()],
                ),
            ]);
            rows.push(Row { event: text(&event["id"]), date: text(&event["date"]), values });
        }
    }
    rows
});

/// The page and the pairs of a link.
fn parts(link: &str) -> (&str, Vec<(&str, &str)>) {
    let (page, query) = link.strip_prefix("#/").unwrap().split_once('?').unwrap_or((link, ""));
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    (page, pairs.map(|pair| pair.split_once('=').unwrap()).collect())
}

fn passes(row: &Row, key: &str, value: &str) -> bool {
    // A day between the first and the last that a date can mean.
    let first = |date: &str| format!("{date}{}", &"-01-01"[date.len().min(10) - 4..]);
    let last = |date: &str| format!("{date}{}", &"-12-31"[date.len().min(10) - 4..]);
    match key {
        "measure" | "by" => true,
        "from" => last(&row.date) >= first(value),
        "to" => first(&row.date) <= last(value),
        facet => {
            let own = &row.values[facet];
            let has = |id: &str| own.iter().any(|known| known == id);
            let (out, within): (Vec<_>, Vec<_>) =
                value.split(',').partition(|id| id.starts_with('!'));
            !out.iter().any(|id| has(&id[1..]))
                && (within.is_empty() || within.iter().any(|id| has(id)))
        }
    }
}

fn rows_of(link: &str) -> Vec<&'static Row> {
    let (_, pairs) = parts(link);
    ROWS.iter().filter(|row| pairs.iter().all(|(key, value)| passes(row, key, value))).collect()
}

fn measured(rows: &[&Row], measure: &str) -> u32 {
    let count = match measure {
        "interactions" => rows.len(),
        "events" => rows.iter().map(|row| &row.event).collect::<BTreeSet<_>>().len(),
        _ => rows.iter().flat_map(|row| &row.values["country"]).collect::<BTreeSet<_>>().len(),
    };
    u32::try_from(count).unwrap()
}

fn measure_of(link: &str) -> &str {
    let (_, pairs) = parts(link);
    pairs.iter().find(|(key, _)| *key == "measure").map_or("interactions", |(_, value)| value)
}

/// How many countries a layer of the map has.
fn layer(id: &str) -> u32 {
    let countries: BTreeSet<String> =
        json("countries.json").iter().map(|country| text(&country["iso3"])).collect();
    let listed: BTreeSet<String> = if id == "gsi" {
        // What the paper counts is as of June 2025, and a mention is no support.
        let counts = |support: &&Value| {
            let late = support["since"].as_str().is_some_and(|since| since > "2025-06");
            support["basis"] != "mention" && !late
        };
        let support = json("gsi_support.json");
        support.iter().filter(counts).map(|support| text(&support["country"])).collect()
    } else if let Some(year) = id.strip_prefix("gpscfl-") {
        let edition = json("gpscfl_participation.json");
        let edition = edition.iter().find(|edition| edition["edition"] == year).unwrap();
        let lists = ["countries_named", "countries_named_only_beside_the_forum"];
        lists.iter().flat_map(|list| edition[list].as_array().unwrap()).map(text).collect()
    } else {
        let lists = json("country_attributes.json");
        let list = lists.iter().find(|list| text(&list["id"]).replace('_', "-") == id).unwrap();
        list["members"].as_array().unwrap().iter().map(text).collect()
    };
    u32::try_from(listed.intersection(&countries).count()).unwrap()
}

/// What the dataset gives for a number of the paper: one number, or one per unit.
fn naive(number: &Value) -> Vec<Number> {
    let other = number["other_view"].as_str().map(|view| {
        let count = measured(&rows_of(view), measure_of(view));
        Number { tenths: count * 10, kind: Kind::Count }
    });
    naive_first(number).into_iter().chain(other).collect()
}

fn naive_first(number: &Value) -> Option<Number> {
    if let Some(pledge) = number["pledge"].as_str() {
        let pledges = json("pledges.json");
        let pledge = pledges.iter().find(|known| known["id"] == pledge).unwrap();
        let quantity = u32::try_from(pledge["quantity"].as_u64().unwrap()).unwrap();
        return Some(Number { tenths: quantity * 10, kind: Kind::Count });
    }
    let view = number["view"].as_str()?;
    let (_, pairs) = parts(view);
    if let Some((_, id)) = pairs.iter().find(|(key, _)| *key == "layer") {
        return Some(Number { tenths: layer(id) * 10, kind: Kind::Count });
    }
    let rows = rows_of(view);
    let count = measured(&rows, measure_of(view));
    if let Some(region) = number["rank_of"].as_str() {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        rows.iter().for_each(|row| *counts.entry(&row.values["region"][0]).or_default() += 1);
        let own = counts[region];
        let more = counts.iter().filter(|(id, count)| **id != "organizations" && **count > own);
        let place = 1 + u32::try_from(more.count()).unwrap();
        return Some(Number { tenths: place * 10, kind: Kind::Place });
    }
    match number["share_of"].as_str() {
        None => Some(Number { tenths: count * 10, kind: Kind::Count }),
        Some(whole) => {
            let whole = measured(&rows_of(whole), measure_of(whole));
            let share = f64::from(count) * 1000.0 / f64::from(whole);
            Some(Number { tenths: share.round() as u32, kind: Kind::Share })
        }
    }
}

// ---- Published numbers

#[test]
fn every_computable_number_is_what_a_naive_pass_over_the_files_gives() {
    let file = json("published_figures.json");
    let comparisons = comparisons(&EXPLORER);
    assert_eq!(comparisons.len(), file.len());
    let mut computed = 0;
    for (comparison, number) in comparisons.iter().zip(&file) {
        let id = text(&number["id"]);
        assert_eq!(comparison.published.id, id);
        let numbers: Vec<Number> = comparison.readings.iter().map(|r| r.number).collect();
        assert_eq!(numbers, naive(number), "{id}");
        assert_eq!(!numbers.is_empty(), comparison.published.is_computable(), "{id}");
        computed += usize::from(!numbers.is_empty());
        // What the records can give has a view; nobody has to work it out by hand.
        if number["computable_from_records"] == true {
            assert!(number["view"].is_string(), "{id}");
        }
    }
    assert!(computed > 40, "{computed}");
}

#[test]
fn every_link_of_the_paper_is_a_view_in_its_own_words() {
    let links = json("published_figures.json").into_iter().chain(json("figures_and_tables.json"));
    let links = links
        .flat_map(|row| [text(&row["view"]), text(&row["share_of"]), text(&row["other_view"])]);
    for link in links.filter(|link| !link.is_empty()) {
        let (state, notices) = decode(&link, &EXPLORER);
        assert!(notices.is_empty(), "{link}: {notices:?}");
        assert_eq!(encode(&state), link);
    }
}

#[test]
fn differences_and_ratios_are_those_of_the_two_numbers() {
    for comparison in comparisons(&EXPLORER) {
        let id = &comparison.published.id;
        for reading in &comparison.readings {
            let told = (comparison.difference(reading), comparison.ratio(reading));
            let paper = tenths(&comparison.published.value);
            let (Some(paper), None) = (paper, &comparison.published.unlike) else {
                assert_eq!(told, (None, None), "{id}");
                continue;
            };
            let here = reading.number.tenths;
            let difference = told.0.unwrap().replace('\u{2212}', "-").replace(',', "");
            let expected = (f64::from(here) - f64::from(paper)) / 10.0;
            assert!((difference.parse::<f64>().unwrap() - expected).abs() < 1e-9, "{id}");
            let is_count = reading.number.kind == Kind::Count;
            assert_eq!(told.1, is_count.then(|| percent(here, paper)), "{id}");
        }
    }
    assert_eq!(
        ["27.4", "13", "2–3", "27.45", "", "5000000000"].map(tenths),
        [Some(274), Some(130), None, None, None, None]
    );
}

#[test]
fn things_of_another_kind_are_not_compared() {
    let unlike = comparisons(&EXPLORER).into_iter().filter(|c| c.published.unlike.is_some());
    let unlike: Vec<_> =
        unlike.map(|c| (c.published.id.as_str(), c.published.group.as_str())).collect();
    let (pledges, others): (Vec<_>, Vec<_>) =
        unlike.into_iter().partition(|(_, group)| *group == "Training pledges");
    assert_eq!(pledges.len(), 5, "a pledge rests on the sources that the paper cites");
    let others: Vec<_> = others.into_iter().map(|(id, _)| id).collect();
    assert_eq!(others, ["gpscfl-2024-countries", "gsi-countries-113", "eapcco-members"]);
}

#[test]
fn meetings_that_could_be_events_or_interactions_stand_in_both_units_where_these_differ() {
    for number in json("published_figures.json") {
        let (id, unit) = (text(&number["id"]), text(&number["unit"]));
        let meetings = ["meeting", "engagement", "sideline"].iter().any(|word| unit.contains(word));
        let view = text(&number["view"]);
        if !meetings || view.is_empty() {
            assert!(number["other_view"].is_null(), "{id}");
            continue;
        }
        let rows = rows_of(&view);
        let differ = measured(&rows, "events") != measured(&rows, "interactions");
        assert_eq!(number["other_view"].is_string(), differ, "{id}");
    }
    let all = comparisons(&EXPLORER);
    let wang = all.iter().find(|c| c.published.id == "wang-engagements-2023").unwrap();
    // What one unit has less of, the other has more of.
    let told: Vec<_> =
        wang.readings.iter().map(|r| (r.number.words(), r.unit, wang.difference(r))).collect();
    let told: Vec<_> = told.iter().map(|(n, unit, d)| (&**n, *unit, d.as_deref())).collect();
    let expected = [("36", "events", Some("\u{2212}4")), ("70", "interactions", Some("+30"))];
    assert_eq!(told, expected);
}

#[test]
fn numbers_around_the_forum_are_of_the_days_of_its_chart() {
    let days = days_around(&EXPLORER, 2024).unwrap();
    let all = comparisons(&EXPLORER);
    for id in ["wang-bilateral", "wang-multilateral", "deputies", "total", "share"] {
        let number = all.iter().find(|c| c.published.id == format!("gpscfl-2024-{id}")).unwrap();
        for reading in &number.readings {
            assert_eq!(decode(&reading.link, &EXPLORER).0.filters.range, days, "{id}");
        }
    }
    let base = Page::Paper(String::new()).base();
    let shares = by_year(&EXPLORER, &base, &EXPLORER.explore(&base, Measure::Interactions));
    let of_2024 = shares.iter().find(|share| share.year == 2024).unwrap();
    let share = all.iter().find(|c| c.published.id == "gpscfl-2024-share").unwrap();
    let tenths = f64::from(of_2024.around) * 1000.0 / f64::from(of_2024.all);
    assert_eq!(share.readings[0].number.tenths, tenths.round() as u32);
}

#[test]
fn shares_of_regions_are_those_of_their_chart() {
    let filters = filters_of("figure-9");
    let outcome = EXPLORER.explore(&filters, Measure::Interactions);
    let ranked = ranking(&EXPLORER, &filters, &outcome, Facet::Region);
    for region in ["southeast-asia", "central-asia"] {
        let bar = ranked.iter().find(|value| value.id == region).unwrap().count;
        let share = f64::from(bar) * 1000.0 / f64::from(outcome.whole(Facet::Region));
        let all = comparisons(&EXPLORER);
        let told = all.iter().find(|c| c.published.id == format!("share-{region}")).unwrap();
        assert_eq!(told.readings[0].number.tenths, share.round() as u32, "{region}");
    }
}

#[test]
fn what_the_page_says_of_the_paper_shouts_no_word() {
    let short =
        ["UNCOPS", "EAPCCO", "EAPPCO", "CELAC", "FOCAC", "LMLECC", "GPSCFL", "COVID", "ASEAN"];
    for row in json("published_figures.json").into_iter().chain(json("figures_and_tables.json")) {
        for (key, value) in row.as_object().unwrap() {
            // For whoever edits the files, these name fields of the records.
            if ["how", "scope", "data_needed", "text_evidence", "view"].contains(&key.as_str()) {
                continue;
            }
            let said = text(value);
            let mut words = said.split(|c: char| !c.is_alphabetic());
            let loud = words.find(|word| {
                word.len() > 4 && word.chars().all(char::is_uppercase) && !short.contains(word)
            });
            assert_eq!(loud, None, "{}: {said}", row["id"]);
        }
    }
}

#[test]
fn slips_of_the_paper_are_no_numbers() {
    let slips = comparisons(&EXPLORER).into_iter().filter(|c| c.published.erratum.is_some());
    let slips: Vec<_> = slips.map(|c| c.published.id.as_str()).collect();
    let expected = ["note-126-missing", "figure-4-crossref", "table-1-uncited", "note-date-slips"];
    assert_eq!(slips, expected);
}

#[test]
fn sums_that_do_not_hold_are_told() {
    let told: Vec<_> = SUMS.iter().map(|sum| worked(&EXPLORER, sum).unwrap()).collect();
    let told: Vec<_> = told.iter().map(|sum| (sum.parts.clone(), sum.sum, sum.printed)).collect();
    assert_eq!(
        told,
        [
            (vec![267, 52, 6], 325, 321),
            (vec![189, 31, 6], 226, 227),
            (vec![25, 4, 11, 24], 64, 49),
            (vec![131, 70], 201, 201),
            (vec![2, 4], 6, 6),
        ]
    );
    // Where a sum does not hold, it is said how it may be meant; the same is not said twice.
    let notes = SUMS.iter().map(|sum| worked(&EXPLORER, sum).unwrap().note.is_some());
    assert_eq!(notes.collect::<Vec<_>>(), [true, true, true, true, false]);
    let twice = SUMS.iter().map(|sum| EXPLORER.dataset().published_number(sum.whole).unwrap());
    assert!(twice.into_iter().all(is_told_with_a_sum));
    assert!(worked(&EXPLORER, &SUMS[2]).unwrap().note.unwrap().contains("“another”"));
}

// ---- Tables

#[test]
fn tables_are_what_a_naive_pass_over_the_records_gives() {
    for query in
        ["window=yes", "window=yes&region=southeast-asia", "format=!multilateral&from=2024"]
    {
        let link = format!("#/records?{query}");
        let scope = decode(&link, &EXPLORER).0.filters;
        for row in agency_rows(&EXPLORER, &scope) {
            let narrowed = match row.id.as_str() {
                "" => link.clone(),
                id => format!("{link}&agency={id}"),
            };
            let rows = rows_of(&narrowed);
            let summary = row.summary;
            assert_eq!(summary.interactions, measured(&rows, "interactions"), "{narrowed}");
            assert_eq!(summary.events, measured(&rows, "events"), "{narrowed}");
            assert_eq!(summary.countries, measured(&rows, "countries"), "{narrowed}");
            let formats = EXPLORER.table().dictionary(Facet::Format).entries();
            for (format, count) in formats.iter().zip(&row.formats) {
                let of = rows.iter().filter(|row| row.values["format"] == [format.id.as_str()]);
                assert_eq!(*count as usize, of.count(), "{narrowed} {}", format.id);
            }
        }
        let narrowed = format!("{link}&official=chen-wenqing");
        let met = most_met(&EXPLORER, &decode(&narrowed, &EXPLORER).0.filters);
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for row in rows_of(&narrowed) {
            row.values["country"].iter().for_each(|id| *counts.entry(id).or_default() += 1);
        }
        let shown: BTreeMap<&str, u32> = met.iter().map(|met| (&*met.iso3, met.count)).collect();
        assert_eq!(shown, counts, "{narrowed}");
        for met in &met {
            let more = counts.values().filter(|count| **count > met.count).count();
            assert_eq!(met.place, 1 + more, "{}", met.iso3);
        }
        assert!(met.is_sorted_by(|a, b| a.count >= b.count));
    }
}

#[test]
fn the_page_has_a_section_for_every_figure_and_table_and_one_for_the_numbers() {
    let figures = (1..=9).map(|n| format!("figure-{n}"));
    let all = figures.chain((1..=3).map(|n| format!("table-{n}"))).chain(["numbers".to_owned()]);
    let all: Vec<String> = ["claims".to_owned()].into_iter().chain(all).collect();
    assert_eq!(sections(&EXPLORER).collect::<Vec<_>>(), all);
    for section in &all {
        let (state, notices) = decode(&format!("#/paper/{section}"), &EXPLORER);
        assert!(notices.is_empty(), "{notices:?}");
        assert_eq!(state.page, Page::Paper(section.clone()));
        // Within the paper's window, whatever a reader filters besides.
        let scope = state.scope();
        assert!(scope.selection(Facet::Window).included().contains("yes"));
    }
    let (state, notices) = decode("#/paper/figure-10", &EXPLORER);
    assert_eq!(state.page, Page::Paper(String::new()));
    assert!(notices[0].to_string().contains("figure-1, figure-2"), "{notices:?}");
}

// ---- Pictures

fn filters_of(id: &str) -> Filters {
    let exhibit = EXPLORER.dataset().exhibits.iter().find(|exhibit| exhibit.id == id).unwrap();
    let (state, _) = decode(&exhibit.view, &EXPLORER);
    state.filters.within(&Page::Paper(String::new()).base())
}

/// The other theme is looked at in the pictures of each kind of chart.
fn snap(name: &str, frame: &Frame, scene: &dyn Fn(&Palette) -> Scene) {
    let mut out = String::new();
    {
        let size = (frame.width, frame.height);
        let area = SVGBackend::with_string(&mut out, size).into_drawing_area();
        scene(&Palette::light()).draw(&area).unwrap();
        area.present().unwrap();
    }
    insta::assert_binary_snapshot!(&format!("{name}.svg"), out.into_bytes());
}

fn snap_timeline(id: &str) {
    let filters = filters_of(id);
    let outcome = EXPLORER.explore(&filters, Measure::Interactions);
    let counts = timeline_on(&filters, &EXPLORER, &outcome, Grain::Quarter);
    let bins = counts.iter().map(|count| Bin {
        uncertain: Vec::new(),
        label: count.bin.label(),
        tick: format!("Q{}", (count.bin.from().unwrap().month().unwrap() - 1) / 3 + 1),
        counts: count.by_agency.clone(),
        total: count.total,
        year: count.bin.year(),
        first_of_year: count.bin.starts_year(),
        is_partial: count.is_partial,
    });
    let bins: Vec<Bin> = bins.collect();
    let agencies = EXPLORER.table().dictionary(Facet::Agency).entries().iter();
    let series = agencies.map(|agency| Series {
        tint: Tint::Agency(AgencyTint::of(&agency.id)),
        label: agency.label.clone(),
    });
    let series: Vec<Series> = series.collect();
    let chart =
        Timeline { bins: &bins, series: &series, selected: None, compact: false, stacked: true };
    let frame = Frame::svg(960.0, 240.0, 1.0);
    snap(id, &frame, &|palette| chart.scene(&frame, palette));
}

fn snap_map(name: &str, filters: &Filters, layer: &Layer) {
    static PLACES: LazyLock<Places> =
        LazyLock::new(|| Places::new(&EXPLORER, World::embedded().unwrap()));
    let (world, (width, height)) = (&PLACES.world, (960.0, 438.0));
    let outcome = EXPLORER.explore(filters, Measure::Interactions);
    let model = map_model(&EXPLORER, filters, &outcome, layer);
    let looks = world.areas.iter().enumerate().map(|(index, area)| {
        let class = PLACES.code(index).and_then(|code| model.classes[usize::from(code)]);
        let tone = match (PLACES.code(index), class) {
            (None, _) if area.id == SUBJECT => Tone::Subject,
            (None, _) => Tone::Other,
            (Some(_), None) => Tone::NoRecord,
            (Some(_), Some(at)) => Tone::Class { at, of: model.legend.len() },
        };
        AreaLook { tone, state: MarkState::Plain, is_dotted: false }
    });
    let looks: Vec<AreaLook> = looks.collect();
    let name_of = |id: &str| Some(EXPLORER.dataset().country(id)?.name_en.clone());
    let camera = Camera::new((world.width, world.height), (width, height), 1.0, (0.5, 0.5));
    let frame = Frame::svg(width, height, 1.0);
    let layout = MapLayout::new(world, camera, &frame, &name_of);
    let chart = MapChart { layout: &layout, looks: &looks, pointed: None, subject: "China" };
    snap(name, &frame, &|palette| chart.scene(palette));
}

#[test]
fn the_axis_of_figure_1_ends_with_the_papers_window() {
    let filters = filters_of("figure-1");
    let outcome = EXPLORER.explore(&filters, Measure::Interactions);
    for grain in [Grain::Month, Grain::Quarter] {
        let bins = timeline_on(&filters, &EXPLORER, &outcome, grain);
        let window = PartialDate::from_month(2025, 9).unwrap().last_day();
        assert!(bins.iter().all(|count| count.bin.to().unwrap().last_day() <= window));
        assert!(bins.first().unwrap().total > 0 && bins.last().unwrap().total > 0);
    }
}

#[test]
fn what_cannot_be_rebuilt_is_linked_as_something_else() {
    for exhibit in &EXPLORER.dataset().exhibits {
        assert_eq!(exhibit.instead.is_some(), exhibit.id == "figure-8", "{}", exhibit.id);
        assert_ne!(exhibit.instead.as_ref(), Some(&exhibit.title));
        let guess = ["figure-2", "figure-3", "table-1"].contains(&exhibit.id.as_str());
        assert_eq!(exhibit.title.contains("our guess"), guess, "{}", exhibit.id);
        assert_eq!(exhibit.here.starts_with("A guess"), guess, "{}", exhibit.id);
    }
}

#[test]
fn pictures_of_the_timelines() {
    snap_timeline("figure-1");
}

#[test]
fn pictures_of_the_maps() {
    snap_map("figure-2", &filters_of("figure-2"), &Layer::Measure);
    for agency in ["MPS", "CPLC", "MSS"] {
        let link = format!("#/map?agency={agency}&window=yes");
        let filters = decode(&link, &EXPLORER).0.filters;
        snap_map(&format!("figure-3-{agency}"), &filters, &Layer::Measure);
    }
    snap_map("figure-4", &filters_of("figure-4"), &Layer::Gsi);
    snap_map("figure-5", &filters_of("figure-5"), &Layer::Editions);
}

#[test]
fn picture_of_the_regions() {
    let filters = filters_of("figure-9");
    let outcome = EXPLORER.explore(&filters, Measure::Interactions);
    let ranked = ranking(&EXPLORER, &filters, &outcome, Facet::Region);
    let bars = ranked.iter().filter(|value| value.count > 0).map(|value| Bar {
        uncertain: 0,
        label: &value.label,
        count: value.count,
        value: None,
        total: value.count,
        tint: Tint::Neutral,
        state: MarkState::Plain,
    });
    let bars: Vec<Bar<'_>> = bars.collect();
    let chart = BarChart { bars: &bars };
    let frame = Frame::svg(720.0, chart.height(720.0), 1.0);
    snap("figure-9", &frame, &|palette| chart.scene(&frame, palette));
}

#[test]
fn picture_of_the_share_around_the_forum() {
    let filters = Page::Paper(String::new()).base();
    let outcome = EXPLORER.explore(&filters, Measure::Interactions);
    let shares = by_year(&EXPLORER, &filters, &outcome);
    let labels: Vec<String> = shares.iter().map(|share| share.year.to_string()).collect();
    let bars = shares.iter().zip(&labels).map(|(share, label)| Bar {
        uncertain: 0,
        label,
        count: share.around,
        value: share.days.is_none().then_some(""),
        total: share.all,
        tint: Tint::Neutral,
        state: MarkState::Plain,
    });
    let bars: Vec<Bar<'_>> = bars.collect();
    let chart = BarChart { bars: &bars };
    let frame = Frame::svg(720.0, chart.height(720.0), 1.0);
    snap("figure-6", &frame, &|palette| chart.scene(&frame, palette));
}

#[test]
fn picture_of_the_sessions() {
    let base = Page::Paper(String::new()).base();
    let rows = Calendar::of(&EXPLORER).rows(&base, &base);
    let lanes = rows.iter().filter(|row| row.sessions() > 1).map(|row| Lane {
        heading: "",
        label: row.entry.label.to_owned(),
        state: MarkState::Plain,
        points: row
            .meetings
            .iter()
            .map(|meeting| Point {
                days: (meeting.date.first_day(), meeting.date.last_day()),
                weight: meeting.count,
                kind: if meeting.held { PointKind::Disc } else { PointKind::Cross },
                note: if meeting.count > 0 { meeting.count.to_string() } else { String::new() },
                state: MarkState::Plain,
            })
            .collect(),
    });
    let lanes: Vec<Lane> = lanes.collect();
    let years: Vec<_> = (2015..=2027)
        .map(|year| (year, PartialDate::from_year(year).unwrap().first_day()))
        .collect();
    let chart = Lanes { lanes: &lanes, years: &years, chosen: None };
    let laid = chart.laid_out(960.0);
    let frame = Frame::svg(960.0, laid.height(), 1.0);
    snap("figure-7", &frame, &|palette| laid.scene(&frame, palette));
    // Nothing after the paper's window is counted.
    let after = lanes
        .iter()
        .flat_map(|lane| &lane.points)
        .filter(|point| point.days.0 > PartialDate::from_month(2025, 7).unwrap().last_day());
    assert!(after.clone().count() > 0 && after.clone().all(|point| point.weight == 0));
}
