//! Everything by keyboard: one tab stop per chart, arrows within it, Enter and Space filter.

use browser_tests::hooks::{self, hook, mark, value};
use browser_tests::input::key;
use browser_tests::native::View;
use browser_tests::{Outcome, browse, browse_once};
use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;

#[test]
fn tab_reaches_every_chart_once() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        // Tab goes on from where was clicked last.
        page.click(&format!("{} figcaption", hooks::chart(Chart::Timeline))).await?;
        page.is_at("#/overview").await?;
        let focus = "const at = document.activeElement;
            return [at.closest('figure')?.dataset.test ?? '', !!at.closest('.marks') && at.matches('button[data-value]')]";
        let mut stops: Vec<String> = Vec::new();
        let mut last_seen = false;
        for _ in 0..120 {
            page.press(&[key::TAB]).await?;
            let (figure, is_mark): (String, bool) = page.read(focus).await?;
            if is_mark {
                stops.push(figure.clone());
            }
            let last = figure == "chart-forums";
            if last_seen && !last {
                break;
            }
            last_seen |= last;
        }
        let charts: Vec<_> =
            Chart::OVERVIEW.iter().map(|chart| format!("chart-{}", chart.id())).collect();
        // Rows of two charts may stand in either order; each is reached once all the same.
        let sorted = |mut names: Vec<String>| {
            names.sort();
            names
        };
        assert_eq!(sorted(stops), sorted(charts));
        Ok(())
    });
}

#[test]
fn arrows_move_in_visual_order_and_enter_filters() {
    browse_once(async |page| -> Outcome {
        // On the map the arrows go where they point; see `map`.
        for chart in Chart::OVERVIEW.into_iter().filter(|chart| *chart != Chart::Map) {
            page.open("#/overview").await?;
            page.shows("#/overview").await?;
            // In the order in which they lie before the eye.
            let order: Vec<String> = page
                .read(&format!(
                    "return all('{}').map(mark => [mark.getBoundingClientRect(), mark.dataset.value])
                        .sort(([a], [b]) => Math.round(a.top - b.top) || a.left - b.left)
                        .map(([, value]) => value)",
                    hooks::marks(chart)
                ))
                .await?;
            let (next, previous) = match chart {
                Chart::Timeline => (key::RIGHT, key::LEFT),
                _ => (key::DOWN, key::UP),
            };
            let focus = "const at = document.activeElement;
                return at.closest('.marks') ? at.closest('figure').dataset.test + ' ' + at.dataset.value : ''";
            let at = |index: usize| format!("chart-{} {}", chart.id(), order[index]);
            let name = chart.id();
            page.run(
                "document.querySelector(arguments[0]).closest('.marks').querySelector('[tabindex=\"0\"]').focus()",
                &[mark(chart, &order[0]).into()],
            )
            .await?;
            page.press(&[key::HOME]).await?;
            page.until_equal(&format!("the focus in chart-{name} after Home"), focus, at(0))
                .await?;
            for index in [1, 2] {
                page.press(&[next]).await?;
                page.until_equal(
                    &format!("the focus in chart-{name} after an arrow"),
                    focus,
                    at(index),
                )
                .await?;
            }
            page.press(&[previous]).await?;
            page.until_equal(
                &format!("the focus in chart-{name} after an arrow back"),
                focus,
                at(1),
            )
            .await?;
            page.press(&[key::END]).await?;
            page.until_equal(
                &format!("the focus in chart-{name} after End"),
                focus,
                at(order.len() - 1),
            )
            .await?;
            page.press(&[key::HOME, next]).await?;
            page.until_equal(
                &format!("the focus in chart-{name} after Home and an arrow"),
                focus,
                at(1),
            )
            .await?;
            page.until(
                &format!("the focus in chart-{name} shows a tooltip"),
                "return visible(one('tooltip'))",
            )
            .await?;

            let view = View::of("#/overview").after(|state| match chart.facet() {
                Some(facet) => state.filters.toggle_only(facet, &order[1]),
                None => {
                    let date = order[1].parse().ok();
                    state.filters.range = explorer_explore::filter::DateRange::new(date, date);
                }
            });
            page.press(&[key::ENTER]).await?;
            page.is_at(&view.link()).await?;
            page.until_equal(&format!("the focus in chart-{name} after Enter"), focus, at(1))
                .await?;
            page.press(&[key::SPACE]).await?;
            page.is_at("#/overview").await?;
            page.until_equal(&format!("the focus in chart-{name} after Space"), focus, at(1))
                .await?;
            page.press(&[key::ESCAPE]).await?;
            page.until_equal(
                &format!("the tooltip of chart-{name} after Escape"),
                "return visible(one('tooltip'))",
                false,
            )
            .await?;
        }
        Ok(())
    });
}

#[test]
fn facets_keep_the_focus_while_they_filter() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let facets = [(Facet::Agency, "MSS"), (Facet::Region, "southeast-asia")];
        let mut view = View::of("#/overview");
        for (facet, id) in facets {
            page.reach(&value(facet, id)).await?;
            page.run("document.querySelector(arguments[0]).focus()", &[value(facet, id).into()])
                .await?;
            page.press(&[key::SPACE]).await?;
            view = view.after(|state| state.filters.toggle_include(facet, id));
            page.is_at(&view.link()).await?;
            let focus = format!(
                "return document.activeElement === document.querySelector('{}')",
                value(facet, id)
            );
            page.until_equal("the focus stays on the value", &focus, true).await?;
            // Only and exclude are in its row, where the right arrow key leads.
            let mut reached = Vec::new();
            for _ in 0..2 {
                page.press(&[key::RIGHT]).await?;
                let name: Option<String> = page
                    .read("const at = document.activeElement; return visible(at) ? (at.dataset.only ?? at.dataset.exclude ?? null) : null")
                    .await?;
                reached.extend(name);
            }
            assert_eq!(reached, [id, id], "the right arrow leads from a value to only and exclude");
        }
        Ok(())
    });
}

#[test]
fn the_focus_is_always_visible() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        for _ in 0..25 {
            page.press(&[key::TAB]).await?;
            let ring = "const at = document.activeElement;
                if (at === document.body) return '';
                const style = getComputedStyle(at);
                const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
                return outlined || style.boxShadow !== 'none' ? '' : at.outerHTML.slice(0, 120)";
            page.until_equal("the focused element without a ring", ring, "").await?;
        }
        page.until_equal(
            "the notice",
            &format!("return all('{}').filter(visible).length", hook("notice")),
            0,
        )
        .await
    });
}

#[test]
fn a_record_opens_by_keyboard() {
    browse(async |page| -> Outcome {
        page.open("#/records").await?;
        page.shows("#/records").await?;
        // Tab from the last heading leads into the rows.
        page.run("all('th[data-column] button').at(-1).focus()", &[]).await?;
        let mut id = None;
        for _ in 0..4 {
            page.press(&[key::TAB]).await?;
            id = page
                .read::<Option<String>>("return document.activeElement.closest('[data-test=\"record\"]')?.dataset.id ?? null")
                .await?;
            if id.is_some() {
                break;
            }
        }
        let id = id.expect("Tab from the headings leads to a record");
        page.press(&[key::ENTER]).await?;
        page.until_equal("the open record", "return one('record-page')?.dataset.id ?? null", id)
            .await
    });
}
