//! Clicks on charts and facets, chips, search: each step changes the address, the numbers and the
//! other charts, and the browser's history undoes it.

use std::collections::BTreeMap;

use browser_tests::hooks::{self, exclude, hook, mark, only, value};
use browser_tests::input::key;
use browser_tests::native::View;
use browser_tests::observed::{Observed, Value};
use browser_tests::{Outcome, browse, browse_once};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_view::chart::Chart;

fn counts(values: &[Value]) -> BTreeMap<&str, Option<u32>> {
    values.iter().map(|v| (v.value.as_str(), v.count)).collect()
}

/// Values with a name and a count, in the order in which the page shows them.
fn named(values: &[Value]) -> Vec<String> {
    let named = values.iter().filter(|v| v.count > Some(0) && v.value != "none");
    named.map(|v| v.value.clone()).collect()
}

fn bars(page: &Observed, chart: Chart) -> &[Value] {
    &page.charts[chart.id()].marks
}

#[test]
fn a_click_on_a_bar_filters_everything_but_its_chart() {
    browse(async |page| -> Outcome {
        let all = View::of("#/overview");
        page.open("#/overview").await?;
        for (chart, facet) in Chart::OVERVIEW.into_iter().filter_map(|c| Some((c, c.facet()?))) {
            let before = page.shows("#/overview").await?;
            let id = named(bars(&before, chart))[0].clone();
            let only = all.after(|state| state.filters.toggle_only(facet, &id));

            page.click(&mark(chart, &id)).await?;
            let after = page.is_at(&only.link()).await?;
            let (own, other) = (counts(bars(&before, chart)), counts(bars(&after, chart)));
            assert_eq!(own, other, "chart-{} keeps its counts", chart.id());
            let others = Chart::OVERVIEW.into_iter().filter(|other| *other != chart);
            let changed = others.filter(|&c| counts(bars(&before, c)) != counts(bars(&after, c)));
            assert!(changed.count() >= 4, "a click in chart-{} filters the others", chart.id());
            for mark in bars(&after, chart) {
                let pressed = if mark.value == id { "true" } else { "false" };
                assert_eq!(mark.pressed.as_deref(), Some(pressed), "{} {}", chart.id(), mark.value);
            }

            page.click(&mark(chart, &id)).await?;
            page.is_at("#/overview").await?;
        }
        Ok(())
    });
}

#[test]
fn shift_adds_alt_excludes_and_history_takes_it_back() {
    browse_once(async |page| -> Outcome {
        for (chart, facet) in [(Chart::Regions, Facet::Region), (Chart::Topics, Facet::Topic)] {
            page.open("#/overview").await?;
            let start = page.shows("#/overview").await?;
            let ids = named(bars(&start, chart));
            let mut views = vec![View::of("#/overview")];

            page.click(&mark(chart, &ids[0])).await?;
            views.push(views[0].after(|s| s.filters.toggle_only(facet, &ids[0])));
            page.is_at(&views[1].link()).await?;

            page.click_with(key::SHIFT, &mark(chart, &ids[1])).await?;
            views.push(views[1].after(|s| s.filters.toggle_include(facet, &ids[1])));
            page.is_at(&views[2].link()).await?;

            page.click_with(key::ALT, &mark(chart, &ids[2])).await?;
            views.push(views[2].after(|s| s.filters.toggle_exclude(facet, &ids[2])));
            page.is_at(&views[3].link()).await?;

            page.click_with(key::SHIFT, &mark(chart, &ids[0])).await?;
            views.push(views[3].after(|s| s.filters.toggle_include(facet, &ids[0])));
            page.is_at(&views[4].link()).await?;

            page.click_with(key::ALT, &mark(chart, &ids[2])).await?;
            views.push(views[4].after(|s| s.filters.toggle_exclude(facet, &ids[2])));
            page.is_at(&views[5].link()).await?;

            for view in views.iter().rev().skip(1) {
                page.back().await?;
                page.is_at(&view.link()).await?;
            }
            for view in views.iter().skip(1) {
                page.forward().await?;
                page.is_at(&view.link()).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn filters_of_several_charts_add_up() {
    browse_once(async |page| -> Outcome {
        let mut view = View::of("#/overview?measure=events");
        page.open(&view.link()).await?;
        for chart in [Chart::Agencies, Chart::Formats, Chart::Regions, Chart::Officials] {
            let facet = chart.facet().unwrap();
            let shown = page.shows(&view.link()).await?;
            let id = named(bars(&shown, chart))[0].clone();
            page.click(&mark(chart, &id)).await?;
            view = view.after(|state| state.filters.toggle_only(facet, &id));
            page.is_at(&view.link()).await?;
        }
        Ok(())
    });
}

#[test]
fn long_charts_show_their_rest_on_demand() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview").await?;
        let view = View::of("#/overview");
        for chart in [Chart::Countries, Chart::Officials, Chart::Topics, Chart::Forums] {
            let before = page.shows("#/overview").await?;
            let rest = view.counts(chart).into_iter().filter(|(_, count)| *count > 0).count();
            let name = chart.id();
            if !before.charts[name].more {
                assert!(bars(&before, chart).len() >= rest - 1, "chart-{name} hides rows for good");
                continue;
            }
            page.click(&format!("{} {}", hooks::chart(chart), hook("chart-more"))).await?;
            let script = format!("return all('{}').length", hooks::marks(chart));
            let fewer = bars(&before, chart).len();
            page.until(&format!("chart-{name} shows more"), &format!("{script} > {fewer}")).await?;
            let after = page.shows("#/overview").await?;
            assert!(bars(&after, chart).len() > fewer, "chart-{name}");
            // What has just come into view is as good as the rest.
            let last = named(bars(&after, chart)).pop().unwrap();
            page.click(&mark(chart, &last)).await?;
            let only = view.after(|s| s.filters.toggle_only(chart.facet().unwrap(), &last));
            page.is_at(&only.link()).await?;
            page.back().await?;
        }
        Ok(())
    });
}

#[test]
fn every_facet_includes_excludes_and_leaves_only() {
    browse_once(async |page| -> Outcome {
        let all = View::of("#/overview");
        page.open("#/overview").await?;
        for facet in Facet::ALL {
            let start = page.shows("#/overview").await?;
            let values = &start.facets[facet.key()].values;
            let ids: Vec<_> =
                values.iter().filter(|v| v.count > Some(0)).map(|v| v.value.clone()).collect();
            let [a, b] = [&ids[0], &ids[1]];
            let own = counts(values);

            let mut view = all.after(|s| s.filters.set(facet, a, Standing::Included));
            page.click(&value(facet, a)).await?;
            let shown = page.is_at(&view.link()).await?;
            let now = counts(&shown.facets[facet.key()].values);
            for (id, count) in &own {
                assert_eq!(
                    now.get(id),
                    Some(count),
                    "facet-{} does not filter itself",
                    facet.key()
                );
            }

            view = view.after(|s| s.filters.set(facet, b, Standing::Included));
            page.click(&value(facet, b)).await?;
            page.is_at(&view.link()).await?;

            view = view.after(|s| s.filters.set(facet, b, Standing::Excluded));
            page.hover(&value(facet, b)).await?;
            page.click(&exclude(facet, b)).await?;
            page.is_at(&view.link()).await?;

            view = all.after(|s| s.filters.set(facet, b, Standing::Included));
            page.hover(&value(facet, b)).await?;
            page.click(&only(facet, b)).await?;
            page.is_at(&view.link()).await?;

            page.click(&value(facet, b)).await?;
            page.is_at("#/overview").await?;
        }
        Ok(())
    });
}

#[test]
fn selected_values_stay_visible_at_zero() {
    browse_once(async |page| -> Outcome {
        let link = "#/overview?country=VNM&region=europe,!africa";
        page.open(link).await?;
        let shown = page.shows(link).await?;
        let of = |facet: Facet, id: &str| {
            let found = shown.facets[facet.key()].values.iter().find(|v| v.value == id);
            let found = found.unwrap_or_else(|| panic!("{id} is not shown"));
            (found.count.unwrap(), found.state.clone().unwrap())
        };
        assert_eq!(of(Facet::Country, "VNM"), (0, "included".into()));
        assert_eq!(of(Facet::Region, "europe"), (0, "included".into()));
        assert_eq!(of(Facet::Region, "africa"), (0, "excluded".into()));
        for (facet, id) in [(Facet::Country, "VNM"), (Facet::Region, "europe")] {
            page.reach(&value(facet, id)).await?;
        }
        Ok(())
    });
}

#[test]
fn long_facets_can_be_searched_and_shown_whole() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let search = format!("{} {}", hooks::facet(Facet::Country), hook("facet-search"));
        let visible = |id: &str| {
            format!("return visible(document.querySelector('{}'))", value(Facet::Country, id))
        };
        for (text, hit, miss) in
            [("viet", "VNM", "LAO"), ("越南", "VNM", "LAO"), ("LAO", "LAO", "VNM")]
        {
            page.write(&search, text).await?;
            let what = format!("a search for {text} in the countries shows {hit}");
            page.until_equal(&what, &visible(hit), true).await?;
            page.until_equal(&format!("{what} and not {miss}"), &visible(miss), false).await?;
        }
        // A hit is as good as any other value.
        page.click(&value(Facet::Country, "LAO")).await?;
        page.is_at("#/overview?country=LAO").await?;
        page.write(&search, "viet").await?;
        page.click(&value(Facet::Country, "VNM")).await?;
        page.is_at("#/overview?country=LAO,VNM").await?;
        page.write(&search, "").await?;

        let more = format!("{} {}", hooks::facet(Facet::Country), hook("facet-more"));
        page.click(&more).await?;
        let some = View::of("#/overview").facet(Facet::Country).into_iter().filter(|(_, n)| *n > 0);
        let script = format!(
            "return all('{} button[data-value]').filter(visible).length >= {}",
            hooks::facet(Facet::Country),
            some.count()
        );
        page.until("all countries with records are shown", &script).await?;
        page.shows("#/overview?country=LAO,VNM").await.map(drop)
    });
}

#[test]
fn chips_take_away_one_filter_each_and_reset_all() {
    browse_once(async |page| -> Outcome {
        let link = "#/overview?agency=MPS&by=quarter&country=LAO,!VNM&from=2023&measure=events&q=police&to=2025-06";
        page.open(link).await?;
        let mut view = View::of(link);
        loop {
            let shown = page.shows(&view.link()).await?;
            let chips = explorer_view::sentence::chips(
                &browser_tests::native::EXPLORER,
                &view.state.filters,
            );
            assert_eq!(shown.chips.len(), chips.len());
            let Some(chip) = chips.get(chips.len() / 2) else { break };
            let at = shown.chips.iter().position(|text| text.contains(&chip.label)).unwrap();
            // The chips need not be siblings, so the one to click is marked by its place.
            let script = format!(
                "all('[data-test=\"chip\"]').forEach((chip, at) => chip.querySelector('button').toggleAttribute('data-picked', at === {at}))"
            );
            page.run(&script, &[]).await?;
            page.click("[data-test=\"chip\"] button[data-picked]").await?;
            view = view.after(|state| state.filters = chip.without.clone());
            page.is_at(&view.link()).await?;
        }
        page.go(link).await?;
        page.shows(link).await?;
        page.click(&hook("reset")).await?;
        page.is_at("#/overview?by=quarter&measure=events").await?;
        page.back().await?;
        page.is_at(&View::of(link).link()).await.map(drop)
    });
}

#[test]
fn search_finds_names_in_both_scripts_however_typed() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview").await?;
        for text in ["王小洪", "JÜRGEN", "jurgen stock", "drug  control ", "<b>&\"'"] {
            page.write(&hook("search"), text).await?;
            page.press(&[key::ENTER]).await?;
            let view = View::of("#/overview").after(|state| state.filters.set_query(text));
            page.is_at(&view.link()).await?;
        }
        page.write(&hook("search"), "").await?;
        page.press(&[key::ENTER]).await?;
        page.is_at("#/overview").await.map(drop)
    });
}

/// Typing a word is one step of a reader, not one per letter.
#[test]
fn typing_does_not_flood_the_history() {
    browse(async |page| -> Outcome {
        page.open("#/overview").await?;
        let before = page.history_length().await?;
        page.write(&hook("search"), "counterterrorism").await?;
        page.is_at("#/overview?q=counterterrorism").await?;
        let steps = page.history_length().await? - before;
        assert!(steps <= 1, "{steps} entries in the history for one word");
        page.until_equal(
            "the text in the search field",
            "return one('search').value",
            "counterterrorism",
        )
        .await
    });
}
