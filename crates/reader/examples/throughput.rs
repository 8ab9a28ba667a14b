//! How fast CSV is read: `cargo run --release -p explorer-reader --example throughput`.
//!
//! A million rows of nine columns like those of the engine's benchmark, in pieces of 1 MiB, into a
//! sink that looks at every cell.

use std::time::Instant;

use explorer_reader::csv::{CsvReader, Dialect};
use explorer_reader::{Cells, Problem, Sink};

#[derive(Default)]
struct Lengths {
    rows: u64,
    bytes: usize,
}

impl Sink for Lengths {
    fn header(&mut self, _: &[String]) {}
    fn row(&mut self, _: u64, cells: Cells<'_>) {
        self.rows += 1;
        self.bytes += cells.iter().map(str::len).sum::<usize>();
    }
    fn bad_row(&mut self, _: u64, _: Cells<'_>, _: Vec<Problem>) {}
    fn problem(&mut self, _: Problem) {}
}

fn main() {
    let plain = table(false);
    let quoted = table(true);
    for (name, text) in [("plain", &plain), ("one cell in nine quoted", &quoted)] {
        let mut times: Vec<f64> = (0..9).map(|_| read(text)).collect();
        times.sort_by(f64::total_cmp);
        let median = times[times.len() / 2];
        println!(
            "{name}: {:.1} MB, {:.0} ms (median of 9; best {:.0}), {:.0} MB/s, {:.1} million rows/s",
            text.len() as f64 / 1e6,
            median * 1e3,
            times[0] * 1e3,
            text.len() as f64 / 1e6 / median,
            1.0 / median
        );
    }
}

fn read(text: &str) -> f64 {
    let start = Instant::now();
    let mut sink = Lengths::default();
    let mut reader = CsvReader::new(Dialect::default());
    // The text is ASCII, so every place is the border of a character.
    for piece in text.as_bytes().chunks(1 << 20) {
        let piece = std::str::from_utf8(piece).unwrap_or_default();
        if reader.push(piece, &mut sink).is_err() {
            break;
        }
    }
    let summary = reader.finish(&mut sink);
    let time = start.elapsed().as_secs_f64();
    assert_eq!(summary.map(|summary| summary.rows), Ok(1_000_000));
    assert!(sink.rows == 1_000_000 && sink.bytes > 0);
    time
}

fn table(quoted: bool) -> String {
    let mut seed = 1_u64;
    let mut random = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let mut text = String::from("date,agency,country,region,format,rank,topic,city,number\n");
    for _ in 0..1_000_000 {
        let quote = if quoted { "\"" } else { "" };
        text.push_str(&format!(
            "{}-{:02}-{:02},A{},country {},r{},format-{},rank {},{quote}topic {}{quote},city {},{}\n",
            2022 + random(3),
            1 + random(12),
            1 + random(28),
            random(3),
            random(190),
            random(12),
            random(4),
            random(5),
            random(40),
            random(120),
            random(100_000)
        ));
    }
    text
}
