//! The harness itself: tests share browsers, and none finds anything of another one.

use browser_tests::browser::run;
use browser_tests::screen::Screen;
use browser_tests::{Engine, Outcome, Page, Settings};
use serde_json::{Value, json};

/// What a test could find, at the page's origin but without the page.
const STATE: &str = "
    const done = arguments[arguments.length - 1];
    const matches = query => matchMedia(query).matches;
    Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]).then(([workers, kept]) => done({
        workers: workers.length, caches: kept.length,
        storage: [localStorage.length, sessionStorage.length, document.cookie, name],
        history: history.length,
        window: [innerWidth, innerHeight, devicePixelRatio, document.visibilityState],
        pointer: [matches('(any-pointer: coarse)'), navigator.maxTouchPoints],
        preferences: [matches('(prefers-color-scheme: dark)'), matches('(prefers-reduced-motion: reduce)')],
        script: typeof left,
    }));";

/// Notes what a test finds, and leaves all that it can.
async fn finds_and_leaves(page: Page) -> Outcome<Value> {
    page.client().goto(&format!("{}nothing", page.home())).await?;
    let found = page.client().execute_async(STATE, vec![]).await?;

    page.open("#/overview").await?;
    let keep = "localStorage.left = sessionStorage.left = 'left'; document.cookie = 'left=1'; name = 'left';
        return navigator.serviceWorker.ready.then(() => true)";
    page.until("the page is kept", keep).await?;
    if page.engine() != Engine::WebKit {
        page.prefer(&[("prefers-color-scheme", "dark"), ("prefers-reduced-motion", "reduce")])
            .await?;
    }
    if page.engine() == Engine::Chromium {
        page.before_every_page("window.left = true").await?;
    }
    page.look_on(Screen::PHONE).await?;
    page.go("#/records").await?;
    page.client().new_window(false).await?;
    Ok(found)
}

#[test]
fn the_next_test_finds_nothing_of_the_last() {
    let first = run("leftovers", Settings::OWN, finds_and_leaves).unwrap();
    assert_eq!(first["workers"], json!(0), "{first}");
    for _ in 0..2 {
        assert_eq!(run("leftovers", Settings::USUAL, finds_and_leaves).unwrap(), first);
    }
}
