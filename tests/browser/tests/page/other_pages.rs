//! The pages other than the overview, which are a chunk of the Wasm that comes after the first view.

use browser_tests::environment::single_file;
use browser_tests::hooks::hook;
use browser_tests::host::Host;
use browser_tests::input::key;
use browser_tests::{Outcome, Page, Settings, browse, browse_with};

use super::offline::without_host;

/// A link of each page.
const LINKS: [&str; 17] = [
    "#/map",
    "#/countries",
    "#/country/VNM",
    "#/org/interpol",
    "#/people",
    "#/official/wang-xiaohong",
    "#/compare",
    "#/forums",
    "#/forum/gpscfl",
    "#/pledges",
    "#/records",
    "#/record/2022-08-19-mps-sco",
    "#/paper",
    "#/method",
    "#/changes",
    "#/file",
    "#/saved",
];

/// Whether a page is there, and nothing in its place.
const STANDS: &str = "return !!document.querySelector('main > *:not([data-test=\"uncertain\"])')
    && !one('page-awaited') && !one('page-failed')";

/// Holds the chunks back until `arrive()` is called.
pub const HELD_BACK: &str = "{
    const load = window.fetch;
    const held = new Promise(arrive => (window.arrive = arrive));
    window.fetch = async (what, how) => {
        if (/other-pages|own-file/.test(what.url ?? what)) await held;
        return load(what, how);
    };
}";

/// How far the chunk is.
const PAGES: &str = "return document.documentElement.dataset.pages";

/// The name of the chunk on a host.
fn chunk(host: &Host) -> String {
    host.names().into_iter().find(|name| name.starts_with("other-pages-")).unwrap()
}

/// Waits until the focus is at the heading of the open page.
async fn is_on_heading(page: &Page) -> Outcome {
    let script = "const at = document.activeElement;
        return at.matches('main h2') && at === document.querySelector('main h2')";
    page.until("the focus is at the heading", script).await.map(drop)
}

#[test]
fn each_page_stands_that_a_link_asks_for() {
    browse(async |page| -> Outcome {
        for link in LINKS {
            page.open(link).await?;
            page.shows(link).await?;
            assert!(page.read::<bool>(STANDS).await?, "{link}");
            // It is there with the first view, not after it.
            let part = if link == "#/file" { "own-file" } else { "pages" };
            let order = format!(
                "const at = name => performance.getEntriesByName(name)[0].startTime;
                return at('explorer:{part}-there') <= at('explorer:ready')"
            );
            assert!(page.read::<bool>(&order).await?, "{link}");
        }
        Ok(())
    });
}

#[test]
fn a_reader_who_is_faster_than_the_chunk_waits_for_it() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        page.before_every_page(HELD_BACK).await?;
        page.load("#/overview").await?;
        page.first_view().await?;
        page.run("scrollTo(0, 900)", &[]).await?;
        let awaited = "return visible(one('page-awaited'))";
        // What was asked for first is forgotten.
        page.go("#/people").await?;
        page.until("the page is awaited", awaited).await?;
        page.go("#/records?agency=MSS").await?;
        page.until_equal("the address", "return location.hash", "#/records?agency=MSS").await?;
        page.until("the page is awaited", awaited).await?;
        page.until_equal("the pages", PAGES, "coming").await?;
        page.run("arrive()", &[]).await?;
        page.shows("#/records?agency=MSS").await?;
        is_on_heading(&page).await?;
        page.until_equal("the place", "return scrollY", 0).await?;
        assert!(page.read::<bool>(STANDS).await?);
        page.until_equal("the pages", PAGES, "there").await?;

        // Who has gone back meanwhile stays there.
        page.load("#/overview").await?;
        page.first_view().await?;
        page.go("#/method").await?;
        page.until("the page is awaited", awaited).await?;
        page.go("#/overview").await?;
        page.shows("#/overview").await?;
        page.run("document.querySelector('[data-test=\"share\"]').focus(); arrive()", &[]).await?;
        page.ready().await?;
        page.shows("#/overview").await?;
        let stays = "return document.activeElement === one('share')";
        assert!(page.read::<bool>(stays).await?, "the focus stays where the reader is");
        page.go("#/method").await?;
        page.shows("#/method").await?;
        is_on_heading(&page).await
    });
}

#[test]
fn a_chunk_that_fails_to_load_can_be_asked_for_again() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let host = Host::of_page()?;
        let page = page.hosted_at(&host.url());
        let name = chunk(&host);
        let wasm = host.get(&name).unwrap();
        let failed = "return visible(one('page-failed')) && !one('page-awaited')";
        for link in ["#/overview", "#/countries"] {
            host.lose(&name);
            page.load(link).await?;
            page.first_view().await?;
            if link == "#/overview" {
                // It stands, and works.
                page.shows(link).await?;
                page.go("#/countries").await?;
            }
            page.until("the failure is told", failed).await?;
            // Once more in vain; half a file is none.
            host.put(&name, &wasm[..wasm.len() / 2]);
            page.click(&hook("try-again")).await?;
            page.until("the failure is told", failed).await?;
            page.go("#/overview").await?;
            page.shows("#/overview").await?;
            page.go("#/countries").await?;
            page.until("the failure is told", failed).await?;
            host.put(&name, wasm.as_slice());
            page.click(&hook("try-again")).await?;
            page.shows("#/countries").await?;
            is_on_heading(&page).await?;
            assert!(page.read::<bool>(STANDS).await?);
        }
        Ok(())
    });
}

#[test]
fn what_is_shared_can_be_asked_for_again_and_closes_by_key() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let host = Host::of_page()?;
        let page = page.hosted_at(&host.url());
        let name = chunk(&host);
        let wasm = host.get(&name).unwrap();
        host.lose(&name);
        page.load("#/overview?agency=MPS").await?;
        page.first_view().await?;
        page.click(&hook("share")).await?;
        page.until("the failure is told", "return visible(one('page-failed'))").await?;
        host.put(&name, wasm.as_slice());
        page.run("one('try-again').focus()", &[]).await?;
        page.press(&[key::ENTER]).await?;
        page.until("the link is there", "return one('view-link')?.value.includes('agency=MPS')")
            .await?;
        // The button that had the focus is gone.
        page.press(&[key::ESCAPE]).await?;
        page.until("the panel is closed", "return !visible(one('view-link'))").await?;
        page.until(
            "the focus is on what opens it",
            "return document.activeElement === one('share')",
        )
        .await
        .map(drop)
    });
}

#[test]
fn it_works_without_the_host_that_it_came_from() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let (_host, page) = without_host(&page, "#/overview").await?;
        page.go("#/paper").await?;
        page.shows("#/paper").await?;
        page.open("#/forums").await?;
        page.shows("#/forums").await.map(drop)
    });
}

#[test]
fn it_is_in_the_page_as_one_file() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let page = page.hosted_at(&single_file()?);
        for link in ["#/country/VNM", "#/method"] {
            page.open(link).await?;
            page.shows(link).await?;
            assert!(page.read::<bool>(STANDS).await?, "{link}");
        }
        // A chart that only another page has, alone.
        let framed = page.hosted_at(&format!("{}?embed=1", page.home()));
        framed.open("#/forums").await?;
        framed.until("the chart is there", "return visible(one('chart-sessions'))").await.map(drop)
    });
}

#[test]
fn a_host_need_not_know_what_wasm_is() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let host = Host::of_page()?;
        // Without the end of its name, a file is sent as bytes of no kind.
        let name = chunk(&host);
        let script = host
            .names()
            .into_iter()
            .find(|name| name.starts_with("explorer-page-") && name.ends_with(".js"));
        let script = script.unwrap();
        let text = String::from_utf8(host.get(&script).unwrap()).unwrap();
        host.put("other-pages.bin", host.get(&name).unwrap());
        host.put(&script, text.replace(&name, "other-pages.bin"));
        let page = page.hosted_at(&host.url());
        page.open("#/records").await?;
        page.shows("#/records").await.map(drop)
    });
}
