//! How fast a file is loaded: `cargo run --profile engine -p explorer-loader --example throughput`.
//!
//! A million rows like those of `benches/peers/`: eight categories of 3 to 190 values, the first ones
//! the most frequent, and a date over three years. Then the same with what other columns there are.

use std::rc::Rc;
use std::time::Instant;

use explorer_loader::{Beginning, Loader};
use explorer_reader::country::Countries;

const VALUES: [u64; 8] = [3, 5, 8, 12, 24, 48, 96, 190];
const SYLLABLES: [&str; 12] =
    ["ka", "ru", "min", "to", "sel", "van", "di", "or", "bek", "lu", "han", "pe"];
const ROWS: u64 = 1_000_000;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let list = include_str!("../../data/countries.json");
    let countries = Rc::new(Countries::from_json(list)?);
    // Only one of the two, if its number is given.
    let asked = std::env::args().nth(1);
    for (at, name) in ["categories and a date", "all kinds"].into_iter().enumerate() {
        if asked.as_ref().is_some_and(|asked| *asked != at.to_string()) {
            continue;
        }
        let text = if at == 0 { plain() } else { mixed(&countries) };
        println!("{name}: {:.0} MB", text.len() as f64 / 1e6);
        for _ in 0..5 {
            load(&text, &countries)?;
        }
    }
    Ok(())
}

fn load(text: &str, countries: &Rc<Countries>) -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let beginning = Beginning::of(&text[..1 << 20], false, countries)?;
    let judged = start.elapsed();
    let mut loader = Loader::new(beginning.format, beginning.mapping, countries.clone());
    // The text is ASCII, so every place is the border of a character.
    for piece in text.as_bytes().chunks(1 << 20) {
        loader.push(std::str::from_utf8(piece)?)?;
    }
    let pushed = start.elapsed();
    let memory = loader.memory();
    let loaded = loader.finish()?;
    let all = start.elapsed();
    assert_eq!(u64::from(loaded.view.in_view()), ROWS);
    println!(
        "  {:.0} ms: beginning {:.0}, rows {:.0}, table {:.0}; {:.1} bytes per row, then {:.1}; {} problems",
        all.as_secs_f64() * 1e3,
        judged.as_secs_f64() * 1e3,
        (pushed - judged).as_secs_f64() * 1e3,
        (all - pushed).as_secs_f64() * 1e3,
        memory as f64 / ROWS as f64,
        loaded.view.memory().total() as f64 / ROWS as f64,
        loaded.problems.total(),
    );
    Ok(())
}

fn random() -> impl FnMut(u64) -> u64 {
    let mut seed = 42_u64;
    move |below| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    }
}

fn plain() -> String {
    let mut next = random();
    let word =
        |at: u64| format!("{}{}", SYLLABLES[at as usize % 12], SYLLABLES[at as usize / 12 % 12]);
    let labels: Vec<Vec<String>> = VALUES
        .iter()
        .zip(0..)
        .map(|(&values, column)| {
            let label = |value: u64| {
                format!("{} {} {column}.{value}", word(value * 7 + column), word(value * 5 + 3))
            };
            (0..values).map(label).collect()
        })
        .collect();
    let mut text = String::from("c0,c1,c2,c3,c4,c5,c6,c7,date\n");
    for _ in 0..ROWS {
        for labels in &labels {
            let (a, b) = (next(labels.len() as u64), next(labels.len() as u64));
            text.push_str(&labels[a.min(b) as usize]);
            text.push(',');
        }
        push_date(&mut text, &mut next);
        text.push('\n');
    }
    text
}

fn push_date(text: &mut String, next: &mut impl FnMut(u64) -> u64) {
    let date = [2022 + next(3), 1 + next(12), 1 + next(28)];
    text.push_str(&format!("{}-{:02}-{:02}", date[0], date[1], date[2]));
}

fn mixed(countries: &Countries) -> String {
    let mut next = random();
    let list: Vec<&str> = countries
        .list()
        .iter()
        .map(|country| country.name_en.as_str())
        .filter(|name| name.is_ascii() && !name.contains(','))
        .collect();
    let topics = ["drugs", "fraud", "terrorism", "training", "borders", "cybercrime"];
    let mut text = String::from("date,country,topics,amount,title,source\n");
    for row in 0..ROWS {
        push_date(&mut text, &mut next);
        let (one, other) = (next(6) as usize, next(6) as usize);
        text.push_str(&format!(
            ",{},{}; {},{}.{},\"Meeting no. {row}, of many\",https://example.org/{row}\n",
            list[next(list.len() as u64) as usize],
            topics[one],
            topics[other],
            next(100_000),
            next(100),
        ));
    }
    text
}
