//! What is uncertain: on marks, in captions, in tables and files, and the switch that leaves it out.

use browser_tests::hooks::{as_table, chart, hook, mark, marks};
use browser_tests::native::{EXPLORER, View};
use browser_tests::{Outcome, Page, browse_once};
use explorer_view::chart::Chart::{Agencies, Countries, Map, Timeline};
use explorer_view::uncertain::Uncertain;
use serde_json::json;

/// How many interactions of a view are uncertain, as the engine has it.
fn uncertain(link: &str) -> u32 {
    let view = View::of(link);
    let of = Uncertain::of(&EXPLORER, &view.state, &view.outcome);
    of.map_or(0, |uncertain| uncertain.interactions)
}

async fn line_says(page: &Page, count: u32, is_left_out: bool) -> Outcome {
    let script = "const line = one('uncertain'); const button = one('leave-out');
        return [line?.dataset.count, button?.getAttribute('aria-pressed')];";
    let should = json!([count.to_string(), is_left_out.to_string()]);
    page.until_equal("the line above the charts", script, should).await
}

#[test]
fn the_switch_leaves_it_out_by_mouse_and_by_key() {
    browse_once(async |page| -> Outcome {
        let link = "#/overview?agency=MPS";
        let left = "#/overview?agency=MPS&certain=yes";
        page.open(link).await?;
        // The marks of all charts say how much of them is uncertain: see `View::differences`.
        page.shows(link).await?;
        line_says(&page, uncertain(link), false).await?;
        page.click(&hook("leave-out")).await?;
        page.is_at(left).await?;
        page.shows(left).await?;
        line_says(&page, uncertain(link), true).await?;
        let marked = "return all('.marks button[data-uncertain]').length";
        page.until_equal("the marks with an uncertain part", marked, 0).await?;
        // The same button takes it back, by a key.
        page.run("one('leave-out').focus()", &[]).await?;
        page.press(&[browser_tests::input::key::ENTER]).await?;
        page.is_at(link).await?;
        line_says(&page, uncertain(link), false).await?;
        page.press(&[' ']).await?;
        page.is_at(left).await?;
        // So does the chip.
        page.click("[data-test=\"chip\"]:nth-of-type(2) button").await?;
        page.is_at(link).await?;
        page.back().await?;
        page.shows(left).await.map(drop)
    });
}

#[test]
fn captions_tables_and_names_of_marks_say_it() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview").await?;
        let view = View::of("#/overview");
        let counts = view.uncertain(Agencies);
        let (_, some) = counts.iter().find(|(id, _)| id == "MPS").expect("there is the MPS");
        let name =
            format!("return document.querySelector({}).ariaLabel", json!(mark(Agencies, "MPS")));
        let name: String = page.read(&name).await?;
        assert!(name.contains(&format!(", {some} uncertain")), "{name}");
        for (of, key) in [
            (Agencies, "pale with an edge: uncertain"),
            (Timeline, "pale with an edge: uncertain"),
            (Map, "dotted: half or more is uncertain"),
        ] {
            page.reach(&chart(of)).await?;
            let caption = format!(
                "return document.querySelector({}).textContent",
                json!(format!("{} figcaption", chart(of)))
            );
            let caption: String = page.read(&caption).await?;
            assert!(caption.contains(key), "{caption}");
        }
        // A headline says it where it is half or more.
        let caption = format!(
            "return document.querySelector({}).textContent",
            json!(format!("{} h2", chart(Agencies)))
        );
        let caption: String = page.read(&caption).await?;
        assert!(caption.contains(&format!("; {some} of the ")), "{caption}");
        page.click(&as_table(Countries)).await?;
        let sum = format!(
            "return Number(document.querySelector({}).dataset.uncertain)",
            json!(format!("{} tfoot td[data-uncertain]", chart(Countries)))
        );
        page.until_equal("the sum of the table", &sum, view.outcome.uncertain()).await
    });
}

#[test]
fn it_can_be_left_out_wherever_the_filters_hold() {
    browse_once(async |page| -> Outcome {
        for link in [
            "#/map",
            "#/country/VNM",
            "#/official/wang-xiaohong",
            "#/countries",
            "#/forum/gpscfl",
            "#/paper",
        ] {
            page.open(link).await?;
            let all = uncertain(link);
            assert!(all > 0, "{link}");
            line_says(&page, all, false).await?;
            page.click(&hook("leave-out")).await?;
            let left = format!("{link}?certain=yes");
            page.until_equal("the address", "return location.hash", left.as_str()).await?;
            let shown = "return one('summary').dataset.interactions";
            let should = View::of(&left).outcome.summary.interactions;
            page.until_equal("the interactions in view", shown, should.to_string()).await?;
            line_says(&page, all, true).await?;
        }
        page.open("#/method").await?;
        page.until_equal("the line", "return !!one('uncertain')", false).await?;
        // On a comparison it holds for both sides.
        page.open("#/compare?a=agency:MPS&b=agency:CPLC").await?;
        page.click(&hook("leave-out")).await?;
        let link = "#/compare?a=agency:MPS&b=agency:CPLC&certain=yes";
        page.until_equal("the address", "return location.hash", link).await?;
        let only = View::of("#/overview?agency=CPLC&certain=yes").outcome.summary.interactions;
        let shown = "return one('compare-b').dataset.interactions";
        page.until_equal("the interactions of B", shown, only.to_string()).await?;
        // A map's marks say it, too.
        page.open("#/map").await?;
        let view = View::of("#/map");
        let counts = view.uncertain(Map);
        let (id, some) = counts.iter().max_by_key(|(_, some)| *some).expect("there are countries");
        let found = format!(
            "return document.querySelector({})?.dataset.uncertain",
            json!(format!("{}[data-value=\"{id}\"]", marks(Map)))
        );
        page.until_equal("the uncertain part on the map", &found, some.to_string()).await
    });
}
