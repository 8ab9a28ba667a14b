//! What nobody sees as long as it is right: console, network, marks of time, accessibility, and
//! the words for browsers that cannot run the page.

use browser_tests::built::{BuiltPage, PREVIEW};
use browser_tests::environment::{axe_script, dist};
use browser_tests::hooks::{as_table, hook, mark, switch};
use browser_tests::input::key;
use browser_tests::native::EXPLORER;
use browser_tests::screen::Screen;
use browser_tests::{Engine, Failure, Outcome, Page, Settings, browse, browse_once, browse_with};
use explorer_view::chart::Chart;
use serde_json::json;

/// Uses what a reader would use.
async fn use_the_page(page: &Page) -> Outcome {
    page.click(&mark(Chart::Agencies, "MPS")).await?;
    page.is_at("#/overview?agency=MPS").await?;
    page.click(&as_table(Chart::Regions)).await?;
    page.is_at("#/overview?agency=MPS&table=regions").await?;
    page.click(&switch("theme", "dark")).await?;
    page.click(&switch("measure", "events")).await?;
    page.is_at("#/overview?agency=MPS&measure=events&table=regions").await?;
    page.write(&hook("search"), "narcotics").await?;
    page.press(&[key::ENTER]).await?;
    page.is_at("#/overview?agency=MPS&measure=events&q=narcotics&table=regions").await?;
    page.click(&format!("a{}", hook("nav-records"))).await?;
    page.is_at("#/records?agency=MPS&measure=events&q=narcotics&table=regions").await?;
    page.run("scrollTo(0, 100000)", &[]).await?;
    page.click(&format!("a{}", hook("nav-method"))).await?;
    page.until("the method is shown", "return visible(one('method'))").await?;
    page.go(&format!("#/record/{}", EXPLORER.dataset().events[0].id)).await?;
    page.until("the record is shown", "return visible(one('record-page'))").await?;
    page.back().await?;
    page.until("the method is shown", "return visible(one('method'))").await.map(drop)
}

#[test]
fn no_message_in_the_console() {
    browse_with(Settings::LOGGED, async |page| -> Outcome {
        page.listen().await?;
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        use_the_page(&page).await?;
        let messages = page.console().await?;
        assert!(messages.is_empty(), "{messages:#?}");
        Ok(())
    });
}

#[test]
fn no_request_to_others_and_none_after_the_load() {
    browse_with(Settings::LOGGED, async |page| -> Outcome {
        // The log begins with the browser's own first page.
        page.requests().await?;
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let loading = page.requests().await?;
        assert!(loading.iter().any(|request| request.kind == "Document"), "{loading:?}");
        let foreign: Vec<_> = loading
            .iter()
            .filter(|r| {
                !["data:", "blob:", "about:", &page.home()].iter().any(|own| r.url.starts_with(own))
            })
            .collect();
        assert!(foreign.is_empty(), "{foreign:?}");
        let mut urls: Vec<_> = loading.iter().map(|request| &request.url).collect();
        urls.sort();
        let count = urls.len();
        urls.dedup();
        assert_eq!(urls.len(), count, "something is loaded twice: {loading:#?}");

        use_the_page(&page).await?;
        let later = page.requests().await?;
        assert!(later.is_empty(), "requests after the load: {later:?}");
        Ok(())
    });
}

#[test]
fn time_is_marked() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let entries = |name: &str| {
            format!(
                "return performance.getEntriesByName('{name}').map(e => [e.entryType, e.startTime, e.duration])"
            )
        };
        let ready: Vec<(String, f64, f64)> = page.read(&entries("explorer:ready")).await?;
        assert!(ready.len() == 1 && ready[0].0 == "mark" && ready[0].1 > 0.0, "{ready:?}");
        let parse: Vec<(String, f64, f64)> = page.read(&entries("explorer:parse")).await?;
        assert!(parse.len() == 1 && parse[0].0 == "measure", "{parse:?}");
        page.run("performance.clearMeasures('explorer:update')", &[]).await?;
        for (step, hash) in [(1, "#/overview?agency=MSS"), (2, "#/overview")] {
            page.click(&mark(Chart::Agencies, "MSS")).await?;
            page.is_at(hash).await?;
            let count = "return performance.getEntriesByName('explorer:update').length";
            page.until_equal("measures, one per change of the view", count, step).await?;
        }
        let update: Vec<(String, f64, f64)> = page.read(&entries("explorer:update")).await?;
        assert!(update.iter().all(|(_, _, ms)| *ms > 0.0 && *ms < 1000.0), "{update:?}");
        Ok(())
    });
}

/// Violations of a page, one line each. Of a long table, facet or chart the first dozen rows, values or marks
/// are looked at: the others are the same elements with other words, and were half of the time.
pub async fn violations(page: &Page, axe: &str) -> Outcome<Vec<String>> {
    page.run(&format!("if (!window.axe) {{ {axe} }}"), &[]).await?;
    let script = "
        const done = arguments[arguments.length - 1];
        const rest = { include: [document], exclude: [['tbody tr:nth-child(n+13)'], ['.facet li:nth-child(n+13)'], ['.marks button:nth-child(n+13)']] };
        // The style sheets are read by no rule that is on.
        window.axe.run(rest, { resultTypes: ['violations'], preload: false }).then(
            result => done(result.violations.flatMap(violation => violation.nodes.slice(0, 3).map(node =>
                `${violation.id} (${violation.impact}): ${node.target.join(' ')}: `
                + `${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? violation.help}`))),
            error => done([`axe failed: ${error}`]));";
    let found = page.client().execute_async(script, vec![]).await?;
    Ok(serde_json::from_value(found)?)
}

/// Links of the views that every reader meets.
const VIEWS: [&str; 12] = [
    "#/overview",
    "#/overview?agency=MPS,!MSS&colour=red&country=LAO,!VNM&from=2023-05&to=2024-09&table=regions,timeline",
    "#/overview?country=VNM&region=europe",
    "#/countries",
    "#/countries?agency=MPS&earlier=2022-08..2024-05&from=2024&order=-change",
    "#/country/VNM",
    "#/country/SLB?agency=MPS&table=topics",
    "#/country/AND",
    "#/org/interpol",
    "#/records",
    "#/records?agency=MSS&cols=date,rank,sources,title&sort=title",
    "#/method",
];

/// Those of the people, the forums and the pledges.
const STUDIES: [&str; 11] = [
    "#/people?official=wang-xiaohong,!xu-ganlu&region=africa&table=officials-by-region",
    "#/people",
    "#/official/wang-xiaohong",
    "#/official/guo-shengkun?region=africa",
    "#/forums?forum=gpscfl&from=2024&table=sessions,forum-share,forum-sizes",
    "#/forums",
    "#/forum/gpscfl",
    "#/forum/sco-rats",
    "#/pledges?country=KIR&kind=training&table=pledges",
    "#/compare",
    "#/compare?a=agency:MPS;from:2024&b=else&region=southeast-asia&table=compare-countries",
];

/// Those of the paper, of what has many sources, of what changed, of what is saved, and of a tour.
const PAPER: [&str; 7] = [
    "#/paper",
    "#/paper/numbers?numbers=computable&region=africa&table=figure-1,figure-4,figure-9",
    "#/pledges",
    "#/changes",
    "#/record/2023-11-08-cplc-rus",
    "#/saved",
    "#/overview?agency=MSS&step=2&tour=paper",
];

/// Looks at views with axe-core: at all of them in Chromium, and at the first one elsewhere. What
/// axe-core judges is the document, and that is the same.
fn is_accessible(screen: Screen, scheme: &'static str, links: &'static [&str]) {
    let settings = Settings { dark: scheme == "dark", calm: true, ..Settings::USUAL };
    browse_with(settings, async move |page| finds_nothing(page, screen, scheme, links).await);
}

async fn finds_nothing(page: Page, screen: Screen, scheme: &str, links: &[&str]) -> Outcome {
    let axe = axe_script()?;
    let events = &EXPLORER.dataset().events;
    let event =
        events.iter().max_by_key(|event| event.sources.len()).ok_or(Failure::new("no events"))?;
    let record = format!("#/record/{}", event.id);
    page.look_on(screen).await?;
    let mut found = Vec::new();
    let why = "axe-core looks at the first view only, as the document is the same";
    let all = page.only_in(&[Engine::Chromium], why);
    let some = if all { links.len() + 1 } else { 1 };
    page.open("#/map").await?;
    for link in links.iter().copied().chain([record.as_str()]).take(some) {
        page.go(link).await?;
        page.shows(link).await?;
        page.until(
            "the theme is set",
            &format!("return document.documentElement.dataset.theme === '{scheme}'"),
        )
        .await?;
        let here = violations(&page, &axe).await?;
        found.extend(here.into_iter().map(|violation| format!("{link}: {violation}")));
        if link != "#/overview" {
            continue;
        }
        page.tap(&hook("share")).await?;
        page.until("the panel is open", "return visible(one('view-link'))").await?;
        let here = violations(&page, &axe).await?;
        found.extend(here.into_iter().map(|violation| format!("{link}, shared: {violation}")));
        page.tap(&hook("close-share")).await?;
        page.until("the panel is closed", "return !visible(one('view-link'))").await?;
        if page.read::<bool>("return visible(one('open-filters'))").await? {
            page.tap(&hook("open-filters")).await?;
            page.until("the sheet is open", "return visible(one('close-filters'))").await?;
            let here = violations(&page, &axe).await?;
            found.extend(
                here.into_iter().map(|violation| format!("{link} with its sheet: {violation}")),
            );
        }
    }
    assert!(found.is_empty(), "axe-core finds:\n{}", found.join("\n"));
    Ok(())
}

#[test]
fn axe_finds_nothing_on_a_light_desktop() {
    is_accessible(Screen::DESKTOP, "light", &VIEWS);
}

#[test]
fn axe_finds_nothing_on_a_dark_phone() {
    is_accessible(Screen::PHONE, "dark", &VIEWS);
}

#[test]
fn axe_finds_nothing_in_the_studies() {
    is_accessible(Screen::DESKTOP, "light", &STUDIES);
}

#[test]
fn axe_finds_nothing_in_the_studies_on_a_dark_phone() {
    is_accessible(Screen::PHONE, "dark", &STUDIES);
}

#[test]
fn axe_finds_nothing_in_the_paper() {
    is_accessible(Screen::DESKTOP, "dark", &PAPER);
}

#[test]
fn axe_finds_nothing_in_the_paper_on_a_light_phone() {
    is_accessible(Screen::PHONE, "light", &PAPER);
}

#[test]
fn axe_finds_nothing_in_a_frame() {
    browse(async |page| -> Outcome {
        let axe = axe_script()?;
        for (chart, link) in [
            ("timeline", "#/overview"),
            ("map", "#/map"),
            ("sessions", "#/forums"),
            ("", "#/pledges"),
        ] {
            let framed = page.hosted_at(&format!("{}?embed=1&chart={chart}", page.home()));
            framed.open(link).await?;
            framed.until("the chart is there", "return visible(one('embedded'))").await?;
            assert_eq!(violations(&framed, &axe).await?, [""; 0], "{chart} of {link}");
        }
        Ok(())
    });
}

/// Waits until the accessibility tree, and so what a reader sees, has one of the words.
async fn says(page: &Page, words: &[&str]) -> Outcome {
    let mut text = String::new();
    for _ in 0..200 {
        text = page.accessible_text().await?;
        if words.iter().any(|word| text.to_lowercase().contains(&word.to_lowercase())) {
            return Ok(());
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    Err(Failure::new(format!("the page does not say any of {words:?}, but “{text}”")))
}

#[test]
fn without_webassembly_there_is_a_message() {
    browse(async |page| -> Outcome {
        page.before_every_page("delete window.WebAssembly;").await?;
        page.load("#/overview").await?;
        says(&page, &["WebAssembly"]).await?;
        let ready = "return document.documentElement.dataset.ready ?? 'not ready'";
        page.until_equal("the page", ready, "not ready").await
    });
}

#[test]
fn without_scripts_there_is_a_message() {
    browse_with(Settings { scripts: false, ..Settings::OWN }, async |page| -> Outcome {
        page.load("#/overview").await?;
        says(&page, &["JavaScript"]).await
    });
}

#[test]
fn a_page_that_cannot_start_says_so() {
    browse(async |page| -> Outcome {
        page.before_every_page(
            "WebAssembly.instantiateStreaming = WebAssembly.instantiate = async () => {
                throw new WebAssembly.RuntimeError('unreachable'); };",
        )
        .await?;
        page.load("#/overview").await?;
        says(&page, &["could not start"]).await
    });
}

/// Lets some Wasm run into what a panic of the page's is: a bare `unreachable`. It stands in the
/// page, as what fails in a script of the driver's is the driver's in Firefox.
const TRAP: &str =
    "window.trap = () => setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, // Wasm, version 1
    1, 4, 1, 96, 0, 0, // a type of function
    3, 2, 1, 0, // a function of it
    8, 1, 0, // which runs at the start
    10, 5, 1, 3, 0, 0, 11, // and is `unreachable`
]))))";

#[test]
fn a_page_that_broke_says_so() {
    browse(async |page| -> Outcome {
        page.before_every_page(TRAP).await?;
        page.open("#/overview?agency=MPS").await?;
        page.shows("#/overview?agency=MPS").await?;
        let alerts = "return all('[role=\"alert\"]').filter(visible).length";
        // Browsers tell of this one in the same way, and nothing is lost.
        let harmless = "window.dispatchEvent(new ErrorEvent('error', {
            message: 'ResizeObserver loop completed with undelivered notifications.' }))";
        page.run(harmless, &[]).await?;
        page.until_equal("alerts of a page that works", alerts, 0).await?;

        page.run("trap()", &[]).await?;
        says(&page, &["the page broke"]).await?;
        page.run("trap()", &[]).await?;
        page.until_equal("alerts of a page that broke twice", alerts, 1).await?;
        page.click("[role=\"alert\"] button").await?;
        page.until_equal("alerts after the reload", alerts, 0).await?;
        page.ready().await?;
        page.shows("#/overview?agency=MPS").await.map(drop)
    });
}

#[test]
fn the_document_describes_itself() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        let head = "return [
            document.title.length > 5,
            document.documentElement.lang,
            all('meta[name=\"description\"][content]').length,
            all('h1').filter(visible).length,
            all('main').filter(visible).length,
        ]";
        page.until_equal(
            "title, language, description, h1, main",
            head,
            json!([true, "en", 1, 1, 1]),
        )
        .await?;
        // The page may load nothing but its own files.
        let policy = "return all('meta[http-equiv=\"Content-Security-Policy\"]').map(m => m.content).join(' ')";
        let policy: String = page.read(policy).await?;
        assert!(
            policy.contains("default-src 'none'") && !policy.contains("'unsafe-eval'"),
            "{policy}"
        );
        Ok(())
    });
}

#[test]
fn a_link_has_a_picture_that_the_page_does_not_load() {
    let page = BuiltPage::read(&dist().unwrap()).unwrap();
    let text = |name: &str| {
        let file = page.files.iter().find(|file| file.name == name).unwrap();
        String::from_utf8_lossy(&file.bytes).into_owned()
    };
    let picture = &page.files.iter().find(|file| file.name == PREVIEW).unwrap().bytes;
    let side = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
    assert_eq!((side(16), side(20)), (1200, 630));
    // Named once, where others look for it.
    let page = text("index.html");
    assert!(page.contains(PREVIEW) && !page.contains("{{ADDRESS}}"));
    assert_eq!(page.matches(PREVIEW).count(), 1);
    assert!(!text("service-worker.js").contains(PREVIEW));
}
