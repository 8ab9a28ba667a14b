//! The officials: their table, the heat maps, their profiles.

use browser_tests::hooks::{self, as_table, hook, mark};
use browser_tests::input::key;
use browser_tests::native::{EXPLORER, View};
use browser_tests::screen::Screen;
use browser_tests::{Outcome, Page, browse_once};
use explorer_explore::facet::Facet;
use explorer_number::ordinal;
use explorer_view::chart::Chart;
use explorer_view::heat::CrossTable;
use explorer_view::people::officials;
use explorer_view::profile::{foreign_side, numbers};
use serde_json::{Value, json};

const HEAT_MAPS: [(Chart, [Facet; 2]); 2] = [
    (Chart::OfficialRegions, [Facet::Official, Facet::Region]),
    (Chart::AgencyOffices, [Facet::Office, Facet::Agency]),
];

fn cross(view: &View, facets: [Facet; 2]) -> CrossTable {
    let state = &view.state;
    CrossTable::of(&EXPLORER, &state.page.base(), &state.filters, state.measure, facets)
}

/// Waits until the table of officials and both heat maps show the view.
async fn is_at(page: &Page, view: &View) -> Outcome {
    page.is_at(&view.link()).await?;
    let state = &view.state;
    let rows = officials(&EXPLORER, &state.page.base(), &state.filters, state.measure);
    let dictionary = |facet| EXPLORER.table().dictionary(facet);
    let expected: Value = rows
        .iter()
        .map(|row| {
            let years = EXPLORER.table().years().zip(&row.years);
            let formats = dictionary(Facet::Format).entries().iter().zip(&row.formats);
            let parts: serde_json::Map<String, Value> = years
                .map(|(year, count)| (year.to_string(), json!(count.to_string())))
                .chain(formats.map(|(f, count)| (f.id.clone(), json!(count.to_string()))))
                .chain([("count".to_owned(), json!(row.count.to_string()))])
                .collect();
            let regions: Vec<_> = row
                .regions
                .iter()
                .map(|(code, count)| {
                    json!([dictionary(Facet::Region).entry(*code).unwrap().id, count.to_string()])
                })
                .collect();
            let office =
                row.office.map_or("", |code| &dictionary(Facet::Office).entry(code).unwrap().id);
            let quarters: Vec<_> = row.quarters.iter().map(u32::to_string).collect();
            json!([row.id(), row.count.to_string(), parts, regions, office, quarters.join(" ")])
        })
        .collect();
    let script = "return all('[data-test=\"official-row\"]').map(tr => [
        tr.dataset.value, tr.dataset.count,
        Object.fromEntries(all('td[data-part][data-count]', tr).map(td => [td.dataset.part, td.dataset.count])),
        all('[data-part=\"regions\"] a', tr).map(a => [a.dataset.value, a.dataset.count]),
        tr.querySelector('[data-part=\"office\"]').dataset.value,
        tr.querySelector('canvas').dataset.counts,
    ])";
    page.until_equal("the officials", script, expected).await?;
    for (chart, facets) in HEAT_MAPS {
        if state.tables().contains(&chart) {
            continue;
        }
        let table = cross(view, facets);
        let row = |(at, row): (usize, &explorer_view::ranking::Ranked)| {
            let head = (format!("{}~", row.id), row.count);
            let cells = table.columns.iter().zip(table.row(at));
            let cells = cells.map(move |(column, n)| (format!("{}~{}", row.id, column.id), *n));
            std::iter::once(head).chain(cells).collect::<Vec<_>>()
        };
        let columns = table.columns.iter().map(|column| (format!("~{}", column.id), column.count));
        let expected: Value = columns
            .chain(table.rows.iter().enumerate().flat_map(row))
            .map(|(value, count)| json!([value, count.to_string()]))
            .collect();
        let script = format!(
            "return all('{}').map(mark => [mark.dataset.value, mark.dataset.count])",
            hooks::marks(chart)
        );
        page.until_equal(&format!("{} at {}", chart.id(), view.link()), &script, expected).await?;
        let title = table.finding(
            chart == Chart::AgencyOffices,
            match chart {
                Chart::AgencyOffices => "The ",
                _ => "",
            },
        );
        let script = format!("return one('chart-{}').querySelector('h2').textContent", chart.id());
        page.until_equal("the finding", &script, title).await?;
    }
    Ok(())
}

#[test]
fn its_numbers_are_the_engines() {
    browse_once(async |page| -> Outcome {
        for link in [
            "#/people",
            "#/people?agency=MPS&from=2024-03&measure=countries&to=2025",
            "#/people?official=chen-wenqing,wang-xiaohong&region=!southeast-asia",
            "#/people?measure=events&official=none",
            "#/people?agency=MSS&region=pacific-islands",
        ] {
            page.open(link).await?;
            is_at(&page, &View::of(link)).await?;
        }
        Ok(())
    });
}

#[test]
fn a_cell_filters_both_facets_and_a_second_click_clears_them() {
    browse_once(async |page| -> Outcome {
        let chart = Chart::OfficialRegions;
        page.open("#/people?format=bilateral").await?;
        is_at(&page, &View::of("#/people?format=bilateral")).await?;
        let cell = |value: &str| mark(chart, value);
        page.click(&cell("wang-xiaohong~central-asia")).await?;
        let chosen = "#/people?format=bilateral&official=wang-xiaohong&region=central-asia";
        is_at(&page, &View::of(chosen)).await?;
        let pressed = format!(
            "return all('{}[aria-pressed=\"true\"]').map(mark => mark.dataset.value)",
            hooks::marks(chart)
        );
        let expected = json!(["~central-asia", "wang-xiaohong~", "wang-xiaohong~central-asia"]);
        page.until_equal("what is pressed", &pressed, expected).await?;
        page.click_with(key::SHIFT, &cell("chen-wenqing~central-asia")).await?;
        let both =
            "#/people?format=bilateral&official=chen-wenqing,wang-xiaohong&region=central-asia";
        is_at(&page, &View::of(both)).await?;
        page.click_with(key::SHIFT, &cell("chen-wenqing~central-asia")).await?;
        is_at(&page, &View::of(chosen)).await?;
        page.click(&cell("wang-xiaohong~central-asia")).await?;
        is_at(&page, &View::of("#/people?format=bilateral")).await?;
        // A name is a facet's value; no filter leaves out a single cell.
        page.click_with(key::ALT, &cell("wang-xiaohong~central-asia")).await?;
        is_at(&page, &View::of("#/people?format=bilateral")).await?;
        page.click_with(key::ALT, &cell("wang-xiaohong~")).await?;
        is_at(&page, &View::of("#/people?format=bilateral&official=!wang-xiaohong")).await?;
        page.click(&mark(Chart::AgencyOffices, "~MPS")).await?;
        let link = "#/people?agency=MPS&format=bilateral&official=!wang-xiaohong";
        is_at(&page, &View::of(link)).await?;
        page.click(&mark(Chart::AgencyOffices, "interior-and-police~MPS")).await?;
        let link = "#/people?agency=MPS&format=bilateral&office=interior-and-police&official=!wang-xiaohong";
        is_at(&page, &View::of(link)).await?;
        page.back().await?;
        page.back().await?;
        page.back().await?;
        is_at(&page, &View::of("#/people?format=bilateral")).await
    });
}

#[test]
fn arrows_move_in_both_directions_and_the_tip_has_the_shares() {
    browse_once(async |page| -> Outcome {
        page.open("#/people").await?;
        let view = View::of("#/people");
        is_at(&page, &view).await?;
        let table = cross(&view, HEAT_MAPS[0].1);
        let id = |row: usize, column: usize| {
            format!("{}~{}", table.rows[row].id, table.columns[column].id)
        };
        page.run("one('chart-officials-by-region').querySelector('.marks button').focus()", &[])
            .await?;
        let at = "return document.activeElement.dataset.value ?? null";
        let mut steps = vec![(key::DOWN, id(0, 0)), (key::RIGHT, id(0, 1)), (key::DOWN, id(1, 1))];
        steps.extend([(key::DOWN, id(2, 1)), (key::LEFT, id(2, 0)), (key::UP, id(1, 0))]);
        steps.push((key::LEFT, format!("{}~", table.rows[1].id)));
        steps.push((key::LEFT, format!("{}~", table.rows[1].id)));
        steps.push((key::RIGHT, id(1, 0)));
        for (key, expected) in steps {
            page.press(&[key]).await?;
            page.until_equal("what is focused", at, expected).await?;
        }
        let tip = "return one('tooltip')?.textContent ?? ''";
        let count = table.count(1, 0);
        let text: String = page.read(tip).await?;
        for word in [
            format!("{}, {}", table.rows[1].label, table.columns[0].label),
            format!("Interactions{count}"),
            format!(
                "Share of {}{}",
                table.rows[1].label,
                explorer_number::percent(count, table.rows[1].count)
            ),
            format!(
                "Share of {}{}",
                table.columns[0].label,
                explorer_number::percent(count, table.columns[0].count)
            ),
        ] {
            assert!(text.contains(&word), "{text} lacks {word}");
        }
        page.press(&[key::ENTER]).await?;
        let [row, column] = [&table.rows[1].id, &table.columns[0].id];
        is_at(&page, &View::of(&format!("#/people?official={row}&region={column}"))).await?;
        page.until_equal("the focus stays", at, id(1, 0)).await
    });
}

#[test]
fn a_heat_map_is_a_table_too() {
    browse_once(async |page| -> Outcome {
        for (chart, facets) in HEAT_MAPS {
            page.open("#/people?from=2024").await?;
            is_at(&page, &View::of("#/people?from=2024")).await?;
            page.click(&as_table(chart)).await?;
            let link = format!("#/people?from=2024&table={}", chart.id());
            is_at(&page, &View::of(&link)).await?;
            let table = cross(&View::of(&link), facets);
            let rows: Value = table
                .rows
                .iter()
                .enumerate()
                .map(|(at, row)| {
                    let cells: Vec<_> = table.row(at).iter().map(u32::to_string).collect();
                    json!([row.id, row.count.to_string(), cells])
                })
                .collect();
            let script = format!(
                "return all('{} tr[data-value]').map(tr => [tr.dataset.value, tr.dataset.count, all('td[data-count]', tr).map(td => td.dataset.count)])",
                hooks::chart(chart)
            );
            page.until_equal("its rows", &script, rows).await?;
            let heads: Vec<String> = page
                .read(&format!(
                    "return all('{} thead th').map(th => th.textContent)",
                    hooks::chart(chart)
                ))
                .await?;
            let labels: Vec<_> = table.columns.iter().map(|c| c.label.clone()).collect();
            assert_eq!(heads[2], "Uncertain");
            assert_eq!(heads[3..3 + labels.len()], labels);
        }
        Ok(())
    });
}

#[test]
fn numbers_lead_to_as_many_records() {
    browse_once(async |page| -> Outcome {
        let link = "#/people?from=2023-06&official=wang-xiaohong&to=2025-03";
        page.open(link).await?;
        is_at(&page, &View::of(link)).await?;
        let links: Vec<(String, u32)> = page
            .read("return all('[data-test=\"official-row\"] :is(td[data-count] a, a[data-count])').map(a => [a.getAttribute('href'), Number(a.closest('[data-count]').dataset.count)])")
            .await?;
        assert!(links.len() > 40, "{links:?}");
        for (href, count) in links {
            let there = View::of(&href);
            assert_eq!(there.notices, Vec::<String>::new(), "{href}");
            assert!(href.starts_with("#/records?"), "{href}");
            assert_eq!(there.outcome.summary.interactions, count, "{href}");
        }
        Ok(())
    });
}

#[test]
fn a_profile_opens_and_has_the_engines_numbers() {
    browse_once(async |page| -> Outcome {
        page.open("#/people?region=africa").await?;
        is_at(&page, &View::of("#/people?region=africa")).await?;
        page.click("[data-test=\"official-row\"][data-value=\"wang-xiaohong\"] th a").await?;
        for link in [
            "#/official/wang-xiaohong?region=africa",
            "#/official/chen-wenqing?measure=events",
            "#/official/liu-zhao",
        ] {
            page.go(link).await?;
            let view = View::of(link);
            page.is_at(&view.link()).await?;
            let (_, id) = view.state.page.subject().unwrap();
            page.until_equal("the profile", "return one('profile')?.dataset.id ?? null", id)
                .await?;
            let official = EXPLORER.dataset().officials.iter().find(|o| o.id == id).unwrap();
            let post = "return one('profile-post').textContent";
            page.until_equal("the post", post, official.post.as_str()).await?;
            let native = numbers(&EXPLORER, &view.state, &view.outcome);
            let of = |some: u32, all: u32| {
                if some == all { some.to_string() } else { format!("{some} of {all}") }
            };
            let place = native.place.unwrap();
            for (name, text) in [
                ("interactions", of(native.in_view.interactions, native.all.interactions)),
                ("events", of(native.in_view.events, native.all.events)),
                ("countries", of(native.in_view.countries, native.all.countries)),
            ] {
                let script =
                    format!("return one('profile-{name}').querySelector('dd').textContent");
                page.until_equal(name, &script, text).await?;
            }
            let script = "return one('profile-place').querySelector('dd').textContent";
            let text: String = page.read(script).await?;
            let words = format!("{} of {} officials", ordinal(place.position), place.of);
            assert!(text.starts_with(&words), "{text}");
            let people: Value = foreign_side(&EXPLORER, &view.outcome)
                .iter()
                .map(|p| json!([p.name.unwrap_or_default(), p.count.to_string()]))
                .collect();
            let rows = "return all('[data-test=\"profile-people\"] tr[data-count]').map(tr => [tr.dataset.value, tr.dataset.count])";
            page.until_equal("the people", rows, people).await?;
            let charts: Vec<String> =
                page.read("return all('figure').map(f => f.dataset.test)").await?;
            let names = [
                "timeline",
                "map",
                "regions",
                "countries",
                "formats",
                "offices",
                "topics",
                "forums",
            ];
            assert_eq!(charts, names.map(|name| format!("chart-{name}")));
            for chart in [Chart::Regions, Chart::Formats, Chart::Offices, Chart::Topics] {
                let counts: std::collections::BTreeMap<_, _> =
                    view.counts(chart).into_iter().collect();
                let wrong = format!(
                    "const counts = {};
                     const marks = all('{}');
                     return marks.length === 0 ? 'no mark' : marks
                         .filter(mark => Number(mark.dataset.count) !== counts[mark.dataset.value])
                         .map(mark => mark.dataset.value + ' ' + mark.dataset.count).join()",
                    json!(counts),
                    hooks::marks(chart)
                );
                page.until_equal(&format!("wrong marks of {}", chart.id()), &wrong, "").await?;
            }
        }
        let choose = "document.querySelector(arguments[0]).click()";
        page.run(choose, &[mark(Chart::Formats, "bilateral").into()]).await?;
        page.is_at("#/official/liu-zhao?format=bilateral").await?;
        page.click("[data-test=\"profile\"] .kicker a").await?;
        is_at(&page, &View::of("#/people?format=bilateral")).await?;
        // A record names its officials as ways to their profiles.
        let event =
            EXPLORER.dataset().events.iter().find(|event| event.officials.len() == 2).unwrap();
        page.go(&format!("#/record/{}", event.id)).await?;
        page.until_equal(
            "ways to profiles",
            "return all('[data-test=\"record-page\"] .people a[href^=\"#/official/\"]').length",
            2,
        )
        .await
    });
}

#[test]
fn an_unknown_official_is_named_and_the_list_is_shown() {
    browse_once(async |page| -> Outcome {
        page.open("#/official/nobody?agency=MPS").await?;
        let shown = page.shows("#/official/nobody?agency=MPS").await?;
        assert!(shown.notices.join(" ").contains("nobody"), "{:?}", shown.notices);
        page.until("the list is shown", "return visible(one('officials'))").await.map(drop)
    });
}

#[test]
fn a_phone_shows_it_whole() {
    browse_once(async |page| -> Outcome {
        page.look_on(Screen::PHONE).await?;
        for link in ["#/people", "#/people?table=officials-by-region", "#/official/wang-xiaohong"] {
            page.open(link).await?;
            page.is_at(link).await?;
            page.until(
                "nothing is wider than the phone",
                "return document.documentElement.scrollWidth <= innerWidth",
            )
            .await?;
        }
        page.open("#/people").await?;
        is_at(&page, &View::of("#/people")).await?;
        page.tap(&mark(Chart::OfficialRegions, "wang-xiaohong~africa")).await?;
        is_at(&page, &View::of("#/people?official=wang-xiaohong&region=africa")).await?;
        page.until(
            "it says what is chosen",
            &format!("return visible(document.querySelector('{}'))", hook("chip")),
        )
        .await
        .map(drop)
    });
}
