//! What Lighthouse says of the page on a phone, served compressed.

use std::process::{Command, Stdio};

use browser_tests::host::Host;
use browser_tests::{Failure, Outcome};
use serde_json::Value;

use crate::pages::Pages;
use crate::report::{median, verdict};

/// How often it looks: what it measures varies.
const RUNS: usize = 3;
/// The least for performance.
const PERFORMANCE: f64 = 85.0;
/// What performance should have.
const PERFORMANCE_AIM: f64 = 90.0;
/// The most milliseconds in which the main thread is blocked.
const BLOCKING: f64 = 200.0;
/// The most that the layout may shift.
const SHIFT: f64 = 0.02;

/// Its categories and audits, how a line says them, and where they are in a report.
const LINES: [(&str, &str); 9] = [
    ("performance", "/categories/performance/score"),
    ("accessibility", "/categories/accessibility/score"),
    ("best practices", "/categories/best-practices/score"),
    ("SEO", "/categories/seo/score"),
    ("total blocking time (ms)", "/audits/total-blocking-time/numericValue"),
    ("layout shift", "/audits/cumulative-layout-shift/numericValue"),
    ("first contentful paint (ms)", "/audits/first-contentful-paint/numericValue"),
    ("largest contentful paint (ms)", "/audits/largest-contentful-paint/numericValue"),
    ("speed index (ms)", "/audits/speed-index/numericValue"),
];

/// Prints the medians of some runs and returns whether the budgets hold. Where Lighthouse does not
/// run, that is said, and no budget is exceeded.
pub fn lighthouse(pages: &Pages) -> Outcome<bool> {
    println!("\nLighthouse, mobile, compressed, median of {RUNS}");
    let Some(program) = std::env::var_os("LIGHTHOUSE").filter(|program| !program.is_empty()) else {
        println!("  It is not installed, so nothing is known.");
        return Ok(true);
    };
    let mut within = true;
    for (label, host) in ["", ", beside"].into_iter().zip(pages.hosts()?) {
        let reports: Outcome<Vec<Value>> = (0..RUNS).map(|_| report(&program, &host)).collect();
        match reports {
            Ok(reports) => {
                let holds = print(&reports, label);
                within &= holds || !label.is_empty();
            }
            Err(failure) => println!("  It does not run on this machine: {failure}"),
        }
    }
    Ok(within)
}

/// Lets it look at the page once.
fn report(program: &std::ffi::OsStr, host: &Host) -> Outcome<Value> {
    let mut command = Command::new("node");
    command
        .arg(program)
        .arg(host.url_of_its_own()?)
        .args(["--output=json", "--output-path=stdout", "--quiet", "--no-enable-error-reporting"])
        .arg("--only-categories=performance,accessibility,best-practices,seo")
        .arg("--chrome-flags=--headless=new --no-sandbox --disable-gpu")
        .stdin(Stdio::null());
    if let Some(browser) = std::env::var_os("BROWSER_BINARY") {
        command.env("CHROME_PATH", browser);
    }
    let output = command
        .output()
        .map_err(|error| Failure::new(format!("Node.js cannot be started: {error}")))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let report: Value = serde_json::from_slice(&output.stdout)
        .map_err(|_| Failure::new(format!("there is no report; {}", said.trim())))?;
    match report.pointer("/runtimeError/message").and_then(Value::as_str) {
        Some(error) => Err(Failure::new(error)),
        None => Ok(report),
    }
}

/// Prints the medians, those of the measured page with their budgets.
fn print(reports: &[Value], label: &str) -> bool {
    let mut within = true;
    for (name, pointer) in LINES {
        let found = reports.iter().filter_map(|report| report.pointer(pointer)?.as_f64());
        let percent = if pointer.ends_with("/score") { 100.0 } else { 1.0 };
        let found: Vec<f64> = found.map(|number| number * percent).collect();
        let number = median(&found);
        let (holds, budget) = match name {
            "performance" => {
                let aim = if number >= PERFORMANCE_AIM { "reached" } else { "not reached" };
                let budget = format!("at least {PERFORMANCE}; {aim}: the aim of {PERFORMANCE_AIM}");
                (number >= PERFORMANCE, budget)
            }
            "total blocking time (ms)" => (number <= BLOCKING, format!("at most {BLOCKING}")),
            "layout shift" => (number <= SHIFT, format!("at most {SHIFT}")),
            _ => (true, String::new()),
        };
        let digits = if name == "layout shift" { 3 } else { 0 };
        let budget = if budget.is_empty() || !label.is_empty() {
            String::new()
        } else {
            verdict(holds, &budget)
        };
        println!("  {:<54} {number:>10.digits$}  {budget}", format!("{name}{label}"));
        within &= holds;
    }
    within
}
