//! Views and their links: round trips, equal links for equal views, any text as a link.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::LazyLock;

use explorer_dataset::{date::PartialDate, pledge::KINDS};
use explorer_embedded::embedded;
use explorer_explore::Explorer;
use explorer_explore::coding::ORGANIZATIONS;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::grain::Grain;
use explorer_explore::measure::Measure;
use explorer_explore::records::{RecordColumn, Sort, cell, records};
use explorer_view::chart::Chart;
use explorer_view::compare::pair::Pair;
use explorer_view::country_table::{CountryColumn, CountrySort, Period, Side};
use explorer_view::hash::{decode, encode};
use explorer_view::layer::Layer;
use explorer_view::notice::MOST_NOTICES;
use explorer_view::paper::sections;
use explorer_view::sentence::{chips, filter_words, summary_words};
use explorer_view::split::SplitBy;
use explorer_view::split_map::MapSplit;
use explorer_view::state::{MOST_DAYS, Page, ViewState};
use explorer_view::tour::own::{OwnStep, OwnTour};
use explorer_view::tour::shipped::Shipped;
use explorer_view::tour::{OnTour, Tour};
use explorer_view::zoom::{Place, Zoom};
use proptest::prelude::*;

static EXPLORER: LazyLock<Explorer> =
    LazyLock::new(|| Explorer::new(embedded().expect("the build checked it")));

fn open(hash: &str) -> (ViewState, Vec<String>) {
    let (state, notices) = decode(hash, &EXPLORER);
    (state, notices.iter().map(ToString::to_string).collect())
}

fn interactions(hash: &str) -> u32 {
    let (state, notices) = open(hash);
    assert_eq!(notices, Vec::<String>::new(), "{hash}");
    EXPLORER.explore(&state.filters, state.measure).summary.interactions
}

fn date() -> impl Strategy<Value = PartialDate> {
    (1i16..=9999, 1u8..=12, 1u8..=28, 0..3).prop_map(|(year, month, day, precision)| {
        match precision {
            0 => PartialDate::from_year(year),
            1 => PartialDate::from_month(year, month),
            _ => PartialDate::from_day(year, month, day),
        }
        .unwrap()
    })
}

/// Any filters but those that leave a selection out.
fn plain_filters() -> impl Strategy<Value = Filters> {
    let choices = prop::collection::vec(
        (prop::sample::select(Facet::ALL.to_vec()), any::<prop::sample::Index>(), any::<bool>()),
        0..8,
    );
    let range = (prop::option::of(date()), prop::option::of(date()));
    let query = prop_oneof![2 => Just(String::new()), 1 => ".{0,220}"];
    (choices, range, query).prop_map(|(choices, (from, to), query)| {
        let mut filters = Filters::default();
        for (facet, at, include) in choices {
            let id = &at.get(EXPLORER.table().dictionary(facet).entries()).id;
            let standing = if include { Standing::Included } else { Standing::Excluded };
            filters.set(facet, id, standing);
        }
        filters.range = DateRange::new(from, to);
        filters.set_query(&query);
        filters
    })
}

/// Any filters.
fn any_filters() -> impl Strategy<Value = Filters> {
    (plain_filters(), prop::option::weighted(0.2, plain_filters())).prop_map(
        |(mut filters, except)| {
            filters.set_except(except.as_ref());
            filters
        },
    )
}

fn any_pair() -> impl Strategy<Value = Pair> {
    prop_oneof![
        3 => (any_filters(), any_filters()).prop_map(|(a, b)| Pair { a, b }),
        1 => any_filters().prop_map(|a| Pair::with_all_else(&a).unwrap_or_default()),
        1 => Just(Pair::default()),
    ]
}

fn any_tour() -> impl Strategy<Value = OnTour> {
    let step = (
        "#/(records|compare)(\\?(a|q|agency)=[A-Za-z0-9*~%:;+]{0,12}(&from=20[0-9]{2})?)?",
        ".{0,40}",
    )
        .prop_map(|(link, sentence)| OwnStep::new(&link, &sentence));
    let own = (".{0,30}", prop::collection::vec(step, 1..=4))
        .prop_map(|(title, steps)| Tour::Own(OwnTour::new(&title, steps).unwrap().into()));
    let shipped = prop::sample::select(Shipped::ALL.to_vec()).prop_map(Tour::Shipped);
    (prop_oneof![own, shipped], any::<prop::sample::Index>())
        .prop_map(|(tour, at)| OnTour::new(tour.clone(), at.index(tour.len())).unwrap())
}

fn any_state() -> impl Strategy<Value = ViewState> {
    let pick = any::<prop::sample::Index>;
    let page = prop_oneof![
        Just(Page::Overview),
        Just(Page::Map),
        Just(Page::Countries),
        Just(Page::Records),
        Just(Page::People),
        Just(Page::Forums),
        Just(Page::Pledges),
        any_pair().prop_map(|pair| Page::Compare(Box::new(pair))),
        Just(Page::Paper(String::new())),
        prop::sample::select(sections(&EXPLORER).collect::<Vec<_>>())
            .prop_map(|section| Page::Paper(section.to_owned())),
        pick().prop_map(|at| Page::Official(at.get(&EXPLORER.dataset().officials).id.clone())),
        pick().prop_map(|at| {
            let all = &EXPLORER.dataset().codebook.vocabularies.forums;
            Page::Forum(at.get(all).id.clone())
        }),
        pick().prop_map(|at| Page::Forum(at.get(&EXPLORER.dataset().forums).id.clone())),
        Just(Page::Method),
        Just(Page::Changes),
        Just(Page::File),
        Just(Page::Saved),
        Just(Page::Check),
        pick().prop_map(|at| Page::Country(at.get(&EXPLORER.dataset().countries).iso3.clone())),
        pick().prop_map(|at| {
            let all = EXPLORER.table().dictionary(Facet::Organization).entries();
            Page::Organization(at.get(all).id.clone())
        }),
        pick().prop_map(|at| Page::Record(at.get(&EXPLORER.dataset().events).id.clone())),
        pick().prop_map(|at| Page::Record(at.get(&EXPLORER.dataset().withdrawn).id.clone())),
    ];
    let settings = (
        prop::sample::select(Measure::ALL.to_vec()),
        any::<bool>(),
        prop::sample::select(RecordColumn::ALL.to_vec()),
        any::<bool>(),
        prop::sample::subsequence(RecordColumn::ALL.to_vec(), 0..=RecordColumn::ALL.len()),
        prop::sample::subsequence(Chart::ALL.to_vec(), 0..=Chart::ALL.len()),
        any::<bool>(),
        0..=MOST_DAYS,
    );
    let period = || prop::option::of((date(), date()).prop_map(|(a, b)| Period::new(a, b)));
    let places = (
        prop::sample::select(CountryColumn::ALL.to_vec()),
        any::<bool>(),
        [period(), period()],
        prop::sample::select(Layer::groups(EXPLORER.dataset()).map(|(_, all)| all).concat()),
        prop_oneof![
            Just(Zoom::World),
            prop::sample::select(EXPLORER.dataset().regions.clone())
                .prop_filter("a place", |region| region.id != ORGANIZATIONS)
                .prop_map(|region| Zoom::Region(region.id)),
            (1.0..16.0, 0.0..1.0, 0.0..1.0)
                .prop_map(|(factor, x, y)| Zoom::Place(Place::new(factor, x, y))),
        ],
        prop::sample::subsequence(KINDS.to_vec(), 0..=KINDS.len()),
        any::<Option<bool>>(),
        (
            prop::option::of(prop::sample::select(SplitBy::ALL.to_vec())),
            prop::option::of(prop::sample::select(MapSplit::ALL.to_vec())),
        ),
        prop::option::weighted(0.2, any_tour()),
    );
    (page, any_filters(), settings, places).prop_map(
        |(
            page,
            filters,
            (measure, quarter, column, descending, columns, tables, computable, within),
            (by, largest_first, periods, layer, zoom, kinds, around, (split, map_split), tour),
        )| {
            let mut state = ViewState::default();
            (state.measure, state.layer, state.zoom) = (measure, layer, zoom);
            state.country_sort = CountrySort { column: by, descending: largest_first };
            for (side, period) in Side::BOTH.into_iter().zip(periods) {
                if let Some(period) = period {
                    state.periods.choose(side, period);
                }
            }
            state.filters = filters;
            state.grain = if quarter { Grain::Quarter } else { Grain::Month };
            state.sort = Sort { column, descending };
            state.set_columns(&columns);
            (state.computable, state.within) = (computable, within);
            (state.around, state.tour) = (around, tour);
            (state.split, state.map_split) = (split, map_split);
            tables.into_iter().for_each(|chart| state.toggle_table(chart));
            kinds.into_iter().for_each(|kind| state.toggle_kind(kind));
            state.on(page)
        },
    )
}

proptest! {
    #[test]
    fn a_link_restores_its_view(state in any_state()) {
        let link = encode(&state);
        let (read, notices) = decode(&link, &EXPLORER);
        prop_assert_eq!(&notices, &[]);
        prop_assert_eq!(&read, &state, "{}", link);
        prop_assert_eq!(encode(&read), link);
    }

    #[test]
    fn a_link_is_plain_text_that_survives_pasting(state in any_state()) {
        let link = encode(&state);
        prop_assert!(link.bytes().all(|b| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b)), "{}", link);
    }

    #[test]
    fn the_order_of_a_link_does_not_matter(state in any_state(), seed in any::<u64>()) {
        let link = encode(&state);
        let (path, query) = link.split_once('?').unwrap_or((&link, ""));
        let mut pairs: Vec<&str> = query.split('&').collect();
        let turn = seed as usize % pairs.len();
        pairs.rotate_left(turn);
        let (read, _) = decode(&format!("{path}?{}", pairs.join("&")), &EXPLORER);
        prop_assert_eq!(encode(&read), link);
    }

    #[test]
    fn any_text_is_a_view(text in any::<String>()) {
        let (state, notices) = decode(&text, &EXPLORER);
        prop_assert!(notices.len() <= MOST_NOTICES);
        prop_assert_eq!(decode(&encode(&state), &EXPLORER), (state, vec![]));
    }

    #[test]
    fn any_damaged_link_is_a_view(
        key in prop_oneof![Just("a"), Just("b"), Just("except"), Just("agency"), Just("country"), Just("from"), Just("to"), Just("q"), Just("sort"), Just("cols"), Just("table"), Just("by"), Just("measure"), Just("gsi"), Just("tour"), Just("step")],
        value in "[A-Za-z0-9!,%+=&?#/:;~*-]{0,24}|\\PC{0,12}|(agency:MPS|except:|q:a;|from:20){0,4}",
        path in "/?(overview|records|compare|record/.{0,8}|x)?",
    ) {
        let (state, notices) = decode(&format!("#{path}?{key}={value}&agency=MPS"), &EXPLORER);
        prop_assert!(notices.len() <= MOST_NOTICES);
        prop_assert_eq!(decode(&encode(&state), &EXPLORER), (state, vec![]));
    }
}

#[test]
fn the_default_view_has_the_shortest_link() {
    assert_eq!(encode(&ViewState::default()), "#/overview");
    for empty in ["", "#", "#/", "#?", "#/overview?", "/overview"] {
        assert_eq!(open(empty), (ViewState::default(), vec![]), "{empty:?}");
    }
}

#[test]
fn a_link_reads_as_a_person_would_write_it() {
    let (state, notices) = open(
        "#/records?to=2024&country=vnm,!THA,LAO&q=drug+control&sort=-title&by=quarter&measure=events",
    );
    assert!(notices.is_empty());
    assert_eq!(
        encode(&state),
        "#/records?by=quarter&country=LAO,VNM,!THA&measure=events&q=drug%20control&sort=-title&to=2024"
    );
    assert_eq!(state.filters.query(), "drug control");
}

#[test]
fn what_cannot_be_applied_is_named_and_the_rest_holds() {
    let cases = [
        ("#/overview?agency=MPS,FBI", "agency: \u{201c}FBI\u{201d}"),
        ("#/overview?agency=MPS&country=ZZZ", "country: \u{201c}ZZZ\u{201d}"),
        ("#/overview?agency=MPS&colour=red", "colour: this key"),
        ("#/overview?agency=MPS&from=2023-02-30", "from: \u{201c}2023-02-30\u{201d} is not a date"),
        ("#/overview?agency=MPS&measure=visits", "measure: \u{201c}visits\u{201d}"),
        ("#/overview?agency=MPS&by=week", "by: "),
        ("#/overview?agency=MPS&sort=-colour", "sort: "),
        ("#/overview?agency=MPS&cols=colour", "cols: "),
        ("#/overview?agency=MPS&table=pie", "table: "),
        ("#/overview?agency=MPS&kind=gift", "kind: \u{201c}gift\u{201d}"),
        ("#/atlas?agency=MPS", "/atlas: there is no such view"),
        ("#/record/nothing?agency=MPS", "record: the dataset has no record"),
        ("#/overview?agency=MPS,", "agency: an empty value"),
    ];
    for (hash, notice) in cases {
        let (state, notices) = open(hash);
        assert_eq!(notices.len(), 1, "{hash}: {notices:?}");
        assert!(notices[0].starts_with(notice), "{hash}: {notices:?}");
        assert_eq!(
            state.filters.selection(Facet::Agency).standing("MPS"),
            Standing::Included,
            "{hash}"
        );
    }
    // Several mistakes under one key are one notice.
    let (_, notices) = open("#/overview?agency=FBI,,CIA&agency=KGB");
    assert_eq!(
        notices,
        [
            "agency: \u{201c}FBI\u{201d}, \u{201c}CIA\u{201d} and \u{201c}KGB\u{201d} are not values of \u{201c}Chinese agency\u{201d} and were ignored; an empty value was ignored"
        ]
    );
    let (swapped, notices) = open("#/overview?from=2025&to=2023");
    assert_eq!(encode(&swapped), "#/overview?from=2023&to=2025");
    assert!(notices[0].contains("swapped"), "{notices:?}");
}

/// A link can have a mistake in every other character. Nobody reads that many notices, and to show them
/// took the page a minute.
#[test]
fn a_link_of_mistakes_has_ten_notices_at_most() {
    let commas = ",".repeat(100_000);
    let words = "x,".repeat(50_000);
    let ids = (0..20_000).map(|at| format!("x{at}")).collect::<Vec<_>>().join(",");
    let keys = (0..10_000).map(|at| format!("key{at}=1")).collect::<Vec<_>>().join("&");
    let one_key = "from=never&".repeat(9_000);
    let facets = Facet::ALL.map(|facet| format!("{}={words}", facet.key())).join("&");
    let cases = [
        (format!("agency={commas}"), 1, "agency: 100,001 empty values were ignored"),
        (
            format!("table={words}"),
            1,
            "table: \u{201c}x\u{201d} and \u{201c}\u{201d} were ignored; expected one of timeline",
        ),
        (
            format!("country={ids}"),
            1,
            "country: \u{201c}x0\u{201d}, \u{201c}x1\u{201d}, \u{201c}x2\u{201d} and 19,997 more are not values of",
        ),
        (
            format!("cols={ids}"),
            1,
            "cols: \u{201c}x0\u{201d}, \u{201c}x1\u{201d}, \u{201c}x2\u{201d} and 19,997 more were ignored",
        ),
        (keys, 10, "key0: this key is not known"),
        (one_key, 1, "from: \u{201c}never\u{201d} is not a date"),
        (facets, 10, "agency: \u{201c}x\u{201d} is not a value of"),
    ];
    for (query, count, first) in cases {
        let (state, notices) = open(&format!("#/overview?{query}&format=bilateral"));
        let start = &query[..20];
        assert_eq!(notices.len(), count, "{start}: {notices:?}");
        assert!(notices[0].starts_with(first), "{start}: {notices:?}");
        assert!(notices.concat().len() < 2_000, "{start}: {notices:?}");
        // What is right in it holds.
        let format = state.filters.selection(Facet::Format).standing("bilateral");
        assert_eq!(format, Standing::Included, "{start}");
    }
    let (_, notices) = open("#/overview?a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1&j=1&k=1&k=2&l=1");
    assert_eq!(notices[8], "i: this key is not known and was ignored");
    assert_eq!(notices[9], "and 4 more");
}

/// What the review searched for, and what it found instead.
#[test]
fn a_search_finds_what_is_meant() {
    let found = |query: &str| interactions(&format!("#/records?q={query}"));
    // Words, not parts of words: "to" is in "topics".
    let lam = found("lam");
    assert!(lam > 0);
    assert_eq!(found("to+lam"), lam);
    assert_eq!(found("%22to+lam%22"), lam);
    assert_eq!(found("etnam"), 0);
    // Other names of a country are that country.
    let rows = |link: &str| {
        let (state, _) = open(link);
        EXPLORER.explore(&state.scope(), Measure::Interactions)
    };
    let country = EXPLORER.table().dictionary(Facet::Country);
    for (name, iso3) in [("viet+nam", "VNM"), ("burma", "MMR"), ("t%C3%BCrkiye", "TUR")] {
        let code = usize::from(country.code(iso3).unwrap());
        let of = rows(&format!("#/records?q={name}"));
        let all = EXPLORER.totals(Measure::Interactions).facet(Facet::Country)[code];
        assert_eq!(of.facet(Facet::Country)[code], all, "{name}");
    }
    // What else is found has the two words side by side.
    for row in rows("#/records?q=viet+nam").rows.iter() {
        assert!(EXPLORER.table().text(row).contains(" viet nam "));
    }
    // A topic has other names, too.
    let narcotics = interactions("#/records?topic=narcotics");
    for word in ["drug", "drugs", "narcotics"] {
        assert!(found(word) >= narcotics, "{word}");
    }
    // Punctuation around a word says nothing.
    for typed in ["(narcotics)", "narcotics,", "\u{201c}narcotics\u{201d}"] {
        assert_eq!(found(typed), found("%22narcotics%22"), "{typed}");
    }
    let near = EXPLORER.table().near("vietnma");
    assert_eq!(near[0].near.first().map(String::as_str), Some("vietnam"));
}

/// What mail and chat programs make of a link.
#[test]
fn a_link_is_read_as_it_was_meant() {
    let meant = open("#/records?agency=MPS&country=LAO,VNM&from=2024");
    assert_eq!(meant.1, [] as [String; 0]);
    for link in [
        "#/records?agency=MPS&country=LAO%2CVNM&from=2024",
        "#/records?agency=MPS&country=LAO%2cVNM&from=2024.",
        "#/records?agency%3DMPS&country%3DLAO%2CVNM&from%3D2024",
        "#/records%3Fagency=MPS&country=LAO,VNM&from=2024",
        "#/records?agency=MPS&amp;country=LAO,VNM&amp;from=2024",
        "#/records?agency=MPS&country=LAO, VNM&from=2024)",
        "#/records?agency=MPS&country=LAO,%20VNM&from=2024>",
        "#/records?agency=MPS&country=LAO,+VNM&from=2024%3E",
        "#/records?agency=MPS&country=LAO,VNM&from=2024\u{201d}",
        "#/records?agency=MPS&country=LAO,VNM&from=2024%E2%80%9D",
        "#/records?agency=MPS&country=LAO,VNM&from=2024%22",
        "#/records?agency=MPS&country=LAO,VNM&from=2024 ",
        "#/records?agency=MPS&country=LAO,VNM&from=2024).",
    ] {
        let (state, notices) = open(link);
        assert_eq!(state, meant.0, "{link}");
        assert_eq!(notices, [] as [String; 0], "{link}");
    }
    assert_eq!(open("#/record/2022-08-19-mps-sco.").1, [] as [String; 0]);
    // A search keeps what it ends with.
    for query in ["U.S.", "\"to lam\"", "a&amp;b", "50%", "(x)", "a;"] {
        let mut state = ViewState::default();
        state.filters.set_query(query);
        assert_eq!(open(&encode(&state)).0.filters.query(), query);
    }
}

#[test]
fn exclusion_complements_inclusion_in_single_valued_facets() {
    let all = interactions("#/overview");
    assert_eq!(all, 394);
    for (facet, id) in [
        ("agency", "MPS"),
        ("region", "southeast-asia"),
        ("region", "organizations"),
        ("gsi", "none"),
        ("window", "yes"),
        ("forum", "none"),
    ] {
        let with = interactions(&format!("#/overview?{facet}={id}"));
        let without = interactions(&format!("#/overview?{facet}=!{id}"));
        assert!(with > 0 && without > 0, "{facet}={id}");
        assert_eq!(with + without, all, "{facet}={id}");
    }
    assert_eq!(
        interactions("#/overview?gsi=yes"),
        interactions("#/overview?gsi=!none,!mention,!not-a-country")
    );
}

#[test]
fn chips_take_away_one_filter_each() {
    let (state, _) = open("#/overview?agency=MPS,!MSS&q=drugs&from=2024-01&to=2024-12");
    let chips = chips(&EXPLORER, &state.filters);
    let labels: Vec<_> = chips.iter().map(|c| (c.label.as_str(), c.excluded)).collect();
    assert_eq!(
        labels,
        [("MPS", false), ("MSS", true), ("2024", false), ("\u{201c}drugs\u{201d}", false)]
    );
    for (at, chip) in chips.iter().enumerate() {
        assert_eq!(explorer_view::sentence::chips(&EXPLORER, &chip.without).len(), 3, "{at}");
    }
}

#[test]
fn the_sentence_says_filters_and_numbers() {
    let (state, _) = open("#/overview?agency=MSS&country=USA");
    let summary = EXPLORER.explore(&state.filters, state.measure).summary;
    assert_eq!(filter_words(&EXPLORER, &state.filters), "MSS · United States");
    assert_eq!(summary_words(&state.filters, summary), "1 interaction");
    let words = |link: &str| {
        let (state, _) = open(link);
        summary_words(&state.scope(), EXPLORER.explore(&state.scope(), state.measure).summary)
    };
    assert_eq!(words("#/overview?country=VNM"), "24 interactions");
    assert_eq!(words("#/overview?org=interpol"), "9 interactions");
    assert!(words("#/overview").contains(" events with "));
    assert_eq!(filter_words(&EXPLORER, &ViewState::default().filters), "All records");
}

#[test]
fn records_sort_by_every_column_both_ways() {
    let rows = EXPLORER.explore(&ViewState::default().filters, Measure::Events).rows;
    for column in RecordColumn::ALL {
        let sorted = |descending| records(&EXPLORER, &rows, Sort { column, descending });
        let (up, down) = (sorted(false), sorted(true));
        assert_eq!((up.len(), down.len()), (242, 242));
        let text = |at: usize| cell(&EXPLORER, &EXPLORER.dataset().events[at], column);
        assert_eq!(text(up[0].event), text(down[241].event), "{}", column.id());
        assert_eq!(up.iter().map(|r| r.interactions).sum::<u32>(), 394);
    }
    let newest = records(&EXPLORER, &rows, Sort::default());
    let dates: Vec<_> =
        newest.iter().map(|r| EXPLORER.dataset().events[r.event].date.first_day()).collect();
    assert!(dates.is_sorted_by(|a, b| a >= b));
    // What the table shows is in words; a file keeps what sorts as text.
    let newest = &EXPLORER.dataset().events[newest[0].event];
    assert_eq!(cell(&EXPLORER, newest, RecordColumn::Date), "16 Mar 2026");
}

#[test]
fn a_brushed_stretch_is_the_range_that_selects_it() {
    use explorer_view::time::{bins_of_range, range_of_bins, timeline};
    let outcome = EXPLORER.explore(&ViewState::default().filters, Measure::Interactions);
    for grain in [Grain::Month, Grain::Quarter] {
        let bins = timeline(&EXPLORER, &outcome, grain);
        assert_eq!(bins.iter().map(|b| b.count).sum::<u32>(), 394);
        assert!(bins.iter().all(|b| b.by_agency.iter().sum::<u32>() == b.count));
        for a in 0..bins.len() {
            for b in 0..bins.len() {
                let range = range_of_bins(&bins, a, b);
                let all = a.min(b) == 0 && a.max(b) == bins.len() - 1;
                let expected = (!all).then_some((a.min(b), a.max(b)));
                assert_eq!(bins_of_range(&bins, range), expected);
                if grain == Grain::Month && b >= a {
                    let mut filters = ViewState::default().filters;
                    filters.range = range;
                    let inside =
                        EXPLORER.explore(&filters, Measure::Interactions).summary.interactions;
                    assert_eq!(inside, bins[a..=b].iter().map(|b| b.count).sum::<u32>());
                }
            }
        }
        assert!(bins_of_range(&bins, range_of_bins(&bins, 5, usize::MAX)).is_some());
    }
}

#[test]
fn rankings_show_every_value_that_a_record_has_and_what_is_chosen() {
    use explorer_view::ranking::{list_order, ranking};
    let (state, _) = open("#/overview?country=FRA,AND&agency=MSS");
    let outcome = EXPLORER.explore(&state.filters, state.measure);
    let countries = ranking(&EXPLORER, &state.filters, &outcome, Facet::Country);
    assert_eq!(countries.len(), 72 + 1, "Andorra has no record but is chosen");
    assert!(countries.is_sorted_by(|a, b| a.count >= b.count));
    let forums = ranking(&EXPLORER, &state.filters, &outcome, Facet::Forum);
    assert_eq!(forums.last().map(|f| f.id.as_str()), Some("none"));
    for facet in Facet::ALL {
        let mut codes = list_order(&EXPLORER, facet);
        codes.sort_unstable();
        assert!(codes.iter().copied().eq(0..u16::try_from(codes.len()).unwrap()));
    }
}
