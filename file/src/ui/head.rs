//! What is open, how much of it is in view, and under which filters.

use std::rc::Rc;

use explorer::ui::listen::{listen_to, on_act, under};
use explorer::ui::markup::{Markup, el, live};
use explorer::ui::switch::button;
use explorer_number::grouped;
use leptos::prelude::event_target_value;
use web_sys::Element;

use super::app::App;
use super::axis_chart::day_words;
use super::bars::label;
use super::open::{Open, Shown};
use crate::amount::amount;
use crate::measure::Measure;

/// How many chosen values are named one by one.
const NAMED: usize = 3;

/// The head of an open table.
pub fn head(app: &'static App, open: &Rc<Open>) -> Element {
    let kept = open.clone();
    let sentence = live("p", move |place| {
        kept.changes.track();
        let loaded = kept.loaded.borrow();
        let (in_view, all) = (loaded.view.in_view(), loaded.view.table().len());
        let rows = if all == 1 { "row" } else { "rows" };
        place
            .class("sentence")
            .attr("role", "status")
            .attr("data-test", "own-summary")
            .attr("data-rows", in_view.to_string())
            .attr("data-all", all.to_string())
            .child(el("b").text(grouped(in_view)))
            .text(format!(" of {} {rows} in ", grouped(all as u64)))
            .child(el("b").text(kept.draft.source.name.as_str()))
    });
    let kept = open.clone();
    let size = live("p", move |place| {
        kept.changes.track();
        let loaded = kept.loaded.borrow();
        let memory = loaded.view.memory().total() as f64;
        let per_row = memory / (loaded.view.table().len().max(1) as f64);
        let columns = loaded.columns.len();
        place.class("hint").attr("data-test", "own-size").text(format!(
            "{columns} columns; {} MB of memory, {} bytes per row",
            amount((memory / f64::from(1 << 20) * 10.0).round() / 10.0),
            amount(per_row.round())
        ))
    });
    el("div")
        .class("own-summary")
        .child(el("div").all_kept([sentence, size]))
        .kept(controls(app, open))
        .kept(chips(app, open))
        .build()
}

/// What charts count, and the way out.
fn controls(app: &'static App, open: &Rc<Open>) -> Element {
    let numbers: Vec<(usize, String)> = {
        let loaded = open.loaded.borrow();
        let shown =
            (0..loaded.columns.len()).filter(|column| open.shown(*column) == Shown::Numbers);
        let columns = shown.filter_map(|column| loaded.columns.get(column));
        let is_number = |column: &&explorer_loader::LoadedColumn| {
            matches!(column.role, explorer_reader::mapping::Role::Number(_))
        };
        columns.filter(is_number).map(|column| (column.dimension, column.name.clone())).collect()
    };
    let measure = open.measure;
    let place = live("div", move |place| {
        let mut measures = vec![(Measure::Rows, "Rows".to_owned())];
        for (dimension, name) in &numbers {
            measures.push((Measure::Sum(*dimension), format!("Sum of {name}")));
            measures.push((Measure::Mean(*dimension), format!("Mean of {name}")));
        }
        let options = measures.iter().map(|(measure, words)| {
            el("option").attr("value", measure.word()).text(words.as_str())
        });
        let choice = (measures.len() > 1).then(|| {
            el("label")
                .class("control")
                .child(el("span").class("control-name").text("Charts show"))
                .child(
                    el("select")
                        .attr("data-test", "own-measure")
                        .children(options)
                        .property("value", measure.get().word()),
                )
        });
        let roles = button("roles")
            .class("text-button")
            .attr("data-test", "change-roles")
            .text("Change what columns hold");
        let close = button("close")
            .class("text-button")
            .attr("data-test", "close-file")
            .text("Close the file");
        place.class("own-controls").children(choice).child(roles).child(close)
    });
    let open = open.clone();
    listen_to(&place, &["change", "click"], move |event| {
        if event.type_() == "change" {
            if let Some(measure) = Measure::from_word(&event_target_value(&event)) {
                open.measure.set(measure);
            }
            return;
        }
        match under(&event, "data-act").as_deref() {
            Some("close") => app.open.set(None),
            Some("roles") => app.stage.set(super::app::Stage::Mapping(open.draft.clone())),
            _ => {}
        }
    });
    place
}

/// The filters, each with a way to take it away.
fn chips(app: &'static App, open: &Rc<Open>) -> Element {
    let kept = open.clone();
    let place = live("ul", move |place| {
        kept.changes.track();
        let chips = filters(app, &kept).into_iter().map(|(words, act)| {
            let clear = button(act)
                .attr("aria-label", format!("Take the filter {words} away"))
                .text("\u{d7}");
            el("li").child(el("span").class("chip").child(el("span").text(words)).child(clear))
        });
        let chips: Vec<Markup> = chips.collect();
        let clear = (!chips.is_empty()).then(|| {
            el("li").child(
                button("all").class("text-button").attr("data-test", "own-clear").text("Clear all"),
            )
        });
        let hint = chips.is_empty().then(|| {
            el("li")
                .class("hint")
                .text("Click a bar, a country or a value, or drag over a chart, to filter.")
        });
        place
            .class("chips")
            .attr("data-test", "own-chips")
            .attr("aria-label", "Filters")
            .children(hint)
            .children(chips)
            .children(clear)
    });
    let open = open.clone();
    on_act(&place, move |act| match act {
        "all" => open.clear(),
        "search" => open.look_for(""),
        act => {
            if let Ok(dimension) = act.parse() {
                open.change(|view| view.clear(dimension));
            }
        }
    });
    place
}

/// The filters in words.
pub fn filter_words(app: &App, open: &Open) -> Vec<String> {
    filters(app, open).into_iter().map(|(words, _)| words).collect()
}

/// The filters in words, and what takes each of them away.
fn filters(app: &App, open: &Open) -> Vec<(String, String)> {
    let loaded = open.loaded.borrow();
    let mut filters = Vec::new();
    let search = open.search.get_untracked();
    if !search.trim().is_empty() {
        filters.push((format!("\u{201c}{}\u{201d}", search.trim()), "search".to_owned()));
    }
    for (at, column) in loaded.columns.iter().enumerate() {
        let chosen = loaded.view.selected(column.dimension);
        let (Some(first), Some(last)) = (chosen.first(), chosen.last()) else { continue };
        let table = loaded.view.table();
        let range = |words: &dyn Fn(usize) -> String| {
            let (from, to) = (words(*first as usize), words(*last as usize));
            if from == to { from } else { format!("{from} to {to}") }
        };
        let edge = |bin: usize| table.edge(column.dimension, bin);
        let words = match open.shown(at) {
            Shown::Dates => {
                let days = table.days(column.dimension).unwrap_or_default();
                range(&|bin| days.get(bin).map_or(String::new(), |day| day_words((*day).into())))
            }
            Shown::Numbers => {
                let is_date = matches!(column.role, explorer_reader::mapping::Role::Date(_));
                let words = |edge: Option<f64>| match (edge, is_date) {
                    (Some(edge), true) => day_words(edge),
                    (Some(edge), false) => amount(edge),
                    (None, _) => String::new(),
                };
                format!("{} to {}", words(edge(*first as usize)), words(edge(*last as usize + 1)))
            }
            _ => {
                let named =
                    chosen.iter().take(NAMED).map(|bin| label(app, &loaded, at, *bin as usize));
                let named: Vec<String> = named.collect();
                match chosen.len().saturating_sub(NAMED) {
                    0 => named.join(" or "),
                    more => format!("{} or {more} more", named.join(", ")),
                }
            }
        };
        filters.push((format!("{}: {words}", column.name), column.dimension.to_string()));
    }
    filters
}
