//! Measures the built page against its budgets (README, “Budgets”): what is transferred, how long
//! the start takes, and how long a click or a step of a brush takes until it is painted.
//!
//! `cargo xtask bench` builds the page and runs this; the exit code is 1 if a budget is exceeded.

use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use browser_tests::browser::run;
use browser_tests::hooks::{mark, marks};
use browser_tests::native::EXPLORER;
use browser_tests::screen::Screen;
use browser_tests::transfer::compressed;
use browser_tests::{Failure, Outcome, Page, Settings, environment};
use explorer_chart::{Camera, Frame, MapLayout};
use explorer_embedded::embedded;
use explorer_explore::Explorer;
use explorer_explore::coding::code;
use explorer_geometry::World;
use explorer_view::chart::Chart;
use explorer_view::hash::decode;
use serde_json::json;

/// Everything that the first load transfers, compressed.
const TRANSFER: usize = 300_000;
/// The page as one file, as it lies on a disk.
const SINGLE: usize = 1_000_000;
/// How many times as long as the hosted page's its start may take.
const SINGLE_START: f64 = 2.0;
/// One frame at 60 Hz, in milliseconds.
const FRAME: f64 = 16.7;
/// A step with the processor slowed four times, in milliseconds.
const SLOWED: f64 = 50.0;
const SLOWDOWN: u32 = 4;
/// A full repaint of the map, in milliseconds.
const REPAINT: f64 = 8.0;
/// Finding what is under the pointer, in milliseconds.
const HIT: f64 = 0.2;
const LOADS: usize = 7;
const STEPS: usize = 50;
/// The page as one file: an alternative to the others, not part of the first load.
const SINGLE_FILE: &str = "security-diplomacy-explorer.html";
/// How the names of the module begin that the view of a reader's own file loads: no part either.
const OWN_FILE: &str = "own-file-";

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

/// Nothing is in it yet that would make a start faster.
const MEASURING: Settings = Settings::OWN;

fn bench() -> Outcome<bool> {
    let transfer = transfer(&environment::dist()?)?;
    let mut within = native()? && transfer;
    let (start, ratio) = run("bench-start", MEASURING, start)?;
    println!(
        "\nStart in the browser, cold, {LOADS} loads (ms)                median       p95       max"
    );
    for (what, times) in &start {
        line(what, times, None);
    }
    let soon = ratio <= SINGLE_START;
    within &= soon;
    println!(
        "  {}",
        verdict(soon, &format!("{ratio:.2} of {SINGLE_START} times as long from the file"))
    );
    println!(
        "\nA filter step, {STEPS} of each kind (ms)                   median       p95       max"
    );
    for (slowdown, budget) in [(1, FRAME), (SLOWDOWN, SLOWED)] {
        for (what, steps) in
            run("bench-steps", MEASURING, async move |page| steps(page, slowdown).await)?
        {
            let budget = (!what.starts_with(WAITED)).then_some(budget);
            within &= line(&what, &steps, budget);
        }
    }
    println!(
        "\nThe map, 1,316 × 600 CSS pixels at 2 device pixels each (ms) median       p95       max"
    );
    for (what, times, budget) in run("bench-map", MEASURING, map)? {
        within &= line(what, &times, budget);
    }
    Ok(within)
}

/// Prints the sizes of the files and whether they are within the budget.
fn transfer(dist: &Path) -> Outcome<bool> {
    let unreadable =
        |error| Failure::new(format!("cannot read the built page in {}: {error}", dist.display()));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(dist).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_file() {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let bytes = std::fs::read(&path).map_err(unreadable)?;
            files.push((name, bytes.len(), compressed(&bytes).map_err(unreadable)?));
        }
    }
    files.sort();
    println!("Transfer (bytes; brotli quality 11, window 22)           raw    brotli");
    let row = |name: &str, raw: usize, small: usize| {
        print!("  {name:<48} {:>9} {:>9}", grouped(raw), grouped(small));
    };
    let (mut raw, mut small, mut single) = (0, 0, 0);
    let mut own_file = (0, 0);
    for (name, size, compressed) in &files {
        row(name, *size, *compressed);
        if name == SINGLE_FILE {
            single = *size;
            println!("  instead of the others");
        } else if name.starts_with(OWN_FILE) {
            own_file = (own_file.0 + size, own_file.1 + compressed);
            println!("  when it is asked for");
        } else {
            println!();
            raw += size;
            small += compressed;
        }
    }
    row("first load", raw, small);
    let within = small <= TRANSFER;
    println!("  {}", verdict(within, &format!("{} of {}", grouped(small), grouped(TRANSFER))));
    row("a reader's own file, when it is asked for", own_file.0, own_file.1);
    println!();
    row("one file", single, 0);
    let fits = single > 0 && single <= SINGLE;
    println!("  {}", verdict(fits, &format!("{} of {}", grouped(single), grouped(SINGLE))));
    Ok(within && fits)
}

/// Prints what the engine takes outside of the browser.
fn native() -> Outcome<bool> {
    let dataset = embedded().map_err(|error| Failure::new(error.to_string()))?;
    println!(
        "\nNative, {} events, {} interactions (ms)                median       p95       max",
        dataset.events.len(),
        EXPLORER.table().len()
    );
    line("parse the dataset", &timed(100, || embedded().is_ok()), None);
    line("code it into columns", &timed(100, || code(&dataset).len()), None);
    line(
        "both, and the totals",
        &timed(100, || embedded().map(|d| Explorer::new(d).table().len()).ok()),
        None,
    );
    let link = "#/overview?agency=MPS&from=2023&region=southeast-asia&to=2025-06";
    for (what, link) in
        [("explore without filters", "#/overview"), ("explore with four filters", link)]
    {
        let (state, _) = decode(link, &EXPLORER);
        let times = timed(1000, || EXPLORER.explore(&state.filters, state.measure).summary);
        line(what, &times, None);
    }
    let world = World::embedded().map_err(|error| Failure::new(error.to_string()))?;
    let size = (1200.0, 600.0);
    let camera = Camera::new((world.width, world.height), size, 1.0, (0.5, 0.5));
    let frame = Frame::canvas(size.0, size.1, 8.0);
    let is_country = |id: &str| EXPLORER.dataset().country(id).is_some();
    let layout = || MapLayout::new(&world, camera, &frame, &is_country);
    line("lay the map out", &timed(100, || layout().disc(0)), None);
    let layout = layout();
    let at = std::cell::Cell::new(0u32);
    let hit = timed(5000, || {
        at.set(at.get() + 1);
        let (x, y) = (f64::from(at.get() * 37 % 1200), f64::from(at.get() * 91 % 600));
        layout.area_at(&world, x, y)
    });
    Ok(line("find what is under a point of the map", &hit, Some(HIT)))
}

/// Zooms and pans the map, each time drawn anew from its geometry, and moves the pointer over it.
async fn map(page: Page) -> Outcome<Vec<(&'static str, Vec<f64>, Option<f64>)>> {
    page.look_on(Screen { width: 1700, height: 1000, ..Screen::DESKTOP.at(2.0) }).await?;
    page.open("#/map").await?;
    // The page is never that wide; the budget is for a map that is.
    let widen = "
        const columns = document.querySelector('.columns');
        columns.style.maxWidth = 'none';
        columns.style.width = '1684px';";
    page.run(widen, &[]).await?;
    let sized = "const canvas = one('chart-map').querySelector('canvas');
        return canvas.width >= 2400 && canvas.height >= 1200";
    page.until("the map is drawn on 2,400 × 1,200 pixels or more", sized).await?;
    clear(&page).await?;
    let focus = "one('chart-map').querySelector('.marks button').focus()";
    page.run(focus, &[]).await?;
    for step in 0..STEPS {
        page.press(&[if step % 2 == 0 { '+' } else { '-' }]).await?;
        measured(&page, step + 1).await?;
    }
    let zooms = durations(&page, UPDATE).await?;
    // The pointer goes from country to country: the outline of the one that it is on is drawn with
    // everything else. As `explorer:update`, without the idle wait for the display.
    page.go("#/map").await?;
    page.shows("#/map").await?;
    let count = STEPS;
    let repaint = format!(
        "const area = one('chart-map').querySelector('.map');
         window.repaints = [];
         const marks = [...area.querySelectorAll('.marks button')].filter((_, at) => at % 3 === 0);
         const step = at => {{
             if (at === {count}) return;
             const box = marks[at].getBoundingClientRect();
             const began = performance.now();
             area.dispatchEvent(new PointerEvent('pointermove', {{
                 pointerType: 'mouse', bubbles: true,
                 clientX: box.x + box.width / 2, clientY: box.y + box.height / 2,
             }}));
             let worked;
             // Behind the page's own microtasks.
             Promise.resolve().then(() => Promise.resolve()).then(() => Promise.resolve())
                 .then(() => Promise.resolve()).then(() => worked = performance.now() - began);
             requestAnimationFrame(() => {{
                 const frame = performance.now();
                 const {{ port1, port2 }} = new MessageChannel();
                 port1.onmessage = () => {{
                     window.repaints.push(worked + performance.now() - frame);
                     setTimeout(() => step(at + 1), 20);
                 }};
                 port2.postMessage(0);
             }});
         }};
         step(0);"
    );
    page.run(&repaint, &[]).await?;
    let all = format!("return window.repaints.length === {count} && window.repaints");
    let repaints = serde_json::from_value(page.until("all repaints are measured", &all).await?)?;
    let moves: Vec<f64> = page
        .read(
            "const area = one('chart-map').querySelector('.map');
             const box = area.getBoundingClientRect();
             const event = at => new PointerEvent('pointermove', {
                 pointerType: 'mouse', bubbles: true,
                 clientX: box.x + at * 37 % box.width, clientY: box.y + at * 91 % box.height,
             });
             return Array.from({ length: 200 }, (_, at) => {
                 const events = Array.from({ length: 10 }, (_, step) => event(at * 10 + step));
                 const began = performance.now();
                 events.forEach(event => area.dispatchEvent(event));
                 return (performance.now() - began) / 10;
             })",
        )
        .await?;
    Ok(vec![
        ("a full repaint, until painted", repaints, Some(REPAINT)),
        ("a zoom: laid out and drawn anew, until painted", zooms, None),
        ("the pointer moved: hit test and country card", moves, None),
    ])
}

/// How long something takes, in milliseconds, that many times.
fn timed<T>(times: usize, work: impl Fn() -> T) -> Vec<f64> {
    (0..times)
        .map(|_| {
            let start = Instant::now();
            black_box(work());
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect()
}

/// Loads the page again and again without a cache, from the host and, in turn with it, from one
/// file; and how many times as long the median start takes from that.
async fn start(page: Page) -> Outcome<(Vec<(&'static str, Vec<f64>)>, f64)> {
    let mut found = vec![
        ("parse and code the dataset", Vec::new()),
        ("navigation to first contentful paint", Vec::new()),
        ("navigation to ready", Vec::new()),
        ("navigation to ready, from one file", Vec::new()),
    ];
    // The browser tells of a paint some time after it.
    let script = "
        const [parse, paint, ready] = ['explorer:parse', 'first-contentful-paint', 'explorer:ready']
            .map(name => performance.getEntriesByName(name)[0]);
        return !!(parse && paint && ready) && [parse.duration, paint.startTime, ready.startTime]";
    let single = page.hosted_at(&environment::single_file()?);
    for _ in 0..LOADS {
        page.devtools("Network.clearBrowserCache", json!({})).await?;
        page.open("#/overview").await?;
        // The service worker would serve the next load.
        let forget = "const done = arguments[arguments.length - 1];
            navigator.serviceWorker.ready.then(kept => kept.unregister()).then(done)";
        let times = page.until("parse, paint and ready are measured", script).await?;
        page.client().execute_async(forget, vec![]).await?;
        let times: [f64; 3] = serde_json::from_value(times)?;
        found.iter_mut().zip(times).for_each(|((_, all), time)| all.push(time));
        single.open("#/overview").await?;
        let times = page.until("parse, paint and ready are measured", script).await?;
        let [.., ready]: [f64; 3] = serde_json::from_value(times)?;
        found[3].1.push(ready);
    }
    let median = |times: &[f64]| {
        let mut sorted = times.to_vec();
        sorted.sort_by(f64::total_cmp);
        sorted[sorted.len() / 2]
    };
    let ratio = median(&found[3].1) / median(&found[2].1);
    Ok((found, ratio))
}

/// Clicks marks and brushes, and returns what each step took.
/// The page's own measures of a step; `src/ui/timing.rs` says what is in each.
const UPDATE: &str = "explorer:update";
const LATENCY: &str = "explorer:latency";
/// Begins the lines with the wait for the display in them, which have no budget.
const WAITED: &str = "  with the wait for the display, ";

async fn steps(page: Page, slowdown: u32) -> Outcome<Vec<(String, Vec<f64>)>> {
    page.open("#/overview").await?;
    let shown = page.shows("#/overview").await?;
    let rate = json!({ "rate": slowdown });
    page.devtools("Emulation.setCPUThrottlingRate", rate).await?;

    // Each mark is clicked twice: filtered and cleared.
    let mut targets = Vec::new();
    for at in 0.. {
        // The timeline is brushed below.
        let row = Chart::OVERVIEW.into_iter().skip(1).filter_map(|chart| {
            let mark =
                shown.charts.get(chart.id())?.marks.iter().filter(|m| m.count > Some(0)).nth(at)?;
            Some((chart, mark.value.clone()))
        });
        targets.extend(row);
        if targets.len() >= STEPS / 2 {
            break;
        }
    }
    clear(&page).await?;
    let mut done = 0;
    for (chart, value) in targets.iter().take(STEPS / 2) {
        for _ in 0..2 {
            page.click(&mark(*chart, value)).await?;
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

async fn clear(page: &Page) -> Outcome {
    page.run("performance.clearMeasures()", &[]).await.map(drop)
}

/// Waits until the page has measured that many updates, and then until it rests.
async fn measured(page: &Page, count: usize) -> Outcome {
    let script =
        format!("return performance.getEntriesByName('explorer:update').length >= {count}");
    page.until(&format!("update {count} is measured"), &script).await?;
    tokio::time::sleep(Duration::from_millis(20)).await;
    Ok(())
}

async fn durations(page: &Page, name: &str) -> Outcome<Vec<f64>> {
    let script =
        format!("return performance.getEntriesByName('{name}').map(entry => entry.duration)");
    page.read(&script).await
}

/// Prints a line of times, with its verdict if there is a budget for its median.
fn line(what: &str, times: &[f64], budget: Option<f64>) -> bool {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    // The smallest time that this share of all does not exceed.
    let rank = |share: f64| {
        let at = (share * sorted.len() as f64).ceil() as usize;
        sorted.get(at.saturating_sub(1)).copied().unwrap_or(f64::NAN)
    };
    let (median, p95) = (rank(0.5), rank(0.95));
    let within = budget.is_none_or(|budget| median <= budget);
    let verdict = budget
        .map(|budget| verdict(within, &format!("median {median:.1} of {budget}")))
        .unwrap_or_default();
    println!("  {what:<48} {median:>9.2} {p95:>9.2} {:>9.2}  {verdict}", rank(1.0));
    within
}

fn verdict(within: bool, what: &str) -> String {
    format!("{} {what}", if within { "ok  " } else { "OVER" })
}

fn grouped(number: usize) -> String {
    explorer_number::grouped(number as u64)
}
