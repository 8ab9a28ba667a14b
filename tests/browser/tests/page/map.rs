//! The map: what is under the pointer, keys, zoom, layers.

use browser_tests::hooks::{hook, mark};
use browser_tests::input::{Point, key};
use browser_tests::native::{EXPLORER, View};
use browser_tests::screen::Screen;
use browser_tests::{Engine, Outcome, Page, Settings, browse, browse_once, browse_with};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_geometry::World;
use explorer_view::chart::Chart::Map;
use explorer_view::hash::encode;
use explorer_view::layer::Layer;
use explorer_view::layer_notes::notes;
use explorer_view::map::map_model;
use explorer_view::zoom::{Place, Zoom};
use serde_json::{Value, json};

use crate::take_away::{CATCH, file};

const TIP: &str = "return visible(one('tooltip')) ? one('tooltip').innerText : ''";

async fn tip_says(page: &Page, words: &[&str]) -> Outcome {
    let script = format!(
        "const text = (() => {{ {TIP} }})(); return {}.every(word => text.includes(word))",
        json!(words)
    );
    page.until(&format!("the card says {words:?}"), &script).await.map(drop)
}

/// The zoom of the address: its factor and place, if it has any.
async fn zoom(page: &Page) -> Outcome<Zoom> {
    Ok(View::of(&page.hash().await?).state.zoom)
}

async fn zoom_becomes(page: &Page, what: &str, holds: fn(&Zoom) -> bool) -> Outcome<Zoom> {
    let start = std::time::Instant::now();
    loop {
        let now = zoom(page).await?;
        if holds(&now) {
            return Ok(now);
        }
        if start.elapsed().as_secs() > 10 {
            return Err(browser_tests::Failure::new(format!("the zoom {now:?} is not {what}")));
        }
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
}

fn factor(zoom: &Zoom) -> f64 {
    match zoom {
        Zoom::Place(place) => place.factor(),
        Zoom::World | Zoom::Region(_) => 1.0,
    }
}

/// The hundredth of a map that is in the middle of its window.
fn middle(zoom: &Zoom) -> (f64, f64) {
    match zoom {
        Zoom::Place(place) => place.middle(),
        Zoom::World | Zoom::Region(_) => (0.5, 0.5),
    }
}

#[test]
fn the_pointer_finds_tonga() {
    browse(async |page| -> Outcome {
        for link in ["#/map", "#/overview", "#/map?zoom=pacific-islands"] {
            page.open(link).await?;
            page.hover(&mark(Map, "TON")).await?;
            let count = View::of(link).facet(Facet::Country);
            let count = count.iter().find(|(id, _)| id == "TON").unwrap().1.to_string();
            tip_says(&page, &["Tonga", "汤加", &count, "Pacific Islands Forum"]).await?;
            page.move_mouse(Point { x: 2.0, y: 2.0 }).await?;
            page.until_equal("the card after the pointer has left", TIP, "").await?;
        }
        Ok(())
    });
}

#[test]
fn a_click_filters_shift_adds_alt_excludes_a_second_click_clears() {
    browse(async |page| -> Outcome {
        let mut view = View::of("#/map?agency=MPS");
        page.open(&view.link()).await?;
        page.shows(&view.link()).await?;
        let set = |view: &View, id: &str, standing| {
            view.after(|state| state.filters.set(Facet::Country, id, standing))
        };
        page.click(&mark(Map, "KAZ")).await?;
        view = set(&view, "KAZ", Standing::Included);
        page.is_at(&view.link()).await?;
        // From there it is one click to everything about the country.
        page.click(&hook("open-profile")).await?;
        page.is_at("#/country/KAZ?agency=MPS").await?;
        page.back().await?;
        page.is_at(&view.link()).await?;
        page.click_with(key::SHIFT, &mark(Map, "VUT")).await?;
        view = set(&view, "VUT", Standing::Included);
        page.is_at(&view.link()).await?;
        page.click_with(key::ALT, &mark(Map, "KAZ")).await?;
        view = set(&view, "KAZ", Standing::Excluded);
        page.is_at(&view.link()).await?;
        page.click(&mark(Map, "MNG")).await?;
        page.is_at("#/map?agency=MPS&country=MNG").await?;
        page.click(&mark(Map, "MNG")).await?;
        page.is_at("#/map?agency=MPS").await?;
        // China is the subject and Greenland no country of the dataset: a click changes nothing.
        let before = page.history_length().await?;
        let area = format!("{} .map", browser_tests::hooks::chart(Map));
        let box_of = format!(
            "const box = document.querySelector({}).getBoundingClientRect();
             return {{ x: box.x, y: box.y, width: box.width, height: box.height }}",
            json!(area)
        );
        let at: Value = page.read(&box_of).await?;
        let number = |key: &str| at[key].as_f64().unwrap();
        let china = Point {
            x: number("x") + number("width") * 0.38,
            y: number("y") + number("height") * 0.26,
        };
        page.move_mouse(china).await?;
        tip_says(&page, &["China", "never a counterpart"]).await?;
        // Land that is no country of the dataset has a name all the same.
        let greenland = Point {
            x: number("x") + number("width") * 0.81,
            y: number("y") + number("height") * 0.02,
        };
        page.move_mouse(greenland).await?;
        tip_says(&page, &["Greenland", "Not among"]).await?;
        page.click_at(china, None).await?;
        assert_eq!(page.history_length().await?, before);
        page.is_at("#/map?agency=MPS").await.map(drop)
    });
}

#[test]
fn every_country_is_reached_by_keyboard() {
    browse(async |page| -> Outcome {
        page.open("#/map").await?;
        page.shows("#/map").await?;
        let focus = format!("document.querySelector({}).focus()", json!(mark(Map, "LAO")));
        page.run(&focus, &[]).await?;
        let focused = "return document.activeElement.dataset.value";
        page.press(&[key::RIGHT]).await?;
        page.until_equal("the country to the right of Laos", focused, "VNM").await?;
        tip_says(&page, &["Vietnam", "越南", "First contact"]).await?;
        page.press(&[key::LEFT, key::LEFT]).await?;
        page.until(
            "the focus has moved on",
            "return document.activeElement.dataset.value !== 'VNM'",
        )
        .await?;
        page.press(&[key::HOME]).await?;
        // The one with the most comes first.
        page.until_equal("the first country", focused, "VNM").await?;
        page.press(&[key::ENTER]).await?;
        page.is_at("#/map?country=VNM").await?;
        // Arrows lead to each of the 198 countries: no mark is an island.
        let reached: u64 = page
            .read(
                "const marks = all('[data-test=\"chart-map\"] .marks button');
                 const seen = new Set(), queue = [marks[0]];
                 while (queue.length) {
                     const from = queue.pop();
                     if (seen.has(from)) continue;
                     seen.add(from);
                     for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
                         from.focus();
                         from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
                         queue.push(document.activeElement);
                     }
                 }
                 return seen.size",
            )
            .await?;
        assert!(reached >= 190, "{reached} countries reached by the arrow keys");
        Ok(())
    });
}

#[test]
fn wheel_buttons_and_keys_zoom_and_history_takes_it_back() {
    browse(async |page| -> Outcome {
        page.open("#/map").await?;
        page.shows("#/map").await?;
        page.click(&hook("closer")).await?;
        let once = zoom_becomes(&page, "closer", |zoom| factor(zoom) > 1.5).await?;
        page.shows(&page.hash().await?).await?;
        page.back().await?;
        page.is_at("#/map").await?;
        page.forward().await?;
        zoom_becomes(&page, "closer again", |zoom| factor(zoom) > 1.5).await?;
        page.click(&hook("farther")).await?;
        page.is_at("#/map").await?;

        // The wheel keeps what is under the pointer where it is.
        let at = page.reach(&mark(Map, "THA")).await?;
        page.wheel(at, -600).await?;
        zoom_becomes(&page, "closer by the wheel", |zoom| factor(zoom) > 1.5).await?;
        page.move_mouse(Point { x: at.x + 1.0, y: at.y }).await?;
        tip_says(&page, &["Thailand"]).await?;
        page.wheel(at, 5000).await?;
        page.wheel(at, 5000).await?;
        page.wheel(at, 5000).await?;
        zoom_becomes(&page, "all of the world", |zoom| *zoom == Zoom::World).await?;

        let focus = format!("document.querySelector({}).focus()", json!(mark(Map, "THA")));
        page.run(&focus, &[]).await?;
        page.press(&['+', '+']).await?;
        let near = zoom_becomes(&page, "closer by keys", |zoom| factor(zoom) > 2.0).await?;
        assert!(factor(&near) > factor(&once));
        page.chord(key::SHIFT, key::RIGHT).await?;
        zoom_becomes(&page, "farther east", |zoom| middle(zoom).0 > 0.5).await?;
        page.press(&['0']).await?;
        page.is_at("#/map").await.map(drop)
    });
}

#[test]
fn a_drag_pans_in_one_step_and_is_no_click() {
    browse(async |page| -> Outcome {
        page.open("#/map?zoom=3,30,40").await?;
        page.shows("#/map?zoom=3,30,40").await?;
        let at = page.reach(&mark(Map, "IND")).await?;
        let before = page.history_length().await?;
        page.drag(&[
            at,
            Point { x: at.x - 40.0, y: at.y },
            Point { x: at.x - 80.0, y: at.y - 30.0 },
            Point { x: at.x - 120.0, y: at.y - 60.0 },
        ])
        .await?;
        let moved = zoom_becomes(&page, "farther east", |zoom| middle(zoom).0 > 0.31).await?;
        assert_eq!(factor(&moved), 3.0);
        assert_eq!(page.history_length().await?, before + 1, "one step per drag");
        let link = page.hash().await?;
        assert!(View::of(&link).state.filters.is_empty(), "a drag filters nothing: {link}");
        page.shows(&link).await?;
        page.back().await?;
        page.is_at("#/map?zoom=3,30,40").await.map(drop)
    });
}

#[test]
fn two_fingers_zoom() {
    browse(async |page| -> Outcome {
        page.look_on(Screen::PHONE).await?;
        page.open("#/map").await?;
        let at = page.reach(&mark(Map, "IND")).await?;
        if !page.only_in(&[Engine::Chromium, Engine::Firefox], "the driver has no fingers") {
            return Ok(());
        }
        page.pinch(at, &[20.0, 30.0, 45.0, 60.0]).await?;
        let near = zoom_becomes(&page, "closer by a pinch", |zoom| factor(zoom) > 1.5).await?;
        assert!(factor(&near) < 4.0, "{near:?}");
        assert!(View::of(&page.hash().await?).state.filters.is_empty(), "a pinch is no tap");
        page.tap(&mark(Map, "IND")).await?;
        page.until("a tap filters", "return location.hash.includes('country=IND')").await.map(drop)
    });
}

#[test]
fn region_buttons_zoom_and_are_in_the_link() {
    browse_once(async |page| -> Outcome {
        page.open("#/map").await?;
        page.shows("#/map").await?;
        for region in ["pacific-islands", "central-asia", "africa", "world"] {
            page.click(&format!("{} button[data-value=\"{region}\"]", hook("zoom"))).await?;
            let link = match region {
                "world" => "#/map".to_owned(),
                region => format!("#/map?zoom={region}"),
            };
            page.is_at(&link).await?;
            let pressed = format!(
                "return all('{} button[aria-pressed=true]').map(button => button.dataset.value).join()",
                hook("zoom")
            );
            page.until_equal("the region that is pressed", &pressed, region).await?;
        }
        page.open("#/map?zoom=central-asia").await?;
        let shown = format!("return visible(document.querySelector({}))", json!(mark(Map, "KGZ")));
        page.until("Kyrgyzstan is in sight", &shown).await?;
        let hidden = format!("return visible(document.querySelector({}))", json!(mark(Map, "BRA")));
        page.until_equal("whether Brazil is in sight", &hidden, false).await
    });
}

#[test]
fn each_layer_says_what_the_engine_says_and_names_its_sources() {
    browse_once(async |page| -> Outcome {
        page.open("#/map").await?;
        for (_, layers) in Layer::groups(EXPLORER.dataset()) {
            for layer in layers {
                let choose = "const list = one('layer');
                    list.value = arguments[0];
                    list.dispatchEvent(new Event('change', { bubbles: true }))";
                page.run(choose, &[layer.id().into()]).await?;
                let view = View::of("#/map").after(|state| state.layer = layer.clone());
                page.is_at(&view.link()).await?;
                let model = map_model(&EXPLORER, &view.state.filters, &view.outcome, &layer);
                let notes = notes(&EXPLORER, &view.state.filters, &layer, &model);
                let what = format!("the coverage of {}", layer.id());
                page.until_equal(&what, "return one('coverage').textContent", notes.coverage)
                    .await?;
                let title =
                    "return document.querySelector('[data-test=\"chart-map\"] h2').textContent";
                page.until_equal(&format!("the finding of {}", layer.id()), title, model.finding)
                    .await?;
                let legend: Vec<String> = model
                    .legend
                    .iter()
                    .map(|class| format!("{}{}", class.label, class.countries))
                    .collect();
                let shown = format!(
                    "return all('{} li').slice(0, {}).map(entry => entry.textContent)",
                    hook("legend"),
                    legend.len()
                );
                page.until_equal(&format!("the legend of {}", layer.id()), &shown, json!(legend))
                    .await?;
                let rows = format!("return all('{} tbody tr').length", hook("layer-list"));
                let listed = notes.list.as_ref().map_or(0, |list| list.rows.len());
                page.until_equal(&format!("the rows of {}", layer.id()), &rows, listed).await?;
                let links = format!(
                    "return all('{} a[href^=http]').every(link => link.rel === 'noopener noreferrer')",
                    hook("layer-list")
                );
                page.until(&format!("the sources of {} are safe links", layer.id()), &links)
                    .await?;
                if matches!(layer, Layer::Gsi | Layer::Edition(_) | Layer::Members(_)) {
                    let some =
                        format!("return all('{} a[href^=http]').length > 0", hook("layer-list"));
                    page.until(&format!("{} has sources", layer.id()), &some).await?;
                }
            }
        }
        page.reload().await?;
        page.shows(&page.hash().await?).await.map(drop)
    });
}

#[test]
fn a_wrong_layer_or_zoom_in_a_link_is_named() {
    browse_once(async |page| -> Outcome {
        let link = "#/map?agency=MPS&layer=moon&zoom=99,1,1";
        page.open(link).await?;
        let shown = page.shows("#/map?agency=MPS").await?;
        assert_eq!(shown.notices.len(), 2, "{:?}", shown.notices);
        assert!(
            shown.notices.iter().any(|notice| notice.contains("layer") && notice.contains("gsi"))
        );
        assert!(
            shown.notices.iter().any(|notice| notice.contains("zoom") && notice.contains("99,1,1"))
        );
        Ok(())
    });
}

/// The small states are coloured, not only there: the pixel in the middle of a disc is not sea.
#[test]
fn small_states_are_painted() {
    for (screen, ratio) in [(Screen::DESKTOP, 1.0), (Screen::DESKTOP, 2.0), (Screen::PHONE, 3.0)] {
        browse_with(Settings { ratio, ..Settings::USUAL }, async move |page| -> Outcome {
            page.look_on(screen.at(ratio)).await?;
            page.open("#/map").await?;
            page.shows("#/map").await?;
            let script = "
                const figure = one('chart-map');
                const canvas = figure.querySelector('canvas');
                const [scale, box] = [canvas.width / canvas.getBoundingClientRect().width, canvas.getBoundingClientRect()];
                const pixels = (x, y, size) => new Uint32Array(
                    canvas.getContext('2d').getImageData(x, y, size, size).data.buffer);
                const [sea] = pixels(1, 1, 1);
                const around = Math.round(4 * scale);
                return all('.marks button', figure).filter(mark => {
                    const at = mark.getBoundingClientRect();
                    const [x, y] = [at.x + at.width / 2 - box.x, at.y + at.height / 2 - box.y];
                    // A neighbour's disc may have its rim just there.
                    return pixels(Math.round(x * scale - around / 2), Math.round(y * scale - around / 2), around)
                        .every(pixel => pixel === sea);
                }).map(mark => mark.dataset.value).join()";
            page.until_equal("countries whose middle is the colour of the sea", script, "").await
        });
    }
}

#[test]
fn disputed_land_is_named_below_the_map_in_its_file_and_in_its_frame() {
    browse_once(async |page| -> Outcome {
        // What is folded has no inner text.
        let names = "const fold = one('disputed');
            return [fold.querySelector('summary').innerText.trim(),
                [...fold.querySelectorAll('li')].map(land => land.textContent.trim())]";
        let world = World::embedded().unwrap();
        let lands = world.disputed.iter().map(|land| format!("{}: {}", land.name, land.status));
        let all = json!(["Hatched: disputed land", lands.collect::<Vec<_>>()]);
        let frame = page.hosted_at(&format!("{}?embed=1&chart=map", page.home()));
        for (page, link) in [(&page, "#/overview"), (&page, "#/map"), (&frame, "#/overview")] {
            page.open(link).await?;
            page.until_equal("the list of disputed land", names, all.clone()).await?;
        }

        // A file names what is in sight.
        page.open("#/map?zoom=south-asia").await?;
        page.run(CATCH, &[]).await?;
        let press = |what: &str| format!("{} {}", hook("chart-map"), hook(what));
        page.click(&press("save")).await?;
        page.click(&press("save-svg")).await?;
        let (svg, _, _) = file(&page, 1).await?;
        // Its lines are broken anywhere.
        let words = "const tree = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
            return [...tree.querySelectorAll('text')].map(text => text.textContent).join(' ')";
        let words = page.run(words, &[svg.into()]).await?;
        let words = words.as_str().unwrap();
        for name in ["Hatched: disputed land (", "Jammu and Kashmir", "Arunachal Pradesh"] {
            assert!(words.contains(name), "{name}: {words}");
        }
        assert!(!words.contains("Transnistria") && !words.contains("Sahara"), "{words}");
        Ok(())
    });
}

#[test]
fn the_card_of_disputed_land_says_who_holds_and_who_claims_it() {
    browse_once(async |page| -> Outcome {
        let world = World::embedded().unwrap();
        let crimea = world.disputed.iter().find(|land| land.name == "Crimea").unwrap();
        let outline = crimea.outline.as_ref().unwrap().bounds;
        let middle = |from: i32, to: i32, of: f64| f64::from(from + to) / 2.0 / of;
        let x = middle(outline.left, outline.right, world.width);
        let y = middle(outline.top, outline.bottom, world.height);
        let mut state = View::of("#/map").state;
        state.zoom = Zoom::Place(Place::new(12.0, x, y));
        page.open(&encode(&state)).await?;
        let at = "const box = document.querySelector('.map canvas').getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2]";
        let (x, y): (f64, f64) = page.read(at).await?;
        page.move_mouse(Point { x: x - 3.0, y }).await?;
        page.move_mouse(Point { x, y }).await?;
        let says = "Crimea, disputed: administered by Russia, claimed by Ukraine";
        // The land is Ukraine's all the same.
        tip_says(&page, &["Ukraine", says]).await
    });
}
