//! The table of officials, the heat maps and the profiles of officials against a naive reading of
//! the JSON records.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod naive;

use std::collections::BTreeSet;

use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_explore::grain::Grain;
use explorer_explore::measure::Measure;
use explorer_view::heat::{CrossTable, choose, short};
use explorer_view::people::{MOST_REGIONS, officials, within_year};
use explorer_view::profile::{Side, foreign_side, numbers};
use explorer_view::seniority::OFFICES;
use explorer_view::state::{Page, ViewState};
use naive::{EXPLORER, JSON, PAIRS, Pair, day, filters, in_range, measured, passing, slug};
use proptest::prelude::*;
use serde_json::Value;

/// The facets that heat maps cross.
const CROSSED: [[Facet; 2]; 2] = [[Facet::Official, Facet::Region], [Facet::Office, Facet::Agency]];

/// Filters of a reader, without the range half of the time.
fn having(pairs: &[Pair], facet: Facet, id: &str) -> Vec<Pair> {
    let has = |pair: &Pair| pair.values(facet).iter().any(|value| value == id);
    pairs.iter().copied().filter(has).collect()
}

fn without(filters: &Filters, facets: &[Facet]) -> Filters {
    let mut open = filters.clone();
    facets.iter().for_each(|facet| open.clear(*facet));
    open
}

fn cross(base: &Filters, filters: &Filters, measure: Measure, facets: [Facet; 2]) -> CrossTable {
    CrossTable::of(&EXPLORER, base, filters, measure, facets)
}

fn measures() -> impl Strategy<Value = Measure> {
    prop::sample::select(Measure::ALL.to_vec())
}

/// Every number of a cross table, and that no value with a count is missing.
fn is_right(table: &CrossTable, filters: &Filters, measure: Measure, facets: [Facet; 2]) {
    let mine = passing(&without(filters, &facets), true);
    for (facet, values) in facets.into_iter().zip([&table.rows, &table.columns]) {
        let shown: BTreeSet<_> = values.iter().map(|value| value.id.clone()).collect();
        assert_eq!(shown.len(), values.len(), "no value twice");
        let counted = EXPLORER.table().dictionary(facet).entries().iter().filter(|entry| {
            measured(&having(&mine, facet, &entry.id), measure) > 0
                || filters.selection(facet).standing(&entry.id) != Standing::Free
        });
        assert_eq!(shown, counted.map(|entry| entry.id.clone()).collect::<BTreeSet<_>>());
        for value in values {
            let all = having(&PAIRS, facet, &value.id);
            assert_eq!(value.count, measured(&having(&mine, facet, &value.id), measure));
            assert_eq!(value.total, measured(&all, measure));
            assert_eq!(value.standing, filters.selection(facet).standing(&value.id));
        }
        let key = |at: usize| (values[at].is_absence(), u32::MAX - values[at].count);
        assert!((1..values.len()).all(|at| key(at - 1) <= key(at)), "ranked, absences last");
    }
    let mut cells = Vec::new();
    for (at, row) in table.rows.iter().enumerate() {
        let of_row = having(&mine, facets[0], &row.id);
        for (column, value) in table.columns.iter().enumerate() {
            let count = measured(&having(&of_row, facets[1], &value.id), measure);
            assert_eq!(table.count(at, column), count, "{} {}", row.id, value.id);
            assert_eq!(table.row(at)[column], count);
            let certain: Vec<_> = having(&of_row, facets[1], &value.id)
                .into_iter()
                .filter(|pair| pair.is_certain())
                .collect();
            assert_eq!(table.uncertain(at, column), count - measured(&certain, measure));
            cells.push(count);
        }
    }
    assert_eq!(table.cells(), cells);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_cell_equals_the_naive_count(filters in filters(), measure in measures(), which in 0..2usize) {
        let facets = CROSSED[which];
        is_right(&cross(&Filters::default(), &filters, measure, facets), &filters, measure, facets);
    }

    #[test]
    fn a_figure_about_less_counts_within_it(filters in filters(), measure in measures()) {
        let mut base = Filters::default();
        base.set(Facet::Format, "bilateral", Standing::Included);
        let table = cross(&base, &filters, measure, CROSSED[0]);
        let mine = passing(&without(&filters.within(&base), &CROSSED[0]), true);
        for (at, row) in table.rows.iter().enumerate() {
            prop_assert_eq!(row.count, measured(&having(&mine, Facet::Official, &row.id), measure));
            for (column, value) in table.columns.iter().enumerate() {
                let both = having(&having(&mine, Facet::Official, &row.id), Facet::Region, &value.id);
                prop_assert_eq!(table.count(at, column), measured(&both, measure));
            }
        }
    }

    #[test]
    fn what_a_cell_counts_is_what_a_click_on_it_leaves(filters in filters(), measure in measures(), at in any::<prop::sample::Index>()) {
        let facets = CROSSED[0];
        let table = cross(&Filters::default(), &filters, measure, facets);
        prop_assume!(!table.rows.is_empty() && !table.columns.is_empty());
        let at = at.index(table.rows.len() * table.columns.len());
        let (row, column) = (at / table.columns.len(), at % table.columns.len());
        let pair = [(facets[0], table.rows[row].id.clone()), (facets[1], table.columns[column].id.clone())];
        let mut clicked = without(&filters, &facets);
        choose(&mut clicked, &pair, false);
        prop_assert_eq!(EXPLORER.explore(&clicked, measure).summary.get(measure), table.count(row, column));
        // And the second click leads out again.
        choose(&mut clicked, &pair, false);
        prop_assert_eq!(clicked, without(&filters, &facets));
    }

    #[test]
    fn every_number_of_the_officials_equals_the_naive_one(filters in filters(), measure in measures()) {
        let rows = officials(&EXPLORER, &Filters::default(), &filters, measure);
        prop_assert_eq!(rows.len(), JSON["officials"].as_array().unwrap().len() + 1);
        let open = without(&filters, &[Facet::Official]);
        let (in_range_of, any_time) = (passing(&open, true), passing(&open, false));
        for row in &rows {
            let (mine, ever) = [&in_range_of, &any_time].map(|pairs| having(pairs, Facet::Official, row.id())).into();
            let mine: Vec<Pair> = mine;
            prop_assert_eq!(row.count, measured(&mine, measure));
            let years: Vec<i16> = EXPLORER.table().years().map(|year| i16::try_from(year).unwrap()).collect();
            prop_assert_eq!(years.len(), row.years.len());
            for (year, count) in years.iter().zip(&row.years) {
                let of_year: Vec<_> = mine.iter().copied().filter(|p| p.date().year() == *year).collect();
                prop_assert_eq!(*count, measured(&of_year, measure));
                // The link of the number shows as many.
                if *count > 0 {
                    let mut link = without(&filters, &[Facet::Official]);
                    link.set(Facet::Official, row.id(), Standing::Included);
                    link.range = within_year(filters.range, (*year).into());
                    prop_assert_eq!(EXPLORER.explore(&link, measure).summary.get(measure), *count);
                }
            }
            let formats = EXPLORER.table().dictionary(Facet::Format).entries();
            for (format, count) in formats.iter().zip(&row.formats) {
                prop_assert_eq!(*count, measured(&having(&mine, Facet::Format, &format.id), measure));
            }
            let (first, last) = EXPLORER.table().months().unwrap();
            for (bin, count) in Grain::Quarter.bins(first, last).into_iter().zip(&row.quarters) {
                let (from, to) = (bin.from().unwrap().first_day(), bin.to().unwrap().last_day());
                let ever: &Vec<Pair> = &ever;
                let inside: Vec<_> = ever.iter().copied().filter(|p| (from..=to).contains(&p.date().first_day())).collect();
                prop_assert_eq!(*count, measured(&inside, measure));
            }
            let regions = EXPLORER.table().dictionary(Facet::Region).entries();
            let of = |id: &str| measured(&having(&mine, Facet::Region, id), measure);
            let mut counts: Vec<u32> = regions.iter().map(|region| of(&region.id)).filter(|count| *count > 0).collect();
            counts.sort_by(|a, b| b.cmp(a));
            counts.truncate(MOST_REGIONS);
            prop_assert_eq!(row.regions.iter().map(|(_, count)| *count).collect::<Vec<_>>(), counts);
            for (code, count) in &row.regions {
                prop_assert_eq!(of(&regions[usize::from(*code)].id), *count);
            }
            let office = OFFICES.into_iter().find(|id| mine.iter().any(|p| p.office().as_deref() == Some(id)));
            let offices = EXPLORER.table().dictionary(Facet::Office);
            prop_assert_eq!(row.office.and_then(|code| offices.entry(code)).map(|e| e.id.as_str()), office);
        }
        // Agency by agency, from the top, what names nobody at the end.
        let agency = |at: usize| rows[at].official.map(|official| official.agency.clone());
        for at in 1..rows.len() {
            prop_assert!(agency(at) != agency(at - 1) || rows[at].count <= rows[at - 1].count);
        }
        let mut groups: Vec<_> = (0..rows.len()).map(agency).collect();
        groups.dedup();
        let agencies = ["MPS", "CPLC", "MSS"].map(|id| Some(id.to_owned())).into_iter();
        prop_assert_eq!(groups, agencies.chain([None]).collect::<Vec<_>>());
    }

    #[test]
    fn a_year_within_a_range_is_what_both_contain(from in prop::option::of(day()), to in prop::option::of(day()), year in 2022..2027i32, date in day()) {
        let range = explorer_explore::filter::DateRange::new(from, to);
        let whole = within_year(Default::default(), year).from().unwrap();
        let inside = i32::from(date.year()) == year;
        // What lies outside of either is asked for by no link.
        prop_assume!(inside && in_range(date, range) && in_range(whole, range));
        prop_assert!(in_range(date, within_year(range, year)), "{date} {range:?} {year}");
    }
}

#[test]
fn the_heat_maps_of_all_records() {
    let everything = Filters::default();
    for facets in CROSSED {
        for measure in Measure::ALL {
            let table = cross(&everything, &everything, measure, facets);
            is_right(&table, &everything, measure, facets);
        }
    }
    let regions = cross(&everything, &everything, Measure::Interactions, CROSSED[0]);
    assert_eq!((regions.rows.len(), regions.columns.len()), (15, 13));
    assert_eq!(
        regions.finding(false, ""),
        "Wang Xiaohong meets Southeast Asia most: 53 of 234 interactions"
    );
    let offices = cross(&everything, &everything, Measure::Events, CROSSED[1]);
    assert!(offices.finding(true, "The ").starts_with("The MPS meets Interior and police most: "));
}

#[test]
fn titles_say_what_there_is() {
    let of = |agency: &str, region: &str| {
        let mut filters = Filters::default();
        filters.set(Facet::Agency, agency, Standing::Included);
        filters.set(Facet::Country, region, Standing::Included);
        cross(&Filters::default(), &filters, Measure::Interactions, CROSSED[0]).finding(false, "")
    };
    assert_eq!(of("MSS", "SLB"), "Nothing in view");
    let vietnam = of("MSS", "VNM");
    assert!(vietnam.starts_with("Chen Yixin meets Southeast Asia only: "), "{vietnam}");
}

#[test]
fn clicks_choose_pairs_and_lines() {
    let cell = |official: &str, region: &str| {
        [(Facet::Official, official.to_owned()), (Facet::Region, region.to_owned())]
    };
    let included = |filters: &Filters| {
        [Facet::Official, Facet::Region].map(|facet| {
            filters.selection(facet).included().iter().cloned().collect::<Vec<_>>().join(",")
        })
    };
    let mut filters = Filters::default();
    choose(&mut filters, &cell("a", "x"), false);
    choose(&mut filters, &cell("b", "x"), true);
    assert_eq!(included(&filters), ["a,b", "x"]);
    // Taking one back leaves the other one's pair.
    choose(&mut filters, &cell("b", "x"), true);
    assert_eq!(included(&filters), ["a", "x"]);
    choose(&mut filters, &cell("a", "x"), true);
    assert_eq!(filters, Filters::default());
    // A line alone is a facet's value.
    let line = &cell("a", "x")[..1];
    choose(&mut filters, line, false);
    choose(&mut filters, &cell("b", "x")[..1], true);
    assert_eq!(included(&filters), ["a,b", ""]);
    choose(&mut filters, line, false);
    assert_eq!(included(&filters), ["a", ""]);
    choose(&mut filters, line, false);
    assert_eq!(filters, Filters::default());
    // An exclusion gives way to a choice.
    filters.toggle_exclude(Facet::Region, "y");
    choose(&mut filters, &cell("a", "x"), false);
    assert_eq!(included(&filters), ["a", "x"]);
    assert!(filters.selection(Facet::Region).excluded().is_empty());
}

#[test]
fn every_region_has_a_short_name() {
    let table = cross(&Filters::default(), &Filters::default(), Measure::Events, CROSSED[0]);
    for region in &table.columns {
        let short = short(region);
        assert!(short.split(' ').all(|part| part.chars().count() <= 5), "{short}");
    }
}

/// The view of an official's profile, and what is in it.
fn profile(id: &str, filters: Filters) -> (ViewState, explorer_explore::outcome::Outcome) {
    let mut state = ViewState::default();
    state.filters = filters;
    let state = state.on(Page::Official(id.to_owned()));
    let outcome = EXPLORER.explore(&state.scope(), Measure::Interactions);
    (state, outcome)
}

#[test]
fn profiles_count_and_place_each_official() {
    let all = JSON["officials"].as_array().unwrap();
    let count = |id: &str| having(&PAIRS, Facet::Official, id).len();
    for official in all {
        let id = official["id"].as_str().unwrap();
        let (state, outcome) = profile(id, Filters::default());
        let mine = having(&PAIRS, Facet::Official, id);
        let numbers = numbers(&EXPLORER, &state, &outcome);
        for measure in Measure::ALL {
            assert_eq!(numbers.in_view.get(measure), measured(&mine, measure), "{id}");
        }
        assert_eq!(numbers.in_view, numbers.all);
        let days = || mine.iter().map(|pair| pair.date().first_day());
        let contacts = numbers.contacts.unwrap();
        assert_eq!(Some(contacts.first.first_day()), days().min());
        assert_eq!(Some(contacts.last.first_day()), days().max());
        // Who is not named has no place among those who are.
        let others = || all.iter().map(|other| count(other["id"].as_str().unwrap()));
        let place = numbers.place.unwrap();
        assert_eq!(place.position, 1 + others().filter(|n| *n > mine.len()).count(), "{id}");
        assert_eq!(place.shared_with, others().filter(|n| *n == mine.len()).count() - 1);
        assert_eq!(place.of, others().filter(|n| *n > 0).count());
    }
}

#[test]
fn people_whom_an_official_met_are_told_apart_by_side() {
    for official in JSON["officials"].as_array().unwrap() {
        let id = official["id"].as_str().unwrap();
        let (_, outcome) = profile(id, Filters::default());
        let mine = having(&PAIRS, Facet::Official, id);
        let people = foreign_side(&EXPLORER, &outcome);
        let names = |pair: &Pair| -> BTreeSet<String> {
            let also = pair.side["also"].as_array().cloned().unwrap_or_default();
            let all = std::iter::once(pair.side.clone()).chain(also);
            all.filter_map(|person: Value| person["name"].as_str().map(str::to_owned)).collect()
        };
        let side = |pair: &Pair| match pair.country() {
            Some(iso3) => iso3.to_owned(),
            None => slug("organizations", pair.side["organization"].as_str().unwrap()),
        };
        let expected: BTreeSet<(String, String)> =
            mine.iter().flat_map(|p| names(p).into_iter().map(|name| (side(p), name))).collect();
        let named = || people.iter().filter(|person| person.name.is_some());
        assert_eq!(named().count(), expected.len(), "{id}");
        for person in named() {
            let of = match person.side {
                Side::Country(iso3) => iso3.to_owned(),
                Side::Organization(word) => slug("organizations", word),
            };
            let name = person.name.unwrap();
            let with = mine.iter().filter(|p| side(p) == of && names(p).contains(name)).count();
            assert_eq!(person.count as usize, with, "{id}: {name} of {of}");
        }
        assert!(people.windows(2).all(|w| w[0].name.is_some() || w[1].name.is_none()));
    }
}
