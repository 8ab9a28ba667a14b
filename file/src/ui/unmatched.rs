//! Names that are no known country: the reader says which are meant, and the table is loaded again.

use std::rc::Rc;

use explorer::ui::listen::{listen_to, under};
use explorer::ui::markup::{Markup, el, live};
use explorer::ui::signal::Signal;
use explorer::ui::switch::button;
use explorer_number::grouped;
use explorer_reader::country::Country;
use leptos::prelude::event_target_value;
use web_sys::Element;

use super::app::App;
use super::draft::Draft;
use super::listing::{cells, scrolled};
use super::open::Open;

/// How many names are shown.
const SHOWN: usize = 50;

/// The names, with a choice of a country for each; empty if there are none.
pub fn unmatched(app: &'static App, open: &Rc<Open>) -> Element {
    let chosen: Signal<Vec<(String, String)>> = Signal::new(Vec::new());
    let kept = open.clone();
    let place = live("div", move |place| {
        let loaded = kept.loaded.borrow();
        let names = loaded.unmatched.list(&app.countries);
        if names.is_empty() {
            return place;
        }
        let count = chosen.with(Vec::len);
        let rows = names.iter().take(SHOWN).map(|(name, rows, suggested)| {
            el("tr")
                .attr("data-test", "unmatched-name")
                .child(el("th").attr("scope", "row").text(*name))
                .child(el("td").text(grouped(*rows)))
                .child(el("td").child(choice(app, name, suggested)))
        });
        let headings = ["Name", "Rows", "Means"].map(str::to_owned);
        let table = scrolled("Names without a country", cells(headings, rows));
        let title = match names.len() {
            1 => "1 name is no known country".to_owned(),
            count => format!("{} names are no known country", grouped(count as u64)),
        };
        let more = names.len().saturating_sub(SHOWN);
        let more = (more > 0).then(|| {
            el("p").class("hint").text(format!("{} more are not shown.", grouped(more as u64)))
        });
        let words = match count {
            0 => "Load again with what was chosen".to_owned(),
            1 => "Load again with 1 country chosen".to_owned(),
            count => format!("Load again with {count} countries chosen"),
        };
        place.child(
            el("details")
                .class("own-panel")
                .attr("data-test", "unmatched")
                .attr("data-count", names.len().to_string())
                .child(el("summary").child(el("b").text(title)).text(" ").child(
                    el("span").class("hint").text("Their rows are loaded without a country."),
                ))
                .child(table)
                .children(more)
                .child(
                    button("again")
                        .class("primary")
                        .attr("data-test", "load-again")
                        .flag("disabled", count == 0)
                        .text(words),
                ),
        )
    });
    let open = open.clone();
    listen_to(&place, &["change", "click"], move |event| {
        if event.type_() == "change" {
            let Some(name) = under(&event, "data-name") else { return };
            let code = event_target_value(&event);
            chosen.update(|chosen| {
                chosen.retain(|(known, _)| *known != name);
                if !code.is_empty() {
                    chosen.push((name, code));
                }
            });
        } else if under(&event, "data-act").as_deref() == Some("again") {
            let mut mapping = open.draft.mapping.clone();
            mapping.countries.extend(chosen.get_untracked());
            app.load(Draft { mapping, ..open.draft.clone() });
        }
    });
    place
}

fn choice(app: &App, name: &str, suggested: &[&Country]) -> Markup {
    let option = |country: &Country| {
        el("option").attr("value", country.iso3.as_str()).text(country.name_en.as_str())
    };
    let first = suggested.iter().map(|country| option(country));
    let group = |label: &'static str| el("optgroup").attr("label", label);
    let suggestions = (!suggested.is_empty()).then(|| group("Perhaps").children(first));
    el("select")
        .attr("data-name", name)
        .attr("aria-label", format!("The country that {name} means"))
        .child(el("option").attr("value", "").text("no country"))
        .children(suggestions)
        .child(group("All").children(app.countries.list().iter().map(option)))
}
