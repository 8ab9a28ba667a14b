//! Facets, and tables of many links, by keyboard, by ear and by touch.

use browser_tests::hooks::{exclude, facet, hook, only, value};
use browser_tests::input::key;
use browser_tests::native::View;
use browser_tests::screen::Screen;
use browser_tests::{Outcome, Page, browse, browse_once};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use serde_json::json;

/// What of a facet Tab stops at.
fn stops(facet: &str) -> String {
    format!(
        "return all('{facet} ul button').filter(button => button.tabIndex === 0 && !button.closest('[hidden]')).map(button => button.dataset.value)"
    )
}

const AT: &str = "const at = document.activeElement;
    return ['value', 'only', 'exclude'].map(name => at.dataset[name] ?? '').join(' ').trim()";

#[test]
fn a_facet_is_one_tab_stop_and_arrows_move_in_it() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        let shown = page.shows("#/overview").await?;
        for facet in Facet::ALL {
            let first = &shown.facets[facet.key()].values[0].value;
            let list = browser_tests::hooks::facet(facet);
            page.until_equal(&format!("the tab stops of {list}"), &stops(&list), json!([first]))
                .await?;
        }
        // From the heading, over the search, to the first value, and on to what follows the list.
        let region = facet(Facet::Region);
        let visible_ids = format!(
            "return all('{region} li').filter(visible).map(row => row.querySelector('.value').dataset.value)"
        );
        let ids: Vec<String> = page.read(&visible_ids).await?;
        page.run(
            "document.querySelector(arguments[0]).focus()",
            &[format!("{region} {}", hook("fold")).into()],
        )
        .await?;
        page.press(&[key::TAB, key::TAB]).await?;
        page.until_equal("the focus on the list", AT, ids[0].as_str()).await?;
        for (key, at) in [
            (key::DOWN, &ids[1]),
            (key::DOWN, &ids[2]),
            (key::UP, &ids[1]),
            (key::END, &ids[ids.len() - 1]),
            (key::DOWN, &ids[ids.len() - 1]),
            (key::HOME, &ids[0]),
            (key::DOWN, &ids[1]),
        ] {
            page.press(&[key]).await?;
            page.until_equal("the focus after an arrow key", AT, at.as_str()).await?;
        }
        page.press(&[key::TAB]).await?;
        let left = format!("return !document.activeElement.closest('{region} ul')");
        page.until("Tab leaves the list", &left).await?;
        // It is remembered which value was in use.
        page.chord(key::SHIFT, key::TAB).await?;
        page.until_equal("the focus on the list again", AT, ids[1].as_str()).await?;

        // The right arrow leads to only and not, and the same key goes on in that column.
        page.press(&[key::RIGHT, key::RIGHT, key::DOWN]).await?;
        let not =
            format!("return document.activeElement.matches('{}')", exclude(Facet::Region, &ids[2]));
        page.until("the focus is on not", &not).await?;
        page.press(&[key::ENTER]).await?;
        let view = View::of("#/overview")
            .after(|state| state.filters.set(Facet::Region, &ids[2], Standing::Excluded));
        page.is_at(&view.link()).await?;
        page.until("the focus stays on not", &not).await?;
        page.press(&[key::LEFT, key::LEFT]).await?;
        page.until_equal("the focus on the value", AT, ids[2].as_str()).await?;
        // All of that is said.
        let hint = format!(
            "const facet = document.querySelector('{region}');
             return document.getElementById(facet.getAttribute('aria-describedby')).textContent.includes('right arrow')"
        );
        page.until("the keys are said", &hint).await.map(drop)
    });
}

#[test]
fn only_and_not_are_there_without_hovering() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let hidden = "return all('.facet li').filter(visible).flatMap(row => [...row.querySelectorAll('.acts button')])
            .filter(button => {
                const style = getComputedStyle(button);
                return style.display === 'none' || style.visibility !== 'visible' || button.offsetWidth === 0
                    || button.closest('[aria-hidden]');
            }).length";
        page.until_equal("buttons that no ear finds", hidden, 0).await?;

        page.look_on(Screen::PHONE).await?;
        page.open("#/overview").await?;
        page.tap(&hook("open-filters")).await?;
        let small = "return all('.facet li').filter(visible).flatMap(row => [...row.querySelectorAll('button')])
            .map(button => [button, button.getBoundingClientRect(), getComputedStyle(button.parentElement).opacity])
            .filter(([, box, opacity]) => box.width < 44 || box.height < 44 || opacity !== '1')
            .map(([button, box]) => `${button.outerHTML.slice(0, 60)} ${box.width}×${box.height}`).slice(0, 4)";
        page.until_equal("what is too small for a finger", small, json!([])).await?;
        page.tap(&exclude(Facet::Agency, "MPS")).await?;
        page.is_at("#/overview?agency=!MPS").await?;
        page.tap(&only(Facet::Agency, "MSS")).await?;
        page.is_at("#/overview?agency=MSS").await.map(drop)
    });
}

/// The values of a facet that can be seen.
async fn seen(page: &Page, facet: &str) -> Outcome<Vec<String>> {
    page.read(&format!(
        "return all('{facet} li').filter(visible).map(row => row.querySelector('.value').dataset.value)"
    ))
    .await
}

#[test]
fn a_facet_folds_and_keeps_what_is_chosen_in_sight() {
    browse_once(async |page| -> Outcome {
        let link = "#/overview?region=southeast-asia,!africa";
        page.open(link).await?;
        page.shows(link).await?;
        let region = facet(Facet::Region);
        let fold = format!("{region} {}", hook("fold"));
        let state =
            format!("return document.querySelector('{fold}').getAttribute('aria-expanded')");
        page.until_equal("at first", &state, "true").await?;
        assert!(seen(&page, &region).await?.len() > 2);
        page.click(&fold).await?;
        page.until_equal("folded", &state, "false").await?;
        assert_eq!(seen(&page, &region).await?, ["southeast-asia", "africa"]);
        page.until_equal("its tab stop", &stops(&region), json!(["southeast-asia"])).await?;
        let search = format!("return visible(document.querySelector('{region} input'))");
        page.until_equal("the search of a folded facet", &search, false).await?;

        // A person's, not a view's: not in the link, but there again.
        assert_eq!(page.hash().await?, link);
        page.reload().await?;
        page.shows(link).await?;
        page.until_equal("after a reload", &state, "false").await?;

        // What is taken back goes, and its heading has the focus.
        page.run(
            "document.querySelector(arguments[0]).focus()",
            &[value(Facet::Region, "southeast-asia").into()],
        )
        .await?;
        page.press(&[key::SPACE]).await?;
        page.is_at("#/overview?region=!africa").await?;
        assert_eq!(seen(&page, &region).await?, ["africa"]);
        let at = format!("return document.activeElement === document.querySelector('{fold}')");
        page.until("the focus is on the heading", &at).await?;
        page.press(&[key::ENTER]).await?;
        page.until_equal("unfolded", &state, "true").await
    });
}

#[test]
fn facets_of_a_readers_own_table_are_the_same() {
    browse_once(async |page| -> Outcome {
        page.open_own_file().await?;
        let text = "day,country,topic\n2024-01-02,Laos,fraud\n2024-02-03,Vietnam,drugs\n2024-03-04,Laos,drugs\n";
        page.choose_text("visits.csv", text).await?;
        page.load_table("visits.csv").await?;
        let list = hook("own-facet-1");
        page.until_equal("its tab stops", &stops(&list), json!(["0"])).await?;
        page.run(
            "document.querySelector(arguments[0]).focus()",
            &[format!("{list} button[data-value=\"0\"]").into()],
        )
        .await?;
        page.press(&[key::DOWN, key::RIGHT, key::RIGHT, key::ENTER]).await?;
        let state =
            format!("return document.querySelector('{list} [data-value=\"1\"]').dataset.state");
        page.until_equal("the other value", &state, "excluded").await?;
        page.click(&format!("{list} {}", hook("fold"))).await?;
        page.until(
            "it folds",
            &format!("return document.querySelector('{list}').matches('.folded')"),
        )
        .await?;
        assert_eq!(seen(&page, &list).await?, ["1"]);
        Ok(())
    });
}

#[test]
fn a_row_of_many_links_has_few_tab_stops() {
    browse_once(async |page| -> Outcome {
        for (link, row) in [("#/countries", "country-row"), ("#/people", "official-row")] {
            page.open(link).await?;
            page.until("the rows are there", &format!("return all('{}').length > 5", hook(row)))
                .await?;
            let most = format!(
                "return Math.max(...all('{}').map(row => [...row.querySelectorAll('a')].filter(a => a.tabIndex === 0).length))",
                hook(row)
            );
            page.until_equal("the tab stops of a row", &most, 2).await?;
            // The arrow keys lead along the row, and from row to row in a column.
            page.run(
                "document.querySelector(arguments[0]).focus()",
                &[format!("{} th a", hook(row)).into()],
            )
            .await?;
            let part = "const at = document.activeElement;
                return [at.closest('td')?.dataset.part ?? 'name', [...at.closest('tbody').rows].filter(row => row.querySelector('a')).indexOf(at.closest('tr'))]";
            page.press(&[key::RIGHT]).await?;
            page.until_equal("the focus after an arrow key", part, json!(["count", at(row)]))
                .await?;
            page.press(&[key::RIGHT]).await?;
            let (year, _): (String, i64) = page.read(part).await?;
            assert!(year.parse::<i32>().is_ok(), "{year}");
            page.press(&[key::LEFT, key::DOWN]).await?;
            page.until_equal("the focus in the next row", part, json!(["count", at(row) + 1]))
                .await?;
            page.press(&[key::HOME]).await?;
            page.until_equal("the focus in the first row", part, json!(["count", at(row)])).await?;
        }
        Ok(())
    });
}

/// The place of the first row among those with links.
fn at(_row: &str) -> i64 {
    0
}
