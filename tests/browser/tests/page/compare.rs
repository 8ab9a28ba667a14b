//! Two selections side by side.

use browser_tests::hooks::{self, hook};
use browser_tests::input::key;
use browser_tests::native::{EXPLORER, View};
use browser_tests::screen::Screen;
use browser_tests::{Engine, Failure, Outcome, Page, browse_once};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;
use explorer_view::chart::Chart;
use explorer_view::compare::comparison::Comparison;
use explorer_view::compare::difference::difference;
use explorer_view::compare::facet_pairs::facet_pairs;
use explorer_view::compare::names;
use explorer_view::compare::over_time::over_time;
use explorer_view::compare::pair::{Half, Pair};
use explorer_view::hash::encode;
use explorer_view::met_at::MetAt;
use explorer_view::state::Page as Route;
use serde_json::{Value, json};

const LINKS: [&str; 6] = [
    "#/compare?a=agency:MPS&b=agency:CPLC&region=southeast-asia",
    "#/compare?a=official:chen-wenqing&b=official:wang-xiaohong",
    "#/compare?a=from:2023;to:2023&b=from:2024;to:2024&region=central-asia",
    "#/compare?a=country:VNM&b=country:THA&measure=events",
    "#/compare?a=agency:MPS;region:southeast-asia&b=else&measure=countries",
    "#/compare?a=to:2023-01-07&b=from:2023-01-08&by=quarter",
];

fn comparison(view: &View) -> (Pair, Comparison) {
    let state = &view.state;
    let pair = state.page.pair().expect("a comparison").clone();
    let comparison = Comparison::of(&EXPLORER, &state.filters, &pair, state.measure);
    (pair, comparison)
}

/// Waits until both sides, their difference and the marks of all charts are those of a link.
async fn is_at(page: &Page, link: &str) -> Outcome {
    page.is_at(link).await?;
    let view = View::of(link);
    let (pair, comparison) = comparison(&view);
    let sides: Value = Half::BOTH
        .map(|half| {
            let summary = comparison.half(half).outcome.summary;
            json!([summary.interactions, summary.events, summary.countries].map(|n| n.to_string()))
        })
        .into_iter()
        .collect();
    let script = "return ['a', 'b'].map(half => one(`compare-${half}`).dataset)
        .map(({ interactions, events, countries }) => [interactions, events, countries])";
    page.until_equal("both sides", script, sides).await?;
    let difference =
        json!([comparison.difference().to_string(), difference(&EXPLORER, &pair, &comparison)]);
    let script = "return [one('difference').dataset.value, one('difference').textContent]";
    page.until_equal("the difference", script, difference).await?;
    let time = over_time(&EXPLORER, &comparison, view.state.grain);
    let columns: Value =
        time.bins.iter().flat_map(|bin| bin.counts.map(|n| n.to_string())).collect();
    let marks = |chart: Chart| {
        format!("return all('{}').map(mark => mark.dataset.count)", hooks::marks(chart))
    };
    page.until_equal("the columns", &marks(Chart::ComparedTime), columns).await?;
    // Charts out of sight are there, too.
    for chart in Chart::COMPARED {
        let Some(facet) = chart.facet() else { continue };
        let script = format!(
            "return one('chart-{}') && all('{}').map(mark => [mark.dataset.value, Number(mark.dataset.count)])",
            chart.id(),
            hooks::marks(chart)
        );
        let shown: Option<Vec<(String, u32)>> = page.read(&script).await?;
        let pairs = facet_pairs(&EXPLORER, &comparison, facet);
        let Some(shown) = shown else { continue };
        assert!(shown.len() >= 4 && shown.len() % 2 == 0, "{} at {link}", chart.id());
        for (value, count) in shown {
            let (id, half) = value.rsplit_once('~').unwrap();
            let at = usize::from(half == "b");
            let pair = pairs.iter().find(|pair| pair.id == id).expect("a value of either side");
            assert_eq!(pair.counts[at], count, "{} {value} at {link}", chart.id());
        }
    }
    Ok(())
}

#[test]
fn both_sides_and_all_charts_have_the_engines_numbers() {
    browse_once(async |page| -> Outcome {
        for link in LINKS {
            page.open(link).await?;
            is_at(&page, link).await?;
        }
        Ok(())
    });
}

#[test]
fn a_selection_does_not_differ_from_itself() {
    browse_once(async |page| -> Outcome {
        let link = "#/compare?a=agency:MPS&b=agency:MPS";
        page.open(link).await?;
        is_at(&page, link).await?;
        let differing = "return all('figure .marks button').some(mark => {
            const [value, half] = mark.dataset.value.split('~');
            const other = mark.parentElement.querySelector(`[data-value=\"${value}~${half === 'a' ? 'b' : 'a'}\"]`);
            return other && other.dataset.count !== mark.dataset.count;
        })";
        page.until_equal("no difference anywhere", differing, false).await?;
        page.until_equal("the difference", "return one('difference').dataset.value", "0").await
    });
}

#[test]
fn questions_are_answered_by_presets_and_fields() {
    browse_once(async |page| -> Outcome {
        let choose = async |part: &str, field: &str, value: &str| -> Outcome {
            let script = format!(
                "const select = all('[data-test=\"selection-{part}\"] {field}').at(-1);
                 select.value = '{value}'; select.dispatchEvent(new Event('change', {{ bubbles: true }}))"
            );
            page.run(&script, &[]).await.map(drop)
        };
        let preset = |value: &str| format!("{} button[data-value=\"{value}\"]", hook("presets"));
        let add = "[data-test=\"add-filter\"]";
        let value = "[data-test=\"choose-value\"]";
        page.open("#/overview").await?;
        page.click(&hook("nav-compare")).await?;
        page.click(&preset("officials")).await?;
        is_at(&page, "#/compare?a=official:wang-xiaohong&b=official:chen-wenqing").await?;
        page.click(&preset("periods")).await?;
        choose("both", add, "region").await?;
        page.until("a field", "return all('[data-test=\"selection-both\"] [data-facet=\"region\"] select').length > 0")
            .await?;
        choose("both", value, "central-asia").await?;
        is_at(&page, LINKS[2]).await?;
        page.click(&preset("agencies")).await?;
        choose("both", value, "southeast-asia").await?;
        is_at(&page, LINKS[0]).await?;
        page.click("[data-test=\"selection-both\"] .remove").await?;
        page.click(&preset("countries")).await?;
        choose("b", value, "THA").await?;
        is_at(&page, "#/compare?a=country:VNM&b=country:THA").await?;
        page.click(&preset("zero-covid")).await?;
        is_at(&page, "#/compare?a=to:2023-01-07&b=from:2023-01-08").await?;
        page.back().await?;
        is_at(&page, "#/compare?a=country:VNM&b=country:THA").await
    });
}

#[test]
fn a_number_leads_to_its_records() {
    browse_once(async |page| -> Outcome {
        let link = LINKS[0];
        page.open(link).await?;
        is_at(&page, link).await?;
        let (_, comparison) = comparison(&View::of(link));
        let records = |filters: &Filters| {
            let mut state = View::of("#/records").state;
            state.filters = filters.clone();
            encode(&state)
        };
        let scope = comparison.half(Half::A).scope.clone();
        page.click(&format!("{} a", hook("compare-a"))).await?;
        page.is_at(&records(&scope)).await?;
        page.back().await?;
        is_at(&page, link).await?;
        // The nearest half of a row, by keyboard.
        let chart = Chart::Compared(explorer_explore::facet::Facet::Country);
        let pairs = facet_pairs(&EXPLORER, &comparison, chart.facet().unwrap());
        let first = pairs.first().unwrap();
        let half = if first.counts[0] > 0 { Half::A } else { Half::B };
        let mark = hooks::mark(chart, &format!("{}~{}", first.id, half.key()));
        page.run(&format!("document.querySelector('{mark}').click()"), &[]).await?;
        page.until("the records are open", "return location.hash.startsWith('#/records')").await?;
        let shown = View::of(&page.hash().await?);
        assert_eq!(shown.state.page, Route::Records);
        assert_eq!(shown.outcome.summary.interactions, first.counts[half as usize]);
        page.shows(&shown.link()).await.map(drop)
    });
}

#[test]
fn a_view_and_a_profile_lead_to_a_comparison() {
    browse_once(async |page| -> Outcome {
        page.open("#/overview?agency=MPS&region=southeast-asia").await?;
        page.click(&hook("compare")).await?;
        is_at(&page, "#/compare?a=agency:MPS;region:southeast-asia&b=else").await?;
        // All else has its own records.
        page.click(&format!("{} a", hook("compare-b"))).await?;
        page.is_at("#/records?except=agency:MPS;region:southeast-asia").await?;
        page.open("#/country/VNM").await?;
        page.click(&hook("compare-profile")).await?;
        page.until(
            "the comparison is open",
            "return location.hash.startsWith('#/compare?a=country:VNM&b=country:')",
        )
        .await?;
        page.open("#/official/wang-xiaohong?from=2024").await?;
        page.click(&hook("compare-profile")).await?;
        page.until(
            "the comparison is open",
            "return location.hash.startsWith('#/compare?a=official:wang-xiaohong&b=official:')
                && location.hash.endsWith('&from=2024')",
        )
        .await
        .map(drop)
    });
}

#[test]
fn records_say_on_which_side_they_are() {
    browse_once(async |page| -> Outcome {
        let link = "#/compare?a=official:wang-xiaohong&b=country:VNM";
        page.open(link).await?;
        let (_, comparison) = comparison(&View::of(link));
        let halves = comparison.halves_of_events(&EXPLORER);
        let both = halves.iter().filter(|halves| **halves == [true, true]).count();
        assert!(both > 0);
        page.click(&hooks::switch("listed", "both")).await?;
        let script = "return all('[data-test=\"compared-record\"]').map(row => row.dataset.halves)";
        page.until_equal("what is on both", script, vec!["ab"; both.min(20)]).await
    });
}

#[test]
fn it_fits_a_phone_and_is_reached_by_keyboard() {
    browse_once(async |page| -> Outcome {
        page.look_on(Screen::PHONE).await?;
        page.open(LINKS[2]).await?;
        is_at(&page, LINKS[2]).await?;
        let wide =
            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        page.until_equal("no wider than the window", wide, true).await?;
        // Every chart is one stop, and every field has a name.
        let stops = "return all('figure .marks').every(marks => marks.querySelectorAll('[tabindex=\"0\"]').length === 1)
            && all('.selection :is(select, input, button)').every(field => field.getAttribute('aria-label'))";
        page.until_equal("names and stops", stops, true).await
    });
}

#[test]
fn measures_are_counted_on_both_sides() {
    browse_once(async |page| -> Outcome {
        page.open(LINKS[0]).await?;
        for measure in Measure::ALL {
            page.click(&hooks::switch("measure", measure.id())).await?;
            let link = View::of(LINKS[0]).after(|state| state.measure = measure).link();
            is_at(&page, &link).await?;
        }
        Ok(())
    });
}

#[test]
fn a_chart_of_a_comparison_stands_alone_in_a_frame() {
    browse_once(async |page| -> Outcome {
        let link = LINKS[1];
        let home = page.home();
        let view = View::of(link);
        let (pair, _) = comparison(&view);
        let words = names::title(&EXPLORER, &pair, &view.state.filters);
        let charts = [
            Chart::ComparedTime,
            Chart::ComparedMap(0),
            Chart::ComparedMap(1),
            Chart::Compared(Facet::Region),
        ];
        for screen in [Screen::DESKTOP, Screen::PHONE] {
            page.look_on(screen).await?;
            for chart in charts {
                let name = chart.id();
                page.client().goto(&format!("{home}?embed=1&chart={name}{link}")).await?;
                page.ready().await?;
                let marks = format!("return all('{}').length > 1", hooks::marks(chart));
                page.until(&format!("{name} is there"), &marks).await?;
                // Below it stands what is compared, with some room between.
                let source = "const [figure, source] = [document.querySelector('figure'), document.querySelector('.embedded > .hint')];
                    const gap = source.getBoundingClientRect().top - figure.getBoundingClientRect().bottom;
                    return gap >= 8 && gap < 40 ? source.textContent : `a gap of ${gap}`";
                let source: String = page.read(source).await?;
                assert!(source.starts_with(&words), "{name}: {source}");
                let wide = "return document.documentElement.scrollWidth <= document.documentElement.clientWidth";
                page.until_equal("no wider than the frame", wide, true).await?;
            }
        }
        // Nothing differs from itself.
        page.client().goto(&format!("{home}?embed=1&chart=compare-timeline#/compare")).await?;
        page.ready().await?;
        let said = "return one('embedded').querySelector('p').textContent";
        page.until_equal("what is said", said, "Nothing is compared in this link yet.").await?;
        page.until_equal("charts", "return all('figure').length", 0).await
    });
}

#[test]
fn paper_has_all_records_of_both_sides() {
    browse_once(async |page| -> Outcome {
        let link = LINKS[1];
        page.open(link).await?;
        is_at(&page, link).await?;
        let (_, comparison) = comparison(&View::of(link));
        let events = comparison.halves_of_events(&EXPLORER);
        let events = events.iter().filter(|halves| **halves != [false, false]).count();
        let rows = "return all('[data-test=\"compared-record\"]').length";
        page.until_equal("rows at first", rows, 20).await?;
        page.run("dispatchEvent(new Event('beforeprint'))", &[]).await?;
        page.until_equal("rows on paper", rows, events).await?;
        page.run("dispatchEvent(new Event('afterprint'))", &[]).await?;
        page.until_equal("rows afterwards", rows, 20).await
    });
}

/// What a reader works the page with.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Hand {
    Mouse,
    Keys,
}

/// A reader who counts steps.
struct Reader<'p> {
    page: &'p Page,
    hand: Hand,
    steps: usize,
}

impl Reader<'_> {
    /// Goes on with Tab until the focus is there.
    async fn tab_to(&self, selector: &str) -> Outcome {
        let there = format!("return !!document.querySelector('{selector}')");
        self.page.until(&format!("{selector} is there"), &there).await?;
        let there = format!("return document.activeElement.matches('{selector}')");
        for _ in 0..90 {
            if self.page.read(&there).await? {
                return Ok(());
            }
            self.page.press(&[key::TAB]).await?;
        }
        Err(Failure::new(format!("Tab does not lead to {selector}")))
    }

    /// Presses a button, or follows a link.
    async fn press(&mut self, selector: &str) -> Outcome {
        self.steps += 1;
        match self.hand {
            Hand::Mouse => self.page.click(selector).await,
            Hand::Keys => {
                self.tab_to(selector).await?;
                self.page.press(&[key::ENTER]).await
            }
        }
    }

    /// Chooses from a list: by its value, or by the letters that its words begin with.
    async fn choose(&mut self, selector: &str, value: &str, letters: &str) -> Outcome {
        self.steps += 1;
        let there = format!("return !!document.querySelector('{selector}')");
        self.page.until(&format!("{selector} is there"), &there).await?;
        match self.hand {
            // The list that unfolds is the browser's own.
            Hand::Mouse => {
                let script = "const select = document.querySelector(arguments[0]);
                    select.value = arguments[1]; select.dispatchEvent(new Event('change', { bubbles: true }))";
                self.page.run(script, &[selector.into(), value.into()]).await.map(drop)
            }
            Hand::Keys => {
                self.tab_to(selector).await?;
                self.page.press(&letters.chars().collect::<Vec<_>>()).await?;
                self.page.press(&[key::ENTER]).await
            }
        }
    }

    /// Begins anew, as somebody who has just come.
    async fn come(&mut self) -> Outcome {
        self.steps = 0;
        self.page.open("#/overview").await?;
        self.page.shows("#/overview").await.map(drop)
    }

    /// The question is answered, and it took no more than four steps.
    fn has_answer(&self, question: &str) {
        assert!(self.steps <= 4, "{question}: {} steps with {:?}", self.steps, self.hand);
    }
}

#[test]
fn seven_questions_take_four_steps_each() {
    for hand in [Hand::Mouse, Hand::Keys] {
        browse_once(async move |page| -> Outcome {
            let why = "letters choose from a folded list in the way of each browser";
            if hand == Hand::Keys && !page.only_in(&[Engine::Chromium], why) {
                return Ok(());
            }
            let preset = |value: &str| format!("[data-test=presets] button[data-value={value}]");
            let compare = hook("nav-compare").replace('"', "");
            let add = "[data-test=selection-both] [data-test=add-filter]";
            let region = "[data-test=selection-both] [data-facet=region] select";
            let mut reader = Reader { page: &page, hand, steps: 0 };

            reader.come().await?;
            reader.press(&compare).await?;
            reader.press(&preset("officials")).await?;
            is_at(&page, "#/compare?a=official:wang-xiaohong&b=official:chen-wenqing").await?;
            reader.has_answer("Chen or Wang, who meets whom");

            reader.come().await?;
            reader.press(&compare).await?;
            reader.press(&preset("periods")).await?;
            reader.choose(add, "region", "reg").await?;
            // Further letters of the word choose nothing in the field that follows.
            let open = format!("return document.querySelector('{region}')?.value ?? null");
            page.until_equal("the new field", &open, "").await?;
            reader.choose(region, "central-asia", "central").await?;
            is_at(&page, LINKS[2]).await?;
            // The total is that of either side.
            let total = View::of(LINKS[2]).outcome.summary.interactions.to_string();
            page.until_equal("the total", "return one('summary').dataset.interactions", total)
                .await?;
            reader.has_answer("Central Asia, 2023 against 2024");

            reader.come().await?;
            reader.press(&compare).await?;
            reader.press(&preset("agencies")).await?;
            reader.choose(add, "region", "reg").await?;
            reader.choose(region, "southeast-asia", "southeast").await?;
            is_at(&page, LINKS[0]).await?;
            reader.has_answer("MPS and CPLC in Southeast Asia");

            reader.come().await?;
            reader.press(&compare).await?;
            reader.press(&preset("countries")).await?;
            let other = "[data-test=selection-b] [data-facet=country] select";
            reader.choose(other, "THA", "thailand").await?;
            is_at(&page, "#/compare?a=country:VNM&b=country:THA").await?;
            reader.has_answer("Vietnam against Thailand");

            reader.come().await?;
            reader.press(&compare).await?;
            reader.press(&preset("zero-covid")).await?;
            is_at(&page, "#/compare?a=to:2023-01-07&b=from:2023-01-08").await?;
            reader.has_answer("before and after the end of Zero-Covid");

            reader.come().await?;
            reader.press("[data-test=nav-countries]").await?;
            let met = MetAt::from_id("gpscfl", &EXPLORER).expect("a forum");
            let words = format!("met only at or beside {}", met.place(&EXPLORER));
            reader.choose("[data-test=met]", "gpscfl", &words.to_lowercase()).await?;
            page.is_at("#/countries?met=gpscfl").await?;
            let rows = "return all('[data-test=\"country-row\"]').length > 0";
            page.until("countries are listed", rows).await?;
            reader.has_answer("which countries are met only beside Lianyungang");

            reader.come().await?;
            reader.press("[data-test=identity] a").await?;
            let since = "return one('changes')?.textContent.includes('Compared with version 1.0.2') ?? false";
            page.until("what changed is there", since).await?;
            reader.has_answer("what changed since 1.0.2");
            Ok(())
        });
    }
}
