//! The table of countries and the profiles against a naive reading of the JSON records.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod naive;

use std::collections::BTreeSet;

use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_explore::measure::Measure;
use explorer_explore::search::fold;
use explorer_view::countries::{
    CountryRow, CountryTotal, offered, organizations, quarters, rows, total,
};
use explorer_view::country_table::{CountryColumn, CountrySort, Period, Periods, Side};
use explorer_view::met_at::{MetAt, choices};
use explorer_view::people::within_year;
use explorer_view::profile::{YearLine, chinese_side, foreign_side, numbers, only, years};
use explorer_view::seniority::OFFICES;
use explorer_view::state::{Page, ViewState};
use explorer_view::years::years as data_years;
use naive::{EXPLORER, JSON, PAIRS, Pair, day, filters, in_range, measured, passing, record_of};
use proptest::prelude::*;
use serde_json::Value;

/// The default view with these filters.
fn filtered(filters: Filters) -> ViewState {
    let mut state = ViewState::default();
    state.filters = filters;
    state
}

fn periods() -> impl Strategy<Value = Periods> {
    [prop::option::of((day(), day())), prop::option::of((day(), day()))].prop_map(|chosen| {
        let mut periods = Periods::default();
        for (side, dates) in Side::BOTH.into_iter().zip(chosen) {
            if let Some((from, to)) = dates {
                periods.choose(side, Period::new(from, to));
            }
        }
        periods
    })
}

fn sorts() -> impl Strategy<Value = CountrySort> {
    let years = YEARS.map(|year| CountryColumn::Year(i16::try_from(year).unwrap()));
    (prop::sample::select([&CountryColumn::ALL[..], &years].concat()), any::<bool>())
        .prop_map(|(column, descending)| CountrySort { column, descending })
}

const YEARS: [i32; 5] = [2022, 2023, 2024, 2025, 2026];

fn in_year(pairs: &[Pair], year: i32) -> Vec<Pair> {
    pairs.iter().copied().filter(|pair| i32::from(pair.date().year()) == year).collect()
}

/// What was at or beside forums, and what is said of it.
fn at_forums(pairs: &[Pair], measure: Measure) -> (u32, String) {
    let with: Vec<Pair> =
        pairs.iter().copied().filter(|pair| !pair.event["forum"].is_null()).collect();
    let forums: BTreeSet<_> =
        with.iter().map(|pair| pair.event["forum"].as_str().unwrap()).collect();
    let words = match (with.len(), forums.first()) {
        (0, _) => String::new(),
        (some, Some(forum)) if some == pairs.len() && forums.len() == 1 => {
            let words = JSON["codebook"]["vocabularies"]["forums"].as_array().unwrap();
            let label = words.iter().find(|w| w["word"] == *forum).unwrap()["label"].as_str();
            format!("all, {}", label.unwrap().split(" (").next().unwrap())
        }
        (some, _) if some == pairs.len() => "all".to_owned(),
        (some, _) => {
            let share = (some as f64 / pairs.len() as f64 * 100.0).round();
            format!("{share}%")
        }
    };
    (measured(&with, measure), words)
}

/// The sums are those of the interactions with the countries listed.
fn total_is_right(total: &CountryTotal, filters: &Filters, periods: Periods, measure: Measure) {
    let of_countries = |pairs: Vec<Pair>, listed: &BTreeSet<&str>| -> Vec<Pair> {
        let is_listed = |pair: &Pair| pair.country().is_some_and(|iso3| listed.contains(iso3));
        pairs.into_iter().filter(is_listed).collect()
    };
    let in_view = passing(filters, true);
    let listed: BTreeSet<_> = in_view.iter().filter_map(|pair| pair.country()).collect();
    let mine = of_countries(in_view.clone(), &listed);
    let any_time = of_countries(passing(filters, false), &listed);
    assert_eq!(total.countries, listed.len());
    assert_eq!(total.count, measured(&mine, measure));
    for (column, part) in CountryColumn::PARTS.into_iter().zip(total.parts) {
        let (facet, id) = column.part().unwrap();
        let having: Vec<_> =
            mine.iter().copied().filter(|p| p.values(facet).contains(&id.to_owned())).collect();
        assert_eq!(part, measured(&having, measure), "{}", column.id());
    }
    for (year, count) in &total.years {
        assert_eq!(*count, measured(&in_year(&mine, *year), measure), "{year}");
    }
    assert_eq!(total.forums.count, at_forums(&mine, measure).0);
    for (side, count) in Side::BOTH.into_iter().zip(total.periods) {
        let range = periods.period(side).unwrap().range();
        let inside: Vec<_> =
            any_time.iter().copied().filter(|p| in_range(p.date(), range)).collect();
        assert_eq!(count, measured(&inside, measure), "{}", side.key());
    }
}

fn is_right(
    row: &CountryRow,
    all: &[CountryRow],
    filters: &Filters,
    periods: Periods,
    measure: Measure,
) {
    let of = |pairs: Vec<Pair>| -> Vec<Pair> {
        pairs.into_iter().filter(|pair| pair.country() == Some(&row.iso3)).collect()
    };
    let (mine, any_time) = (of(passing(filters, true)), of(passing(filters, false)));
    let country = record_of("countries", "iso3", &row.iso3).unwrap();
    assert_eq!(
        (row.name.as_str(), row.name_zh.as_str()),
        (country["name_en"].as_str().unwrap(), country["name_zh"].as_str().unwrap())
    );
    assert_eq!(row.count, measured(&mine, measure), "{}", row.iso3);
    assert_eq!(row.position, 1 + all.iter().filter(|other| other.count > row.count).count());
    for (column, part) in CountryColumn::PARTS.into_iter().zip(row.parts) {
        let (facet, id) = column.part().unwrap();
        let having: Vec<_> =
            mine.iter().copied().filter(|p| p.values(facet).contains(&id.to_owned())).collect();
        assert_eq!(part, measured(&having, measure), "{} {}", row.iso3, column.id());
        assert_eq!(row.number(column), Some(part.into()));
    }
    for (side, count) in Side::BOTH.into_iter().zip(row.periods) {
        let range = periods.period(side).unwrap().range();
        let inside: Vec<_> =
            any_time.iter().copied().filter(|p| in_range(p.date(), range)).collect();
        assert_eq!(count, measured(&inside, measure), "{} {}", row.iso3, side.key());
    }
    for (year, count) in &row.years {
        let of_year = in_year(&mine, *year);
        assert_eq!(*count, measured(&of_year, measure), "{} {year}", row.iso3);
        let column = CountryColumn::Year(i16::try_from(*year).unwrap());
        assert_eq!(row.number(column), Some((*count).into()));
    }
    assert_eq!(row.years.iter().map(|(year, _)| *year).collect::<Vec<_>>(), YEARS);
    let (at_forums, words) = at_forums(&mine, measure);
    assert_eq!(row.forums.count, at_forums, "{}", row.iso3);
    assert_eq!(row.forums.words(&EXPLORER), words, "{}", row.iso3);
    let change = i64::from(row.periods[1]) - i64::from(row.periods[0]);
    assert_eq!(row.number(CountryColumn::Change), Some(change));
    for (bin, count) in quarters(&EXPLORER).into_iter().zip(&row.quarters) {
        let (from, to) = (bin.from().unwrap().first_day(), bin.to().unwrap().last_day());
        let inside =
            any_time.iter().filter(|p| (from..=to).contains(&p.date().first_day())).count();
        assert_eq!(*count as usize, inside, "{} {}", row.iso3, bin.key());
    }
    let days = || mine.iter().map(|pair| pair.date().first_day());
    assert_eq!(Some(row.contacts.first.first_day()), days().min());
    assert_eq!(Some(row.contacts.last.first_day()), days().max());
    let ranks = JSON["codebook"]["vocabularies"]["ranks"].as_array().unwrap();
    let highest = ranks.iter().find(|rank| mine.iter().any(|p| rank["id"] == p.rank().as_str()));
    let id =
        |facet: Facet, code| EXPLORER.table().dictionary(facet).entry(code).map(|e| e.id.as_str());
    assert_eq!(
        row.rank.and_then(|code| id(Facet::Rank, code)),
        highest.map(|r| r["id"].as_str().unwrap())
    );
    let office =
        OFFICES.into_iter().find(|id| mine.iter().any(|p| p.office().as_deref() == Some(id)));
    assert_eq!(row.office.and_then(|code| id(Facet::Office, code)), office);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_of_every_row_equals_the_naive_one(filters in filters(), periods in periods(), sort in sorts(), measure in prop::sample::select(Measure::ALL.to_vec())) {
        let outcome = EXPLORER.explore(&filters, measure);
        let table = rows(&EXPLORER, &outcome, periods, sort);
        let listed: BTreeSet<_> = table.iter().map(|row| row.iso3.as_str()).collect();
        let expected: BTreeSet<_> = passing(&filters, true).iter().filter_map(|p| p.country()).collect();
        prop_assert_eq!(listed, expected);
        total_is_right(&total(&EXPLORER, &outcome, periods, &table), &filters, periods, measure);
        for row in table.iter().step_by(1 + table.len() / 6) {
            is_right(row, &table, &filters, periods, measure);
        }
        for row in organizations(&EXPLORER, &outcome) {
            let of = |p: &Pair| p.organization().as_deref() == Some(&row.id);
            let mine: Vec<_> = passing(&filters, true).into_iter().filter(of).collect();
            prop_assert_eq!(row.count as usize, mine.len());
            prop_assert_eq!(Some(row.contacts.first.first_day()), mine.iter().map(|p| p.date().first_day()).min());
        }
    }

    #[test]
    fn those_met_only_at_forums_have_no_interaction_elsewhere(filters in filters()) {
        let outcome = EXPLORER.explore(&filters, Measure::Interactions);
        let table = rows(&EXPLORER, &outcome, Periods::default(), CountrySort::default());
        let passing = passing(&filters, true);
        let words = JSON["codebook"]["vocabularies"]["forums"].as_array().unwrap();
        for (met, count) in choices(&EXPLORER, &table, &MetAt::Anywhere) {
            let there = |pair: &&Pair| match &met {
                MetAt::Forum(id) => words.iter().any(|w| w["id"] == id.as_str() && w["word"] == pair.event["forum"]),
                _ => !pair.event["forum"].is_null(),
            };
            let countries: BTreeSet<_> = passing.iter().filter_map(|p| p.country()).collect();
            let elsewhere: BTreeSet<_> =
                passing.iter().filter(|p| !there(p)).filter_map(|p| p.country()).collect();
            let listed: BTreeSet<_> = table
                .iter()
                .filter(|row| met.keeps(&EXPLORER, row))
                .map(|row| row.iso3.as_str())
                .collect();
            prop_assert_eq!(listed, &countries - &elsewhere, "{:?}", &met);
            prop_assert_eq!((&countries - &elsewhere).len(), count);
            prop_assert!(count > 0);
            prop_assert_eq!(MetAt::from_id(met.id(), &EXPLORER), Some(met));
        }
    }

    #[test]
    fn a_profile_counts_what_the_table_counts(filters in filters()) {
        let state = filtered(filters).on(Page::Countries);
        let table = rows(&EXPLORER, &EXPLORER.explore(&state.filters, Measure::Interactions), Periods::default(), CountrySort::default());
        for row in table.iter().step_by(1 + table.len() / 4) {
            // The profile drops the filters that its subject decides, so the others are compared.
            let state = state.on(Page::Country(row.iso3.clone()));
            let outcome = EXPLORER.explore(&state.scope(), Measure::Interactions);
            let numbers = numbers(&EXPLORER, &state, &outcome);
            let all = EXPLORER.explore(&state.filters, Measure::Interactions);
            let among = rows(&EXPLORER, &all, Periods::default(), CountrySort::default());
            let same = among.iter().find(|other| other.iso3 == row.iso3).unwrap();
            prop_assert_eq!(numbers.in_view.interactions, same.count);
            prop_assert_eq!(numbers.contacts, Some(same.contacts));
            let place = numbers.place.unwrap();
            prop_assert_eq!((place.position, place.of), (same.position, among.len()));
            let shared = among.iter().filter(|other| other.count == same.count).count() - 1;
            prop_assert_eq!(place.shared_with, shared);
        }
    }
}

fn table(sort: CountrySort) -> Vec<CountryRow> {
    let outcome = EXPLORER.explore(&Filters::default(), Measure::Interactions);
    rows(&EXPLORER, &outcome, Periods::default(), sort)
}

#[test]
fn every_column_sorts_both_ways_and_unknown_offices_come_last() {
    for column in CountryColumn::ALL {
        let first = CountrySort::default().after_click(column);
        let second = first.after_click(column);
        assert_ne!(first.descending, second.descending, "{}", column.id());
        let (down, up) =
            [true, false].map(|descending| table(CountrySort { column, descending })).into();
        assert_eq!((down.len(), up.len()), (72, 72));
        for rows in [&down, &up] {
            // Of forums it is the share that sorts.
            if column != CountryColumn::Forums
                && let Some(numbers) =
                    rows.iter().map(|row| row.number(column)).collect::<Option<Vec<_>>>()
            {
                let sorted =
                    |a: &i64, b: &i64| if std::ptr::eq(rows, &down) { a >= b } else { a <= b };
                assert!(numbers.is_sorted_by(sorted), "{}", column.id());
            }
            if column == CountryColumn::Office {
                let known = rows.iter().take_while(|row| row.office.is_some()).count();
                assert!(known > 0 && rows[known..].iter().all(|row| row.office.is_none()));
            }
        }
    }
    // Equal counts stand by name.
    let by_count = table(CountrySort::default());
    assert!(
        by_count.windows(2).all(|w| w[0].count > w[1].count || fold(&w[0].name) < fold(&w[1].name))
    );
    let by_name = table(CountrySort::default().after_click(CountryColumn::Name));
    assert!(by_name.is_sorted_by_key(|row| fold(&row.name)) && by_name[0].name.starts_with('A'));
}

#[test]
fn every_office_of_the_codebook_has_a_place() {
    let offices = &EXPLORER.dataset().codebook.vocabularies.offices;
    let known: BTreeSet<_> = offices.iter().map(|word| word.id.as_str()).collect();
    assert_eq!(known, OFFICES.into_iter().collect());
}

#[test]
fn pickers_offer_the_years_and_the_halves_of_the_data() {
    let words: Vec<_> =
        offered(&EXPLORER).into_iter().map(|(period, words)| (period.to_string(), words)).collect();
    let words: Vec<_> = words.iter().map(|(p, w)| (p.as_str(), w.as_str())).collect();
    assert_eq!(
        words,
        [
            ("2022", "2022 (from Aug)"),
            ("2023", "2023"),
            ("2024", "2024"),
            ("2025", "2025"),
            ("2026", "2026 (until Mar)"),
            ("2022-08..2024-05", "First half: Aug 2022 – May 2024"),
            ("2024-06..2026-03", "Second half: Jun 2024 – Mar 2026"),
        ]
    );
}

/// The outcome of a profile.
fn profile(page: Page, filters: Filters) -> (ViewState, explorer_explore::outcome::Outcome) {
    let state = filtered(filters).on(page);
    let outcome = EXPLORER.explore(&state.scope(), state.measure);
    (state, outcome)
}

#[test]
fn people_of_both_sides_are_counted_once_per_interaction() {
    let subjects = EXPLORER.dataset().countries.iter().map(|c| Page::Country(c.iso3.clone()));
    let organizations = EXPLORER.table().dictionary(Facet::Organization).entries().iter();
    let subjects = subjects.chain(organizations.map(|o| Page::Organization(o.id.clone())));
    for page in subjects {
        let (state, outcome) = profile(page.clone(), Filters::default());
        let (facet, id) = page.subject().unwrap();
        let mine: Vec<_> =
            PAIRS.iter().filter(|p| p.values(facet).contains(&id.to_owned())).collect();
        assert_eq!(outcome.rows.count() as usize, mine.len(), "{page:?}");

        for person in chinese_side(&EXPLORER, &outcome) {
            let id = person.official.map_or("none", |official| &official.id);
            let having = mine.iter().filter(|p| p.values(Facet::Official).contains(&id.to_owned()));
            assert_eq!(person.count as usize, having.count(), "{page:?} {id}");
            let link = filtered(only(&state.scope(), Facet::Official, id));
            assert_eq!(
                EXPLORER.explore(&link.filters, link.measure).summary.interactions,
                person.count
            );
        }

        let people = foreign_side(&EXPLORER, &outcome);
        let all = |pair: &Pair| -> Vec<Value> {
            let also = pair.side["also"].as_array().cloned().unwrap_or_default();
            std::iter::once(pair.side.clone()).chain(also).collect()
        };
        let names: BTreeSet<_> = mine
            .iter()
            .flat_map(|p| all(p))
            .filter_map(|p| p["name"].as_str().map(str::to_owned))
            .collect();
        assert_eq!(people.iter().filter(|p| p.name.is_some()).count(), names.len(), "{page:?}");
        for person in people.iter().filter(|person| person.name.is_some()) {
            let mut with: Vec<_> = mine
                .iter()
                .filter(|p| all(p).iter().any(|other| other["name"].as_str() == person.name))
                .collect();
            assert_eq!(person.count as usize, with.len(), "{page:?} {:?}", person.name);
            with.sort_by_key(|p| p.date().first_day());
            let last = with[with.len() - 1];
            assert_eq!(person.last.first_day(), last.date().first_day());
            let titles = all(last).into_iter().filter(|p| p["name"].as_str() == person.name);
            let titles: Vec<_> =
                titles.filter_map(|p| p["title"].as_str().map(str::to_owned)).collect();
            let same_day = with.iter().filter(|p| p.date() == last.date()).count() > 1;
            assert!(
                same_day
                    || titles.is_empty()
                    || titles.iter().any(|t| Some(t.as_str()) == person.title),
                "{page:?} {person:?}"
            );
        }
        let unnamed = people.iter().position(|person| person.name.is_none());
        assert!(unnamed.is_none_or(|at| people[at..].iter().all(|person| person.name.is_none())));
    }
}

#[test]
fn a_country_without_records_has_numbers_too() {
    let (state, outcome) = profile(Page::Country("AND".to_owned()), Filters::default());
    let none = numbers(&EXPLORER, &state, &outcome);
    assert_eq!((none.in_view.interactions, none.all.interactions), (0, 0));
    assert_eq!((none.contacts, none.place), (None, None));
    let (state, outcome) = profile(Page::Organization("interpol".to_owned()), Filters::default());
    let interpol = numbers(&EXPLORER, &state, &outcome);
    assert!(interpol.all.interactions > 0 && interpol.place.is_none());
}

#[test]
fn who_is_met_at_one_forum_only_stands_together() {
    let column = CountryColumn::Forums;
    let sorted = table(CountrySort::default().after_click(column));
    let only = |row: &CountryRow| row.forums.words(&EXPLORER) == "all, Lianyungang forum";
    let first = sorted.iter().position(only).unwrap();
    let found: BTreeSet<_> =
        sorted[first..].iter().take_while(|row| only(row)).map(|row| row.iso3.as_str()).collect();
    // They are those that are gone when what was around the forum is left out.
    let mut without = Filters::default();
    without.toggle_exclude(Facet::Forum, "gpscfl");
    let outcome = EXPLORER.explore(&without, Measure::Interactions);
    let rest = rows(&EXPLORER, &outcome, Periods::default(), CountrySort::default());
    let rest: BTreeSet<_> = rest.iter().map(|row| row.iso3.as_str()).collect();
    let gone: BTreeSet<_> =
        sorted.iter().map(|row| row.iso3.as_str()).filter(|iso3| !rest.contains(iso3)).collect();
    assert_eq!(found, gone);
    for iso3 in ["GUY", "NIC", "NGA", "SUR", "MDV", "COM", "ARM", "GEO", "QAT"] {
        assert!(found.contains(iso3), "{iso3}");
    }
    // Whoever was at forums only stands before the others.
    let all = |row: &CountryRow| row.forums.words(&EXPLORER).starts_with("all");
    let last = sorted.iter().rposition(all).unwrap();
    assert!(sorted[..=last].iter().all(all));
}

#[test]
fn the_periods_add_up_by_region() {
    let mut filters = Filters::default();
    filters.set(Facet::Region, "central-asia", Standing::Included);
    let outcome = EXPLORER.explore(&filters, Measure::Interactions);
    let rows = rows(&EXPLORER, &outcome, Periods::default(), CountrySort::default());
    let total = total(&EXPLORER, &outcome, Periods::default(), &rows);
    assert_eq!(total.countries, 5);
    let sum = |at: usize| rows.iter().map(|row| row.periods[at]).sum::<u32>();
    assert_eq!(total.periods, [sum(0), sum(1)]);
    assert!(total.periods[1] > total.periods[0], "{total:?}");
}

#[test]
fn years_that_are_covered_in_part_say_so() {
    let years: Vec<_> = data_years(&EXPLORER).into_iter().map(|of| (of.year, of.part)).collect();
    let years: Vec<_> = years.iter().map(|(year, part)| (*year, part.as_str())).collect();
    let expected = [(2022, "from Aug"), (2023, ""), (2024, ""), (2025, ""), (2026, "until Mar")];
    assert_eq!(years, expected);
}

/// The lines of a profile's years, each with its agency.
fn lines(page: &Page, filters: Filters, measure: Measure) -> Vec<(String, YearLine)> {
    let mut state = filtered(filters).on(page.clone());
    state.measure = measure;
    let outcome = EXPLORER.explore(&state.scope(), measure);
    let (facet, id) = page.subject().unwrap();
    let agencies = EXPLORER.table().dictionary(Facet::Agency);
    let name = |line: &YearLine| {
        let agency = line.agency.and_then(|code| agencies.entry(code));
        agency.map_or("all".to_owned(), |agency| agency.id.clone())
    };
    years(&EXPLORER, &outcome, facet, id).into_iter().map(|line| (name(&line), line)).collect()
}

#[test]
fn the_ministry_and_vietnam_by_year() {
    let lines = lines(&Page::Country("VNM".to_owned()), Filters::default(), Measure::Interactions);
    let of = |agency: &str| lines.iter().find(|(name, _)| name == agency).unwrap().1.clone();
    assert_eq!((of("MPS").years, of("MPS").all), (vec![1, 5, 3, 3, 3], 15));
    let all = of("all");
    for at in 0..YEARS.len() {
        let parts = lines.iter().filter(|(name, _)| name != "all").map(|(_, line)| line.years[at]);
        assert_eq!(all.years[at], parts.sum::<u32>());
    }
    assert_eq!(all.years.iter().sum::<u32>(), all.all);
}

#[test]
fn every_year_of_every_profile_equals_the_naive_one_and_its_link() {
    let countries = ["VNM", "RUS", "USA", "SLB", "QAT"].map(|iso3| Page::Country(iso3.to_owned()));
    let officials = EXPLORER.dataset().officials.iter().map(|o| Page::Official(o.id.clone()));
    let organizations = [Page::Organization("interpol".to_owned())];
    let mut from_2024 = Filters::default();
    from_2024.range = "2024-06..2026".parse::<Period>().unwrap().range();
    let having = |pairs: &[Pair], facet: Facet, id: &str| -> Vec<Pair> {
        pairs.iter().copied().filter(|p| p.values(facet).contains(&id.to_owned())).collect()
    };
    for page in countries.into_iter().chain(organizations).chain(officials) {
        let (facet, id) = page.subject().unwrap();
        for (filters, measure) in [
            (Filters::default(), Measure::Interactions),
            (from_2024.clone(), Measure::Events),
            (Filters::default(), Measure::Countries),
        ] {
            let mine = having(&passing(&filters, true), facet, id);
            for (agency, line) in lines(&page, filters.clone(), measure) {
                let of = match agency.as_str() {
                    "all" => mine.clone(),
                    agency => having(&mine, Facet::Agency, agency),
                };
                assert_eq!(line.all, measured(&of, measure), "{page:?} {agency}");
                for (year, count) in YEARS.into_iter().zip(&line.years) {
                    let of_year = in_year(&of, year);
                    assert_eq!(*count, measured(&of_year, measure), "{page:?} {agency} {year}");
                    if *count == 0 {
                        continue;
                    }
                    let mut link = filters.clone();
                    link.set(facet, id, Standing::Included);
                    if agency != "all" {
                        link.set(Facet::Agency, &agency, Standing::Included);
                    }
                    link.range = within_year(filters.range, year);
                    let there = EXPLORER.explore(&link, measure).summary.get(measure);
                    assert_eq!(there, *count, "{page:?} {agency} {year}");
                }
            }
        }
    }
}

#[test]
fn a_readers_own_records_have_the_years_that_their_table_has() {
    let own = Explorer::of_own(EXPLORER.dataset().clone(), "file:0123456789ab".to_owned());
    let years = data_years(&own);
    assert!(own.table().years().eq(years.iter().map(|year| i32::from(year.year))));
    // What they cover of a year is not known.
    assert!(years.iter().all(|year| year.part.is_empty()));
    assert_eq!(years.len(), data_years(&EXPLORER).len());
}
