//! A column of countries on the map.

use crate::components::figure::chart_table::{TableRow, TableView};
use crate::components::figure::source::FigureFile;
use crate::components::map_chart::{
    AreaClick, LegendEntry, MapFigure, MapMark, MapZoom, ZoomChange,
};
use crate::components::standing::{mark_state, standing_words};
use crate::components::tooltip::Tip;
use crate::reactive::memo;
use explorer_chart::{AreaLook, Tone};
use explorer_dataset::tables::SUBJECT;
use explorer_explore::filter::Standing;
use explorer_number::grouped;
use explorer_order::ordered;
use explorer_table::column_kind::country;
use explorer_table::country_counts::CountryCount;
use explorer_table::measure::Measure;
use explorer_table::{Answer, Question};
use explorer_view::classes::{class_of, classes};
use explorer_view::zoom::Zoom;
use leptos::html;
use leptos::prelude::*;

use super::column_facet::standing;
use super::open_table::{ColumnName, use_open_table};
use super::tips::value_tip;
use crate::pages::file::store::{FileStore, use_file_store};

/// A country of the table on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
struct MapCountry {
    /// Its area in the world.
    area: usize,
    count: CountryCount,
    standing: Standing,
}

impl MapCountry {
    fn spoken(&self) -> String {
        let (_, standing) = standing_words(self.standing);
        let CountryCount { label, rows, .. } = &self.count;
        format!("{label}: {} {}{standing}", grouped(*rows), noun(*rows))
    }
}

/// The map of a column of countries.
#[component]
pub fn CountryMap(
    /// The column.
    column: usize,
) -> impl IntoView {
    let node = NodeRef::<html::Figure>::new();
    let store = use_file_store();
    let table = use_open_table().in_sight(node);
    let ColumnName { name, dimension } = table.column(column);
    let answer = table.follow(
        move || Some(Question::Map { column }),
        |answer| match answer {
            Answer::Map(counts) => Some(counts),
            _ => None,
        },
    );
    let chosen = table.chosen(dimension);
    let countries = memo(move || {
        let on_map = |count: &CountryCount| {
            let standing =
                chosen.with(|(included, excluded)| standing(count.bin, included, excluded));
            let area = store.world.index_of(&count.code)?;
            Some(MapCountry { area, count: count.clone(), standing })
        };
        answer.with(|answer| answer.countries.iter().filter_map(on_map).collect::<Vec<_>>())
    });
    let classes = memo(move || {
        countries
            .with(|all| classes(all.iter().map(|country| country.count.rows).max().unwrap_or(0)))
    });
    let looks = memo(move || {
        countries.with(|countries| classes.with(|classes| looks(store, countries, classes)))
    });
    let marks = memo(move || {
        let mark = |country: &MapCountry| MapMark {
            uncertain: 0,
            area: Some(country.area),
            value: country.count.bin.to_string(),
            count: country.count.rows,
            spoken: country.spoken(),
            standing: country.standing,
        };
        countries.with(|countries| countries.iter().map(mark).collect::<Vec<_>>())
    });
    let legend = memo(move || {
        countries.with(|countries| classes.with(|classes| legend(countries, classes)))
    });
    // The map's colours are of rows, whatever other charts count.
    let numbers = table.numbers(column, Signal::stored(Measure::Rows));
    let file = FigureFile { name: name.clone(), numbers };
    let finding = memo(move || {
        let some =
            countries.with(|all| all.iter().filter(|country| country.count.rows > 0).count());
        match some {
            1 => format!("{name}: 1 country"),
            count => format!("{name}: {count} countries"),
        }
    });
    let numbers = memo(move || countries.with(|countries| table_view(countries)));
    // Where a reader looks is no filter, and no step of the history.
    let zoom = RwSignal::new(Zoom::World);
    let zoom = MapZoom {
        zoom: zoom.into(),
        on_zoom: Callback::new(move |ZoomChange { zoom: wanted, .. }| zoom.set(wanted)),
        region: None,
    };
    let on_choose = Callback::new(move |AreaClick { area, shift, alt }: AreaClick| {
        let bin = countries.with_untracked(|countries| {
            countries.iter().find(|country| country.area == area).map(|country| country.count.bin)
        });
        if let Some(bin) = bin {
            table.click_value(dimension, bin, shift, alt);
        }
    });
    let tip = Callback::new(move |area: usize| {
        let found = countries.with_untracked(|countries| {
            countries.iter().find(|country| country.area == area).cloned()
        });
        let Some(MapCountry { count, standing, .. }) = found else {
            return empty_tip(store, area);
        };
        let in_view = answer.with_untracked(|answer| answer.in_view);
        Some(value_tip(&count.label, Measure::Rows, "", count.rows, in_view, standing))
    });
    let name_of = Callback::new(move |id: String| {
        country(&store.countries(), &id).map(|country| country.name_en.clone())
    });
    view! {
        <MapFigure
            id=format!("own-map-{column}")
            file=Some(file)
            subtitle=Signal::stored("Rows by country".to_owned())
            table=numbers
            world=store.world
            subject="China"
            zoom=Some(zoom)
            finding name_of looks marks legend on_choose tip node
        />
    }
}

/// How each area of the world is drawn.
fn looks(store: FileStore, countries: &[MapCountry], classes: &[(u32, u32)]) -> Vec<AreaLook> {
    let including = countries.iter().any(|country| country.standing == Standing::Included);
    let known = store.countries();
    let look = |(index, area): (usize, &explorer_geometry::Area)| {
        let found = countries.iter().find(|country| country.area == index);
        let class = found.and_then(|country| class_of(classes, country.count.rows));
        let tone = match class {
            Some(at) => Tone::Class { at, of: classes.len() },
            None if area.id == SUBJECT => Tone::Subject,
            None if country(&known, &area.id).is_some() => Tone::NoRecord,
            None => Tone::Other,
        };
        let standing = found.map_or(Standing::Free, |country| country.standing);
        AreaLook { tone, state: mark_state(standing, including), is_dotted: false }
    };
    store.world.areas.iter().enumerate().map(look).collect()
}

/// What is said of an area that no row has.
fn empty_tip(store: FileStore, area: usize) -> Option<Tip> {
    let area = store.world.areas.get(area)?;
    let known = store.countries();
    let name = country(&known, &area.id).map(|country| country.name_en.clone());
    let title = name.or_else(|| area.name.clone())?;
    Some(Tip { at: (0.0, 0.0), title, lines: Vec::new(), hint: "No row" })
}

fn table_view(countries: &[MapCountry]) -> TableView {
    let countries = ordered(
        countries.iter().map(|country| &country.count).collect(),
        &|one: &&CountryCount, other| other.rows.cmp(&one.rows).then(one.bin.cmp(&other.bin)),
    );
    let row = |country: &CountryCount| TableRow {
        uncertain: 0,
        value: country.bin.to_string(),
        label: country.label.clone(),
        count: country.rows,
        words: None,
        total: country.total,
        parts: Vec::new(),
    };
    TableView {
        uncertain: false,
        difference: false,
        first: "Country",
        counted: "Rows",
        parts: Vec::new(),
        all: "all rows",
        whole: 0,
        rows: countries.into_iter().map(row).collect(),
        sum: None,
    }
}

fn noun(rows: u32) -> &'static str {
    if rows == 1 { "row" } else { "rows" }
}

/// What the colours mean.
fn legend(countries: &[MapCountry], classes: &[(u32, u32)]) -> Vec<LegendEntry> {
    let of = classes.len();
    let entry = |(at, &(from, to)): (usize, &(u32, u32))| {
        let range = match from == to {
            true => grouped(from),
            false => format!("{}\u{2013}{}", grouped(from), grouped(to)),
        };
        let there =
            countries.iter().filter(|country| (from..=to).contains(&country.count.rows)).count();
        LegendEntry {
            tone: Tone::Class { at, of },
            label: format!("{range} {}", noun(to)),
            countries: u32::try_from(there).ok(),
        }
    };
    let none = LegendEntry { tone: Tone::NoRecord, label: "No row".to_owned(), countries: None };
    classes.iter().enumerate().map(entry).chain([none]).collect()
}
