//! The map: a full repaint, a zoom, and the pointer that moves over it.

use browser_tests::screen::Screen;
use browser_tests::{Outcome, Page};

use crate::report::{heading, line};
use crate::updates::{UPDATE, clear, durations, measured};
use crate::{STEPS, in_browser};

/// A full repaint of the map, in milliseconds.
const REPAINT: f64 = 8.0;

/// Prints how long the map takes and returns whether the budget holds.
pub fn map() -> Outcome<bool> {
    heading("The map, 1,316 × 600 CSS pixels at 2 device pixels each (ms)");
    let mut within = true;
    for (what, times, budget) in in_browser("bench-map", measure)? {
        within &= line(what, &times, budget);
    }
    Ok(within)
}

/// Zooms and pans the map, each time drawn anew from its geometry, and moves the pointer over it.
async fn measure(page: Page) -> Outcome<Vec<(&'static str, Vec<f64>, Option<f64>)>> {
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
