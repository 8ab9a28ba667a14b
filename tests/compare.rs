//! Two selections side by side: links, counts, differences, sentences.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod naive;

use std::collections::{BTreeMap, BTreeSet};

use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::grain::{Grain, month_number};
use explorer_explore::measure::Measure;
use explorer_explore::outcome::rows_of;
use explorer_view::compare::behind::{during, with_value};
use explorer_view::compare::comparison::Comparison;
use explorer_view::compare::difference::{difference, reservations};
use explorer_view::compare::facet_pairs::{facet_pairs, finding, is_chosen};
use explorer_view::compare::names::{names, title};
use explorer_view::compare::of_view::of_view;
use explorer_view::compare::over_time::{self, over_time};
use explorer_view::compare::pair::{Half, Pair};
use explorer_view::compare::peers::peers;
use explorer_view::compare::preset::{Preset, a_year_before};
use explorer_view::country_table::Periods;
use explorer_view::hash::{decode, encode};
use explorer_view::state::{Page, ViewState};
use naive::{EXPLORER, FACETS, filters, measured, passing};
use proptest::prelude::*;

fn open(hash: &str) -> (ViewState, Vec<String>) {
    let (state, notices) = decode(hash, &EXPLORER);
    (state, notices.iter().map(ToString::to_string).collect())
}

/// The comparison of a link that has nothing wrong.
fn compared(hash: &str) -> (ViewState, Pair, Comparison) {
    let (state, notices) = open(hash);
    assert_eq!(notices, Vec::<String>::new(), "{hash}");
    let pair = state.page.pair().expect("a comparison").clone();
    let comparison = Comparison::of(&EXPLORER, &state.filters, &pair, state.measure);
    (state, pair, comparison)
}

fn pair() -> impl Strategy<Value = Pair> {
    prop_oneof![
        3 => (filters(), filters()).prop_map(|(a, b)| Pair { a, b }),
        1 => filters().prop_map(|a| Pair::with_all_else(&a).unwrap_or_default()),
    ]
}

fn measure() -> impl Strategy<Value = Measure> {
    prop::sample::select(Measure::ALL.to_vec())
}

/// What passes filters that may leave a selection out.
fn naively(filters: &Filters) -> Vec<naive::Pair> {
    let key =
        |pair: &naive::Pair| (pair.id(), pair.country().map(str::to_owned), pair.organization());
    let mut out = BTreeSet::new();
    if let Some(except) = filters.except() {
        out.extend(passing(except, true).iter().map(key));
    }
    passing(filters, true).into_iter().filter(|pair| !out.contains(&key(pair))).collect()
}

proptest! {
    // The naive reading looks each word up anew.
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn both_sides_count_what_a_naive_reading_counts(
        shared in filters(), pair in pair(), measure in measure(),
    ) {
        let comparison = Comparison::of(&EXPLORER, &shared, &pair, measure);
        for half in Half::BOTH {
            let scope = pair.scope(half, &shared);
            let rows = naively(&scope);
            let summary = comparison.half(half).outcome.summary;
            for measure in Measure::ALL {
                prop_assert_eq!(summary.get(measure), measured(&rows, measure), "{:?}", scope);
            }
        }
        for facet in FACETS {
            // The counts of both sides, each with how much of it is uncertain.
            let mut expected: BTreeMap<String, [[u32; 2]; 2]> = BTreeMap::new();
            for half in Half::BOTH {
                let mut of: BTreeMap<String, Vec<naive::Pair>> = BTreeMap::new();
                for row in naively(&pair.scope(half, &shared)) {
                    row.values(facet).into_iter().for_each(|id| of.entry(id).or_default().push(row));
                }
                for (id, rows) in of {
                    let count = measured(&rows, measure);
                    let certain: Vec<_> = rows.into_iter().filter(|row| row.is_certain()).collect();
                    let both = [count, count - measured(&certain, measure)];
                    expected.entry(id).or_default()[half as usize] = both;
                }
            }
            // Organizations are no countries.
            expected.retain(|_, halves| halves.iter().any(|[count, _]| *count > 0));
            let pairs = facet_pairs(&EXPLORER, &comparison, facet);
            let shown: BTreeMap<String, [[u32; 2]; 2]> = pairs.iter().map(|pair| {
                let both = [0, 1].map(|at: usize| [pair.counts[at], pair.uncertain[at]]);
                (pair.id.clone(), both)
            }).collect();
            prop_assert_eq!(shown.len(), pairs.len());
            prop_assert_eq!(&shown, &expected, "{:?}", facet);
            let named: Vec<u64> = pairs.iter().filter(|pair| !pair.is_absence())
                .map(|pair| pair.difference().unsigned_abs()).collect();
            prop_assert!(named.is_sorted_by(|a, b| a >= b));
        }
    }

    #[test]
    fn of_few_records_nothing_is_said_in_percent(
        shared in filters(), pair in pair(), measure in measure(),
    ) {
        let comparison = Comparison::of(&EXPLORER, &shared, &pair, measure);
        let words = difference(&EXPLORER, &pair, &comparison);
        let said = reservations(&EXPLORER, &comparison);
        let few = Half::BOTH.into_iter().any(|half| {
            let rows = naively(&pair.scope(half, &shared));
            measured(&rows, Measure::Events) < 10 || measured(&rows, measure) < 10
        });
        let ratio = words.contains("% more") || words.contains("times as many")
            || words.contains("percent");
        let [a, b] = comparison.counts();
        prop_assert_eq!(ratio, !few && a != b, "{}", words);
        prop_assert_eq!(few, said.iter().any(|said| said.starts_with("Small numbers")));
        let overlap = said.iter().any(|said| said.contains("are on both sides")
            || said.contains("is on both sides") || said.contains("Both sides are the same")
            || said.contains("are on side"));
        prop_assert_eq!(overlap, comparison.overlap() > 0, "{:?}", said);
    }
}

proptest! {
    #[test]
    fn a_side_is_what_its_own_link_shows(shared in filters(), pair in pair(), measure in measure()) {
        let comparison = Comparison::of(&EXPLORER, &shared, &pair, measure);
        for half in Half::BOTH {
            let counted = comparison.half(half);
            let mut records = ViewState::default().on(Page::Records);
            records.measure = measure;
            records.filters = counted.scope.clone();
            let link = encode(&records);
            let (read, notices) = decode(&link, &EXPLORER);
            prop_assert_eq!(&notices, &[]);
            prop_assert_eq!(&read, &records, "{}", link);
            let outcome = read.outcome(&EXPLORER);
            prop_assert_eq!(outcome.summary, counted.outcome.summary, "{}", link);
            prop_assert_eq!(outcome.rows, counted.outcome.rows.clone());
            // And so is each of its values, and each of its columns.
            for facet in Facet::ALL {
                for value in facet_pairs(&EXPLORER, &comparison, facet).iter().take(4) {
                    let narrower = with_value(&counted.scope, facet, &value.id);
                    let is_exact = counted.scope.except().is_none()
                        || counted.scope.selection(facet).is_empty();
                    let of_value = EXPLORER.explore(&narrower, measure).summary.get(measure);
                    let count = value.counts[half as usize];
                    // What a side has not, it need not lead to: it may be what the side excludes.
                    let is_exact = is_exact && count > 0;
                    prop_assert!(of_value == count || !is_exact, "{:?} {}", facet, value.id);
                }
            }
            let time = over_time(&EXPLORER, &comparison, Grain::Quarter);
            for bin in time.bins.iter().filter(|bin| bin.counts[half as usize] > 0).take(6) {
                let narrower = during(&counted.scope, bin.bins[half as usize]);
                let of_bin = EXPLORER.explore(&narrower, measure).summary.get(measure);
                prop_assert_eq!(of_bin, bin.counts[half as usize]);
            }
        }
    }

    #[test]
    fn a_selection_does_not_differ_from_itself(
        shared in filters(), own in filters(), measure in measure(),
        grain in prop::sample::select(Grain::ALL.to_vec()),
    ) {
        let pair = Pair { a: own.clone(), b: own };
        let comparison = Comparison::of(&EXPLORER, &shared, &pair, measure);
        prop_assert_eq!(comparison.difference(), 0);
        prop_assert!(comparison.is_same());
        let [a, b] = comparison.counts();
        prop_assert_eq!(a, b);
        prop_assert_eq!(comparison.overlap(), comparison.halves[0].outcome.summary.interactions);
        for facet in Facet::ALL {
            let pairs = facet_pairs(&EXPLORER, &comparison, facet);
            prop_assert!(pairs.iter().all(|pair| pair.difference() == 0));
            let words = finding(&comparison, facet, &pairs);
            prop_assert!(!words.contains("differ"), "{}", words);
        }
        let time = over_time(&EXPLORER, &comparison, grain);
        prop_assert!(time.bins.iter().all(|bin| bin.counts[0] == bin.counts[1]));
        let words = difference(&EXPLORER, &pair, &comparison);
        prop_assert!(words.contains("the same number") || words.starts_with("Neither"), "{}", words);
    }

    #[test]
    fn a_selection_and_all_else_are_all(shared in filters(), own in filters()) {
        // Filters of the half that go before shared ones may lead out of them.
        let overlaps = own.selections().any(|(facet, _)| !shared.selection(facet).is_empty())
            || (!own.range.is_open() && !shared.range.is_open());
        prop_assume!(!overlaps);
        let Some(pair) = Pair::with_all_else(&own) else { return Ok(()) };
        prop_assert!(pair.is_all_else());
        let comparison = Comparison::of(&EXPLORER, &shared, &pair, Measure::Interactions);
        let whole = EXPLORER.explore(&shared, Measure::Interactions);
        prop_assert_eq!(comparison.overlap(), 0);
        prop_assert_eq!(comparison.either(&EXPLORER).rows, whole.rows);
        prop_assert_eq!(comparison.counts().iter().sum::<u32>(), whole.summary.interactions);
    }

    #[test]
    fn the_columns_hold_all_records(
        shared in filters(), pair in pair(), grain in prop::sample::select(Grain::ALL.to_vec()),
    ) {
        let comparison = Comparison::of(&EXPLORER, &shared, &pair, Measure::Interactions);
        let time = over_time(&EXPLORER, &comparison, grain);
        for half in Half::BOTH {
            let sum: u32 = time.bins.iter().map(|bin| bin.counts[half as usize]).sum();
            prop_assert_eq!(sum, comparison.counts()[half as usize]);
            let uncertain: u32 = time.bins.iter().map(|bin| bin.uncertain[half as usize]).sum();
            prop_assert_eq!(uncertain, comparison.uncertain()[half as usize]);
        }
        // Both halves have one axis.
        let steps = |at: usize| time.bins.windows(2).all(|pair| {
            pair[1].bins[at].first - pair[0].bins[at].first == pair[0].bins[at].months
        });
        prop_assert!(steps(0) && steps(1));
        prop_assert!(time.aligned || time.bins.iter().all(|bin| bin.bins[0] == bin.bins[1]));
        let _ = over_time::finding(&comparison, &time, grain);
    }

    #[test]
    fn the_second_half_stays_all_else(own in filters(), next in filters()) {
        let Some(mut pair) = Pair::with_all_else(&own) else { return Ok(()) };
        pair.change(Half::A, |a| a.clone_from(&next));
        prop_assert_eq!(pair.is_all_else(), !next.is_empty());
        prop_assert!(!next.is_empty() || pair.is_empty());
    }

    #[test]
    fn presets_compare_two_things_that_their_links_restore(
        shared in filters(), pair in pair(), preset in prop::sample::select(Preset::ALL.to_vec()),
    ) {
        let Some((shared, pair)) = preset.of(&EXPLORER, &shared, &pair, Periods::default()) else {
            return Ok(());
        };
        prop_assert!(!pair.is_empty());
        prop_assert_ne!(&pair.a, &pair.b);
        let mut state = ViewState::default().on(Page::Compare(Box::new(pair)));
        state.filters = shared;
        let link = encode(&state);
        prop_assert_eq!(decode(&link, &EXPLORER), (state, vec![]), "{}", link);
    }

    #[test]
    fn a_view_leads_to_a_comparison_of_it(filters in filters()) {
        let mut state = ViewState::default();
        state.filters = filters;
        let compared = of_view(&EXPLORER, &state);
        let pair = compared.page.pair().unwrap();
        prop_assert_eq!(pair.scope(Half::A, &compared.filters), state.filters.clone());
        prop_assert_eq!(pair.is_all_else(), !state.filters.is_empty());
        prop_assert_eq!(decode(&encode(&compared), &EXPLORER), (compared, vec![]));
    }
}

#[test]
fn a_link_is_read_as_a_person_would_write_it() {
    let (state, pair, comparison) =
        compared("#/compare?b=agency:CPLC&a=agency:mps&region=southeast-asia");
    assert_eq!(encode(&state), "#/compare?a=agency:MPS&b=agency:CPLC&region=southeast-asia");
    assert_eq!(names(&EXPLORER, &pair), ["MPS", "CPLC"]);
    assert_eq!(title(&EXPLORER, &pair, &state.filters), "MPS compared with CPLC · Southeast Asia");
    let rows = |agency: &str| {
        let (state, _) = open(&format!("#/records?agency={agency}&region=southeast-asia"));
        rows_of(EXPLORER.table(), &state.filters)
    };
    assert_eq!(comparison.half(Half::A).outcome.rows, rows("MPS"));
    assert_eq!(comparison.half(Half::B).outcome.rows, rows("CPLC"));
    // As other programs write it, or as its parts are written elsewhere.
    for same in [
        "#/compare?a=agency%3DMPS&b=agency%3DCPLC&region=southeast-asia",
        "#/compare?a=agency%3AMPS&amp;b=agency%3ACPLC&amp;region=southeast-asia).",
        "#/compare?a%3Dagency%3AMPS&b=agency:CPLC&region=southeast-asia",
    ] {
        assert_eq!(open(same).0, state, "{same}");
    }
    let (state, ..) = compared(
        "#/compare?a=agency%3DMPS%26from%3D2023%26q%3Ddrug%20control&b=from:2024;region:!africa,europe",
    );
    assert_eq!(
        encode(&state),
        "#/compare?a=agency:MPS;from:2023;q:drug+control&b=region:europe,!africa;from:2024"
    );
}

#[test]
fn bad_parts_are_named_and_the_rest_holds() {
    for (hash, notice) in [
        ("#/compare?a=agency:MPS,FBI", "agency in a: \u{201c}FBI\u{201d} is not a value of"),
        ("#/compare?a=agency:MPS;colour:red", "colour in a: this is no filter"),
        ("#/compare?a=agency:MPS;from:2023-02-30", "from in a: \u{201c}2023-02-30\u{201d}"),
        ("#/compare?a=agency:MPS;from:2024;to:2023", "from in a: the range began after its end"),
        ("#/compare?a=agency:MPS;measure:events", "measure in a: this is no filter"),
        ("#/compare?a=agency:MPS&b=country:ZZZ", "country in b: \u{201c}ZZZ\u{201d}"),
        ("#/compare?a=agency:MPS;except:except:agency:MSS", "except in except: this is no filter"),
        ("#/records?agency=MPS&except=agency:FBI", "agency in except: \u{201c}FBI\u{201d}"),
        ("#/records?agency=MPS&a=agency:CPLC", "a: ignored: only a comparison"),
        ("#/compare?b=else", "b: ignored: there is all else of a selection only"),
        ("#/compare?a=agency:MPS;except:region:africa&b=else", "b: ignored: there is all else"),
    ] {
        let (state, notices) = open(hash);
        assert_eq!(notices.len(), 1, "{hash}: {notices:?}");
        assert!(notices[0].starts_with(notice), "{hash}: {notices:?}");
        let own = state.page.pair().map_or(&state.filters, |pair| &pair.a);
        let standing = own.selection(Facet::Agency).standing("MPS");
        assert_eq!(standing == Standing::Included, hash.contains("MPS"), "{hash}");
    }
    // However deep a link nests, it is read in its length.
    let (_, notices) = open(&format!("#/compare?a={}", "except:".repeat(20_000)));
    assert!(!notices.is_empty() && notices.len() <= 10);
}

#[test]
fn all_else_follows_and_leads_to_its_records() {
    let (state, pair, comparison) =
        compared("#/compare?a=agency:MPS;region:africa&b=else&from=2024");
    assert!(pair.is_all_else());
    assert_eq!(encode(&state), "#/compare?a=agency:MPS;region:africa&b=else&from=2024");
    let mut records = state.on(Page::Records);
    records.filters = comparison.half(Half::B).scope.clone();
    assert_eq!(encode(&records), "#/records?except=agency:MPS;region:africa&from=2024");
    assert_eq!(names(&EXPLORER, &pair), ["MPS · Africa", "All else"]);
}

#[test]
fn two_periods_of_a_length_lie_over_each_other() {
    let (_, pair, comparison) =
        compared("#/compare?a=from:2023;to:2023&b=from:2024;to:2024&region=central-asia");
    let time = over_time(&EXPLORER, &comparison, Grain::Month);
    assert!(time.aligned);
    assert_eq!(time.bins.len(), 12);
    let first = &time.bins[0];
    assert_eq!(first.bins.map(|bin| bin.key()), ["2023-01", "2024-01"]);
    for bin in &time.bins {
        for half in Half::BOTH {
            let rows = naively(&comparison.half(half).scope);
            let in_month =
                |row: &&naive::Pair| month_number(row.date()) == bin.bins[half as usize].first;
            let count = rows.iter().filter(in_month).count();
            assert_eq!(bin.counts[half as usize] as usize, count);
        }
    }
    assert!(over_time(&EXPLORER, &comparison, Grain::Year).aligned);
    assert!(difference(&EXPLORER, &pair, &comparison).starts_with("202"));
    // Periods of other lengths have one calendar.
    let (_, pair, comparison) = compared("#/compare?a=to:2023-01-07&b=from:2023-01-08");
    assert_eq!(names(&EXPLORER, &pair), ["Until 7 Jan 2023", "From 8 Jan 2023"]);
    let words = difference(&EXPLORER, &pair, &comparison);
    assert!(words.starts_with("From 8 Jan 2023: "), "{words}");
    assert!(words.contains(" than until 7 Jan 2023 ("), "{words}");
    assert!(!over_time(&EXPLORER, &comparison, Grain::Month).aligned);
    let said = reservations(&EXPLORER, &comparison).join(" ");
    assert!(said.contains("The records cover") && said.contains("in 30 days"), "{said}");
}

#[test]
fn peers_follow_the_rule_that_is_said() {
    let countries = peers(&EXPLORER, Facet::Country, "VNM");
    assert!(countries.rule.starts_with("same region"));
    let region = |iso3: &str| EXPLORER.dataset().country(iso3).unwrap().region.clone();
    assert!(countries.peers.iter().all(|peer| region(&peer.id) == region("VNM")));
    assert!(countries.peers.iter().all(|peer| peer.id != "VNM" && peer.count > 0));
    let own = EXPLORER.totals(Measure::Interactions).facet(Facet::Country);
    let code = EXPLORER.table().dictionary(Facet::Country).code("VNM").unwrap();
    let own = own[usize::from(code)];
    let apart: Vec<u32> = countries.peers.iter().map(|peer| peer.count.abs_diff(own)).collect();
    assert!(apart.is_sorted(), "{apart:?}");
    let officials = peers(&EXPLORER, Facet::Official, "xu-datong");
    assert!(officials.rule.starts_with("same rank"));
    // One other of a rank is no choice.
    let officials = peers(&EXPLORER, Facet::Official, "wang-xiaohong");
    assert!(officials.rule.starts_with("most similar"));
    assert_eq!(officials.peers[0].id, "chen-wenqing");
    assert!(!peers(&EXPLORER, Facet::Agency, "MPS").peers.is_empty());
    assert!(!peers(&EXPLORER, Facet::Country, "no such country").peers.is_empty());
}

#[test]
fn the_questions_of_a_reader_are_presets_or_links() {
    let of = |preset: Preset, hash: &str| {
        let (state, _) = open(hash);
        let pair = state.page.pair().cloned().unwrap_or_default();
        let (shared, pair) =
            preset.of(&EXPLORER, &state.filters, &pair, state.periods).expect("a comparison");
        let mut state = state.on(Page::Compare(Box::new(pair)));
        state.filters = shared;
        encode(&state)
    };
    assert_eq!(
        of(Preset::Officials, "#/compare"),
        "#/compare?a=official:wang-xiaohong&b=official:chen-wenqing"
    );
    assert_eq!(
        of(Preset::Agencies, "#/compare?region=southeast-asia"),
        "#/compare?a=agency:MPS&b=agency:CPLC&region=southeast-asia"
    );
    assert_eq!(
        of(Preset::Periods, "#/compare?region=central-asia"),
        "#/compare?a=from:2023;to:2023&b=from:2024;to:2024&region=central-asia"
    );
    assert_eq!(of(Preset::ZeroCovid, "#/compare"), "#/compare?a=to:2023-01-07&b=from:2023-01-08");
    assert_eq!(
        of(Preset::YearBefore, "#/compare?agency=MPS&from=2024-02&to=2024-03"),
        "#/compare?a=from:2024-02;to:2024-03&agency=MPS&b=from:2023-02;to:2023-03"
    );
    assert_eq!(
        of(Preset::YearBefore, "#/compare"),
        "#/compare?a=from:2025;to:2025&b=from:2024;to:2024"
    );
    assert_eq!(
        of(Preset::AllElse, "#/compare?region=southeast-asia"),
        "#/compare?a=region:southeast-asia&b=else"
    );
    // What was compared with all else is what the others are about.
    assert_eq!(
        of(Preset::Agencies, "#/compare?a=region:southeast-asia&b=else"),
        "#/compare?a=agency:MPS&b=agency:CPLC&region=southeast-asia"
    );
    let (profile, _) = open("#/country/VNM?agency=MPS");
    let link = encode(&of_view(&EXPLORER, &profile));
    assert!(link.starts_with("#/compare?a=country:VNM&agency=MPS&b=country:"), "{link}");
}

#[test]
fn a_year_before_a_leap_day_is_a_day() {
    let range = |from: &str, to: &str| DateRange::new(from.parse().ok(), to.parse().ok());
    assert_eq!(
        a_year_before(range("2024-02-29", "2024-03-01")),
        Some(range("2023-02-28", "2023-03-01"))
    );
    assert_eq!(a_year_before(DateRange::default()), None);
    assert_eq!(a_year_before(range("0001", "2024")), None);
}

#[test]
fn two_agencies_are_not_compared_by_agency() {
    let (_, pair, _) = compared("#/compare?a=agency:MPS&b=agency:CPLC");
    assert!(is_chosen(&pair, Facet::Agency) && !is_chosen(&pair, Facet::Region));
}
