//! A reader's table is in a worker: it ends with the table, the page answers meanwhile, and where there is
//! none to be had, the page does the same by itself.

use browser_tests::engine::Engine;
use browser_tests::environment::single_file;
use browser_tests::hooks::hook;
use browser_tests::host::Host;
use browser_tests::own_table::natively;
use browser_tests::{Outcome, Page, Settings, browse, browse_with};
use serde_json::{Value, json};

/// Keeps an eye on the workers that the page makes from now on.
const WATCH: &str = "
    window.workers = [];
    const Known = Worker;
    window.Worker = class extends Known {
        constructor(...given) { super(...given); this.isAlive = true; workers.push(this); }
        terminate() { super.terminate(); this.isAlive = false; }
    };";

/// How many of them are alive.
const ALIVE: &str = "return workers.filter(worker => worker.isAlive).length";

const HEADER: &str = "date,country,topic,people\n";

fn lines(from: usize) -> String {
    let countries = ["Laos", "Viet Nam", "Fiji", "Serbia", "Kazakhstan"];
    let topics = ["drugs", "fraud", "training"];
    let line = |row: usize| {
        let (year, month, day) = (2020 + row % 5, 1 + row * 7 % 12, 1 + row * 11 % 28);
        let (country, topic) = (countries[row * row % 5], topics[row % 3]);
        format!("{year}-{month:02}-{day:02},{country},{topic},{}\n", row * 13 % 97)
    };
    (from..from + 200).map(line).collect()
}

/// Opens a table of 200 rows, and compares what it shows before and after a click.
async fn opens_a_table(page: &Page) -> Outcome {
    let text = format!("{HEADER}{}", lines(0));
    let mut native = natively(&text, |_| {})?;
    page.choose_text("visits.csv", &text).await?;
    // By script, as drivers do not find the place of what is in a frame.
    page.until("the roles are proposed", "return visible(one('load'))").await?;
    page.run("one('load').click()", &[]).await?;
    page.is_loaded("visits.csv").await?;
    page.shows_table(&mut native).await?;
    let value = "[data-test=\"own-facet-1\"] button[data-value=\"1\"]";
    page.run("document.querySelector(arguments[0]).click()", &[value.into()]).await?;
    native.view.select(native.columns[1].dimension, &[1]);
    page.shows_table(&mut native).await
}

#[test]
fn a_table_has_a_worker_until_it_is_closed() {
    browse(async |page| -> Outcome {
        page.open_own_file().await?;
        page.run(WATCH, &[]).await?;
        opens_a_table(&page).await?;
        page.until_equal("workers", ALIVE, 1).await?;
        // Another table takes the place of the first, and of its worker.
        page.choose_text("two.csv", "name,n\na,1\nb,2\n").await?;
        page.load_table("two.csv").await?;
        page.until_equal("workers", ALIVE, 1).await?;
        page.click(&hook("close-file")).await?;
        page.until_equal("workers of a closed table", ALIVE, 0).await?;
        page.until("no table is open", "return !one('own-table')").await.map(drop)
    });
}

/// What a filter needs of very many rows is counted when the pointer comes to the facet, and is right.
#[test]
fn a_filter_of_many_rows_is_expected_where_the_pointer_stays() {
    browse(async |page| -> Outcome {
        let asked = "
            window.asked = 0;
            const Known = Worker;
            window.Worker = class extends Known {
                postMessage(...given) {
                    // It is packed, and has no more than its kind and a number.
                    if ([2, 3].includes(given[0][0].byteLength)) window.asked += 1;
                    super.postMessage(...given);
                }
            };";
        let in_view = "return Number(one('own-summary').dataset.rows)";
        let facet = hook("own-facet-1");
        let copies = 2_600;
        page.open_own_file().await?;
        page.run(asked, &[]).await?;
        page.choose_file("many.csv", &[(HEADER.into(), 1), (lines(0).into(), copies)]).await?;
        page.load_table("many.csv").await?;
        let all = 200 * copies;
        page.until_equal("all rows", in_view, all).await?;
        page.until("all charts stand", "return !!one('chart-own-bars-1')").await?;
        page.hover(&facet).await?;
        page.until("it is expected", "return asked > 0").await?;
        let mut native = natively(&format!("{HEADER}{}", lines(0)), |_| {})?;
        let dimension = native.columns[1].dimension;
        for value in [1, 2, 1, 2] {
            native.view.toggle(dimension, value);
            page.click(&format!("{facet} button[data-value=\"{value}\"]")).await?;
            page.until_equal("rows in view", in_view, native.view.in_view() * copies).await?;
        }
        Ok(())
    });
}

#[test]
fn what_is_cancelled_ends_its_worker() {
    browse(async |page| -> Outcome {
        page.open_own_file().await?;
        page.run(WATCH, &[]).await?;
        page.choose_file("large.csv", &[(HEADER.into(), 1), (lines(0).into(), 20_000)]).await?;
        page.until("the roles are proposed", "return visible(one('load'))").await?;
        page.until_equal("workers of a file that was looked at", ALIVE, 0).await?;
        // As soon as the first rows are read; the page answers while others are.
        let cancel = "
            window.said = null;
            new MutationObserver((_, observer) => {
                const button = one('cancel');
                if (!(one('progress')?.value > 0) || !button) return;
                observer.disconnect();
                window.said = [one('progress').value, workers.filter(it => it.isAlive).length];
                button.click();
            }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
            one('load').click()";
        page.run(cancel, &[]).await?;
        let said = page.until("it is cancelled", "return window.said").await?;
        let (progress, alive) = (said[0].as_f64().unwrap(), said[1].as_u64());
        assert!(progress < 100.0 && alive == Some(1), "{said}");
        page.until_equal("workers of what was cancelled", ALIVE, 0).await?;
        page.until("nothing is open", "return !one('own-table') && !one('progress')").await?;
        // And another table opens.
        opens_a_table(&page).await
    });
}

#[test]
fn without_workers_the_page_reads_by_itself() {
    browse(async |page| -> Outcome {
        let broken = "const Known = Worker;
            const url = URL.createObjectURL(new Blob(['throw 1']));
            window.made = 0;
            window.Worker = class extends Known { constructor() { super(url); window.made += 1; } }";
        for without in ["delete window.Worker", broken] {
            page.open_own_file().await?;
            page.run(without, &[]).await?;
            opens_a_table(&page).await?;
            // Whoever had none does not try again for each file.
            page.until("how many were tried", "return (window.made ?? 1) === 1").await?;
        }
        Ok(())
    });
}

#[test]
fn the_page_as_one_file_has_one_too() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let page = page.hosted_at(&single_file()?);
        page.open_own_file().await?;
        page.run(WATCH, &[]).await?;
        opens_a_table(&page).await?;
        page.until_equal("workers", ALIVE, 1).await
    });
}

#[test]
fn a_sandbox_without_an_origin_has_one_too() {
    browse(async |page| -> Outcome {
        let explorer = Host::of_page()?;
        let name = "security-diplomacy-explorer.html";
        let address = format!("{}{name}#/file", explorer.url());
        let frame = format!(
            "<!doctype html><iframe sandbox=\"allow-scripts\" width=\"1200\" height=\"900\" src=\"{address}\"></iframe>"
        );
        let host = Host::of_html(&frame)?;
        page.client().goto(&host.url()).await?;
        page.client().enter_frame(0).await?;
        page.ready().await?;
        page.until_equal("the origin", "return self.origin", "null").await?;
        page.until("the view is there", "return visible(one('own-file'))").await?;
        page.run(WATCH, &[]).await?;
        opens_a_table(&page).await?;
        page.until_equal("workers", ALIVE, 1).await
    });
}

/// Opens a table and closes it, so many times.
const OPEN_AND_CLOSE: &str = "
    const [text, times] = arguments;
    const until = is => new Promise(done => {
        const look = () => is() ? done() : requestAnimationFrame(look);
        look();
    });
    return (async () => {
        for (let time = 0; time < times; time++) {
            await until(() => one('file-input'));
            const given = new DataTransfer();
            given.items.add(new File([text], 'visits.csv'));
            one('file-input').files = given.files;
            one('file-input').dispatchEvent(new Event('change', { bubbles: true }));
            await until(() => one('load'));
            one('load').click();
            await until(() => one('own-summary'));
            one('close-file').click();
            await until(() => !one('own-table'));
        }
        return times;
    })()";

/// The page's elements, listeners, and bytes of scripts, once its garbage is collected.
async fn held(page: &Page) -> Outcome<[u64; 3]> {
    for _ in 0..3 {
        page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let counts = page.devtools("Memory.getDOMCounters", json!({})).await?;
    let heap = page.devtools("Runtime.getHeapUsage", json!({})).await?;
    let number = |value: &Value| value.as_f64().unwrap_or_default() as u64;
    Ok([number(&counts["nodes"]), number(&counts["jsEventListeners"]), number(&heap["usedSize"])])
}

#[test]
fn a_hundred_tables_leave_nothing_behind() {
    browse(async |page| -> Outcome {
        if !page.only_in(&[Engine::Chromium], "others do not tell what they hold") {
            return Ok(());
        }
        page.open_own_file().await?;
        let text = format!("{HEADER}{}", lines(0));
        let rounds = async |times: u32| -> Outcome {
            for _ in 0..times {
                page.run(OPEN_AND_CLOSE, &[text.clone().into(), 10.into()]).await?;
            }
            Ok(())
        };
        // What is made once is there then.
        rounds(1).await?;
        let [nodes, listeners, bytes] = held(&page).await?;
        rounds(10).await?;
        let after = held(&page).await?;
        println!(
            "{nodes} nodes, {listeners} listeners, {bytes} bytes; {after:?} after a hundred tables"
        );
        assert!(after[0] <= nodes + nodes / 20, "nodes");
        assert!(after[1] <= listeners + listeners / 20, "listeners");
        assert!(after[2] <= bytes + bytes / 5, "bytes");
        Ok(())
    });
}

/// The longest task of the page from now on, in ms.
const LONGEST: &str = "
    window.longest = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) window.longest = Math.max(longest, entry.duration);
    }).observe({ type: 'longtask' });";

/// A task of the page may be that long, in ms: 50, and what a busy machine takes besides.
const ALLOWED: f64 = 200.0;

#[test]
fn the_page_answers_while_200_000_rows_are_opened() {
    browse(async |page| -> Outcome {
        if !page.only_in(&[Engine::Chromium], "others do not tell of long tasks") {
            return Ok(());
        }
        page.open_own_file().await?;
        let parts: Vec<(Value, u32)> = [(HEADER.into(), 1)]
            .into_iter()
            .chain((0..10).map(|at| (lines(at * 200).into(), 100)))
            .collect();
        page.run(LONGEST, &[]).await?;
        page.choose_file("many.csv", &parts).await?;
        page.until("the roles are proposed", "return visible(one('load'))").await?;
        page.run("window.longest = 0", &[]).await?;
        page.load_table("many.csv").await?;
        page.until_equal("rows", "return one('own-summary').dataset.rows", "200000").await?;
        let drawn = "return all('[data-test=\"chart-own-time-0\"] .marks button').length > 20";
        page.until("the charts stand", drawn).await?;
        // Two frames later the tasks that drew them have been told.
        let told = "return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
            () => setTimeout(() => done(longest)))))";
        let longest = page.run(told, &[]).await?;
        println!("the longest task: {longest} ms");
        assert!(longest.as_f64().is_some_and(|longest| longest < ALLOWED), "{longest} ms");
        // Nor while one filters.
        page.run("window.longest = 0", &[]).await?;
        page.click("[data-test=\"own-facet-1\"] button[data-value=\"1\"]").await?;
        page.until_equal(
            "rows",
            "return one('own-summary').dataset.rows !== '200000'",
            json!(true),
        )
        .await?;
        let longest = page.run(told, &[]).await?;
        assert!(longest.as_f64().is_some_and(|longest| longest < ALLOWED), "{longest} ms");
        Ok(())
    });
}
