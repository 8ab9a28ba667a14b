//! A side of the comparison on the map. Its classes are those of all maps, so both maps have one legend:
//! one colour is one number.

use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Selection, Standing};
use explorer_explore::measure::Measure;
use explorer_number::grouped;
use explorer_view::chart::Chart;
use explorer_view::compare::behind::with_value;
use explorer_view::compare::pair::Half;
use explorer_view::layer::Layer;
use explorer_view::map::map_model;
use explorer_view::ranking::count_order;
use explorer_view::uncertain;
use leptos::prelude::*;

use super::figures::EITHER;
use super::model::{CompareModel, use_comparison};
use crate::components::figure::chart_table::{TableRow, TableView};
use crate::components::map_chart::{AreaClick, Legend, MapFigure, MapMark};
use crate::components::records::map::{legend, looks};
use crate::components::tooltip::{Tip, TipLine};
use crate::reactive::memo;
use crate::store::use_store;

/// A country of either side.
#[derive(Debug, Clone, Copy, PartialEq)]
struct HalfCountry {
    code: Code,
    /// Its count on this side, and how much of that is uncertain.
    count: u32,
    uncertain: u32,
    /// Its count on the other side.
    other: u32,
}

/// What the colours of both maps mean. Its classes count no countries: the maps differ in that.
#[component]
pub fn MapsLegend() -> impl IntoView {
    let CompareModel { comparison, .. } = use_comparison();
    let explorer = use_store().explorer;
    let entries = memo(move || {
        comparison.with(|it| {
            let outcome = &it.half(Half::A).outcome;
            let map = map_model(explorer, &Filters::default(), outcome, &Layer::Measure);
            let mut entries = legend(&map);
            entries.iter_mut().for_each(|entry| entry.countries = None);
            entries
        })
    });
    view! { <Legend entries label="What the colours of both maps mean" /> }
}

/// A side on the map.
#[component]
pub fn HalfMap(
    /// Which side.
    half: Half,
    /// Whether it has a legend of its own: beside the other map, one is for both.
    #[prop(optional)]
    with_legend: bool,
) -> impl IntoView {
    let model = use_comparison();
    let CompareModel { store, comparison, names, .. } = model;
    let explorer = store.explorer;
    let at = half as usize;
    let chart = Chart::ComparedMap(if half == Half::A { 0 } else { 1 });
    let map = memo(move || {
        comparison.with(|it| {
            // Whatever countries the side chooses, its map shows those that it has.
            map_model(explorer, &Filters::default(), &it.half(half).outcome, &Layer::Measure)
        })
    });
    let looks = memo(move || map.with(|map| looks(store, map, &Selection::default())));
    let entries = explorer.table().dictionary(Facet::Country).entries();
    // The countries of either side, from the most of this one to the fewest.
    let countries = memo(move || {
        comparison.with(|it| {
            let outcome = &it.half(half).outcome;
            let counts = outcome.facet(Facet::Country);
            let uncertain = outcome.uncertain_of(Facet::Country);
            let others = it.half(half.other()).outcome.facet(Facet::Country);
            let order = count_order(explorer, outcome, Facet::Country).into_iter();
            let counted = order.map(|code| {
                let at = usize::from(code);
                HalfCountry { code, count: counts[at], uncertain: uncertain[at], other: others[at] }
            });
            counted.filter(|it| it.count > 0 || it.other > 0).collect::<Vec<_>>()
        })
    });
    let marks = memo(move || {
        let measure = comparison.with(|it| it.measure);
        let name = names.with(|names| names[at].clone());
        let mark = |country: &HalfCountry| {
            let HalfCountry { code, count, uncertain, .. } = *country;
            let entry = entries.get(usize::from(code)).filter(|_| count > 0)?;
            let noun = measure.noun(count);
            Some(MapMark {
                uncertain,
                area: store.places.area(code),
                value: entry.id.clone(),
                count,
                spoken: format!(
                    "{}: {name}, {} {noun}{}",
                    entry.label,
                    grouped(count),
                    uncertain::spoken(uncertain)
                ),
                standing: Standing::Free,
            })
        };
        countries.with(|countries| countries.iter().filter_map(mark).collect::<Vec<_>>())
    });
    let entries_of_legend = memo(move || map.with(legend));
    let finding = memo(move || {
        let name = names.with(|names| names[at].clone());
        map.with(|map| format!("{}: {name}. {}", half.letter(), map.finding))
    });
    let subtitle = memo(move || {
        map.with(|map| format!("{}, the colours as on the other map{}", map.subtitle, map.key()))
    });
    let table = memo(move || {
        let either = store.outcome.get();
        let row = |country: &HalfCountry| {
            let entry = entries.get(usize::from(country.code))?;
            Some(TableRow {
                uncertain: country.uncertain,
                value: entry.id.clone(),
                label: entry.label.clone(),
                count: country.count,
                words: None,
                total: either.facet(Facet::Country).get(usize::from(country.code)).copied()?,
                parts: vec![country.other],
            })
        };
        TableView {
            uncertain: false,
            difference: true,
            first: "Country",
            counted: half.letter(),
            parts: vec![half.other().letter().to_owned()],
            all: EITHER,
            whole: 0,
            rows: countries.with(|countries| countries.iter().filter_map(row).collect()),
            sum: None,
        }
    });
    let name_of = Callback::new(move |id: String| {
        store.explorer.dataset().country(&id).map(|country| country.name_en.clone())
    });
    let on_choose = Callback::new(move |AreaClick { area, .. }: AreaClick| {
        let Some(entry) = store.places.code(area).and_then(|code| entries.get(usize::from(code)))
        else {
            return;
        };
        let scope = comparison.with_untracked(|it| {
            let counted = it.half(half);
            let code = store.places.code(area).map(usize::from)?;
            let count = counted.outcome.facet(Facet::Country).get(code)?;
            (*count > 0).then(|| counted.scope.clone())
        });
        if let Some(scope) = scope {
            model.open_records(&with_value(&scope, Facet::Country, &entry.id));
        }
    });
    let tip = Callback::new(move |area: usize| {
        let code = store.places.code(area)?;
        let entry = entries.get(usize::from(code))?;
        comparison.with_untracked(|it| {
            let lines = Half::BOTH.map(|half| {
                let counts = it.half(half).outcome.facet(Facet::Country);
                let count = counts.get(usize::from(code)).copied().unwrap_or_default();
                TipLine {
                    color: if half == Half::A { "--side-a" } else { "--side-b" },
                    label: names.with_untracked(|names| names[half as usize].clone()),
                    value: grouped(count),
                }
            });
            let hint = match it.measure {
                Measure::Countries => "",
                _ => "Click: the records of this side",
            };
            Some(Tip { at: (0.0, 0.0), title: entry.label.clone(), lines: lines.into(), hint })
        })
    });
    view! {
        <MapFigure
            id=chart.id()
            finding subtitle table
            world=&store.places.world
            name_of
            subject="China"
            looks marks
            legend=entries_of_legend
            zoom=None
            on_choose tip with_legend
        />
    }
}
