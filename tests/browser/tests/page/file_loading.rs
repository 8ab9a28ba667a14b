//! The view of a reader's own file is a module of its own: when it is loaded, and when it cannot be.

use browser_tests::environment::single_file;
use browser_tests::hooks::hook;
use browser_tests::host::Host;
use browser_tests::{Outcome, Page, Settings, browse, browse_with};
use serde_json::json;

use super::offline::is_kept;

/// What of the module the page has asked for; the service worker's requests are not among them.
const LOADED: &str = "return performance.getEntriesByType('resource').map(entry => entry.name)
    .filter(name => name.includes('own-file')).map(name => name.split('.').pop()).sort()";

/// Waits until the view is there.
async fn is_mounted(page: &Page) -> Outcome {
    let mounted =
        "return visible(document.querySelector('main own-file [data-test=\"own-file\"]'))";
    page.until("the view is there", mounted).await.map(drop)
}

/// Waits until words are in its place.
async fn says(page: &Page, words: &str) -> Outcome {
    let said = format!(
        "return document.querySelector('own-file')?.textContent.includes({}) ?? false",
        json!(words)
    );
    page.until(&format!("it says “{words}”"), &said).await.map(drop)
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
        page.until_equal("what is loaded of it", LOADED, json!(["js", "wasm"])).await?;
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
        page.until_equal("what is loaded of it", LOADED, json!(["js", "wasm"])).await?;

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
            "return (document.getElementById('own-file-wasm')?.textContent.length ?? 0) > 1000";
        page.until_equal("it is packed", packed, true).await?;
        page.go("#/file").await?;
        is_mounted(&page).await?;
        page.go("#/map").await?;
        page.shows("#/map").await?;
        page.go("#/file").await?;
        is_mounted(&page).await?;
        let loaded = "return performance.getEntriesByType('resource').map(entry => entry.name)";
        page.until_equal("files it has loaded", loaded, json!([])).await?;
        page.open("#/file").await?;
        is_mounted(&page).await
    });
}

#[test]
fn it_opens_without_its_host() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let mut host = Host::of_page()?;
        let page = page.hosted_at(&host.url());
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        is_kept(&page).await?;
        host.stop()?;
        page.reload().await?;
        page.shows("#/overview").await?;
        page.go("#/file").await?;
        is_mounted(&page).await
    });
}

#[test]
fn a_host_without_it_is_told_of() {
    browse(async |page| -> Outcome {
        for ending in [".js", ".wasm"] {
            let host = Host::of_page()?;
            let is_part = |name: &String| name.starts_with("own-file") && name.ends_with(ending);
            let names = host.names();
            host.lose(names.iter().find(|name| is_part(name)).unwrap());
            let page = page.hosted_at(&host.url());
            page.open("#/file").await?;
            says(&page, "could not be loaded. Reload the page").await?;
            // The rest of the page does not need it.
            page.go("#/overview").await?;
            page.shows("#/overview").await?;
            page.go("#/file").await?;
            says(&page, "could not be loaded. Reload the page").await?;
        }
        Ok(())
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
                 if (response.url.includes('own-file')) throw new WebAssembly.CompileError('no vectors');
                 return compile.call(WebAssembly, response);
             };
             WebAssembly.validate = () => false;",
        )
        .await?;
        page.open("#/file").await?;
        says(&page, "needs a browser with WebAssembly SIMD").await
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
