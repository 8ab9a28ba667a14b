//! Where there is little room: a page zoomed to twice its size, a phone, wider spacing of text.

use browser_tests::hooks::{hook, mark};
use browser_tests::native::View;
use browser_tests::screen::Screen;
use browser_tests::{Outcome, browse, browse_once};
use explorer_explore::filter::DateRange;
use explorer_view::chart::Chart;
use serde_json::json;

#[test]
fn what_stays_in_sight_leaves_room_for_the_rest() {
    browse_once(async |page| -> Outcome {
        for screen in [Screen::ZOOMED, Screen::PHONE] {
            page.look_on(screen).await?;
            let link = "#/overview?agency=MPS&from=2023-02&region=southeast-asia&to=2025-11";
            page.open(link).await?;
            page.shows(link).await?;
            let share = "scrollTo({ top: 900, behavior: 'instant' });
                const seen = document.querySelector('.summary').getBoundingClientRect();
                return scrollY > 600 && Math.max(0, Math.round(seen.bottom / innerHeight * 100)) <= 20";
            page.until(&format!("the bar takes a fifth of {screen:?} at most"), share).await?;
            // The numbers are whole.
            let cut = "const numbers = document.querySelector('.summary .numbers');
                return numbers.getBoundingClientRect().right <= innerWidth
                    && getComputedStyle(numbers.parentElement).overflow === 'visible'";
            page.until("the numbers are whole", cut).await?;
        }
        // The head of a table stands at the top of the window where the bar does not.
        page.look_on(Screen { width: 1440, height: 450, ratio: 1.0, touch: false }).await?;
        page.open("#/records").await?;
        page.shows("#/records").await?;
        let head = "scrollTo({ top: 2000, behavior: 'instant' });
            return Math.round(document.querySelector('main thead').getBoundingClientRect().top) === 0";
        page.until("the head of the table is at the top", head).await.map(drop)
    });
}

#[test]
fn the_facets_stay_beside_the_charts_and_keep_their_colours() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let beside = "const last = one('chart-forums');
            last.scrollIntoView({ block: 'end', behavior: 'instant' });
            const facets = document.querySelector('.facets').getBoundingClientRect();
            const bar = document.querySelector('.summary').getBoundingClientRect();
            return scrollY > 900 && Math.abs(facets.top - bar.bottom) < 3 && facets.bottom <= innerHeight";
        page.until("the facets are between the bar and the end of the window", beside).await?;
        // What is below is reached within them.
        let reached = "const list = document.querySelector('.facets-scroll');
            list.scrollTop = 1e6;
            return list.scrollTop > 0 && one('facet-window').getBoundingClientRect().bottom <= innerHeight";
        page.until("the last facet is reached", reached).await?;
        // A table's head sticks below the bar before anything is scrolled, and bars keep their colours.
        for link in ["#/countries", "#/overview"] {
            page.go(link).await?;
            page.shows(link).await?;
            let odd = "const clear = 'rgba(0, 0, 0, 0)';
                return [...all('.facet .fill').filter(fill => getComputedStyle(fill).backgroundColor === clear),
                    ...all('.table-frame[data-wide=\"false\"] thead').filter(head => getComputedStyle(head).top === 'auto'),
                    ...all('.facets').filter(facets => getComputedStyle(facets).maxHeight === 'none')]
                    .map(it => it.outerHTML.slice(0, 60))";
            page.until_equal("what has lost its place or colour", odd, json!([])).await?;
        }
        Ok(())
    });
}

#[test]
fn the_navigation_is_not_cut() {
    browse_once(async |page| -> Outcome {
        page.look_on(Screen::ZOOMED).await?;
        page.open("#/overview").await?;
        let cut = "const nav = document.querySelector('.head nav');
            return [nav.scrollWidth > nav.clientWidth,
                all('.head nav a').filter(a => {
                    // The words, not the room around them, end where the page does.
                    const words = document.createRange();
                    words.selectNodeContents(a);
                    return words.getBoundingClientRect().right > innerWidth - 15;
                }).map(a => a.textContent)]";
        page.until_equal("what is cut of the navigation", cut, json!([false, []])).await?;

        page.look_on(Screen::PHONE).await?;
        page.open("#/overview").await?;
        // Even gaps between the words, one line that fades where it goes on, and all of it is reached.
        let even = "const words = all('.head nav a').map(a => {
                const range = document.createRange();
                range.selectNodeContents(a);
                return range.getBoundingClientRect();
            });
            const gaps = words.slice(1).map((word, at) => Math.round(word.left - words[at].right));
            return Math.max(...gaps) - Math.min(...gaps) <= 1 && gaps[0] >= 12";
        page.until("the gaps are even", even).await?;
        let fades = "const style = getComputedStyle(document.querySelector('.head nav'));
            return (style.maskImage || style.webkitMaskImage).includes('gradient')";
        page.until("it fades where it goes on", fades).await?;
        let end = "const nav = document.querySelector('.head nav');
            nav.scrollLeft = nav.scrollWidth;
            const last = all('.head nav a').at(-1).getBoundingClientRect();
            return last.right <= innerWidth - 30 && last.height >= 44";
        page.until("the last link is clear of the end", end).await?;

        // The open view is in sight, wherever in the line it is.
        for link in ["#/overview", "#/records", "#/paper", "#/file"] {
            page.open(link).await?;
            let open = "const tab = document.querySelector('.head nav [aria-current]').getBoundingClientRect();
                return tab.left >= 0 && tab.right <= innerWidth - 30";
            page.until(&format!("{link} is in sight in the navigation"), open).await?;
        }
        Ok(())
    });
}

/// The spacing that a text has to bear (WCAG 1.4.12).
const SPACING: &str = "
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
    // A reader's own style is there before the page is laid out. WebKit keeps the widths of cells that
    // it had measured before.
    document.body.style.display = 'none';
    document.body.offsetTop;
    document.body.style.display = '';";

/// What is cut of the texts: by what is around them, or because they reach into the next cell. What can
/// be scrolled to is not cut.
const CUT: &str = "
    const found = [];
    const walker = document.createTreeWalker(document.querySelector('body'), NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
        const text = walker.currentNode, parent = text.parentElement;
        if (!text.textContent.trim() || parent.closest('.unseen, .skip, [hidden], script, style, noscript, svg, .words, pre')) continue;
        if (!visible(parent)) continue;
        range.selectNodeContents(text);
        for (const box of range.getClientRects()) {
            if (box.width < 1) continue;
            for (let at = parent; at && at !== document.body; at = at.parentElement) {
                const style = getComputedStyle(at), own = at.getBoundingClientRect();
                const clips = value => value === 'hidden' || value === 'clip';
                const cell = at.matches('td, th') && style.display === 'table-cell';
                const wide = (clips(style.overflowX) || cell) && (box.right > own.right + 2 || box.left < own.left - 2);
                const high = clips(style.overflowY) && (box.bottom > own.bottom + 2 || box.top < own.top - 2);
                if ((wide || high) && !(style.overflowX === 'auto')) {
                    found.push(`${text.textContent.trim().slice(0, 40)} in ${at.tagName}.${at.className}`);
                    break;
                }
                if (style.overflowX === 'auto' || style.overflowX === 'scroll') break;
            }
        }
    }
    return [...new Set(found)].slice(0, 6)";

#[test]
fn wider_spacing_of_text_cuts_nothing() {
    browse_once(async |page| -> Outcome {
        let links = [
            "#/overview?agency=MPS&region=southeast-asia&table=regions,timeline",
            "#/map?layer=gsi",
            "#/countries",
            "#/country/VNM",
            "#/people",
            "#/forums",
            "#/pledges",
            "#/records",
            "#/record/2024-09-mps-sdn",
            "#/paper",
            "#/method",
            "#/changes",
            "#/file",
        ];
        for screen in [Screen::DESKTOP, Screen::PHONE] {
            page.look_on(screen).await?;
            page.open("#/overview").await?;
            page.run(SPACING, &[]).await?;
            for link in links {
                page.go(link).await?;
                if link == "#/file" {
                    page.until("the view is there", "return visible(one('own-file'))").await?;
                } else {
                    page.shows(link).await?;
                }
                page.until_equal(&format!("what is cut of {link} on {screen:?}"), CUT, json!([]))
                    .await?;
            }
        }
        Ok(())
    });
}

#[test]
fn contents_of_the_paper_wrap() {
    browse_once(async |page| -> Outcome {
        for screen in [Screen::PHONE, Screen::ZOOMED, Screen::NARROW] {
            page.look_on(screen).await?;
            page.open("#/paper").await?;
            let clash = "const boxes = all('.paper-contents a').map(a => {
                    const range = document.createRange();
                    range.selectNodeContents(a);
                    return [a.textContent, range.getBoundingClientRect()];
                });
                if (boxes.length < 8) return ['there are too few'];
                return boxes.filter(([, a], at) => a.right > innerWidth || boxes.slice(at + 1).some(([, b]) =>
                    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).map(([text]) => text)";
            page.until_equal(
                &format!("links on top of each other on {screen:?}"),
                clash,
                json!([]),
            )
            .await?;
        }
        Ok(())
    });
}

#[test]
fn a_month_is_reached_by_fingers() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.until_equal("buttons where there is a mouse", "return !!one('step-on')", false)
            .await?;

        page.look_on(Screen::PHONE).await?;
        let all = View::of("#/overview");
        let bins: Vec<_> = all.timeline().into_iter().map(|(bin, _)| bin).collect();
        let month = |at: usize| {
            let bin = bins[at];
            all.after(|state| state.filters.range = DateRange::new(bin.from(), bin.to()))
        };
        page.open(&month(10).link()).await?;
        page.shows(&month(10).link()).await?;
        let small = "return ['step-back', 'step-on'].map(name => one(name).getBoundingClientRect())
            .every(box => box.width >= 44 && box.height >= 44)";
        page.until("the buttons fit a finger", small).await?;
        let names = "return ['step-back', 'step-on'].map(name => one(name).textContent.replace(/\\s+/g, ' ').trim())";
        let expected =
            json!([format!("Before: {}", bins[9].label()), format!("After: {}", bins[11].label())]);
        page.until_equal("where they lead", names, expected).await?;
        page.tap(&hook("step-on")).await?;
        page.is_at(&month(11).link()).await?;
        for at in [10, 9] {
            page.tap(&hook("step-back")).await?;
            page.is_at(&month(at).link()).await?;
        }

        // The handles stand beside the month, not on it.
        let covered = format!(
            "const month = document.querySelector('{}').getBoundingClientRect();
             return ['brush-from', 'brush-to'].filter(name => {{
                 const box = one(name).getBoundingClientRect(), style = getComputedStyle(one(name), '::after');
                 const left = box.left + parseFloat(style.left), right = left + parseFloat(style.width);
                 return left < month.right - 1 && right > month.left + 1;
             }})",
            mark(Chart::Timeline, &bins[9].key())
        );
        page.until_equal("handles on the month", &covered, json!([])).await?;

        // At an end it leads no farther, and keeps the focus.
        page.open(&month(0).link()).await?;
        page.shows(&month(0).link()).await?;
        let disabled = "return one('step-back').getAttribute('aria-disabled')";
        page.until_equal("at the first month", disabled, "true").await?;
        page.tap(&hook("step-back")).await?;
        page.is_at(&month(0).link()).await.map(drop)
    });
}
