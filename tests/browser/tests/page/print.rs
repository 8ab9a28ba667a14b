//! The page on paper.

use browser_tests::engine::Engine;
use browser_tests::hooks::hook;
use browser_tests::native::View;
use browser_tests::screen::Screen;
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
        let top = "return one('printed-link').nextElementSibling.matches('.head')
            && one('printed-link').textContent.includes(location.hash)";
        page.until("the link is written out at the top", top).await?;

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

#[test]
fn nothing_is_folded_or_shrunk_on_paper() {
    browse(async |page| -> Outcome {
        page.look_on(Screen::DESKTOP).await?;
        page.open("#/country/VNM").await?;
        page.shows("#/country/VNM").await?;
        page.run("dispatchEvent(new Event('beforeprint'))", &[]).await?;
        // Labels are of 11 px and more: on a canvas as wide as the paper they are of 8 points.
        let wide = "return all('figure canvas').filter(canvas => canvas.offsetWidth > 690).length";
        page.until_equal("charts wider than paper", wide, 0).await?;
        if page.only_in(&[Engine::Chromium], "the look of paper is asked for by devtools") {
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
            let folded = "return all('details:not([open], .save, .share)').filter(details =>
                ![...details.querySelectorAll('a')].every(link => link.getBoundingClientRect().height > 0
                    && link.checkVisibility({ contentVisibilityAuto: true }))).length";
            let all = "return all('details:not([open], .save, .share) a').length > 0";
            page.until("there is what was folded", all).await?;
            page.until_equal("what is folded", folded, 0).await?;
            let first = "return visible(one('printed-link'))
                && one('printed-link').getBoundingClientRect().top < 20";
            page.until("the link is in sight at the top", first).await?;
            page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await?;
            page.until("it is gone on the screen", "return !visible(one('printed-link'))").await?;
        }
        Ok(())
    });
}
