//! How long a click on a mark and a step of a brush take until they are painted.

use browser_tests::hooks::{mark, marks};
use browser_tests::{Failure, Outcome, Page};
use explorer_view::chart::Chart;
use serde_json::json;

use crate::report::{heading, line};
use crate::targets::targets;
use crate::updates::{LATENCY, UPDATE, clear, durations, measured};
use crate::{SLOWDOWN, STEPS, in_browser};

/// One frame at 60 Hz, in milliseconds.
const FRAME: f64 = 16.7;
/// A step with the processor slowed, in milliseconds.
const SLOWED: f64 = 50.0;
/// Begins the lines with the wait for the display in them, which have no budget.
const WAITED: &str = "  with the wait for the display, ";

/// Prints how long steps take and returns whether the budgets hold.
pub fn steps() -> Outcome<bool> {
    heading(&format!("A filter step, {STEPS} of each kind (ms)"));
    let mut within = true;
    for (slowdown, budget) in [(1, FRAME), (SLOWDOWN, SLOWED)] {
        for (what, steps) in
            in_browser("bench-steps", async move |page| measure(page, slowdown).await)?
        {
            let budget = (!what.starts_with(WAITED)).then_some(budget);
            within &= line(&what, &steps, budget);
        }
    }
    Ok(within)
}

/// Clicks marks and brushes, and returns what each step took.
async fn measure(page: Page, slowdown: u32) -> Outcome<Vec<(String, Vec<f64>)>> {
    page.open("#/overview").await?;
    let shown = page.shows("#/overview").await?;
    let rate = json!({ "rate": slowdown });
    page.devtools("Emulation.setCPUThrottlingRate", rate).await?;

    clear(&page).await?;
    let mut done = 0;
    // Each mark is clicked twice: filtered and cleared.
    for (chart, value) in targets(&shown, STEPS / 2) {
        for _ in 0..2 {
            page.click(&mark(chart, &value)).await?;
            done += 1;
            measured(&page, done).await?;
        }
    }
    let clicks = durations(&page, UPDATE).await?;
    let click_latencies = durations(&page, LATENCY).await?;

    page.go("#/overview").await?;
    page.shows("#/overview").await?;
    page.reach(&marks(Chart::Timeline)).await?;
    let bins = page.middles(&marks(Chart::Timeline)).await?;
    let (Some(first), false) = (bins.first(), bins.len() < 10) else {
        return Err(Failure::new("the timeline has too few bins to brush"));
    };
    let there = (1..bins.len()).chain((1..bins.len() - 1).rev());
    let path: Vec<_> = there.cycle().take(STEPS).collect();
    page.press_mouse(*first).await?;
    clear(&page).await?;
    for (at, bin) in path.iter().enumerate() {
        page.pull(bins[*bin]).await?;
        measured(&page, at + 1).await?;
    }
    page.let_go(*first).await?;
    let brushes = durations(&page, UPDATE).await?;
    let brush_latencies = durations(&page, LATENCY).await?;
    let slowed =
        if slowdown == 1 { String::new() } else { format!(", processor {slowdown}× slower") };
    Ok(vec![
        (format!("click on a mark{slowed}"), clicks),
        (format!("step of a brush{slowed}"), brushes),
        (format!("{WAITED}click on a mark{slowed}"), click_latencies),
        (format!("{WAITED}step of a brush{slowed}"), brush_latencies),
    ])
}
