//! A timeline split into small multiples, and what happened around it.

use browser_tests::hooks::{as_table, chart, hook, marks};
use browser_tests::native::{EXPLORER, View};
use browser_tests::{Outcome, Page, browse_once};
use explorer_explore::grain::Grain;
use explorer_view::chart::Chart::{Figure, Timeline};
use explorer_view::split::{SplitBy, split};
use explorer_view::time::timeline;
use serde_json::json;

/// Value and count of each mark as the engine has them; those of the first panels.
fn expected(view: &View, grain: Grain, by: SplitBy) -> Vec<(String, u32)> {
    let bins = timeline(&EXPLORER, &view.outcome, grain);
    let panels = split(&EXPLORER, &view.outcome, &bins, grain, by);
    let of = |panel: &explorer_view::split::SplitPanel| {
        let values = bins.iter().map(|count| format!("{}~{}", panel.id, count.bin.key()));
        values.zip(panel.counts.clone()).collect::<Vec<_>>()
    };
    panels.iter().take(12).flat_map(of).collect()
}

async fn has_marks(page: &Page, expected: &[(String, u32)]) -> Outcome {
    let script = format!(
        "return all({}).map(mark => [mark.dataset.value, Number(mark.dataset.count)])",
        json!(marks(Timeline))
    );
    page.until_equal("the marks of the panels", &script, json!(expected)).await
}

#[test]
fn panels_have_the_engines_numbers_and_lead_to_their_records() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview?by=year").await?;
        let view = View::of("#/overview?by=year");
        for by in SplitBy::ALL {
            page.pick(&hook("split"), by.id()).await?;
            let link = format!("#/overview?by=year&split={}", by.id());
            page.until_equal("the address", "return location.hash", link).await?;
            has_marks(&page, &expected(&view, Grain::Year, by)).await?;
        }
        // What is split is a table, too: a column per panel.
        page.pick(&hook("split"), "agency").await?;
        page.click(&as_table(Timeline)).await?;
        let heads =
            "return all('[data-test=\"chart-timeline\"] thead th').map(th => th.textContent)";
        let heads: Vec<String> = page.read(heads).await?;
        assert!(
            ["MPS", "CPLC", "MSS"].iter().all(|agency| heads.iter().any(|h| h == agency)),
            "{heads:?}"
        );
        page.click(&as_table(Timeline)).await?;

        // A mark shows only what it counts, and again all.
        let (value, count) = expected(&view, Grain::Year, SplitBy::Agency)
            .into_iter()
            .find(|(value, _)| value == "CPLC~2024")
            .expect("the commission met somebody in 2024");
        let mark = format!("{}[data-value=\"{value}\"]", marks(Timeline));
        page.click(&mark).await?;
        let link = "#/overview?agency=CPLC&by=year&from=2024-01&split=agency&to=2024-12";
        page.until_equal("the address", "return location.hash", link).await?;
        let shown = "return one('summary').dataset.interactions";
        page.until_equal("the interactions in view", shown, count.to_string()).await?;
        page.click(&mark).await?;
        let link = "#/overview?by=year&split=agency";
        page.until_equal("the address", "return location.hash", link).await
    });
}

#[test]
fn a_split_timeline_fits_a_phone_and_is_reached_by_keyboard() {
    browse_once(async |page| -> Outcome {
        page.look_on(browser_tests::screen::Screen::PHONE).await?;
        page.open("#/overview?by=year&split=region").await?;
        page.reach(&marks(Timeline)).await?;
        let fits = "return document.documentElement.scrollWidth <= innerWidth";
        page.until_equal("the width of the page", fits, true).await?;
        let focus = "document.querySelector(arguments[0]).focus()";
        page.run(focus, &[json!(marks(Timeline))]).await?;
        let before: String = page.read("return document.activeElement.dataset.value").await?;
        page.press(&[browser_tests::input::key::RIGHT]).await?;
        let moved = format!("return document.activeElement.dataset.value !== {}", json!(before));
        page.until("the focus moved along the panel", &moved).await.map(drop)
    });
}

#[test]
fn what_happened_around_it_is_listed_when_asked_for_and_on_figure_1() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview").await?;
        let listed = "return all('[data-test=\"around-list\"] li').length";
        page.until_equal("the list", listed, 0).await?;
        page.click(&format!("{} {}", chart(Timeline), hook("around"))).await?;
        page.until_equal("the address", "return location.hash", "#/overview?around=yes").await?;
        let ids = "return all('[data-test=\"around-list\"] li').map(li => li.dataset.value)";
        let ids: Vec<String> = page.read(ids).await?;
        assert!(ids.iter().any(|id| id == "zero-covid-ends"), "{ids:?}");
        assert!(ids.iter().any(|id| id == "gpscfl-2024-09-08"), "{ids:?}");
        page.go("#/paper/figure-1").await?;
        let first = chart(Figure(1));
        let listed = format!(
            "return all({}).length > 3",
            json!(format!("{first} [data-test=\"around-list\"] li"))
        );
        page.until("Figure 1 has them", &listed).await?;
        page.click(&format!("{first} {}", hook("around"))).await?;
        page.until_equal("the address", "return location.hash", "#/paper/figure-1?around=no").await
    });
}
