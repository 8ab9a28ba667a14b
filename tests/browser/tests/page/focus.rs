//! Where the focus goes: what closes or vanishes hands it on, a new page takes it, and back returns it.

use browser_tests::hooks::{as_table, facet, hook, value};
use browser_tests::input::key;
use browser_tests::{Outcome, Page, browse};
use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;

/// Focuses an element as a keyboard would.
async fn focus(page: &Page, selector: &str) -> Outcome {
    let there = format!("return !!document.querySelector('{selector}')");
    page.until(&format!("{selector} is there"), &there).await?;
    page.run("document.querySelector(arguments[0]).focus()", &[selector.into()]).await.map(drop)
}

async fn is_on(page: &Page, what: &str, selector: &str) -> Outcome {
    let focus = format!("return document.activeElement.matches('{selector}')");
    let at = "return document.activeElement.outerHTML.slice(0, 120)";
    match page.until(what, &focus).await {
        Ok(_) => Ok(()),
        Err(failure) => {
            let at: String = page.read(at).await?;
            Err(browser_tests::Failure::new(format!("{failure}; the focus is on {at}")))
        }
    }
}

#[test]
fn a_panel_that_closes_gives_the_focus_back() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        let share = hook("share");
        for close in ["view-link", "close-share"] {
            focus(&page, &share).await?;
            page.press(&[key::ENTER]).await?;
            page.until("the panel is open", "return visible(one('view-link'))").await?;
            focus(&page, &hook(close)).await?;
            let last = if close == "view-link" { key::ESCAPE } else { key::ENTER };
            page.press(&[last]).await?;
            page.until("the panel is closed", "return !visible(one('view-link'))").await?;
            is_on(&page, "the focus after the panel of sharing", &share).await?;
        }
        let save = format!("{} {}", browser_tests::hooks::chart(Chart::Timeline), hook("save"));
        focus(&page, &save).await?;
        page.press(&[key::ENTER]).await?;
        page.until("the menu is open", "return visible(one('save-png'))").await?;
        focus(&page, &hook("save-png")).await?;
        page.press(&[key::ESCAPE]).await?;
        is_on(&page, "the focus after the menu of saving", &save).await
    });
}

#[test]
fn what_vanishes_hands_its_focus_on() {
    browse(async |page| -> Outcome {
        // Chips are taken away one after the other, and then all of them.
        page.open("#/overview?agency=MPS&region=southeast-asia&topic=narcotics").await?;
        page.shows("#/overview?agency=MPS&region=southeast-asia&topic=narcotics").await?;
        focus(&page, &format!("{} button", hook("chip"))).await?;
        page.press(&[key::ENTER]).await?;
        page.until_equal("the chips", "return all('[data-test=\"chip\"]').length", 2).await?;
        is_on(&page, "the focus after a chip", &format!("{} button", hook("chip"))).await?;
        focus(&page, &hook("reset")).await?;
        page.press(&[key::ENTER]).await?;
        page.is_at("#/overview").await?;
        is_on(&page, "the focus after all chips", "#in-view").await?;

        // The way to clear a facet goes with what is chosen in it.
        page.open("#/overview?region=southeast-asia").await?;
        let region = facet(Facet::Region);
        focus(&page, &format!("{region} .facet-head .text-button")).await?;
        page.press(&[key::ENTER]).await?;
        page.is_at("#/overview").await?;
        is_on(&page, "the focus after Clear", &format!("{region} {}", hook("fold"))).await?;

        // A value that is listed only because it is chosen.
        page.open("#/overview?country=TON").await?;
        page.shows("#/overview?country=TON").await?;
        focus(&page, &value(Facet::Country, "TON")).await?;
        page.press(&[key::SPACE]).await?;
        page.is_at("#/overview").await?;
        let fold = format!("{} {}", facet(Facet::Country), hook("fold"));
        is_on(&page, "the focus after the value", &fold).await?;

        // What stands there while nothing is in view.
        page.open("#/records?q=zzzzzz").await?;
        focus(&page, &hook("empty-reset")).await?;
        page.press(&[key::ENTER]).await?;
        page.is_at("#/records").await?;
        is_on(&page, "the focus after the empty view", "#in-view").await?;

        // What changes only its words stays.
        page.open("#/overview").await?;
        focus(&page, &as_table(Chart::Agencies)).await?;
        page.press(&[key::ENTER]).await?;
        page.is_at("#/overview?table=agencies").await?;
        is_on(&page, "the focus after a table", &as_table(Chart::Agencies)).await
    });
}

#[test]
fn a_new_page_takes_the_focus_and_back_returns_it_to_the_row() {
    browse(async |page| -> Outcome {
        page.open("#/records").await?;
        page.shows("#/records").await?;
        let row = format!("{}:nth-child(6)", hook("record"));
        let id: String =
            page.read(&format!("return document.querySelector('{row}').dataset.id")).await?;
        focus(&page, &format!("{row} a")).await?;
        page.press(&[key::ENTER]).await?;
        page.until("the record is open", "return !!one('record-page')").await?;
        is_on(&page, "the focus on the record", "main h2").await?;
        page.back().await?;
        page.shows("#/records").await?;
        let link = format!("{}[data-id=\"{id}\"] a", hook("record"));
        is_on(&page, "the focus after Back", &link).await
    });
}
