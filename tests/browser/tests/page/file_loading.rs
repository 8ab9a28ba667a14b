//! The view of a reader's own file is a chunk of the Wasm, and what reads and counts tables for it a module: when
//! they are loaded, and when they cannot be.

use browser_tests::environment::single_file;
use browser_tests::hooks::hook;
use browser_tests::host::Host;
use browser_tests::{Outcome, Page, Settings, browse, browse_with};
use serde_json::json;

use super::offline::without_host;
use super::other_pages::HELD_BACK;

/// What of both the page has asked for; the service worker's requests are not among them.
const LOADED: &str = "return performance.getEntriesByType('resource').map(entry => entry.name)
    .filter(name => /\\/(own-file|table)-/.test(name)).map(name => name.split('.').pop()).sort()";

/// Waits until the view is there.
async fn is_mounted(page: &Page) -> Outcome {
    let mounted =
        "return visible(document.querySelector('main own-file [data-test=\"own-file\"]'))";
    page.until("the view is there", mounted).await.map(drop)
}

/// A small table.
const TABLE: &str = "date,country\n2024-01-02,Laos\n";

/// Opens a table in the view.
async fn opens_a_table(page: &Page) -> Outcome {
    is_mounted(page).await?;
    page.choose_text("table.csv", TABLE).await?;
    page.load_table("table.csv").await
}

/// The view is there, and says in these words among others why a table is not opened.
async fn refuses_a_table(page: &Page, words: &str) -> Outcome {
    is_mounted(page).await?;
    page.choose_text("table.csv", TABLE).await?;
    page.refuses_file(words).await
}

#[test]
fn it_is_loaded_when_it_is_asked_for() {
    browse(async |page| -> Outcome {
        let host = Host::of_page()?;
        let page = page.hosted_at(&host.url());
        page.open("#/overview?agency=MPS").await?;
        page.shows("#/overview?agency=MPS").await?;
        page.until_equal("what is loaded of it", LOADED, json!([])).await?;

        page.click(&format!("a{}", hook("nav-file"))).await?;
        is_mounted(&page).await?;
        page.until_equal("the address", "return location.hash", "#/file?agency=MPS").await?;
        page.until_equal("what is loaded of it", LOADED, json!(["js", "wasm", "wasm"])).await?;
        page.until("the title says so", "return document.title.startsWith('Your file')").await?;
        // There is nothing of the dataset in it to be counted or filtered.
        let others = "return ['summary', 'facet-agency', 'search'].filter(it => visible(one(it)))";
        page.until_equal("what belongs to other views", others, json!([])).await?;

        // There and back, by link and by history, without loading it again.
        page.click(&format!("a{}", hook("nav-overview"))).await?;
        page.is_at("#/overview?agency=MPS").await?;
        page.click(&format!("a{}", hook("nav-file"))).await?;
        is_mounted(&page).await?;
        page.run("history.back()", &[]).await?;
        page.is_at("#/overview?agency=MPS").await?;
        page.run("history.forward()", &[]).await?;
        is_mounted(&page).await?;
        page.until_equal("what is loaded of it", LOADED, json!(["js", "wasm", "wasm"])).await?;

        // And from a link.
        page.open("#/file").await?;
        is_mounted(&page).await
    });
}

#[test]
fn it_is_in_the_single_file() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let page = page.hosted_at(&single_file()?);
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let packed =
            "return document.getElementById('later-wasm').dataset.lengths.includes('own-file-')";
        page.until_equal("it is packed", packed, true).await?;
        page.go("#/file").await?;
        is_mounted(&page).await?;
        page.go("#/map").await?;
        page.shows("#/map").await?;
        page.go("#/file").await?;
        is_mounted(&page).await?;
        let loaded = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        page.until_equal("files it has loaded", loaded, json!([])).await?;
        opens_a_table(&page).await?;
        let loaded = "return performance.getEntriesByType('resource').map(entry => entry.name)
            .filter(name => !name.startsWith('blob:'))";
        page.until_equal("files it has loaded", loaded, json!([])).await?;
        page.open("#/file").await?;
        opens_a_table(&page).await
    });
}

#[test]
fn it_opens_without_its_host() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let (_host, page) = without_host(&page, "#/overview").await?;
        page.go("#/file").await?;
        opens_a_table(&page).await
    });
}

#[test]
fn a_host_without_it_is_told_of() {
    browse(async |page| -> Outcome {
        for ending in [".js", ".wasm"] {
            let host = Host::of_page()?;
            let is_part = |name: &String| name.starts_with("table-") && name.ends_with(ending);
            let names = host.names();
            host.lose(names.iter().find(|name| is_part(name)).unwrap());
            let page = page.hosted_at(&host.url());
            page.open("#/file").await?;
            refuses_a_table(&page, "could not be loaded. Reload the page").await?;
            // The rest of the page does not need it.
            page.go("#/overview").await?;
            page.shows("#/overview").await?;
            page.go("#/file").await?;
            refuses_a_table(&page, "could not be loaded. Reload the page").await?;
        }
        // And without the view itself: it is told in its place, and another try may have more luck.
        let host = Host::of_page()?;
        let names = host.names();
        let name = names.iter().find(|name| name.starts_with("own-file-")).unwrap();
        let view = host.get(name).unwrap();
        host.lose(name);
        let page = page.hosted_at(&host.url());
        page.open("#/file").await?;
        let failed = "return visible(one('page-failed')) && !one('page-awaited')";
        page.until("the failure is told", failed).await?;
        page.go("#/map").await?;
        page.shows("#/map").await?;
        page.go("#/file").await?;
        page.until("the failure is told", failed).await?;
        host.put(name, view.as_slice());
        page.click(&hook("try-again")).await?;
        opens_a_table(&page).await
    });
}

#[test]
fn a_browser_without_vectors_is_told_which_have_them() {
    browse(async |page| -> Outcome {
        // As far as this module is concerned: the page's own has none.
        page.before_every_page(
            "const compile = WebAssembly.compileStreaming;
             WebAssembly.compileStreaming = async source => {
                 const response = await source;
                 if (response.url.includes('/table-')) throw new WebAssembly.CompileError('no vectors');
                 return compile.call(WebAssembly, response);
             };
             WebAssembly.validate = () => false;",
        )
        .await?;
        page.open("#/file").await?;
        refuses_a_table(&page, "needs a browser with WebAssembly SIMD").await?;
        // The rest of the page does not need them.
        page.go("#/overview").await?;
        page.shows("#/overview").await.map(drop)
    });
}

/// Drags something over the page and drops it; whether the page took it.
const DROP: &str = "
    const [kind] = arguments;
    const dataTransfer = new DataTransfer();
    if (kind === 'file') dataTransfer.items.add(new File(['a,b\\n1,2\\n'], 'table.csv'));
    else dataTransfer.setData('text/plain', 'words');
    return ['dragover', 'drop'].map(name => !document.body.dispatchEvent(
        new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer })));";

#[test]
fn a_file_dropped_anywhere_leads_to_it() {
    browse(async |page| -> Outcome {
        page.open("#/overview?agency=MPS").await?;
        page.shows("#/overview?agency=MPS").await?;
        let words = page.run(DROP, &["words".into()]).await?;
        assert_eq!(words, json!([false, false]), "words are no file");
        page.is_at("#/overview?agency=MPS").await?;

        assert_eq!(page.run(DROP, &["file".into()]).await?, json!([true, true]));
        is_mounted(&page).await?;
        page.until_equal("the address", "return location.hash", "#/file?agency=MPS").await?;
        // Where it is shown already, the next one stays.
        assert_eq!(page.run(DROP, &["file".into()]).await?, json!([true, true]));
        is_mounted(&page).await?;
        page.run("history.back()", &[]).await?;
        page.is_at("#/overview?agency=MPS").await?;

        // A chart alone on somebody else's page takes nothing.
        let framed = page.hosted_at(&format!("{}?embed=1", page.home()));
        framed.open("#/overview").await?;
        framed.until("the chart is there", "return visible(one('embedded'))").await?;
        assert_eq!(page.run(DROP, &["file".into()]).await?, json!([false, false]));
        framed.until_equal("the address", "return location.hash", "#/overview").await
    });
}

#[test]
fn a_file_dropped_before_its_page_is_there_is_opened_by_it() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        page.before_every_page(HELD_BACK).await?;
        page.load("#/overview").await?;
        page.first_view().await?;
        assert_eq!(page.run(DROP, &["file".into()]).await?, json!([true, true]));
        page.until("the page is awaited", "return visible(one('page-awaited'))").await?;
        page.run("arrive()", &[]).await?;
        is_mounted(&page).await?;
        page.load_table("table.csv").await
    });
}

#[test]
fn what_a_reader_has_begun_is_there_after_another_page() {
    browse(async |page| -> Outcome {
        page.open_own_file().await?;
        page.choose_text("table.csv", "when,where,n\n2024-01-02,Laos,1\n2024-03-04,Fiji,2\n")
            .await?;
        page.until("the roles are proposed", "return visible(one('load'))").await?;
        let role = "[data-test=\"mapping-row\"][data-column=\"2\"] [data-test=\"map-role\"]";
        page.pick(role, "text").await?;
        let chosen = "return document.querySelector('[data-test=\"mapping-row\"][data-column=\"2\"] [data-test=\"map-role\"]')?.value";
        page.until_equal("the role", chosen, "text").await?;
        page.go("#/overview?agency=MSS").await?;
        page.shows("#/overview?agency=MSS").await?;
        page.go("#/file").await?;
        page.until_equal("the role", chosen, "text").await?;
        page.load_table("table.csv").await?;
        page.click("[data-test=\"own-facet-1\"] button[data-value=\"1\"]").await?;
        let rows = "return Number(one('own-summary')?.dataset.rows)";
        page.until_equal("rows in view", rows, 1).await?;
        // And what is shown of an open table has its numbers at once.
        page.go("#/method").await?;
        page.shows("#/method").await?;
        let first = "
            window.firstRows = null;
            new MutationObserver((_, observer) => {
                const summary = one('own-summary');
                if (!summary) return;
                window.firstRows = Number(summary.dataset.rows);
                observer.disconnect();
            }).observe(document.body, { subtree: true, childList: true });
            location.hash = '#/file'";
        page.run(first, &[]).await?;
        page.until_equal("rows in view", "return window.firstRows", 1).await?;
        page.is_loaded("table.csv").await
    });
}
