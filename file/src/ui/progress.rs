//! How far a file is, and the way to stop it.

use explorer::ui::listen::on_act;
use explorer::ui::markup::{el, live};
use explorer::ui::switch::button;
use explorer_number::grouped;
use web_sys::Element;

use super::app::{App, Stage};

/// The progress of what is being read; empty while nothing is.
pub fn progress(app: &'static App) -> Element {
    let place = live("div", move |place| {
        let (name, share, words) = match app.stage.get() {
            Stage::Looking(name) => (name, 0.0, "Looking at the first rows \u{2026}".to_owned()),
            Stage::Loading(now) => {
                let rows = grouped(now.rows);
                let wrong = match now.problems {
                    0 => String::new(),
                    1 => ", 1 problem".to_owned(),
                    count => format!(", {} problems", grouped(count)),
                };
                let words = match now.sorting {
                    true => format!("Sorting {rows} rows{wrong} \u{2026}"),
                    false => format!("{rows} rows so far{wrong}"),
                };
                (now.name, if now.size > 0.0 { now.read / now.size } else { 1.0 }, words)
            }
            _ => return place,
        };
        let percent = ((share * 100.0) as u32).to_string();
        let bar = el("progress")
            .attr("max", "100")
            .attr("aria-label", format!("Reading {name}"))
            .attr("data-test", "progress")
            .attr("value", percent.as_str());
        let cancel =
            button("cancel").class("text-button").attr("data-test", "cancel").text("Cancel");
        place.child(
            el("section")
                .class("own-panel own-progress")
                .child(el("h2").text(format!("Reading {name}")))
                .child(bar)
                .child(
                    el("p")
                        .child(el("span").attr("data-test", "rows-so-far").text(words))
                        .text(" ")
                        .child(cancel),
                ),
        )
    });
    on_act(&place, move |_| app.cancel());
    place
}
