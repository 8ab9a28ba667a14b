//! The paper's page: figures, tables and published numbers.

use std::collections::BTreeMap;

use browser_tests::engine::Engine;
use browser_tests::hooks::{as_table, hook, mark, switch};
use browser_tests::input::key;
use browser_tests::native::{EXPLORER, View};
use browser_tests::screen::Screen;
use browser_tests::{Outcome, Page, browse, browse_once};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_view::chart::Chart;
use explorer_view::claims::claims;
use explorer_view::hash::decode;
use explorer_view::paper::{agency_rows, most_met, sections};
use explorer_view::published::{Comparison, comparisons};
use serde_json::{Value, json};

fn section(id: &str) -> String {
    hook(&format!("paper-{id}"))
}

/// The link of an exhibit's view, with further filters of the reader's.
fn view_of(id: &str, reader: &str) -> View {
    let exhibit = EXPLORER.dataset().exhibits.iter().find(|exhibit| exhibit.id == id).unwrap();
    let base = decode(&exhibit.view, &EXPLORER).0;
    let reader = View::of(&format!("#/paper?{reader}")).state;
    let mut state = base.clone();
    state.filters = reader.filters.within(&base.filters).within(&reader.page.base());
    state.measure = reader.measure;
    View::from(state)
}

/// Waits until the marks of a chart are what the view counts.
async fn chart_is(page: &Page, chart: Chart, counts: Vec<(String, u32)>) -> Outcome {
    let counts: BTreeMap<String, u32> = counts.into_iter().collect();
    let most = counts.values().max().copied().unwrap_or_default();
    let wrong = format!(
        "const counts = {};
         const marks = all('[data-test=\"chart-{}\"] .marks button[data-value]');
         if (marks.length === 0) return 'no mark';
         if (!marks.some(mark => Number(mark.dataset.count) === {most})) return 'not the largest';
         return marks.filter(mark => Number(mark.dataset.count) !== counts[mark.dataset.value])
             .map(mark => mark.dataset.value + ' ' + mark.dataset.count).join()",
        json!(counts),
        chart.id(),
    );
    page.until_equal(&format!("wrong marks of {}", chart.id()), &wrong, "").await
}

/// Waits until every figure and table shows what the engine has for the reader's filters.
async fn exhibits_are(page: &Page, reader: &str) -> Outcome {
    let bins = view_of("figure-1", reader).timeline().into_iter();
    let bins = bins.map(|(bin, count)| (bin.key(), count)).collect();
    chart_is(page, Chart::Figure(1), bins).await?;
    for (id, chart, facet) in [
        ("figure-2", Chart::Figure(2), Facet::Country),
        ("figure-4", Chart::Figure(4), Facet::Country),
        ("figure-5", Chart::Figure(5), Facet::Country),
        ("figure-9", Chart::Figure(9), Facet::Region),
    ] {
        chart_is(page, chart, view_of(id, reader).facet(facet)).await?;
    }
    for (at, agency) in (0..).zip(["MPS", "CPLC", "MSS"]) {
        let view = view_of("figure-3", reader);
        let of_agency = view.after(|state| {
            state.filters.clear(Facet::Agency);
            state.filters.set(Facet::Agency, agency, Standing::Included);
        });
        chart_is(page, Chart::Reach(at), of_agency.facet(Facet::Country)).await?;
    }
    let rows = |list: &str| {
        format!(
            "return all('{list} tbody tr[data-value]').map(tr => [tr.dataset.value, tr.dataset.count])"
        )
    };
    let agencies = agency_rows(&EXPLORER, &view_of("table-1", reader).state.filters);
    let agencies: Value =
        agencies.iter().map(|row| json!([row.id, row.summary.interactions.to_string()])).collect();
    page.until_equal("Table 1", &rows(&hook("table-1")), agencies).await?;
    let scope = view_of("table-2", reader).state.filters;
    let top = |filters: &_| -> Value {
        let met = most_met(&EXPLORER, filters);
        met.iter().take(15).map(|met| met.count.to_string()).collect()
    };
    let counts = |list: &str| {
        format!("return all('{list} tbody tr[data-value]').map(tr => tr.dataset.count)")
    };
    page.until_equal("Table 2", &counts(&hook("table-2")), top(&scope)).await?;
    for (facet, id) in [
        (Facet::Official, "chen-wenqing"),
        (Facet::Official, "wang-xiaohong"),
        (Facet::Agency, "MPS"),
    ] {
        let mut filters = scope.clone();
        filters.clear(Facet::Official);
        filters.clear(Facet::Agency);
        filters.set(facet, id, Standing::Included);
        let list = format!("[data-list={id}]");
        page.until_equal(&format!("Table 3, {id}"), &counts(&list), top(&filters)).await?;
    }
    Ok(())
}

#[test]
fn every_figure_and_table_shows_what_the_engine_counts() {
    browse_once(async |page| -> Outcome {
        page.open("#/paper").await?;
        page.shows("#/paper").await?;
        exhibits_are(&page, "").await?;
        for id in sections(&EXPLORER) {
            // Something is drawn or listed, and it is said how far it reaches.
            let filled = format!(
                "const section = document.querySelector('{}');
                 section.scrollIntoView({{ behavior: 'instant' }});
                 return all('{}', section).some(e => visible(e) && e.getBoundingClientRect().height > 10)",
                section(id),
                match id {
                    "claims" => "[data-test=claim]",
                    // It cannot be rebuilt, so nothing is drawn under its title.
                    "figure-8" => "dd",
                    _ if id.starts_with("figure") => "figure canvas",
                    _ => "tbody tr[data-value]",
                }
            );
            page.until(&format!("{id} has content"), &filled).await?;
            if id == "figure-8" {
                let drawn =
                    "return all('[data-test=\"paper-figure-8\"] :is(canvas, figure)').length";
                page.until_equal("nothing is drawn", drawn, 0).await?;
            }
            if !["numbers", "claims"].contains(&id) {
                let told = format!(
                    "const section = document.querySelector('{}');
                     return all('dd', section).length === 3 && all('dd', section).every(dd => dd.textContent.length > 20)
                         && one('coverage', section).textContent.length > 20",
                    section(id)
                );
                page.until(&format!("{id} says how far it reaches and why"), &told).await?;
            }
        }
        Ok(())
    });
}

#[test]
fn a_click_on_a_figure_filters_all_of_them() {
    browse_once(async |page| -> Outcome {
        page.open("#/paper").await?;
        page.click(&mark(Chart::Figure(9), "southeast-asia")).await?;
        page.is_at("#/paper?region=southeast-asia").await?;
        exhibits_are(&page, "region=southeast-asia").await?;
        page.click(&switch("measure", "events")).await?;
        page.is_at("#/paper?measure=events&region=southeast-asia").await?;
        chart_is(
            &page,
            Chart::Figure(9),
            view_of("figure-9", "measure=events&region=southeast-asia").facet(Facet::Region),
        )
        .await?;
        // By keyboard, and back to all.
        let bar = mark(Chart::Figure(9), "southeast-asia");
        page.run("document.querySelector(arguments[0]).focus()", &[bar.into()]).await?;
        page.press(&[key::ENTER]).await?;
        page.is_at("#/paper?measure=events").await?;
        page.click(&as_table(Chart::Figure(9))).await?;
        page.is_at("#/paper?measure=events&table=figure-9").await?;
        let native = view_of("figure-9", "measure=events").facet(Facet::Region);
        let native: BTreeMap<_, _> = native.into_iter().filter(|(_, count)| *count > 0).collect();
        let rows = "return Object.fromEntries(all('[data-test=\"chart-figure-9\"] tbody tr')
            .filter(tr => tr.dataset.count !== '0').map(tr => [tr.dataset.value, Number(tr.dataset.count)]))";
        page.until_equal("the figure as a table", rows, json!(native)).await
    });
}

#[test]
fn open_in_the_explorer_gives_the_same_numbers() {
    browse_once(async |page| -> Outcome {
        for reader in ["", "agency=MPS"] {
            page.open(&format!("#/paper?{reader}")).await?;
            for (at, exhibit) in EXPLORER.dataset().exhibits.iter().enumerate() {
                let link = format!("{} {}", section(&exhibit.id), hook("open-in-explorer"));
                let href = format!("return document.querySelector('{link}')?.getAttribute('href')");
                let href = page.until("the link of an exhibit", &href).await?;
                let href = href.as_str().unwrap().to_owned();
                let (state, notices) = decode(&href, &EXPLORER);
                assert!(notices.is_empty(), "{href}: {notices:?}");
                let native = view_of(&exhibit.id, reader);
                let view = View::of(&href);
                assert_eq!(view.outcome.summary, native.outcome.summary, "{href}");
                assert_eq!(state.layer, native.state.layer, "{href}");
                // What a link shows is looked at for some of them.
                if at % 4 == 0 {
                    page.click(&link).await?;
                    page.is_at(&href).await?;
                    page.back().await?;
                }
            }
        }
        Ok(())
    });
}

/// On a slow machine a section comes late, and a reader may have scrolled meanwhile.
#[test]
fn who_scrolls_before_a_section_is_there_is_not_taken_to_it() {
    browse(async |page| -> Outcome {
        if page.engine() == Engine::Chromium {
            page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 6 })).await?;
        }
        page.open("#/overview").await?;
        page.shows("#/overview").await?;
        let scroll = "
            const look = () => {
                if (!document.querySelector('[data-test^=paper-]')) return requestAnimationFrame(look);
                dispatchEvent(new WheelEvent('wheel', { deltaY: 5 }));
                scrollTo(0, 5);
            };
            requestAnimationFrame(look);";
        page.run(scroll, &[]).await?;
        page.follow("#/paper/figure-7").await?;
        page.shows("#/paper/figure-7").await?;
        // The last section is there, and what follows its frame is done.
        let behind = "
            const look = frames => frames > 0
                ? requestAnimationFrame(() => setTimeout(() => look(frames - 1)))
                : arguments[1](Math.round(scrollY));
            const wait = () => document.querySelector(arguments[0]) ? look(4) : requestAnimationFrame(wait);
            wait()";
        let top = page.client().execute_async(behind, vec![section("numbers").into()]).await?;
        assert_eq!(top, json!(5), "the place");
        Ok(())
    });
}

/// However late a section comes, as it does on a slow machine: by then the place of the reader is noted.
#[test]
fn a_link_from_another_page_leads_to_its_section() {
    browse(async |page| -> Outcome {
        if page.engine() == Engine::Chromium {
            page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 6 })).await?;
        }
        for id in ["claims", "figure-7", "numbers"] {
            page.open("#/overview").await?;
            page.shows("#/overview").await?;
            page.follow(&format!("#/paper/{id}")).await?;
            let in_sight = format!(
                "const box = document.querySelector('{}')?.getBoundingClientRect();
                 return !!box && box.top > -10 && box.top < innerHeight / 2",
                section(id)
            );
            page.until(&format!("{id} is in sight"), &in_sight).await?;
        }
        Ok(())
    });
}

#[test]
fn sections_have_an_address() {
    browse(async |page| -> Outcome {
        let in_sight = |id: &str| {
            format!(
                "const box = document.querySelector('{}').getBoundingClientRect();
                 return box.top > -10 && box.top < innerHeight / 2",
                section(id)
            )
        };
        page.open("#/paper/table-2").await?;
        page.until("Table 2 is in sight", &in_sight("table-2")).await?;
        page.run("scrollTo({ top: 0, behavior: 'instant' })", &[]).await?;
        let top = "return history.state?.place?.split(' ')[0] === '0'";
        page.until("the place is noted", top).await?;
        page.click(".paper-contents a[href='#/paper/figure-5']").await?;
        page.until_equal("the address", "return location.hash", "#/paper/figure-5").await?;
        page.until("Figure 5 is in sight", &in_sight("figure-5")).await?;
        let current = "return all('.paper-contents [aria-current]').map(a => a.textContent)";
        page.until_equal("the current section", current, json!(["Figure 5"])).await?;
        // Back is where the reader was when clicking, which is far above Table 2.
        page.back().await?;
        let above = "return location.hash === '#/paper/table-2' && scrollY < 400";
        page.until("the place is the one that was left", above).await?;
        page.open("#/paper/figure-10").await?;
        let notice = "return one('notice')?.textContent.includes('figure-9') ?? false";
        page.until("the notice names the sections", notice).await.map(drop)
    });
}

#[test]
fn published_numbers_stand_beside_those_of_the_records() {
    browse_once(async |page| -> Outcome {
        let rows =
            "return all('[data-test=\"paper-numbers\"] [data-test=\"published-number\"]').map(tr =>
            [tr.dataset.value, tr.querySelector('[data-part=computed]')?.dataset.count ?? null,
             tr.querySelector('[data-part=computed] a')?.getAttribute('href') ?? null])";
        let row = |c: &Comparison<'_>| {
            let first = c.readings.first();
            let tenths = first.map(|reading| reading.number.tenths.to_string());
            json!([c.published.id, tenths, first.map(|reading| &reading.link)])
        };
        // What can be given, what else is stated, and slips: three lists.
        let native = |computable: bool| -> Value {
            let all = comparisons(&EXPLORER);
            let (slips, all): (Vec<_>, Vec<_>) =
                all.into_iter().partition(|c| c.published.erratum.is_some());
            let (given, others): (Vec<_>, Vec<_>) =
                all.into_iter().partition(|c| c.published.is_computable());
            let folded = others.iter().chain(&slips).filter(|_| !computable);
            given.iter().chain(folded).map(row).collect()
        };
        page.open("#/paper/numbers").await?;
        page.until_equal("all numbers", rows, native(false)).await?;
        let shown = "return all('[data-test=\"paper-numbers\"] [data-test=\"published-number\"]')
            .filter(tr => tr.closest('details:not([open])') === null).length";
        let given = native(true).as_array().unwrap().len();
        page.until_equal("the others are folded away", shown, given).await?;
        let both = "return all('[data-test=\"paper-numbers\"] [data-value=\"wang-engagements-2023\"] [data-part=computed] a')
            .map(a => [a.textContent, a.getAttribute('href')])";
        let all = comparisons(&EXPLORER);
        let wang = all.iter().find(|c| c.published.id == "wang-engagements-2023").unwrap();
        let readings = wang.readings.iter();
        let readings: Value =
            readings.map(|r| json!([format!("{} {}", r.number.words(), r.unit), r.link])).collect();
        page.until_equal("both units, each with its link", both, readings).await?;
        page.click(&switch("numbers", "computable")).await?;
        page.is_at("#/paper/numbers?numbers=computable").await?;
        page.until_equal("numbers that can be computed", rows, native(true)).await?;
        let sums = "return all('[data-test=\"sum\"]').map(li => [li.dataset.value, li.className])";
        page.until_equal(
            "sums",
            sums,
            json!([
                ["total-interactions", "fails"],
                ["total-events", "fails"],
                ["gpscfl-2024-total", "fails"],
                ["bilateral-total", "holds"],
                ["mss-meetings", "holds"],
            ]),
        )
        .await?;
        // A number leads to the view that shows it.
        for id in ["total-events", "russia-bilateral", "pic-dialogue-2024-participants"] {
            page.open("#/paper/numbers").await?;
            let number = comparisons(&EXPLORER).into_iter().find(|c| c.published.id == id).unwrap();
            let link = number.readings[0].link.clone();
            page.click(&format!("[data-test=\"paper-numbers\"] [data-value=\"{id}\"] a")).await?;
            page.is_at(&link).await?;
            let view = View::of(&link);
            let shown = view.outcome.summary.get(view.state.measure);
            assert_eq!(shown * 10, number.readings[0].number.tenths, "{id}");
        }
        Ok(())
    });
}

#[test]
fn claims_are_told_with_what_the_records_have() {
    browse_once(async |page| -> Outcome {
        let told = "return all('[data-test=\"claim\"]').map(claim => [claim.dataset.value, claim.dataset.verdict,
            all('a', claim).map(a => [a.textContent, a.getAttribute('href')])])";
        let native: Value = claims(&EXPLORER)
            .iter()
            .map(|claim| {
                let evidence = claim.evidence.iter();
                let evidence: Vec<_> = evidence.map(|e| json!([e.words, e.link])).collect();
                json!([claim.id, claim.verdict.id(), evidence])
            })
            .collect();
        page.open("#/paper/claims").await?;
        page.until_equal("claims", told, native.clone()).await?;
        // They are about the paper's window, whatever is filtered.
        page.open("#/paper/claims?region=africa&measure=events").await?;
        page.until_equal("claims under a filter", told, native).await?;
        // What an interaction is, and that no figure was seen, stands before any number.
        let intro = "const text = document.querySelector('.paper-head').textContent;
            return [text.indexOf('one event with one foreign counterpart'), text.search(/[0-9]/), text.indexOf('could not see its figures')]";
        let places = page.run(intro, &[]).await?;
        let places: Vec<i64> =
            places.as_array().unwrap().iter().map(|n| n.as_i64().unwrap()).collect();
        assert!(0 <= places[0] && places[0] < places[1], "{places:?}");
        assert!(0 <= places[2] && places[2] < places[1], "{places:?}");
        Ok(())
    });
}

#[test]
fn a_year_without_a_session_in_the_window_is_blank() {
    browse_once(async |page| -> Outcome {
        page.open("#/paper/figure-6").await?;
        let year = |year: i16| {
            format!(
                "return document.querySelector('[data-test=\"chart-forum-share\"] .marks [data-value=\"{year}\"]')
                    ?.getAttribute('aria-label') ?? 'no mark'"
            )
        };
        let label = page
            .until(
                "the mark of 2025",
                &format!(
                    "const label = (() => {{ {} }})(); return label !== 'no mark' && label",
                    year(2025)
                ),
            )
            .await?;
        let label = label.as_str().unwrap();
        assert!(
            label.starts_with("2025 \u{b7} session not covered") && !label.contains('%'),
            "{label}"
        );
        page.open("#/paper/figure-6?table=forum-share").await?;
        let cells = "return all('[data-test=\"chart-forum-share\"] tbody tr').filter(tr => /session not covered/.test(tr.textContent))
            .map(tr => tr.querySelector('td').textContent)";
        page.until_equal("blank cells", cells, json!(["", ""])).await
    });
}

#[test]
fn links_of_the_contents_do_not_lie_on_each_other() {
    browse_once(async |page| -> Outcome {
        // A desktop's, the same at twice the size of letters, and a phone's.
        let zoomed = Screen { width: 720, height: 450, ..Screen::DESKTOP };
        for screen in [Screen::DESKTOP, zoomed, Screen::PHONE] {
            let width = page.look_on(screen).await?;
            page.open("#/paper").await?;
            let overlaps = "const links = all('.paper-contents a');
                const boxes = links.map(a => { const range = document.createRange(); range.selectNodeContents(a); return range.getBoundingClientRect(); });
                const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).map(b => [a, b]));
                const lie = ([a, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
                return links.length > 10 && boxes.every(box => box.right <= innerWidth) && !pairs.some(lie)";
            page.until(&format!("links apart at {width}"), overlaps).await?;
        }
        Ok(())
    });
}
