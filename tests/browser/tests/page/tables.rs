//! What a reader sees of the tables: nothing of them is cut, at any width.

use browser_tests::input::key;
use browser_tests::screen::Screen;
use browser_tests::{Outcome, browse_once};
use serde_json::json;

const LINKS: [&str; 5] =
    ["#/countries", "#/people", "#/records", "#/country/VNM", "#/official/wang-xiaohong"];

const WIDE: Screen = Screen { width: 1920, height: 1080, ratio: 1.0, touch: false };
const SMALL: Screen = Screen { width: 1024, height: 768, ratio: 1.0, touch: false };

/// Cells whose text is wider or higher than they are.
const CUT: &str = "return all('main :is(th, td)').filter(visible)
    .filter(cell => cell.scrollWidth > cell.clientWidth + 1 || cell.scrollHeight > cell.clientHeight + 1
        || getComputedStyle(cell).textOverflow === 'ellipsis')
    .map(cell => cell.textContent.trim().slice(0, 40)).slice(0, 5)";

/// What scrolls up and down within the page.
const BOXES: &str = "return all('main *').filter(visible)
    .filter(box => /auto|scroll/.test(getComputedStyle(box).overflowY) && box.scrollHeight > box.clientHeight + 1)
    .map(box => box.className)";

/// Tables that are wider than their place.
const WIDER: &str =
    "return all('main .table-frame > div').filter(box => box.scrollWidth > box.clientWidth + 1)
    .map(box => box.getAttribute('aria-label'))";

#[test]
fn no_cell_is_cut_and_only_the_page_scrolls() {
    browse_once(async |page| -> Outcome {
        for screen in [Screen::DESKTOP, WIDE, SMALL, Screen::PHONE] {
            page.look_on(screen).await?;
            page.open("#/overview").await?;
            for link in LINKS {
                page.go(link).await?;
                page.is_at(link).await?;
                let at = format!("{link} at {}", screen.width);
                page.until_equal(&format!("cells that are cut: {at}"), CUT, json!([])).await?;
                page.until_equal(&format!("boxes that scroll: {at}"), BOXES, json!([])).await?;
                if screen.width >= Screen::DESKTOP.width {
                    page.until_equal(&format!("wide tables: {at}"), WIDER, json!([])).await?;
                }
                let page_scrolls = "return document.documentElement.scrollWidth <= innerWidth";
                page.until(&format!("the page is no wider than the window: {at}"), page_scrolls)
                    .await?;
            }
        }
        Ok(())
    });
}

#[test]
fn a_wide_window_is_used() {
    browse_once(async |page| -> Outcome {
        page.look_on(WIDE).await?;
        page.open("#/overview").await?;
        for link in ["#/countries", "#/people", "#/records"] {
            page.go(link).await?;
            page.is_at(link).await?;
            let width =
                "return document.querySelector('main table').getBoundingClientRect().width > 1500";
            page.until(&format!("{link} has the width of the window"), width).await?;
        }
        Ok(())
    });
}

#[test]
fn a_table_wider_than_the_window_says_so_and_keeps_its_names_and_its_head() {
    browse_once(async |page| -> Outcome {
        page.look_on(SMALL).await?;
        for (link, label) in [("#/countries", "Countries"), ("#/people", "Officials")] {
            page.open(link).await?;
            page.is_at(link).await?;
            let hint =
                "return visible(document.querySelector('.table-frame[data-wide=true] > .more'))";
            page.until("it says that there is more", hint).await?;
            let wide =
                "return document.querySelector('.table-frame > div').getAttribute('aria-label')";
            page.until_equal("what is wide", wide, label).await?;
            // Through all headings with the keyboard: the names stay, and so do the headings.
            page.run("document.querySelector('.table-frame > div').focus()", &[]).await?;
            for _ in 0..16 {
                page.press(&[key::TAB]).await?;
                let stays = "
                    const frame = document.querySelector('.table-frame > div').getBoundingClientRect();
                    const names = [...document.querySelectorAll('.table-frame tbody th[scope=row]')].slice(0, 4);
                    const focus = document.activeElement.getBoundingClientRect();
                    const is_name = !!document.activeElement.closest('tr > :first-child');
                    return names.every(name => Math.abs(name.getBoundingClientRect().left - frame.left) < 2)
                        && (is_name || focus.left >= names[0].getBoundingClientRect().right - 2)";
                page.until("the first column is in sight, and what has the focus beside it", stays)
                    .await?;
            }
            page.run("document.querySelector('.table-frame > div').scrollLeft = 9999", &[]).await?;
            let end = "return !visible(document.querySelector('.table-frame > .more'))
                || getComputedStyle(document.querySelector('.table-frame > .more')).visibility === 'hidden'";
            page.until("there is no more to the right", end).await?;
            page.run("scrollTo(0, document.querySelector('.table-frame').offsetTop + 400)", &[])
                .await?;
            let head =
                "const bar = document.querySelector('.summary').getBoundingClientRect().bottom;
                const head = document.querySelector('.table-frame thead').getBoundingClientRect();
                return Math.abs(head.top - bar) < 3";
            page.until("the head is below the bar", head).await?;
        }
        Ok(())
    });
}

#[test]
fn confidence_is_in_sight() {
    browse_once(async |page| -> Outcome {
        for screen in [Screen::DESKTOP, Screen::PHONE] {
            page.look_on(screen).await?;
            page.open("#/records").await?;
            page.is_at("#/records").await?;
            let seen = "const box = document.querySelector('[data-test=\"record\"] .col-confidence').getBoundingClientRect();
                return box.width > 0 && box.left >= 0 && box.right <= innerWidth";
            page.until(&format!("confidence is in sight at {}", screen.width), seen).await?;
        }
        Ok(())
    });
}

#[test]
fn a_sparkline_says_what_it_counts() {
    browse_once(async |page| -> Outcome {
        page.open("#/countries").await?;
        page.is_at("#/countries").await?;
        let scale = "return /per quarter, \\d+ at most/.test(document.querySelector('[data-test=\"countries\"] thead').textContent)";
        page.until("the scale is said", scale).await?;
        page.hover("[data-test=\"country-row\"][data-value=\"VNM\"] canvas").await?;
        let tip = "return /Q\\d 20\\d\\d/.test(one('tooltip')?.textContent ?? '')";
        page.until("the quarter is named", tip).await.map(drop)
    });
}

#[test]
fn the_list_of_filters_fades_out_instead_of_being_cut() {
    browse_once(async |page| -> Outcome {
        page.open("#/countries").await?;
        page.is_at("#/countries").await?;
        let fades = "const style = getComputedStyle(document.querySelector('.facets-scroll'));
            return (style.maskImage || style.webkitMaskImage).includes('gradient')";
        page.until("the lower edge fades", fades).await.map(drop)
    });
}
