//! Pledges: what is in view, the sums, and the ways to choose.

use browser_tests::hooks::{as_table, hook, mark};
use browser_tests::input::key;
use browser_tests::native::{EXPLORER, View};
use browser_tests::screen::Screen;
use browser_tests::{Outcome, Page, browse_once};
use explorer_view::chart::Chart;
use explorer_view::pledges::{kinds, pledges};
use serde_json::json;

/// Waits until the page shows the view: how many, the kinds, the marks, the sums, the table.
async fn is_at(page: &Page, link: &str) -> Outcome {
    page.is_at(link).await?;
    let view = View::of(link);
    let shown = pledges(&EXPLORER, &view.state);
    let kinds = kinds(&EXPLORER, &shown);
    let in_view: Vec<&str> =
        shown.iter().filter(|s| s.in_view).map(|s| s.pledge.id.as_str()).collect();
    let count = "return Number(one('pledge-count')?.dataset.count ?? -1)";
    page.until_equal("how many", count, in_view.len()).await?;
    let latest: Vec<_> = in_view.iter().rev().collect();
    let rows = "return all('[data-test=\"pledge-row\"]').map(row => row.dataset.value)";
    page.until_equal("the table", rows, json!(latest)).await?;
    let counts: Vec<_> =
        kinds.iter().map(|kind| json!([kind.id, kind.count.to_string()])).collect();
    let buttons = "return all('[data-test=\"pledge-kinds\"] button').map(b => [b.dataset.value, b.dataset.count])";
    page.until_equal("the kinds", buttons, json!(counts)).await?;
    let sums: Vec<_> = kinds
        .iter()
        .filter(|kind| view.state.has_kind(kind.id))
        .flat_map(|kind| &kind.sums)
        .map(|sum| json!([sum.unit, sum.quantity.to_string()]))
        .collect();
    let found = "return all('[data-test=\"pledge-sum\"]').map(sum => [sum.dataset.value, sum.dataset.count])";
    page.until_equal("the sums", found, json!(sums)).await?;
    if view.state.tables().is_empty() {
        let mut expected = Vec::new();
        for kind in &kinds {
            expected.push(json!([kind.id, kind.count.to_string()]));
            let of_kind = shown.iter().filter(|s| s.pledge.kind == kind.id);
            expected.extend(
                of_kind.map(|s| {
                    json!([s.pledge.id, s.pledge.quantity.unwrap_or_default().to_string()])
                }),
            );
        }
        let marks = "return all('[data-test=\"chart-pledges\"] .marks button[data-value]').map(m => [m.dataset.value, m.dataset.count])";
        page.until_equal("the marks", marks, json!(expected)).await?;
    }
    Ok(())
}

#[test]
fn its_numbers_are_the_engines() {
    browse_once(async |page| -> Outcome {
        for link in [
            "#/pledges",
            "#/pledges?kind=training,facility",
            "#/pledges?country=KIR&from=2022&kind=funding",
            "#/pledges?region=africa&to=2024",
            "#/pledges?agency=MSS&country=FRA",
        ] {
            page.open(link).await?;
            is_at(&page, link).await?;
        }
        Ok(())
    });
}

#[test]
fn kinds_are_chosen_by_buttons_marks_and_keys() {
    browse_once(async |page| -> Outcome {
        page.open("#/pledges").await?;
        is_at(&page, "#/pledges").await?;
        let button = |kind: &str| format!("{} button[data-value=\"{kind}\"]", hook("pledge-kinds"));
        page.click(&button("facility")).await?;
        is_at(&page, "#/pledges?kind=facility").await?;
        page.click(&button("training")).await?;
        is_at(&page, "#/pledges?kind=training,facility").await?;
        page.click(&mark(Chart::Pledges, "funding")).await?;
        is_at(&page, "#/pledges?kind=funding").await?;
        page.click_with(key::SHIFT, &mark(Chart::Pledges, "fiji-2011-mou")).await?;
        is_at(&page, "#/pledges?kind=agreement,funding").await?;
        page.back().await?;
        is_at(&page, "#/pledges?kind=funding").await?;
        page.click(&hook("pledge-reset")).await?;
        is_at(&page, "#/pledges").await?;
        let first =
            format!("document.querySelector('{}').focus()", mark(Chart::Pledges, "training"));
        page.run(&first, &[]).await?;
        page.press(&[key::RIGHT]).await?;
        let focused = "return document.activeElement.dataset.value ?? ''";
        page.until_equal("a pledge", focused, "interpol-2017-training").await?;
        page.press(&[key::ENTER]).await?;
        is_at(&page, "#/pledges?kind=training").await
    });
}

#[test]
fn what_is_filtered_by_country_is_named_and_taken_back() {
    browse_once(async |page| -> Outcome {
        page.open("#/pledges?agency=MPS&country=KIR").await?;
        is_at(&page, "#/pledges?agency=MPS&country=KIR").await?;
        page.until(
            "a word about other filters",
            "return one('pledge-count').parentElement.textContent.includes('do not count here')",
        )
        .await?;
        page.click(".pledge-head .chip button").await?;
        is_at(&page, "#/pledges?agency=MPS").await?;
        page.click(&hook("pledge-reset")).await?;
        is_at(&page, "#/pledges").await
    });
}

#[test]
fn the_chart_is_a_table_too() {
    browse_once(async |page| -> Outcome {
        page.open("#/pledges?kind=training").await?;
        is_at(&page, "#/pledges?kind=training").await?;
        page.click(&as_table(Chart::Pledges)).await?;
        is_at(&page, "#/pledges?kind=training&table=pledges").await?;
        let rows = "return all('[data-test=\"chart-pledges\"] tr[data-value]').length";
        page.until_equal("rows", rows, 13).await?;
        page.reload().await?;
        is_at(&page, "#/pledges?kind=training&table=pledges").await
    });
}

#[test]
fn a_phone_shows_it_whole() {
    browse_once(async |page| -> Outcome {
        page.look_on(Screen::PHONE).await?;
        for link in ["#/pledges", "#/pledges?country=KIR", "#/pledges?table=pledges"] {
            page.open(link).await?;
            page.is_at(link).await?;
            page.until(
                "nothing is wider than the phone",
                "return document.documentElement.scrollWidth <= innerWidth",
            )
            .await?;
        }
        Ok(())
    });
}
