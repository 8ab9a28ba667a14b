//! The search: what matched is marked in the records, and a word that no record has offers what is near.

use browser_tests::hooks::hook;
use browser_tests::native::{EXPLORER, View};
use browser_tests::{Outcome, browse_once};
use explorer_explore::search::fold;
use serde_json::json;

/// The texts that the browser paints as matching.
const MARKED: &str =
    "return [...(CSS.highlights.get('search') ?? [])].map(range => range.toString())";

/// How many.
const MARKED_COUNT: &str = "return (CSS.highlights.get('search')?.size ?? 0)";

#[test]
fn what_matched_is_marked_in_the_records() {
    browse_once(async |page| -> Outcome {
        let link = "#/records?q=drug";
        page.open(link).await?;
        page.shows(link).await?;
        page.until("words are marked", &format!("{MARKED_COUNT} > 0")).await?;
        let texts: Vec<String> = page.read(MARKED).await?;
        // By another name of the topic as well.
        let known =
            |text: &String| fold(text) == "drug" || EXPLORER.marking("drug").marks(text).len() == 1;
        assert!(texts.iter().all(known), "{texts:?}");
        // Each title that has the word.
        let view = View::of(link);
        let titled = |id: &str| {
            let event = EXPLORER.dataset().events.iter().find(|event| event.id == id).unwrap();
            !EXPLORER.marking("drug").marks(&event.title).is_empty()
        };
        let titles = view.records().iter().filter(|id| titled(id)).count();
        let marked = "return new Set([...CSS.highlights.get('search')]
            .map(range => range.startContainer.parentElement.closest('.col-title'))
            .filter(cell => cell)).size";
        page.until_equal("titles with a mark", marked, json!(titles)).await?;

        // On the page of a record as well, and gone with the search.
        let records = view.records();
        let id = records.iter().find(|id| titled(id)).unwrap();
        page.open(&format!("#/record/{id}?q=drug")).await?;
        page.until("words of the record are marked", &format!("{MARKED_COUNT} > 0")).await?;
        page.open("#/records").await?;
        page.shows("#/records").await?;
        page.until("nothing is marked", &format!("{MARKED_COUNT} === 0")).await?;

        // The name that the records have for what is looked for.
        page.go("#/records?q=burma").await?;
        page.is_at("#/records?q=burma").await?;
        let myanmar =
            format!("return ({}).includes('Myanmar')", MARKED.trim_start_matches("return "));
        page.until("Myanmar is marked", &myanmar).await.map(drop)
    });
}

#[test]
fn a_word_without_a_record_offers_what_is_near() {
    browse_once(async |page| -> Outcome {
        page.open("#/records?q=vietnma").await?;
        let offers = "return all('[data-test=\"search-near\"]').map(it => it.innerText)";
        let near: Vec<String> =
            EXPLORER.table().near("vietnma").into_iter().flat_map(|offer| offer.near).collect();
        assert!(near.contains(&"vietnam".to_owned()), "{near:?}");
        page.until_equal("what is near", offers, json!(near)).await?;
        page.click(&hook("search-near")).await?;
        let link = View::of("#/records").after(|state| state.filters.set_query(&near[0])).link();
        page.is_at(&link).await.map(drop)
    });
}
