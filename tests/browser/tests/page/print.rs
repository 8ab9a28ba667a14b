//! The page on paper.

use browser_tests::hooks::hook;
use browser_tests::native::View;
use browser_tests::{Outcome, browse};
use serde_json::json;

#[test]
fn paper_is_light_and_has_all_records() {
    browse(async |page| -> Outcome {
        let link = "#/records?agency=MPS";
        page.open(link).await?;
        page.click(&browser_tests::hooks::switch("theme", "dark")).await?;
        let theme = "return document.documentElement.dataset.theme";
        page.until_equal("the theme on the screen", theme, "dark").await?;
        let rows = format!("return all('{}').length", hook("record"));
        let events = View::of(link).outcome.summary.events;

        // As the browser tells before it prints; what is drawn then is what is printed.
        let print = "dispatchEvent(new Event('beforeprint'));
            return Promise.resolve().then(() => Promise.resolve())
                .then(() => document.documentElement.dataset.theme)";
        assert_eq!(page.run(print, &[]).await?, json!("light"), "at once");
        page.until_equal("rows on paper", &rows, events).await?;
        let foot = "return document.querySelector('footer').textContent.includes(location.hash)";
        page.until("the link is written out", foot).await?;

        page.run("dispatchEvent(new Event('afterprint'))", &[]).await?;
        page.until_equal("the theme afterwards", theme, "dark").await
    });
}

#[test]
fn charts_out_of_sight_are_printed() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        page.run("dispatchEvent(new Event('beforeprint'))", &[]).await?;
        // White paper, in every chart: the corner of each canvas is opaque and white.
        let corners = "return all('figure canvas').map(canvas =>
            [...canvas.getContext('2d').getImageData(1, 1, 1, 1).data].join())
            .filter(colour => colour !== '255,255,255,255').length";
        page.until_equal("charts that are not ready for paper", corners, 0).await?;
        page.run("dispatchEvent(new Event('afterprint'))", &[]).await?;
        page.shows("#/overview").await.map(drop)
    });
}
