//! Charts beyond their counts: the table in place of each, tooltips, sharpness, repainting.

use std::collections::BTreeMap;

use browser_tests::hooks::{as_table, hook, mark};
use browser_tests::input::{Point, key};
use browser_tests::native::View;
use browser_tests::screen::Screen;
use browser_tests::{Engine, Outcome, Page, Settings, browse, browse_once, browse_with};
use explorer_number::grouped;
use explorer_view::chart::Chart;

#[test]
fn every_chart_is_a_table_with_the_same_numbers() {
    browse_once(async |page| -> Outcome {
        for link in ["#/overview", "#/overview?by=quarter&measure=countries&region=europe"] {
            let all = View::of(link);
            page.open(link).await?;
            let drawn = page.shows(link).await?;
            let mut view = all.clone();
            for chart in Chart::OVERVIEW {
                page.click(&as_table(chart)).await?;
                view = view.after(|state| state.toggle_table(chart));
                let shown = page.is_at(&view.link()).await?;
                let rows = shown.charts[chart.id()].rows.as_ref().unwrap();
                let table: BTreeMap<_, _> = rows.iter().map(|r| (&r.value, r.count)).collect();
                for mark in &drawn.charts[chart.id()].marks {
                    assert_eq!(table.get(&mark.value), Some(&mark.count), "{}", chart.id());
                }
                for row in rows {
                    let count = grouped(row.count.unwrap());
                    assert!(
                        row.text.contains(&count),
                        "{}: {} lacks {count}",
                        chart.id(),
                        row.text
                    );
                }
            }
            page.reload().await?;
            page.shows(&view.link()).await?;
            page.click(&as_table(Chart::Timeline)).await?;
            view = view.after(|state| state.toggle_table(Chart::Timeline));
            page.is_at(&view.link()).await?;
        }
        Ok(())
    });
}

#[test]
fn a_table_counts_what_is_filtered() {
    browse_once(async |page| -> Outcome {
        let link =
            "#/overview?table=agencies,countries,forums,formats,officials,regions,timeline,topics";
        page.open(link).await?;
        page.shows(link).await?;
        let view = View::of(link).after(|state| {
            state.filters.toggle_include(explorer_explore::facet::Facet::Agency, "MSS");
        });
        page.click(&browser_tests::hooks::value(explorer_explore::facet::Facet::Agency, "MSS"))
            .await?;
        page.is_at(&view.link()).await.map(drop)
    });
}

#[test]
fn a_tooltip_says_label_and_exact_number() {
    browse(async |page| -> Outcome {
        let link = "#/overview?agency=MPS";
        let view = View::of(link);
        page.open(link).await?;
        let shown = page.shows(link).await?;
        for chart in Chart::OVERVIEW {
            let marks = &shown.charts[chart.id()].marks;
            let picked = marks.iter().max_by_key(|mark| mark.count).unwrap();
            page.hover(&mark(chart, &picked.value)).await?;
            let script = "return visible(one('tooltip')) && one('tooltip').innerText";
            let count = grouped(picked.count.unwrap());
            let label = match chart.facet() {
                Some(facet) => explorer_view::sentence::label(
                    &browser_tests::native::EXPLORER,
                    facet,
                    &picked.value,
                ),
                None => view
                    .timeline()
                    .into_iter()
                    .find(|(bin, _)| bin.key() == picked.value)
                    .map(|(bin, _)| bin.label())
                    .unwrap(),
            };
            let both = format!(
                "const text = (() => {{ {script} }})(); return text && text.includes({}) && text.includes({})",
                serde_json::json!(label),
                serde_json::json!(count)
            );
            page.until(&format!("the tooltip of {} says {label} and {count}", chart.id()), &both)
                .await?;
            // It lies in the window and lets the pointer through to the mark.
            let inside = "const box = one('tooltip').getBoundingClientRect();
                return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight";
            page.until(&format!("the tooltip of {} is in the window", chart.id()), inside).await?;
            let line = "const hint = one('tooltip').querySelector('small');
                return hint.getBoundingClientRect().height < 2 * parseFloat(getComputedStyle(hint).fontSize)";
            page.until(&format!("what a click does takes one line: {}", chart.id()), line).await?;
        }
        page.move_mouse(Point { x: 2.0, y: 2.0 }).await?;
        page.until_equal(
            "the tooltip after the pointer has left",
            "return visible(one('tooltip'))",
            false,
        )
        .await
    });
}

#[test]
fn escape_closes_a_tooltip() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        page.hover(&mark(Chart::Agencies, "MPS")).await?;
        page.until("there is a tooltip", "return visible(one('tooltip'))").await?;
        page.press(&[key::ESCAPE]).await?;
        page.until_equal("the tooltip after Escape", "return visible(one('tooltip'))", false).await
    });
}

/// Waits until every canvas has as many pixels as the screen gives it, and is painted.
async fn is_sharp(page: &Page) -> Outcome {
    let script = "
        const problems = all('[data-test^=\"chart-\"] canvas').map(canvas => {
            const box = canvas.getBoundingClientRect();
            const name = canvas.closest('[data-test^=\"chart-\"]').dataset.test;
            const [w, h] = [box.width * devicePixelRatio, box.height * devicePixelRatio];
            if (Math.abs(canvas.width - w) > 1 || Math.abs(canvas.height - h) > 1)
                return `${name} has ${canvas.width}×${canvas.height} pixels on ${w}×${h}`;
            const pixels = new Uint32Array(
                canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.buffer);
            return pixels.every(pixel => pixel === pixels[0]) && `${name} is blank`;
        }).filter(Boolean);
        return problems.join('; ')";
    page.until_equal("canvases that are not sharp", script, "").await
}

#[test]
fn canvases_are_sharp_at_every_density() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        is_sharp(&page).await?;
        // Also when the window moves to another screen while it is open. The emulated screen tells
        // the page of its density with the next change of size only.
        let why = "a window keeps the density that it was opened with";
        if page.only_in(&[Engine::Chromium, Engine::Firefox], why) {
            for (ratio, width) in [(2.0, 1400), (3.0, 1360), (1.5, 1400), (1.0, 1440)] {
                page.look_on(Screen::DESKTOP.at(ratio)).await?;
                page.look_on(Screen { width, ..Screen::DESKTOP.at(ratio) }).await?;
                let changed = format!("return devicePixelRatio === {ratio}");
                page.until("the density has changed", &changed).await?;
                is_sharp(&page).await?;
            }
        }
        Ok(())
    });
    for ratio in [1.0, 2.0, 3.0] {
        browse_with(Settings { ratio, ..Settings::USUAL }, async move |page| -> Outcome {
            page.look_on(Screen::PHONE.at(ratio)).await?;
            page.open("#/overview").await?;
            page.until("the density", &format!("return devicePixelRatio === {ratio}")).await?;
            is_sharp(&page).await
        });
    }
}

#[test]
fn charts_follow_the_width_of_the_window() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let widths = "return all('[data-test^=\"chart-\"] canvas').map(c => c.getBoundingClientRect().width)";
        let mut before: Vec<f64> = page.read(widths).await?;
        assert_eq!(before.len(), Chart::OVERVIEW.len());
        for width in [1000, 620, 1300] {
            page.client().set_window_size(width, 800).await?;
            page.until(
                "the window has its new width",
                &format!("return Math.abs(innerWidth - {width}) < 40"),
            )
            .await?;
            let what = format!("the charts have another width in a window of {width}");
            let other =
                format!("const old = {}; return (() => {{ {widths} }})()[0] !== old", before[0]);
            page.until(&what, &other).await?;
            is_sharp(&page).await?;
            page.shows("#/overview").await?;
            before = page.read(widths).await?;
            // The marks lie where the drawing is.
            let fits = "return all('[data-test^=\"chart-\"]').filter(figure => {
                const canvas = figure.querySelector('canvas')?.getBoundingClientRect();
                return canvas && all('.marks button[data-value]', figure).some(mark => {
                    const box = mark.getBoundingClientRect();
                    return box.left < canvas.left - 1 || box.right > canvas.right + 1
                        || box.top < canvas.top - 1 || box.bottom > canvas.bottom + 1;
                });
            }).map(figure => figure.dataset.test).join()";
            page.until_equal("charts with marks outside of the drawing", fits, "").await?;
        }
        page.click(&mark(Chart::Agencies, "MSS")).await?;
        page.is_at("#/overview?agency=MSS").await.map(drop)
    });
}

#[test]
fn titles_state_a_finding_from_the_data_in_view() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview").await?;
        let all = page.shows("#/overview").await?;
        page.go("#/overview?region=europe").await?;
        let europe = page.shows("#/overview?region=europe").await?;
        for chart in Chart::OVERVIEW {
            let (before, after) =
                (&all.charts[chart.id()].caption, &europe.charts[chart.id()].caption);
            assert!(!before.is_empty(), "chart-{} has no caption", chart.id());
            if !matches!(chart, Chart::Regions) {
                assert_ne!(before, after, "chart-{}", chart.id());
            }
        }
        page.until_equal(
            "tooltips",
            &format!("return all('{}').filter(visible).length", hook("tooltip")),
            0,
        )
        .await
    });
}

#[test]
fn what_is_said_to_be_hatched_is_there() {
    browse_once(async |page| -> Outcome {
        let timeline = hook("chart-timeline");
        for (link, hatched) in [
            ("#/overview", true),
            ("#/overview?agency=MSS", false),
            ("#/overview?agency=MSS&by=year", false),
            ("#/official/chen-wenqing?by=year", true),
            ("#/official/chen-wenqing", false),
            ("#/org/interpol", false),
        ] {
            page.open(link).await?;
            page.until_equal(
                &format!("whether the title speaks of hatching: {link}"),
                "return one('chart-timeline').querySelector('figcaption p').textContent.includes('hatched')",
                hatched,
            )
            .await?;
            let drawn = format!(
                "return [...document.querySelectorAll('{timeline} .marks button')].some(mark =>
                mark.dataset.count > 0 && mark.ariaLabel.includes('(in part)'))"
            );
            page.until_equal(&format!("whether there is some: {link}"), &drawn, hatched).await?;
        }
        Ok(())
    });
}

#[test]
fn what_is_read_stays_where_it_is_when_something_above_it_grows() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview").await?;
        let last = "const last = document.querySelector('.chart-forums');";
        let top = format!("{last} return Math.round(last.getBoundingClientRect().top)");
        page.run(
            &format!("{last} last.scrollIntoView({{ block: 'center', behavior: 'instant' }})"),
            &[],
        )
        .await?;
        page.until("the page has been scrolled", "return scrollY > 1000").await?;
        page.ready().await?;
        let before: i32 = page.read(&top).await?;
        // As when the title of a chart out of sight needs another line.
        let grow = "document.querySelector('.chart-map').style.paddingBottom = '78px'";
        page.run(grow, &[]).await?;
        let grown = "return getComputedStyle(document.querySelector('.chart-map')).paddingBottom";
        page.until_equal("what grows above it", grown, "78px").await?;
        page.until_equal("where the chart is", &top, before).await
    });
}

/// What each canvas shows, in tiles: the mean colour of each.
async fn pictures(page: &Page) -> Outcome<BTreeMap<String, Vec<[f64; 3]>>> {
    page.read(
        "const side = 6;
        return Object.fromEntries(all('[data-test^=\"chart-\"] canvas').map(canvas => {
            const { width, height } = canvas;
            const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
            const across = Math.ceil(width / side);
            const tiles = [];
            for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
                const at = Math.floor(y / side) * across + Math.floor(x / side);
                const tile = tiles[at] ??= [0, 0, 0];
                for (let c = 0; c < 3; c++) tile[c] += data[(y * width + x) * 4 + c] / side / side;
            }
            return [canvas.closest('[data-test^=\"chart-\"]').dataset.test, tiles];
        }))",
    )
    .await
}

/// The charts in whose pictures some tile is clearly of another colour, with how many.
fn other_pictures(
    one: &BTreeMap<String, Vec<[f64; 3]>>,
    other: &BTreeMap<String, Vec<[f64; 3]>>,
) -> Vec<(String, usize)> {
    let differ = |(one, other): (&[f64; 3], &[f64; 3])| {
        one.iter().zip(other).any(|(one, other)| (one - other).abs() > 6.0)
    };
    let count = |(name, tiles): (&String, &Vec<[f64; 3]>)| {
        let beside = other.get(name).filter(|beside| beside.len() == tiles.len());
        let count = match beside {
            Some(beside) => tiles.iter().zip(beside).filter(|pair| differ(*pair)).count(),
            None => tiles.len(),
        };
        (count > 0).then(|| (name.clone(), count))
    };
    one.iter().filter_map(count).collect()
}

#[test]
fn what_is_painted_step_by_step_is_what_is_painted_at_once() {
    browse(async |page| -> Outcome {
        // From much to little and back: some steps change a few countries and bars, some nearly all.
        let steps = [
            "#/overview?from=2023-03&to=2024-02",
            "#/overview?from=2023-03&to=2024-03",
            "#/overview?from=2023-04&to=2024-03",
            "#/overview?from=2023-04&to=2024-03&country=VNM",
            "#/overview?country=VNM,RUS",
            "#/overview?country=!VNM",
            "#/overview?certain=yes",
            "#/overview?measure=events",
            "#/overview?from=2024-09&to=2024-09&agency=MPS",
            "#/overview?from=2024-09&to=2024-10&agency=MPS",
        ];
        for ratio in [1.0, 2.0] {
            let why = "a window keeps the density that it was opened with";
            if ratio > 1.0 && !page.only_in(&[Engine::Chromium, Engine::Firefox], why) {
                return Ok(());
            }
            page.look_on(Screen::DESKTOP.at(ratio)).await?;
            // So many steps lead to the picture that is looked at.
            for at in [1, 2, 5, 9] {
                let last = steps[at];
                page.open(last).await?;
                page.shows(last).await?;
                let wanted = pictures(&page).await?;
                assert_eq!(wanted.len(), Chart::OVERVIEW.len());
                page.open(steps[0]).await?;
                page.shows(steps[0]).await?;
                for step in &steps[1..=at] {
                    page.go(step).await?;
                    page.shows(step).await?;
                }
                // What is out of sight follows when the page rests.
                let start = std::time::Instant::now();
                loop {
                    let others = other_pictures(&pictures(&page).await?, &wanted);
                    if others.is_empty() {
                        break;
                    }
                    assert!(start.elapsed().as_secs() < 20, "{last} at {ratio}: {others:?}");
                }
            }
        }
        Ok(())
    });
}
