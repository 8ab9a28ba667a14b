//! Theme, phones, storage, and what is shown when nothing is in view.

use browser_tests::hooks::{hook, mark, switch, value};
use browser_tests::input::key;
use browser_tests::native::View;
use browser_tests::screen::Screen;
use browser_tests::{Engine, Outcome, Page, Settings, browse, browse_once, browse_with};
use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;
use serde_json::json;

const THEME: &str = "return document.documentElement.dataset.theme";
const PICTURE: &str = "return one('chart-timeline').querySelector('canvas').toDataURL()";
const LIGHT: (&str, &str) = ("prefers-color-scheme", "light");
const DARK: (&str, &str) = ("prefers-color-scheme", "dark");

async fn repainted(page: &Page, before: &str) -> Outcome<String> {
    let script =
        format!("const now = (() => {{ {PICTURE} }})(); return now !== arguments[0] && now");
    let script = script.replace("arguments[0]", &serde_json::json!(before).to_string());
    let now = page.until("the canvas is repainted", &script).await?;
    Ok(now.as_str().unwrap_or_default().to_owned())
}

#[test]
fn the_theme_follows_the_system_until_one_is_chosen() {
    browse_with(Settings { dark: true, ..Settings::USUAL }, async |page| -> Outcome {
        page.open("#/overview").await?;
        page.until_equal("the theme", THEME, "dark").await?;
        let dark: String = page.read(PICTURE).await?;
        let why = "the system changes between light and dark only while it is not running";
        let changes = page.only_in(&[Engine::Chromium, Engine::Firefox], why);
        if changes {
            page.prefer(&[LIGHT]).await?;
        } else {
            page.click(&switch("theme", "light")).await?;
        }
        page.until_equal("the theme", THEME, "light").await?;
        let light = repainted(&page, &dark).await?;

        page.click(&switch("theme", "dark")).await?;
        page.until_equal("the theme", THEME, "dark").await?;
        repainted(&page, &light).await?;
        // A person's, not a view's: not in the link, but there again.
        assert_eq!(page.hash().await?, "#/overview");
        page.reload().await?;
        page.until_equal("the theme after a reload", THEME, "dark").await?;
        let pressed = "return one('theme').querySelector('[aria-pressed=\"true\"]').dataset.value";
        page.until_equal("the choice", pressed, "dark").await?;

        page.click(&switch("theme", "auto")).await?;
        if changes {
            page.until_equal("the theme", THEME, "light").await?;
            page.prefer(&[DARK]).await?;
        }
        page.until_equal("the theme", THEME, "dark").await?;
        page.reload().await?;
        page.until_equal("the choice", pressed, "auto").await?;
        page.click(&switch("theme", "light")).await?;
        page.until_equal("the theme", THEME, "light").await?;
        page.shows("#/overview").await.map(drop)
    });
}

#[test]
fn the_page_works_where_storage_is_denied() {
    browse_with(Settings::LOGGED, async |page| -> Outcome {
        page.before_every_page(
            "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, {
                get() { throw new DOMException('denied', 'SecurityError'); } });",
        )
        .await?;
        page.listen().await?;
        page.open("#/overview").await?;
        page.click(&switch("theme", "dark")).await?;
        page.until_equal("the theme", THEME, "dark").await?;
        page.click(&mark(Chart::Agencies, "MPS")).await?;
        page.is_at("#/overview?agency=MPS").await?;
        let mut messages = page.console().await?;
        messages.retain(|message| message.level == "SEVERE");
        assert!(messages.is_empty(), "{messages:?}");
        Ok(())
    });
}

#[test]
fn the_page_works_where_storage_is_full() {
    browse_with(Settings::LOGGED, async |page| -> Outcome {
        page.before_every_page(
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
        )
        .await?;
        page.listen().await?;
        page.open("#/overview").await?;
        page.click(&switch("theme", "dark")).await?;
        page.until_equal("the theme", THEME, "dark").await?;
        page.shows("#/overview").await?;
        let mut messages = page.console().await?;
        messages.retain(|message| message.level == "SEVERE");
        assert!(messages.is_empty(), "{messages:?}");
        Ok(())
    });
}

fn some_record() -> String {
    let events = &browser_tests::native::EXPLORER.dataset().events;
    let longest =
        events.iter().max_by_key(|event| event.note.as_ref().map_or(0, String::len)).unwrap();
    format!("#/record/{}", longest.id)
}

/// What sticks out of a screen; a phone makes the page as wide as what sticks out most.
fn too_wide(width: u32) -> String {
    format!(
        "const width = Math.max(document.scrollingElement.scrollWidth, innerWidth);
        if (width === {width}) return '';
        const wide = all('body *').filter(visible).filter(e => e.getBoundingClientRect().right > {width} + 1)
            .map(e => `${{e.tagName.toLowerCase()}}.${{e.className}} ${{e.dataset.test ?? ''}}`);
        return `${{width}} > {width}: ${{wide.slice(0, 6).join(', ')}}`"
    )
}

#[test]
fn no_view_is_wider_than_a_phone() {
    browse(async |page| -> Outcome {
        let record = some_record();
        let links = [
            "#/overview",
            "#/overview?agency=MPS&country=LAO,!VNM&from=2023-01&q=a-very-long-word-that-cannot-be-broken-anywhere-in-it&to=2025-06",
            "#/overview?agency=MPS,!MSS&region=southeast-asia,europe&from=2023-01&to=2025-06&official=wang-xiaohong&colour=red",
            "#/overview?table=agencies,countries,forums,formats,officials,regions,timeline,topics",
            "#/records",
            "#/records?cols=agency,channel,confidence,counterparts,date,forum,format,offices,officials,people,place,rank,sources,title,topics",
            record.as_str(),
            "#/method",
            "#/paper",
            "#/saved",
            "#/overview?agency=MSS&step=2&tour=paper",
        ];
        for screen in [Screen::PHONE, Screen::NARROW] {
            let width = page.look_on(screen).await?;
            page.open("#/forums").await?;
            for link in links {
                page.go(link).await?;
                page.shows(link).await?;
                let what = format!("what is too wide in {link} on {width} pixels");
                page.until_equal(&what, &too_wide(width), "").await?;
            }
        }
        Ok(())
    });
}

#[test]
fn filters_are_a_sheet_on_phones() {
    browse(async |page| -> Outcome {
        page.look_on(Screen::PHONE).await?;
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let facet = "return visible(one('facet-agency')) && (() => {
            const box = one('facet-agency').getBoundingClientRect();
            return box.width > 0 && box.left < innerWidth && box.right > 0 })()";
        page.until_equal("the filters on a phone at first", facet, false).await?;

        page.tap(&hook("open-filters")).await?;
        page.until_equal("the filters on the sheet", facet, true).await?;
        page.tap(&value(Facet::Agency, "MSS")).await?;
        page.is_at("#/overview?agency=MSS").await?;
        page.until_equal("the sheet after a choice", facet, true).await?;
        page.tap(&hook("close-filters")).await?;
        page.until_equal("the filters after closing", facet, false).await?;
        page.shows("#/overview?agency=MSS").await?;

        page.tap(&hook("open-filters")).await?;
        page.until_equal("the filters on the sheet", facet, true).await?;
        page.press(&[key::ESCAPE]).await?;
        page.until_equal("the filters after Escape", facet, false).await?;
        // The focus is back where the sheet was opened from.
        let focus = "return document.activeElement === one('open-filters')";
        page.until("the focus is back on the button", focus).await?;

        page.tap(&mark(Chart::Formats, "bilateral")).await?;
        page.is_at("#/overview?agency=MSS&format=bilateral").await.map(drop)
    });
}

#[test]
fn targets_are_large_enough_for_fingers() {
    browse(async |page| -> Outcome {
        page.look_on(Screen::PHONE).await?;
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        // WCAG 2.5.8 asks for 24 pixels; links within a sentence and tiling marks excepted.
        let small = "return all('button, select, input, a[data-test]').filter(visible)
            .filter(e => !e.closest('.marks') && !e.closest('p'))
            .map(e => [e, (e.closest('label') ?? e).getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24)
            .map(([e, box]) => `${e.outerHTML.slice(0, 80)} ${box.width}×${box.height}`).slice(0, 8)";
        page.until_equal("controls below 24 pixels", small, serde_json::json!([])).await
    });
}

#[test]
fn nothing_in_view_has_a_way_back() {
    browse_once(async |page| -> Outcome {
        for (link, home) in [
            ("#/overview?country=VNM&measure=events&region=europe", "#/overview?measure=events"),
            ("#/records?q=zzzzzz", "#/records"),
        ] {
            assert_eq!(View::of(link).outcome.summary.interactions, 0, "{link}");
            page.open(link).await?;
            page.shows(link).await?;
            page.until("the empty state is shown", "return visible(one('empty'))").await?;
            page.click(&hook("empty-reset")).await?;
            page.is_at(home).await?;
            page.until_equal("the empty state", "return visible(one('empty'))", false).await?;
            page.back().await?;
            page.until("the empty state is shown again", "return visible(one('empty'))").await?;
        }
        Ok(())
    });
}

#[test]
fn motion_is_not_forced_on_anyone() {
    browse_with(Settings { calm: true, ..Settings::USUAL }, async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let moving = "return all('body, body *').filter(element => {
            const style = getComputedStyle(element);
            const longest = list => Math.max(...list.split(',').map(time =>
                parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000)));
            return longest(style.transitionDuration) > 1 || longest(style.animationDuration) > 1;
        }).map(element => element.outerHTML.slice(0, 80)).slice(0, 5)";
        page.until_equal("what moves with reduced motion", moving, serde_json::json!([])).await
    });
}

/// With colours that the system forces: what is chosen, keys and grounds.
#[test]
fn forced_colours_keep_what_is_chosen_and_all_keys() {
    browse_once(async |page| -> Outcome {
        if !page.only_in(&[Engine::Chromium], "only its driver emulates that") {
            return Ok(());
        }
        let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        page.devtools("Emulation.setEmulatedMedia", forced).await?;
        for link in [
            "#/overview?agency=MPS",
            "#/map?layer=gsi",
            "#/people",
            "#/compare?a=agency:MPS&b=agency:CPLC",
        ] {
            page.open(link).await?;
            // Each sign of a key has a colour or a pattern of its own.
            let keys = "const look = at => { const style = getComputedStyle(at); return style.backgroundColor + style.backgroundImage };
                const ground = getComputedStyle(document.body).backgroundColor + 'none';
                return all('.legend').filter(visible).filter(key => {
                    const looks = [...key.querySelectorAll('i')].map(look);
                    return new Set(looks).size < looks.length || looks.includes(ground);
                }).length + all('.disputed i, .agency-dot, .side').filter(visible).filter(sign => look(sign) === ground).length";
            page.until_equal(&format!("keys without colours: {link}"), keys, 0).await?;
            let signs = "return all('.legend i, .disputed i, .agency-dot, .side').filter(visible).length > 0";
            page.until(&format!("there are keys: {link}"), signs).await?;
            let pressed = "return all('.switch').filter(visible).filter(group => {
                    const looks = [...group.querySelectorAll('button')].map(button => [button.ariaPressed, getComputedStyle(button).backgroundColor]);
                    const [on, off] = ['true', 'false'].map(is => looks.filter(look => look[0] === is).map(look => look[1]));
                    return on.some(look => off.includes(look));
                }).length";
            page.until_equal(
                &format!("switches that do not show what is pressed: {link}"),
                pressed,
                0,
            )
            .await?;
            let grounds = "const ground = getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).join();
                return all('figure canvas').filter(visible).filter(canvas =>
                    [...canvas.getContext('2d').getImageData(1, 1, 1, 1).data].slice(0, 3).join() !== ground).length";
            page.until_equal(&format!("charts on another ground: {link}"), grounds, 0).await?;
        }
        page.open("#/overview?agency=MPS").await?;
        let chosen = "const look = state => getComputedStyle(document.querySelector(
                `[data-test=\"facet-agency\"] [data-state=${state}] > .check`)).backgroundColor;
            return look('included') !== look('free')";
        page.until("a chosen value of a facet looks chosen", chosen).await?;
        page.devtools("Emulation.setEmulatedMedia", json!({ "features": [] })).await.map(drop)
    });
}
