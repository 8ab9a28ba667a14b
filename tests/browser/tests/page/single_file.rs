//! The page as one file: from a disk, and in a frame that may do nothing but run scripts.

use browser_tests::engine::Engine;
use browser_tests::environment::{axe_script, single_file};
use browser_tests::hooks::{chart, hook, mark, marks, switch};
use browser_tests::host::Host;
use browser_tests::native::{EXPLORER, View};
use browser_tests::{Outcome, Page, Settings, browse, browse_with};
use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;
use serde_json::json;

#[test]
fn it_works_from_a_disk() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let page = page.hosted_at(&single_file()?);
        page.open("").await?;
        page.shows("#/overview").await?;
        page.click(&mark(Chart::Agencies, "MPS")).await?;
        page.is_at("#/overview?agency=MPS").await?;
        page.click(&mark(Chart::Regions, "africa")).await?;
        let link = "#/overview?agency=MPS&region=africa";
        page.is_at(link).await?;
        page.click(&switch("theme", "dark")).await?;
        page.until_equal("theme", "return document.documentElement.dataset.theme", "dark").await?;

        page.click(&hook("share")).await?;
        let field = "return one('view-link')?.value ?? null";
        let copied = page.until("the link is there", field).await?;
        let copied = copied.as_str().unwrap().to_owned();
        assert!(copied.starts_with("file:///") && copied.contains("agency=MPS"), "{copied}");
        // In a tab of its own, as whoever is sent it opens it; or a window, as MiniBrowser does not
        // show the tabs that its driver opens, and so never paints them.
        let as_tab = page.engine() != Engine::WebKit;
        let tab = page.client().new_window(as_tab).await?;
        page.client().switch_to_window(tab.handle).await?;
        page.client().goto(&copied).await?;
        page.ready().await?;
        page.shows(link).await?;
        for other in ["#/records?agency=MSS", "#/map", "#/country/VNM", "#/paper", "#/method"] {
            page.go(other).await?;
            page.shows(other).await?;
        }
        // It carries the newest version of the dataset only, and says so.
        page.go("#/method?data=1.0.2").await?;
        let told = "return one('notice')?.textContent.includes('single file') ?? false";
        page.until("why another version is shown", told).await?;
        page.until_equal(
            "the version",
            "return one('dataset-version').dataset.version",
            EXPLORER.dataset().codebook.version.clone(),
        )
        .await?;
        page.run("history.back()", &[]).await?;
        page.shows("#/method").await?;
        // By script, as these steps were: WebKit's own back passes over them.
        page.run("history.back()", &[]).await?;
        page.shows("#/paper").await?;
        page.until_equal(
            "files it has loaded",
            "return performance.getEntriesByType('resource').map(entry => entry.name)",
            json!([]),
        )
        .await
    });
}

/// The code that the page copies to embed a chart.
pub async fn code_to_embed(page: &Page, of: Chart) -> Outcome<String> {
    let keep = "window.copied = null;
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
            writeText: text => { window.copied = text; return Promise.resolve(); } } })";
    page.run(keep, &[]).await?;
    let figure = chart(of);
    page.click(&format!("{figure} {}", hook("save"))).await?;
    page.click(&format!("{figure} {}", hook("embed"))).await?;
    let code = page.until("the code is copied", "return window.copied").await?;
    Ok(code.as_str().unwrap().to_owned())
}

#[test]
fn it_works_in_a_sandbox() {
    browse(async |page| -> Outcome {
        let explorer = Host::of_page()?;
        let link = "#/overview?agency=MPS";
        // The code is the one that the page gives.
        let hosted = page.hosted_at(&explorer.url());
        hosted.open(link).await?;
        let code = code_to_embed(&hosted, Chart::Regions).await?;
        assert!(
            code.contains("sandbox=\"allow-scripts") && !code.contains("same-origin"),
            "{code}"
        );
        // And in the strictest frame.
        let strict = code.replace("sandbox=\"allow-scripts", "sandbox=\"allow-scripts\" title=\"");
        let host = Host::of_html(&format!("<!doctype html>{strict}"))?;
        page.client().goto(&host.url()).await?;
        page.client().enter_frame(0).await?;
        page.ready().await?;
        page.until_equal("the origin", "return self.origin", "null").await?;
        let sum: u32 = View::of(link).facet(Facet::Region).into_iter().map(|(_, n)| n).sum();
        let marks = marks(Chart::Regions);
        let shown =
            format!("return all('{marks}').reduce((sum, m) => sum + Number(m.dataset.count), 0)");
        page.until_equal("what the marks count", &shown, sum).await?;
        // A click filters; nothing is written to the history, and nothing fails.
        let address = page.run("return location.hash", &[]).await?;
        page.run(
            "window.broken = [];
             for (const kind of ['error', 'unhandledrejection'])
                 addEventListener(kind, event => broken.push(String(event.message ?? event.reason)));
             document.querySelector(arguments[0]).click()",
            &[mark(Chart::Regions, "africa").into()],
        )
        .await?;
        let pressed = "return document.querySelector('.marks button[data-value=africa]').getAttribute('aria-pressed')";
        page.until_equal("the bar is chosen", pressed, "true").await?;
        page.until_equal("the address", "return location.hash", address).await?;
        page.until_equal("errors", "return broken", json!([])).await?;
        let words = "return document.querySelector('main > .hint').textContent.startsWith('MPS · Africa. ')";
        page.until("its filters are in words", words).await.map(drop)
    });
}

#[test]
fn an_embedded_chart_tells_its_height_and_is_no_place_to_explore() {
    browse(async |page| -> Outcome {
        let explorer = Host::of_page()?;
        let hosted = page.hosted_at(&explorer.url());
        hosted.open("#/overview?agency=MPS").await?;
        let mut code = String::new();
        for of in [Chart::Timeline, Chart::Map] {
            code += &code_to_embed(&hosted, of).await?;
        }
        // Both frame the same file, of a version that is named.
        let version = &EXPLORER.dataset().codebook.version;
        let of = |chart: &str| {
            format!("?embed=1#/overview?agency=MPS&amp;data={version}&amp;chart={chart}\"")
        };
        assert!(code.contains(&of("timeline")) && code.contains(&of("map")), "{code}");
        let host =
            Host::of_html(&format!("<!doctype html><div style=\"width:560px\">{code}</div>"))?;
        page.client().goto(&host.url()).await?;
        for (at, id) in [(0, "timeline"), (1, "map")] {
            let frame = format!("return document.querySelectorAll('iframe')[{at}].height");
            let given = page.client().execute(&frame, vec![]).await?;
            page.client().enter_frame(at).await?;
            page.ready().await?;
            let height = "return document.querySelector('main').getBoundingClientRect().height";
            let shown = format!(
                "return all('figure').length === 1 && !!one('chart-{id}') && {}",
                &height["return ".len()..]
            );
            let height = page.until("the height of the chart", &shown).await?.as_f64().unwrap();
            let fits = "return document.documentElement.scrollHeight <= innerHeight";
            page.until("nothing is cut", fits).await?;
            // What the code says without its script is near.
            let given: f64 = given.as_str().unwrap().parse().unwrap();
            assert!((given - height).abs() < 90.0, "{id}: {given} for {height}");
            let hints = "return document.body.textContent.includes('drag to')";
            assert!(!page.read::<bool>(hints).await?, "a hint in an article");
            let axe = super::hygiene::violations(&page, &axe_script()?).await?;
            assert!(axe.is_empty(), "{axe:?}");
            page.client().enter_parent_frame().await?;
        }
        Ok(())
    });
}
