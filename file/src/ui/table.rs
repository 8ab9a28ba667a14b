//! An open table: its numbers, facets, charts, rows, and what is wrong with it.

use std::rc::Rc;

use explorer::ui::effect::effect;
use explorer::ui::markup::el;
use leptos::prelude::{untrack, window};
use web_sys::Element;

use super::app::App;
use super::open::{Open, Shown};
use super::{axis_chart, bars, beside, countries, facets, head, problems, rows, unmatched};

/// The open table, if there is one. All of it is made anew for another one.
pub fn table(app: &'static App) -> Element {
    let place = el("div").build();
    let kept = place.clone();
    effect(move || {
        let open = app.open.get();
        kept.set_text_content(None);
        if let Some(open) = open {
            _ = kept.append_child(&untrack(|| parts(app, &open)));
        }
    });
    place
}

fn parts(app: &'static App, open: &Rc<Open>) -> Element {
    let narrow = window().match_media("(max-width: 759px)").ok().flatten();
    let narrow = narrow.is_some_and(|query| query.matches());
    let filters = el("details")
        .class("own-filters")
        .flag("open", !narrow)
        .child(el("summary").text("Filters"))
        .kept(facets::facets(app, open));
    let main = el("div").class("own-main").all_kept([
        problems::problems(open),
        unmatched::unmatched(app, open),
        charts(app, open),
        beside::beside(app, open),
        rows::rows(app, open),
    ]);
    el("div")
        .class("own-table")
        .attr("data-test", "own-table")
        .kept(head::head(app, open))
        .child(el("div").class("own-columns").child(filters).child(main))
        .build()
}

/// The charts: the date and the countries first, then the columns in the order of the file.
fn charts(app: &'static App, open: &Rc<Open>) -> Element {
    let mut charts = Vec::new();
    let of = |wanted: Shown| {
        let open = open.clone();
        (0..open.columns()).filter(move |column| open.shown(*column) == wanted)
    };
    charts.extend(of(Shown::Dates).map(|column| axis_chart::dates(app, open, column)));
    for column in of(Shown::Countries) {
        charts.push(countries::map(app, open, column));
    }
    for column in 0..open.columns() {
        match open.shown(column) {
            Shown::Values | Shown::Countries => charts.push(bars::bars(app, open, column)),
            Shown::Numbers => charts.push(axis_chart::numbers(app, open, column)),
            Shown::Dates | Shown::Text => {}
        }
    }
    el("div").class("charts own-charts").attr("data-test", "own-charts").all_kept(charts).build()
}
