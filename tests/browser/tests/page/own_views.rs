//! A reader's own file in all views: the same numbers as the open dataset has where it was made of that, whose
//! data these are, and the open dataset untouched.

use browser_tests::environment::{axe_script, single_file};
use browser_tests::hooks::hook;
use browser_tests::native::EXPLORER;
use browser_tests::screen::Screen;
use browser_tests::{Outcome, Page, Settings, browse, browse_once, browse_with};
use explorer_dataset::date::PartialDate;
use explorer_dataset::matched::matched;
use explorer_explore::Explorer;
use explorer_explore::measure::Measure;
use explorer_explore::records::Sort;
use explorer_export::Origin;
use explorer_export::interactions::{csv, in_view, json};
use explorer_view::check::Check;
use explorer_view::hash::decode;
use explorer_view::published::comparisons;
use serde_json::json;

use super::hygiene::violations;
use super::offline::without_host;

fn origin() -> Origin {
    let word = |text: &str| text.to_owned();
    Origin {
        filters: word("All records"),
        link: word("https://example.org/#/records"),
        dataset: word("Copy"),
        version: word("1.0.0"),
        released: word("2026-01-01"),
        hash: word("0123456789ab"),
        retrieved: word("2026-01-02"),
    }
}

/// The open dataset as a reader takes it away.
fn tidy_table() -> String {
    let rows = &EXPLORER.totals(Measure::Interactions).rows;
    csv(&in_view(&EXPLORER, rows, Sort::default()), &origin())
}

fn records() -> String {
    let rows = &EXPLORER.totals(Measure::Interactions).rows;
    json(&in_view(&EXPLORER, rows, Sort::default()), &origin())
}

/// A small table, with a row that cannot be used and a word that no list has.
const VISITS: &str = "Day,Ministry,Leader,Partner,Themes\n\
    2024-01-05,MPS,Wang Xiaohong,Laos,narcotics\n\
    2024-02-07,MPS,Wang Xiaohong,Laoss,training\n\
    2024-03-09,MSS,Chen Yixin,Russia,rivers\n\
    someday,MPS,Wang Xiaohong,Fiji,training\n";

/// Opens a file and shows it in all views.
async fn use_everywhere(page: &Page, name: &str, text: &str) -> Outcome {
    page.open_own_file().await?;
    page.choose_text(name, text).await?;
    page.load_table(name).await?;
    page.until("what becomes of it is told", "return !!one('record-counts')").await?;
    page.click(&hook("use-everywhere")).await?;
    has_source(page, "file").await
}

/// Waits until the views are of that: `open` or `file`.
async fn has_source(page: &Page, source: &str) -> Outcome {
    let shown = "return one('dataset-name')?.dataset.source ?? null";
    page.until_equal("whose data these are", shown, source).await?;
    page.ready().await
}

/// Goes to a view of the file that is shown.
async fn go_within(page: &Page, link: &str) -> Outcome {
    let script = "const data = /data=[^&]*/.exec(location.hash)[0];
        location.hash = arguments[0] + (arguments[0].includes('?') ? '&' : '?') + data";
    page.run(script, &[link.into()]).await.map(drop)
}

/// A view of each page that computes from the records.
const VIEWS: [&str; 17] = [
    "#/overview",
    "#/overview?agency=MSS&by=year",
    "#/overview?confidence=low,medium&measure=events",
    "#/map?topic=narcotics",
    "#/map?layer=asean",
    "#/countries?from=2024",
    "#/people?channel=video",
    "#/forums",
    "#/forum/SCO",
    "#/records?q=training",
    "#/country/VNM",
    "#/organization/Interpol",
    "#/official/wang-xiaohong",
    "#/paper",
    "#/pledges",
    "#/compare?a=agency:MPS&b=agency:CPLC",
    "#/check",
];

/// Goes to each view of a file that has the records of the open dataset: it has the same numbers.
async fn walk(page: &Page) -> Outcome {
    for link in VIEWS {
        go_within(page, link).await?;
        page.shows(link).await?;
        has_source(page, "file").await?;
    }
    Ok(())
}

const SUMMARY: &str = "const { interactions, events, countries } = one('summary')?.dataset ?? {};
    return [interactions, events, countries].map(Number)";

#[test]
fn a_copy_of_the_open_dataset_has_its_numbers_in_every_view() {
    browse_once(async |page| -> Outcome {
        use_everywhere(&page, "copy.csv", &tidy_table()).await?;
        walk(&page).await?;
        // Each column of the tables of countries and officials has its heading.
        for (link, row) in [("#/countries", "country-row"), ("#/people", "official-row")] {
            go_within(&page, link).await?;
            let columns = format!(
                "const row = one('{row}');
                 const headings = row?.closest('table').querySelectorAll('thead th:not(.group)');
                 return !!row && headings.length === row.cells.length"
            );
            page.until(link, &columns).await?;
        }
        // Each number of the paper stands beside that of the file and that of the open dataset.
        go_within(&page, "#/paper/numbers").await?;
        let expected: Vec<_> = comparisons(&EXPLORER)
            .iter()
            .filter_map(|one| {
                let tenths = one.readings.first()?.number.tenths.to_string();
                Some(json!([one.published.id, tenths, tenths]))
            })
            .collect();
        assert!(expected.len() > 30);
        let shown = "return all('[data-test=\"paper-numbers\"] [data-test=\"published-number\"]').flatMap(row => {
            const part = name => row.querySelector(`[data-part=${name}]`)?.dataset.count;
            return part('computed') ? [[row.dataset.value, part('computed'), part('open')]] : [];
        }).sort((a, b) => a[0] < b[0] ? -1 : 1)";
        let mut expected = expected;
        expected.sort_by_key(|one| one[0].as_str().map(str::to_owned));
        page.until_equal("published numbers", shown, json!(expected)).await?;
        // Back in the open dataset, nothing has changed.
        page.click(&hook("back-to-open")).await?;
        has_source(&page, "open").await?;
        page.shows("#/paper/numbers").await?;
        Ok(())
    });
}

#[test]
fn every_view_of_a_file_works_without_the_host() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let (_host, page) = without_host(&page, "#/overview").await?;
        use_everywhere(&page, "copy.csv", &tidy_table()).await?;
        walk(&page).await
    });
}

#[test]
fn every_view_of_a_file_works_in_the_page_as_one_file() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        let page = page.hosted_at(&single_file()?);
        use_everywhere(&page, "copy.csv", &tidy_table()).await?;
        walk(&page).await?;
        page.click(&hook("back-to-open")).await?;
        has_source(&page, "open").await
    });
}

#[test]
fn the_file_is_named_everywhere_and_steps_go_back_and_forth() {
    browse(async |page| -> Outcome {
        use_everywhere(&page, "visits.csv", VISITS).await?;
        page.until_equal("what is in view", SUMMARY, json!([2, 2, 2])).await?;
        page.until("it begins at its top", "return scrollY === 0").await?;
        let band =
            "return visible(one('own-band')) && one('own-band').textContent.includes('visits.csv')";
        page.until("the band names the file", band).await?;
        page.until("the title names the file", "return document.title.includes('visits.csv')")
            .await?;
        let address = "return location.hash.startsWith('#/overview?data=file:')";
        page.until("the link names the file", address).await?;
        page.click(&hook("share")).await?;
        let shared = "return one('view-link')?.value.includes('data=file:')
            && one('citation-text').textContent.includes('visits.csv')
            && !one('citation-text').textContent.includes('contributors')";
        page.until("what is shared names the file", shared).await?;
        page.until("nothing is embedded", "return !one('embed')").await?;
        // A filter, then the open dataset, and the way back by the browser's own steps.
        go_within(&page, "#/overview?agency=MSS").await?;
        page.until_equal("the MSS alone", SUMMARY, json!([1, 1, 1])).await?;
        page.click(&hook("back-to-open")).await?;
        has_source(&page, "open").await?;
        page.shows("#/overview?agency=MSS").await?;
        page.back().await?;
        has_source(&page, "file").await?;
        page.until_equal("the MSS alone", SUMMARY, json!([1, 1, 1])).await?;
        page.forward().await?;
        has_source(&page, "open").await?;
        page.shows("#/overview?agency=MSS").await?;
        // The table is still open.
        page.go("#/file").await?;
        page.is_loaded("visits.csv").await
    });
}

#[test]
fn it_is_said_whose_the_tables_are_that_the_file_does_not_bring() {
    browse_once(async |page| -> Outcome {
        let said = "return all('[data-test=\"whose-tables\"]').filter(visible).length";
        let views = [
            ("#/pledges", 1),
            ("#/forums", 1),
            ("#/forum/gpscfl", 1),
            ("#/people", 1),
            ("#/country/VNM", 3),
            ("#/map?layer=gsi", 1),
            ("#/map?layer=asean", 1),
            ("#/map?layer=gpscfl-2024", 1),
            // These are of the records.
            ("#/map", 0),
            ("#/map?layer=first", 0),
            ("#/countries", 0),
        ];
        for (link, _) in views {
            page.go(link).await?;
            page.until_equal(link, said, 0).await?;
        }
        use_everywhere(&page, "visits.csv", VISITS).await?;
        for (link, times) in views {
            go_within(&page, link).await?;
            page.until_equal(link, said, times).await?;
            // What is saved of a map says it, too.
            if link.starts_with("#/map") {
                let subtitle = "return one('chart-map').textContent.includes('open dataset')";
                page.until_equal(link, subtitle, times == 1).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn words_are_assigned_and_rows_that_cannot_be_used_are_told() {
    browse_once(async |page| -> Outcome {
        page.open_own_file().await?;
        page.choose_text("visits.csv", VISITS).await?;
        page.load_table("visits.csv").await?;
        let counts = "const { interactions, events, unused } = one('record-counts')?.dataset ?? {};
            return [interactions, events, unused].map(Number)";
        page.until_equal("what becomes of it", counts, json!([2, 2, 2])).await?;
        let problems = "return all('[data-test=\"record-problems\"] [data-test=\"problem\"]')
            .map(row => [...row.children].slice(0, 3).map(cell => cell.textContent))";
        let expected = json!([["3", "Partner", "Laoss"], ["5", "Day", "someday"]]);
        page.until_equal("what is wrong", problems, expected).await?;
        let words = "return all('[data-test=\"unmatched-word\"]').map(row => [row.dataset.list, row.dataset.word])";
        let expected = json!([["counterpart", "Laoss"], ["topic", "rivers"]]);
        page.until_equal("words that no list has", words, expected).await?;
        page.pick("[data-word=\"Laoss\"] select", "=LAO").await?;
        page.until_equal("what becomes of it then", counts, json!([3, 3, 1])).await?;
        assert_eq!(violations(&page, &axe_script()?).await?, Vec::<String>::new());
        page.click(&hook("use-everywhere")).await?;
        has_source(&page, "file").await?;
        page.until_equal("in view", SUMMARY, json!([3, 3, 2])).await?;
        go_within(&page, "#/overview?topic=rivers").await?;
        page.until_equal("a topic of its own", SUMMARY, json!([1, 1, 1])).await?;
        Ok(())
    });
}

#[test]
fn records_that_the_page_wrote_open_again() {
    browse_once(async |page| -> Outcome {
        use_everywhere(&page, "records.json", &records()).await?;
        page.shows("#/overview").await?;
        Ok(())
    });
}

#[test]
fn a_link_of_a_file_asks_for_it_and_leads_to_the_view() {
    browse_once(async |page| -> Outcome {
        use_everywhere(&page, "visits.csv", VISITS).await?;
        go_within(&page, "#/people?agency=MSS").await?;
        page.until_equal("the MSS alone", SUMMARY, json!([1, 1, 1])).await?;
        let link = page.run("return location.hash", &[]).await?;
        let link = link.as_str().unwrap_or_default().to_owned();
        // Somebody else opens the link.
        page.open(&link).await?;
        has_source(&page, "open").await?;
        let notice = "return one('notice')?.textContent.includes('visits.csv') ?? false";
        page.until("the file is asked for", notice).await?;
        page.click(&hook("open-own-file")).await?;
        page.until("which file", "return !!one('wanted-file')").await?;
        page.until("the view is there", "return visible(one('own-file'))").await?;
        page.choose_text("visits.csv", VISITS).await?;
        page.load_table("visits.csv").await?;
        page.until("what becomes of it is told", "return !!one('record-counts')").await?;
        page.click(&hook("use-everywhere")).await?;
        has_source(&page, "file").await?;
        page.until_equal("the view of the link", "return location.hash", link).await?;
        page.until_equal("the MSS alone", SUMMARY, json!([1, 1, 1])).await?;
        page.until("nothing is to be told", "return !one('notice')").await?;
        Ok(())
    });
}

#[test]
fn what_is_kept_in_the_browser_opens_by_its_link_and_is_forgotten() {
    browse_with(Settings::OWN, async |page| -> Outcome {
        use_everywhere(&page, "visits.csv", VISITS).await?;
        let link = page.run("return location.hash", &[]).await?;
        let link = link.as_str().unwrap_or_default().to_owned();
        page.click(&hook("keep-own")).await?;
        let label = "return one('keep-own').textContent.trim()";
        page.until_equal("it is kept", label, "Forget it in this browser").await?;
        page.open(&link).await?;
        has_source(&page, "file").await?;
        page.until_equal("in view", SUMMARY, json!([2, 2, 2])).await?;
        page.until_equal("it is still kept", label, "Forget it in this browser").await?;
        page.click(&hook("keep-own")).await?;
        page.until_equal("it is forgotten", label, "Keep it in this browser").await?;
        page.open(&link).await?;
        has_source(&page, "open").await
    });
}

#[test]
fn a_table_of_thousands_of_events_grows_when_it_is_asked_to() {
    browse_once(async |page| -> Outcome {
        let mut table = "Day,Ministry,Leader,Partner\n".to_owned();
        for at in 0..1200 {
            let (year, month, day) = (2020 + at / 336, 1 + at / 28 % 12, 1 + at % 28);
            let partner = if at % 4 == 0 { "Laos" } else { "Russia" };
            table.push_str(&format!("{year}-{month:02}-{day:02},MPS,Wang Xiaohong,{partner}\n"));
        }
        use_everywhere(&page, "many.csv", &table).await?;
        go_within(&page, "#/records").await?;
        let shown = "return [document.querySelectorAll('[data-test=records] tbody tr').length,
            one('records-shown')?.textContent ?? null]";
        let of = |shown: u32, all: &str| {
            json!([shown, format!("{shown} of {all} events are shown. Show 200 more")])
        };
        page.until_equal("the first rows", shown, of(200, "1,200")).await?;
        page.click(&hook("more-records")).await?;
        page.until_equal("more of them", shown, of(400, "1,200")).await?;
        go_within(&page, "#/records?country=LAO").await?;
        page.until_equal("those of one country", shown, json!([300, null])).await?;
        Ok(())
    });
}

#[test]
fn a_forum_with_many_dates_is_drawn_by_year_and_each_date_is_in_the_table() {
    browse(async |page| -> Outcome {
        let row = |month: i32| {
            format!("{}-{:02}-05,MPS,Wang Xiaohong,Laos,SCO\n", 2018 + month / 12, month % 12 + 1)
        };
        let rows: String = (0..60).map(row).collect();
        let table = format!("Day,Ministry,Leader,Partner,Forum\n{rows}");
        use_everywhere(&page, "dates.csv", &table).await?;
        go_within(&page, "#/forums").await?;
        let counted = |within: &str| {
            format!(
                "return all('[data-test=\"chart-sessions\"] {within}[data-value^=\"sco:\"]')
                    .filter(it => it.dataset.count > 0).map(it => [it.dataset.value, it.dataset.count])"
            )
        };
        let years: Vec<_> = (2018..2023).map(|year| json!([format!("sco:{year}"), "12"])).collect();
        page.until_equal("what is drawn", &counted(".marks button"), json!(years)).await?;
        let said =
            "return one('chart-sessions').innerText.includes('one\u{a0}● for all of a year')";
        page.until("what the signs mean is said", said).await?;
        go_within(&page, "#/forums?table=sessions").await?;
        let date = |month: i32| {
            json!([format!("sco:{}-{:02}-05", 2018 + month / 12, month % 12 + 1), "1"])
        };
        let dates: Vec<_> = (0..60).map(date).collect();
        page.until_equal("what is in the table", &counted("tr"), json!(dates)).await
    });
}

#[test]
fn a_phone_shows_whose_data_these_are() {
    browse_once(async |page| -> Outcome {
        page.look_on(Screen::PHONE).await?;
        use_everywhere(&page, "visits.csv", VISITS).await?;
        let fits =
            "return document.documentElement.scrollWidth <= innerWidth && visible(one('own-band'))";
        page.until("the band fits", fits).await?;
        for link in VIEWS {
            go_within(&page, link).await?;
            has_source(&page, "file").await?;
            page.until(link, fits).await?;
        }
        assert_eq!(violations(&page, &axe_script()?).await?, Vec::<String>::new());
        Ok(())
    });
}

/// The open dataset with some records gone, one shifted by a day, one of another format, and one of another year.
fn changed() -> Explorer {
    let mut own = EXPLORER.dataset().clone();
    own.events.drain(3..9);
    let event = own.events.iter_mut().find(|event| event.date.day().is_some()).unwrap();
    event.date = PartialDate::from_days(event.date.first_day() + 1).unwrap();
    let event = own.events.iter_mut().rfind(|event| event.format == "bilateral").unwrap();
    event.format = "sideline".to_owned();
    let mut event = own.events[20].clone();
    (event.id, event.date) = ("of-my-own".to_owned(), "2019-01-02".parse().unwrap());
    own.events.push(event);
    Explorer::new(own)
}

#[test]
fn a_file_is_checked_against_the_open_dataset() {
    browse_once(async |page| -> Outcome {
        let own = changed();
        let rows = &own.totals(Measure::Interactions).rows;
        let text = json(&in_view(&own, rows, Sort::default()), &origin());
        let native = |link: &str| {
            let state = decode(link, &EXPLORER).0;
            let all = matched(own.dataset(), EXPLORER.dataset(), state.within);
            Check::of(&all, &own, &EXPLORER, &state.filters)
        };
        let counts = |check: &Check| {
            let lists = [check.differing.len(), check.here.len(), check.there.len()];
            json!([check.alike.len(), lists[0], lists[1], lists[2]])
        };
        let shown = "return ['alike', 'differing', 'here', 'there']
            .map(of => Number(one(`check-${of}`)?.dataset.count ?? -1))";
        page.open("#/check").await?;
        page.until("there is nothing to check", "return visible(one('nothing-to-check'))").await?;
        use_everywhere(&page, "mine.json", &text).await?;
        page.click(&hook("to-check")).await?;
        let exact = native("#/check");
        assert!(exact.here.len() > 1 && exact.there.len() > 6 && !exact.differing.is_empty());
        page.until_equal("what both have and what one has", shown, counts(&exact)).await?;
        assert_eq!(violations(&page, &axe_script()?).await?, Vec::<String>::new());
        for link in ["#/check?within=1", "#/check?agency=CPLC,MSS&within=1", "#/check?from=2025"] {
            let check = native(link);
            assert_ne!(counts(&check), counts(&exact), "{link}");
            go_within(&page, link).await?;
            page.until_equal(link, shown, counts(&check)).await?;
        }
        // The day is a difference, once it may be one.
        go_within(&page, "#/check?within=1").await?;
        let check = native("#/check?within=1");
        let fields = "return all('[data-test=\"check-row\"] [data-value]').map(at => at.dataset.value).sort()";
        let mut expected: Vec<&str> = check
            .differing
            .iter()
            .take(20)
            .flat_map(|same| same.fields.iter().map(|change| change.field.as_str()))
            .collect();
        expected.sort_unstable();
        assert!(expected.contains(&"date") && expected.contains(&"format"));
        page.until_equal("the fields that differ", fields, json!(expected)).await?;
        let (found, without) = check.proposals(&own);
        assert!(!found.is_empty() && without == 0);
        let words = format!(
            "return one('proposals-words').textContent.startsWith('{} record')
                && !one('save-proposals').disabled",
            found.len()
        );
        page.until("what can be proposed", &words).await?;
        // What only the open dataset has leads there.
        page.click("[data-test=\"check-listed\"] [data-value=\"there\"]").await?;
        let first = &EXPLORER.dataset().events[check.there[0].event].id;
        let listed = "return one('check-row')?.dataset.value ?? null";
        page.until_equal("only the open dataset", listed, first.as_str()).await?;
        page.click(&hook("check-open")).await?;
        has_source(&page, "open").await?;
        page.until("the record and its sources", "return visible(one('source'))").await.map(drop)
    });
}
