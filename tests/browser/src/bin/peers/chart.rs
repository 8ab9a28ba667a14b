//! The chart of the results: medians on a logarithmic scale, where a dot says more than a bar, which has no
//! zero to begin at.

use crate::measured::{ENGINES, Set, TIMED, start_of};
use crate::table;

const WIDTH: f64 = 760.0;
/// Where the names of engines end, and the scale begins and ends.
const LEFT: f64 = 132.0;
const RIGHT: f64 = 660.0;
const ROW: f64 = 19.0;
const TITLE: f64 = 24.0;
const GAP: f64 = 12.0;
const TOP: f64 = 54.0;
/// What is shown; the start of a module is in the table.
const SHOWN: [&str; 5] = ["move", "jump", "toggle", "search", "load"];

/// Text that adapts to a dark page by itself, as an image in a README has to.
const STYLE: &str = "
text { font: 13px system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; fill: #3d3d3d }
.head { font-size: 15px; font-weight: 600; fill: #1a1a1a }
.group { font-weight: 600; fill: #1a1a1a }
.ours { font-weight: 600; fill: #a33d1f }
.line { stroke: #d9d9d9 }
.tick { fill: #6b6b6b; font-size: 12px }
circle { fill: #6b6b6b }
circle.ours { fill: #a33d1f }
@media (prefers-color-scheme: dark) {
text { fill: #c9c9c9 }
.head, .group { fill: #f2f2f2 }
.ours { fill: #ff9b7a }
.line { stroke: #444 }
.tick { fill: #a0a0a0 }
circle { fill: #a0a0a0 }
circle.ours { fill: #ff9b7a }
}";

/// The chart.
pub fn svg(set: &Set) -> String {
    let medians = |kind: &str| -> Vec<(String, bool, f64)> {
        let found = ENGINES.iter().filter_map(|name| {
            let engine = set.engine(name)?;
            Some((engine.label.clone(), *name == ENGINES[0], engine.times(kind)?.median))
        });
        found.collect()
    };
    let all: Vec<f64> = SHOWN.iter().flat_map(|kind| medians(kind)).map(|(_, _, ms)| ms).collect();
    let low = all.iter().copied().fold(f64::INFINITY, f64::min).log10().floor();
    let high = all.iter().copied().fold(0.001, f64::max).log10().ceil();
    let at = |ms: f64| LEFT + (ms.log10() - low) / (high - low).max(1.0) * (RIGHT - LEFT);

    let mut body = String::new();
    let mut y = TOP;
    for kind in SHOWN {
        let name = TIMED.iter().find(|(timed, _)| *timed == kind).map_or("", |(_, name)| name);
        body += &format!("<text class=\"group\" x=\"12\" y=\"{:.0}\">{name}</text>\n", y + 15.0);
        let starts = start_of(kind).map(&medians).unwrap_or_default();
        if !starts.is_empty() {
            let starts =
                starts.iter().map(|(label, _, ms)| format!("{label} {}", table::time(*ms)));
            body += &format!(
                "<text class=\"tick\" x=\"{:.0}\" y=\"{:.0}\">counted once before the first one: {}</text>\n",
                LEFT + 24.0,
                y + 15.0,
                starts.collect::<Vec<_>>().join(", "),
            );
        }
        y += TITLE;
        for (label, ours, ms) in medians(kind) {
            let (middle, x) = (y + ROW / 2.0, at(ms));
            let class = if ours { " class=\"ours\"" } else { "" };
            body += &format!(
                "<text{class} x=\"{:.0}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>\n\
                 <path class=\"line\" d=\"M{LEFT} {middle:.1}H{x:.1}\"/>\n\
                 <circle{class} cx=\"{x:.1}\" cy=\"{middle:.1}\" r=\"5\"/>\n\
                 <text{class} x=\"{:.1}\" y=\"{:.1}\">{}</text>\n",
                LEFT - 10.0,
                middle + 4.5,
                x + 10.0,
                middle + 4.5,
                table::time(ms),
            );
            y += ROW;
        }
        y += GAP;
    }
    let mut scale = String::new();
    let (bottom, mut power) = (y, low);
    while power <= high {
        let x = at(10_f64.powf(power));
        scale += &format!(
            "<path class=\"line\" d=\"M{x:.1} {:.0}V{bottom:.0}\"/>\n\
             <text class=\"tick\" x=\"{x:.1}\" y=\"{:.0}\" text-anchor=\"middle\">{}</text>\n",
            bottom - 8.0,
            bottom + 16.0,
            tick(power as i32),
        );
        power += 1.0;
    }
    scale += &format!("<path class=\"line\" d=\"M{LEFT} {bottom:.0}H{RIGHT}\"/>\n");
    let height = bottom + 30.0;
    let rows = table::short(set.rows);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"img\">\n\
         <title>Median times with {rows} rows, by engine</title>\n<style>{STYLE}\n</style>\n\
         <text class=\"head\" x=\"12\" y=\"24\">{rows} rows: filter, and count all nine dimensions anew</text>\n\
         <text class=\"tick\" x=\"12\" y=\"43\">median, on a logarithmic scale: each tick is ten times the one before</text>\n\
         {scale}{body}</svg>\n"
    )
}

/// A power of ten of milliseconds.
fn tick(power: i32) -> String {
    match power {
        ..=-1 => format!("{} µs", 10_f64.powi(power + 3)),
        0..=2 => format!("{} ms", 10_f64.powi(power)),
        _ => format!("{} s", 10_f64.powi(power - 3)),
    }
}
