//! The table of countries.

use browser_tests::hooks::hook;
use browser_tests::native::{EXPLORER, View};
use browser_tests::{Engine, Outcome, Page, Settings, browse, browse_once, browse_with};
use explorer_explore::facet::Facet;
use explorer_view::countries::{CountryRow, organizations, rows, total};
use explorer_view::country_table::{CountryColumn, CountrySort, Side};
use explorer_view::met_at::MetAt;
use serde_json::{Value, json};

/// The rows of a view, as the engine has them.
fn native(view: &View) -> Vec<CountryRow> {
    rows(&EXPLORER, &view.outcome, view.state.periods, view.state.country_sort)
}

/// What the table should hold: per row its code, its position, and every cell by its part.
fn expected(view: &View) -> Value {
    let row = |row: &CountryRow| {
        let id = |facet: Facet, code: Option<u16>| {
            let entry = code.and_then(|code| EXPLORER.table().dictionary(facet).entry(code));
            entry.map_or(String::new(), |entry| entry.id.clone())
        };
        let mut cells = vec![json!(["count", row.count.to_string()])];
        for (year, count) in &row.years {
            cells.push(json!([year.to_string(), count.to_string()]));
        }
        for (column, count) in CountryColumn::PARTS.into_iter().zip(row.parts) {
            let (_, id) = column.part().unwrap();
            cells.push(json!([id, count.to_string()]));
        }
        cells.push(json!(["forums", row.forums.count.to_string()]));
        cells.push(json!(["first", row.contacts.first.to_string()]));
        cells.push(json!(["last", row.contacts.last.to_string()]));
        for (side, count) in Side::BOTH.into_iter().zip(row.periods) {
            cells.push(json!([side.key(), count.to_string()]));
        }
        let change = row.number(CountryColumn::Change).unwrap();
        cells.push(json!(["change", change.to_string()]));
        cells.push(json!(["rank", id(Facet::Rank, row.rank)]));
        cells.push(json!(["office", id(Facet::Office, row.office)]));
        let quarters: Vec<_> = row.quarters.iter().map(ToString::to_string).collect();
        json!([
            row.iso3,
            row.count.to_string(),
            row.position.to_string(),
            row.name,
            quarters.join(" "),
            cells
        ])
    };
    native(view).iter().map(row).collect()
}

const TABLE: &str = "return all('[data-test=\"country-row\"]').map(row => [
    row.dataset.value,
    row.dataset.count,
    row.querySelector('.position').textContent,
    row.querySelector('th a').firstChild.textContent,
    row.querySelector('canvas').dataset.counts,
    all('[data-part]', row).map(cell => [cell.dataset.part, cell.dataset.count ?? cell.dataset.value ?? '']),
])";

/// Waits until the address is that view's and the table is, cell by cell.
async fn is_at(page: &Page, view: &View) -> Outcome {
    page.is_at(&view.link()).await?;
    page.until_equal("the table of countries", TABLE, expected(view)).await
}

#[test]
fn every_cell_is_the_engines() {
    browse_once(async |page| -> Outcome {
        for link in [
            "#/countries",
            "#/countries?agency=MPS&from=2024&order=name",
            "#/countries?earlier=2022-08..2024-05&later=2024-06..2026-03&measure=events&order=-change",
            "#/countries?measure=countries&order=-office&region=southeast-asia,central-asia",
            "#/countries?format=!multilateral&order=first&q=narcotics",
        ] {
            page.open(&View::of(link).link()).await?;
            is_at(&page, &View::of(link)).await?;
            // The words beside the numbers say the same.
            let said = "return all('[data-test=\"country-row\"]').every(row => all('[data-count]', row).every(cell => {
                const said = cell.textContent.replaceAll(',', '').replace('\\u2212', '-').match(/^[+-]?\\d+/);
                return Number(said?.[0]) === Number(cell.dataset.count);
            }))";
            page.until("the numbers are what the hooks say", said).await?;
            let view = View::of(link);
            let total = total(&EXPLORER, &view.outcome, view.state.periods, &native(&view));
            let parts = CountryColumn::PARTS.into_iter().zip(total.parts);
            let parts = parts.map(|(column, n)| (column.part().unwrap().1.to_owned(), n.into()));
            let [earlier, later] = total.periods.map(i64::from);
            let sums: std::collections::BTreeMap<String, i64> = [
                ("count".to_owned(), total.count.into()),
                ("forums".to_owned(), total.forums.count.into()),
                ("earlier".to_owned(), earlier),
                ("later".to_owned(), later),
                ("change".to_owned(), later - earlier),
            ]
            .into_iter()
            .chain(total.years.iter().map(|(year, n)| (year.to_string(), i64::from(*n))))
            .chain(parts)
            .collect();
            let said = "return Object.fromEntries(all('[data-test=\"country-total\"] [data-part]')
                .map(cell => [cell.dataset.part, Number(cell.dataset.count)]))";
            page.until_equal("the sums", said, json!(sums)).await?;
        }
        Ok(())
    });
}

#[test]
fn organizations_follow_in_a_table_of_their_own() {
    browse_once(async |page| -> Outcome {
        for link in ["#/countries", "#/countries?measure=countries&region=organizations"] {
            page.open(link).await?;
            page.shows(link).await?;
            let expected: Value = organizations(&EXPLORER, &View::of(link).outcome)
                .iter()
                .map(|row| json!([row.id, row.count.to_string(), row.contacts.first.to_string()]))
                .collect();
            let table = "return all('[data-test=\"organization-row\"]').map(row =>
                [row.dataset.value, row.dataset.count, row.querySelector('[data-part=first]').dataset.value])";
            page.until_equal("the organizations", table, expected).await?;
        }
        page.click("[data-test=\"organization-row\"][data-value=\"interpol\"] th a").await?;
        let view = View::of("#/countries?measure=countries&region=organizations");
        let profile = explorer_view::state::Page::Organization("interpol".to_owned());
        page.is_at(&View::from(view.state.on(profile)).link()).await.map(drop)
    });
}

#[test]
fn every_heading_sorts_both_ways() {
    browse_once(async |page| -> Outcome {
        let mut view = View::of("#/countries?agency=MPS&region=southeast-asia,central-asia");
        page.open(&view.link()).await?;
        is_at(&page, &view).await?;
        for column in CountryColumn::ALL.into_iter().chain([CountryColumn::Year(2024)]) {
            for _ in 0..2 {
                page.click(&format!("button[data-sort=\"{}\"]", column.id())).await?;
                let sort = view.state.country_sort.after_click(column);
                view = view.after(|state| state.country_sort = sort);
                is_at(&page, &view).await?;
                let said = "return all('[data-test=\"countries\"] th[aria-sort]')
                    .map(th => [th.querySelector('button').dataset.sort, th.getAttribute('aria-sort')])
                    .filter(([, sort]) => sort !== 'none')";
                let order = if sort.descending { "descending" } else { "ascending" };
                page.until_equal("aria-sort", said, json!([[column.id(), order]])).await?;
            }
        }
        assert_ne!(view.state.country_sort, CountrySort::default());
        page.back().await?;
        let sort = view.state.country_sort;
        let turned = CountrySort { descending: !sort.descending, ..sort };
        is_at(&page, &view.after(|state| state.country_sort = turned)).await
    });
}

/// A field of a period.
fn field(tag: &str, side: Side) -> String {
    format!("{} {tag}", hook(&format!("period-{}", side.key())))
}

/// Chooses an option of a select, as a person would with the keyboard.
async fn choose(page: &Page, side: Side, value: &str) -> Outcome {
    let script = "
        const select = document.querySelector(arguments[0]);
        select.value = arguments[1];
        select.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(script, &[field("select", side).into(), value.into()]).await.map(drop)
}

#[test]
fn periods_are_chosen_or_typed_and_stand_in_the_link() {
    browse_once(async |page| -> Outcome {
        let start = View::of("#/countries?agency=MPS");
        page.open(&start.link()).await?;
        is_at(&page, &start).await?;
        let value = |tag: &str, side| {
            format!("return document.querySelector('{}').value", field(tag, side))
        };
        page.until_equal("the field", &value("input", Side::Earlier), "2023").await?;

        choose(&page, Side::Earlier, "2022-08..2024-05").await?;
        is_at(&page, &View::of("#/countries?agency=MPS&earlier=2022-08..2024-05")).await?;
        let typed = value("input", Side::Earlier);
        page.until_equal("the field", &typed, "2022-08..2024-05").await?;

        page.write(&field("input", Side::Later), "2024-06..2025-01").await?;
        page.press(&[browser_tests::input::key::ENTER]).await?;
        let both =
            View::of("#/countries?agency=MPS&earlier=2022-08..2024-05&later=2024-06..2025-01");
        is_at(&page, &both).await?;
        // What is not among the options is shown as typed.
        page.until_equal("the select", &value("select", Side::Later), "").await?;
        // And said in words.
        let words = "return all('[data-test=\"period-words\"]').map(words => words.textContent)";
        let said = json!(["Aug 2022 – May 2024", "Jun 2024 – Jan 2025"]);
        page.until_equal("how the periods are read", words, said).await?;

        // Back and forward carry the fields along.
        page.back().await?;
        is_at(&page, &View::of("#/countries?agency=MPS&earlier=2022-08..2024-05")).await?;
        page.until_equal("the field", &value("input", Side::Later), "2024").await?;

        // An empty field is the default.
        page.write(&field("input", Side::Earlier), "").await?;
        page.press(&[browser_tests::input::key::ENTER]).await?;
        is_at(&page, &start).await?;
        page.until_equal("the field", &value("input", Side::Earlier), "2023").await
    });
}

#[test]
fn a_bad_period_is_explained_and_stays_as_it_was_typed() {
    browse_once(async |page| -> Outcome {
        let view = View::of("#/countries");
        page.open(&view.link()).await?;
        is_at(&page, &view).await?;
        let input = field("input", Side::Later);
        page.write(&input, "2024-13").await?;
        page.press(&[browser_tests::input::key::ENTER]).await?;
        let error = format!(
            "const error = document.querySelector('{} [data-test=\"period-error\"]');
             return visible(error) && error.textContent.includes('2024-13') && error.textContent.includes('2023-07..2024-06')",
            hook("period-later")
        );
        page.until("the error names what was given and what is expected", &error).await?;
        // Meanwhile the view goes on, and the text stays.
        page.click("button[data-sort=\"name\"]").await?;
        is_at(&page, &View::of("#/countries?order=name")).await?;
        let typed = format!("return document.querySelector('{input}').value");
        page.until_equal("what was typed", &typed, "2024-13").await?;
        page.until("the error stays", &error).await?;
        let invalid =
            format!("return document.querySelector('{input}').getAttribute('aria-invalid')");
        page.until_equal("aria-invalid", &invalid, "true").await?;

        page.write(&input, "2024-12").await?;
        page.press(&[browser_tests::input::key::ENTER]).await?;
        is_at(&page, &View::of("#/countries?later=2024-12&order=name")).await?;
        page.until_equal("aria-invalid", &invalid, "false").await?;
        let gone = format!(
            "return document.querySelector('{} [data-test=\"period-error\"]').textContent",
            hook("period-later")
        );
        page.until_equal("the error", &gone, "").await
    });
}

#[test]
fn countries_met_at_one_forum_only_can_be_listed() {
    browse_once(async |page| -> Outcome {
        page.open("#/countries").await?;
        page.shows("#/countries").await?;
        let view =
            View::of("#/countries").after(|state| state.met = MetAt::Forum("gpscfl".to_owned()));
        // The choice is filled when the page rests.
        page.until(
            "the forum can be chosen",
            "return !!one('met').querySelector('[value=gpscfl]')",
        )
        .await?;
        page.run("one('met').value = 'gpscfl'; one('met').dispatchEvent(new Event('change'))", &[])
            .await?;
        page.is_at(&view.link()).await?;
        let all = native(&view);
        let listed: Vec<_> = all
            .iter()
            .filter(|row| view.state.met.keeps(&EXPLORER, row))
            .map(|row| row.iso3.as_str())
            .collect();
        assert!(!listed.is_empty() && listed.len() < all.len());
        let rows = "return all('[data-test=\"country-row\"]').map(row => row.dataset.value)";
        page.until_equal("the countries", rows, json!(listed)).await?;
        let total = "return one('country-total').querySelector('[data-part=count]').dataset.count";
        let sum: u32 =
            all.iter().filter(|row| listed.contains(&&*row.iso3)).map(|row| row.count).sum();
        page.until_equal("their sum", total, json!(sum.to_string())).await?;
        // By script, as the step was: WebKit's own back passes over it.
        page.run("history.back()", &[]).await?;
        page.is_at("#/countries").await?;
        page.until_equal("all countries", &format!("{rows}.length"), all.len()).await
    });
}

#[test]
fn a_number_leads_to_exactly_those_records() {
    browse_once(async |page| -> Outcome {
        for link in ["#/countries?to=2025-06", "#/countries?agency=CPLC,MPS&format=!multilateral"] {
            let view = View::of(link);
            page.open(link).await?;
            is_at(&page, &view).await?;
            let links: Vec<(String, String, String, u32)> = page
                .read(
                    "return all('[data-test=\"country-row\"] td[data-count] a').map(a => [
                        a.closest('tr').dataset.value, a.parentElement.dataset.part,
                        a.getAttribute('href'), Number(a.parentElement.dataset.count)])",
                )
                .await?;
            assert!(links.len() > 100, "{link}: {} links", links.len());
            for (iso3, part, href, count) in &links {
                let there = View::of(href);
                assert_eq!(there.notices, Vec::<String>::new(), "{href}");
                let summary = there.outcome.summary;
                assert_eq!(summary.interactions, *count, "{link} {iso3} {part}: {href}");
                assert!(there.state.filters.selection(Facet::Country).included().contains(iso3));
            }
            let zeros = "return all('[data-test=\"country-row\"] td[data-count=\"0\"] a').length";
            page.until_equal("links of zeros", zeros, 0).await?;
        }
        page.click("[data-value=\"VNM\"] [data-part=\"CPLC\"] a").await?;
        let there = "#/records?agency=CPLC&country=VNM&format=!multilateral";
        page.is_at(there).await?;
        let shown = "return all('[data-test=\"record\"]').map(row => row.dataset.id)";
        page.until_equal("the records", shown, json!(View::of(there).records())).await
    });
}

#[test]
fn a_view_without_records_says_so() {
    browse_once(async |page| -> Outcome {
        let link = "#/countries?agency=MSS&country=FJI";
        page.open(link).await?;
        page.shows(link).await?;
        page.until("the view is explained", "return visible(one('empty')) && !one('countries')")
            .await?;
        page.click(&hook("empty-reset")).await?;
        is_at(&page, &View::of("#/countries")).await
    });
}

#[test]
fn sparklines_are_sharp_and_follow_the_theme() {
    use browser_tests::hooks::switch;
    use browser_tests::screen::Screen;
    for ratio in [1.0, 1.5, 2.0, 3.0] {
        browse_with(Settings { ratio, ..Settings::USUAL }, async move |page| -> Outcome {
            let why = "its densities are whole numbers";
            if ratio.fract() > 0.0 && !page.only_in(&[Engine::Chromium, Engine::Firefox], why) {
                return Ok(());
            }
            page.look_on(Screen::DESKTOP.at(ratio)).await?;
            page.open("#/countries").await?;
            page.shows("#/countries").await?;
            let sharp =
                "return all('.spark canvas').length > 60 && all('.spark canvas').every(canvas => {
                const box = canvas.getBoundingClientRect();
                return Math.abs(canvas.width - box.width * devicePixelRatio) < 1
                    && Math.abs(canvas.height - box.height * devicePixelRatio) < 1;
            })";
            page.until(&format!("the sparklines are sharp at {ratio}"), sharp).await.map(drop)
        });
    }
    browse(async |page| -> Outcome {
        page.open("#/countries").await?;
        let corner = "return [...document.querySelector('.spark canvas').getContext('2d').getImageData(1, 1, 1, 1).data]";
        page.click(&switch("theme", "dark")).await?;
        page.until_equal("the ground in the dark", corner, json!([0x16, 0x18, 0x1c, 255])).await?;
        page.click(&switch("theme", "light")).await?;
        page.until_equal("the ground in the light", corner, json!([0xfd, 0xfc, 0xfa, 255])).await
    });
}

#[test]
fn a_phone_shows_all_of_it_and_every_target_is_large_enough() {
    use browser_tests::screen::Screen;
    browse_once(async |page| -> Outcome {
        page.look_on(Screen::PHONE).await?;
        page.open("#/countries").await?;
        page.shows("#/countries").await?;
        page.until(
            "nothing is wider than the phone",
            "return document.documentElement.scrollWidth <= innerWidth",
        )
        .await?;
        let small = "return all('.countries :is(a, button, select, input)').filter(visible)
            .map(e => [e.textContent.slice(0, 20), e.getBoundingClientRect()])
            .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
            .map(([text, box]) => `${text}: ${box.width} × ${box.height}`).slice(0, 5)";
        page.until_equal("targets that are too small", small, json!([])).await?;
        // The names stay while the numbers are scrolled.
        page.run("document.querySelector('.country-scroll').scrollLeft = 400", &[]).await?;
        let stays = "const box = document.querySelector('[data-test=\"country-row\"] th').getBoundingClientRect();
            return box.left >= -1 && box.left < 20";
        page.until("the first column stays", stays).await.map(drop)
    });
}
