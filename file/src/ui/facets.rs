//! The filters beside the charts: a search, and the values of each column.

use std::borrow::Cow;
use std::rc::Rc;

use explorer::ui::listen::{listen_to, under};
use explorer::ui::markup::{Markup, el, live};
use explorer::ui::signal::Signal;
use explorer::ui::switch::button;
use explorer_number::grouped;
use leptos::prelude::event_target_value;
use web_sys::Element;

use super::app::App;
use super::bars::{NONE, choose, has_countries, label};
use super::chart_tools::standing;
use super::open::{Open, Shown};
use crate::ranked::{found, top};

/// Values shown before a reader asks for more, and then.
const FIRST: usize = 6;
const MORE: usize = 50;

/// All filters.
pub fn facets(app: &'static App, open: &Rc<Open>) -> Element {
    let columns = 0..open.columns();
    let columns = columns.filter(|at| matches!(open.shown(*at), Shown::Values | Shown::Countries));
    el("div")
        .class("own-facets")
        .child(el("h2").class("unseen").text("Filters"))
        .kept(search(open))
        .all_kept(columns.map(|column| facet(app, open, column)))
        .build()
}

fn search(open: &Rc<Open>) -> Element {
    let words = open.search;
    let field = live("input", move |field| {
        field
            .attr("type", "search")
            .attr("id", "own-search")
            .attr("data-test", "own-search")
            .attr("autocomplete", "off")
            .attr("placeholder", "Words in any column")
            .property("value", words.get())
    });
    let kept = open.clone();
    listen_to(&field, &["input"], move |event| kept.look_for(&event_target_value(&event)));
    el("section")
        .class("facet")
        .child(el("label").attr("for", "own-search").text("Search"))
        .kept(field)
        .build()
}

/// The values of a column.
fn facet(app: &'static App, open: &Rc<Open>, column: usize) -> Element {
    let (name, dimension) = open.column(column);
    let (all, wanted) = (Signal::new(false), Signal::new(String::new()));
    let order = order(open, dimension);
    let kept = open.clone();
    let title = format!("own-facet-{column}");
    let section = live("section", move |section| {
        kept.changes.track();
        let (all, wanted) = (all.get(), wanted.get());
        let long = order.len() > FIRST + 2;
        let loaded = kept.loaded.borrow();
        let view = &loaded.view;
        let chosen = view.selected(dimension);
        let counts = view.counts(dimension);
        let names = view.table().dictionary(dimension);
        let countries = loaded.columns.get(column).is_some_and(has_countries);
        let searching = !wanted.trim().is_empty();
        let shown: Vec<u32> = if searching {
            // Of countries the name is shown, of others the value itself.
            let text = |bin: u32| match countries {
                true => Cow::Owned(label(app, &loaded, column, bin as usize)),
                false => Cow::Borrowed(names.map_or("", |names| names.value(bin as usize))),
            };
            found(&order, text, &wanted, MORE)
        } else {
            let most = if all || !long { MORE } else { FIRST };
            let first = order.iter().take(most).copied();
            let others =
                chosen.iter().copied().filter(|bin| !order.iter().take(most).any(|b| b == bin));
            first.chain(others).collect()
        };
        let largest = counts.iter().copied().max().unwrap_or(0).max(1);
        let rows = shown.iter().map(|bin| {
            let count = counts.get(*bin as usize).copied().unwrap_or(0);
            let chosen = chosen.binary_search(bin).is_ok();
            row(&label(app, &loaded, column, *bin as usize), *bin, count, largest, chosen)
        });
        let rows: Vec<Markup> = rows.collect();
        let is_filtered = view.is_filtered(dimension);
        let head = el("div")
            .class("facet-head")
            .child(el("h3").attr("id", title.as_str()).text(name.as_str()));
        let head = head.children(is_filtered.then(|| {
            button("clear")
                .class("text-button")
                .attr("aria-label", format!("Clear the filter {name}"))
                .text("Clear")
        }));
        let field = el("input")
            .attr("type", "search")
            .class("facet-search")
            .attr("data-test", "facet-search")
            .attr("autocomplete", "off")
            .attr("placeholder", format!("Find among {}", grouped(order.len() as u64)))
            .attr("aria-label", format!("Find in {name}"))
            .flag("hidden", !long);
        let none = (searching && rows.is_empty())
            .then(|| el("p").class("hint").text("No value with these words"));
        let more = (long && !searching).then(|| more(order.len(), all));
        section
            .class("facet")
            .attr("data-test", format!("own-facet-{column}"))
            .attr("aria-labelledby", title.as_str())
            .child(head)
            .child(field)
            .child(el("ul").children(rows))
            .children(none)
            .children(more)
    });
    let open = open.clone();
    listen_to(&section, &["click", "input"], move |event| {
        if event.type_() == "input" {
            return wanted.set(event_target_value(&event));
        }
        match under(&event, "data-act").as_deref() {
            Some("more") => all.update(|all| *all = !*all),
            Some("clear") => open.change(|view| view.clear(dimension)),
            _ => {
                let bin = under(&event, "data-value").and_then(|bin| bin.parse().ok());
                let only = under(&event, "data-only").and_then(|bin| bin.parse().ok());
                match (only, bin) {
                    (Some(bin), _) => choose(&open, dimension, bin, false),
                    (None, Some(bin)) => choose(&open, dimension, bin, true),
                    _ => {}
                }
            }
        }
    });
    section
}

/// The values from the most rows to the fewest, and last that of rows without any; it stays while
/// filters change, so that a value keeps its place.
fn order(open: &Open, dimension: usize) -> Vec<u32> {
    let loaded = open.loaded.borrow();
    let totals: Vec<f64> = loaded.view.totals(dimension).iter().copied().map(f64::from).collect();
    let mut order: Vec<u32> =
        top(&totals, totals.len(), &[]).iter().map(|bin| *bin as u32).collect();
    if totals.last().is_some_and(|missing| *missing > 0.0) {
        order.push(totals.len() as u32 - 1);
    }
    order
}

fn row(label: &str, bin: u32, count: u32, largest: u32, chosen: bool) -> Markup {
    let share = u64::from(count) * 1000 / u64::from(largest);
    let value = el("button")
        .attr("type", "button")
        .class("value")
        .attr("data-value", bin.to_string())
        .attr("data-count", count.to_string())
        .attr("data-state", standing(chosen))
        .attr("aria-pressed", if chosen { "true" } else { "false" })
        .attr("title", label)
        .child(el("i").class("check"))
        .child(el("span").class("label").text(label))
        .text(" ")
        .child(el("span").class("count").text(grouped(count)))
        .child(el("i").class("fill").attr("style", format!("transform:scaleX({share}e-3)")));
    let only = el("button")
        .attr("type", "button")
        .attr("data-only", bin.to_string())
        .attr("aria-label", format!("only {label}"))
        .text("only");
    let class = match (label == NONE, count) {
        (_, 0) => "zero",
        (true, _) => "own-none",
        _ => "",
    };
    el("li").class(class).child(value).child(el("span").class("acts").child(only))
}

fn more(count: usize, open: bool) -> Markup {
    let words = match open {
        true => "Show fewer".to_owned(),
        false if count > MORE => format!("Show {MORE} of {}", grouped(count as u64)),
        false => format!("Show {} more", count - FIRST),
    };
    button("more")
        .class("text-button")
        .attr("data-test", "facet-more")
        .attr("aria-expanded", if open { "true" } else { "false" })
        .text(words)
}
