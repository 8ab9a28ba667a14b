//! Pictures of every chart in every state a reader can meet, and the promises
//! that hold at every size and count.
//!
//! After a change in drawing: `INSTA_UPDATE=always cargo test --test charts`,
//! then look at the changed files of `tests/snapshots/` as pictures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use explorer_chart::mark::column_at;
use explorer_chart::scene::{Align, Shape};
use explorer_chart::{
    AgencyTint, Bar, BarChart, Bin, Frame, HeatCell, HeatLine, HeatMap, Lane, Lanes, Mark,
    MarkState, Mirror, PairForm, PairRow, Pairs, Palette, Point, PointKind, Scene, Series,
    Sparkline, Timeline, Tint,
};
use plotters::prelude::{IntoDrawingArea, SVGBackend};
use proptest::prelude::*;

// ---- Pictures

fn svg(frame: &Frame, scene: &Scene) -> String {
    let mut out = String::new();
    {
        let size = (frame.width, frame.height);
        let area = SVGBackend::with_string(&mut out, size).into_drawing_area();
        scene.draw(&area).unwrap();
        area.present().unwrap();
    }
    out
}

/// The wide pictures in both themes: a colour that is missing in one shows up there only.
fn snap(name: &str, width: f64, height: f64, scene: impl Fn(&Frame, &Palette) -> Scene) {
    for (theme, palette) in [("light", Palette::light()), ("dark", Palette::dark())] {
        if theme == "dark" && width < 700.0 {
            continue;
        }
        let frame = Frame::svg(width, height, 1.0);
        let picture = svg(&frame, &scene(&frame, &palette));
        insta::assert_binary_snapshot!(
            &format!("{name}-{width:.0}-{theme}.svg"),
            picture.into_bytes()
        );
    }
}

fn snap_bars(name: &str, bars: &[Bar<'_>]) {
    let chart = BarChart { bars };
    for width in [360.0, 720.0] {
        snap(name, width, chart.height(width), |frame, palette| chart.scene(frame, palette));
    }
}

fn snap_timeline(name: &str, timeline: &Timeline<'_>) {
    let height = if timeline.compact { 56.0 } else { 240.0 };
    for width in [360.0, 720.0] {
        snap(name, width, height, |frame, palette| timeline.scene(frame, palette));
    }
}

fn bar(label: &str, count: u32, total: u32) -> Bar<'_> {
    Bar {
        label,
        count,
        uncertain: 0,
        value: None,
        total,
        tint: Tint::Neutral,
        state: MarkState::Plain,
    }
}

fn regions() -> Vec<Bar<'static>> {
    vec![
        bar("Southeast Asia", 122, 141),
        bar("Central Asia", 61, 70),
        bar("Russia, Belarus and the Caucasus", 41, 48),
        bar("Middle East and North Africa", 18, 62),
        bar("Sub-Saharan Africa", 11, 36),
        bar("国际组织与多边机制（上海合作组织、东盟）", 7, 24),
        bar("Pacific islands", 1, 13),
        bar("North America", 0, 5),
    ]
}

fn with_states<'a>(mut bars: Vec<Bar<'a>>, states: &[(usize, MarkState)]) -> Vec<Bar<'a>> {
    for (index, state) in states {
        bars[*index].state = *state;
    }
    bars
}

fn snap_sparkline(name: &str, spark: Sparkline<'_>) {
    // Drawn four times as large: a reader of the picture sees the same columns.
    for (theme, palette) in [("light", Palette::light()), ("dark", Palette::dark())] {
        let frame = Frame::svg(90.0, 24.0, 4.0);
        let picture = svg(&frame, &spark.scene(&frame, &palette)).into_bytes();
        insta::assert_binary_snapshot!(&format!("{name}-{theme}.svg"), picture);
    }
}

#[test]
fn sparklines() {
    let counts = [0, 1, 0, 3, 2, 7, 1, 0, 0, 4, 2, 1, 1, 0, 2];
    snap_sparkline("sparkline", Sparkline { counts: &counts, top: 7, selected: None });
    let chosen = Sparkline { counts: &counts, top: 7, selected: Some((4, 9)) };
    snap_sparkline("sparkline-brushed", chosen);
    // Beside a country with many, one meeting can still be seen.
    let one = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0];
    snap_sparkline("sparkline-one", Sparkline { counts: &one, top: 40, selected: None });
}

#[test]
fn bars_over_totals() {
    snap_bars("bars-totals", &regions());
}

#[test]
fn bars_with_a_selection() {
    use MarkState::{Included, Muted};
    let states = [Included, Muted, Included, Muted, Muted, Muted, Muted, Muted];
    let states: Vec<_> = states.into_iter().enumerate().collect();
    snap_bars("bars-included", &with_states(regions(), &states));
}

#[test]
fn bars_with_an_exclusion() {
    let states = [(0, MarkState::Excluded), (2, MarkState::Excluded), (5, MarkState::Excluded)];
    snap_bars("bars-excluded", &with_states(regions(), &states));
}

#[test]
fn bars_of_agencies() {
    let tinted = |label, count, total, agency, state| Bar {
        uncertain: 0,
        label,
        count,
        value: None,
        total,
        tint: Tint::Agency(agency),
        state,
    };
    snap_bars(
        "bars-agencies",
        &[
            tinted("MPS", 277, 277, AgencyTint::Mps, MarkState::Plain),
            tinted("CPLC", 64, 64, AgencyTint::Cplc, MarkState::Plain),
            tinted("MSS", 8, 8, AgencyTint::Mss, MarkState::Plain),
        ],
    );
    snap_bars(
        "bars-agency-included",
        &[
            tinted("MPS", 277, 277, AgencyTint::Mps, MarkState::Muted),
            tinted("CPLC", 64, 64, AgencyTint::Cplc, MarkState::Included),
            tinted("MSS", 8, 8, AgencyTint::Mss, MarkState::Muted),
            tinted("Other", 3, 9, AgencyTint::Rest, MarkState::Muted),
        ],
    );
}

#[test]
fn bars_whose_totals_would_dwarf_them() {
    snap_bars(
        "bars-without-totals",
        &[
            bar("Protection of Chinese nationals and projects", 9, 1_402),
            bar("Telecom and online fraud", 7, 880),
            bar("Counter-terrorism", 2, 640),
        ],
    );
}

#[test]
fn bars_at_the_extremes() {
    snap_bars("bars-one", &[bar("Viet Nam", 3, 3)]);
    snap_bars("bars-empty", &[]);
    snap_bars("bars-all-zero", &[bar("Laos", 0, 0), bar("Nauru", 0, 0)]);
    snap_bars(
        "bars-largest",
        &[bar("All of them", u32::MAX, u32::MAX), bar("One of them", 1, 1), bar("None", 0, 12)],
    );
}

/// A rough copy of the dataset's shape: quiet, growing, with a peak each September.
/// Labels, short labels and counts, as people meet regions.
const HEAT_ROWS: [(&str, &str, [u32; 7]); 5] = [
    ("Wang Xiaohong", "Wang Xiaohong", [51, 35, 34, 20, 16, 16, 2]),
    ("Chen Wenqing", "Chen Wenqing", [15, 8, 0, 1, 12, 10, 0]),
    ("Xu Ganlu", "Xu Ganlu", [14, 0, 0, 0, 0, 2, 0]),
    ("Chen Yixin", "Chen Yixin", [7, 0, 0, 0, 0, 0, 0]),
    ("Not named", "Not named", [10, 0, 2, 5, 0, 2, 1_204]),
];

const HEAT_COLUMNS: [(&str, &str); 7] = [
    ("Southeast Asia", "SE Asia"),
    ("Central Asia", "C. Asia"),
    ("Pacific Islands", "Pac. Isl."),
    ("Africa", "Afr."),
    ("Russia, Belarus and the Caucasus", "Rus. Cau."),
    ("International organizations", "Int. orgs"),
    ("Latin America and the Caribbean", "Lat. Am."),
];

fn heat_line<'a>(label: &'a str, short: &'a str, count: u32, state: MarkState) -> HeatLine<'a> {
    HeatLine { label, short, count, state }
}

/// A heat map with `columns` of the regions, over and over; `states` are those of row and column.
fn snap_heat(name: &str, columns: usize, states: &dyn Fn(usize, usize) -> [MarkState; 2]) {
    let class = |count: u32| [1, 5, 10, 20, 50].iter().filter(|from| count >= **from).count();
    let rows: Vec<_> = HEAT_ROWS
        .iter()
        .enumerate()
        .map(|(at, row)| heat_line(row.0, row.1, row.2.iter().sum(), states(at, 0)[0]))
        .collect();
    let heads: Vec<_> = HEAT_COLUMNS
        .iter()
        .cycle()
        .take(columns)
        .enumerate()
        .map(|(at, (label, short))| heat_line(label, short, 40, states(0, at)[1]))
        .collect();
    let counts = HEAT_ROWS.iter().flat_map(|row| row.2.iter().cycle().take(columns));
    let dotted = name == "heat-dotted";
    let cells: Vec<HeatCell> = counts
        .enumerate()
        .map(|(at, count)| HeatCell {
            count: *count,
            class: class(*count).checked_sub(1),
            is_dotted: dotted && *count > 0 && at % 3 == 0,
        })
        .collect();
    let chart = HeatMap { rows: &rows, columns: &heads, cells: &cells, classes: 5 };
    for width in [358.0, 1060.0] {
        snap(name, width, chart.height(width), |frame, palette| chart.scene(frame, palette));
    }
}

#[test]
fn heat_maps() {
    use MarkState::{Excluded, Included, Muted, Plain};
    snap_heat("heat", 13, &|_, _| [Plain, Plain]);
    snap_heat("heat-few", 3, &|_, _| [Plain, Plain]);
    snap_heat("heat-dotted", 13, &|row, _| [if row == 1 { Excluded } else { Plain }, Plain]);
    // The row and two columns are chosen.
    snap_heat("heat-chosen", 13, &|row, column| {
        let of = |chosen| if chosen { Included } else { Muted };
        [of(row == 1), of(column == 0 || column == 4)]
    });
    snap_heat("heat-excluded", 7, &|row, column| {
        let of = |excluded| if excluded { Excluded } else { Plain };
        [of(row == 0), of(column == 2)]
    });
}

fn monthly(bins: usize, first_year: i16, first_month: usize) -> Vec<Bin> {
    (0..bins)
        .map(|index| {
            let month = (first_month + index) % 12;
            let year = first_year + ((first_month + index) / 12) as i16;
            let wave = (index * 7 + index * index * 3) % 9;
            let peak = if month == 8 { 22 } else { 0 };
            let mps = (wave + index / 8 + peak) as u32;
            let cplc = ((index * 5) % 4) as u32;
            let mss = u32::from(index % 6 == 2);
            Bin {
                uncertain: Vec::new(),
                label: format!("{year}-{:02}", month + 1),
                tick: "JFMAMJJASOND"[month..=month].to_owned(),
                counts: vec![mps, cplc, mss],
                total: mps + cplc + mss,
                year,
                first_of_year: month == 0,
                is_partial: false,
            }
        })
        .collect()
}

fn quarterly(bins: usize) -> Vec<Bin> {
    let months = monthly(bins * 3, 2021, 0);
    months
        .chunks(3)
        .enumerate()
        .map(|(index, quarter)| Bin {
            uncertain: Vec::new(),
            label: format!("Q{} {}", index % 4 + 1, quarter[0].year),
            tick: format!("Q{}", index % 4 + 1),
            counts: (0..3).map(|at| quarter.iter().map(|bin| bin.counts[at]).sum()).collect(),
            total: quarter.iter().map(|bin| bin.total).sum(),
            year: quarter[0].year,
            first_of_year: index % 4 == 0,
            is_partial: false,
        })
        .collect()
}

fn agencies() -> Vec<Series> {
    [("MPS", AgencyTint::Mps), ("CPLC", AgencyTint::Cplc), ("MSS", AgencyTint::Mss)]
        .into_iter()
        .map(|(label, tint)| Series { label: label.to_owned(), tint: Tint::Agency(tint) })
        .collect()
}

fn stacked<'a>(bins: &'a [Bin], series: &'a [Series]) -> Timeline<'a> {
    Timeline { bins, series, selected: None, compact: false, stacked: true }
}

fn filtered(mut bins: Vec<Bin>) -> Vec<Bin> {
    for bin in &mut bins {
        for count in &mut bin.counts {
            *count = count.div_ceil(2);
        }
    }
    bins
}

#[test]
fn timeline_by_month() {
    let series = agencies();
    let bins = monthly(44, 2021, 10);
    snap_timeline("timeline-monthly", &stacked(&bins, &series));
    let bins = filtered(bins);
    snap_timeline("timeline-filtered", &stacked(&bins, &series));
    let brushed = Timeline { selected: Some((14, 25)), ..stacked(&bins, &series) };
    snap_timeline("timeline-brushed", &brushed);
}

#[test]
fn timeline_by_quarter() {
    let series = agencies();
    let bins = quarterly(16);
    snap_timeline("timeline-quarterly", &stacked(&bins, &series));
}

#[test]
fn timeline_unstacked() {
    let series = agencies();
    let bins = filtered(monthly(44, 2021, 0));
    let timeline = Timeline { stacked: false, ..stacked(&bins, &series) };
    snap_timeline("timeline-unstacked", &timeline);
}

#[test]
fn timeline_compact() {
    let bins = filtered(monthly(44, 2021, 0));
    let timeline =
        Timeline { bins: &bins, series: &[], selected: None, compact: true, stacked: false };
    snap_timeline("timeline-compact", &timeline);
    let brushed = Timeline { selected: Some((30, 43)), ..timeline };
    snap_timeline("timeline-compact-brushed", &brushed);
}

#[test]
fn timeline_at_the_extremes() {
    let series = agencies();
    let mut zero = monthly(44, 2021, 0);
    for bin in &mut zero {
        bin.counts = vec![0; 3];
        bin.total = 0;
    }
    snap_timeline("timeline-zero", &stacked(&zero, &series));
    // Everything is filtered out: the totals alone say where there was something.
    let mut nothing_left = monthly(44, 2021, 0);
    for bin in &mut nothing_left {
        bin.counts = vec![0; 3];
    }
    snap_timeline("timeline-nothing-left", &stacked(&nothing_left, &series));
    snap_timeline("timeline-empty", &stacked(&[], &series));
    let one = monthly(1, 2024, 8);
    snap_timeline("timeline-one", &stacked(&one, &series));
    let many = monthly(400, 1991, 0);
    snap_timeline("timeline-400", &stacked(&many, &series));
    let mut largest = monthly(6, 2024, 0);
    largest[2].counts = vec![u32::MAX; 3];
    largest[3].counts = vec![1, 1, 1];
    snap_timeline("timeline-largest", &stacked(&largest, &series));
}

/// The years 2015 to 2026 with their first days since 1970.
const YEARS: [(i16, i32); 13] = [
    (2015, 16_436),
    (2016, 16_801),
    (2017, 17_167),
    (2018, 17_532),
    (2019, 17_897),
    (2020, 18_262),
    (2021, 18_628),
    (2022, 18_993),
    (2023, 19_358),
    (2024, 19_723),
    (2025, 20_089),
    (2026, 20_454),
    (2027, 20_819),
];

fn point(day: i32, weight: u32) -> Point {
    Point {
        days: (day, day),
        weight,
        kind: PointKind::Disc,
        note: if weight > 0 { weight.to_string() } else { String::new() },
        state: MarkState::Plain,
    }
}

fn lane(heading: &'static str, label: &str, points: Vec<Point>) -> Lane {
    Lane { heading, label: label.to_owned(), state: MarkState::Plain, points }
}

fn sessions() -> Vec<Lane> {
    let cross = |day| Point { kind: PointKind::Cross, days: (day, day + 364), ..point(day, 0) };
    let year = |day| Point { days: (day, day + 365), ..point(day, 0) };
    vec![
        lane(
            "Worldwide",
            "Lianyungang forum (GPSCFL)",
            vec![
                point(16_700, 0),
                year(16_801),
                point(17_512, 0),
                point(17_786, 0),
                cross(17_897),
                point(18_605, 0),
                cross(18_628),
                point(19_325, 5),
                point(19_619, 19),
                point(19_974, 11),
                point(20_347, 15),
            ],
        ),
        lane("", "UN police chiefs summit (UNCOPS)", vec![point(16_955, 0), year(19_723)]),
        lane(
            "Eurasia and Central Asia",
            "Shanghai Cooperation (SCO)",
            vec![point(19_669, 13), point(19_816, 3), point(20_210, 1), point(20_263, 9)],
        ),
        lane("", "Three on one day", vec![point(19_975, 3), point(19_975, 27), point(19_975, 0)]),
        lane("", "Nothing", Vec::new()),
    ]
}

fn snap_lanes(name: &str, lanes: &[Lane], chosen: Option<(i32, i32)>) {
    let chart = Lanes { lanes, years: &YEARS, chosen };
    for width in [360.0, 900.0] {
        let laid = chart.laid_out(width);
        snap(name, width, laid.height(), |frame, palette| laid.scene(frame, palette));
    }
}

#[test]
fn lanes() {
    snap_lanes("lanes", &sessions(), None);
}

/// The texts of a scene.
fn texts(scene: &Scene) -> Vec<&str> {
    let texts = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Text { text, .. } => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}

#[test]
fn no_number_on_a_lane_is_left_out_however_narrow() {
    let lanes = sessions();
    let chart = Lanes { lanes: &lanes, years: &YEARS, chosen: None };
    for width in [288.0, 358.0, 480.0, 640.0, 900.0, 1200.0] {
        let laid = chart.laid_out(width);
        let frame = Frame::canvas(width, laid.height(), 1.0);
        let scene = laid.scene(&frame, &Palette::light());
        let mut texts = texts(&scene);
        for point in lanes.iter().flat_map(|lane| &lane.points).filter(|p| p.weight > 0) {
            let at = texts.iter().position(|text| *text == point.note);
            assert!(at.is_some(), "{} is missing at {width}: {texts:?}", point.note);
            texts.swap_remove(at.unwrap());
        }
    }
}

#[test]
fn the_first_and_the_last_year_of_a_narrow_timeline_are_written() {
    // August 2022 to March 2026, as on a phone.
    let bins: Vec<Bin> = (7..51)
        .map(|month| Bin {
            uncertain: Vec::new(),
            year: 2022 + month / 12,
            first_of_year: month % 12 == 0,
            counts: vec![1],
            total: 1,
            ..Bin::default()
        })
        .collect();
    let timeline =
        Timeline { bins: &bins, series: &[], selected: None, compact: false, stacked: false };
    for (width, years) in [
        (320.0, ["\u{2019}22", "\u{2019}23", "\u{2019}24", "\u{2019}25", "\u{2019}26"]),
        (358.0, ["\u{2019}22", "\u{2019}23", "\u{2019}24", "\u{2019}25", "\u{2019}26"]),
        (1060.0, ["2022", "2023", "2024", "2025", "2026"]),
    ] {
        let frame = Frame::canvas(width, explorer_chart::timeline::HEIGHT, 1.0);
        let scene = timeline.scene(&frame, &Palette::light());
        let texts = texts(&scene);
        let written: Vec<_> = texts.into_iter().filter(|text| years.contains(text)).collect();
        assert_eq!(written, years, "{width}");
    }
}

#[test]
fn lanes_with_a_selection() {
    let mut lanes = sessions();
    for (at, lane) in lanes.iter_mut().enumerate() {
        lane.state = if at == 0 { MarkState::Included } else { MarkState::Muted };
        lane.points.iter_mut().for_each(|point| {
            point.state = if point.days.0 < 19_358 { MarkState::Muted } else { lane.state };
        });
    }
    snap_lanes("lanes-chosen", &lanes, Some((19_358, 20_453)));
    snap_lanes("lanes-empty", &[], None);
}

fn pair_rows() -> Vec<PairRow<'static>> {
    [
        ("Southeast Asia", [96, 21]),
        ("Central Asia", [40, 12]),
        ("Russia, Belarus and the Caucasus", [31, 9]),
        ("Africa", [2, 18]),
        ("国际组织与多边机制（上海合作组织、东盟）", [7, 7]),
        ("Pacific islands", [9, 0]),
        ("North America", [0, 1]),
    ]
    .map(|(label, counts)| PairRow { label, counts, uncertain: [0; 2] })
    .to_vec()
}

fn snap_pairs(name: &str, rows: &[PairRow<'_>], form: PairForm) {
    let chart = Pairs { rows, form };
    for width in [360.0, 720.0] {
        snap(name, width, chart.height(width), |frame, palette| chart.scene(frame, palette));
    }
}

#[test]
fn two_sides_by_value() {
    snap_pairs("pairs-dumbbells", &pair_rows(), PairForm::Dumbbells);
    let formats = [("Bilateral", [88, 20]), ("Sideline", [50, 0]), ("Multilateral", [47, 24])];
    let formats = formats.map(|(label, counts)| PairRow { label, counts, uncertain: [0; 2] });
    snap_pairs("pairs-bars", &formats, PairForm::Bars);
    // Some, half, all and none of it is uncertain, and more than there is.
    let doubted = [
        ("Bilateral", [88, 20], [1, 10]),
        ("Sideline", [50, 0], [50, 0]),
        ("Multilateral", [47, 24], [0, 25]),
    ];
    let doubted = doubted.map(|(label, counts, uncertain)| PairRow { label, counts, uncertain });
    snap_pairs("pairs-bars-uncertain", &doubted, PairForm::Bars);
    snap_pairs("pairs-dumbbells-uncertain", &doubted, PairForm::Dumbbells);
    let extremes = [("One", [u32::MAX, 1]), ("Other", [0, u32::MAX])];
    let extremes = extremes.map(|(label, counts)| PairRow { label, counts, uncertain: [0; 2] });
    snap_pairs("pairs-extremes", &extremes, PairForm::Dumbbells);
}

#[test]
fn two_sides_over_time() {
    let mut bins = monthly(44, 2022, 7);
    for (at, bin) in bins.iter_mut().enumerate() {
        bin.counts = vec![(at as u32 * 7) % 13, (at as u32 * 5) % 8];
        bin.is_partial = at == 0;
    }
    let names = ["A: MPS, 190 interactions", "B: CPLC, 44 interactions"];
    let chart = Mirror { bins: &bins, names, years: true };
    for width in [360.0, 720.0] {
        snap("mirror", width, 300.0, |frame, palette| chart.scene(frame, palette));
    }
    let aligned = Mirror { bins: &bins[..12], names, years: false };
    for width in [360.0, 720.0] {
        snap("mirror-aligned", width, 300.0, |frame, palette| aligned.scene(frame, palette));
    }
    for (at, bin) in bins.iter_mut().enumerate() {
        bin.uncertain = bin.counts.iter().map(|count| count * (at as u32 % 4) / 3).collect();
    }
    let doubted = Mirror { bins: &bins, names, years: true };
    snap("mirror-uncertain", 720.0, 300.0, |frame, palette| doubted.scene(frame, palette));
}

#[test]
fn what_is_uncertain_is_pale_with_an_edge() {
    let some = [60, 61, 1, 0, 7, 7, 1, 0];
    let mut bars = with_states(regions(), &[(2, MarkState::Included), (4, MarkState::Excluded)]);
    bars.iter_mut().zip(some).for_each(|(bar, some)| bar.uncertain = some);
    bars[5].tint = Tint::Agency(AgencyTint::Mps);
    snap_bars("bars-uncertain", &bars);
    let mut bins = monthly(44, 2022, 7);
    for (at, bin) in bins.iter_mut().enumerate() {
        bin.uncertain = bin.counts.iter().map(|count| count * (at as u32 % 4) / 3).collect();
        bin.is_partial = at == 43;
    }
    let selected = Some((12, 43));
    let series = agencies();
    let chart = Timeline { bins: &bins, series: &series, selected, compact: false, stacked: true };
    snap_timeline("timeline-uncertain", &chart);
}

#[test]
fn the_uncertain_part_is_as_long_as_its_share() {
    let palette = Palette::light();
    let frame = Frame::svg(720.0, 26.0, 1.0);
    let widths = |uncertain: u32| {
        let bars = [Bar { uncertain, ..bar("Laos", 100, 100) }];
        let scene = BarChart { bars: &bars }.scene(&frame, &palette);
        let width = |color: explorer_chart::Rgb| {
            let of = |shape: &Shape| match shape {
                Shape::Rect { left, right, top, bottom, color: it } if *it == color => {
                    (bottom - top > 10).then_some(right - left)
                }
                _ => None,
            };
            scene.shapes.iter().filter_map(of).max().unwrap_or(0)
        };
        (width(palette.bar), width(palette.pale(palette.bar)))
    };
    let (whole, none) = widths(0);
    assert_eq!(none, 0);
    for uncertain in [1, 25, 50, 99, 100] {
        let (certain, rest) = widths(uncertain);
        // The edge of the pale part has the full colour.
        let certain = if uncertain == 100 { 0 } else { certain };
        assert_eq!(certain + rest, whole, "{uncertain}");
        let share = f64::from(rest) / f64::from(whole);
        assert!((share - f64::from(uncertain) / 100.0).abs() < 0.01, "{uncertain}: {share}");
    }
}

#[test]
fn text_from_data_stays_text() {
    let bars = [bar("<script>alert(1)</script> & \"x\"\u{1b}", 2, 2)];
    let frame = Frame::svg(720.0, 26.0, 1.0);
    let picture = svg(&frame, &BarChart { bars: &bars }.scene(&frame, &Palette::light()));
    assert!(!picture.contains("<script"));
    assert!(!picture.contains('\u{1b}'));
}

#[test]
fn a_denser_screen_gets_the_same_picture_at_whole_pixels() {
    let bins = monthly(44, 2021, 0);
    let series = agencies();
    let timeline = stacked(&bins, &series);
    let (one, two) = (Frame::canvas(720.0, 240.0, 1.0), Frame::canvas(720.0, 240.0, 2.0));
    let (a, b) = (
        timeline.scene(&one, &Palette::light()).shapes,
        timeline.scene(&two, &Palette::light()).shapes,
    );
    assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(&b) {
        match (a, b) {
            (Shape::Rect { left, top, .. }, Shape::Rect { left: left2, top: top2, .. }) => {
                assert!((left * 2 - left2).abs() <= 2 && (top * 2 - top2).abs() <= 2);
            }
            (Shape::Text { x, text, .. }, Shape::Text { x: x2, text: text2, .. }) => {
                assert!((x * 2 - x2).abs() <= 2);
                assert_eq!(text, text2);
            }
            _ => panic!("{a:?} became {b:?}"),
        }
    }
}

#[test]
fn totals_are_named_only_where_they_can_be_seen() {
    let shown = |bars: &[Bar<'_>]| BarChart { bars }.totals_shown();
    assert!(shown(&[bar("a", 5, 20)]));
    assert!(!shown(&[bar("a", 5, 21)]));
    assert!(!shown(&[bar("a", 5, 5)]));
    assert!(!shown(&[]));
    let series = agencies();
    let bins = monthly(12, 2021, 0);
    assert!(!stacked(&bins, &series).totals_shown());
    let bins = filtered(bins);
    assert!(stacked(&bins, &series).totals_shown());
}

// ---- Promises

fn count() -> impl Strategy<Value = u32> {
    prop_oneof![Just(0), Just(u32::MAX), 0..50_u32, any::<u32>()]
}

fn side() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(f64::NAN),
        Just(f64::from(u32::MAX)),
        0.0..40.0,
        280.0..1400.0,
        -10.0..5000.0
    ]
}

fn state() -> impl Strategy<Value = MarkState> {
    prop_oneof![
        Just(MarkState::Plain),
        Just(MarkState::Included),
        Just(MarkState::Excluded),
        Just(MarkState::Muted)
    ]
}

fn bins() -> impl Strategy<Value = Vec<Bin>> {
    let bin =
        (prop::collection::vec(count(), 0..5), count(), any::<i16>(), any::<bool>(), ".{0,4}")
            .prop_map(|(counts, total, year, first_of_year, tick)| Bin {
                label: String::new(),
                tick,
                uncertain: counts.iter().map(|count| count / 3).collect(),
                counts,
                total,
                year,
                first_of_year,
                is_partial: year % 7 == 0,
            });
    prop::collection::vec(bin, 0..60)
}

/// Rectangles inside of the frame, and text that starts inside of it.
fn assert_inside(frame: &Frame, scene: &Scene) {
    let (width, height) = (frame.width as i32, frame.height as i32);
    for shape in &scene.shapes {
        match shape {
            Shape::Rect { left, top, right, bottom, .. } => {
                assert!(*left >= 0 && *right <= width, "{shape:?} in {frame:?}");
                assert!(*top >= 0 && *bottom <= height, "{shape:?} in {frame:?}");
                assert!(left < right && top < bottom, "{shape:?} is empty");
            }
            Shape::Text { x, .. } => assert!(*x >= 0, "{shape:?} in {frame:?}"),
            // Only the map has other shapes, and they may go on beyond its edge.
            other => panic!("{other:?} in a chart of bars"),
        }
    }
}

fn assert_tiles(marks: &[Mark], whole: Mark, along_x: bool) {
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-6 * (1.0 + a.abs());
    let (mut x, mut y) = (whole.x, whole.y);
    for (index, mark) in marks.iter().enumerate() {
        assert_eq!(mark.index, index);
        assert!(close(mark.x, x) && close(mark.y, y), "{mark:?} does not follow ({x}, {y})");
        assert!(mark.width >= 0.0 && mark.height >= 0.0);
        if along_x {
            x = mark.x + mark.width;
            assert!(close(mark.height, whole.height));
        } else {
            y = mark.y + mark.height;
            assert!(close(mark.width, whole.width));
        }
    }
    if !marks.is_empty() {
        let (end, expected) =
            if along_x { (x, whole.x + whole.width) } else { (y, whole.y + whole.height) };
        assert!(close(end, expected), "{end} instead of {expected}");
    }
}

proptest! {
    // A case worth keeping becomes a test with a name.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_higher_than_a_sheet_comes_apart_between_rows(
        rows in prop::collection::vec(1.0..300.0_f64, 0..120),
        rest in 0.0..60.0_f64,
    ) {
        let mut y = 0.0;
        let marks: Vec<Mark> = rows
            .iter()
            .map(|height| {
                y += height;
                Mark { index: 0, x: 0.0, y: y - height, width: 9.0, height: *height }
            })
            .collect();
        let height = y + rest;
        let parts = explorer_chart::sheet::parts(height, &marks);
        prop_assert_eq!(parts.len() == 1, height <= 880.0);
        prop_assert_eq!(parts[0].0, 0.0);
        prop_assert_eq!(parts[parts.len() - 1].1, height);
        for pair in parts.windows(2) {
            prop_assert_eq!(pair[0].1, pair[1].0);
            prop_assert!(marks.iter().any(|mark| mark.y + mark.height == pair[0].1));
        }
        if parts.len() > 1 {
            prop_assert!(parts.iter().all(|(top, bottom)| bottom - top <= 640.0));
        }
    }

    #[test]
    fn bars_never_panic_and_stay_inside(
        rows in prop::collection::vec((".{0,60}", count(), count(), state()), 0..12),
        width in side(),
        scale in 0.1..4.0,
    ) {
        let bars: Vec<_> = rows
            .iter()
            .map(|(label, count, total, state)| Bar { state: *state, uncertain: *count / 2, ..bar(label, *count, *total) })
            .collect();
        let chart = BarChart { bars: &bars };
        let frame = Frame::canvas(width, chart.height(width), scale);
        assert_inside(&frame, &chart.scene(&frame, &Palette::light()));
        let width = if width.is_finite() { width.max(0.0) } else { 0.0 };
        let whole = Mark { index: 0, x: 0.0, y: 0.0, width, height: chart.height(width) };
        assert_tiles(&chart.marks(width), whole, false);
        prop_assert!(chart.baseline(width) <= width);
    }

    #[test]
    fn lanes_never_panic_stay_inside_and_can_be_pointed_at(
        all in prop::collection::vec(
            (".{0,40}", prop::collection::vec((any::<i32>(), 0..800_i32, count(), any::<bool>()), 0..9)),
            0..6,
        ),
        width in side(),
        scale in 0.1..4.0,
        chosen in prop::option::of((any::<i32>(), any::<i32>())),
    ) {
        let lanes: Vec<Lane> = all
            .into_iter()
            .map(|(label, points)| {
                let points = points.into_iter().map(|(day, days, weight, held)| Point {
                    days: (day, day.saturating_add(days)),
                    kind: if held { PointKind::Disc } else { PointKind::Cross },
                    ..point(day, weight)
                });
                lane("Heading", &label, points.collect())
            })
            .collect();
        let chosen = chosen.map(|(a, b)| (a.min(b), a.max(b)));
        let chart = Lanes { lanes: &lanes, years: &YEARS, chosen };
        let laid = chart.laid_out(width);
        let frame = Frame::canvas(width, laid.height(), scale);
        let mut scene = laid.scene(&frame, &Palette::light());
        scene.shapes.retain(|shape| matches!(shape, Shape::Rect { .. } | Shape::Text { .. }));
        assert_inside(&frame, &scene);
        let width = if width.is_finite() { width.max(0.0) } else { 0.0 };
        let marks = laid.marks();
        let points: usize = lanes.iter().map(|lane| lane.points.len()).sum();
        prop_assert_eq!(marks.len(), lanes.len() + points);
        for (at, mark) in marks.iter().enumerate() {
            prop_assert_eq!(mark.index, at);
            prop_assert!(mark.x >= 0.0 && mark.width >= 0.0 && mark.height > 0.0);
            prop_assert!(mark.x + mark.width <= width + 1e-6, "{:?} of {}", mark, width);
            prop_assert!(mark.y + mark.height <= laid.height());
            // No two regions cover each other.
            for other in marks.iter().skip(at + 1) {
                let apart = |a: f64, a_size: f64, b: f64, b_size: f64| {
                    a + a_size <= b + 1e-6 || b + b_size <= a + 1e-6
                };
                prop_assert!(
                    apart(mark.x, mark.width, other.x, other.width)
                        || apart(mark.y, mark.height, other.y, other.height),
                    "{:?} and {:?}", mark, other
                );
            }
        }
    }

    #[test]
    fn heat_maps_never_panic_and_stay_inside(
        rows in prop::collection::vec((".{0,40}", ".{0,9}", count(), state()), 0..6),
        columns in prop::collection::vec((".{0,40}", ".{0,9}", count(), state()), 0..15),
        cells in prop::collection::vec((count(), prop::option::of(0..5_usize), any::<bool>()), 0..90),
        width in side(),
        scale in 0.1..4.0,
    ) {
        let line = |of: &[(String, String, u32, MarkState)]| -> Vec<HeatLine<'static>> {
            of.iter().map(|(label, short, count, state)| HeatLine {
                label: label.clone().leak(), short: short.clone().leak(), count: *count, state: *state,
            }).collect()
        };
        let (rows, columns) = (line(&rows), line(&columns));
        let cell = |(count, class, is_dotted)| HeatCell { count, class, is_dotted };
        let cells: Vec<_> = cells.into_iter().map(cell).collect();
        let chart = HeatMap { rows: &rows, columns: &columns, cells: &cells, classes: 5 };
        let frame = Frame::canvas(width, chart.height(width), scale);
        assert_inside(&frame, &chart.scene(&frame, &Palette::light()));
        let width = if width.is_finite() { width.max(0.0) } else { 0.0 };
        let marks = chart.marks(width);
        prop_assert_eq!(marks.len(), columns.len() + rows.len() * (columns.len() + 1));
        for (at, mark) in marks.iter().enumerate() {
            prop_assert_eq!(mark.index, at);
            prop_assert!(mark.width >= 0.0 && mark.height >= 0.0 && mark.x >= 0.0 && mark.y >= 0.0);
            prop_assert!(mark.x + mark.width <= width + 1e-6);
            prop_assert!(mark.y + mark.height <= chart.height(width) + 1e-6);
            if mark.width > 0.1 && mark.height > 0.1 {
                let middle = (mark.x + mark.width / 2.0, mark.y + mark.height / 2.0);
                let there = marks.iter().filter(|other| other.contains(middle.0, middle.1)).count();
                prop_assert_eq!(there, 1, "no two marks lie over each other");
            }
        }
    }

    #[test]
    fn names_and_numbers_of_a_heat_map_lie_apart(
        counts in prop::collection::vec(0..2_000_u32, 65),
        columns in 1..14_usize,
        width in 320.0..1400.0_f64,
    ) {
        let plain = MarkState::Plain;
        let rows: Vec<_> = HEAT_ROWS.iter().map(|row| heat_line(row.0, row.1, 223, plain)).collect();
        let heads: Vec<_> = HEAT_COLUMNS.iter().cycle().take(columns).map(|(label, short)| heat_line(label, short, 100, plain)).collect();
        let cells: Vec<_> = counts.iter().take(5 * columns).map(|count| HeatCell { count: *count, class: (*count > 0).then_some(0), is_dotted: false }).collect();
        let chart = HeatMap { rows: &rows, columns: &heads, cells: &cells, classes: 1 };
        let frame = Frame::canvas(width, chart.height(width), 1.0);
        let scene = chart.scene(&frame, &Palette::light());
        let boxes: Vec<(f64, f64, f64, f64)> = scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Text { x, y, text, look } => {
                let wide = explorer_chart::text::width(text, look.size, look.bold);
                let left = f64::from(*x) - match look.align {
                    Align::Start => 0.0,
                    Align::Middle => wide / 2.0,
                    Align::End => wide,
                };
                Some((left, f64::from(*y) - look.size / 2.0, left + wide, f64::from(*y) + look.size / 2.0))
            }
            _ => None,
        }).collect();
        for (at, a) in boxes.iter().enumerate() {
            prop_assert!(a.0 >= 0.0 && a.2 <= width + 1.0, "{:?} of {}", a, width);
            for b in &boxes[at + 1..] {
                let over = a.0 + 0.6 < b.2 && b.0 + 0.6 < a.2 && a.1 + 0.6 < b.3 && b.1 + 0.6 < a.3;
                prop_assert!(!over, "{:?} and {:?} at {}", a, b, width);
            }
        }
    }

    #[test]
    fn a_count_above_zero_can_be_seen(count in 1..=u32::MAX, other in any::<u32>()) {
        let bars = [bar("a", count, count), bar("b", other, other)];
        let chart = BarChart { bars: &bars };
        let frame = Frame::canvas(360.0, chart.height(360.0), 1.0);
        let palette = Palette::light();
        let seen = chart.scene(&frame, &palette).shapes.iter().any(|shape| matches!(
            shape,
            Shape::Rect { left, right, top, color, .. }
                if *color == palette.bar && *top < 26 && right - left >= 2
        ));
        prop_assert!(seen);
    }

    #[test]
    fn values_are_never_cut(count in any::<u32>(), width in 200.0..1400.0_f64) {
        let bars = [bar("Southeast Asia", count, count), bar("b", count / 2, count)];
        let chart = BarChart { bars: &bars };
        let frame = Frame::canvas(width, chart.height(width), 1.0);
        let scene = chart.scene(&frame, &Palette::light());
        let texts: Vec<_> = scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Text { x, text, .. } => Some((*x, text.clone())),
            _ => None,
        }).collect();
        prop_assert_eq!(texts.len(), 4);
        for (x, text) in texts.iter().filter(|(_, text)| text.starts_with(|c: char| c.is_ascii_digit())) {
            let end = f64::from(*x) + explorer_chart::text::width(text, 12.0, false);
            prop_assert!(end <= width + 1.5, "{} ends at {} of {}", text, end, width);
        }
    }

    #[test]
    fn sparklines_never_panic_and_stay_inside(
        counts in prop::collection::vec(count(), 0..80),
        top in any::<u32>(),
        selected in prop::option::of((0..80_usize, 0..80_usize)),
        width in side(),
        height in side(),
        scale in 0.1..4.0,
    ) {
        let spark = Sparkline { counts: &counts, top, selected };
        let frame = Frame::canvas(width, height, scale);
        assert_inside(&frame, &spark.scene(&frame, &Palette::dark()));
    }

    #[test]
    fn a_sparkline_shows_every_count_and_larger_ones_no_lower(
        counts in prop::collection::vec(0..60u32, 1..40),
        scale in prop_oneof![Just(1.0), Just(1.5), Just(2.0), Just(3.0)],
    ) {
        let top = counts.iter().copied().max().unwrap_or_default();
        let palette = Palette::light();
        let frame = Frame::canvas(90.0, 24.0, scale);
        let scene = Sparkline { counts: &counts, top, selected: None }.scene(&frame, &palette);
        let heights: Vec<i32> = scene.shapes.iter().filter_map(|shape| match shape {
            Shape::Rect { top, bottom, color, .. } if *color == palette.bar => Some(bottom - top),
            _ => None,
        }).collect();
        let shown: Vec<u32> = counts.into_iter().filter(|count| *count > 0).collect();
        prop_assert_eq!(heights.len(), shown.len());
        for (a, b) in shown.iter().zip(&heights) {
            prop_assert!(*b > 0);
            for (c, d) in shown.iter().zip(&heights) {
                prop_assert!(a > c || b <= d, "{} is {}, {} is {}", a, b, c, d);
            }
        }
    }

    #[test]
    fn pairs_never_panic_stay_inside_and_tile(
        rows in prop::collection::vec((".{0,60}", count(), count()), 0..12),
        width in side(),
        scale in 0.1..4.0,
        bars in any::<bool>(),
    ) {
        let rows: Vec<_> =
            rows.iter().map(|(label, a, b)| PairRow { label, counts: [*a, *b], uncertain: [*b, *a] }).collect();
        let form = if bars { PairForm::Bars } else { PairForm::Dumbbells };
        let chart = Pairs { rows: &rows, form };
        let frame = Frame::canvas(width, chart.height(width), scale);
        let mut scene = chart.scene(&frame, &Palette::light());
        scene.shapes.retain(|shape| matches!(shape, Shape::Rect { .. } | Shape::Text { .. }));
        assert_inside(&frame, &scene);
        let width = if width.is_finite() { width.max(0.0) } else { 0.0 };
        let marks = chart.marks(width);
        prop_assert_eq!(marks.len(), rows.len() * 2);
        for (at, pair) in marks.chunks(2).enumerate() {
            let [a, b] = [&pair[0], &pair[1]];
            prop_assert_eq!([a.index, b.index], [at * 2, at * 2 + 1]);
            // Both together are the row.
            let area = a.width * a.height + b.width * b.height;
            let row = chart.height(width) / rows.len() as f64;
            prop_assert!((area - width * row).abs() <= 1e-6 * (1.0 + area));
            prop_assert!(a.width >= 0.0 && b.width >= 0.0 && a.y.min(b.y) == row * at as f64);
        }
    }

    #[test]
    fn mirrors_never_panic_and_stay_inside(
        bins in bins(), width in side(), height in side(), scale in 0.1..4.0, years in any::<bool>(),
        names in (".{0,60}", ".{0,60}"),
    ) {
        let chart = Mirror { bins: &bins, names: [&names.0, &names.1], years };
        let frame = Frame::canvas(width, height, scale);
        assert_inside(&frame, &chart.scene(&frame, &Palette::light()));
        let (width, height) = [width, height]
            .map(|side| if side.is_finite() { side.max(0.0) } else { 0.0 }).into();
        let all = chart.marks(width, height);
        prop_assert_eq!(all.len(), bins.len() * 2);
        prop_assert!(all.iter().zip(0..).all(|(mark, at)| mark.index == at));
        for at in 0..2 {
            let marks = all.iter().skip(at).step_by(2);
            let marks: Vec<Mark> =
                marks.map(|mark| Mark { index: (mark.index - at) / 2, ..*mark }).collect();
            let (Some(first), Some(last)) = (marks.first(), marks.last()) else { continue };
            prop_assert!(first.y + first.height <= height + 1e-6);
            let whole = Mark {
                index: 0, x: first.x, y: first.y, width: last.x + last.width - first.x,
                height: first.height,
            };
            assert_tiles(&marks, whole, true);
        }
    }

    #[test]
    fn timelines_never_panic_and_stay_inside(
        bins in bins(),
        series in 0..5_usize,
        selected in prop::option::of((0..80_usize, 0..80_usize)),
        compact in any::<bool>(),
        stacked in any::<bool>(),
        width in side(),
        height in side(),
        scale in 0.1..4.0,
    ) {
        let series: Vec<_> = (0..series)
            .map(|at| Series { label: format!("S{at}"), tint: Tint::Neutral })
            .collect();
        let timeline = Timeline { bins: &bins, series: &series, selected, compact, stacked };
        let frame = Frame::canvas(width, height, scale);
        assert_inside(&frame, &timeline.scene(&frame, &Palette::dark()));

        let plot = timeline.plot_rect(width, height);
        let height = if height.is_finite() { height.max(0.0) } else { 0.0 };
        let width = if width.is_finite() { width.max(0.0) } else { 0.0 };
        prop_assert!(plot.x >= 0.0 && plot.y >= 0.0 && plot.height >= 0.0);
        prop_assert!(plot.x + plot.width <= width + 1e-6 && plot.y + plot.height <= height + 1e-6);
        let whole = Mark { height: height - plot.y, ..plot };
        let marks = timeline.marks(width, height);
        assert_tiles(&marks, whole, true);
        if width >= 1.0 {
            for mark in &marks {
                prop_assert_eq!(column_at(&marks, mark.x + mark.width / 2.0), mark.index);
            }
            prop_assert_eq!(column_at(&marks, -1e9), 0);
            prop_assert_eq!(column_at(&marks, f64::NAN), 0);
            prop_assert_eq!(column_at(&marks, 1e12), bins.len().saturating_sub(1));
        }
    }

    #[test]
    fn columns_differ_by_one_device_pixel_at_most(
        bins in 1..400_usize,
        width in 280.0..1400.0_f64,
        scale in prop_oneof![Just(1.0), Just(1.5), Just(2.0), Just(2.625)],
    ) {
        let bins = monthly(bins, 1990, 3);
        let timeline = Timeline { stacked: false, ..stacked(&bins, &[]) };
        let frame = Frame::canvas(width, 240.0, scale);
        let palette = Palette::light();
        let widths: Vec<i32> = timeline
            .scene(&frame, &palette)
            .shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Rect { left, right, color, .. } if *color == palette.bar => Some(right - left),
                _ => None,
            })
            .collect();
        if let (Some(least), Some(most)) = (widths.iter().min(), widths.iter().max()) {
            let gap = if *least < 4 * frame.hairline() { frame.hairline() } else { 0 };
            prop_assert!(most - least <= 1 + gap, "{} to {}", least, most);
        }
    }
}
