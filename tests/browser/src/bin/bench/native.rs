//! What the engine takes outside of the browser.

use std::hint::black_box;
use std::time::Instant;

use browser_tests::native::EXPLORER;
use browser_tests::{Failure, Outcome};
use explorer_chart::{Camera, Frame, MapLayout};
use explorer_embedded::embedded;
use explorer_explore::Explorer;
use explorer_explore::coding::code;
use explorer_geometry::World;
use explorer_view::hash::decode;

use crate::report::{heading, line};

/// Finding what is under the pointer, in milliseconds.
const HIT: f64 = 0.2;

/// Prints what the engine takes outside of the browser.
pub fn native() -> Outcome<bool> {
    let dataset = embedded().map_err(|error| Failure::new(error.to_string()))?;
    let (events, interactions) = (dataset.events.len(), EXPLORER.table().len());
    heading(&format!("Native, {events} events, {interactions} interactions (ms)"));
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
    let name_of = |id: &str| Some(EXPLORER.dataset().country(id)?.name_en.clone());
    let layout = || MapLayout::new(&world, camera, &frame, &name_of);
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
