//! Saved views, and tours.

use browser_tests::environment::axe_script;
use browser_tests::hooks::{hook, mark};
use browser_tests::host::Host;
use browser_tests::input::key;
use browser_tests::native::View;
use browser_tests::screen::Screen;
use browser_tests::{Outcome, Page, browse, browse_once};
use explorer_embedded::VERSION;
use explorer_view::chart::Chart;
use explorer_view::saved::file::FORM;
use explorer_view::tour::shipped::Shipped;
use explorer_view::tour::{OnTour, Tour};
use serde_json::{Value, json};

use super::hygiene::violations;
use super::take_away::{CATCH, file};

/// The names in the list.
const NAMES: &str = "return all('[data-test=\"open-view\"]').map(link => link.textContent)";
/// What came of the last step.
const TOLD: &str = "return one('saved-told').textContent";
/// Where the focus is.
const FOCUS: &str = "const at = document.activeElement;
    return [at.dataset.test ?? at.tagName, at.closest('li')?.querySelector('[data-test=\"open-view\"]')?.textContent ?? '']";

/// Saves the open view under a name.
async fn save_as(page: &Page, name: &str) -> Outcome {
    page.click(&hook("share")).await?;
    page.write(&hook("save-name"), name).await?;
    page.click(&hook("save-view")).await?;
    let told = format!("Saved as \u{201c}{name}\u{201d}.");
    page.until_equal("what is said", "return one('save-told')?.textContent ?? null", told).await?;
    page.click(&hook("close-share")).await
}

/// The list as a file has it.
fn list(views: &[(&str, &str, &str)]) -> Value {
    let views = views.iter().map(|(name, link, sentence)| {
        json!({ "name": name, "link": link, "sentence": sentence, "saved": "2026-11-29" })
    });
    json!({ "form": FORM, "version": 1, "views": views.collect::<Vec<_>>() })
}

/// Opens the list with views that were saved before.
async fn open_with(page: &Page, views: &[(&str, &str, &str)]) -> Outcome {
    page.open("#/method").await?;
    let keep = "localStorage.setItem('saved-views', arguments[0])";
    page.run(keep, &[list(views).to_string().into()]).await?;
    page.open("#/saved").await?;
    let names: Vec<_> = views.iter().map(|(name, ..)| *name).collect();
    page.until_equal("the list", NAMES, names).await
}

const THREE: [(&str, &str, &str); 3] =
    [("one", "#/map", ""), ("two", "#/records?agency=MPS", ""), ("three", "#/people", "")];

/// Focuses an element of a row.
async fn focus_in(page: &Page, row: usize, test: &str) -> Outcome {
    let script = format!(
        "all('[data-test=\"saved-view\"]')[{row}].querySelector('[data-test=\"{test}\"]').focus()"
    );
    page.run(&script, &[]).await.map(drop)
}

#[test]
fn a_view_is_saved_and_found_again() {
    browse(async |page| -> Outcome {
        let link = "#/overview?agency=MPS&region=africa";
        page.open(link).await?;
        page.shows(link).await?;
        save_as(&page, "Police in Africa").await?;
        page.go("#/country/VNM").await?;
        page.shows("#/country/VNM").await?;
        // What is proposed is what the view shows; Enter saves it.
        page.click(&hook("share")).await?;
        let proposed = "return one('save-name')?.value ?? null";
        page.until_equal("the name", proposed, "Vietnam").await?;
        page.run("one('save-name').focus()", &[]).await?;
        page.press(&[key::ENTER]).await?;
        page.until(
            "the way to the list",
            "return one('to-saved')?.textContent === 'Saved views (2)'",
        )
        .await?;
        page.reload().await?;
        page.click(&hook("nav-saved")).await?;
        page.until_equal("the list", NAMES, ["Police in Africa", "Vietnam"].as_slice()).await?;
        let view = View::of(link);
        let numbers =
            explorer_view::sentence::summary_words(&view.state.filters, view.outcome.summary);
        let then = "return one('saved-then').textContent";
        let then: String = page.read(then).await?;
        assert!(then.starts_with(&numbers) && then.contains("saved on"), "{then}");
        page.until_equal("what it shows", "return one('saved-words').textContent", "MPS · Africa")
            .await?;
        page.click(&hook("open-view")).await?;
        let saved = format!("{link}&data={VERSION}");
        page.is_at(&saved).await?;
        page.until_equal("notices", "return all('[data-test=notice]').length", 0).await?;
        // The same again is said to be there.
        page.click(&hook("share")).await?;
        page.write(&hook("save-name"), "Police in Africa").await?;
        page.click(&hook("save-view")).await?;
        let told = "return one('save-told').textContent.includes('is saved already')";
        page.until("it is said", told).await.map(drop)
    });
}

#[test]
fn views_are_renamed_deleted_and_that_is_undone() {
    browse_once(async |page| -> Outcome {
        open_with(&page, &THREE).await?;
        page.click(&hook("edit-view")).await?;
        page.write(&hook("view-name"), "The whole world").await?;
        page.press(&[key::ENTER]).await?;
        let renamed = ["The whole world", "two", "three"].as_slice();
        page.until_equal("the list", NAMES, renamed).await?;
        let focus = json!(["edit-view", "The whole world"]);
        page.until_equal("the focus after the fields", FOCUS, focus).await?;
        // By keyboard: delete, and undo where the focus is.
        focus_in(&page, 1, "delete-view").await?;
        page.press(&[key::ENTER]).await?;
        page.until_equal("the list", NAMES, ["The whole world", "three"].as_slice()).await?;
        page.until_equal("what is said", TOLD, "\u{201c}two\u{201d} was deleted.").await?;
        page.until_equal("the focus", FOCUS, json!(["undo-delete", ""])).await?;
        page.press(&[key::ENTER]).await?;
        page.until_equal("the list", NAMES, renamed).await?;
        page.reload().await?;
        page.until_equal("the list after a reload", NAMES, renamed).await
    });
}

#[test]
fn views_are_put_in_order_by_keyboard() {
    browse_once(async |page| -> Outcome {
        open_with(&page, &THREE).await?;
        focus_in(&page, 0, "move-down").await?;
        page.press(&[key::ENTER]).await?;
        page.until_equal("the list", NAMES, ["two", "one", "three"].as_slice()).await?;
        page.until_equal("what is said", TOLD, "\u{201c}one\u{201d} is number 2 of 3 now.").await?;
        page.until_equal("the focus", FOCUS, json!(["move-down", "one"])).await?;
        page.chord(key::ALT, key::DOWN).await?;
        page.until_equal("the list", NAMES, ["two", "three", "one"].as_slice()).await?;
        // At the end there is nowhere to go, and the focus stays.
        page.press(&[key::ENTER]).await?;
        page.chord(key::ALT, key::UP).await?;
        page.until_equal("the list", NAMES, ["two", "one", "three"].as_slice()).await?;
        page.until_equal("the focus", FOCUS, json!(["move-down", "one"])).await?;
        page.reload().await?;
        page.until_equal("the list after a reload", NAMES, ["two", "one", "three"].as_slice()).await
    });
}

/// Gives a file to the page.
async fn bring(page: &Page, text: &str) -> Outcome {
    let script = "const transfer = new DataTransfer();
        transfer.items.add(new File([arguments[0]], 'mine.json'));
        const field = one('bring-back');
        field.files = transfer.files;
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(script, &[text.into()]).await.map(drop)
}

#[test]
fn the_list_goes_away_and_comes_back_as_a_file() {
    browse_once(async |page| -> Outcome {
        open_with(&page, &THREE).await?;
        page.run(CATCH, &[]).await?;
        page.click(&hook("take-away")).await?;
        let (text, kind, name) = file(&page, 1).await?;
        assert_eq!((kind.as_str(), name.as_str()), ("application/json", "saved-views.json"));
        let kept: String = page.read("return localStorage.getItem('saved-views')").await?;
        let json: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(json["views"][1]["link"], "#/records?agency=MPS");
        assert_eq!(
            serde_json::from_str::<Value>(&kept).unwrap()["views"].as_array().unwrap().len(),
            3
        );
        // What is there is not doubled, and what is not comes back.
        for _ in 0..2 {
            page.click(&hook("delete-view")).await?;
            page.until("it is gone", "return !!one('undo-delete')").await?;
        }
        page.until_equal("the list", NAMES, ["three"].as_slice()).await?;
        bring(&page, &text).await?;
        let told = "2 views were added; 1 of the file was in the list already.";
        page.until_equal("what is said", TOLD, told).await?;
        page.until_equal("the list", NAMES, ["three", "one", "two"].as_slice()).await?;
        // A damaged one changes nothing, and says where it is damaged.
        bring(&page, &text.replace("\"name\": \"two\"", "\"name\": 2")).await?;
        let told =
            "mine.json was not read. views[1].name: expected a text, found 2. Nothing was changed.";
        page.until_equal("what is said", TOLD, told).await?;
        page.until_equal("the list", NAMES, ["three", "one", "two"].as_slice()).await?;
        // What a later page wrote is kept, visibly.
        let later = json!({ "form": FORM, "version": 9, "views": [{ "folder": "x" }] });
        bring(&page, &later.to_string()).await?;
        page.until("it is shown", "return visible(one('unknown-item'))").await?;
        page.reload().await?;
        page.until("it is still there", "return visible(one('unknown-item'))").await.map(drop)
    });
}

#[test]
fn another_tab_and_damage_lose_nothing() {
    browse_once(async |page| -> Outcome {
        open_with(&page, &THREE).await?;
        let other = list(&[("of another tab", "#/map", "")]).to_string();
        let set = "localStorage.setItem('saved-views', arguments[0])";
        page.run(&format!("{set}; dispatchEvent(new StorageEvent('storage'))"), &[other.into()])
            .await?;
        page.until_equal("the list", NAMES, ["of another tab"].as_slice()).await?;
        // Before this tab hears of it, it writes nothing over it.
        page.run(set, &[list(&THREE[..1]).to_string().into()]).await?;
        page.go("#/records").await?;
        page.shows("#/records").await?;
        save_as(&page, "mine").await?;
        page.click(&hook("nav-saved")).await?;
        page.until_equal("the list", NAMES, ["one", "mine"].as_slice()).await?;
        // What cannot be read is left as it is, and it is said where.
        let damaged = list(&THREE).to_string().replace("#/map", "");
        page.run(
            &format!("{set}; dispatchEvent(new StorageEvent('storage'))"),
            &[damaged.clone().into()],
        )
        .await?;
        let why = "return one('saved-damage')?.textContent.includes('views[0].link') ?? false";
        page.until("it is said", why).await?;
        page.go("#/map").await?;
        page.shows("#/map").await?;
        page.click(&hook("share")).await?;
        page.click(&hook("save-view")).await?;
        page.until("it is said", "return one('save-told').textContent.includes('cannot be read')")
            .await?;
        let kept = "return localStorage.getItem('saved-views')";
        assert_eq!(page.read::<String>(kept).await?, damaged);
        page.click(&hook("close-share")).await?;
        page.click(&hook("nav-saved")).await?;
        page.run(CATCH, &[]).await?;
        page.click(&hook("take-damaged")).await?;
        assert_eq!(file(&page, 1).await?.0, damaged);
        page.click(&hook("begin-anew")).await?;
        page.until("the list is empty", "return visible(one('nothing-saved'))").await.map(drop)
    });
}

#[test]
fn storage_that_is_denied_or_full_is_told() {
    for (script, denied) in [
        (
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });",
            true,
        ),
        (
            "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };",
            false,
        ),
    ] {
        browse(async move |page| -> Outcome {
            page.before_every_page(script).await?;
            page.open("#/overview").await?;
            page.shows("#/overview").await?;
            page.click(&hook("share")).await?;
            page.click(&hook("save-view")).await?;
            let told =
                "return one('save-told').textContent.includes('keeps nothing for this page')";
            page.until("it is said", told).await?;
            page.click(&hook("close-share")).await?;
            page.click(&hook("nav-saved")).await?;
            page.until("the page is there", "return visible(one('saved-views'))").await?;
            let told = "return visible(one('storage-denied'))";
            page.until_equal("what is said of storage", told, denied).await
        });
    }
}

#[test]
fn axe_finds_nothing_in_a_list() {
    browse_once(async |page| -> Outcome {
        let axe = axe_script()?;
        let own = "#/map?tour=Mine~map~First";
        let all =
            [("one", "#/map", "First."), ("two", "#/people?agency=XYZ", ""), ("mine", own, "")];
        open_with(&page, &all).await?;
        let later = json!({ "form": FORM, "version": 9, "views": [{ "folder": "x" }] });
        bring(&page, &later.to_string()).await?;
        page.until("it is shown", "return visible(one('unknown-item'))").await?;
        page.click(&hook("edit-view")).await?;
        page.until("the fields are there", "return visible(one('view-sentence'))").await?;
        let found = violations(&page, &axe).await?;
        assert!(found.is_empty(), "{found:#?}");
        page.click(&hook("delete-view")).await?;
        page.until("the way back is there", "return visible(one('undo-delete'))").await?;
        let found = violations(&page, &axe).await?;
        assert!(found.is_empty(), "{found:#?}");
        Ok(())
    });
}

/// What the band says.
const BAND: &str = "const band = one('tour');
    return visible(band) ? [Number(band.dataset.step), Number(band.dataset.steps), one('tour-sentence').textContent] : null";

/// Waits until the page is at a step of a tour.
async fn is_at_step(page: &Page, on: &OnTour) -> Outcome {
    let words = format!("Step {} of {}. {}", on.at() + 1, on.tour().len(), on.sentence());
    page.until_equal("the band", BAND, json!([on.at() + 1, on.tour().len(), words])).await?;
    let link = on.link(None);
    page.until_equal("the address", "return location.hash", link.as_str()).await?;
    // The panels of a split timeline have a test of their own.
    if !link.contains("split=") {
        page.shows(&link).await?;
    }
    page.until_equal("notices", "return all('[data-test=notice]').length", 0).await?;
    page.until_equal("the way back to the step", "return !!one('tour-return')", false).await
}

#[test]
fn shipped_tours_are_stepped_through_by_link_alone() {
    browse_once(async |page| -> Outcome {
        for tour in Shipped::ALL {
            page.open("#/saved").await?;
            page.click(&format!("{}[data-value=\"{}\"]", hook("start-tour"), tour.id())).await?;
            let mut on = OnTour::start(Tour::Shipped(tour));
            loop {
                is_at_step(&page, &on).await?;
                // A step begins at its sentence.
                let in_sight = "return one('tour').getBoundingClientRect().top >= 0";
                page.until("the band is in sight", in_sight).await?;
                let Some(next) = on.moved(1) else { break };
                page.click(&hook("tour-next")).await?;
                on = next;
            }
            page.until_equal("the way on at the end", "return !!one('tour-next')", false).await?;
            page.back().await?;
            let before = on.moved(-1).unwrap();
            is_at_step(&page, &before).await?;
            page.forward().await?;
            is_at_step(&page, &on).await?;
            page.click(&hook("tour-back")).await?;
            is_at_step(&page, &before).await?;
            // The link alone, for whoever gets it.
            page.open(&on.link(None)).await?;
            is_at_step(&page, &on).await?;
        }
        Ok(())
    });
}

#[test]
fn a_tour_goes_on_while_a_reader_looks_around() {
    browse_once(async |page| -> Outcome {
        let on = OnTour::start(Tour::Shipped(Shipped::Paper));
        page.open(&on.link(None)).await?;
        is_at_step(&page, &on).await?;
        page.click(&mark(Chart::Agencies, "CPLC")).await?;
        page.is_at("#/overview?agency=CPLC&around=yes&tour=paper&window=yes").await?;
        page.click(&hook("nav-records")).await?;
        page.is_at("#/records?agency=CPLC&around=yes&tour=paper&window=yes").await?;
        page.click(&hook("tour-return")).await?;
        is_at_step(&page, &on).await?;
        // What is shared is the view alone.
        page.click(&hook("share")).await?;
        let link = "return one('view-link')?.value.split('#')[1] ?? null";
        let alone = format!("/overview?around=yes&window=yes&data={VERSION}");
        page.until_equal("the link", link, alone).await?;
        page.click(&hook("close-share")).await?;
        page.click(&hook("tour-leave")).await?;
        page.is_at("#/overview?around=yes&window=yes").await?;
        page.until_equal("the band", BAND, Value::Null).await?;
        page.until("the focus is not lost", "return document.activeElement.id === 'in-view'")
            .await?;
        page.back().await?;
        is_at_step(&page, &on).await
    });
}

#[test]
fn a_tour_is_taken_by_keyboard_and_by_ear() {
    browse_once(async |page| -> Outcome {
        let mut on = OnTour::start(Tour::Shipped(Shipped::Number));
        page.open(&on.link(None)).await?;
        is_at_step(&page, &on).await?;
        page.run("one('tour-next').focus()", &[]).await?;
        while let Some(next) = on.moved(1) {
            let focus = "return document.activeElement.dataset.test ?? ''";
            page.until_equal("the focus", focus, "tour-next").await?;
            page.press(&[key::ENTER]).await?;
            on = next;
            is_at_step(&page, &on).await?;
        }
        // At the end, where the sentence is.
        let focus = "return document.activeElement.dataset.test ?? ''";
        page.until_equal("the focus at the end", focus, "tour-sentence").await?;
        page.press(&[key::TAB]).await?;
        page.until_equal("the focus behind it", focus, "tour-back").await?;
        let said = "const at = one('tour-sentence'); return [at.ariaLive, at.ariaAtomic]";
        page.until_equal("what is said aloud", said, json!(["polite", "true"])).await
    });
}

#[test]
fn saved_views_with_a_sentence_are_a_tour_of_one_link() {
    browse_once(async |page| -> Outcome {
        let records = format!("#/records?agency=MPS&data={VERSION}");
        open_with(
            &page,
            &[("map", "#/map", "First the map."), ("x", "#/people", ""), ("records", &records, "")],
        )
        .await?;
        focus_in(&page, 2, "edit-view").await?;
        page.press(&[key::ENTER]).await?;
        page.write(&hook("view-sentence"), "Then its records ~ and *all* of them.").await?;
        page.click(&hook("keep-edit")).await?;
        page.write(&hook("tour-name"), "Mine & yours").await?;
        page.until("two steps", "return one('open-tour')?.textContent === 'Begin (2 steps)'")
            .await?;
        page.click(&hook("keep-tour")).await?;
        page.until_equal("the list", NAMES, ["map", "x", "records", "Mine & yours"].as_slice())
            .await?;
        page.click(&hook("open-tour")).await?;
        page.until_equal("the band", BAND, json!([1, 2, "Step 1 of 2. First the map."])).await?;
        page.until_equal("the title", "return one('tour-title').textContent", "Tour: Mine & yours")
            .await?;
        page.click(&hook("tour-next")).await?;
        let second = json!([2, 2, "Step 2 of 2. Then its records ~ and *all* of them."]);
        page.until_equal("the band", BAND, second.clone()).await?;
        let link = page.hash().await?;
        page.shows(&link).await?;
        // Nothing but the link is needed.
        page.run("localStorage.clear()", &[]).await?;
        page.open(&link).await?;
        page.until_equal("the band", BAND, second).await?;
        page.click(&hook("tour-back")).await?;
        page.until_equal("the band", BAND, json!([1, 2, "Step 1 of 2. First the map."])).await?;
        let at = View::of(&page.hash().await?);
        page.shows(&at.link()).await.map(drop)
    });
}

#[test]
fn a_tour_on_a_phone_on_paper_in_a_frame_and_in_a_former_version() {
    browse_once(async |page| -> Outcome {
        let on = OnTour::new(Tour::Shipped(Shipped::Paper), 2).unwrap();
        page.look_on(Screen::PHONE).await?;
        page.open(&on.link(None)).await?;
        is_at_step(&page, &on).await?;
        let wide =
            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        page.until_equal("no wider than the window", wide, true).await?;
        // No band stands around an embedded chart, nor in its full view.
        let home = page.home();
        page.client().goto(&format!("{home}?embed=1{}", on.link(None))).await?;
        page.ready().await?;
        page.until_equal("the band", BAND, Value::Null).await?;
        let full = "return one('full-view')?.getAttribute('href').includes('tour') ?? null";
        page.until_equal("a tour in the way to the full view", full, false).await?;
        // A former version lacks some of it, and says so; the tour goes on there.
        let host = Host::of_page()?;
        let page = page.hosted_at(&host.url());
        page.open(&OnTour::start(Tour::Shipped(Shipped::Number)).link(Some("1.0.0"))).await?;
        let version = "return one('dataset-version')?.dataset.version ?? null";
        page.until_equal("the version", version, "1.0.0").await?;
        page.click(&hook("tour-next")).await?;
        let link = "#/overview?measure=events&step=2&tour=number&data=1.0.0";
        page.until_equal("the address", "return location.hash", link).await
    });
}
