//! Nothing that comes from data or from somebody else's script is run.

use browser_tests::environment::single_file;
use browser_tests::host::Host;
use browser_tests::{Outcome, Settings, browse, browse_once, browse_with};
use serde_json::json;

/// Puts scripts on the page in the ways of those who get at its markup, and counts what is refused.
const INJECT: &str = "
    window.hits = [];
    window.refused = [];
    addEventListener('securitypolicyviolation', event => refused.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'hits.push(\"inline script\")';
    const foreign = document.createElement('script');
    foreign.src = 'https://example.org/foreign.js';
    const handler = document.createElement('div');
    handler.innerHTML = '<img src=\"data:,\" onerror=\"hits.push(\\'handler\\')\">';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.body.append(script, foreign, handler, frame);";

#[test]
fn the_policy_refuses_what_is_injected() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        for home in [page.home(), single_file()?] {
            let page = page.hosted_at(&home);
            page.open("#/overview").await?;
            page.run(INJECT, &[]).await?;
            // The script and the foreign one, the handler and the frame.
            let refused = ["frame-src", "script-src-attr", "script-src-elem", "script-src-elem"];
            page.until_equal("what is refused", "return refused.sort()", json!(refused)).await?;
            page.until_equal("what has run", "return hits", json!([])).await?;
        }
        Ok(())
    });
}

/// A record of the dataset whose title is long enough for another one.
const TITLE: &str = "Wang Xiaohong meets New Zealand police commissioner Coster";
const HOSTILE: &str = "<img src=x onerror=hit=1><script>hit=1</script>";

#[test]
fn a_record_with_markup_in_it_is_text() {
    browse_once(async |page| -> Outcome {
        let host = Host::of_page()?;
        let is_pages = |name: &String| name.starts_with("explorer-page") && name.ends_with(".wasm");
        let wasm = host.names().into_iter().find(is_pages).unwrap();
        let mut bytes = host.get(&wasm).unwrap();
        let at = bytes.windows(TITLE.len()).position(|part| part == TITLE.as_bytes());
        let padded = format!("{HOSTILE:<0$}", TITLE.len());
        bytes[at.expect("the dataset is embedded as it is")..][..TITLE.len()]
            .copy_from_slice(padded.as_bytes());
        host.put(&wasm, bytes);

        let page = page.hosted_at(&host.url());
        for (link, place) in [
            ("#/record/2024-05-06-mps-nzl", "[data-test=\"record-page\"] h2"),
            ("#/records?country=NZL", "[data-test=\"records\"]"),
            ("#/country/NZL", ".latest"),
        ] {
            page.open(link).await?;
            let text = format!(
                "return document.querySelector('{place}')?.textContent.includes('{HOSTILE}') ?? false"
            );
            page.until("the title stands there as it is", &text).await?;
            let made = "return all('img, body script:not([type=module])').filter(e => /hit/.test(e.outerHTML)).length";
            page.until_equal("elements made of it", made, 0).await?;
            page.until_equal("what has run", "return typeof hit", "undefined").await?;
        }
        Ok(())
    });
}

#[test]
fn links_to_sources_do_not_hand_over_the_page() {
    browse(async |page| -> Outcome {
        for link in ["#/record/2024-05-06-mps-nzl", "#/country/VNM", "#/pledges", "#/forum/gpscfl"]
        {
            page.open(link).await?;
            page.until("there are links elsewhere", "return all('a[href^=http]').length > 0")
                .await?;
            let open = "return all('a[href]').filter(a => a.origin !== location.origin)
                .filter(a => !/^https?:$/.test(a.protocol) || !a.relList.contains('noopener')
                    || !a.relList.contains('noreferrer'))
                .map(a => a.outerHTML)";
            page.until_equal("links that do", open, json!([])).await?;
        }
        Ok(())
    });
}
