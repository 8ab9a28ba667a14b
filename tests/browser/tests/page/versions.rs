//! A link opens the version of the dataset that it names.

use std::path::Path;
use std::sync::LazyLock;

use browser_tests::hooks::{hook, mark};
use browser_tests::host::Host;
use browser_tests::{Outcome, Page, Settings, browse, browse_once, browse_with};
use explorer_archive::read_all;
use explorer_embedded::VERSION;
use explorer_explore::Explorer;
use explorer_view::chart::Chart;
use explorer_view::hash::decode;
use serde_json::json;

use super::offline::{is_kept, wait_for};
use super::single_file::code_to_embed;

/// The former version that is looked at.
const FORMER: &str = "1.0.2";

static EXPLORER: LazyLock<Explorer> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/versions");
    let kept = read_all(&folder).unwrap().into_iter();
    let of = kept.map(|kept| kept.dataset).find(|dataset| dataset.codebook.version == FORMER);
    Explorer::of_former(of.unwrap())
});

/// Waits until the page shows a version.
async fn has_version(page: &Page, version: &str) -> Outcome {
    let shown = "return one('dataset-version')?.dataset.version ?? null";
    page.until_equal("the version", shown, version).await?;
    page.ready().await
}

/// Waits until the page has the numbers of the former version for a link.
async fn counts_as_then(page: &Page, link: &str) -> Outcome {
    let (state, notices) = decode(link, &EXPLORER);
    assert_eq!(notices, [], "{link}");
    let numbers = state.outcome(&EXPLORER).summary;
    let shown = "const { interactions, events, countries } = one('summary')?.dataset ?? {};
        return [interactions, events, countries].map(Number)";
    let expected = json!([numbers.interactions, numbers.events, numbers.countries]);
    page.until_equal(link, shown, expected).await
}

/// Waits until that is the address. What is shown is another version than the engine here has.
async fn has_address(page: &Page, link: &str) -> Outcome {
    page.until_equal("the address", "return location.hash", link).await
}

const BAND: &str = "return visible(one('former-version')) ? one('former-version').textContent : ''";

#[test]
fn a_link_opens_the_version_that_it_names() {
    browse_once(async |page| -> Outcome {
        let link = format!("#/overview?agency=MPS&data={FORMER}");
        page.open(&link).await?;
        has_version(&page, FORMER).await?;
        counts_as_then(&page, &link).await?;
        let band: String = page.read(BAND).await?;
        assert!(band.contains("1.0.2 of 25 Nov 2026, not the newest"), "{band}");
        page.until_equal("notices", "return all('[data-test=notice]').length", 0).await?;

        // What a reader does stays in it, and so does what is taken away.
        page.click(&mark(Chart::Regions, "africa")).await?;
        let filtered = format!("#/overview?agency=MPS&region=africa&data={FORMER}");
        has_address(&page, &filtered).await?;
        counts_as_then(&page, &filtered).await?;
        page.click(&hook("share")).await?;
        let taken = "return one('view-link')?.value && one('citation-text')?.textContent
            ? [one('view-link').value, one('citation-text').textContent].join(' ') : null";
        let taken = page.until("the panel", taken).await?.as_str().unwrap().to_owned();
        assert!(taken.contains(&format!("&data={FORMER}")), "{taken}");
        assert!(taken.contains("version 1.0.2 (31b29d496125)"), "{taken}");

        // The same view in the newest, and back.
        page.click(&hook("newest-version")).await?;
        has_version(&page, VERSION).await?;
        let newest = "#/overview?agency=MPS&region=africa";
        page.is_at(newest).await?;
        page.shows(newest).await?;
        assert_eq!(page.read::<String>(BAND).await?, "");
        page.run("history.back()", &[]).await?;
        has_version(&page, FORMER).await?;
        counts_as_then(&page, &filtered).await?;

        // No link of any page leads out of it unseen.
        for view in [
            "map",
            "countries",
            "country/VNM",
            "people",
            "compare",
            "records",
            "paper/numbers",
            "paper/claims",
            "record/2022-08-19-mps-sco",
            "forums",
            "forum/sco",
            "pledges",
            "method",
            "changes",
            "saved",
        ] {
            let link = format!("#/{view}?data={FORMER}");
            page.go(&link).await?;
            has_address(&page, &link).await?;
            let path = view.split('/').next().unwrap();
            // The map has no links of its own.
            let there = match view {
                "map" => "one('chart-map')",
                _ => "document.querySelector('main a[href^=\"#/\"]')",
            };
            let open = format!(
                "return !!one('former-version') && !!{there} && location.hash.includes('{path}')"
            );
            page.until(&format!("{view} is there"), &open).await?;
            let out = format!(
                "return all('a[href^=\"#/\"]').filter(a => a.dataset.test !== 'newest-version')
                    .map(a => a.getAttribute('href')).filter(href => !href.endsWith('data={FORMER}'))"
            );
            let out: Vec<String> = page.read(&out).await?;
            // What came later is shown where it is.
            let later = |href: &&String| !(view == "changes" && href.starts_with("#/record/"));
            let out: Vec<_> = out.iter().filter(later).collect();
            assert!(out.is_empty(), "{view}: {out:?}");
        }

        // The first version had fewer lists: their views are empty, and it is said why.
        for view in [
            "paper",
            "forums",
            "pledges",
            "map?layer=gsi",
            "country/VNM",
            "record/2022-08-19-mps-sco",
        ] {
            let joint = if view.contains('?') { '&' } else { '?' };
            page.go(&format!("#/{view}{joint}data=1.0.0")).await?;
            has_version(&page, "1.0.0").await?;
            let band: String = page.read(BAND).await?;
            assert!(band.contains("no forums, no pledges"), "{view}: {band}");
            let broken = "return !!document.querySelector('.urgent, .fatal')";
            assert!(!page.read::<bool>(broken).await?, "{view} breaks");
        }
        Ok(())
    });
}

#[test]
fn a_version_that_was_opened_needs_no_host_any_more() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let mut host = Host::of_page()?;
        let page = page.hosted_at(&host.url());
        let link = format!("#/records?agency=MPS&data={FORMER}");
        page.open(&link).await?;
        has_version(&page, FORMER).await?;
        is_kept(&page).await?;
        // Only what was asked for is kept.
        let kept = "const urls = [];
            for (const name of await caches.keys())
                for (const { url } of await (await caches.open(name)).keys()) urls.push(url);
            return urls.filter(url => url.includes('versions')).map(url => url.split('/').pop())";
        assert_eq!(wait_for(&page, kept).await?, json!([format!("{FORMER}.json.gz")]));
        host.stop()?;
        page.reload().await?;
        has_version(&page, FORMER).await?;
        counts_as_then(&page, &link).await?;

        // Another one was never asked for: the newest is shown, and that is said.
        page.go("#/overview?agency=MPS&data=1.0.1").await?;
        has_version(&page, VERSION).await?;
        page.shows("#/overview?agency=MPS").await?;
        let told = "return one('notice')?.textContent ?? ''";
        let told: String = page.read(told).await?;
        assert!(
            told.contains("made with version 1.0.1; you see")
                && told.contains("could not be reached"),
            "{told}"
        );
        assert_eq!(page.read::<String>(BAND).await?, "");
        Ok(())
    });
}

#[test]
fn a_chart_of_a_former_version_is_embedded_as_that() {
    browse(async |page| -> Outcome {
        let explorer = Host::of_page()?;
        let hosted = page.hosted_at(&explorer.url());
        hosted.open(&format!("#/overview?agency=MPS&data={FORMER}")).await?;
        has_version(&hosted, FORMER).await?;
        let code = code_to_embed(&hosted, Chart::Timeline).await?;
        let host = Host::of_html(&format!("<!doctype html>{code}"))?;
        page.client().goto(&host.url()).await?;
        page.client().enter_frame(0).await?;
        has_version(&page, FORMER).await?;
        let (state, _) = decode(&format!("#/overview?agency=MPS&data={FORMER}"), &EXPLORER);
        let sum = "return all('[data-test=\"chart-timeline\"] .marks button[data-count]')
            .reduce((sum, mark) => sum + Number(mark.dataset.count), 0)";
        let interactions = state.outcome(&EXPLORER).summary.interactions;
        page.until_equal("the chart", sum, interactions).await?;
        // Nothing is kept in somebody else's page.
        let full = "return one('full-view').getAttribute('href')";
        let full: String = page.read(full).await?;
        assert!(
            full.starts_with(&explorer.url()) && full.ends_with(&format!("data={FORMER}")),
            "{full}"
        );
        page.client().enter_parent_frame().await?;
        Ok(())
    });
}
