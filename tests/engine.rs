//! The engine against a naive reference: random tables, random filters, every count equal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use explorer_dataset::date::PartialDate;
use explorer_explore::Explorer;
use explorer_explore::certainty::CERTAIN;
use explorer_explore::dictionary::Dictionary;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::grain::{Grain, month_number};
use explorer_explore::measure::Measure;
use explorer_explore::outcome::Outcome;
use explorer_explore::table::{Row, Table};
use proptest::prelude::*;

/// An interaction as a person would write it down: sets of words.
#[derive(Debug, Clone)]
struct Plain {
    event: u32,
    date: PartialDate,
    text: String,
    values: [BTreeSet<String>; Facet::COUNT],
}

const VALUES: usize = 5;

fn id(value: usize) -> String {
    format!("v{value}")
}

/// One of the values of certainty is that nothing is uncertain.
fn id_of(facet: Facet, value: usize) -> String {
    if facet == Facet::Certainty && value == 0 { CERTAIN.to_owned() } else { id(value) }
}

fn date() -> impl Strategy<Value = PartialDate> {
    (2022i16..2025, 1u8..=12, prop::option::of(1u8..=28)).prop_map(|(year, month, day)| match day {
        Some(day) => PartialDate::from_day(year, month, day).unwrap(),
        None => PartialDate::from_month(year, month).unwrap(),
    })
}

/// Single-valued, multi-valued and absent values all occur in every column. Rows of one event
/// do not arrive side by side, and dates and agencies may differ inside an event: the engine
/// must not rely on either.
fn plain_rows() -> impl Strategy<Value = Vec<Plain>> {
    let sets = prop::collection::vec(prop::collection::btree_set(0..VALUES, 0..3), Facet::COUNT);
    let row = (0u32..12, date(), "[ab é]{0,8}", sets).prop_map(|(event, date, text, sets)| {
        let mut sets = sets
            .into_iter()
            .zip(Facet::ALL)
            .map(|(set, facet)| set.into_iter().map(|value| id_of(facet, value)).collect());
        Plain { event, date, text, values: std::array::from_fn(|_| sets.next().unwrap()) }
    });
    prop::collection::vec(row, 0..90)
}

fn filters() -> impl Strategy<Value = Filters> {
    let choice = (0..Facet::COUNT, 0..VALUES, any::<bool>());
    let range = (prop::option::of(date()), prop::option::of(date()));
    (
        prop::collection::vec(choice, 0..5),
        range,
        prop_oneof![3 => Just(String::new()), 1 => "[abe ]{0,4}"],
    )
        .prop_map(|(choices, (from, to), query)| {
            let mut filters = Filters::default();
            for (facet, value, include) in choices {
                let standing = if include { Standing::Included } else { Standing::Excluded };
                let facet = Facet::ALL[facet];
                filters.set(facet, &id_of(facet, value), standing);
            }
            filters.range = DateRange::new(from, to);
            filters.set_query(&query);
            filters
        })
}

fn coded(rows: &[Plain]) -> Table {
    let dictionaries = Facet::ALL.map(|facet| {
        let mut dictionary = Dictionary::default();
        (0..VALUES).for_each(|v| _ = dictionary.add(&id_of(facet, v), &id(v), ""));
        dictionary
    });
    let code = |plain: &Plain| Row {
        event: plain.event,
        days: (plain.date.first_day(), plain.date.last_day()),
        month: month_number(plain.date),
        text: plain.text.clone(),
        codes: Facet::ALL.map(|facet| {
            let ids = plain.values[facet as usize].iter();
            ids.map(|id| dictionaries[facet as usize].code(id).unwrap()).collect()
        }),
    };
    let rows = rows.iter().map(code).collect();
    Table::new(dictionaries.clone(), rows)
}

/// What may be left out of the filters: a facet's own filter, or the date range.
#[derive(Clone, Copy, PartialEq)]
enum But {
    Nothing,
    Facet(Facet),
    Range,
}

/// The rules of counting, read literally from the design.
fn passes(row: &Plain, filters: &Filters, but: But) -> bool {
    for facet in Facet::ALL {
        if but == But::Facet(facet) {
            continue;
        }
        let (values, selection) = (&row.values[facet as usize], filters.selection(facet));
        if selection.excluded().iter().any(|id| values.contains(id)) {
            return false;
        }
        let included = selection.included();
        if !included.is_empty() && !included.iter().any(|id| values.contains(id)) {
            return false;
        }
    }
    let starts_late = filters.range.from().is_some_and(|f| row.date.last_day() < f.first_day());
    let ends_early = filters.range.to().is_some_and(|t| row.date.first_day() > t.last_day());
    if but != But::Range && (starts_late || ends_early) {
        return false;
    }
    // Each word of the query begins some word of the text; a word of two letters is one.
    let plain = |text: &str| text.replace('é', "e");
    let text = plain(&row.text);
    let words: Vec<&str> = text.split_whitespace().collect();
    plain(filters.query()).split_whitespace().all(|word| {
        words
            .iter()
            .any(|known| if word.len() > 2 { known.starts_with(word) } else { *known == word })
    })
}

fn measured<'a>(rows: impl Iterator<Item = &'a Plain>, measure: Measure) -> u32 {
    let rows: Vec<_> = rows.collect();
    let countries = rows.iter().flat_map(|r| &r.values[Facet::Country as usize]);
    u32::try_from(match measure {
        Measure::Interactions => rows.len(),
        Measure::Events => rows.iter().map(|r| r.event).collect::<BTreeSet<_>>().len(),
        Measure::Countries => countries.collect::<BTreeSet<_>>().len(),
    })
    .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_count_equals_the_naive_one(rows in plain_rows(), filters in filters()) {
        let table = coded(&rows);
        for measure in Measure::ALL {
            let outcome = Outcome::of(&table, &filters, measure);
            let kept = |but: But| {
                let filters = &filters;
                rows.iter().filter(move |row| passes(row, filters, but))
            };
            prop_assert_eq!(outcome.summary.get(measure), measured(kept(But::Nothing), measure));
            prop_assert_eq!(outcome.rows.count(), measured(kept(But::Nothing), Measure::Interactions));
            for facet in Facet::ALL {
                let others = But::Facet(facet);
                prop_assert_eq!(outcome.whole(facet), measured(kept(others), measure));
                for (value, &count) in outcome.facet(facet).iter().enumerate() {
                    let having = kept(others)
                        .filter(|row| row.values[facet as usize].contains(&id_of(facet, value)));
                    prop_assert_eq!(count, measured(having, measure), "{:?} {}", facet, value);
                }
            }
        }
    }

    #[test]
    fn what_is_uncertain_is_what_would_be_missing_without_it(rows in plain_rows(), filters in filters()) {
        let table = coded(&rows);
        let is_certain = |row: &&Plain| row.values[Facet::Certainty as usize].contains(CERTAIN);
        for measure in Measure::ALL {
            let outcome = Outcome::of(&table, &filters, measure);
            let kept = |but: But| {
                let filters = &filters;
                rows.iter().filter(move |row| passes(row, filters, but))
            };
            let missing = |rows: &dyn Fn() -> Vec<Plain>| {
                let (all, certain) = (rows(), rows());
                let certain = certain.iter().filter(is_certain);
                measured(all.iter(), measure) - measured(certain, measure)
            };
            prop_assert_eq!(outcome.uncertain(), missing(&|| kept(But::Nothing).cloned().collect()));
            for facet in Facet::ALL {
                let uncertain = outcome.uncertain_of(facet);
                for (value, (&some, &count)) in uncertain.iter().zip(outcome.facet(facet)).enumerate() {
                    let having = || {
                        let of_value = |row: &&Plain| row.values[facet as usize].contains(&id_of(facet, value));
                        kept(But::Facet(facet)).filter(of_value).cloned().collect()
                    };
                    prop_assert_eq!(some, missing(&having), "{:?} {}", facet, value);
                    prop_assert!(some <= count);
                }
            }
        }
    }

    #[test]
    fn every_count_over_time_equals_the_naive_one(rows in plain_rows(), filters in filters()) {
        let table = coded(&rows);
        let Some((first, last)) = table.months() else { return Ok(()) };
        for (grain, measure) in [(Grain::Month, Measure::Events), (Grain::Quarter, Measure::Countries), (Grain::Quarter, Measure::Interactions)] {
            let outcome = Outcome::of(&table, &filters, measure);
            let split = outcome.over_time(&table, grain, Facet::Agency);
            let unsplit = outcome.over_time_unsplit(&table, grain);
            let bins = grain.bins(first, last);
            prop_assert_eq!(split.len(), bins.len());
            for (at, bin) in bins.iter().enumerate() {
                let inside = || rows.iter().filter(|row| {
                    (bin.first..bin.first + bin.months).contains(&month_number(row.date))
                        && passes(row, &filters, But::Range)
                });
                prop_assert_eq!(unsplit[at], measured(inside(), measure));
                for (value, &count) in split[at].iter().enumerate() {
                    let having = inside().filter(|row| row.values[Facet::Agency as usize].contains(&id(value)));
                    prop_assert_eq!(count, measured(having, measure));
                }
            }
        }
    }
}

#[test]
fn what_is_looked_for_by_another_name_is_marked_by_its_own() {
    let explorer = Explorer::new(explorer_embedded::embedded().unwrap());
    let marked = |query: &str, text: &str| -> Vec<String> {
        let marks = explorer.marking(query).marks(text).into_iter();
        marks.map(|mark| text[mark].to_owned()).collect()
    };
    assert_eq!(marked("burma", "Wang Xiaohong meets Myanmar\u{2019}s minister"), ["Myanmar"]);
    assert_eq!(marked("myanmar", "Myanmar"), ["Myanmar"]);
    assert_eq!(marked("burma", "Vietnam"), Vec::<String>::new());
    assert_eq!(marked("", "Myanmar"), Vec::<String>::new());
}
