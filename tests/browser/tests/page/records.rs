//! The table of records, and the page of each.

use browser_tests::hooks::hook;
use browser_tests::native::{EXPLORER, View};
use browser_tests::{Outcome, Page, browse, browse_once};
use explorer_dataset::event::Event;
use explorer_explore::records::{RecordColumn, Sort};
use explorer_view::sentence::date_words;
use serde_json::json;

const IDS: &str = "return all('[data-test=\"record\"]').map(row => row.dataset.id)";

/// Waits until the table's first rows are those of the view.
async fn begins_as(page: &Page, view: &View) -> Outcome {
    let first: Vec<_> = view.records().into_iter().take(8).collect();
    let script = format!("{IDS}.slice(0, {})", first.len());
    page.until_equal("the first records", &script, json!(first)).await
}

fn event(id: &str) -> &'static Event {
    EXPLORER.dataset().events.iter().find(|event| event.id == id).unwrap()
}

#[test]
fn the_table_counts_and_orders_the_events_in_view() {
    browse_once(async |page| -> Outcome {
        for link in [
            "#/records",
            "#/records?country=VNM",
            "#/records?agency=!MPS&from=2024&measure=countries",
        ] {
            page.open(link).await?;
            page.shows(link).await?;
            let view = View::of(link);
            begins_as(&page, &view).await?;
            let rows = format!("{IDS}.length");
            page.until_equal("the rows", &rows, view.outcome.summary.events).await?;
            for id in view.records().into_iter().take(5) {
                let script = format!(
                    "return all('[data-test=\"record\"]').find(row => row.dataset.id === {}).textContent.includes({})",
                    json!(id),
                    json!(event(id).title)
                );
                page.until(&format!("the row of {id} has its title"), &script).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn every_column_sorts_both_ways() {
    browse_once(async |page| -> Outcome {
        let link = "#/records?cols=agency,channel,confidence,counterparts,date,forum,format,offices,officials,people,place,rank,sources,title,topics&region=central-asia";
        page.open(link).await?;
        let start = View::of(link);
        for column in RecordColumn::ALL {
            let button = format!("th[data-column=\"{}\"] button", column.id());
            let mut directions = Vec::new();
            for _ in 0..2 {
                let before = page.hash().await?;
                page.click(&button).await?;
                page.until(
                    "a click on a heading sorts",
                    &format!("return location.hash !== {}", json!(before)),
                )
                .await?;
                let now = View::of(&page.hash().await?);
                assert_eq!(now.state.sort.column, column);
                let descending = now.state.sort.descending;
                let view = start.after(|state| state.sort = Sort { column, descending });
                page.is_at(&view.link()).await?;
                begins_as(&page, &view).await?;
                let said = "return all('th[data-column]').map(th => [th.dataset.column, th.getAttribute('aria-sort') ?? 'none'])
                        .filter(([, sort]) => sort !== 'none')";
                let order = if descending { "descending" } else { "ascending" };
                page.until_equal("aria-sort", said, json!([[column.id(), order]])).await?;
                directions.push(descending);
            }
            assert_ne!(directions[0], directions[1], "{}", column.id());
        }
        Ok(())
    });
}

#[test]
fn all_rows_are_in_the_page_and_have_the_height_of_their_text() {
    browse(async |page| -> Outcome {
        page.open("#/records").await?;
        page.shows("#/records").await?;
        page.until_equal("the records", IDS, json!(View::of("#/records").records())).await?;
        let heights =
            "return new Set(all('[data-test=\"record\"]').map(row => row.offsetHeight)).size > 2";
        page.until("short titles take less room than long ones", heights).await?;
        // The head stays in sight below the bar, and a new order begins at its top.
        page.run("scrollTo(0, 6000)", &[]).await?;
        let stuck = "const bar = document.querySelector('.summary').getBoundingClientRect().bottom;
            const head = document.querySelector('[data-test=\"records\"] thead').getBoundingClientRect();
            return scrollY > 5000 && Math.abs(head.top - bar) < 3";
        page.until("the head is below the bar", stuck).await?;
        page.click("th[data-column=\"title\"] button").await?;
        page.is_at("#/records?sort=title").await?;
        let first = "const bar = document.querySelector('.summary').getBoundingClientRect().bottom;
            const row = document.querySelector('[data-test=\"record\"]').getBoundingClientRect();
            return row.top >= bar && row.top < innerHeight / 2";
        page.until("the first row of the new order is in sight", first).await.map(drop)
    });
}

#[test]
fn dates_are_words_and_whole_under_wider_text() {
    browse(async |page| -> Outcome {
        page.open("#/records").await?;
        page.shows("#/records").await?;
        let view = View::of("#/records");
        let dates: Vec<_> = view.records().iter().map(|id| date_words(event(id).date)).collect();
        let said =
            "return all('[data-test=\"record\"] .col-date').map(cell => cell.innerText.trim())";
        page.until_equal("the dates", said, json!(dates)).await?;
        // WCAG 1.4.12.
        page.run(
            "const style = document.createElement('style');
             style.textContent = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }';
             document.head.append(style)",
            &[],
        )
        .await?;
        let cut = "return all('[data-test=\"record\"] td').filter(cell => cell.scrollWidth > cell.clientWidth).length";
        page.until_equal("cells that are cut", cut, 0).await
    });
}

#[test]
fn columns_can_be_chosen() {
    browse_once(async |page| -> Outcome {
        page.open("#/records?agency=MSS").await?;
        page.shows("#/records?agency=MSS").await?;
        let mut view = View::of("#/records?agency=MSS");
        let headings = "return all('th[data-column]').map(th => th.dataset.column)";
        let is_open =
            format!("return visible(document.querySelector('input[name=\"{}\"]'))", "rank");
        for (column, wanted) in [
            (RecordColumn::Rank, true),
            (RecordColumn::Sources, true),
            (RecordColumn::Officials, false),
            (RecordColumn::Rank, false),
            (RecordColumn::Sources, false),
            (RecordColumn::Officials, true),
        ] {
            if !page.read::<bool>(&is_open).await? {
                page.click(&hook("columns")).await?;
                page.until("the chooser is open", &is_open).await?;
            }
            page.click(&format!("input[name=\"{}\"]", column.id())).await?;
            let mut columns = view.state.columns();
            columns.retain(|c| *c != column);
            columns.extend(wanted.then_some(column));
            view = view.after(|state| state.set_columns(&columns));
            page.is_at(&view.link()).await?;
            let ids: Vec<_> = view.state.columns().iter().map(|c| c.id()).collect();
            page.until_equal("the headings", headings, json!(ids)).await?;
        }
        assert_eq!(view.link(), "#/records?agency=MSS");
        Ok(())
    });
}

#[test]
fn a_record_shows_everything_known_and_its_sources() {
    browse_once(async |page| -> Outcome {
        let events = &EXPLORER.dataset().events;
        let most = events.iter().max_by_key(|event| event.sources.len()).unwrap();
        page.open("#/records").await?;
        for event in events.iter().step_by(9).chain([most]) {
            let link = format!("#/record/{}", event.id);
            page.go(&link).await?;
            let id = "return one('record-page')?.dataset.id ?? null";
            page.until_equal("the open record", id, event.id.as_str()).await?;
            let sources: Vec<(String, String)> = page
                .read(
                    "return all('[data-test=\"record-page\"] [data-test=\"source\"]').map(source =>
                        [source.querySelector('a[href]')?.getAttribute('href') ?? '', source.textContent])",
                )
                .await?;
            let urls: Vec<_> = sources.iter().map(|(url, _)| url.as_str()).collect();
            let expected: Vec<_> = event.sources.iter().map(|s| s.url.as_str()).collect();
            assert_eq!(urls, expected, "{link}");
            for (source, (_, text)) in event.sources.iter().zip(&sources) {
                assert!(
                    text.contains(&source.publisher),
                    "{link}: {text} lacks {}",
                    source.publisher
                );
            }
            let text: String =
                page.read("return one('record-page').innerText.replace(/\\s+/g, ' ')").await?;
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let cell = |column| words(&explorer_explore::records::cell(&EXPLORER, event, column));
            let mut known = vec![words(&event.title), cell(RecordColumn::Confidence)];
            known.extend(event.note.iter().flat_map(|note| note.split(" | ")).map(words));
            known.extend(event.officials.iter().cloned());
            known.extend(
                event
                    .counterparts
                    .iter()
                    .flat_map(|c| c.name.iter().chain(&c.title))
                    .map(|t| words(t)),
            );
            for part in known {
                let found = text.to_lowercase().contains(&part.to_lowercase());
                assert!(found, "{link} does not say “{part}”");
            }
            let rels: Vec<String> =
                page.read("return all('[data-test=\"source\"] a[href]').map(a => a.rel)").await?;
            assert!(
                rels.iter().all(|rel| rel.contains("noopener") && rel.contains("noreferrer")),
                "{link}"
            );
        }
        Ok(())
    });
}

#[test]
fn back_from_a_record_leads_to_the_same_place_of_the_list() {
    browse(async |page| -> Outcome {
        let view = View::of("#/records?agency=MPS&sort=title");
        page.open(&view.link()).await?;
        page.shows(&view.link()).await?;
        page.run("scrollTo(0, 2500)", &[]).await?;
        let script = "
            return all('[data-test=\"record\"]').find(row => {
                const box = row.getBoundingClientRect();
                return box.top <= innerHeight / 2 && box.bottom > innerHeight / 2;
            })?.dataset.id ?? null";
        let id = page.until("there is a row in the middle", script).await?;
        let id = id.as_str().unwrap().to_owned();
        let top: f64 = page.read("return scrollY").await?;
        assert!(top > 2000.0, "the list scrolls to {top} only");
        // On the row, not on a link in it.
        let row = page.middles(&format!("[data-test=\"record\"][data-id=\"{id}\"]")).await?;
        page.click_at(row[0], None).await?;
        let record = view.after(|s| s.page = explorer_view::state::Page::Record(id.clone()));
        page.until_equal("the address of the record", "return location.hash", record.link())
            .await?;
        page.until_equal(
            "the open record",
            "return one('record-page')?.dataset.id ?? null",
            id.as_str(),
        )
        .await?;
        page.back().await?;
        page.is_at(&view.link()).await?;
        let back = format!("return Math.abs(scrollY - {top}) <= 2");
        page.until(&format!("the list is at {top} again"), &back).await?;
        page.until_equal("the row in the middle", script, id).await
    });
}
