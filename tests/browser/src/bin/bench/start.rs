//! How long the start takes: as fast as the machine is, hosted and from one file.

use browser_tests::{Outcome, Page, environment};
use serde_json::json;

use crate::in_browser;
use crate::report::{heading, line, median, verdict};

/// How many times as long as the hosted page's the start of the page as one file may take.
const ONE_FILE: f64 = 2.0;
const LOADS: usize = 7;

/// The start of the hosted page and of the page as one file, in milliseconds.
#[derive(Default)]
struct Starts {
    parse: Vec<f64>,
    paint: Vec<f64>,
    ready: Vec<f64>,
    ready_from_file: Vec<f64>,
}

/// Prints how long the start takes and returns whether the page as one file keeps its budget.
pub fn start() -> Outcome<bool> {
    let starts = in_browser("bench-start", measure)?;
    heading(&format!("Start in the browser, cold, {LOADS} loads (ms)"));
    line("parse and code the dataset", &starts.parse, None);
    line("navigation to first contentful paint", &starts.paint, None);
    line("navigation to ready", &starts.ready, None);
    line("navigation to ready, from one file", &starts.ready_from_file, None);
    let ratio = median(&starts.ready_from_file) / median(&starts.ready);
    let soon = ratio <= ONE_FILE;
    println!(
        "  {}",
        verdict(soon, &format!("{ratio:.2} of {ONE_FILE} times as long from the file"))
    );
    Ok(soon)
}

/// Loads the page again and again without a cache, from the host and, in turn with it, from one
/// file.
async fn measure(page: Page) -> Outcome<Starts> {
    // The browser tells of a paint some time after it.
    let script = "
        const [parse, paint, ready] = ['explorer:parse', 'first-contentful-paint', 'explorer:ready']
            .map(name => performance.getEntriesByName(name)[0]);
        return !!(parse && paint && ready) && [parse.duration, paint.startTime, ready.startTime]";
    let mut starts = Starts::default();
    let single = page.hosted_at(&environment::single_file()?);
    for _ in 0..LOADS {
        page.devtools("Network.clearBrowserCache", json!({})).await?;
        page.open("#/overview").await?;
        // The service worker would serve the next load.
        let forget = "const done = arguments[arguments.length - 1];
            navigator.serviceWorker.ready.then(kept => kept.unregister()).then(done)";
        let times = page.until("parse, paint and ready are measured", script).await?;
        page.client().execute_async(forget, vec![]).await?;
        let [parse, paint, ready]: [f64; 3] = serde_json::from_value(times)?;
        starts.parse.push(parse);
        starts.paint.push(paint);
        starts.ready.push(ready);
        single.open("#/overview").await?;
        let times = page.until("parse, paint and ready are measured", script).await?;
        let [.., ready]: [f64; 3] = serde_json::from_value(times)?;
        starts.ready_from_file.push(ready);
    }
    Ok(starts)
}
