//! A map split into small ones.

use browser_tests::hooks::{as_table, chart, hook, marks};
use browser_tests::native::{EXPLORER, View};
use browser_tests::{Outcome, Page, browse_once};
use explorer_explore::facet::Facet;
use explorer_view::chart::Chart::Map;
use explorer_view::split_map::{MapSplit, split_map};
use serde_json::json;

/// Value and count of each mark as the engine has them.
fn expected(view: &View, by: MapSplit) -> Vec<(String, u32)> {
    let entries = EXPLORER.table().dictionary(Facet::Country).entries();
    let panels = split_map(&EXPLORER, &view.state.scope(), view.state.measure, by);
    let of = |panel: &explorer_view::split_map::MapPanel| {
        let counted = entries.iter().zip(&panel.counts).filter(|(_, count)| **count > 0);
        let values = counted.map(|(entry, count)| (format!("{}~{}", panel.id, entry.id), *count));
        values.collect::<Vec<_>>()
    };
    panels.iter().flat_map(of).collect()
}

async fn has_marks(page: &Page, mut expected: Vec<(String, u32)>) -> Outcome {
    expected.sort();
    let script = format!(
        "return all({}).map(mark => [mark.dataset.value, Number(mark.dataset.count)])
            .sort((a, b) => a[0] < b[0] ? -1 : 1)",
        json!(marks(Map))
    );
    page.until_equal("the marks of the maps", &script, json!(expected)).await
}

#[test]
fn maps_have_the_engines_numbers_and_lead_to_their_records() {
    browse_once(async |page| -> Outcome {
        page.open("#/map").await?;
        for by in MapSplit::ALL {
            page.pick(&hook("split-map"), by.id()).await?;
            let link = format!("#/map?maps={}", by.id());
            page.until_equal("the address", "return location.hash", link.as_str()).await?;
            has_marks(&page, expected(&View::of(&link), by)).await?;
        }
        let one = "return all('[data-test=\"chart-map\"] [data-test=\"legend\"]').length";
        page.until_equal("the legends", one, 1).await?;

        // What is split is a table, too: a column per map.
        page.click(&as_table(Map)).await?;
        let heads = "return all('[data-test=\"chart-map\"] thead th').map(th => th.textContent)";
        let heads: Vec<String> = page.read(heads).await?;
        assert!(["2023", "2024"].iter().all(|year| heads.iter().any(|h| h == year)), "{heads:?}");
        page.click(&as_table(Map)).await?;

        // A country of a map leads to what that one counts, and a second time back. Its mark is small and
        // can lie over a neighbour: Enter means it.
        let focus = "document.querySelector(arguments[0]).focus()";
        let mark = format!("{}[data-value=\"2024~VNM\"]", marks(Map));
        page.run(focus, &[json!(mark)]).await?;
        page.press(&[browser_tests::input::key::ENTER]).await?;
        let link = "#/map?country=VNM&from=2024-01&maps=year&to=2024-12";
        page.until_equal("the address", "return location.hash", link).await?;
        let shown = "return one('summary').dataset.interactions";
        let count = View::of(link).outcome.summary.interactions;
        page.until_equal("the interactions in view", shown, count.to_string()).await?;
        page.pick(&hook("split-map"), "").await?;
        let link = "#/map?country=VNM&from=2024-01&to=2024-12";
        page.until_equal("the address", "return location.hash", link).await
    });
}

#[test]
fn small_maps_fit_a_phone_and_a_pointer_marks_the_country_in_all() {
    browse_once(async |page| -> Outcome {
        page.look_on(browser_tests::screen::Screen::PHONE).await?;
        page.open("#/map?maps=agency").await?;
        page.reach(&marks(Map)).await?;
        let fits = "return document.documentElement.scrollWidth <= innerWidth";
        page.until_equal("the width of the page", fits, true).await?;
        let focus = "document.querySelector(arguments[0]).focus()";
        page.run(focus, &[json!(format!("{}[data-value=\"MPS~VNM\"]", marks(Map)))]).await?;
        page.press(&[browser_tests::input::key::RIGHT]).await?;
        let other = "return document.activeElement.dataset.value !== 'MPS~VNM'
            && document.activeElement.closest('.marks') !== null";
        page.until("the focus moved to another country", other).await?;
        // A tip tells of the country in every map.
        let tip = "const tip = one('tooltip')?.textContent ?? '';
            return ['MPS', 'CPLC'].every(agency => tip.includes(agency))";
        page.until("a tip of all maps", tip).await?;
        // Other layers have no counts to split.
        page.go("#/map?layer=gsi&maps=agency").await?;
        page.reach(&chart(Map)).await?;
        let whole = format!(
            "return all({}).every(mark => !mark.dataset.value.includes('~'))",
            json!(marks(Map))
        );
        page.until("the whole map", &whole).await.map(drop)
    });
}
