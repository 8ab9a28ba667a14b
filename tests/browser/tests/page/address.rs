//! The address is always that of the view, however fast steps follow each other.

use browser_tests::engine::Engine;
use browser_tests::native::View;
use browser_tests::{Outcome, Page, browse, browse_once};
use serde_json::json;

/// What a reader clicks first, and where that leads.
const FIRST: [(&str, &str); 3] = [
    ("[data-test=facet-agency] button[data-value=MPS]", "#/overview?agency=MPS"),
    (
        "[data-test=chart-formats] .marks button[data-value=bilateral]",
        "#/overview?format=bilateral",
    ),
    ("[data-test=measure] button[data-value=events]", "#/overview?measure=events"),
];

const METHOD: &str = "nav [href^='#/method']";

/// Ends when nothing that was put off can still come: some frames later, and then some time.
const SETTLED: &str = "const done = arguments[0];
    let frames = 4;
    const next = () => frames-- > 0 ? requestAnimationFrame(next) : setTimeout(done, 250);
    next();";

/// The address once all is settled: that of the view which the page shows, now and after a reload.
async fn settled(page: &Page) -> Outcome<String> {
    page.client().execute_async(SETTLED, vec![]).await?;
    let link = page.hash().await?;
    assert_eq!(View::of(&link).link(), link, "the address is not as the page writes it");
    page.is_at(&link).await?;
    page.reload().await?;
    page.is_at(&link).await?;
    Ok(link)
}

/// Back by a script: WebKit's driver passes over steps that were made without a hand.
async fn go_back(page: &Page) -> Outcome {
    page.run("history.back()", &[]).await.map(drop)
}

#[test]
fn a_link_right_after_a_step_does_not_lose_it() {
    browse(async |page| -> Outcome {
        for (first, link) in FIRST {
            page.open("#/overview").await?;
            page.shows("#/overview").await?;
            let both = "document.querySelector(arguments[0]).click();
                document.querySelector(arguments[1]).click()";
            page.run(both, &[first.into(), METHOD.into()]).await?;
            page.until("the method is shown", "return visible(one('method'))").await?;
            let end = settled(&page).await?;
            assert!(end.starts_with("#/method"), "{first}: the address is {end}");
            page.until("the method is still shown", "return visible(one('method'))").await?;
            // Both were steps.
            go_back(&page).await?;
            page.is_at(link).await?;
            go_back(&page).await?;
            page.is_at("#/overview").await?;
        }
        Ok(())
    });
}

#[test]
fn steps_of_one_script_are_all_in_the_history() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let [(agency, after_agency), (format, _), (measure, _)] = FIRST;
        let all = "for (const selector of arguments) document.querySelector(selector).click()";
        page.run(all, &[agency.into(), format.into(), measure.into()]).await?;
        let last = "#/overview?agency=MPS&format=bilateral&measure=events";
        assert_eq!(settled(&page).await?, last);
        for link in ["#/overview?agency=MPS&format=bilateral", after_agency, "#/overview"] {
            go_back(&page).await?;
            page.is_at(link).await?;
        }
        Ok(())
    });
}

#[test]
fn an_address_set_right_after_a_step_is_that_of_the_view() {
    browse_once(async |page| -> Outcome {
        for (first, _) in FIRST {
            page.open("#/overview").await?;
            page.shows("#/overview").await?;
            let both = "document.querySelector(arguments[0]).click();
                location.hash = '#/records?region=africa'";
            page.run(both, &[first.into()]).await?;
            assert_eq!(settled(&page).await?, "#/records?region=africa", "{first}");
        }
        Ok(())
    });
}

#[test]
fn going_back_right_after_a_step_leaves_the_address_of_the_view() {
    browse(async |page| -> Outcome {
        for (first, _) in FIRST {
            page.open("#/overview").await?;
            page.go("#/overview?region=africa").await?;
            page.is_at("#/overview?region=africa").await?;
            let both = "document.querySelector(arguments[0]).click(); history.back()";
            page.run(both, &[first.into()]).await?;
            // Which of the two comes first is the browser's matter.
            let end = settled(&page).await?;
            assert!(end.starts_with("#/overview"), "{first}: the address is {end}");
        }
        Ok(())
    });
}

#[test]
fn a_slow_machine_does_not_lose_a_step_either() {
    browse(async |page| -> Outcome {
        if !page.only_in(&[Engine::Chromium], "only DevTools slow a processor down") {
            return Ok(());
        }
        let slowed = async |rate: u32| {
            page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await
        };
        let (first, link) = FIRST[0];
        for gap in [0, 20, 60, 120] {
            page.open("#/overview").await?;
            page.shows("#/overview").await?;
            // Only the steps are slow: what follows looks at where they have led.
            slowed(6).await?;
            let both = "const [first, second, gap] = arguments;
                document.querySelector(first).click();
                setTimeout(() => document.querySelector(second).click(), gap)";
            page.run(both, &[first.into(), METHOD.into(), gap.into()]).await?;
            page.until("the method is shown", "return visible(one('method'))").await?;
            page.client().execute_async(SETTLED, vec![]).await?;
            slowed(1).await?;
            let end = settled(&page).await?;
            assert!(end.starts_with("#/method"), "after {gap} ms: the address is {end}");
            go_back(&page).await?;
            page.is_at(link).await?;
        }
        Ok(())
    });
}
