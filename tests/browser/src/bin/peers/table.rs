//! The results as tables: for the terminal, and for `docs/BENCHMARKS.md`.

use crate::bars;
use crate::measured::{ENGINES, Measured, Set, TIMED};

/// Where nothing was measured.
const NOTHING: &str = "–";

/// A number of rows as one says it.
pub fn short(rows: u32) -> String {
    match rows {
        1_000_000.. if rows.is_multiple_of(1_000_000) => format!("{} M", rows / 1_000_000),
        1_000.. if rows.is_multiple_of(1_000) => format!("{} k", rows / 1_000),
        _ => rows.to_string(),
    }
}

/// Milliseconds in the unit that suits them.
pub fn time(milliseconds: f64) -> String {
    match milliseconds {
        ms if ms < 1.0 => format!("{} µs", round(ms * 1000.0)),
        ms if ms < 1000.0 => format!("{} ms", round(ms)),
        ms => format!("{} s", round(ms / 1000.0)),
    }
}

/// At least two digits that count, down to thousandths.
pub fn round(number: f64) -> String {
    match number {
        number if number < 0.095 => format!("{number:.3}"),
        number if number < 0.95 => format!("{number:.2}"),
        number if number < 10.0 => format!("{number:.1}"),
        number if number < 10_000.0 => format!("{number:.0}"),
        number => in_thousands(number as u64),
    }
}

/// With a comma after every third digit from the right.
fn in_thousands(number: u64) -> String {
    match number {
        ..1000 => number.to_string(),
        _ => format!("{},{:03}", in_thousands(number / 1000), number % 1000),
    }
}

/// A row for each measure: what it is called, and a cell per engine that came to an end.
fn rows(set: &Set) -> Vec<(String, Vec<String>)> {
    let timed = TIMED.iter().map(|(kind, name)| {
        let cell = |engine: &Measured| match engine.times(kind) {
            Some(times) => {
                let ratio = set.ratio(&engine.engine, kind);
                let ratio = ratio
                    .filter(|_| engine.engine != ENGINES[0])
                    .map_or(String::new(), |ratio| format!(", {} ×", round(ratio)));
                format!("{} ({}){ratio}", time(times.median), time(times.p95))
            }
            None => NOTHING.into(),
        };
        ((*name).to_owned(), set.engines.iter().map(cell).collect())
    });
    let per_row = |bytes: Option<f64>| match bytes {
        Some(bytes) => format!("{} B", round(bytes / f64::from(set.rows))),
        None => NOTHING.into(),
    };
    let memory = |engine: &Measured| per_row(engine.memory);
    let own = |engine: &Measured| per_row(engine.bytes);
    timed
        .chain([
            ("memory per row, by the browser".into(), set.engines.iter().map(memory).collect()),
            ("memory per row, by its own account".into(), set.engines.iter().map(own).collect()),
        ])
        .collect()
}

/// For the terminal.
pub fn plain(set: &Set) -> String {
    let heads = set.engines.iter().map(|engine| format!("{:>28}", engine.label));
    let mut text = format!("{:<37}{}\n", "median (p95), ratio", heads.collect::<String>());
    for (name, cells) in rows(set) {
        let cells = cells.iter().map(|cell| format!("{cell:>28}"));
        text += &format!("{name:<37}{}\n", cells.collect::<String>());
    }
    text
}

/// Begins the part of `docs/BENCHMARKS.md` that is written anew; what stands above is written by hand.
pub const PART: &str = "# The engine at scale\n";

/// That part.
pub fn document(sets: &[Set], barred: &Set, about: &str) -> String {
    let mut text = format!("{PART}{HEAD}\n{about}\n\n{CHART}\n\n## The bars, at 1 M rows\n\n");
    text += "| | bar | by medians | by the least times | |\n|---|---:|---:|---:|---|\n";
    for bar in bars::all(barred) {
        let verdict = if bar.holds { "holds" } else { "**does not hold**" };
        let bars::Bar { what, bar, reached, least, .. } = bar;
        text += &format!("| {what} | {bar} | {reached} | {least} | {verdict} |\n");
    }
    for set in sets {
        text += &format!("\n## {} rows\n\n| median (p95), ratio |", short(set.rows));
        set.engines.iter().for_each(|engine| text += &format!(" {} |", engine.label));
        text += &format!("\n|---|{}\n", "---:|".repeat(set.engines.len()));
        for (name, cells) in rows(set) {
            text += &format!("| {name} | {} |\n", cells.join(" | "));
        }
        let missing = ENGINES.iter().filter(|name| set.engine(name).is_none());
        for name in missing {
            text += &format!("\n`{name}` did not come to an end with so many rows.\n");
        }
    }
    text + FOOT
}

const HEAD: &str = "
How the engine at scale (`crates/engine/`) compares with what one would take otherwise. Anyone can measure it again: `cargo xtask bench --peers` installs the peers, opens `benches/peers/` in Chromium, one fresh browser per engine and number of rows, and writes this part of the file and its chart.
";

const CHART: &str = "![Median times at a million rows, by engine](benchmarks.svg)";

const FOOT: &str = "
## How it is measured

- **The rows** are the same for all, from a fixed seed: eight categories with 3, 5, 8, 12, 24, 48, 96 and 190 values (the k-th value 1/k times as frequent as the first) and a date over three years, in no order. Every engine gets them as typed arrays of codes and days (`benches/peers/rows.js`).
- **One operation** is to apply a filter *and* to have the counts of all nine dimensions, each under all filters but its own. `benches/peers/scenario.js` lists the operations.
- **Counts are compared** after every operation, 1,482 of them each time, with those of plain loops over the rows; a single difference fails the run.
- **A small move** shifts a window of 90 days by one day; **a jump** goes to any window of 30 to 400 days. **Start** is what an engine counts once before a first step: this one when a brush begins (one pass over the rows), Falcon and Mosaic for whatever is filtered by next, be it the date, a facet or the search. It is *not* in the times of the steps, and is to be added to the first one, unless the page knows beforehand: Falcon and Mosaic advise to activate what the pointer comes near, and so does the page with this engine, where a toggle is then a sum over bins as well (here it is not). Mosaic keeps in its database what it has counted, and finds it again under the same other filters; what was there from the warm-up was dropped, so that the brush does start. The other peers have nothing like it.
- **A facet toggle** puts a value on, another one on, and takes both off, in one facet after the other.
- **Text search** finds a text in the 190 values of a column, as if it were typed.
- **CSV parse** reads the same rows as a CSV file of 133 MB at a million of them, three times. Each engine gets it in the form in which it takes a file, made before the clock starts: this one as bytes, in slices of 1 MiB as the page reads them, DuckDB-Wasm as bytes, Arquero as text. This engine finds the format and the kinds of the columns, reads the dates, checks every row, and has all rows sorted and counted in the end, by the code that the page loads a reader’s own file with (`crates/loader/`); DuckDB-Wasm makes a table of it; Arquero makes columns.
- **Memory by the browser** is what `performance.measureUserAgentSpecificMemory` tells with the worker, less what it told before the rows were there. It has the rows as far as the engine needs them. Wasm never gives memory back: what loading needed for a moment stays in this number, and is not in the engine’s own account.
- **The peers** are used as their documentation advises. crossfilter2: records are row numbers whose accessors read typed arrays, `filterExact` for one value, `filterFunction` for several, `filterRange` for the brush, and one dimension more to search by. Arquero: expressions with parameters; it takes the arrays as they are, so that loading is nothing. DuckDB-Wasm: Arrow in, a table sorted by date, one query per operation. For the last two, a dimension whose filters did not change keeps its counts. Falcon (falcon-vis): a view per dimension and one more to search by, with a pixel and a bin for each day; the rows are an Arrow table up to a million of them, and a table of DuckDB-Wasm beyond, where its queries name every value of the facet that is activated. Mosaic: the table of DuckDB-Wasm as above, one client per dimension, one crossfilter selection, and clauses that allow pre-aggregation: points, also for what a search finds, and an interval with a pixel for each day; its queries do not wait to be gathered, as these cannot be made one.
- Steps of the brush that are shorter than the clock’s (5 µs) are timed forty at a time. *p95* is the 95th percentile. *–*: there is no such thing, or it was not measured (CSV beyond a million rows, and in Mosaic, where it is DuckDB-Wasm’s).
";

#[cfg(test)]
mod tests {
    use super::round;

    #[test]
    fn numbers_have_the_digits_that_count() {
        let rounded =
            [0.0029, 0.0187, 0.144, 0.99, 5.62, 153.7, 9999.0, 54_138.2, 1_183_007.0].map(round);
        let expected =
            ["0.003", "0.019", "0.14", "1.0", "5.6", "154", "9999", "54,138", "1,183,007"];
        assert_eq!(rounded, expected);
    }
}
