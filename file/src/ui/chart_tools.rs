//! What stands around the charts of a table: the switch to numbers, and the ways to take them away.

use std::rc::Rc;

use explorer::ui::figure::{Framing, Kind, Tools, framed, save_chart, save_files};
use explorer::ui::signal::Derived;
use explorer_chart::MarkState;
use explorer_export::Origin;
use explorer_export::file_name::file_name;
use web_sys::Element;

use super::app::App;
use super::head::filter_words;
use super::open::Open;

/// A chart of a column with what stands around it. `what` tells it from others of the same column.
pub fn chart(
    app: &'static App,
    open: &Rc<Open>,
    column: usize,
    what: &'static str,
    kind: Rc<dyn Kind>,
) -> Element {
    let (tables, id) = (open.tables, place(column, what));
    // What is derived is never given back, so the table must not be in it.
    let as_table = Derived::new(move || tables.with(|tables| tables.contains(&id)));
    let tools = OwnTools { app, open: open.clone(), column, id, kind: kind.clone() };
    let framing = Framing {
        id: format!("own-{what}-{column}"),
        as_table,
        save: save_files,
        tools: Box::new(tools),
    };
    framed(app.screen, framing, kind)
}

/// A number for a chart, that no other has.
fn place(column: usize, what: &str) -> usize {
    column * 2 + usize::from(what == "map")
}

struct OwnTools {
    app: &'static App,
    open: Rc<Open>,
    column: usize,
    id: usize,
    kind: Rc<dyn Kind>,
}

impl Tools for OwnTools {
    fn act(&self, act: &str, place: &Element, _: &Element) -> bool {
        match act {
            "as-table" => self.open.tables.update(|tables| {
                match tables.iter().position(|table| *table == self.id) {
                    Some(at) => _ = tables.swap_remove(at),
                    None => tables.push(self.id),
                }
            }),
            "save-svg" | "save-png" | "save-csv" => {
                let origin = origin(self.app, &self.open);
                let ending = act.trim_start_matches("save-");
                let (name, _) = self.open.column(self.column);
                let name = file_name(&name, &origin.filters, ending);
                save_chart(self.app.screen, &*self.kind, place, name, &origin);
            }
            _ => return false,
        }
        true
    }
}

/// How the mark of a value is drawn; `including` says whether any value beside it is chosen.
pub fn mark_state(chosen: bool, including: bool) -> MarkState {
    match (chosen, including) {
        (true, _) => MarkState::Included,
        (false, true) => MarkState::Muted,
        (false, false) => MarkState::Plain,
    }
}

/// What the document says of a mark that is chosen, or is not.
pub fn standing(chosen: bool) -> &'static str {
    if chosen { "included" } else { "free" }
}

/// What a file taken from a table says of itself.
fn origin(app: &App, open: &Open) -> Origin {
    let today: String = js_sys::Date::new_0().to_iso_string().into();
    let day = today.split('T').next().unwrap_or_default().to_owned();
    Origin {
        filters: filter_words(app, open).join(" \u{b7} "),
        link: "opened in the Security Diplomacy Explorer".to_owned(),
        dataset: open.draft.source.name.clone(),
        version: "the reader\u{2019}s own".to_owned(),
        released: String::new(),
        hash: "not published".to_owned(),
        retrieved: day,
    }
}
