//! Forums: sessions, the share of a year, sizes, the list, and a forum's page.

use std::collections::BTreeMap;

use browser_tests::hooks::{as_table, hook, mark, marks};
use browser_tests::input::key;
use browser_tests::native::{EXPLORER, View};
use browser_tests::screen::Screen;
use browser_tests::{Outcome, Page, browse_once};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;
use explorer_view::chart::Chart;
use explorer_view::forum_share::by_year;
use explorer_view::forums::{Calendar, ForumRow, is_shown, members_layer, sizes};
use serde_json::json;

/// The rows of the view.
fn native(view: &View) -> Vec<ForumRow<'static>> {
    let filters = &view.state.filters;
    let all = Calendar::of(&EXPLORER).rows(&Filters::default(), filters).into_iter();
    all.filter(|row| is_shown(&EXPLORER, filters, row)).collect()
}

/// Values and counts of a chart's marks that differ from `counts`.
fn wrong_marks(chart: Chart, counts: &BTreeMap<String, u32>) -> String {
    format!(
        "const counts = {};
         const marks = all('{}');
         return marks.length === 0 ? 'no mark' : marks
             .filter(mark => Number(mark.dataset.count) !== counts[mark.dataset.value])
             .map(mark => mark.dataset.value + ' ' + mark.dataset.count).join()",
        json!(counts),
        marks(chart)
    )
}

/// Waits until the page shows the view: charts and list.
async fn is_at(page: &Page, view: &View) -> Outcome {
    page.is_at(&view.link()).await?;
    let found = native(view);
    let mut counts = BTreeMap::new();
    for row in &found {
        counts.insert(row.entry.id.to_owned(), row.count);
        counts.extend(row.meetings.iter().map(|m| (m.key(&row.entry), m.count)));
    }
    page.until_equal("wrong sessions", &wrong_marks(Chart::Sessions, &counts), "").await?;
    let shares = by_year(&EXPLORER, &view.state.page.base(), &view.outcome).into_iter();
    let shares: BTreeMap<_, _> = shares.map(|s| (s.year.to_string(), s.around)).collect();
    page.until_equal("wrong shares", &wrong_marks(Chart::ForumShare, &shares), "").await?;
    let selection = view.state.filters.selection(Facet::Forum);
    let listed = found.iter().filter(|row| {
        let id = row.entry.counted.map_or(row.entry.id, |word| word.id.as_str());
        selection.passes(std::iter::once(id))
    });
    let listed: Vec<_> = listed.map(|row| json!([row.entry.id, row.count.to_string()])).collect();
    let script = "return all('[data-test=\"forum-row\"]').map(row => [row.dataset.value, row.dataset.count])";
    page.until_equal("the list", script, json!(listed)).await
}

#[test]
fn its_numbers_are_the_engines() {
    browse_once(async |page| -> Outcome {
        for link in [
            "#/forums",
            "#/forums?agency=MPS&from=2024",
            "#/forums?region=pacific-islands",
            "#/forums?forum=sco&measure=events",
        ] {
            page.open(link).await?;
            is_at(&page, &View::of(link)).await?;
        }
        // All rows, once they are asked for.
        page.open("#/forums").await?;
        page.click(&format!("[data-test=\"chart-sessions\"] {}", hook("chart-more"))).await?;
        let lanes = "return all('[data-test=\"chart-sessions\"] .marks button[data-value]').filter(mark => !mark.dataset.value.includes(':')).length";
        let dated = native(&View::of("#/forums"));
        let dated = dated.iter().filter(|row| !row.meetings.is_empty()).count();
        page.until_equal("the lanes", lanes, dated).await?;
        let expected: Vec<_> = sizes(&EXPLORER)
            .iter()
            .map(|size| {
                json!([
                    format!("{}:{}", size.entry.id, size.session.date),
                    size.participants.to_string()
                ])
            })
            .collect();
        let script = format!(
            "return all('{}').map(mark => [mark.dataset.value, mark.dataset.count])",
            marks(Chart::ForumSizes)
        );
        page.until_equal("the sizes", &script, json!(expected)).await
    });
}

#[test]
fn links_of_the_share_lead_to_as_many_records() {
    browse_once(async |page| -> Outcome {
        for link in ["#/forums", "#/forums?agency=MPS&format=!multilateral"] {
            page.open(link).await?;
            is_at(&page, &View::of(link)).await?;
            let links: Vec<(String, u32)> = page
                .read("return [...all('[data-test=\"share-link\"]'), ...all('[data-test=\"sideline-link\"]')].map(a => [a.getAttribute('href'), Number(a.dataset.count)])")
                .await?;
            assert!(links.len() >= 6, "{links:?}");
            for (href, count) in links {
                let there = View::of(&href);
                assert_eq!(there.notices, Vec::<String>::new(), "{href}");
                assert_eq!(there.outcome.summary.interactions, count, "{href}");
            }
        }
        Ok(())
    });
}

#[test]
fn clicks_and_keys_filter_or_open_a_page() {
    browse_once(async |page| -> Outcome {
        page.open("#/forums").await?;
        is_at(&page, &View::of("#/forums")).await?;
        page.click(&mark(Chart::Sessions, "gpscfl:2023-09-19")).await?;
        is_at(&page, &View::of("#/forums?forum=gpscfl")).await?;
        // What is counted with the SCO is filtered as the SCO.
        page.click(&mark(Chart::Sessions, "sco-rats")).await?;
        is_at(&page, &View::of("#/forums?forum=sco")).await?;
        page.back().await?;
        page.back().await?;
        is_at(&page, &View::of("#/forums")).await?;
        page.click(&mark(Chart::ForumShare, "2024")).await?;
        is_at(&page, &View::of("#/forums?from=2024-09-06&to=2024-09-12")).await?;
        page.click(&mark(Chart::ForumShare, "2024")).await?;
        is_at(&page, &View::of("#/forums")).await?;
        // Of no record: its page.
        page.click(&mark(Chart::Sessions, "xiangshan-forum")).await?;
        page.is_at("#/forum/xiangshan-forum").await?;
        page.back().await?;
        is_at(&page, &View::of("#/forums")).await?;
        let first =
            format!("document.querySelector('{}').focus()", mark(Chart::Sessions, "gpscfl"));
        page.run(&first, &[]).await?;
        page.press(&[key::RIGHT]).await?;
        let focused = "return document.activeElement.dataset.value ?? ''";
        page.until_equal("the first session", focused, "gpscfl:2015-09-22").await?;
        page.press(&[key::ENTER]).await?;
        is_at(&page, &View::of("#/forums?forum=gpscfl")).await
    });
}

#[test]
fn each_chart_is_a_table_too() {
    browse_once(async |page| -> Outcome {
        let mut view = View::of("#/forums");
        page.open("#/forums").await?;
        is_at(&page, &view).await?;
        let rows = native(&view);
        let sessions: usize = rows.iter().map(|row| row.meetings.len()).sum();
        let years = by_year(&EXPLORER, &view.state.page.base(), &view.outcome).len();
        for (chart, count) in [
            (Chart::Sessions, sessions),
            (Chart::ForumShare, years),
            (Chart::ForumSizes, sizes(&EXPLORER).len()),
        ] {
            page.click(&as_table(chart)).await?;
            view = view.after(|state| state.toggle_table(chart));
            page.is_at(&view.link()).await?;
            let rows =
                format!("return all('[data-test=\"chart-{}\"] tr[data-value]').length", chart.id());
            page.until_equal(chart.id(), &rows, count).await?;
        }
        page.reload().await?;
        page.is_at("#/forums?table=sessions,forum-sizes,forum-share").await.map(drop)
    });
}

#[test]
fn a_forum_has_a_page_with_and_without_records() {
    browse_once(async |page| -> Outcome {
        for (link, sessions, has_records) in [
            ("#/forum/gpscfl", 11, true),
            ("#/forum/gpscfl?agency=MPS&from=2024", 11, true),
            ("#/forum/brics", 2, true),
            ("#/forum/sco-rats", 2, false),
            ("#/forum/shangri-la-dialogue", 0, false),
        ] {
            page.open(link).await?;
            let view = View::of(link);
            page.is_at(&view.link()).await?;
            let (_, id) = view.state.page.subject().unwrap();
            page.until_equal("the profile", "return one('profile')?.dataset.id ?? ''", id).await?;
            let row = Calendar::of(&EXPLORER)
                .rows(&Filters::default(), &view.state.filters)
                .into_iter()
                .find(|row| row.entry.id == id)
                .unwrap();
            let meetings: Vec<_> = row
                .meetings
                .iter()
                .rev()
                .map(|m| json!([m.key(&row.entry), m.count.to_string()]))
                .collect();
            assert_eq!(meetings.len(), sessions, "{link}");
            let script = "return all('[data-test=\"forum-sessions\"] li[data-value]').map(li => [li.dataset.value, li.dataset.count])";
            page.until_equal("its sessions", script, json!(meetings)).await?;
            page.until_equal("a word about records", "return !one('no-records')", has_records)
                .await?;
            let counts: BTreeMap<_, _> = view.counts(Chart::Agencies).into_iter().collect();
            if has_records {
                page.until_equal("wrong agencies", &wrong_marks(Chart::Agencies, &counts), "")
                    .await?;
                let shown = view.outcome.summary.get(Measure::Interactions);
                let number =
                    "return parseInt(one('profile-interactions').querySelector('dd').textContent)";
                page.until_equal("interactions", number, shown).await?;
            }
            let map = members_layer(&EXPLORER, &row.entry).is_some();
            page.until_equal("a map of members", "return !!one('chart-members')", map).await?;
        }
        page.click("[data-test=\"nav-forums\"]").await?;
        page.is_at("#/forums").await?;
        page.click("[data-test=\"forum-row\"][data-value=\"sco\"] th a").await?;
        page.is_at("#/forum/sco").await?;
        page.click("[data-test=\"forum-members\"] [data-value=\"KAZ\"] a").await?;
        page.is_at("#/country/KAZ").await.map(drop)
    });
}

#[test]
fn a_phone_shows_it_whole() {
    browse_once(async |page| -> Outcome {
        page.look_on(Screen::PHONE).await?;
        for link in ["#/forums", "#/forum/gpscfl", "#/forum/sco-rats", "#/forums?table=sessions"] {
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
