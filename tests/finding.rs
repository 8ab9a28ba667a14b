//! What stands above a chart, against a naive reading of the records: every number and every name in it
//! is true of what is in view.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod naive;

use std::collections::{BTreeMap, BTreeSet};

use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::grain::Grain;
use explorer_explore::measure::Measure;
use explorer_number::percent;
use explorer_view::chart::Chart;
use explorer_view::finding::{NOTHING, over_time, ranked};
use explorer_view::heat::CrossTable;
use explorer_view::layer::Layer;
use explorer_view::map::map_model;
use explorer_view::ranking::ranking;
use explorer_view::sentence::{label, range_words};
use explorer_view::time::timeline;
use explorer_view::trend::per_year;
use naive::*;
use proptest::prelude::*;

/// The charts of a facet whose values the naive reading knows.
const CHARTS: [Chart; 7] = [
    Chart::Regions,
    Chart::Countries,
    Chart::Agencies,
    Chart::Officials,
    Chart::Formats,
    Chart::Topics,
    Chart::Offices,
];

/// The measure under filters, with the date range or without.
fn count(filters: &Filters, measure: Measure) -> u32 {
    measured(&passing(filters, true), measure)
}

/// The count of each value of a facet, those apart that stand for the absence of one.
fn counts(filters: &Filters, facet: Facet, measure: Measure) -> BTreeMap<String, u32> {
    let pairs = passing(filters, true);
    let ids: BTreeSet<String> = pairs.iter().flat_map(|pair| pair.values(facet)).collect();
    let ids = ids.into_iter().filter(|id| id != "none" && id != "unknown");
    let of = |id: &str| -> Vec<Pair> {
        pairs.iter().copied().filter(|pair| pair.values(facet).iter().any(|v| v == id)).collect()
    };
    ids.map(|id| (label(&EXPLORER, facet, &id), measured(&of(&id), measure))).collect()
}

/// The numbers that a headline begins with in words.
const WORDS: [&str; 11] = [
    "Two ", "Three ", "Four ", "Five ", "Six ", "Seven ", "Eight ", "Nine ", "Ten ", "Eleven ",
    "Twelve ",
];

/// The whole numbers in a text, without those that are part of the given words.
fn numbers(text: &str, but: &[String]) -> Vec<u32> {
    let mut text = text.replace(',', "");
    for (word, number) in WORDS.iter().zip(2..) {
        if let Some(rest) = text.strip_prefix(word) {
            text = format!("{number} {rest}");
            break;
        }
    }
    let mut but: Vec<String> = but.iter().map(|word| word.replace(',', "")).collect();
    but.sort_by_key(|word| std::cmp::Reverse(word.len()));
    but.iter().filter(|word| !word.is_empty()).for_each(|word| text = text.replace(word, " "));
    let words = text.split(|c: char| !c.is_ascii_digit()).filter(|word| !word.is_empty());
    words.map(|word| word.parse().unwrap()).collect()
}

/// How the values are called whose names a text has, from its beginning.
fn named<'c>(text: &str, counts: &'c BTreeMap<String, u32>) -> Vec<(&'c str, u32)> {
    let mut found: Vec<(usize, &str, u32)> = counts
        .iter()
        .filter_map(|(label, count)| Some((text.find(label)?, label.as_str(), *count)))
        // Not a name within another one, such as Guinea in Papua New Guinea.
        .filter(|(_, label, _)| {
            let longer = counts.keys().any(|other| {
                other != label && other.contains(label) && text.contains(other.as_str())
            });
            !longer
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, label, count)| (label, count)).collect()
}

fn claims_more(text: &str) -> bool {
    ["lead", "most", "busiest", "accounts", "tie"].iter().any(|word| text.contains(word))
}

/// The chosen period in words, which has numbers of its own.
fn period(filters: &Filters) -> Vec<String> {
    range_words(filters.range)
        .into_iter()
        .flat_map(|words| {
            let mut letters = words.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
            [first + letters.as_str(), words]
        })
        .collect()
}

fn check_ranked(chart: Chart, filters: &Filters, measure: Measure) -> Result<(), TestCaseError> {
    let facet = chart.facet().unwrap();
    let outcome = EXPLORER.explore(filters, measure);
    let values = ranking(&EXPLORER, filters, &outcome, facet);
    let text = ranked(&EXPLORER, chart, facet, filters, &outcome, &values);
    check_beginning(&text)?;
    let mut others = filters.clone();
    others.clear(facet);
    let (in_view, whole) = (count(filters, measure), count(&others, measure));
    let of = counts(&others, facet, measure);
    let selection = filters.selection(facet);
    let place = format!("{chart:?} {measure:?} {filters:?}: {text}");
    if in_view == 0 {
        prop_assert_eq!(&text, NOTHING, "{}", place);
        return Ok(());
    }
    prop_assert_ne!(&text, NOTHING, "{}", place);
    let labels: Vec<String> = of.keys().cloned().collect();
    let found = numbers(&text, &[labels, period(filters)].concat());
    let kinds = of.values().filter(|count| **count > 0).count() as u32;
    if selection.is_empty() {
        let top = of.values().copied().max().unwrap_or(0);
        let ties = of.values().filter(|count| **count == top).count() as u32;
        let share: Vec<u32> = numbers(&percent(top, whole), &[]);
        for number in found {
            prop_assert!(
                [in_view, top, ties].contains(&number) || share.contains(&number),
                "{}: {}",
                number,
                place
            );
        }
        if text.contains('%') {
            prop_assert!(text.contains(&percent(top, whole)), "{}", place);
            prop_assert_ne!(measure, Measure::Countries, "{}", place);
        }
        let named = named(&text, &of);
        if let Some((_, count)) = named.first() {
            prop_assert_eq!(*count, top, "{}", place);
        }
        if let Some((_, followers)) = text.split_once(", before ") {
            let mut sorted: Vec<u32> = of.values().copied().collect();
            sorted.sort_unstable_by(|a, b| b.cmp(a));
            for (at, (label, count)) in named.iter().enumerate().skip(1) {
                prop_assert!(followers.contains(label));
                prop_assert_eq!(*count, sorted[at], "{}", place);
            }
        }
        prop_assert!(!claims_more(&text) || top > 1, "{}", place);
    } else {
        let chosen = (selection.included().len() + selection.excluded().len()) as u32;
        let allowed = [
            in_view,
            whole,
            kinds,
            selection.included().len() as u32,
            selection.excluded().len() as u32,
        ];
        let rank = |count: u32| of.values().filter(|other| **other > count).count() as u32 + 1;
        for number in found {
            let is_place = chosen == 1 && number == rank(in_view);
            prop_assert!(allowed.contains(&number) || is_place, "{}: {}", number, place);
        }
        if in_view == whole {
            prop_assert!(text.contains(": all ") || text.contains(": the one "), "{}", place);
        } else {
            prop_assert!(text.contains(": "), "{}", place);
        }
        if let [id] = selection.included().iter().collect::<Vec<_>>().as_slice()
            && selection.excluded().is_empty()
        {
            prop_assert!(text.starts_with(&label(&EXPLORER, facet, id)), "{}", place);
            const PLACES: [&str; 4] = ["first", "second", "third", "fourth"];
            for (at, word) in PLACES.iter().enumerate() {
                if text.contains(&format!("{word} of ")) {
                    prop_assert_eq!(rank(in_view), at as u32 + 1, "{}", place);
                    prop_assert!(in_view > 1, "{}", place);
                }
            }
        }
    }
    Ok(())
}

fn check_timeline(filters: &Filters, measure: Measure, grain: Grain) -> Result<(), TestCaseError> {
    let outcome = EXPLORER.explore(filters, measure);
    let bins = timeline(&EXPLORER, &outcome, grain);
    let text = over_time(&EXPLORER, filters, &outcome, &bins, grain);
    check_beginning(&text)?;
    let place = format!("{grain:?} {measure:?} {filters:?}: {text}");
    let in_view = count(filters, measure);
    if in_view == 0 {
        prop_assert_eq!(&text, NOTHING, "{}", place);
        return Ok(());
    }
    let mut always = filters.clone();
    always.range = DateRange::default();
    let whole = count(&always, measure);
    let all: Vec<Pair> = PAIRS.to_vec();
    let first = all.iter().map(|pair| pair.date().first_day()).min().unwrap();
    let last = all.iter().map(|pair| pair.date().first_day()).max().unwrap();
    let pairs = passing(&always, true);
    let of = |bin: &explorer_explore::grain::TimeBin| {
        let (from, to) = (bin.from().unwrap(), bin.to().unwrap());
        let inside =
            |pair: &Pair| (from.first_day()..=to.last_day()).contains(&pair.date().first_day());
        let is_whole = from.first_day() >= first && to.last_day() <= last;
        (measured(&pairs.iter().copied().filter(inside).collect::<Vec<_>>(), measure), is_whole)
    };
    let counted: Vec<_> = bins.iter().map(|bin| (bin.bin.words(), of(&bin.bin))).collect();
    let years: Vec<_> = timeline(&EXPLORER, &outcome, Grain::Year);
    let years: Vec<(i16, u32, bool)> = years
        .iter()
        .map(|year| of(&year.bin))
        .zip(&years)
        .map(|((n, is_whole), year)| (year.bin.year(), n, is_whole))
        .collect();
    let some: Vec<&(i16, u32, bool)> = {
        let from = years.iter().position(|(_, n, _)| *n > 0).unwrap_or(0);
        let to = years.iter().rposition(|(_, n, _)| *n > 0).unwrap_or(0);
        years.iter().take(to + 1).skip(from).collect()
    };
    let words = some.iter().map(|(year, n, is_whole)| {
        format!("{n} in {year}{}", if *is_whole { "" } else { " (in part)" })
    });
    let words = format!("per year: {}", words.collect::<Vec<_>>().join(", "));
    let trend = per_year(&timeline(&EXPLORER, &outcome, Grain::Year));
    prop_assert_eq!(trend, (some.len() > 1).then_some(words), "{}", place);
    let names: Vec<String> = counted.iter().map(|(name, _)| name.clone()).collect();
    let found = numbers(&text, &[names, period(filters)].concat());
    let top = counted.iter().filter(|(_, (_, is_whole))| *is_whole).map(|(_, (n, _))| *n).max();
    let top = top.unwrap_or(0);
    let ties = counted.iter().filter(|(_, (n, is_whole))| *is_whole && *n == top).count() as u32;
    if filters.range.is_open() {
        for number in found {
            prop_assert!([whole, top, ties].contains(&number), "{}: {}", number, place);
        }
        if claims_more(&text) {
            prop_assert!(top > 1, "{}", place);
            for (name, (n, is_whole)) in &counted {
                if text.starts_with(&format!("{name} ")) {
                    prop_assert!(*is_whole && *n == top, "{}", place);
                }
            }
        }
        if text.contains("never two") {
            prop_assert!(counted.iter().all(|(_, (n, _))| *n < 2), "{}", place);
        }
    } else {
        for number in found {
            prop_assert!([in_view, whole].contains(&number), "{}: {}", number, place);
        }
    }
    Ok(())
}

fn check_map(filters: &Filters, measure: Measure) -> Result<(), TestCaseError> {
    let outcome = EXPLORER.explore(filters, measure);
    let text = map_model(&EXPLORER, filters, &outcome, &Layer::Measure).finding;
    let place = format!("{measure:?} {filters:?}: {text}");
    let countries = count(filters, Measure::Countries);
    if filters.selection(Facet::Country).is_empty() {
        match countries {
            0 => prop_assert_eq!(text, NOTHING, "{}", place),
            _ => {
                let of = counts(filters, Facet::Country, measure);
                let top = of.values().copied().max().unwrap_or(0);
                let found = numbers(&text, &[]);
                prop_assert_eq!(found[0], countries, "{}", place);
                prop_assert!(found.get(2).is_none_or(|number| *number == top), "{}", place);
                prop_assert!(named(&text, &of).iter().all(|(_, n)| *n == top), "{}", place);
                prop_assert!(!claims_more(&text) || top > 1, "{}", place);
            }
        }
    } else if count(filters, measure) == 0 {
        prop_assert_eq!(text, NOTHING, "{}", place);
    }
    Ok(())
}

fn check_heat(
    filters: &Filters,
    measure: Measure,
    facets: [Facet; 2],
) -> Result<(), TestCaseError> {
    let cross = CrossTable::of(&EXPLORER, &Filters::default(), filters, measure, facets);
    let text = cross.finding(false, "");
    let place = format!("{facets:?} {measure:?} {filters:?}: {text}");
    let in_view = count(filters, measure);
    if in_view == 0 {
        prop_assert_eq!(&text, NOTHING, "{}", place);
        return Ok(());
    }
    let mut others = filters.clone();
    facets.iter().for_each(|facet| others.clear(*facet));
    let whole = count(&others, measure);
    if facets.iter().any(|facet| !filters.selection(*facet).is_empty()) {
        let words = if in_view == whole { ": " } else { "of the " };
        prop_assert!(text.contains(words), "{}", place);
        let labels: Vec<String> =
            facets.iter().flat_map(|facet| counts(&others, *facet, measure).into_keys()).collect();
        let chosen = |number: u32| {
            facets.iter().any(|facet| {
                let selection = filters.selection(*facet);
                [selection.included().len(), selection.excluded().len()]
                    .contains(&(number as usize))
            })
        };
        for number in numbers(&text, &[labels, period(filters)].concat()) {
            prop_assert!([in_view, whole].contains(&number) || chosen(number), "{}", place);
        }
    } else {
        let rows = counts(filters, facets[0], measure);
        if let Some((_, leader)) = named(&text, &rows).first() {
            prop_assert_eq!(Some(leader), rows.values().max(), "{}", place);
        }
        prop_assert!(!claims_more(&text) || cross.cells().iter().any(|n| *n > 1), "{}", place);
    }
    Ok(())
}

/// A sentence does not begin with a small number in digits.
fn check_beginning(text: &str) -> Result<(), TestCaseError> {
    let digits = text.split_once(' ').and_then(|(first, _)| first.parse::<u32>().ok());
    prop_assert!(digits.is_none_or(|number| number > 12), "{}", text);
    Ok(())
}

fn measure() -> impl Strategy<Value = Measure> {
    prop::sample::select(Measure::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_number_and_name_is_true_of_what_is_in_view(filters in filters(), measure in measure()) {
        for chart in CHARTS {
            check_ranked(chart, &filters, measure)?;
        }
        for grain in Grain::ALL {
            check_timeline(&filters, measure, grain)?;
        }
        check_map(&filters, measure)?;
        check_heat(&filters, measure, [Facet::Official, Facet::Region])?;
        check_heat(&filters, measure, [Facet::Agency, Facet::Office])?;
    }
}

fn chosen(choices: &[(Facet, &str)], year: Option<i16>) -> Filters {
    let mut filters = Filters::default();
    choices.iter().for_each(|(facet, id)| filters.set(*facet, id, Standing::Included));
    let year = year.and_then(explorer_dataset::date::PartialDate::from_year);
    filters.range = DateRange::new(year, year);
    filters
}

/// What the review found: under a filter of its own, a chart said something else than the filter.
#[test]
fn a_chart_with_a_chosen_value_speaks_of_that_value() {
    let filters = chosen(&[(Facet::Agency, "MPS"), (Facet::Region, "southeast-asia")], Some(2024));
    let say = |chart: Chart, measure| {
        let facet = chart.facet().unwrap();
        let outcome = EXPLORER.explore(&filters, measure);
        let values = ranking(&EXPLORER, &filters, &outcome, facet);
        ranked(&EXPLORER, chart, facet, &filters, &outcome, &values)
    };
    let regions = say(Chart::Regions, Measure::Interactions);
    let (start, end) = regions.split_once(", ").unwrap();
    assert!(start.starts_with("Southeast Asia: "), "{regions}");
    assert!(start.ends_with(" MPS interactions of 2024"), "{regions}");
    assert!(end.ends_with(" regions"), "{regions}");
    let agencies = say(Chart::Agencies, Measure::Interactions);
    assert!(agencies.contains("interactions of 2024 under the other filters"), "{agencies}");
    let countries = say(Chart::Regions, Measure::Countries);
    assert!(countries.contains(" countries met by the MPS in 2024"), "{countries}");
}
