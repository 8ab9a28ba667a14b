//! The page on paper.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use browser_tests::engine::Engine;
use browser_tests::hooks::hook;
use browser_tests::native::View;
use browser_tests::screen::Screen;
use browser_tests::{Outcome, Page, browse, browse_once};
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

/// Goes to a page and tells it, in the first frame that has any of it, that it is printed. Handed on is how many
/// rows and charts there are when what that event runs is done, as a browser prints then.
const PRINTED_AT_ONCE: &str = "const [link, done] = arguments;
    const counts = () => ['main tr', 'main .chart', 'main section']
        .map(part => document.querySelectorAll(part).length);
    const look = async () => {
        if (!document.querySelector('main h2')?.closest('article')) return requestAnimationFrame(look);
        dispatchEvent(new Event('beforeprint'));
        for (let round = 0; round < 60; round++) await null;
        done(counts());
    };
    location.hash = link;
    requestAnimationFrame(look);";

#[test]
fn a_page_that_has_just_been_opened_is_printed_whole() {
    browse(async |page| -> Outcome {
        for link in ["#/official/wang-xiaohong", "#/country/VNM", "#/paper"] {
            page.open("#/overview").await?;
            page.shows("#/overview").await?;
            let printed = page.client().execute_async(PRINTED_AT_ONCE, vec![link.into()]).await?;
            page.run("dispatchEvent(new Event('afterprint'))", &[]).await?;
            page.load("#/overview").await?;
            page.open(link).await?;
            page.shows(link).await?;
            let whole =
                "return ['main tr', 'main .chart', 'main section'].map(part => all(part).length)";
            page.until_equal(&format!("what is printed of {link}"), whole, printed).await?;
        }
        Ok(())
    });
}

/// Views of every kind. Those of wide tables lie on their side.
const UPRIGHT: [&str; 19] = [
    "#/overview",
    "#/overview?agency=MPS&from=2024&region=southeast-asia&to=2024",
    "#/map?layer=gsi",
    "#/country/VNM",
    "#/org/interpol",
    "#/official/chen-wenqing",
    "#/forums",
    "#/forum/gpscfl",
    "#/pledges",
    "#/paper",
    "#/record/2022-08-19-mps-sco",
    "#/record/2023-11-08-cplc-rus",
    "#/changes",
    "#/method",
    "#/compare?a=official:wang-xiaohong&b=official:chen-wenqing",
    "#/compare?a=from:2023;to:2023&b=from:2024;to:2024&region=central-asia",
    "#/file",
    "#/saved",
    "#/overview?split=agency&step=2&tour=paper&window=yes",
];
const ON_ITS_SIDE: [&str; 3] = ["#/countries", "#/people", "#/records"];

/// What is left of A4 by the margins of browsers, in CSS pixels: the short and the long side.
const SHEET: (u32, u32) = (717, 1046);

/// What does not fit on a sheet so wide, or comes apart badly, as `what: where`.
const MISFITS: &str = "
    const [wide, high] = arguments, found = new Set();
    const name = at => `${at.tagName}.${at.className} ${at.textContent.trim().slice(0, 30)}`;
    if (document.documentElement.scrollWidth > wide) found.add(`wider than the sheet: ${document.documentElement.scrollWidth}`);
    for (const at of document.querySelectorAll('body *')) {
        const style = getComputedStyle(at), box = at.getBoundingClientRect();
        if (!visible(at) || at.closest('.unseen, [hidden]')) continue;
        if (at.matches('th, td, h1, h2, h3, p') && (at.scrollWidth > at.clientWidth + 1 && style.display !== 'inline' || box.right > wide + 1))
            found.add(`cut: ${name(at)}`);
        // Nobody can press, choose or scroll on paper. Headings of tables are buttons without a box.
        if (at.matches('button, select, input, nav, [role=group] > label') && style.display !== 'contents')
            found.add(`a control: ${name(at)}`);
        if (/auto|scroll/.test(style.overflowY) && at.scrollHeight > at.clientHeight + 1) found.add(`scrolls: ${name(at)}`);
        if (style.position === 'sticky' || style.position === 'fixed') found.add(`stays in sight: ${name(at)}`);
        // Of what comes apart, items of grids lie on each other, and what must not come apart leaves a gap.
        if (/grid|flex/.test(style.display) && box.height > high * 0.6) found.add(`a grid: ${name(at)}`);
        if (style.breakInside === 'avoid' && box.height > high) found.add(`higher than a sheet: ${name(at)}`);
        // A line that is placed by the sheet instead of by what it belongs to.
        const after = getComputedStyle(at, '::after');
        if (after.content !== 'none' && after.position === 'absolute' && after.display !== 'none' && style.position === 'static')
            found.add(`a line of nobody: ${name(at)}`);
        if (at.matches('figure canvas') && (box.width > 690 || box.height > 900 || box.width < 600 && !at.closest('.spark')))
            found.add(`a drawing of ${Math.round(box.width)} by ${Math.round(box.height)}: ${name(at.closest('figure'))}`);
    }
    return [...found].slice(0, 8);";

/// Shows a view as it is printed, and what does not fit.
async fn fits(page: &Page, link: &str, (width, height): (u32, u32)) -> Outcome {
    page.look_on(Screen { width, height, ratio: 1.0, touch: false }).await?;
    page.open(link).await?;
    page.until("the view is laid out", "return document.documentElement.dataset.ready === 'true'")
        .await?;
    page.run("dispatchEvent(new Event('beforeprint'))", &[]).await?;
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
    let misfits = MISFITS.replace("= arguments", &format!("= [{width}, {height}]"));
    page.until_equal(&format!("what does not fit of {link}"), &misfits, json!([])).await?;
    page.run("dispatchEvent(new Event('afterprint'))", &[]).await?;
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await.map(drop)
}

#[test]
fn every_view_fits_on_its_sheets() {
    browse_once(async |page| -> Outcome {
        if !page.only_in(&[Engine::Chromium], "only its driver emulates that") {
            return Ok(());
        }
        for link in UPRIGHT {
            fits(&page, link, SHEET).await?;
        }
        let (short, long) = SHEET;
        for link in ON_ITS_SIDE {
            fits(&page, link, (long, short)).await?;
        }
        Ok(())
    });
}

#[test]
fn the_parts_of_a_high_drawing_make_up_all_of_it() {
    browse(async |page| -> Outcome {
        page.look_on(Screen::DESKTOP).await?;
        for (link, chart) in [("#/forums", "chart-sessions"), ("#/overview", "chart-countries")] {
            page.open(link).await?;
            page.until("the view", "return document.documentElement.dataset.ready === 'true'")
                .await?;
            page.click(&format!("{} {}", hook(chart), hook("chart-more"))).await?;
            let opened =
                format!("return one('{chart}').querySelector('canvas').offsetHeight > 1000");
            page.until("a chart that is higher than a sheet", &opened).await?;
            page.run("dispatchEvent(new Event('beforeprint'))", &[]).await?;
            // As much ink in the parts as in the whole, and in each as much as at its place of the whole.
            let differing = format!(
                "const [whole, ...parts] = one('{chart}').querySelectorAll('canvas');
                const ink = (canvas, top, height) => {{
                    const data = canvas.getContext('2d').getImageData(0, top, canvas.width, height).data;
                    let count = 0;
                    for (let at = 0; at < data.length; at += 4) count += data[at] < 200;
                    return count;
                }};
                let top = 0;
                const differ = parts.map(part => {{
                    const [here, there] = [ink(part, 0, part.height), ink(whole, top, part.height)];
                    top += part.height;
                    return here > 1000 && Math.abs(here - there) < 0.02 * there;
                }});
                return [parts.length > 1, differ.every(Boolean), Math.abs(top - whole.height) < 6]"
            );
            page.until_equal(&format!("parts of {chart}"), &differing, json!([true, true, true]))
                .await?;
            page.run("dispatchEvent(new Event('afterprint'))", &[]).await?;
            let left = format!("return one('{chart}').querySelectorAll('canvas').length");
            page.until_equal("canvases on the screen", &left, 1).await?;
        }
        Ok(())
    });
}

#[test]
fn sheets_are_filled_and_wide_tables_lie_on_their_side() {
    browse_once(async |page| -> Outcome {
        if !page.only_in(&[Engine::Chromium], "only its driver emulates that") {
            return Ok(());
        }
        // Sheets at most, and how wide and high they are, in points. Half of them were empty or half empty.
        for (link, most, lies) in [
            ("#/record/2022-08-19-mps-sco", 3, false),
            ("#/map", 2, false),
            ("#/forums", 7, false),
            ("#/countries", 9, true),
        ] {
            page.look_on(Screen::DESKTOP).await?;
            page.open(link).await?;
            page.until("the view", "return document.documentElement.dataset.ready === 'true'")
                .await?;
            let sheet = json!({ "paperWidth": 8.27, "paperHeight": 11.69 });
            let printed = page.devtools("Page.printToPDF", sheet).await?;
            let pdf = STANDARD.decode(printed["data"].as_str().unwrap()).unwrap();
            let text = String::from_utf8_lossy(&pdf);
            let sheets = text.matches("/Type /Page\n").count();
            assert!((1..=most).contains(&sheets), "{link}: {sheets} sheets");
            let width =
                text.split("/MediaBox [0 0 ").nth(1).and_then(|rest| rest.split(['.', ' ']).next());
            assert_eq!(width.unwrap().parse::<u32>().unwrap() > 700, lies, "{link}");
        }
        Ok(())
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
