//! The start as a reader with a slow machine and a slow network has it: the files compressed, the
//! processor slowed, and the network's speed and latency emulated.

use browser_tests::host::Host;
use browser_tests::{Failure, Outcome, Page};
use serde_json::{Value, json};

use crate::report::{heading, line, median};
use crate::{Pages, SLOWDOWN, in_browser};

/// From the navigation to the first view, in milliseconds.
const FIRST_VIEW: f64 = 1800.0;
/// 9 Mbit/s, in bytes per second.
const THROUGHPUT: u32 = 1_125_000;
/// Milliseconds until an answer to a request begins.
const LATENCY: u32 = 100;
const LOADS: usize = 9;

/// Milliseconds from the navigation, load by load.
#[derive(Default)]
struct Starts {
    paint: Vec<f64>,
    ready: Vec<f64>,
}

/// Prints how long it takes until something, and until the first view is painted, and returns
/// whether the budget holds.
pub fn first_view(pages: &Pages) -> Outcome<bool> {
    let hosts = pages.hosts()?;
    let labels = ["", ", beside"];
    let starts = in_browser("bench-first-view", async |page| measure(page, hosts).await)?;
    heading(&format!(
        "Start, compressed, 9 Mbit/s, {LATENCY} ms, processor {SLOWDOWN}× slower, {LOADS} loads (ms)"
    ));
    let mut within = true;
    for (at, (label, starts)) in labels.iter().zip(&starts).enumerate() {
        line(&format!("first contentful paint{label}"), &starts.paint, None);
        let budget = (at == 0).then_some(FIRST_VIEW);
        within &= line(&format!("first view{label}"), &starts.ready, budget);
    }
    if let [page, beside] = starts.as_slice() {
        let ratio = |of: fn(&Starts) -> &[f64]| median(of(page)) / median(of(beside));
        let (paint, ready) = (ratio(|starts| &starts.paint), ratio(|starts| &starts.ready));
        println!(
            "  {paint:.2} times as long as beside until the first paint, {ready:.2} until the first view"
        );
    }
    Ok(within)
}

/// Loads the pages in turn, each time at an origin that has nothing in its caches.
async fn measure(page: Page, hosts: Vec<Host>) -> Outcome<Vec<Starts>> {
    page.devtools("Network.enable", json!({})).await?;
    let network = json!({
        "offline": false, "latency": LATENCY,
        "downloadThroughput": THROUGHPUT, "uploadThroughput": THROUGHPUT,
    });
    page.devtools("Network.emulateNetworkConditions", network).await?;
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWDOWN })).await?;
    let mut starts: Vec<Starts> = hosts.iter().map(|_| Starts::default()).collect();
    for load in 0..LOADS {
        let mut order: Vec<usize> = (0..hosts.len()).collect();
        if load % 2 == 1 {
            order.reverse();
        }
        for at in order {
            let [paint, ready] = times(&page.hosted_at(&hosts[at].url_of_its_own()?)).await?;
            starts[at].paint.push(paint);
            starts[at].ready.push(ready);
        }
    }
    Ok(starts)
}

/// Loads a page once and returns when something, and when the first view was painted.
async fn times(page: &Page) -> Outcome<[f64; 2]> {
    page.load("#/overview").await?;
    // One script that waits in the page: a question every few milliseconds would slow the start.
    let script = "
        const done = arguments[0];
        const times = () => ['first-contentful-paint', 'explorer:ready']
            .map(name => performance.getEntriesByName(name)[0]?.startTime);
        const observer = new PerformanceObserver(() => {
            if (times().includes(undefined)) return;
            observer.disconnect();
            done(times());
        });
        for (const type of ['mark', 'paint']) observer.observe({ type, buffered: true });";
    let times = waited(page, script, "the page is ready").await?;
    // What the service worker still loads would slow the next start.
    let installed = "navigator.serviceWorker.ready.then(() => arguments[0]())";
    waited(page, installed, "the service worker is installed").await?;
    Ok(serde_json::from_value(times)?)
}

async fn waited(page: &Page, script: &str, what: &str) -> Outcome<Value> {
    let waited = page.client().execute_async(script, vec![]).await;
    waited.map_err(|error| Failure::new(format!("waited in vain until {what}: {error}")))
}
