//! The map: that every country can be seen and hit, what the layers say, pictures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use explorer_chart::scene::Shape;
use explorer_chart::{AreaLook, Camera, Frame, MapChart, MapLayout, MarkState, Palette, Tone};
use explorer_dataset::tables::SUBJECT;
use explorer_embedded::embedded;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters};
use explorer_explore::measure::Measure;
use explorer_geometry::World;
use explorer_view::card::card;
use explorer_view::hash::decode;
use explorer_view::layer::Layer;
use explorer_view::layer_notes::notes;
use explorer_view::map::{MapModel, map_model};
use explorer_view::places::{Places, regions};
use plotters::prelude::{IntoDrawingArea, SVGBackend};
use proptest::prelude::*;
use serde_json::Value;

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| Explorer::new(embedded().unwrap()));
static PLACES: LazyLock<Places> =
    LazyLock::new(|| Places::new(&EXPLORER, World::embedded().unwrap()));

fn is_country(id: &str) -> bool {
    EXPLORER.dataset().country(id).is_some()
}

fn size() -> (f64, f64) {
    (PLACES.world.width, PLACES.world.height)
}

fn name_of(id: &str) -> Option<String> {
    Some(EXPLORER.dataset().country(id)?.name_en.clone())
}

/// The world in a frame of a size in CSS pixels, drawn `scale` times as large.
fn layout(width: f64, height: f64, scale: f64, factor: f64, middle: (f64, f64)) -> MapLayout {
    let camera = Camera::new(size(), (width, height), factor, middle);
    MapLayout::new(&PLACES.world, camera, &Frame::svg(width, height, scale), &name_of)
}

fn json(file: &str) -> Value {
    let path = format!("{}/data/{file}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn filters(link: &str) -> Filters {
    let (state, notices) = decode(link, &EXPLORER);
    assert!(notices.is_empty(), "{link}: {notices:?}");
    state.filters
}

fn model(filters: &Filters, measure: Measure, layer: &Layer) -> MapModel {
    map_model(&EXPLORER, filters, &EXPLORER.explore(filters, measure), layer)
}

// ---- Seeing and pointing

/// Asks the hit test for every pixel of a map that is 1000 CSS pixels wide, so it also says that
/// what is drawn is what is hit.
#[test]
fn every_country_can_be_seen_and_hit_on_a_map_of_1000_pixels() {
    let height = 456.0;
    let layout = layout(1000.0, height, 1.0, 1.0, (0.5, 0.5));
    let mut pixels: BTreeMap<&str, u32> = BTreeMap::new();
    for y in 0..height as u32 {
        for x in 0..1000 {
            let at = (f64::from(x) + 0.5, f64::from(y) + 0.5);
            if let Some(area) = layout.area_at(&PLACES.world, at.0, at.1) {
                *pixels.entry(&PLACES.world.areas[area].id).or_default() += 1;
            }
        }
    }
    for country in &EXPLORER.dataset().countries {
        let iso3 = country.iso3.as_str();
        let area = PLACES.world.index_of(iso3).unwrap();
        match layout.disc(area) {
            Some((_, radius)) => assert!(radius * 2.0 >= 6.0, "{iso3}: a disc of {radius}"),
            None => {
                let drawn = PLACES.world.areas[area].size * (1000.0 / size().0).powi(2);
                assert!(drawn >= 16.0, "{iso3}: {drawn:.1} square pixels and no disc");
            }
        }
        // Of discs side by side each keeps the pixels that are nearer to it.
        let hit = pixels.get(iso3).copied().unwrap_or_default();
        assert!(hit >= 12, "{iso3} can be hit on {hit} pixels only");
    }
}

#[test]
fn small_island_states_have_discs_and_none_covers_another() {
    for (width, least) in [(1000.0, 45), (1440.0, 35), (358.0, 45)] {
        let layout = layout(width, width * 0.456, 1.0, 1.0, (0.5, 0.5));
        let discs: Vec<_> = PLACES
            .world
            .areas
            .iter()
            .enumerate()
            .filter_map(|(index, area)| Some((area.id.as_str(), layout.disc(index)?)))
            .collect();
        assert!(discs.len() >= least, "{} discs at {width}", discs.len());
        for small in ["TON", "NRU", "TUV", "SGP", "MDV", "MLT", "BHR", "COM", "CPV", "SYC", "LCA"] {
            assert!(discs.iter().any(|(id, _)| *id == small), "{small} at {width}");
        }
        for (at, (a, ((ax, ay), radius))) in discs.iter().enumerate() {
            assert!(*radius >= 3.0);
            for (b, ((bx, by), _)) in &discs[at + 1..] {
                let distance = (ax - bx).hypot(ay - by);
                assert!(distance >= radius * 2.0, "{a} and {b} at {width}: {distance:.1}");
            }
        }
    }
}

#[test]
fn what_is_near_is_drawn_as_land_when_a_reader_zooms_in() {
    let tonga = PLACES.world.index_of("TON").unwrap();
    let fiji = PLACES.world.index_of("FJI").unwrap();
    let bounds = PLACES.region(&EXPLORER, "pacific-islands").unwrap();
    let corner = |x: i32, y: i32| (f64::from(x), f64::from(y));
    let (factor, middle) = Camera::around(
        size(),
        (1000.0, 456.0),
        corner(bounds.left, bounds.top),
        corner(bounds.right, bounds.bottom),
    );
    assert!(factor > 2.0, "the Pacific is in one piece: {factor}");
    let near = layout(1000.0, 456.0, 1.0, factor, middle);
    assert!(near.disc(fiji).is_none(), "Fiji is large enough then");
    assert!(near.mark(tonga).is_some(), "Tonga is in sight");
}

#[test]
fn every_region_can_be_zoomed_to_and_shows_its_countries() {
    for (region, _) in regions(&EXPLORER) {
        let bounds = PLACES.region(&EXPLORER, region).unwrap();
        let corner = |x: i32, y: i32| (f64::from(x), f64::from(y));
        let (from, to) = (corner(bounds.left, bounds.top), corner(bounds.right, bounds.bottom));
        for frame in [(1000.0, 456.0), (358.0, 220.0)] {
            let (factor, middle) = Camera::around(size(), frame, from, to);
            let near = layout(frame.0, frame.1, 1.0, factor, middle);
            for country in &EXPLORER.dataset().countries {
                let area = PLACES.world.index_of(&country.iso3).unwrap();
                if country.region.as_deref() == Some(region) {
                    assert!(near.mark(area).is_some(), "{region}: {}", country.iso3);
                }
            }
        }
    }
    assert_eq!(PLACES.region(&EXPLORER, "organizations"), None);
}

#[test]
fn a_mark_is_where_its_country_is_hit() {
    for (width, factor, middle) in [(1000.0, 1.0, (0.5, 0.5)), (600.0, 5.0, (0.3, 0.35))] {
        let layout = layout(width, width * 0.456, 1.0, factor, middle);
        let mut reached = 0;
        for country in &EXPLORER.dataset().countries {
            let area = PLACES.world.index_of(&country.iso3).unwrap();
            let Some(mark) = layout.mark(area) else { continue };
            let (x, y) = (mark.x + mark.width / 2.0, mark.y + mark.height / 2.0);
            let hit = layout.area_at(&PLACES.world, x, y);
            let id = hit.map(|hit| PLACES.world.areas[hit].id.as_str());
            assert_eq!(id, Some(country.iso3.as_str()), "at {width}, {factor}");
            reached += 1;
        }
        assert!(reached >= if factor == 1.0 { 198 } else { 20 }, "{reached} at {factor}");
    }
}

/// Names stand on the land that they name, do not cover each other, and are legible there.
#[test]
fn names_of_countries_lie_on_their_land() {
    let looks = looks(&model(&Filters::default(), Measure::Interactions, &Layer::Measure), &[]);
    let mut seen = BTreeSet::new();
    for (width, factor, middle) in
        [(1000.0, 1.0, (0.5, 0.5)), (1400.0, 1.0, (0.5, 0.5)), (1000.0, 5.0, (0.4, 0.3))]
    {
        let height = width / 2.0;
        let layout = layout(width, height, 1.0, factor, middle);
        let palette = Palette::light();
        let chart = MapChart { layout: &layout, looks: &looks, pointed: None, subject: "China" };
        let mut boxes: Vec<[f64; 4]> = Vec::new();
        for shape in &chart.scene(&palette).shapes {
            let Shape::Text { x, y, text, .. } = shape else { continue };
            let (x, y) = (f64::from(*x), f64::from(*y));
            let half = explorer_chart::text::width(text, 10.0, false) / 2.0;
            for point in [(x - half, y), (x, y), (x + half, y), (x, y - 5.0), (x, y + 5.0)] {
                let area = layout.area_at(&PLACES.world, point.0, point.1);
                let id = area.map(|area| PLACES.world.areas[area].id.as_str());
                let country = EXPLORER.dataset().country(id.unwrap_or_default());
                let name = country.map_or("China", |country| country.name_en.as_str());
                assert_eq!(name, &**text, "{point:?} at {width}");
            }
            let [left, top, right, bottom] = [x - half, y - 5.0, x + half, y + 5.0];
            assert!(
                boxes.iter().all(|other| {
                    right < other[0] || left > other[2] || bottom < other[1] || top > other[3]
                }),
                "{text} covers another name"
            );
            boxes.push([left, top, right, bottom]);
            seen.insert(text.to_string());
        }
        assert!(boxes.len() >= 8, "{seen:?} at {width}");
    }
    assert!(seen.contains("Russia") && seen.contains("Kazakhstan") && seen.len() >= 20, "{seen:?}");
}

proptest! {
    #[test]
    fn any_frame_and_camera_can_be_laid_out_drawn_and_hit(
        width in prop_oneof![0.0..2000.0, Just(f64::NAN), Just(-1.0)],
        height in prop_oneof![0.0..1000.0, Just(f64::INFINITY)],
        scale in 0.5..8.0,
        factor in prop_oneof![0.0..20.0, Just(f64::NAN)],
        middle in (-0.5..1.5, -0.5..1.5),
        at in (-10.0..2010.0, -10.0..1010.0),
    ) {
        let layout = layout(width, height, scale, factor, middle);
        let looks = looks(&model(&Filters::default(), Measure::Events, &Layer::Gsi), &[]);
        let chart = MapChart { layout: &layout, looks: &looks, pointed: Some(3), subject: "China" };
        let _ = chart.scene(&Palette::light());
        let _ = layout.area_at(&PLACES.world, at.0, at.1);
        let _ = layout.area_at(&PLACES.world, f64::NAN, at.1);
    }
}

// ---- What the layers say

/// Every class holds exactly the countries whose count lies in its range, as the engine counts.
fn assert_classes_hold_counts(filters: &Filters, measure: Measure) {
    let outcome = EXPLORER.explore(filters, measure);
    let model = map_model(&EXPLORER, filters, &outcome, &Layer::Measure);
    let mut sizes = vec![0; model.legend.len()];
    for (count, class) in outcome.facet(Facet::Country).iter().zip(&model.classes) {
        assert_eq!(*count > 0, class.is_some());
        let Some(class) = *class else { continue };
        sizes[class] += 1;
        let label = model.legend[class].label.replace(',', "");
        if measure == Measure::Countries {
            assert_eq!((label.as_str(), *count), ("With a record", 1));
            continue;
        }
        let (from, to) = label.split_once('–').unwrap_or((&label, &label));
        let range = from.parse::<u32>().unwrap()..=to.parse().unwrap();
        assert!(range.contains(count), "{count} in {label}");
    }
    let legend: Vec<u32> = model.legend.iter().map(|class| class.countries).collect();
    assert_eq!(legend, sizes);
}

#[test]
fn counts_are_in_their_classes_under_any_filters() {
    for link in [
        "#/map",
        "#/map?agency=MPS&region=southeast-asia",
        "#/map?country=VNM,LAO",
        "#/map?country=!VNM&from=2024&to=2024",
        "#/map?q=narcotics&format=multilateral",
        "#/map?agency=MSS&country=RUS&from=2025-12",
    ] {
        for measure in Measure::ALL {
            assert_classes_hold_counts(&filters(link), measure);
        }
    }
}

#[test]
fn contacts_are_those_of_the_records() {
    // A naive pass over the file: years of the police ministry's meetings per country.
    let mut years: BTreeMap<String, BTreeSet<i16>> = BTreeMap::new();
    for event in json("events.json").as_array().unwrap() {
        if event["agency"] != "MPS" {
            continue;
        }
        let year = event["date"].as_str().unwrap()[..4].parse().unwrap();
        for counterpart in event["counterparts"].as_array().unwrap() {
            if let Some(iso3) = counterpart["country"].as_str() {
                years.entry(iso3.to_owned()).or_default().insert(year);
            }
        }
    }
    // The country that is chosen does not change the others.
    let filters = filters("#/map?agency=MPS&country=LAO");
    let entries = EXPLORER.table().dictionary(Facet::Country).entries();
    for layer in [Layer::First, Layer::Last] {
        let model = model(&filters, Measure::Interactions, &layer);
        for (entry, class) in entries.iter().zip(&model.classes) {
            let years = years.get(&entry.id);
            let year = match layer {
                Layer::First => years.and_then(|years| years.first()),
                _ => years.and_then(|years| years.last()),
            };
            let shown = class.map(|class| model.legend[class].label.clone());
            assert_eq!(shown, year.map(ToString::to_string), "{layer:?} {}", entry.id);
        }
    }
}

/// Ids of the countries in a class, by its label.
fn in_class(model: &MapModel, label: &str) -> BTreeSet<String> {
    let at = model.legend.iter().position(|class| class.label == label).unwrap();
    let entries = EXPLORER.table().dictionary(Facet::Country).entries();
    let countries = entries.iter().zip(&model.classes).filter(|(_, class)| **class == Some(at));
    countries.map(|(entry, _)| entry.id.clone()).collect()
}

#[test]
fn the_layer_of_support_is_the_file_with_its_dates_and_sources() {
    let file = json("gsi_support.json");
    let rows = file.as_array().unwrap();
    let with = |basis: &str| -> BTreeSet<String> {
        let rows = rows.iter().filter(|row| row["basis"] == basis);
        rows.map(|row| row["country"].as_str().unwrap().to_owned()).collect()
    };
    let none = Filters::default();
    let model = model(&none, Measure::Interactions, &Layer::Gsi);
    for (basis, label) in [
        ("national statement", "National statement"),
        ("joint statement", "Joint statement"),
        ("readout", "Readout"),
        ("collective statement", "Collective statement"),
    ] {
        assert_eq!(in_class(&model, label), with(basis), "{basis}");
    }
    let collective = with("collective statement").len();
    let own = rows.len() - collective - with("mention").len();
    assert!(model.finding.starts_with(&format!("{own} countries")), "{}", model.finding);
    assert!(model.finding.contains(&format!("{collective} more only")), "{}", model.finding);
    for row in rows {
        // A note that says so is no support.
        let note = row["note"].as_str().unwrap_or_default();
        assert_eq!(note.contains("not support"), row["basis"] == "mention", "{row}");
    }
    let mut early = none.clone();
    early.range = DateRange::new(None, "2025-06".parse().ok());
    let until = map_model(&EXPLORER, &early, EXPLORER.totals(Measure::Interactions), &Layer::Gsi);
    let late =
        rows.iter().filter(|row| row["since"].as_str().is_some_and(|since| since > "2025-06"));
    assert_eq!(until.countries() as usize, own + collective - late.count());
    let notes = notes(&EXPLORER, &none, &Layer::Gsi, &model);
    assert!(notes.coverage.contains("The paper counts 113 countries"), "{}", notes.coverage);
    let list = notes.list.unwrap();
    assert_eq!(list.rows.len(), rows.len());
    for row in &list.rows {
        let known = rows.iter().find(|known| known["country"] == row.iso3.as_str()).unwrap();
        assert_eq!(row.sources.len(), known["sources"].as_array().unwrap().len());
        assert!(!row.sources.is_empty(), "{}", row.iso3);
        assert_eq!(row.cells[0].is_empty(), known["since"].is_null(), "{}", row.iso3);
    }
}

#[test]
fn editions_and_lists_are_their_files() {
    let none = Filters::default();
    let texts = |value: &Value| -> BTreeSet<String> {
        value.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
    };
    for edition in json("gpscfl_participation.json").as_array().unwrap() {
        let year = edition["edition"].as_str().unwrap();
        let layer = Layer::from_id(&format!("gpscfl-{year}"), EXPLORER.dataset());
        let Some(layer) = layer else {
            assert_eq!(edition["name"], "not held", "{year}");
            continue;
        };
        let model = model(&none, Measure::Interactions, &layer);
        assert_eq!(in_class(&model, "Named as taking part"), texts(&edition["countries_named"]));
        let beside = texts(&edition["countries_named_only_beside_the_forum"]);
        if !beside.is_empty() {
            assert_eq!(in_class(&model, "Named only beside the forum"), beside);
        }
        let coverage = notes(&EXPLORER, &none, &layer, &model).coverage;
        let reported = edition["countries_regions_orgs"].as_str().unwrap_or("");
        assert!(coverage.contains(reported), "{coverage}");
    }
    let mut editions: BTreeMap<String, usize> = BTreeMap::new();
    for edition in json("gpscfl_participation.json").as_array().unwrap() {
        let named = texts(&edition["countries_named"]).into_iter();
        let all = named.chain(texts(&edition["countries_named_only_beside_the_forum"]));
        all.for_each(|id| *editions.entry(id).or_default() += 1);
    }
    let any = model(&none, Measure::Interactions, &Layer::Editions);
    let entries = EXPLORER.table().dictionary(Facet::Country).entries();
    for (entry, class) in entries.iter().zip(&any.classes) {
        let shown = class.map(|class| any.legend[class].label.clone());
        let named = editions.get(&entry.id).map(|count| match count {
            1 => "1 edition".to_owned(),
            count => format!("{count} editions"),
        });
        assert_eq!(shown, named, "{}", entry.id);
    }
    let listed = notes(&EXPLORER, &none, &Layer::Editions, &any).list.unwrap().rows;
    assert_eq!(listed.len(), usize::try_from(any.countries()).unwrap());
    assert!(listed.iter().all(|row| !row.sources.is_empty()));
    for list in json("country_attributes.json").as_array().unwrap() {
        let slug = list["id"].as_str().unwrap().replace('_', "-");
        let layer = Layer::from_id(&slug, EXPLORER.dataset()).unwrap();
        let model = model(&none, Measure::Interactions, &layer);
        let mut members = in_class(&model, "Member, with records");
        members.append(&mut in_class(&model, "Member, no record"));
        let countries: BTreeSet<String> =
            texts(&list["members"]).into_iter().filter(|id| is_country(id)).collect();
        assert_eq!(members, countries, "{slug}");
        let notes = notes(&EXPLORER, &none, &layer, &model);
        let shown = notes.list.unwrap();
        assert_eq!(shown.rows.len(), countries.len());
        assert_eq!(shown.sources.len(), list["sources"].as_array().unwrap().len());
        assert!(notes.coverage.contains(list["as_of"].as_str().unwrap()), "{}", notes.coverage);
    }
}

#[test]
fn numbers_of_the_paper_are_those_it_prints() {
    let none = Filters::default();
    let model = model(&none, Measure::Interactions, &Layer::Measure);
    let coverage = notes(&EXPLORER, &none, &Layer::Measure, &model).coverage;
    // The same as in data/README.md, “How far it reaches”.
    assert!(coverage.contains("69 countries") && coverage.contains("with 53."), "{coverage}");
    for (layer, number) in
        [("eapcco", 14), ("celac", 33), ("c5", 5), ("lancang-mekong", 5), ("gsi", 113)]
    {
        let layer = Layer::from_id(layer, EXPLORER.dataset()).unwrap();
        let model = map_model(&EXPLORER, &none, EXPLORER.totals(Measure::Interactions), &layer);
        let coverage = notes(&EXPLORER, &none, &layer, &model).coverage;
        assert!(coverage.contains(&format!("The paper counts {number}")), "{coverage}");
    }
}

#[test]
fn a_card_tells_what_is_known_of_a_country() {
    let filters = filters("#/map?country=LAO&agency=MPS");
    let card = card(&EXPLORER, &filters, Measure::Interactions, "KGZ").unwrap();
    assert_eq!(card.title, "Kyrgyzstan 吉尔吉斯斯坦");
    let mut naive = Vec::new();
    for event in &EXPLORER.dataset().events {
        let with = event.counterparts.iter().any(|c| c.country.as_deref() == Some("KGZ"));
        if with && event.agency == "MPS" {
            naive.push(event.date);
        }
    }
    assert_eq!(card.count, ("Interactions".to_owned(), naive.len().to_string()));
    assert_eq!(card.agencies, [("MPS".to_owned(), naive.len().to_string())]);
    let fact = |what: &str| card.facts.iter().find(|(name, _)| *name == what).unwrap().1.clone();
    assert!(fact("Member of").contains("Shanghai Cooperation"), "{}", fact("Member of"));
    let first = naive.iter().min().unwrap();
    assert_eq!(fact("First contact"), explorer_view::sentence::date_words(*first));
    assert!(explorer_view::card::card(&EXPLORER, &filters, Measure::Events, "XXX").is_none());
}

// ---- Disputed land

/// The lines of the hatching: those with two ends that no border has.
fn hatching(layout: &MapLayout) -> Vec<[(i32, i32); 2]> {
    let looks = looks(&model(&Filters::default(), Measure::Events, &Layer::Measure), &[]);
    let scene = MapChart { layout, looks: &looks, pointed: None, subject: "China" };
    let palette = Palette::light();
    let shapes = scene.scene(&palette).shapes;
    let line = |shape: &Shape| match shape {
        Shape::Line { points, color, .. } if *color != palette.background => {
            <[(i32, i32); 2]>::try_from(&**points).ok()
        }
        _ => None,
    };
    shapes.iter().filter_map(line).collect()
}

proptest! {
    #[test]
    fn hatching_stays_on_disputed_land_and_in_the_frame(
        factor in 1.0..40.0, x in 0.1..0.4, y in 0.2..0.7, width in 200.0..1400.0,
    ) {
        let size = (width, width * 0.456);
        let layout = layout(size.0, size.1, 4.0, factor, (x, y));
        let camera = Camera::new(self::size(), size, factor, (x, y));
        let world = &PLACES.world;
        let lines = hatching(&layout);
        for [(ax, ay), (bx, by)] in &lines {
            prop_assert!((ax + ay - bx - by).abs() <= 2, "they rise to the right");
            let middle = (f64::from(ax + bx) / 8.0, f64::from(ay + by) / 8.0);
            prop_assert!((-0.5..=size.0 + 0.5).contains(&middle.0), "{middle:?}");
            prop_assert!((-0.5..=size.1 + 0.5).contains(&middle.1), "{middle:?}");
            // Short ones are rounded to where land may end.
            if (ax - bx).abs() > 8 {
                let (x, y) = camera.to_map(middle);
                let under = (0..world.areas.len()).any(|area| world.disputed_at(area, x, y).is_some());
                prop_assert!(under, "{middle:?} at {x} {y}");
            }
        }
        let shown = (0..world.disputed.len()).any(|land| layout.shows_disputed(land));
        prop_assert_eq!(shown, !lines.is_empty());
    }
}

#[test]
fn all_disputed_land_is_hatched_as_soon_as_it_is_large_enough() {
    for (index, land) in PLACES.world.disputed.iter().enumerate() {
        let bounds =
            land.outline.as_ref().map_or(PLACES.world.areas[land.areas[0]].bounds, |o| o.bounds);
        let middle = |from: i32, to: i32, of: f64| f64::from(from + to) / 2.0 / of;
        let at = (
            middle(bounds.left, bounds.right, size().0),
            middle(bounds.top, bounds.bottom, size().1),
        );
        let layout = layout(1000.0, 456.0, 1.0, 8.0, at);
        assert!(layout.shows_disputed(index), "{}", land.name);
    }
}

// ---- Pictures

fn looks(model: &MapModel, states: &[(&str, MarkState)]) -> Vec<AreaLook> {
    let including = states.iter().any(|(_, state)| *state == MarkState::Included);
    let dotted = |index: usize| {
        let code = PLACES.code(index).map(usize::from);
        code.and_then(|code| model.dotted.get(code)).is_some_and(|dotted| *dotted)
    };
    let look = |(index, area): (usize, &explorer_geometry::Area)| {
        let chosen = states.iter().find(|(id, _)| *id == area.id).map(|(_, state)| *state);
        let class = PLACES.code(index).map(|code| model.classes[usize::from(code)]);
        let tone = match class {
            None if area.id == SUBJECT => Tone::Subject,
            None => Tone::Other,
            Some(None) => Tone::NoRecord,
            Some(Some(at)) => Tone::Class { at, of: model.legend.len() },
        };
        let rest = if including && class.is_some() { MarkState::Muted } else { MarkState::Plain };
        AreaLook { tone, state: chosen.unwrap_or(rest), is_dotted: dotted(index) }
    };
    PLACES.world.areas.iter().enumerate().map(look).collect()
}

fn snap(name: &str, layout: &MapLayout, looks: &[AreaLook], pointed: &str, palette: &Palette) {
    let pointed = PLACES.world.index_of(pointed);
    let chart = MapChart { layout, looks, pointed, subject: "China" };
    let scene = chart.scene(palette);
    let mut picture = String::new();
    {
        let size = (scene.frame().width, scene.frame().height);
        let area = SVGBackend::with_string(&mut picture, size).into_drawing_area();
        chart.draw(&area, palette).unwrap();
        area.present().unwrap();
    }
    insta::assert_binary_snapshot!(&format!("{name}.svg"), picture.into_bytes());
}

#[test]
fn pictures() {
    let none = Filters::default();
    let counts = model(&none, Measure::Interactions, &Layer::Measure);
    let wide = layout(1000.0, 456.0, 1.0, 1.0, (0.5, 0.5));
    snap("map-counts-1000-light", &wide, &looks(&counts, &[]), "", &Palette::light());
    let support = model(&none, Measure::Interactions, &Layer::Gsi);
    snap("map-gsi-1000-dark", &wide, &looks(&support, &[]), "TON", &Palette::dark());
    let narrow = layout(360.0, 220.0, 1.0, 4.0, (0.45, 0.45));
    let chosen = [("VNM", MarkState::Included), ("IDN", MarkState::Excluded)];
    snap("map-zoomed-360-light", &narrow, &looks(&counts, &chosen), "THA", &Palette::light());
    // Disputed land, on colours from the lightest to the darkest: from the Balkans to Somalia, and Kashmir.
    let around = |factor: f64, x: f64, y: f64| {
        layout(640.0, 292.0, 2.0, factor, (x / size().0, y / size().1))
    };
    let west = looks(&counts, &[]);
    snap("map-disputed-west-light", &around(4.0, 260.0, 320.0), &west, "", &Palette::light());
    snap("map-disputed-black-sea-dark", &around(11.0, 395.0, 200.0), &west, "", &Palette::dark());
    let south = looks(&support, &[]);
    snap("map-disputed-south-light", &around(9.0, 610.0, 260.0), &south, "", &Palette::light());
}
