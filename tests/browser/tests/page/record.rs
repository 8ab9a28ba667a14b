//! The page of a record: withdrawn ones, what is taken away of one, the report of an error.

use browser_tests::hooks::{hook, switch};
use browser_tests::native::{EXPLORER, View};
use browser_tests::{Outcome, browse_once};
use explorer_explore::measure::Measure;
use explorer_export::cite::{Style, cite};
use explorer_export::{interactions, lists};
use explorer_view::pledges::pledges;
use explorer_view::record::more_like;
use explorer_view::report::{Seen, error_report};
use explorer_view::state::Page;
use serde_json::json;

use super::take_away::{CATCH, file, origin};

#[test]
fn a_withdrawn_record_says_why_and_where_its_meeting_is_now() {
    browse_once(async |page| -> Outcome {
        for withdrawn in &EXPLORER.dataset().withdrawn {
            let link = format!("#/record/{}", withdrawn.id);
            page.open(&link).await?;
            let id = "return one('withdrawn-record')?.dataset.id ?? null";
            page.until_equal("the withdrawn record", id, withdrawn.id.as_str()).await?;
            let text: String = page
                .read("return one('withdrawn-record').textContent.replace(/\\s+/g, ' ')")
                .await?;
            let names = withdrawn.counterparts.iter().filter_map(|side| side.name.as_ref());
            let parts = [&withdrawn.reason, &withdrawn.withdrawn, &withdrawn.title];
            for part in parts.into_iter().chain(&withdrawn.officials).chain(names) {
                assert!(text.contains(part.as_str()), "{link} does not say “{part}”");
            }
            let sources = "return all('[data-test=\"source\"] a').map(a => a.getAttribute('href'))";
            let urls: Vec<_> = withdrawn.sources.iter().map(|source| &source.url).collect();
            page.until_equal("its sources", sources, json!(urls)).await?;
            let see = withdrawn.see.as_ref().map(|id| format!("#/record/{id}"));
            let way = "return one('see')?.getAttribute('href') ?? null";
            page.until_equal("the way to what has it now", way, json!(see)).await?;
            page.until_equal("notices", "return all('[data-test=notice]').length", 0).await?;
            page.until("its title", "return document.title.startsWith('Withdrawn: ')").await?;
            // No file of records has it, and none is offered.
            page.click(&hook("share")).await?;
            page.until("the panel is open", "return visible(one('view-link'))").await?;
            page.until("no file", "return !one('download-csv')").await?;
            // No list has it.
            page.go(&format!("#/records?q={}", withdrawn.id)).await?;
            page.until("nothing is found", "return !!one('empty')").await?;
        }
        Ok(())
    });
}

#[test]
fn a_record_is_shared_cited_and_saved_alone() {
    browse_once(async |page| -> Outcome {
        // It was opened from a list with filters, which say nothing of it.
        let id = "2022-08-19-mps-sco";
        page.open(&format!("#/record/{id}?agency=MPS&sort=title")).await?;
        page.run(CATCH, &[]).await?;
        let origin = origin(&page, &View::of(&format!("#/record/{id}"))).await?;
        page.click(&hook("share")).await?;
        let field = "return one('view-link')?.value ?? null";
        page.until_equal("the link", field, origin.link.as_str()).await?;
        page.click(&switch("cite", "bibtex")).await?;
        let text = "return one('citation-text').textContent";
        page.until_equal("the citation", text, cite(&origin, false, Style::Bibtex)).await?;
        let event = EXPLORER.dataset().events.iter().find(|event| event.id == id).unwrap();
        let shown = [(event, event.counterparts.iter().collect::<Vec<_>>())];
        for (count, (form, expected)) in [
            ("csv", interactions::csv(&shown, &origin)),
            ("json", interactions::json(&shown, &origin)),
        ]
        .into_iter()
        .enumerate()
        {
            page.click(&hook(&format!("download-{form}"))).await?;
            let (text, _, name) = file(&page, count + 1).await?;
            assert_eq!(text, expected.trim_start_matches('\u{feff}'), "{form}");
            assert!(name.contains(id), "{name}");
        }
        let more = "return all('[data-test=\"more-like-this\"] li').map(way =>
            [way.querySelector('a').textContent, Number(way.dataset.count)])";
        let ways = more_like(&EXPLORER, event).into_iter();
        let ways: Vec<_> = ways.map(|way| json!([way.label, way.interactions])).collect();
        assert!(ways.len() > event.counterparts.len());
        page.until_equal("more like this", more, json!(ways)).await
    });
}

#[test]
fn an_error_can_be_reported() {
    browse_once(async |page| -> Outcome {
        let ids = [&EXPLORER.dataset().events[0].id, &EXPLORER.dataset().withdrawn[0].id];
        let records = ids.map(|id| (format!("#/record/{id}"), Page::Record(id.clone())));
        for (link, about) in records.into_iter().chain([("#/method".to_owned(), Page::Method)]) {
            page.open(&link).await?;
            page.run(CATCH, &[]).await?;
            let origin = origin(&page, &View::of(&link)).await?;
            let seen = Seen { hash: &origin.hash, link: &origin.link };
            let report = error_report(&EXPLORER, &about, seen);
            page.click(&hook("report-error")).await?;
            let text = "return one('report-text')?.textContent ?? null";
            page.until_equal("the report", text, report.as_str()).await?;
            // To whom: the project has no address, the copy has.
            let host = "return document.querySelector('.report-error').textContent.includes(location.host)";
            page.until("to whom it goes", host).await?;
            page.click(&hook("copy-report")).await?;
            page.until(
                "it is copied, or the reader is told",
                "return /^(Copied|Could not copy)/.test(one('copy-report').textContent)",
            )
            .await?;
            page.click(&hook("save-report")).await?;
            let (text, kind, name) = file(&page, 1).await?;
            assert_eq!((text, kind.as_str()), (report, "text/plain"));
            assert!(name.contains("error-report") && name.ends_with(".txt"), "{name}");
        }
        Ok(())
    });
}

#[test]
fn lists_are_saved_as_tables() {
    browse_once(async |page| -> Outcome {
        let link = "#/pledges?country=KIR&kind=training";
        page.open(link).await?;
        page.run(CATCH, &[]).await?;
        let view = View::of(link);
        let of = origin(&page, &view).await?;
        page.click(&hook("share")).await?;
        page.click(&hook("download-csv")).await?;
        let (text, _, name) = file(&page, 1).await?;
        let shown = pledges(&EXPLORER, &view.state);
        let shown: Vec<_> = shown.iter().filter(|s| s.in_view).map(|s| s.pledge).collect();
        assert_eq!(text, lists::pledges(&shown, &of).trim_start_matches('\u{feff}'));
        assert_eq!(name, "security-diplomacy-pledges-training-kiribati.csv");

        page.open("#/forums?region=africa").await?;
        page.run(CATCH, &[]).await?;
        page.click(&hook("share")).await?;
        for (count, (test, column)) in
            [("forums", "name_en"), ("sessions", "delegations")].into_iter().enumerate()
        {
            page.click(&hook(&format!("download-{test}"))).await?;
            let (text, _, name) = file(&page, count + 1).await?;
            let head = text.lines().next().unwrap();
            assert!(head.starts_with("forum_id,") && head.contains(column), "{head}");
            assert!(name.contains(test) && name.contains("africa"), "{name}");
        }
        let forums = "return all('[data-test=\"forum-row\"]').length";
        let rows: usize = page.read(forums).await?;
        page.click(&hook("download-forums")).await?;
        let (text, ..) = file(&page, 3).await?;
        assert_eq!(text.lines().count(), rows + 1);

        page.open("#/method?agency=MSS").await?;
        page.run(CATCH, &[]).await?;
        page.click(&hook("share")).await?;
        page.click(&hook("download-csv")).await?;
        let (text, ..) = file(&page, 1).await?;
        let all = EXPLORER.totals(Measure::Interactions).summary.interactions as usize;
        assert!(text.lines().count() > all, "the whole dataset");

        page.open("#/changes").await?;
        page.run(CATCH, &[]).await?;
        page.click(&hook("share")).await?;
        page.click(&hook("download-csv")).await?;
        let (text, _, name) = file(&page, 1).await?;
        let of = origin(&page, &View::of("#/changes")).await?;
        let changes = lists::changes(&explorer_embedded::changes().unwrap(), &of);
        assert_eq!(text, changes.trim_start_matches('\u{feff}'));
        assert_eq!(name, "security-diplomacy-changes.csv");
        Ok(())
    });
}

#[test]
fn the_title_names_the_view() {
    browse_once(async |page| -> Outcome {
        for (link, title) in [
            ("#/records?agency=MSS", "Records · MSS · Security Diplomacy Explorer"),
            ("#/records", "Records · Security Diplomacy Explorer"),
            ("#/changes", "What changed · Security Diplomacy Explorer"),
        ] {
            page.open(link).await?;
            page.until_equal("the title", "return document.title", title).await?;
        }
        Ok(())
    });
}
