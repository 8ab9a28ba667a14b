//! Profiles of countries and organizations.

use browser_tests::hooks::{chart as chart_hook, hook, mark};
use browser_tests::native::{EXPLORER, View};
use browser_tests::{Outcome, Page, browse_once};
use explorer_explore::facet::Facet;
use explorer_explore::records::{Sort, records};
use explorer_view::chart::Chart;
use explorer_view::profile::{chinese_side, foreign_side, numbers, years};
use explorer_view::sentence::date_words;
use serde_json::{Value, json};

/// A number of the head.
fn number(name: &str) -> String {
    format!("return one('profile-{name}')?.querySelector('dd').textContent ?? null")
}

/// Waits until the profile shows the view: numbers, charts, people, records.
async fn is_at(page: &Page, view: &View) -> Outcome {
    page.is_at(&view.link()).await?;
    let (_, id) = view.state.page.subject().unwrap();
    let shown = "return one('profile')?.dataset.id ?? null";
    page.until_equal("the profile", shown, id).await?;
    let native = numbers(&EXPLORER, &view.state, &view.outcome);
    let of = |some: u32, all: u32| {
        if some == all { some.to_string() } else { format!("{some} of {all}") }
    };
    let (in_view, all) = (native.in_view, native.all);
    if all.interactions > 0 {
        let interactions = of(in_view.interactions, all.interactions);
        page.until_equal("interactions", &number("interactions"), interactions).await?;
        page.until_equal("events", &number("events"), of(in_view.events, all.events)).await?;
    }
    if let Some(contacts) = native.contacts {
        page.until_equal("first contact", &number("first"), date_words(contacts.first)).await?;
        page.until_equal("last contact", &number("last"), date_words(contacts.last)).await?;
        for chart in [
            Chart::Agencies,
            Chart::Formats,
            Chart::Topics,
            Chart::Forums,
            Chart::Officials,
            Chart::Timeline,
        ] {
            // Charts out of sight follow once the page rests.
            let counts: std::collections::BTreeMap<_, _> = view.counts(chart).into_iter().collect();
            let wrong = format!(
                "const counts = {};
                 const marks = all('[data-test=\"chart-{}\"] .marks button[data-value]');
                 return marks.length === 0 ? 'no mark' : marks
                     .filter(mark => Number(mark.dataset.count) !== counts[mark.dataset.value])
                     .map(mark => mark.dataset.value + ' ' + mark.dataset.count).join()",
                json!(counts),
                chart.id()
            );
            page.until_equal(
                &format!("wrong marks of {} at {}", chart.id(), view.link()),
                &wrong,
                "",
            )
            .await?;
        }
    }
    if let Some(place) = native.place {
        let words = explorer_number::ordinal(place.position);
        let script = format!(
            "return one('profile-place').textContent.includes({} + ' of ' + {})",
            json!(words),
            place.of
        );
        page.until("the place is the engine's", &script).await?;
    }
    let people: Value = chinese_side(&EXPLORER, &view.outcome)
        .iter()
        .map(|p| json!([p.official.map_or("none", |o| o.id.as_str()), p.count.to_string()]))
        .chain(
            foreign_side(&EXPLORER, &view.outcome)
                .iter()
                .map(|p| json!([p.name.unwrap_or_default(), p.count.to_string()])),
        )
        .collect();
    let rows = "return all('[data-test=\"profile-people\"] tr[data-count]').map(tr => [tr.dataset.value, tr.dataset.count])";
    page.until_equal("the people", rows, people).await?;
    let latest: Value = records(&EXPLORER, &view.outcome.rows, Sort::default())
        .iter()
        .take(10)
        .map(|record| json!(EXPLORER.dataset().events[record.event].id))
        .collect();
    let rows = "return all('[data-test=\"profile-records\"] li[data-id]').map(li => li.dataset.id)";
    page.until_equal("the latest records", rows, latest).await
}

#[test]
fn its_numbers_are_those_of_the_filtered_records() {
    browse_once(async |page| -> Outcome {
        for link in [
            "#/country/VNM",
            "#/country/SLB?agency=MPS&from=2024",
            "#/country/RUS?format=!bilateral",
            "#/country/USA?measure=events",
            "#/org/interpol",
            "#/org/interpol?from=2024-06&measure=countries",
        ] {
            page.open(link).await?;
            is_at(&page, &View::of(link)).await?;
            let filtered = !View::of(link).state.filters.is_empty();
            let said = "return !!one('profile-filtered')";
            page.until_equal("a word about the filters", said, filtered).await?;
        }
        Ok(())
    });
}

#[test]
fn the_ministry_and_vietnam_by_year_in_two_clicks() {
    browse_once(async |page| -> Outcome {
        page.open("#/countries").await?;
        page.shows("#/countries").await?;
        page.click("[data-test=\"country-row\"][data-value=\"VNM\"] th a").await?;
        page.is_at("#/country/VNM").await?;
        let numbers = "return all('[data-test=\"profile-years\"] tr[data-value=\"MPS\"] td').map(td => Number(td.dataset.count))";
        page.until_equal("by year, and all", numbers, json!([1, 5, 3, 3, 3, 15])).await?;
        let heads =
            "return all('[data-test=\"profile-years\"] thead th').map(th => th.textContent.trim())";
        let said =
            ["Agency", "2022 from Aug", "2023", "2024", "2025", "2026 until Mar", "All years"];
        page.until_equal("the years", heads, json!(said)).await?;
        for link in ["#/country/VNM?from=2023-06", "#/official/wang-xiaohong", "#/org/interpol"] {
            page.open(link).await?;
            page.shows(link).await?;
            let view = View::of(link);
            let (facet, id) = view.state.page.subject().unwrap();
            let lines: Value = years(&EXPLORER, &view.outcome, facet, id)
                .iter()
                .map(|line| json!(line.years.iter().chain([&line.all]).collect::<Vec<_>>()))
                .collect();
            let numbers = "return all('[data-test=\"profile-years\"] tbody tr').map(tr => all('td', tr).map(td => Number(td.dataset.count)))";
            page.until_equal("the lines", numbers, lines).await?;
            let links: Vec<(String, u32)> = page
                .read("return all('[data-test=\"profile-years\"] td a').map(a => [a.getAttribute('href'), Number(a.parentElement.dataset.count)])")
                .await?;
            for (href, count) in links {
                assert_eq!(View::of(&href).outcome.summary.interactions, count, "{href}");
            }
        }
        Ok(())
    });
}

#[test]
fn charts_filter_inside_the_profile() {
    browse_once(async |page| -> Outcome {
        let view = View::of("#/country/VNM");
        page.open(&view.link()).await?;
        is_at(&page, &view).await?;
        page.click(&mark(Chart::Agencies, "CPLC")).await?;
        is_at(&page, &View::of("#/country/VNM?agency=CPLC")).await?;
        let topic = View::of("#/country/VNM?agency=CPLC").largest(Facet::Topic);
        page.click(&mark(Chart::Topics, &topic)).await?;
        is_at(&page, &View::of(&format!("#/country/VNM?agency=CPLC&topic={topic}"))).await?;
        page.click(&mark(Chart::Timeline, "2025-06")).await?;
        let link = format!("#/country/VNM?agency=CPLC&from=2025-06&to=2025-06&topic={topic}");
        is_at(&page, &View::of(&link)).await?;
        page.back().await?;
        page.back().await?;
        is_at(&page, &View::of("#/country/VNM?agency=CPLC")).await?;
        page.click(&hook("reset")).await?;
        is_at(&page, &view).await
    });
}

#[test]
fn ways_lead_to_its_records() {
    browse_once(async |page| -> Outcome {
        let link = "#/country/VNM?agency=CPLC,MPS";
        page.open(link).await?;
        is_at(&page, &View::of(link)).await?;
        let links: Vec<(String, String, u32)> = page
            .read("return all('[data-test=\"profile-people\"] tr :is(td a, th a:not([href^=\"#/official/\"]))').map(a => [a.textContent, a.getAttribute('href'), Number(a.closest('tr').dataset.count)])")
            .await?;
        assert!(links.len() > 8, "{links:?}");
        let officials: Vec<String> = page
            .read("return all('[data-test=\"profile-people\"] th a[href^=\"#/official/\"]').map(a => a.getAttribute('href'))")
            .await?;
        assert!(officials.contains(&"#/official/wang-xiaohong?agency=CPLC,MPS".to_owned()));
        for (name, href, count) in &links {
            let there = View::of(href);
            assert_eq!(there.notices, Vec::<String>::new(), "{href}");
            // A name may also be found in the words of a record that the person did not take part in.
            assert!(there.outcome.summary.interactions >= *count, "{name}: {href}");
            assert!(
                there.state.filters.selection(Facet::Country).included().contains("VNM"),
                "{href}"
            );
        }
        page.click(&hook("profile-all-records")).await?;
        let there = "#/records?agency=CPLC,MPS&country=VNM";
        page.is_at(there).await?;
        page.until("the records are shown", "return all('[data-test=\"record\"]').length > 5")
            .await?;
        // And back from a record to the profile.
        page.go(&format!("#/record/{}", View::of(there).records()[0])).await?;
        page.until("the record is shown", "return visible(one('record-page'))").await?;
        page.click("[data-test=\"record-page\"] .people a[href^=\"#/country/VNM\"]").await?;
        page.until_equal("the profile", "return one('profile')?.dataset.id ?? null", "VNM").await
    });
}

#[test]
fn tables_beside_the_records_are_shown_with_their_sources() {
    browse_once(async |page| -> Outcome {
        let dataset = EXPLORER.dataset();
        page.open("#/countries").await?;
        for iso3 in ["VNM", "CUB", "PAK", "SLB", "KGZ", "HUN", "AND", "BRB"] {
            page.go(&format!("#/country/{iso3}")).await?;
            let shown = "return one('profile')?.dataset.id ?? null";
            page.until_equal("the profile", shown, iso3).await?;
            let items = |section: &str, key: &str| {
                format!(
                    "return all('[data-test=\"profile-{section}\"] .entries > li').map(li => li.dataset.{key})"
                )
            };
            let lists: Vec<_> = dataset.memberships_of(iso3).iter().map(|m| m.slug()).collect();
            page.until_equal("memberships", &items("memberships", "value"), json!(lists)).await?;
            let editions: Vec<_> =
                dataset.editions_naming(iso3).iter().map(|n| n.edition.edition.clone()).collect();
            page.until_equal("editions", &items("forum", "value"), json!(editions)).await?;
            let pledges: Vec<_> =
                dataset.pledges_naming(iso3).iter().map(|p| p.id.clone()).collect();
            page.until_equal("pledges", &items("pledges", "id"), json!(pledges)).await?;

            let links: Vec<(String, String)> = page
                .read("return all('[data-test=\"profile-gsi\"] [data-test=\"source\"] a').map(a => [a.getAttribute('href'), a.rel])")
                .await?;
            let urls: Vec<_> = links.iter().map(|(url, _)| url.as_str()).collect();
            let support = dataset.gsi_of(iso3);
            let sources =
                support.map_or(Vec::new(), |s| s.sources.iter().map(|s| s.url.as_str()).collect());
            assert_eq!(urls, sources, "{iso3}");
            let text: String = page.read("return one('profile-gsi').textContent").await?;
            match support {
                Some(support) => assert!(text.contains(&support.evidence), "{iso3}: {text}"),
                None => assert!(text.contains("No public statement was found"), "{iso3}: {text}"),
            }
            let rels: Vec<String> = page.read("return all('[data-test=\"profile\"] [data-test=\"source\"] a').map(a => a.rel)").await?;
            assert!(
                rels.iter().all(|rel| rel.contains("noopener") && rel.contains("noreferrer")),
                "{iso3}: {rels:?}"
            );
            // A section without anything says so.
            let silent = "return ['people', 'records', 'gsi', 'memberships', 'forum', 'pledges']
                .filter(name => (one(`profile-${name}`)?.textContent.length ?? 0) < 25)";
            page.until_equal("silent sections", silent, json!([])).await?;
        }
        Ok(())
    });
}

#[test]
fn a_country_without_records_has_a_page() {
    browse_once(async |page| -> Outcome {
        for link in ["#/country/AND", "#/country/BRB?agency=MPS"] {
            page.open(link).await?;
            is_at(&page, &View::of(link)).await?;
            page.until("it says so", "return visible(one('no-records')) && one('no-records').textContent.includes('does not mean')").await?;
            page.until_equal("charts", "return all('figure').length", 0).await?;
        }
        Ok(())
    });
}

#[test]
fn filters_that_leave_nothing_are_explained() {
    browse_once(async |page| -> Outcome {
        let link = "#/country/SLB?agency=MSS";
        page.open(link).await?;
        is_at(&page, &View::of(link)).await?;
        page.until("the view is explained", "return visible(one('empty'))").await?;
        page.click(&hook("empty-reset")).await?;
        is_at(&page, &View::of("#/country/SLB")).await
    });
}

#[test]
fn an_unknown_code_is_named_and_the_list_is_shown() {
    browse_once(async |page| -> Outcome {
        for (link, word) in [("#/country/ZZZ?agency=MPS", "ZZZ"), ("#/org/nato", "nato")] {
            page.open(link).await?;
            let shown = page.shows(link).await?;
            assert!(shown.notices.join(" ").contains(word), "{:?}", shown.notices);
            page.until("the list is shown", "return visible(one('countries'))").await?;
        }
        Ok(())
    });
}

#[test]
fn a_country_of_the_table_leads_to_its_profile() {
    browse_once(async |page| -> Outcome {
        page.open("#/countries?agency=MPS&region=southeast-asia").await?;
        page.shows("#/countries?agency=MPS&region=southeast-asia").await?;
        page.click("[data-test=\"country-row\"][data-value=\"LAO\"] th a").await?;
        // The region follows from the country and is no filter there.
        is_at(&page, &View::of("#/country/LAO?agency=MPS")).await?;
        page.click("[data-test=\"profile\"] .kicker a").await?;
        page.is_at("#/countries?agency=MPS&region=southeast-asia").await.map(drop)
    });
}

#[test]
fn a_phone_shows_it_whole() {
    use browser_tests::screen::Screen;
    browse_once(async |page| -> Outcome {
        page.look_on(Screen::PHONE).await?;
        for link in ["#/country/SLB", "#/country/AND", "#/org/interpol"] {
            page.open(link).await?;
            is_at(&page, &View::of(link)).await?;
            page.until(
                "nothing is wider than the phone",
                "return document.documentElement.scrollWidth <= innerWidth",
            )
            .await?;
        }
        Ok(())
    });
}

/// Charts stay where the filters leave nothing: each tells what there would be without its own.
#[test]
fn charts_stay_where_nothing_is_in_view() {
    browse_once(async |page| -> Outcome {
        for (link, charts) in [
            ("#/official/wang-xiaohong", [Chart::Timeline, Chart::Topics]),
            ("#/forum/gpscfl", [Chart::Agencies, Chart::Topics]),
        ] {
            page.open(link).await?;
            page.is_at(link).await?;
            page.run("window.before = all('main .charts .chart')", &[]).await?;
            let empty = format!("{link}?q=zzzzzz");
            page.go(&empty).await?;
            page.is_at(&empty).await?;
            page.until("the empty state is shown", "return visible(one('empty'))").await?;
            for chart in charts {
                let there =
                    format!("return visible(document.querySelector('{}'))", chart_hook(chart));
                page.until(&format!("{} is there", chart.id()), &there).await?;
            }
            page.go(link).await?;
            page.is_at(link).await?;
            let same = "const now = all('main .charts .chart');
                return now.length > 0 && now.length === before.length && now.every((chart, at) => chart === before[at])";
            page.until("they are the same charts", same).await?;
        }
        Ok(())
    });
}
