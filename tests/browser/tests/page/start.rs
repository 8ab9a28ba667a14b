//! The start: what is there with the first view, and that nothing moves.

use browser_tests::screen::Screen;
use browser_tests::{Engine, Outcome, Page, Settings, browse_once, browse_with};
use serde_json::json;

/// Notes what is there when the first view is told, and how far anything has moved by then and later.
const NOTES: &str = "
    window.shift = 0;
    new PerformanceObserver(list => list.getEntries().forEach(entry => { window.shift += entry.value; }))
        .observe({ type: 'layout-shift', buffered: true });
    new MutationObserver(() => {
        if (window.first || !document.documentElement.dataset.ready) return;
        const charts = [...document.querySelectorAll('.charts .chart')];
        const facets = [...document.querySelectorAll('.facets .facet')];
        const end = list => Math.max(...list.map(part => part.getBoundingClientRect().bottom));
        window.first = {
            charts: charts.length, facets: facets.length,
            chartsEnd: end(charts), facetsEnd: end(facets), height: innerHeight,
            isComplete: document.documentElement.dataset.complete === 'true',
            hasFrame: !!document.querySelector('[data-test=\"summary\"]'),
            hasSkeleton: !!document.querySelector('#loading, #loading-head'),
        };
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] });";

async fn starts_on(page: &Page, screen: Screen) -> Outcome<serde_json::Value> {
    page.look_on(screen).await?;
    page.open("#/overview").await?;
    page.shows("#/overview").await?;
    let shift: f64 = page.read("return window.shift").await?;
    assert!(shift <= 0.02, "{}×{}: things move by {shift}", screen.width, screen.height);
    page.read("return window.first").await
}

#[test]
fn the_first_view_is_what_the_window_shows_and_stays_where_it_is() {
    browse_once(async |page| -> Outcome {
        if page.engine() != Engine::Chromium {
            return Ok(());
        }
        let source = json!({ "source": NOTES });
        page.devtools("Page.addScriptToEvaluateOnNewDocument", source).await?;
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
        let tall = Screen { width: 1440, height: 3000, ..Screen::DESKTOP };
        for screen in [Screen::DESKTOP, tall, Screen::PHONE] {
            let first = starts_on(&page, screen).await?;
            let number = |key: &str| first[key].as_f64().unwrap_or_default();
            assert_eq!(first["hasFrame"], true, "{first}");
            assert_eq!(first["hasSkeleton"], false, "{first}");
            assert_eq!(first["isComplete"], false, "all of it was waited for: {first}");
            let (charts, facets): (usize, usize) = page
                .read("return [all('.charts .chart').length, all('.facets .facet').length]")
                .await?;
            // Either all are there, or those that are reach the end of the window.
            let all_charts = number("charts") as usize == charts;
            assert!(all_charts || number("chartsEnd") >= number("height"), "{first} of {charts}");
            if screen.width > 760 {
                let all_facets = number("facets") as usize == facets;
                assert!(
                    all_facets || number("facetsEnd") >= number("height"),
                    "{first} of {facets}"
                );
            }
        }
        Ok(())
    });
}

#[test]
fn a_tab_that_nobody_sees_starts_at_once_and_keeps_nothing_of_the_html() {
    browse_once(async |page| -> Outcome {
        if page.engine() != Engine::Chromium {
            return Ok(());
        }
        let hidden = "Object.defineProperty(document, 'hidden', { get: () => true })";
        let source = json!({ "source": hidden });
        page.devtools("Page.addScriptToEvaluateOnNewDocument", source).await?;
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let left = "return document.querySelectorAll('#loading, #loading-head').length";
        page.until_equal("what is left of the HTML", left, 0).await
    });
}

/// The first request for the Wasm is never answered.
const UNANSWERED: &str = "{
    const load = window.fetch;
    let isFirst = true;
    window.fetch = (what, how) => {
        const isIt = isFirst && /explorer-page.*wasm/.test(what.url ?? what);
        if (!isIt) return load(what, how);
        isFirst = false;
        window.unanswered = true;
        return new Promise(() => {});
    };
}";

#[test]
fn a_request_that_is_never_answered_is_made_once_more() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        page.before_every_page(UNANSWERED).await?;
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        assert!(page.read::<bool>("return unanswered").await?);
        Ok(())
    });
}
