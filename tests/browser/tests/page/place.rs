//! Where the reader is: back, forward and reload lead to the same place, and links to the same
//! view.

use browser_tests::engine::Engine;
use browser_tests::native::{EXPLORER, View};
use browser_tests::{Outcome, Page, browse, browse_once};
use explorer_view::paper::sections;
use explorer_view::sentence::summary_words;
use serde_json::json;

/// Views of every kind, with all that a link can say.
const VIEWS: [&str; 20] = [
    "#/overview",
    "#/overview?agency=MPS",
    "#/overview?agency=MPS,!MSS&country=LAO,!VNM&from=2023-05&to=2024-09",
    "#/overview?by=quarter&measure=events&region=central-asia",
    "#/overview?q=police&table=regions,timeline",
    "#/overview?forum=gpscfl&measure=countries",
    "#/map",
    "#/map?agency=CPLC&region=southeast-asia",
    "#/countries",
    "#/countries?agency=MPS&earlier=2022-08..2024-05&from=2024&order=-change",
    "#/country/VNM",
    "#/country/RUS?agency=CPLC&from=2023",
    "#/org/interpol",
    "#/people?official=wang-xiaohong",
    "#/official/wang-xiaohong?region=africa",
    "#/forums?from=2024",
    "#/forum/gpscfl",
    "#/pledges?kind=training",
    "#/records?cols=date,title,rank&region=central-asia&sort=title",
    "#/paper?region=africa",
];

#[test]
fn twenty_links_show_what_the_sender_saw() {
    browse_once(async |page| -> Outcome {
        for link in VIEWS {
            page.open(link).await?;
            let shown = page.shows(link).await?;
            assert!(shown.notices.is_empty(), "{link}: {:?}", shown.notices);
        }
        Ok(())
    });
}

/// Scrolls as a reader does, past all that is above: a part is as high as it is once it has been in sight.
const SCROLLED: &str = "const [top, done] = arguments;
    const frame = () => new Promise(requestAnimationFrame);
    (async () => {
        for (let at = scrollY; at < top; at = Math.min(top, at + innerHeight / 2)) {
            scrollTo({ top: at, behavior: 'instant' });
            await frame();
            await frame();
        }
        scrollTo({ top, behavior: 'instant' });
        await frame();
        done();
    })()";

/// Scrolls, waits until that is noted, and says where that is: what comes into sight may turn out
/// higher than was thought.
async fn scroll_to(page: &Page, top: u32) -> Outcome<u32> {
    page.client().execute_async(SCROLLED, vec![top.into()]).await?;
    let noted = format!(
        "return scrollY > {top} / 2 && history.state?.place?.split(' ')[0] === `${{Math.round(scrollY)}}` && Math.round(scrollY)"
    );
    let noted = page.until("the place is noted", &noted).await?;
    Ok(serde_json::from_value(noted)?)
}

const TOP: &str = "return Math.round(scrollY)";
/// What is at the top of the window, below what is always there.
const SEEN: &str = "return all('main figure, main section, main tr, main li')
    .filter(part => !part.closest('details:not([open])'))
    .find(part => part.getBoundingClientRect().bottom > 300)?.textContent.slice(0, 60) ?? null";

#[test]
fn reload_leads_to_the_same_place() {
    browse(async |page| -> Outcome {
        for (link, top) in
            [("#/overview?agency=MPS", 1200), ("#/country/VNM", 900), ("#/paper", 4000)]
        {
            page.open(link).await?;
            page.shows(link).await?;
            let top = scroll_to(&page, top).await?;
            let seen = page.until("something is there", SEEN).await?;
            page.reload().await?;
            page.until_equal("the place after a reload", TOP, top).await?;
            page.until_equal("what is there", SEEN, seen).await?;
        }
        Ok(())
    });
}

#[test]
fn back_and_forward_lead_to_the_same_place() {
    browse(async |page| -> Outcome {
        let (first, second) = ("#/overview?agency=MPS", "#/country/VNM");
        page.open(first).await?;
        page.shows(first).await?;
        let first_top = scroll_to(&page, 1000).await?;
        // A link on the page, and a place on where it leads.
        page.follow(second).await?;
        page.is_at(second).await?;
        page.until_equal("the top of what was followed", TOP, 0).await?;
        let second_top = scroll_to(&page, 700).await?;
        page.back().await?;
        page.is_at(first).await?;
        page.until_equal("the place, back", TOP, first_top).await?;
        page.forward().await?;
        page.is_at(second).await?;
        page.until_equal("the place, forward", TOP, second_top).await
    });
}

/// Does a step, and says how many sections the paper's page has in the first frame that has the page.
const SECTIONS: &str = "const [step, done] = arguments;
    const look = () => document.querySelector('main .paper')
        ? done(document.querySelectorAll('[data-section]').length)
        : requestAnimationFrame(look);
    step === 'open' ? location.hash = '#/paper' : history.forward();
    requestAnimationFrame(look);";

/// All of the paper's page at once takes a third of a second.
#[test]
fn a_page_that_is_opened_begins_with_what_is_seen_first_and_is_whole_on_the_way_back() {
    browse(async |page| -> Outcome {
        let all = sections(&EXPLORER).count();
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let step = |step: &str| page.client().execute_async(SECTIONS, vec![step.into()]);
        let first = step("open").await?.as_u64().unwrap_or_default() as usize;
        assert!((1..all).contains(&first), "{first} of {all} sections in the first frame");
        page.until_equal("its sections", "return all('[data-section]').length", all).await?;
        let engines = [Engine::Chromium, Engine::Firefox];
        if !page.only_in(&engines, "back passes over where a script led to") {
            return Ok(());
        }
        let top = scroll_to(&page, 4000).await?;
        page.back().await?;
        page.is_at("#/overview").await?;
        assert_eq!(step("forward").await?, all, "sections in the first frame on the way back");
        page.until_equal("the place", TOP, top).await
    });
}

/// Follows a link, and goes back after so many frames.
const THERE_AND_BACK: &str = "const [link, frames, done] = arguments;
    const frame = () => new Promise(requestAnimationFrame);
    (async () => {
        location.hash = link;
        for (let at = 0; at < frames; at++) await frame();
        history.back();
        done();
    })()";

#[test]
fn who_goes_back_before_a_page_stands_is_led_to_the_same_place() {
    browse(async |page| -> Outcome {
        if page.engine() == Engine::Chromium {
            page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
        }
        for (link, other, top) in [
            ("#/overview", "#/paper", 1200),
            ("#/paper", "#/overview", 4000),
            ("#/country/VNM", "#/paper", 900),
        ] {
            page.open(link).await?;
            page.shows(link).await?;
            let top = scroll_to(&page, top).await?;
            let place = page.run("return history.state.place", &[]).await?;
            for frames in [1, 3, 12, 30] {
                let arguments = vec![other.into(), frames.into()];
                page.client().execute_async(THERE_AND_BACK, arguments).await?;
                page.is_at(link).await?;
                page.until_equal(&format!("the place after {frames} frames"), TOP, top).await?;
                let noted = "return history.state.place";
                page.until_equal("what is noted", noted, place.clone()).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn what_was_unfolded_and_the_list_are_as_they_were() {
    browse(async |page| -> Outcome {
        page.open("#/forum/gpscfl").await?;
        let opened = "return all('main details').map(fold => fold.open)";
        page.until("there is something to unfold", "return all('main details').length > 1").await?;
        page.reach("main details summary").await?;
        page.click("main details summary").await?;
        page.until("it is noted", "return /^\\d+ 0/.test(history.state?.place ?? '')").await?;
        let before = page.run(opened, &[]).await?;
        page.reload().await?;
        page.until_equal("what is unfolded", opened, before).await?;

        page.open("#/records?sort=title").await?;
        page.shows("#/records?sort=title").await?;
        let top = scroll_to(&page, 1800).await?;
        page.reload().await?;
        page.until_equal("the list", TOP, top).await
    });
}

#[test]
fn the_page_says_what_its_link_shows() {
    browse(async |page| -> Outcome {
        let link = "#/overview?agency=MSS";
        page.open(link).await?;
        let told = "const content = meta => document.querySelector(`meta[${meta}]`).content;
            return [document.title, content('property=\"og:title\"'), content('name=description')]";
        let title = "MSS · Security Diplomacy Explorer";
        let view = View::of(link);
        let words = summary_words(&view.state.scope(), view.outcome.summary);
        page.until_equal(
            "title and description",
            told,
            json!([title, title, format!("{words}, from public reports.")]),
        )
        .await
    });
}
