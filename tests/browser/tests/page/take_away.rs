//! What a reader takes away: links, files, citations, a chart in a frame.

use browser_tests::hooks::{hook, mark, marks, switch};
use browser_tests::host::Host;
use browser_tests::input::key;
use browser_tests::native::{EXPLORER, View};
use browser_tests::screen::Screen;
use browser_tests::{Outcome, Page, browse, browse_once};
use explorer_embedded::CONTENT_HASH;
use explorer_explore::facet::Facet;
use explorer_export::cite::{Style, cite};
use explorer_export::{Origin, interactions};
use explorer_view::chart::Chart;
use explorer_view::hash::encode_with;
use explorer_view::shared::shared;
use serde_json::{Value, json};

/// Keeps the files that the page hands to the browser.
pub const CATCH: &str = "
    window.files = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { window.files.push(blob); return make.call(URL, blob); };
    addEventListener('click', event => {
        const link = event.target.closest?.('a[download]');
        if (link) { window.names = [...(window.names ?? []), link.download]; event.preventDefault(); }
    }, true);";

/// The last file, its type and its name, once there are `count`.
pub async fn file(page: &Page, count: usize) -> Outcome<(String, String, String)> {
    page.until("the file is there", &format!("return window.files.length === {count}")).await?;
    let script = "const done = arguments[arguments.length - 1];
        const blob = window.files.at(-1);
        blob.text().then(text => done([text, blob.type, window.names.at(-1)]))";
    let value = page.client().execute_async(script, vec![]).await?;
    Ok(serde_json::from_value(value)?)
}

/// What the page says of itself in its files.
pub async fn origin(page: &Page, view: &View) -> Outcome<Origin> {
    let codebook = &EXPLORER.dataset().codebook;
    let shared = shared(&EXPLORER, &view.state);
    Ok(Origin {
        filters: shared.words,
        link: format!("{}{}", page.home(), encode_with(&shared.state, &codebook.version)),
        dataset: codebook.title.clone(),
        version: codebook.version.clone(),
        released: codebook.released.clone(),
        hash: CONTENT_HASH.to_owned(),
        retrieved: page.read("return new Date().toISOString().slice(0, 10)").await?,
    })
}

#[test]
fn records_are_saved_as_the_engine_writes_them() {
    browse_once(async |page| -> Outcome {
        for link in ["#/records?agency=MPS&sort=title", "#/country/VNM?from=2024", "#/overview"] {
            page.open(link).await?;
            page.run(CATCH, &[]).await?;
            let view = View::of(link);
            let origin = origin(&page, &view).await?;
            let shown = interactions::in_view(&EXPLORER, &view.outcome.rows, view.state.sort);
            page.click(&hook("share")).await?;
            let mut count = 0;
            for (form, expected, kind, ending) in [
                ("csv", interactions::csv(&shown, &origin), "text/csv", ".csv"),
                ("json", interactions::json(&shown, &origin), "application/json", ".json"),
                ("package", interactions::package(&shown, &origin), "application/json", ".json"),
            ] {
                page.click(&hook(&format!("download-{form}"))).await?;
                count += 1;
                let (text, is, name) = file(&page, count).await?;
                // Reading a blob as text drops the byte order mark.
                assert_eq!(text, expected.trim_start_matches('\u{feff}'), "{link} as {form}");
                assert_eq!(is, kind);
                assert!(
                    name.starts_with("security-diplomacy-") && name.ends_with(ending),
                    "{name}"
                );
            }
        }
        Ok(())
    });
}

#[test]
fn the_link_restores_the_view_and_names_another_version() {
    browse_once(async |page| -> Outcome {
        let link = "#/overview?agency=MPS&region=southeast-asia";
        page.open(link).await?;
        page.click(&hook("share")).await?;
        let view = View::of(link);
        let origin = origin(&page, &view).await?;
        let field = "return one('view-link')?.value ?? null";
        page.until_equal("the link", field, origin.link.as_str()).await?;
        page.click(&hook("copy-link")).await?;
        page.until(
            "it is copied, or the reader is told",
            "return /^(Copied|Could not copy)/.test(one('copy-link').textContent)",
        )
        .await?;
        // It follows the view while it is open.
        page.click(&switch("measure", "events")).await?;
        let after = view.after(|state| state.measure = explorer_explore::measure::Measure::Events);
        let expected = encode_with(&after.state, &origin.version);
        page.until(
            "the link follows",
            &format!("return one('view-link').value.endsWith({})", json!(expected)),
        )
        .await?;
        for (style, word) in [
            (Style::Bibtex, "bibtex"),
            (Style::Ris, "ris"),
            (Style::Csl, "csl"),
            (Style::Text, "text"),
        ] {
            page.click(&switch("cite", word)).await?;
            let origin = Origin { link: format!("{}{expected}", page.home()), ..origin.clone() };
            let text = "return one('citation-text').textContent";
            page.until_equal(word, text, cite(&origin, false, style)).await?;
        }

        let made = encode_with(&view.state, &origin.version);
        page.open(&made).await?;
        page.shows(link).await?;
        page.until_equal("notices", "return all('[data-test=notice]').length", 0).await?;
        page.open(&encode_with(&view.state, "0.9")).await?;
        page.shows(link).await?;
        let told = "return one('notice')?.textContent.includes('version 0.9') ?? false";
        page.until("another version is named", told).await?;
        // Nothing of the link was ignored.
        let wrong = "return one('notice').textContent.includes('not applied')";
        page.until_equal("the title of a mistake", wrong, false).await?;
        page.click(&hook("what-changed")).await?;
        page.is_at("#/changes?agency=MPS&region=southeast-asia").await.map(drop)
    });
}

#[test]
fn a_chart_is_saved_as_picture_and_numbers() {
    browse(async |page| -> Outcome {
        let mut count = 0;
        page.open("#/overview?agency=MPS").await?;
        page.run(CATCH, &[]).await?;
        for chart in [Chart::Timeline, Chart::Map, Chart::Regions] {
            let figure = hook(&format!("chart-{}", chart.id()));
            let press = |what: &str| format!("{figure} {}", hook(what));
            page.click(&press("save")).await?;
            page.click(&press("save-svg")).await?;
            count += 1;
            let (svg, kind, _) = file(&page, count).await?;
            assert_eq!(kind, "image/svg+xml");
            let title = "const [figure] = arguments;
                return document.querySelector(figure).querySelector('h2').textContent";
            let title = page.run(title, &[figure.clone().into()]).await?;
            let read = "const tree = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
                return [!tree.querySelector('parsererror'), tree.querySelector('title')?.textContent,
                        tree.querySelectorAll('rect, polygon, circle').length > 3]";
            let read = page.run(read, &[svg.clone().into()]).await?;
            assert_eq!(read, json!([true, title, true]), "{}", chart.id());
            assert!(svg.contains("agency=MPS"), "it says where it is from");

            page.click(&press("save-csv")).await?;
            count += 1;
            let (csv, kind, name) = file(&page, count).await?;
            assert_eq!(kind, "text/csv");
            assert!(name.contains(chart.id()) && name.contains("mps"), "{name}");
            let native: u32 =
                View::of("#/overview?agency=MPS").counts(chart).iter().map(|(_, n)| n).sum();
            let lines = csv.lines().skip(1);
            // Of a name with a comma in it the count is still the first number.
            let count_of = |line: &str| line.split(',').find_map(|cell| cell.parse::<u32>().ok());
            let sum: u32 = lines.filter_map(count_of).sum();
            assert_eq!(sum, native, "{}", chart.id());

            page.click(&press("save-png")).await?;
            count += 1;
            let (_, kind, _) = file(&page, count).await?;
            assert_eq!(kind, "image/png");
            let size: u64 = page.read("return window.files.at(-1).size").await?;
            assert!(size > 2_000, "a picture of {size} bytes");
        }
        Ok(())
    });
}

#[test]
fn the_menu_to_save_has_entries_of_their_own_and_closes_by_key() {
    browse_once(async |page| -> Outcome {
        for (screen, least) in [(Screen::DESKTOP, 24.0), (Screen::PHONE, 44.0)] {
            page.look_on(screen).await?;
            page.open("#/overview").await?;
            for chart in [Chart::Timeline, Chart::Agencies] {
                let figure = hook(&format!("chart-{}", chart.id()));
                let within = |what: &str| format!("{figure} {}", hook(what));
                page.reach(&within("save")).await?;
                let places = format!(
                    "const at = element => {{ const {{ left, top }} = element.getBoundingClientRect();
                        return [left, top + scrollY]; }};
                     return all('{figure} .tools > *').filter(e => e.localName !== 'details').map(at)"
                );
                let before: Value = page.read(&places).await?;
                page.tap(&within("save")).await?;
                page.until(
                    "it is open",
                    &format!("return visible(document.querySelector('{}'))", within("save-csv")),
                )
                .await?;
                assert_eq!(page.read::<Value>(&places).await?, before, "it pushes others away");
                // Each is large enough, and none touches another.
                let small = format!(
                    "const boxes = all('{figure} .save-panel > button').map(e => e.getBoundingClientRect());
                     const apart = boxes.every((box, at) => !at || box.top >= boxes[at - 1].bottom + 2);
                     const switched = all('{figure} .save-panel .switch button').map(e => e.getBoundingClientRect());
                     const fits = [...boxes, ...switched].filter(box =>
                        box.height < {least} || box.width < {least} || box.left < 0 || box.right > innerWidth);
                     return [boxes.length, apart, fits.length]"
                );
                assert_eq!(page.read::<Value>(&small).await?, json!([4, true, 0]), "{screen:?}");
                page.press(&[key::ESCAPE]).await?;
                page.until(
                    "it is closed",
                    &format!("return !document.querySelector('{figure} .save-panel')"),
                )
                .await?;
                let focus = "return document.activeElement.dataset.test ?? null";
                page.until_equal("the focus", focus, "save").await?;
            }
        }
        Ok(())
    });
}

#[test]
fn a_saved_chart_says_what_a_newsroom_asks_for() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview?agency=MPS&from=2024&region=southeast-asia&to=2024").await?;
        page.run(CATCH, &[]).await?;
        let mut count = 0;
        for chart in [Chart::Timeline, Chart::Map, Chart::Regions] {
            let figure = hook(&format!("chart-{}", chart.id()));
            let press = |what: &str| format!("{figure} {}", hook(what));
            page.click(&press("save")).await?;
            for (size, width) in [("column", 640), ("wide", 1200)] {
                page.click(&format!("{figure} {}", switch("save-size", size))).await?;
                page.click(&press("save-svg")).await?;
                count += 1;
                let (svg, _, _) = file(&page, count).await?;
                let read = "const tree = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
                    const texts = [...tree.querySelectorAll(':scope > text, :scope > a > text')];
                    return [tree.documentElement.getAttribute('width'), texts.map(text => text.textContent).join(' ')]";
                let read = page.run(read, &[svg.clone().into()]).await?;
                assert_eq!(read[0], width.to_string(), "{chart:?} as {size}");
                let words = read[1].as_str().unwrap();
                let source = "Source: The Security Diplomacy Explorer contributors, Open dataset";
                assert!(words.contains(source) && !svg.contains(CONTENT_HASH), "{words}");
                assert!(!svg.contains("system-ui") && !words.contains("drag to"), "{words}");
                // What it compares is no filter of it, and it says so.
                let (named, not, note) = match chart {
                    Chart::Timeline => (
                        "MPS · Southeast Asia",
                        "Southeast Asia · 2024",
                        "The others, which are not in view, for comparison",
                    ),
                    Chart::Regions => (
                        "MPS · 2024",
                        "MPS · Southeast Asia",
                        "The others, which are not in view, for comparison",
                    ),
                    _ => ("MPS · Southeast Asia · 2024", "drag", "no position on sovereignty"),
                };
                assert!(
                    words.contains(named) && !words.contains(not) && words.contains(note),
                    "{words}"
                );
                assert!(
                    chart != Chart::Timeline || !svg.contains("CPLC"),
                    "a key of what is not drawn"
                );
            }
        }
        Ok(())
    });
}

#[test]
fn a_saved_chart_of_lanes_says_what_its_signs_mean() {
    browse_once(async |page| -> Outcome {
        for (link, chart) in [("#/forums", Chart::Sessions), ("#/pledges", Chart::Pledges)] {
            page.open(link).await?;
            page.run(CATCH, &[]).await?;
            let figure = hook(&format!("chart-{}", chart.id()));
            page.click(&format!("{figure} {}", hook("save"))).await?;
            page.click(&format!("{figure} {}", hook("save-svg"))).await?;
            let (svg, _, _) = file(&page, 1).await?;
            let key = page
                .run(&format!("return document.querySelector('{figure} .hint').textContent"), &[])
                .await?;
            let texts = "const tree = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
                return [...tree.querySelectorAll(':scope > text')].map(text => text.textContent).join(' ')";
            let texts = page.run(texts, &[svg.into()]).await?;
            let (texts, key) = (texts.as_str().unwrap(), key.as_str().unwrap());
            assert!(
                key.contains('○') && texts.contains(key.trim_end_matches('.')),
                "{key} | {texts}"
            );
        }
        Ok(())
    });
}

#[test]
fn a_chart_stands_alone_in_a_frame() {
    browse(async |page| -> Outcome {
        let link = "#/overview?agency=MPS";
        let address = format!("{}?embed=1&chart=regions{link}", page.home());
        let frame = format!(
            "<iframe src=\"{address}\" width=700 height=500 sandbox=\"allow-scripts allow-same-origin\"></iframe>"
        );
        // Somebody else's page: another origin, on this machine, as browsers keep pages from
        // nowhere away from it.
        let host = Host::of_html(&frame)?;
        page.client().goto(&host.url()).await?;
        page.client().enter_frame(0).await?;
        page.ready().await?;
        let counts: Value = View::of(link)
            .facet(Facet::Region)
            .into_iter()
            .collect::<std::collections::BTreeMap<_, _>>()
            .into_iter()
            .map(|(id, n)| json!([id, n]))
            .collect();
        let wrong = format!(
            "const counts = Object.fromEntries({counts});
             const marks = all('{}');
             if (!marks.length) return 'no mark';
             return marks.filter(m => Number(m.dataset.count) !== counts[m.dataset.value]).map(m => m.dataset.value).join()",
            marks(Chart::Regions)
        );
        page.until_equal("wrong marks", &wrong, "").await?;
        let bare = "return !one('summary') && !document.querySelector('header') && all('figure').length === 1";
        page.until("there is nothing else", bare).await?;
        let full = "return one('full-view').getAttribute('href')";
        page.until_equal("the way to the full view", full, format!("{}{link}", page.home()))
            .await?;
        // A click filters inside the frame, and the address stays as it is.
        let bar = mark(Chart::Regions, "africa");
        page.run("document.querySelector(arguments[0]).click()", &[bar.into()]).await?;
        let pressed = "return document.querySelector('.marks button[data-value=africa]').getAttribute('aria-pressed')";
        page.until_equal("the bar is chosen", pressed, "true").await?;
        page.until_equal("the address", "return location.hash", link).await
    });
}

#[test]
fn a_page_that_nobody_touched_can_be_archived_whole() {
    browse(async |page| -> Outcome {
        page.look_on(Screen::DESKTOP).await?;
        page.open("#/overview").await?;
        let skipped = "return all('figure').filter(figure =>
            getComputedStyle(figure).contentVisibility !== 'visible').length";
        page.until_equal("charts that a picture would lack", skipped, 0).await?;
        // Whoever works with the page has no use for what is out of sight.
        page.press(&['a']).await?;
        page.until("they are left out again", &format!("{skipped} > 0")).await.map(drop)
    });
}
