//! The page of a reader's own file.

mod app;
mod axis_chart;
mod bars;
mod beside;
mod chart_tools;
mod countries;
mod draft;
mod facets;
mod head;
mod intake;
mod listing;
mod mapping;
mod open;
mod problems;
mod progress;
mod rows;
mod screen;
mod source;
mod start;
mod stretch;
mod table;
mod tip_lines;
mod unmatched;

use std::cell::RefCell;

use explorer::ui::listen::on_act;
use explorer::ui::markup::{el, live};
use explorer::ui::switch::button;
use explorer::ui::tooltip;
use leptos::prelude::mount_to_body;
use web_sys::{Element, File};

use app::App;
use source::Source;

/// The look of this view, beside the page's own style sheet.
const STYLE: &str = include_str!("style.css");

thread_local! {
    /// The view, once it was asked for, and the element that it is in.
    static VIEW: RefCell<Option<(&'static App, Element)>> = const { RefCell::new(None) };
}

/// Puts the view into an element. It is made once: what is open stays open when it is put into
/// another one later.
pub fn mount(place: &Element) {
    console_error_panic_hook::set_once();
    let made = VIEW.with_borrow(|view| view.as_ref().map(|(_, root)| root.clone()));
    let Some(root) = made else {
        let place = place.clone();
        // In an owner of its own, which lives as long as the page.
        mount_to_body(move || match App::new(screen::screen()) {
            Ok(app) => {
                let app: &'static App = Box::leak(Box::new(app));
                let root = view(app);
                place.replace_children_with_node_1(&root);
                VIEW.set(Some((app, root)));
            }
            Err(words) => place.set_text_content(Some(&words)),
        });
        return;
    };
    place.replace_children_with_node_1(&root);
}

/// Opens a file that was dropped onto the page.
pub fn open(file: File) {
    if let Some(app) = VIEW.with_borrow(|view| view.as_ref().map(|(app, _)| *app)) {
        app.look(Source::of_file(file));
    }
}

/// All of the view.
fn view(app: &'static App) -> Element {
    let head = live("div", move |place| {
        let is_open = app.open.with(Option::is_some);
        let words = match is_open {
            true => "Another file takes the place of this one only once it is loaded.",
            false => {
                "Open a table of your own: visits, trainings, events. It gets the same kinds of charts \
                 and filters as the records, and can be laid beside them."
            }
        };
        place
            .class("own-head")
            .child(el("h1").text("Your own file"))
            .child(el("p").class("hint").text(words))
    });
    let failure = live("div", move |place| {
        let failure = app.failure.get().map(|words| {
            el("div")
                .class("notice")
                .attr("role", "alert")
                .attr("data-test", "file-error")
                .child(el("p").text(words))
                .child(button("dismiss").text("Dismiss"))
        });
        place.children(failure)
    });
    on_act(&failure, move |_| app.failure.set(None));
    let parts = [
        head,
        start::start(app),
        failure,
        progress::progress(app),
        mapping::mapping(app),
        table::table(app),
        tooltip::tooltip(app.screen),
    ];
    live("section", move |place| {
        let is_open = app.open.with(Option::is_some);
        let class = if is_open { "own-file own-opened" } else { "own-file" };
        let style = el("style").text(STYLE);
        place.class(class).attr("data-test", "own-file").child(style).all_kept(parts.clone())
    })
}
