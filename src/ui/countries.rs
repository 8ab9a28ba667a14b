//! The countries in view as a ranked table that can be sorted, and the organizations after them.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use super::bar_figure::heading as measure_heading;
use super::canvas::Painter;
use super::empty::empty;
use super::listen::{listen_to, on_act};
use super::markup::{Markup, el, live_then};
use super::record_links::records_link;
use super::signal::Signal;
use super::store::{Step, Store};
use super::switch::button;
use explorer_chart::sparkline::{HEIGHT, WIDTH};
use explorer_chart::{Frame, Sparkline};
use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_explore::grain::Grain;
use explorer_explore::measure::Measure;
use explorer_number::grouped;
use explorer_view::contacts::Contacts;
use explorer_view::countries::{
    CountryRow, OrganizationRow, offered, organizations, quarters, rows, words,
};
use explorer_view::country_table::{CountryColumn, Period, Periods, Side};
use explorer_view::sentence::date_words;
use explorer_view::state::{Page, ViewState};
use explorer_view::time::{bins_of_range, timeline};

/// The countries in view, ranked.
pub fn country_table(store: Store) -> Vec<Element> {
    let errors = Side::BOTH.map(|_| Signal::new(None));
    let make = move |place: Markup| {
        let table = store.outcome.with(|outcome| {
            let (sort, periods) = store.state.with(|state| (state.country_sort, state.periods));
            rows(store.explorer, outcome, periods, sort)
        });
        place.class("shown").children(content(store, &table, errors))
    };
    let mut in_fields = None;
    let mut painted = Vec::new();
    let after = move |place: &Element| {
        let now = Some(store.state.with(|state| state.periods));
        if in_fields != now {
            Side::BOTH.into_iter().for_each(|side| write_period(store, place, side));
            in_fields = now;
        }
        paint_sparklines(store, place, &mut painted);
    };
    let table = live_then("div", make, after);
    on_act(&table, move |act| {
        if let Some(column) = CountryColumn::from_id(act) {
            let turn = |s: &mut ViewState| s.country_sort = s.country_sort.after_click(column);
            store.change(Step::Push, turn);
        }
    });
    listen_to(&table, &["change"], move |event| choose(store, &event_target(&event), errors));
    vec![empty(store), table]
}

/// Takes over what a reader has chosen or typed as a period.
fn choose(store: Store, field: &Element, errors: [Signal<Option<String>>; 2]) {
    let key = field.get_attribute("data-side");
    let side = Side::BOTH.into_iter().find(|side| key.as_deref() == Some(side.key()));
    let Some(side) = side else { return };
    let error = errors[side as usize];
    // A select has the same property; the binding asks for it by name.
    let typed = field.unchecked_ref::<HtmlInputElement>().value();
    let chosen = match typed.trim() {
        "" => None,
        typed => match typed.parse::<Period>() {
            Ok(period) => Some(period),
            // What was typed wrongly stays, to be put right.
            Err(why) => {
                let or = "or two of them joined by two dots, as in 2023-07..2024-06";
                return error.set(Some(format!("{why}, {or}")));
            }
        },
    };
    error.set(None);
    store.change(Step::Push, |state| match chosen {
        Some(period) => state.periods.choose(side, period),
        None => state.periods.clear(side),
    });
    if let Ok(Some(place)) = field.closest(".countries") {
        write_period(store, &place, side);
    }
}

/// Shows the period in force in both of its fields.
fn write_period(store: Store, place: &Element, side: Side) {
    let Some(period) = store.state.with_untracked(|state| state.periods.period(side)) else {
        return;
    };
    let text = period.to_string();
    let is_offered = offered(store.explorer).iter().any(|(other, _)| *other == period);
    for (tag, value) in [("select", if is_offered { text.as_str() } else { "" }), ("input", &text)]
    {
        let field = place.query_selector(&format!("{tag}[data-side={}]", side.key()));
        if let Some(field) = field.ok().flatten() {
            // A select has the same property; the binding asks for it by name.
            field.unchecked_ref::<web_sys::HtmlInputElement>().set_value(value);
        }
    }
}

/// Paints what the canvases of a table say that they show.
pub(super) fn paint_sparklines(store: Store, place: &Element, painters: &mut Vec<Painter>) {
    let frame = Frame::canvas(WIDTH, HEIGHT, store.ratio.get());
    let palette = store.theme.palette.get();
    let selected = store.outcome.with(|outcome| {
        let bins = timeline(store.explorer, outcome, Grain::Quarter);
        bins_of_range(&bins, store.scope.with(|scope| scope.range))
    });
    let canvases = place.get_elements_by_tag_name("canvas");
    // The canvas itself says what it shows, so that picture and words are the same.
    let counts: Vec<Vec<u32>> = (0..canvases.length())
        .map(|at| canvases.item(at).and_then(|canvas| canvas.get_attribute("data-counts")))
        .map(|counts| {
            let counts = counts.unwrap_or_default();
            counts.split(' ').filter_map(|count| count.parse().ok()).collect()
        })
        .collect();
    let top = counts.iter().flatten().copied().max().unwrap_or_default();
    painters.resize_with(counts.len(), Painter::default);
    for (at, (counts, painter)) in (0..).zip(counts.iter().zip(painters)) {
        if let Some(canvas) = canvases.item(at).and_then(|c| c.dyn_into().ok()) {
            painter.paint(
                &canvas,
                Sparkline { counts, top, selected }.scene(&frame, &palette),
                1.0,
            );
        }
    }
}

fn content(store: Store, rows: &[CountryRow], errors: [Signal<Option<String>>; 2]) -> Vec<Markup> {
    let measure = store.outcome.with(|outcome| outcome.measure);
    let organizations = store.outcome.with(|outcome| organizations(store.explorer, outcome));
    if rows.is_empty() && organizations.is_empty() {
        return Vec::new();
    }
    let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let known = store.explorer.dataset().countries.len();
    let said = match count {
        0 => format!("None of the dataset\u{2019}s {known} countries has a record in view."),
        1 => format!("One of the dataset\u{2019}s {known} countries has a record in view."),
        _ => format!("{count} of the dataset\u{2019}s {known} countries have a record in view."),
    };
    let head = el("div")
        .class("countries-head")
        .child(el("h2").text(format!("{} {}", grouped(count), Measure::Countries.noun(count))))
        .child(el("p").text(format!(
            "{said} A name leads to the profile, a number to the records behind it."
        )));
    let mut content = el("div").class("countries").child(head);
    if count > 0 {
        content = content
            .child(pickers(store, errors))
            .child(scroll("Countries", table(store, measure, rows)));
    }
    if !organizations.is_empty() {
        content = content
            .child(el("h2").text("Organizations"))
            .child(scroll("Organizations", organization_table(store, &organizations)));
    }
    vec![content]
}

/// What scrolls sideways by itself where the window is narrow.
pub(super) fn scroll(label: &'static str, table: Markup) -> Markup {
    el("div")
        .class("country-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", label)
        .child(table)
}

fn pickers(store: Store, errors: [Signal<Option<String>>; 2]) -> Markup {
    let offered = offered(store.explorer);
    let mut all = el("div").class("periods");
    for (side, error) in Side::BOTH.into_iter().zip(errors) {
        let (test, name) = match side {
            Side::Earlier => ("period-earlier", "Earlier period"),
            Side::Later => ("period-later", "Later period"),
        };
        let error = error.get();
        let option = |value: String, words: &str| el("option").attr("value", value).text(words);
        let select = el("select")
            .attr("data-side", side.key())
            .attr("aria-label", name)
            .child(option(String::new(), "As typed").attr("disabled", ""))
            .children(offered.iter().map(|(period, words)| option(period.to_string(), words)));
        let invalid = if error.is_some() { "true" } else { "false" };
        let input = el("input")
            .attr("type", "text")
            .attr("data-side", side.key())
            .attr("aria-label", format!("{name}, typed"))
            .attr("aria-invalid", invalid)
            .attr("aria-describedby", format!("{test}-error"))
            .attr("placeholder", "2023-07..2024-06")
            .attr("autocomplete", "off")
            .attr("maxlength", "40");
        let said = el("p")
            .class("error")
            .attr("role", "alert")
            .attr("id", format!("{test}-error"))
            .attr("data-test", "period-error")
            .text(error.unwrap_or_default());
        let picker = el("div").attr("data-test", test).child(el("span").text(name));
        all = all.child(picker.child(select).child(input).child(said));
    }
    all.child(el("p").class("hint").text(
        "Choose a period or type one: 2023, 2023-07 or 2023-07..2024-06. Both are counted under all \
         filters but the date range; change is later less earlier.",
    ))
}

/// The groups of columns: a heading, and the columns under it.
const GROUPS: [(&str, &[CountryColumn]); 5] = [
    ("By agency", &[CountryColumn::Mps, CountryColumn::Cplc, CountryColumn::Mss]),
    (
        "By format",
        &[CountryColumn::Bilateral, CountryColumn::Sideline, CountryColumn::Multilateral],
    ),
    ("Contact", &[CountryColumn::First, CountryColumn::Last]),
    ("Compared", &[CountryColumn::Earlier, CountryColumn::Later, CountryColumn::Change]),
    ("Highest met", &[CountryColumn::Rank, CountryColumn::Office]),
];

fn table(store: Store, measure: Measure, rows: &[CountryRow]) -> Markup {
    let column = |text: &str| el("th").attr("scope", "col").text(text);
    let bins = quarters(store.explorer);
    let years = bins.first().zip(bins.last());
    let years = years.map_or(String::new(), |(a, b)| format!("{}\u{2013}{}", a.year(), b.year()));
    let groups = GROUPS.iter().map(|(name, columns)| {
        el("th")
            .class("group")
            .attr("scope", "colgroup")
            .attr("colspan", columns.len().to_string())
            .text(*name)
    });
    let spread = column("Per quarter, ").class("spark").text(years);
    let spread = spread.child(el("span").class("arrow"));
    let heads = GROUPS.iter().flat_map(|(_, columns)| columns.iter());
    let head = el("thead")
        .child(
            el("tr")
                .child(heading(store, CountryColumn::Name, measure).attr("rowspan", "2"))
                .child(heading(store, CountryColumn::Count, measure).attr("rowspan", "2"))
                .child(spread.attr("rowspan", "2"))
                .children(groups),
        )
        .child(el("tr").children(heads.map(|column| heading(store, *column, measure))));
    let most = rows.iter().map(|row| row.count).max().unwrap_or_default();
    let body = rows.iter().map(|row| country(store, measure, most, row));
    el("table").attr("data-test", "countries").child(head).child(el("tbody").children(body))
}

fn heading(store: Store, column: CountryColumn, measure: Measure) -> Markup {
    let (sort, periods) = store.state.with(|state| (state.country_sort, state.periods));
    let period = |side: Side| periods.period(side).map_or(String::new(), words);
    let label = match column {
        CountryColumn::Name => "Country".to_owned(),
        CountryColumn::Count => measure_heading(measure).to_owned(),
        CountryColumn::First => "First".to_owned(),
        CountryColumn::Last => "Last".to_owned(),
        CountryColumn::Earlier => period(Side::Earlier),
        CountryColumn::Later => period(Side::Later),
        CountryColumn::Change => "Change".to_owned(),
        CountryColumn::Rank => "Chinese rank".to_owned(),
        CountryColumn::Office => "Foreign office".to_owned(),
        CountryColumn::Multilateral => "Multi\u{ad}lateral".to_owned(),
        part => label_of(store, part),
    };
    let (sorted, arrow) = match (sort.column == column, sort.descending) {
        (false, _) => ("none", ""),
        (true, false) => ("ascending", "\u{2191}"),
        (true, true) => ("descending", "\u{2193}"),
    };
    let arrow = el("span").class("arrow").attr("aria-hidden", "true").text(arrow);
    let turn = button(column.id()).attr("data-sort", column.id()).text(label).child(arrow);
    el("th").attr("scope", "col").attr("aria-sort", sorted).child(turn)
}

/// The label of the value that a column of parts is about.
fn label_of(store: Store, column: CountryColumn) -> String {
    let label =
        column.part().map(|(facet, id)| explorer_view::sentence::label(store.explorer, facet, id));
    label.unwrap_or_default()
}

fn country(store: Store, measure: Measure, most: u32, row: &CountryRow) -> Markup {
    let name = el("a")
        .attr("href", store.link_to(Page::Country(row.iso3.clone())))
        .text(row.name.as_str())
        .child(el("span").class("zh").attr("lang", "zh").text(row.name_zh.as_str()));
    let head = el("th").attr("scope", "row").child(
        el("div")
            .class("who")
            .child(el("span").class("position").text(row.position.to_string()))
            .child(name),
    );
    let link =
        |narrow: &dyn Fn(&mut ViewState)| records_link(store, Facet::Country, &row.iso3, narrow);
    let said = |count: u32, what: &str| {
        format!("{}, {what}{} {}", row.name, grouped(count), measure.noun(count))
    };
    let number = |part: &'static str, count: u32, what: &str, narrow: &dyn Fn(&mut ViewState)| {
        number(part, count, &|| (link(narrow), said(count, what)))
    };
    let share = u64::from(row.count) * 100 / u64::from(most.max(1));
    let bar = el("i").attr("style", format!("width:{share}%"));
    let bar = el("span").class("bar").child(bar);
    let mut tr = el("tr")
        .attr("data-test", "country-row")
        .attr("data-value", row.iso3.as_str())
        .attr("data-count", row.count.to_string())
        .child(head)
        .child(number("count", row.count, "", &|_| {}).child(bar))
        .child(spark(&row.quarters, "Interactions"));
    for (column, count) in CountryColumn::PARTS.into_iter().zip(row.parts) {
        let Some((facet, id)) = column.part() else { continue };
        let what = format!("{}: ", label_of(store, column));
        tr = tr.child(number(id, count, &what, &|state| {
            state.filters.clear(facet);
            state.filters.set(facet, id, Standing::Included);
        }));
    }
    tr = tr.children(contacts(row.contacts));
    let periods: Periods = store.state.with(|state| state.periods);
    for (side, count) in Side::BOTH.into_iter().zip(row.periods) {
        let Some(period) = periods.period(side) else { continue };
        let what = format!("{}: ", words(period));
        tr = tr.child(number(side.key(), count, &what, &|state| {
            state.filters.range = period.range();
        }));
    }
    let [earlier, later] = row.periods;
    let (sign, said) = match later.cmp(&earlier) {
        std::cmp::Ordering::Greater => ("+", "more"),
        std::cmp::Ordering::Equal => ("", "no change"),
        std::cmp::Ordering::Less => ("\u{2212}", "fewer"),
    };
    let by = later.abs_diff(earlier);
    let said = if by == 0 { said.to_owned() } else { format!("{by} {said}") };
    let change = el("td")
        .class(if by == 0 { "zero" } else { "" })
        .attr("data-part", "change")
        .attr("data-count", format!("{}", i64::from(later) - i64::from(earlier)))
        .child(el("span").attr("aria-hidden", "true").text(format!("{sign}{by}")))
        .text(" ")
        .child(el("span").class("unseen").text(said));
    let word = |part: &'static str, facet: Facet, code: Option<Code>| {
        let entry = code.and_then(|code| store.explorer.table().dictionary(facet).entry(code));
        let cell = el("td").class("words").attr("data-part", part);
        match entry {
            Some(entry) => cell.attr("data-value", entry.id.as_str()).text(entry.label.as_str()),
            None => cell.child(el("span").class("zero").text("not known")),
        }
    };
    tr.child(change).child(word("rank", Facet::Rank, row.rank)).child(word(
        "office",
        Facet::Office,
        row.office,
    ))
}

/// A cell with a count that leads to its records; `link` has the way and its words.
pub(super) fn number(part: &str, count: u32, link: &dyn Fn() -> (String, String)) -> Markup {
    let cell = el("td").attr("data-part", part).attr("data-count", count.to_string());
    if count == 0 {
        return cell.child(el("span").class("zero").text("0"));
    }
    let (href, said) = link();
    cell.child(el("a").attr("href", href).attr("aria-label", said).text(grouped(count)))
}

/// A cell with a sparkline, which [`paint_sparklines`] paints.
pub(super) fn spark(quarters: &[u32], counted: &str) -> Markup {
    let counts: Vec<_> = quarters.iter().map(|n| n.to_string()).collect();
    let canvas = el("canvas")
        .attr("role", "img")
        .attr("data-counts", counts.join(" "))
        .attr("aria-label", format!("{counted} per quarter: {}", counts.join(", ")));
    el("td").class("spark").child(canvas)
}

fn contacts(contacts: Contacts) -> [Markup; 2] {
    [("first", contacts.first), ("last", contacts.last)].map(|(part, date)| {
        el("td")
            .class("date")
            .attr("data-part", part)
            .attr("data-value", date.to_string())
            // The year on a line of its own, if there is not enough room for both.
            .text(date_words(date).replacen(' ', "\u{a0}", 1 - usize::from(date.day().is_none())))
    })
}

fn organization_table(store: Store, rows: &[OrganizationRow]) -> Markup {
    let column = |text: &str| el("th").attr("scope", "col").text(text);
    let head = el("tr")
        .child(column("Organization"))
        .child(column(measure_heading(Measure::Interactions)))
        .child(column("First contact"))
        .child(column("Last contact"));
    let body = rows.iter().map(|row| {
        let page = Page::Organization(row.id.clone());
        let name = el("a").attr("href", store.link_to(page)).text(row.name.as_str());
        let link = records_link(store, Facet::Organization, &row.id, &|_| {});
        let said = format!("{}, {} interactions", row.name, grouped(row.count));
        let count = el("a").attr("href", link).attr("aria-label", said).text(grouped(row.count));
        el("tr")
            .attr("data-test", "organization-row")
            .attr("data-value", row.id.as_str())
            .attr("data-count", row.count.to_string())
            .child(el("th").attr("scope", "row").child(name))
            .child(el("td").attr("data-part", "count").child(count))
            .children(contacts(row.contacts))
    });
    el("table")
        .class("organizations")
        .attr("data-test", "organizations")
        .child(el("thead").child(head))
        .child(el("tbody").children(body))
}
