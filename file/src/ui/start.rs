//! The ways to open a table: a button, a drop, a paste.

use explorer::ui::listen::listen_to;
use explorer::ui::markup::{Markup, el};
use explorer::ui::switch::button;
use explorer_reader::limit;
use leptos::prelude::event_target;
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, HtmlInputElement, HtmlTextAreaElement};

use super::app::App;
use super::source::Source;
use crate::amount::amount;

/// The ways to open a table. They stay where they are while one is open.
pub fn start(app: &'static App) -> Element {
    let file = el("input")
        .attr("type", "file")
        .class("unseen")
        .attr("data-test", "file-input")
        .attr(
            "accept",
            ".csv,.tsv,.tab,.txt,.json,.jsonl,.ndjson,.geojson,text/csv,application/json",
        )
        .build();
    let area = el("textarea")
        .attr("data-test", "paste-text")
        .attr("id", "own-file-paste")
        .attr("rows", "4")
        .attr("spellcheck", "false")
        .attr("placeholder", "date;country;agency …")
        .build();
    let pick = el("label")
        .class("own-pick")
        .child(el("span").class("primary").text("Open a file"))
        .child(el("small").text("CSV, TSV, JSON or JSON Lines. Or drop it anywhere on this page."))
        .kept(file.clone());
    let paste = el("details")
        .class("own-paste")
        .child(el("summary").text("Paste a table instead"))
        .child(
            el("label")
                .attr("for", "own-file-paste")
                .text("Rows copied from a spreadsheet or a text file"),
        )
        .kept(area.clone())
        .child(
            button("open-pasted")
                .class("primary")
                .attr("data-test", "paste-open")
                .text("Open what is pasted"),
        );
    let place = el("div").class("own-start").child(pick).child(paste).child(promises()).build();
    let text = area.clone();
    listen_to(&place, &["change", "paste", "click"], move |event| match event.type_().as_str() {
        "change" => chosen(app, &event),
        "paste" => pasted(app, &event, &text),
        _ => {
            let asked = explorer::ui::listen::under(&event, "data-act");
            if asked.as_deref() == Some("open-pasted") {
                open_text(app, &text.unchecked_ref::<HtmlTextAreaElement>().value());
            }
        }
    });
    place
}

/// What happens to a file, and how large it may be: said before anybody opens one.
fn promises() -> Markup {
    let largest = limit::largest(8, limit::ALLOWED) as f64 / f64::from(1 << 20);
    let sizes = format!(
        "Room for some {} MB with eight columns, and for {} columns.",
        amount((largest / 10.0).floor() * 10.0),
        amount(limit::COLUMNS as f64)
    );
    el("p")
        .class("own-promise")
        .attr("data-test", "file-promise")
        .child(el("b").text("Nothing leaves this machine."))
        .text(" The file is read by this page, in this browser; it is not sent anywhere and not kept; what its columns hold is remembered for the next one. ")
        .text(sizes)
}

/// A file was chosen. A mapping's field is no file to open.
fn chosen(app: &'static App, event: &Event) {
    let field = event_target::<Element>(event).dyn_into::<HtmlInputElement>();
    let Some(field) = field.ok().filter(|field| field.type_() == "file") else { return };
    if let Some(file) = field.files().and_then(|files| files.get(0)) {
        app.look(Source::of_file(file));
    }
    // The same file again is another choice: it may have changed.
    field.set_value("");
}

/// A whole table that is pasted is opened at once: a field would take long to show it.
fn pasted(app: &'static App, event: &Event, area: &Element) {
    let clipboard = event.unchecked_ref::<ClipboardEvent>().clipboard_data();
    let Some(clipboard) = clipboard else { return };
    if let Some(file) = clipboard.files().and_then(|files| files.get(0)) {
        event.prevent_default();
        return app.look(Source::of_file(file));
    }
    let text = clipboard.get_data("text/plain").unwrap_or_default();
    let is_empty = area.unchecked_ref::<HtmlTextAreaElement>().value().is_empty();
    if is_empty && text.trim().lines().nth(1).is_some() {
        event.prevent_default();
        open_text(app, &text);
    }
}

fn open_text(app: &'static App, text: &str) {
    if text.trim().is_empty() {
        app.failure.set(Some("There is nothing in the field to be opened.".to_owned()));
    } else if let Some(source) = Source::of_text(text) {
        app.look(source);
    }
}
