//! What changed between versions of the dataset, and the ways there.

use browser_tests::hooks::hook;
use browser_tests::native::EXPLORER;
use browser_tests::screen::Screen;
use browser_tests::{Outcome, browse_once};
use explorer_embedded::changes;
use explorer_view::changes::told;
use serde_json::json;

#[test]
fn every_record_that_changed_is_named() {
    browse_once(async |page| -> Outcome {
        page.open("#/changes").await?;
        let versions: Vec<String> =
            changes().unwrap().into_iter().map(|version| version.version).collect();
        let shown = "return all('[data-test=\"version\"]').map(version => version.dataset.value)";
        page.until_equal("the versions", shown, json!(versions)).await?;
        for version in changes().unwrap() {
            let corrected: Vec<String> =
                version.corrected.iter().map(|correction| correction.id.clone()).collect();
            for (kind, ids) in [
                ("added", &version.added),
                ("withdrawn", &version.withdrawn),
                ("corrected", &corrected),
                ("reworded", &version.reworded),
            ] {
                let of = format!("[data-test=\"version\"][data-value=\"{}\"]", version.version);
                let shown = format!(
                    "return all('{of} [data-test=\"{kind}\"]').map(item => item.dataset.value)"
                );
                page.until_equal(kind, &shown, json!(ids)).await?;
                let links = format!(
                    "return all('{of} [data-test=\"{kind}\"] .record-line a').map(a => a.getAttribute('href'))"
                );
                let expected: Vec<_> = ids.iter().map(|id| format!("#/record/{id}")).collect();
                page.until_equal("their pages", &links, json!(expected)).await?;
            }
            for correction in version.corrected.iter().step_by(7) {
                let fields = format!(
                    "return all('[data-test=\"version\"][data-value=\"{}\"] [data-test=\"corrected\"][data-value=\"{}\"] .field-changes > div').map(field =>
                        [field.querySelector('dt').textContent,
                         (field.querySelector('del')?.textContent ?? '').replace('Before: ', ''),
                         (field.querySelector('ins')?.textContent ?? '').replace('Now: ', '')])",
                    version.version, correction.id
                );
                let expected = correction.fields.iter().map(|change| {
                    let told = told(&EXPLORER, change);
                    json!([told.field, told.from, told.to])
                });
                let expected: Vec<_> = expected.collect();
                page.until_equal(&correction.id, &fields, json!(expected)).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn the_version_in_the_head_leads_to_what_changed() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview?agency=MSS").await?;
        page.shows("#/overview?agency=MSS").await?;
        let codebook = &EXPLORER.dataset().codebook;
        let head = "return one('identity').textContent";
        let text: String = page.read(head).await?;
        assert!(text.contains(&codebook.version), "{text}");
        assert!(!text.contains(explorer_embedded::CONTENT_HASH), "a bare hash: {text}");
        page.click(&format!("{} a", hook("identity"))).await?;
        page.is_at("#/changes?agency=MSS").await?;
        page.until("its title", "return document.title.startsWith('What changed')").await?;
        let foot = "return all('footer a').map(a => a.getAttribute('href')).filter(href => !href.includes('tour='))";
        let expected = json!(["#/method?agency=MSS", "#/changes?agency=MSS"]);
        page.until_equal("the ways in the foot", foot, expected).await
    });
}

#[test]
fn a_phone_shows_it_whole() {
    browse_once(async |page| -> Outcome {
        page.look_on(Screen::PHONE).await?;
        for link in ["#/changes", "#/record/2024-11-mps-mmr", "#/method"] {
            page.open(link).await?;
            page.until("the way to share is there", "return visible(one('share'))").await?;
            page.until(
                "nothing is wider than the phone",
                "return document.documentElement.scrollWidth <= innerWidth",
            )
            .await?;
        }
        Ok(())
    });
}
