//! A reader's own file: opened, filtered, compared, refused; and the records as they were.

#[path = "../../../../crates/reader/tests/support/kinds_of_damage.rs"]
mod kinds_of_damage;

use browser_tests::engine::Engine;
use browser_tests::environment::axe_script;
use browser_tests::hooks::hook;
use browser_tests::input::{Point, key};
use browser_tests::own_table::natively;
use browser_tests::screen::Screen;
use browser_tests::{Outcome, Page, Settings, browse, browse_once, browse_with};
use explorer_embedded::EMBEDDED;
use explorer_loader::side_by_side;
use explorer_meaning::mapping::{Mapping, Role};
use explorer_reader::date::{DateForm, Order};
use explorer_table::embedded::{Embedded, agencies, interactions};
use serde_json::{Value, json};

use super::hygiene::violations;

/// A table of visits: dates over three years, countries in several spellings, several topics, numbers.
fn visits(rows: usize) -> String {
    let countries =
        ["Laos", "Viet Nam", "KAZ", "俄罗斯", "Serbia", "Solomon Islands", "Türkiye", "ZA"];
    let agencies = ["MPS", "Ministry of State Security", "中央政法委", "MPS", "MPS"];
    let topics = ["police training", "drugs", "telecom fraud; drugs", "counter-terrorism", ""];
    let mut text = String::from("date,country,agency,topics,people,budget,title,source\n");
    for row in 0..rows {
        let (year, month, day) = (2022 + row * 7 % 3, 1 + row / 3 * 5 % 12, 1 + row * 11 % 28);
        text += &format!(
            "{year}-{month:02}-{day:02},{},{},{},{},{}.5,\"Visit no. {row}, with a comma\",https://example.org/{row}\n",
            countries[row * row % countries.len()],
            agencies[row % agencies.len()],
            topics[row % topics.len()],
            row * 13 % 97,
            row * row % 1000,
        );
    }
    text
}

/// Keeps the text of the file that the page hands to the browser.
const CATCH: &str = "window.caught = null;
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { blob.text().then(text => window.caught = text); return make.call(URL, blob); };
    addEventListener('click', event => event.target.closest?.('a[download]') && event.preventDefault(), true);";

/// The records are on the other pages as they were, and the table is still open.
async fn nothing_is_lost(page: &Page, name: &str) -> Outcome {
    page.go("#/overview?agency=MSS").await?;
    page.shows("#/overview?agency=MSS").await?;
    page.go("#/file").await?;
    page.is_loaded(name).await
}

#[test]
fn a_clean_table_is_counted_as_natively() {
    browse_once(async |page| -> Outcome {
        let text = visits(400);
        let mut native = natively(&text, |_| {})?;
        page.open_own_file().await?;
        page.choose_text("visits.csv", &text).await?;
        page.load_table("visits.csv").await?;
        page.shows_table(&mut native).await?;
        let problems = "return !one('problems') && !one('unmatched')";
        page.until("nothing is wrong with it", problems).await?;
        let links = "return one('own-row').querySelector('a').rel";
        page.until_equal("links of sources", links, "noopener noreferrer").await?;

        // A value, and another one: either of them.
        let country = &native.columns[1];
        let dimension = country.dimension;
        page.click("[data-test=\"chart-own-bars-1\"] .marks button[data-value=\"1\"]").await?;
        native.view.select(dimension, &[1]);
        page.shows_table(&mut native).await?;
        page.click("[data-test=\"own-facet-1\"] button[data-value=\"0\"]").await?;
        native.view.select(dimension, &[0, 1]);
        page.shows_table(&mut native).await?;
        let chips =
            "return all('[data-test=\"own-chips\"] .chip span').map(chip => chip.innerText)";
        page.until_equal("the filters in words", chips, json!(["country: Laos or Vietnam"]))
            .await?;

        // A search besides.
        page.write(&hook("own-search"), "fraud").await?;
        native.view.search(&[], "fraud");
        page.shows_table(&mut native).await?;
        page.click(&hook("own-clear")).await?;
        native.view.search(&[], "");
        native.view.clear(dimension);
        page.shows_table(&mut native).await?;

        // A stretch of time, by a drag over the chart.
        let marks = page.middles("[data-test=\"chart-own-time-0\"] .marks button").await?;
        assert_eq!(marks.len(), 36, "three years of months");
        page.run("one('chart-own-time-0').scrollIntoView({ block: 'center' })", &[]).await?;
        let marks = page.middles("[data-test=\"chart-own-time-0\"] .marks button").await?;
        let path: Vec<Point> = [6, 9, 17].iter().map(|at| marks[*at]).collect();
        page.drag(&path).await?;
        let date = native.columns[0].dimension;
        let days = native.view.table().days(date).unwrap().to_vec();
        let day = |text: &str| {
            let mut parts = text.split('-').map(|part| part.parse::<i16>().unwrap());
            let (year, month) = (parts.next().unwrap(), parts.next().unwrap() as u8);
            explorer_reader::date::PartialDate::from_month(year, month).unwrap()
        };
        let (from, to) = (day("2022-07").first_day(), day("2023-06").last_day());
        native.view.date_range(date, Some((from, to))).unwrap();
        assert!(days.iter().any(|day| *day < from) && days.iter().any(|day| *day > to));
        page.shows_table(&mut native).await?;
        nothing_is_lost(&page, "visits.csv").await?;
        page.shows_table(&mut native).await
    });
}

#[test]
fn what_is_excluded_is_counted_as_natively_and_back_brings_it_back() {
    browse_once(async |page| -> Outcome {
        let text = visits(300);
        let mut native = natively(&text, |_| {})?;
        let (country, topic) = (native.columns[1].dimension, native.columns[3].dimension);
        page.open_own_file().await?;
        page.choose_text("visits.csv", &text).await?;
        page.load_table("visits.csv").await?;
        let value = "[data-test=\"own-facet-1\"] button[data-value=\"0\"]";
        page.click_with(key::ALT, value).await?;
        native.view.toggle_excluded(country, 0);
        page.shows_table(&mut native).await?;
        let state = format!("return document.querySelector({}).dataset.state", json!(value));
        page.until_equal("the value's state", &state, "excluded").await?;
        let chips =
            "return all('[data-test=\"own-chips\"] .chip span').map(chip => chip.innerText)";
        page.until_equal("the filters in words", chips, json!(["country: not Laos"])).await?;
        // Of a column with several values, no row with an excluded one is left.
        page.click_with(
            key::ALT,
            "[data-test=\"chart-own-bars-3\"] .marks button[data-value=\"1\"]",
        )
        .await?;
        native.view.toggle_excluded(topic, 1);
        page.shows_table(&mut native).await?;

        // The steps are in the history, at the same address.
        page.back().await?;
        native.view.clear(topic);
        page.shows_table(&mut native).await?;
        page.back().await?;
        native.view.clear(country);
        page.shows_table(&mut native).await?;
        page.until_equal("the filters in words", chips, json!([])).await?;
        page.forward().await?;
        page.forward().await?;
        native.view.choose(country, &[], &[0]);
        native.view.choose(topic, &[], &[1]);
        page.shows_table(&mut native).await?;
        page.until_equal("the address", "return location.hash", "#/file").await?;
        // And after another page, too.
        nothing_is_lost(&page, "visits.csv").await?;
        page.shows_table(&mut native).await?;
        page.click("[data-test=\"own-chips\"] .chip button").await?;
        native.view.clear(country);
        page.shows_table(&mut native).await?;
        page.back().await?;
        native.view.choose(country, &[], &[0]);
        page.shows_table(&mut native).await
    });
}

#[test]
fn the_map_of_a_table_is_zoomed_without_a_step_in_the_history() {
    browse(async |page| -> Outcome {
        page.open_own_file().await?;
        page.choose_text("visits.csv", &visits(60)).await?;
        page.load_table("visits.csv").await?;
        let steps = page.history_length().await?;
        page.click("[data-test=\"chart-own-map-1\"] [data-test=\"closer\"]").await?;
        let zoomed = "return !!one('chart-own-map-1').querySelector('.zoomed')";
        page.until_equal("it is zoomed", zoomed, true).await?;
        assert_eq!(page.history_length().await?, steps);
        page.click("[data-test=\"chart-own-map-1\"] [data-test=\"farther\"]").await?;
        page.until_equal("it is zoomed", zoomed, false).await
    });
}

/// How many nodes of documents there are, with those that are in none any more.
async fn nodes(page: &Page) -> Outcome<u64> {
    page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    let counters = page.devtools("Memory.getDOMCounters", json!({})).await?;
    Ok(counters["nodes"].as_u64().unwrap_or_default())
}

#[test]
fn closing_a_table_leaves_nothing_behind() {
    browse_once(async |page| -> Outcome {
        let text = visits(60) + "2024-01-02,Atlantis,MPS,drugs,many,1,x,y\n2024-01-02\n";
        page.open_own_file().await?;
        let open_and_close = async |times: usize| -> Outcome {
            for _ in 0..times {
                page.choose_text("visits.csv", &text).await?;
                page.load_table("visits.csv").await?;
                page.click("[data-test=\"own-facet-1\"] button[data-value=\"0\"]").await?;
                page.click(&hook("close-file")).await?;
                page.until("it is closed", "return !one('own-table')").await?;
            }
            Ok(())
        };
        let elements = "return document.querySelectorAll('*').length";
        open_and_close(3).await?;
        let before: u64 = page.read(elements).await?;
        let all_before = if page.engine() == Engine::Chromium { nodes(&page).await? } else { 0 };
        open_and_close(10).await?;
        page.until_equal("elements of the document", elements, before).await?;
        if page.engine() == Engine::Chromium {
            let all = nodes(&page).await?;
            // A table has some two thousand.
            assert!(all < all_before + 500, "{all_before} nodes, then {all}");
        }
        Ok(())
    });
}

#[test]
fn a_table_that_is_pasted_does_not_go_through_the_field() {
    browse(async |page| -> Outcome {
        let why = "scripts of Firefox cannot say what a paste holds";
        if !page.only_in(&[Engine::Chromium, Engine::WebKit], why) {
            return Ok(());
        }
        page.open_own_file().await?;
        page.click(".own-paste summary").await?;
        let paste = "const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', 'date,country\\n' + '2024-01-02,Laos\\n'.repeat(200000));
            const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
            return [one('paste-text').dispatchEvent(event), one('paste-text').value]";
        assert_eq!(page.run(paste, &[]).await?, json!([false, ""]));
        page.load_table("Pasted table").await?;
        page.until_equal("rows", "return one('own-summary').dataset.all", "200000").await
    });
}

#[test]
fn of_a_thousand_columns_the_first_are_shown() {
    browse_once(async |page| -> Outcome {
        let names: Vec<String> = (0..1000).map(|at| format!("column {at}")).collect();
        let mut text = names.join(",") + "\n";
        for row in 0..30 {
            let cells: Vec<String> = (0..1000).map(|at| format!("v{}", row * at % 5)).collect();
            text += &(cells.join(",") + "\n");
        }
        page.open_own_file().await?;
        page.choose_text("wide.csv", &text).await?;
        page.load_table("wide.csv").await?;
        let charts = "return all('[data-test=\"own-charts\"] figure').length";
        let few: u64 = page.read(charts).await?;
        assert!((1..100).contains(&few), "{few}");
        page.until("there is a way to the others", "return visible(one('own-more-charts'))")
            .await
            .map(drop)
    });
}

#[test]
fn sums_and_means_are_measures() {
    browse_once(async |page| -> Outcome {
        let text = visits(120);
        let mut native = natively(&text, |_| {})?;
        page.open_own_file().await?;
        page.choose_text("visits.csv", &text).await?;
        page.load_table("visits.csv").await?;
        let (agency, people) = (native.columns[2].dimension, native.columns[4].dimension);
        let measure = format!("sum-{people}");
        page.pick(&hook("own-measure"), &measure).await?;
        let sums = native.view.sums(agency, people).unwrap();
        let said: Vec<String> = sums[..3].iter().map(|sum| format!("{sum}")).collect();
        let shown = "return ['0', '1', '2'].map(bin =>
            one('chart-own-bars-2').querySelector(`.marks button[data-value=\"${bin}\"]`)
                ?.getAttribute('aria-label').split(': ')[1].replaceAll(',', ''))";
        page.until_equal("sums of people per agency", shown, json!(said)).await?;
        // As a table, with the same numbers.
        page.click("[data-test=\"chart-own-bars-2\"] [data-test=\"as-table\"]").await?;
        let first = "return one('chart-own-bars-2').querySelector('tbody td')?.textContent.replaceAll(',', '') ?? null";
        let largest = sums.iter().copied().fold(0.0, f64::max);
        page.until_equal("the largest sum", first, format!("{largest}")).await
    });
}

#[test]
fn axe_finds_nothing_in_a_table() {
    let settings = Settings { dark: true, calm: true, ..Settings::USUAL };
    browse_with(settings, async |page| -> Outcome {
        let axe = axe_script()?;
        page.open_own_file().await?;
        assert_eq!(violations(&page, &axe).await?, [""; 0], "at the start");
        let text = visits(90) + "2024-01-02,Atlantis,MPS,drugs,many,1,x,y\n2024-01-02\n";
        page.choose_text("visits.csv", &text).await?;
        page.until("the roles are proposed", "return visible(one('load'))").await?;
        page.click("[data-test=\"preview\"] summary").await?;
        assert_eq!(violations(&page, &axe).await?, [""; 0], "with the roles");
        page.load_table("visits.csv").await?;
        page.click("[data-test=\"problems\"] > summary").await?;
        page.click("[data-test=\"unmatched\"] > summary").await?;
        page.click("[data-test=\"beside-mode\"] button[data-value=\"compare\"]").await?;
        page.click("[data-test=\"own-facet-1\"] button[data-value=\"0\"]").await?;
        page.until("it is filtered", "return visible(one('own-clear'))").await?;
        assert_eq!(violations(&page, &axe).await?, [""; 0], "with a table");
        Ok(())
    });
}

#[test]
fn nothing_is_wider_than_a_phone() {
    // What reaches beyond the window, if anything makes the page wider than it is.
    const WIDE: &str = "if (document.documentElement.scrollWidth <= innerWidth) return [];
        return all('main *').filter(visible).filter(it => !it.closest('.table-scroll table')
            && Math.max(it.getBoundingClientRect().right, it.getBoundingClientRect().left + it.scrollWidth) > innerWidth + 1)
            .map(it => `${it.tagName}.${it.className} ${it.dataset.test ?? ''} ${it.textContent.slice(0, 20)} ${Math.round(it.getBoundingClientRect().right)} ${it.scrollWidth}`).slice(-14)";
    browse(async |page| -> Outcome {
        page.look_on(Screen::NARROW).await?;
        page.open_own_file().await?;
        let text = visits(90) + "2024-01-02,Atlantis,MPS,drugs,many,1,x,y\n2024-01-02\n";
        page.choose_text("visits.csv", &text).await?;
        page.until("the roles are proposed", "return visible(one('load'))").await?;
        page.run("all('details').forEach(details => details.open = true)", &[]).await?;
        page.until_equal("what is too wide of the roles", WIDE, json!([])).await?;
        page.load_table("visits.csv").await?;
        page.run("all('details').forEach(details => details.open = true)", &[]).await?;
        page.click("[data-test=\"beside-mode\"] button[data-value=\"compare\"]").await?;
        page.until("it is compared", "return visible(one('beside-both'))").await?;
        page.until_equal("what is too wide of the table", WIDE, json!([])).await
    });
}

#[test]
fn a_hundred_kinds_of_damage_are_told_by_row() {
    browse_once(async |page| -> Outcome {
        let good = "2024-01-02,Laos,a;b,1,https://a.example,t\n";
        let mut text = format!("{}\n", kinds_of_damage::HEADER);
        for (row, _) in kinds_of_damage::all() {
            text += &format!("{row}\n{good}");
        }
        assert!(kinds_of_damage::all().count() >= 100);
        let month_first = |mapping: &mut Mapping| {
            let form = DateForm::of(Order::MonthFirst);
            mapping.columns[0].role = Role::Date(form);
        };
        let mut native = natively(&text, month_first)?;
        page.open_own_file().await?;
        page.choose_text("damaged.csv", &text).await?;
        page.until("the roles are proposed", "return visible(one('load'))").await?;
        let roles = "return all('[data-test=\"map-role\"]').map(field => field.value)";
        let proposed: Vec<&str> =
            native.mapping.columns.iter().map(|column| column.role.word()).collect();
        page.until_equal("roles", roles, json!(proposed)).await?;
        let order = "const field = one('map-order');
            if (field) { field.value = 'month-first'; field.dispatchEvent(new Event('change', { bubbles: true })); }";
        page.run(order, &[]).await?;
        page.load_table("damaged.csv").await?;
        page.shows_table(&mut native).await?;
        let said = "const { count, badRows } = one('problems').dataset; return [Number(count), Number(badRows)]";
        let (problems, bad) = (native.problems.total(), native.summary.bad_rows);
        // Short rows, money, percent and what says that there is no value are none.
        assert!(problems >= 70 && bad >= 20, "{problems} {bad}");
        page.until_equal("problems and bad rows", said, json!([problems, bad])).await?;
        page.click("[data-test=\"problems\"] > summary").await?;
        let first = "return [...one('problem').children].map(cell => cell.textContent)";
        let problem = &native.problems.kept()[0];
        let cells = [
            &problem.row.to_string(),
            problem.column.as_ref().unwrap(),
            &problem.value,
            &problem.expected,
        ];
        page.until_equal("the first problem", first, json!(cells)).await?;

        // The bad rows can be taken away, and nothing in them is markup.
        page.run(CATCH, &[]).await?;
        page.click(&hook("bad-rows")).await?;
        let text = page.until("the bad rows are there", "return window.caught").await?;
        let expected = native.bad_rows.to_csv(&native.header, &native.problems);
        assert_eq!(text, Value::from(expected.trim_start_matches('\u{feff}')));
        page.until(
            "no script came from a cell",
            "return !one('own-table').querySelector('script')",
        )
        .await?;
        nothing_is_lost(&page, "damaged.csv").await
    });
}

#[test]
fn what_is_no_table_is_refused_and_nothing_is_lost() {
    browse(async |page| -> Outcome {
        page.open_own_file().await?;
        page.choose_text("visits.csv", &visits(30)).await?;
        page.load_table("visits.csv").await?;
        for (name, bytes, words) in [
            ("empty.csv", vec![], "The file is empty."),
            ("blank.csv", b"\n \n\n".to_vec(), "The file is empty."),
            ("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10".to_vec(), "a PNG picture"),
            ("table.xlsx", b"PK\x03\x04\x14\0\x06\0\x08\0".to_vec(), "The workbook is damaged"),
            ("table.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "an old Office file"),
            ("page.csv", b"<!doctype html><p>Log in".to_vec(), "a web page"),
            (
                "noise.csv",
                (0..4000_u32).map(|at| (at * at % 251) as u8).collect(),
                "was not opened",
            ),
        ] {
            page.choose_file(name, &[(json!(bytes), 1)]).await?;
            page.refuses_file(name).await?;
            page.refuses_file(words).await?;
            page.is_loaded("visits.csv").await?;
        }
        // A single line without end has no columns that anybody could look over.
        page.choose_file("line.csv", &[("a;b;c;d;".repeat(1 << 14).into(), 20)]).await?;
        page.refuses_file("Its first line has more than a megabyte").await?;
        page.is_loaded("visits.csv").await?;
        // More than there is room for is refused with the numbers, before it is read.
        page.choose_file("huge.csv", &[("x".repeat(1 << 20).into(), 1200)]).await?;
        page.refuses_file("The file has 1.1 GB; opening it would need about").await?;
        page.is_loaded("visits.csv").await?;
        page.click("[data-test=\"file-error\"] button").await?;
        page.until("the message is dismissed", "return !one('file-error')").await?;
        nothing_is_lost(&page, "visits.csv").await
    });
}

#[test]
fn fifty_thousand_values_in_one_column() {
    browse_once(async |page| -> Outcome {
        let mut text = String::from("date,city,kind\n");
        for row in 0..60_000 {
            let city = row % 50_000;
            text +=
                &format!("2024-01-{:02},Town {city},{}\n", 1 + row % 28, ["a", "b", "c"][row % 3]);
        }
        let as_category = |mapping: &mut Mapping| {
            mapping.columns[1].role = Role::Category;
        };
        let mut native = natively(&text, as_category)?;
        page.open_own_file().await?;
        page.choose_text("towns.csv", &text).await?;
        page.until("the roles are proposed", "return visible(one('load'))").await?;
        page.pick("[data-at=\"1\"][data-set=\"role\"]", "category").await?;
        page.load_table("towns.csv").await?;
        page.shows_table(&mut native).await?;
        // Only some are in the document; any can be found.
        let listed = "return all('[data-test=\"own-facet-1\"] button[data-value]').length <= 60";
        page.until("few of them are listed", listed).await?;
        page.write("[data-test=\"own-facet-1\"] input", "town 49999").await?;
        let found = "return all('[data-test=\"own-facet-1\"] button[data-value] .label').map(l => l.textContent)";
        page.until_equal("found", found, json!(["Town 49999"])).await?;
        page.click("[data-test=\"own-facet-1\"] button[data-value]").await?;
        native.view.select(native.columns[1].dimension, &[49_999]);
        page.shows_table(&mut native).await
    });
}

/// A table of some 200 MB: the first line, and a block of rows again and again.
fn large() -> (Vec<(Value, u32)>, u64) {
    let block: String = visits(7000).split_once('\n').unwrap().1.to_owned();
    let times = (200 << 20) / block.len() as u32 + 1;
    let head = visits(0);
    (vec![(head.into(), 1), (block.into(), times)], 7000 * u64::from(times))
}

#[test]
fn two_hundred_megabytes_are_loaded_while_the_page_answers() {
    browse(async |page| -> Outcome {
        let (parts, rows) = large();
        page.open_own_file().await?;
        // How often the page has a frame, and the longest time without one.
        let frames = "window.frames_ = []; let last = performance.now();
            const frame = now => { window.frames_.push(now - last); last = now; requestAnimationFrame(frame); };
            requestAnimationFrame(frame);";
        page.run(frames, &[]).await?;
        page.choose_file("large.csv", &parts).await?;
        page.until("the roles are proposed", "return visible(one('load'))").await?;
        page.click(&hook("load")).await?;
        let begun = "return Number(one('progress')?.getAttribute('value') ?? 0) > 0
            && /\\d rows so far/.test(one('rows-so-far').textContent)";
        page.until("there is progress", begun).await?;
        let counted: usize = page.read("return window.frames_.length").await?;
        page.is_loaded("large.csv").await?;
        let after: usize = page.read("return window.frames_.length").await?;
        assert!(after > counted + 20, "{counted} frames, then {after}");
        let all = "return Number(one('own-summary').dataset.all)";
        page.until_equal("rows", all, rows).await?;
        page.click("[data-test=\"own-facet-1\"] button[data-value]").await?;
        page.until("it filters", "return Number(one('own-summary').dataset.rows) < Number(one('own-summary').dataset.all)").await?;
        nothing_is_lost(&page, "large.csv").await
    });
}

#[test]
fn loading_can_be_cancelled_in_the_middle() {
    browse(async |page| -> Outcome {
        page.open_own_file().await?;
        page.choose_text("visits.csv", &visits(30)).await?;
        page.load_table("visits.csv").await?;
        let (parts, _) = large();
        page.choose_file("large.csv", &parts).await?;
        page.until("the roles are proposed", "return visible(one('load'))").await?;
        page.click(&hook("load")).await?;
        let begun = "return Number(one('progress')?.getAttribute('value') ?? 0) > 0";
        page.until("there is progress", begun).await?;
        // In the page, as it may be through before the driver's pointer is there.
        page.run("one('cancel').click()", &[]).await?;
        page.until("it has stopped", "return !one('progress')").await?;
        page.is_loaded("visits.csv").await?;
        page.until_equal("rows", "return one('own-summary').dataset.all", "30").await?;
        nothing_is_lost(&page, "visits.csv").await?;
        // And the next file is opened as if nothing had been.
        page.choose_text("again.csv", &visits(40)).await?;
        page.load_table("again.csv").await?;
        page.until_equal("rows", "return one('own-summary').dataset.all", "40").await
    });
}

#[test]
fn the_order_of_day_and_month_is_asked_once_and_remembered() {
    browse_once(async |page| -> Outcome {
        let text = "when;country\n3/4/2024;Laos\n5/6/2024;Serbia\n";
        page.open_own_file().await?;
        page.choose_text("dates.csv", text).await?;
        page.until("it asks", "return visible(one('ambiguous'))").await?;
        page.until("it waits", "return one('load').getAttribute('aria-disabled') === 'true'")
            .await?;
        page.click(&hook("load")).await?;
        page.until("nothing is loaded yet", "return !!one('mapping') && !one('progress')").await?;
        page.pick(&hook("map-order"), "day-first").await?;
        page.load_table("dates.csv").await?;
        let dates = "return all('[data-test=\"own-row\"]').map(row => row.children[1].textContent)";
        page.until_equal("dates", dates, json!(["2024-04-03", "2024-06-05"])).await?;
        // The next file with these columns is read alike.
        page.choose_text("more.csv", "when;country\n7/8/2024;Laos\n").await?;
        page.until("it is remembered", "return visible(one('remembered'))").await?;
        page.load_table("more.csv").await?;
        page.until_equal("dates", dates, json!(["2024-08-07"])).await
    });
}

#[test]
fn remembered_roles_give_way_to_what_a_file_shows() {
    browse_once(async |page| -> Outcome {
        page.open_own_file().await?;
        let first = "date,v\n13/04/2024,\"1,5\"\n03/04/2024,\"2,5\"\n";
        page.choose_text("first.csv", first).await?;
        page.load_table("first.csv").await?;
        page.choose_text("second.csv", "date,v\n04/13/2024,1.5\n03/04/2024,1.250\n").await?;
        page.until("it is said", "return visible(one('contradicted'))").await?;
        let words = "return one('contradicted').innerText";
        page.until_equal(
            "what is proposed anew",
            words,
            "This file shows something else, and what follows is proposed anew: \
             date (the order of day, month and year), v (the decimal mark).",
        )
        .await?;
        page.load_table("second.csv").await?;
        let cells = "return all('[data-test=\"own-row\"]').map(row =>
            [...row.children].slice(1).map(cell => cell.textContent).join(' '))";
        page.until_equal("the rows", cells, json!(["2024-03-04 1.25", "2024-04-13 1.5"])).await
    });
}

#[test]
fn a_year_is_in_every_month_that_it_may_be_of() {
    browse_once(async |page| -> Outcome {
        let text = "date,country\n2023-11-02,Nepal\n2024,Vietnam\n2024,Laos\n2024-05,Laos\n\
                    2024-05-17,Nepal\n2024-11-20,Fiji\n";
        page.open_own_file().await?;
        page.choose_text("years.csv", text).await?;
        page.load_table("years.csv").await?;
        let count = "return all('[data-test=\"chart-own-time-0\"] .marks button')
            .filter(mark => ['2024-01', '2024-05'].includes(mark.dataset.value))
            .map(mark => mark.getAttribute('aria-label'))";
        page.until_equal(
            "what is certain, and what may be",
            count,
            json!([
                "Jan 2024: 0; 2 more rows may be of it",
                "May 2024: 2; 2 more rows may be of it"
            ]),
        )
        .await?;
        page.until(
            "it is said",
            "return one('chart-own-time-0').innerText.includes(
                'hatched: 2 rows are dated only to a longer period')",
        )
        .await?;
        let rows = "return Number(one('own-summary').dataset.rows)";
        let chips =
            "return all('[data-test=\"own-chips\"] .chip span').map(chip => chip.innerText)";
        for (month, expected, words) in [
            ("2024-03", 2, "date: 2024-03-01 to 2024-03-31"),
            ("2024-05", 4, "date: 2024-05-01 to 2024-05-31"),
            ("2023-11", 1, "date: 2023-11-01 to 2023-11-30"),
        ] {
            let mark =
                format!("[data-test=\"chart-own-time-0\"] .marks button[data-value=\"{month}\"]");
            page.click(&mark).await?;
            page.until_equal("rows in view", rows, expected).await?;
            page.until_equal("the filter", chips, json!([words])).await?;
        }
        page.back().await?;
        page.until_equal("May again", rows, 4).await
    });
}

#[test]
fn what_is_saved_of_a_table_is_exact_and_names_its_file() {
    browse_once(async |page| -> Outcome {
        let text = "country,date,amount\nLaos,2024-01-01,1234567.89\nLaos,2024-02-01,0.004567\n\
                    Fiji,2024-02-01,98765.4321\nNepal,2024-03-01,-0.5\n";
        page.open_own_file().await?;
        page.choose_text("sums.csv", text).await?;
        page.load_table("sums.csv").await?;
        page.pick(&hook("own-measure"), "sum-2").await?;
        page.run(CATCH, &[]).await?;
        page.click("[data-test=\"chart-own-bars-0\"] [data-test=\"save\"]").await?;
        page.click("[data-test=\"chart-own-bars-0\"] [data-test=\"save-csv\"]").await?;
        let saved = page.until("it is saved", "return window.caught").await?;
        let saved = saved.as_str().unwrap();
        let lines: Vec<&str> = saved.lines().collect();
        assert!(
            lines[0].starts_with("value,code,sum of amount,rows,chart,filters,file,"),
            "{saved}"
        );
        assert!(lines[1].starts_with("Laos,LAO,1234567.894567,2,country,,sums.csv,"), "{saved}");
        assert!(lines[3].starts_with("Nepal,NPL,-0.5,1,"), "{saved}");
        page.run("window.caught = null", &[]).await?;
        page.click("[data-test=\"chart-own-time-1\"] [data-test=\"save\"]").await?;
        page.click("[data-test=\"chart-own-time-1\"] [data-test=\"save-svg\"]").await?;
        let saved = page.until("it is saved", "return window.caught").await?;
        let saved = saved.as_str().unwrap();
        assert!(saved.contains("Source: sums.csv."), "{saved}");
        assert!(!saved.contains("CC BY") && !saved.contains("ersion"), "{saved}");
        Ok(())
    });
}

#[test]
fn what_could_not_be_read_stands_in_its_row() {
    browse_once(async |page| -> Outcome {
        let text = "date,country\n2024-09-06,Viet Nam\n2024-09-07,Laos\nc. 2024,Atlantis\n";
        page.open_own_file().await?;
        page.choose_text("cells.csv", text).await?;
        page.load_table("cells.csv").await?;
        let cells = "return all('[data-test=\"own-row\"]').map(row => [...row.children].slice(1).map(cell =>
            (cell.dataset.part ?? '') + '|' + cell.innerText.replace(/\\s+/g, ' ').trim()))";
        page.until_equal(
            "cells",
            cells,
            json!([
                ["|2024-09-06", "|Vietnam Viet Nam"],
                ["|2024-09-07", "|Laos"],
                ["unread|c. 2024", "unread|Atlantis"]
            ]),
        )
        .await?;
        page.run(CATCH, &[]).await?;
        page.click(&hook("save-rows")).await?;
        let saved = page.until("it is saved", "return window.caught").await?;
        let expected = "row,date,country\r\n2,2024-09-06,Viet Nam\r\n3,2024-09-07,Laos\r\n4,c. 2024,Atlantis\r\n";
        assert_eq!(saved, Value::from(expected));
        // It is searched like all that is shown.
        page.write(&hook("own-search"), "atlantis").await?;
        page.until_equal("rows found", "return Number(one('own-summary').dataset.rows)", 1).await
    });
}

#[test]
fn roles_are_saved_and_used_again() {
    browse_once(async |page| -> Outcome {
        let text = "when,note\n2024-04-03,one\n2024-06-05,two\n";
        page.open_own_file().await?;
        page.choose_text("notes.csv", text).await?;
        page.until("the roles are proposed", "return visible(one('load'))").await?;
        page.pick("[data-at=\"1\"][data-set=\"role\"]", "category").await?;
        page.run(CATCH, &[]).await?;
        page.click(&hook("save-mapping")).await?;
        let saved = page.until("it is saved", "return window.caught").await?;
        let mapping = Mapping::from_json(saved.as_str().unwrap()).unwrap();
        assert_eq!(mapping.columns[1].role, Role::Category);
        // Given to the same table anew, and to one that it is not for.
        let give = "const transfer = new DataTransfer();
            transfer.items.add(new File([arguments[0]], 'roles.json'));
            const field = one('use-mapping');
            field.files = transfer.files;
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        let role = "return all('[data-test=\"map-role\"]').map(field => field.value)[1]";
        page.click(&hook("cancel")).await?;
        page.choose_text("notes.csv", text).await?;
        page.until("they are proposed anew", &format!("return (() => {{ {role} }})() === 'text'"))
            .await?;
        page.run(give, std::slice::from_ref(&saved)).await?;
        page.until_equal("the role", role, "category").await?;
        page.click(&hook("cancel")).await?;
        page.choose_text("other.csv", "a,b\n1,2\n").await?;
        page.until("the roles are proposed", "return visible(one('load'))").await?;
        page.run(give, &[saved]).await?;
        let said = "return one('mapping').innerText.includes('for a table with other columns')";
        page.until("it says so", said).await.map(drop)
    });
}

#[test]
fn names_that_are_no_countries_are_listed_and_chosen() {
    browse_once(async |page| -> Outcome {
        let text =
            "date,country\n2024-01-02,Laos\n2024-01-03,Lao\n2024-01-04,Korea\n2024-01-05,Korea\n";
        page.open_own_file().await?;
        page.choose_text("names.csv", text).await?;
        page.until("they are told of", "return visible(one('unknown-countries'))").await?;
        page.load_table("names.csv").await?;
        let count = "return one('unmatched')?.dataset.count";
        page.until("some are listed", count).await?;
        page.pick("select[data-name=\"Korea\"]", "KOR").await?;
        page.click("[data-test=\"unmatched\"] > summary").await?;
        page.click(&hook("load-again")).await?;
        let korea = "return all('[data-test=\"own-facet-1\"] .value').map(v => v.innerText.replace(/\\s+/g, ' ').trim()).join('|')";
        page.until(
            "Korea is a country now",
            &format!("return (() => {{ {korea} }})().includes('South Korea 2')"),
        )
        .await?;
        Ok(())
    });
}

#[test]
fn a_table_beside_the_records() {
    browse_once(async |page| -> Outcome {
        // Half of the records, and some rows that are in none of them.
        let records = interactions(EMBEDDED.events);
        let mut text = String::from("date,agency,country\n");
        for record in records.iter().step_by(2) {
            text += &format!("{},{},{}\n", record.date, record.agency, record.country);
        }
        text += "1999-01-02,MPS,Laos\n1999-01-03,MSS,Serbia\n1999-01-04,,\n";
        let native = natively(&text, |_| {})?;
        let known: Vec<_> = records.iter().map(Embedded::interaction).collect();
        let compared = side_by_side(&native, &agencies(), &known);
        assert_eq!((compared.only_here.len(), compared.not_compared), (2, 1));
        page.open_own_file().await?;
        page.choose_text("half.csv", &text).await?;
        page.load_table("half.csv").await?;
        page.click("[data-test=\"beside-mode\"] button[data-value=\"compare\"]").await?;
        let counts = "return ['both', 'here', 'there'].map(part => Number(one(`beside-${part}`)?.dataset.count ?? -1))";
        let expected = [compared.both.len(), compared.only_here.len(), compared.only_there.len()];
        page.until_equal("in both, only here, only there", counts, json!(expected)).await?;
        page.click(&hook("beside-here")).await?;
        let rows = "return all('[data-test=\"beside-entry\"]').length";
        page.until_equal("rows only here", rows, 2).await?;
        // Countries have their names, as on the other side; what is not compared is said.
        let named = "return all('[data-test=\"beside-entry\"] td:first-child').map(cell => cell.textContent.trim().replace(/\\s+/g, ' '))";
        let named = page.run(named, &[]).await?.to_string();
        assert!(named.contains("Laos") && !named.contains("LAO"), "{named}");
        page.until(
            "organizations",
            "return one('beside').textContent.includes('organizations are left out')",
        )
        .await?;
        page.until(
            "no memory is 0",
            "return !/[^0-9.]0 [kM]B/.test(one('own-summary').parentElement.textContent)",
        )
        .await?;
        // A record is one click away, with its sources.
        page.click(&hook("beside-there")).await?;
        let there = &records[compared.only_there[0]];
        let link = format!("#/record/{}", there.id);
        // Until the answer comes, rows only here stand there, which have no link.
        let first = "return one('beside-entry')?.querySelector('a')?.getAttribute('href') ?? null";
        page.until_equal("the record only there", first, link.clone()).await?;
        page.click("[data-test=\"beside-entry\"] a").await?;
        page.until_equal("the record", "return location.hash", link).await?;
        page.until("its sources", "return visible(one('source'))").await.map(drop)
    });
}

#[test]
fn other_encodings_formats_and_a_paste() {
    browse(async |page| -> Outcome {
        page.open_own_file().await?;
        let text = "日期\t国家\t部门\n2024年9月6日\t老挝\t公安部\n2024年9月7日\t塞尔维亚\t公安部\n";
        let utf16: Vec<u8> = [0xfeff_u16]
            .into_iter()
            .chain(text.encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        // “中国,2024-09-06” and more in GB18030.
        let gb: Vec<u8> = [
            b"date,\xb9\xfa\xbc\xd2\n" as &[u8],
            b"2024-09-06,\xc0\xcf\xce\xce\n2024-09-07,\xd4\xbd\xc4\xcf\n2024-09-08,\xb6\xed\xc2\xde\xcb\xb9\n",
        ]
        .concat();
        let latin = b"date;country\n2024-09-06;C\xf4te d'Ivoire\n2024-09-07;T\xfcrkiye\n".to_vec();
        let json =
            br#"[{"date":"2024-09-06","country":"Laos"},{"date":"2024-09-07","country":"Serbia"}]"#;
        let lines = b"{\"date\":\"2024-09-06\",\"country\":\"Laos\"}\n{\"date\":\"2024-09-07\",\"country\":\"Serbia\"}\n";
        for (name, bytes, countries) in [
            ("utf16.tsv", utf16, vec!["Laos", "Serbia"]),
            ("gb.csv", gb, vec!["Laos", "Vietnam", "Russia"]),
            ("latin.csv", latin, vec!["C\u{f4}te d'Ivoire", "T\u{fc}rkiye"]),
            ("list.json", json.to_vec(), vec!["Laos", "Serbia"]),
            ("lines.jsonl", lines.to_vec(), vec!["Laos", "Serbia"]),
        ] {
            page.choose_file(name, &[(json!(bytes), 1)]).await?;
            page.load_table(name).await?;
            // Behind the name stands how the file has it.
            let shown = "return all('[data-test=\"own-row\"]')
                .map(row => row.children[2].firstChild.textContent.trim())";
            page.until_equal(name, shown, json!(countries)).await?;
        }
        page.click(".own-paste summary").await?;
        // WebKit's driver types no line breaks.
        let text = "one('paste-text').value = 'date,country\\n2024-01-02,Laos'";
        page.run(text, &[]).await?;
        page.click(&hook("paste-open")).await?;
        page.load_table("Pasted table").await?;
        page.until_equal("rows", "return one('own-summary').dataset.all", "1").await?;
        // Keys reach the marks of its charts.
        page.run("one('chart-own-bars-1').querySelector('.marks button').focus()", &[]).await?;
        page.press(&[key::ENTER]).await?;
        let pressed = "return one('chart-own-bars-1').querySelector('.marks button').getAttribute('aria-pressed')";
        page.until_equal("pressed", pressed, "true").await
    });
}
