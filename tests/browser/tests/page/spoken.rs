//! What is said aloud: live regions, and the names of marks.

use browser_tests::hooks::{hook, mark, marks, value};
use browser_tests::native::{EXPLORER, View};
use browser_tests::{Outcome, browse_once};
use explorer_explore::facet::Facet;
use explorer_number::grouped;
use explorer_view::chart::Chart;
use explorer_view::time::timeline;
use serde_json::json;

#[test]
fn live_regions_say_whole_sentences_and_what_was_copied() {
    browse_once(async |page| -> Outcome {
        for link in ["#/overview", "#/pledges"] {
            page.open(link).await?;
            let parts =
                "return all('[aria-live]').filter(at => at.getAttribute('aria-atomic') !== 'true')
                .map(at => at.outerHTML.slice(0, 100))";
            page.until_equal(&format!("fragments said on {link}"), parts, json!([])).await?;
            // Inside of a button nothing is a region.
            let within = "return all('button [aria-live], button [role=status]').length";
            page.until_equal("regions in buttons", within, 0).await?;
        }
        page.open("#/overview").await?;
        page.click(&hook("share")).await?;
        page.click(&hook("copy-link")).await?;
        let said = "return document.querySelector('.share-panel [role=status]').textContent.trim()";
        page.until(
            "it is said what was copied",
            &format!("return /^(Link copied|Could not copy)/.test((() => {{ {said} }})())"),
        )
        .await?;
        // One step changes the sentence at once, whole.
        page.click(&hook("close-share")).await?;
        page.run(
            "window.seen = [];
             new MutationObserver(() => seen.push(one('summary').textContent.trim()))
                .observe(one('summary'), { childList: true, characterData: true, subtree: true })",
            &[],
        )
        .await?;
        page.click(&value(Facet::Agency, "MPS")).await?;
        page.is_at("#/overview?agency=MPS").await?;
        let seen: Vec<String> = page.read("return [...new Set(seen)]").await?;
        assert!(seen.len() == 1 && seen[0].starts_with("MPS:"), "{seen:?}");
        Ok(())
    });
}

#[test]
fn a_month_names_the_agencies_that_its_column_is_made_of() {
    browse_once(async |page| -> Outcome {
        let link = "#/overview?from=2023&to=2025";
        page.open(link).await?;
        page.shows(link).await?;
        let view = View::of(link);
        let agencies = EXPLORER.table().dictionary(Facet::Agency).entries();
        let counts = timeline(&EXPLORER, &view.outcome, view.state.grain);
        let named: Vec<(String, String)> = page
            .read(&format!(
                "return all('{}').map(mark => [mark.dataset.value, mark.getAttribute('aria-label')])",
                marks(Chart::Timeline)
            ))
            .await?;
        assert!(!named.is_empty());
        let mut split = 0;
        for ((key, name), count) in named.iter().zip(counts) {
            let parts = agencies.iter().zip(&count.by_agency).filter(|(_, count)| **count > 0);
            let parts: Vec<_> =
                parts.map(|(at, count)| format!(", {} {}", at.label, grouped(*count))).collect();
            split += usize::from(parts.len() > 1);
            assert!(name.ends_with(&parts.concat()), "{key}: {name} lacks {parts:?}");
        }
        assert!(split > 3, "months of several agencies");
        Ok(())
    });
}

#[test]
fn marks_do_not_say_that_all_is_all() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let of_all = "return all('.marks button').map(mark => mark.getAttribute('aria-label'))
            .filter(name => / in all records/.test(name)).slice(0, 3)";
        page.until_equal("what is said of all records without a filter", of_all, json!([])).await?;
        page.click(&mark(Chart::Agencies, "CPLC")).await?;
        page.is_at("#/overview?agency=CPLC").await?;
        let regions = format!(
            "return all('{}').every(mark => / of [0-9,]+ in all records/.test(mark.getAttribute('aria-label')))",
            marks(Chart::Formats)
        );
        page.until("with a filter it is said", &regions).await.map(drop)
    });
}

#[test]
fn countries_on_the_map_come_from_the_most_to_the_fewest() {
    browse_once(async |page| -> Outcome {
        for link in ["#/overview", "#/map?agency=CPLC", "#/overview?region=africa"] {
            page.open(link).await?;
            page.shows(link).await?;
            // It follows once the page rests.
            let order = format!(
                "const marks = all('{}').map(mark => [+mark.dataset.count, mark.getAttribute('aria-label').split(':')[0]]);
                 return marks.length > 20 && marks.every(([count, name], at) => at === 0 || marks[at - 1][0] > count
                    || (marks[at - 1][0] === count && marks[at - 1][1] < name))",
                marks(Chart::Map)
            );
            page.until(&format!("the countries of {link} stand in order"), &order).await?;
        }
        Ok(())
    });
}
