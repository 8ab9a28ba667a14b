//! Measures the built page against its budgets: what it weighs, how long the start takes, how long
//! a step takes until it is painted, beside another build if one is named, and what Lighthouse says.
//!
//! `cargo xtask bench` builds the page and runs this; the exit code is 1 if a budget is exceeded.
//! `docs/BENCHMARKS.md` says how each number comes about.

mod beside;
mod first_view;
mod lighthouse;
mod map;
mod native;
mod pages;
mod report;
mod size;
mod start;
mod steps;
mod targets;
mod updates;

use std::process::ExitCode;

use browser_tests::browser::run;
use browser_tests::{Failure, Outcome, Page, Settings};

use pages::Pages;

/// How many steps of a kind are measured.
const STEPS: usize = 50;
/// How many times slower a slow machine's processor is.
const SLOWDOWN: u32 = 4;
/// The parts of a run, in their order.
const PARTS: [&str; 8] =
    ["size", "native", "start", "first-view", "steps", "map", "beside", "lighthouse"];

fn main() -> ExitCode {
    match bench() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            println!("\nA budget is exceeded.");
            ExitCode::FAILURE
        }
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// Measures all parts, or those that are named, and returns whether all budgets hold.
fn bench() -> Outcome<bool> {
    let pages = Pages::read()?;
    let mut within = true;
    for part in parts()? {
        within &= match part {
            "size" => size::size(&pages.page, pages.beside.as_ref())?,
            "native" => native::native()?,
            "start" => start::start()?,
            "first-view" => first_view::first_view(&pages)?,
            "steps" => steps::steps()?,
            "map" => map::map()?,
            "beside" => beside::beside(&pages)?,
            _ => lighthouse::lighthouse(&pages)?,
        };
    }
    Ok(within)
}

/// The parts that `BENCH_ONLY` names with commas between them, or all.
fn parts() -> Outcome<Vec<&'static str>> {
    let Some(only) = std::env::var("BENCH_ONLY").ok().filter(|names| !names.is_empty()) else {
        return Ok(PARTS.to_vec());
    };
    let named = |name: &str| {
        PARTS.into_iter().find(|part| *part == name).ok_or_else(|| {
            let parts = PARTS.join(", ");
            Failure::new(format!("there is no part `{name}` of the measurements, but {parts}"))
        })
    };
    only.split(',').map(named).collect()
}

/// Runs something in a browser that nothing has made faster yet.
fn in_browser<F, Fut, T>(name: &str, measure: F) -> Outcome<T>
where
    F: FnOnce(Page) -> Fut,
    Fut: Future<Output = Outcome<T>> + 'static,
    T: 'static,
{
    run(name, Settings::OWN, measure)
}
