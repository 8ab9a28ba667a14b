//! What the pledges of each kind add up to, and all pledges in view.

use web_sys::Element;

use super::found;
use crate::ui::markup::{Markup, el, shown};
use crate::ui::profile::pledges::quantity;
use crate::ui::profile::{folded, nothing, section};
use crate::ui::store::Store;
use explorer_dataset::pledge::Pledge;
use explorer_dataset::tables::SUBJECT;
use explorer_number::grouped;
use explorer_view::pledges::{Kind, Sum, title};
use explorer_view::sentence::date_words;
use explorer_view::state::Page;

/// The sums, and the pledges in view, the latest first.
pub fn list(store: Store) -> Element {
    shown(move || {
        let (shown, kinds) = found(store);
        let chosen: Vec<&Kind<'_>> =
            store.state.with(|state| kinds.iter().filter(|kind| state.has_kind(kind.id)).collect());
        let in_view: Vec<&Pledge> =
            shown.iter().filter(|shown| shown.in_view).map(|shown| shown.pledge).collect();
        vec![sums(&chosen), all(store, &in_view)]
    })
}

fn sums(kinds: &[&Kind<'_>]) -> Markup {
    let section = section("pledge-sums", "What they add up to").child(el("p").class("hint").text(
        "Only numbers of the same unit are added. Most pledges say no number, so a sum is what \
             was put into numbers, not all that was promised.",
    ));
    let rows = kinds.iter().filter(|kind| kind.count > 0).map(|kind| {
        let mut cell = el("td");
        for sum in &kind.sums {
            cell = cell.child(sum_of(sum));
        }
        if kind.sums.is_empty() {
            cell = cell.child(el("p").class("hint").text("No number given"));
        }
        el("tr")
            .attr("data-test", "pledge-kind")
            .attr("data-value", kind.id)
            .attr("data-count", kind.count.to_string())
            .child(el("th").attr("scope", "row").text(title(kind.id)))
            .child(el("td").text(kind.count.to_string()))
            .child(cell)
    });
    let heading = |text: &str| el("th").attr("scope", "col").text(text);
    let head = el("tr")
        .child(heading("Kind"))
        .child(heading("Pledges"))
        .child(heading("Sum of the numbers given"));
    section.child(
        el("table")
            .class("pledge-sums")
            .child(el("thead").child(head))
            .child(el("tbody").children(rows)),
    )
}

fn sum_of(sum: &Sum<'_>) -> Markup {
    let words = format!("{} {}", grouped(sum.quantity), sum.unit);
    let sentence = el("p")
        .attr("data-test", "pledge-sum")
        .attr("data-value", sum.unit)
        .attr("data-count", sum.quantity.to_string())
        .child(el("b").text(words));
    if sum.pledges.len() < 2 {
        return sentence;
    }
    let parts = sum.pledges.iter().map(|pledge| {
        let number = grouped(pledge.quantity.unwrap_or_default());
        let period = match pledge.period_years {
            Some(1) => "in one year".to_owned(),
            Some(years) => format!("over {years} years"),
            None => "no period".to_owned(),
        };
        format!("{number} ({}, {period}: {})", date_words(pledge.date), pledge.status)
    });
    let parts: Vec<String> = parts.collect();
    let caution = match sum.overlaps() {
        true => " They overlap in time, or may: the sum is not a number of different people.",
        false => "",
    };
    let rest = el("span").class("hint").text(format!(" = {}.{caution}", parts.join(" + ")));
    sentence.child(rest)
}

fn all(store: Store, pledges: &[&Pledge]) -> Markup {
    let section = section("pledges", "Each pledge, the latest first");
    if pledges.is_empty() {
        return section.child(nothing("No pledge matches all of these filters."));
    }
    let column = |text: &str| el("th").attr("scope", "col").text(text);
    let head = ["Date", "Pledge", "By, to whom", "Amount", "Status"].map(column);
    let rows = pledges.iter().rev().map(|pledge| row(store, pledge));
    let table = el("table")
        .class("pledge-table")
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    section.child(table)
}

/// How many countries are named before the rest is only counted.
const NAMED: usize = 3;

fn row(store: Store, pledge: &Pledge) -> Markup {
    let dataset = store.explorer.dataset();
    let countries: Vec<_> = pledge.countries.iter().filter(|iso3| *iso3 != SUBJECT).collect();
    let mut named = el("p").class("hint");
    for (at, iso3) in countries.iter().take(NAMED).enumerate() {
        let name = dataset.country(iso3).map_or(iso3.as_str(), |country| &country.name_en);
        let link = el("a").attr("href", store.link_to(Page::Country((*iso3).clone()))).text(name);
        named = named.text(if at == 0 { "Names " } else { ", " }).child(link);
    }
    if countries.len() > NAMED {
        named = named.text(format!(" and {} more", countries.len() - NAMED));
    }
    let amount = quantity(pledge);
    let amount = amount.as_deref().and_then(|words| words.strip_prefix("Amount: "));
    let cell = |name: &'static str| el("td").attr("data-name", name);
    el("tr")
        .attr("data-test", "pledge-row")
        .attr("data-value", pledge.id.as_str())
        .attr("data-kind", pledge.kind.as_str())
        .child(el("th").attr("scope", "row").text(date_words(pledge.date)))
        .child(
            cell("Pledge")
                .child(el("span").class("kicker").text(title(&pledge.kind)))
                .child(el("p").text(pledge.description.as_str()))
                .child(folded(&pledge.sources)),
        )
        .child(
            cell("By, to whom")
                .child(el("p").text(format!("{}: {}", pledge.by, pledge.forum_or_partner)))
                .children((!countries.is_empty()).then_some(named)),
        )
        .child(cell("Amount").text(amount.unwrap_or("–").trim_end_matches('.')))
        .child(cell("Status").text(pledge.status.as_str()))
}
