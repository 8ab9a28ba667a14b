//! What a reader takes away from a view: its link, its records, its citation.

use web_sys::Element;

use super::listen::{listen_to, on_act};
use super::markup::{Markup, el, live};
use super::save;
use super::signal::Signal;
use super::store::Store;
use super::switch::{button, switch};
use explorer_export::cite::{Style, cite};
use explorer_export::file_name::file_name;
use explorer_export::{Origin, interactions};
use explorer_number::grouped;
use explorer_view::state::Page;

/// A button that unfolds the ways to share, cite and download.
pub fn share(store: Store) -> Element {
    let open = Signal::new(false);
    let style = Signal::new(Style::Text);
    // What was copied last, and whether that worked.
    let copied = Signal::new(None::<(&'static str, bool)>);
    let panel = live("div", move |place| {
        if !open.get() {
            return place;
        }
        // Whatever the view shows, it is what is shared.
        store.state.track();
        store.scope.track();
        contents(store, place, style.get(), copied.get())
    });
    let words = el("span").class("wide").text(", cite, download");
    let summary = el("summary").attr("data-test", "share").text("Share").child(words).build();
    let details = el("details").class("share").kept(summary).kept(panel).build();
    let kept = details.clone();
    listen_to(&details, &["toggle"], move |_| {
        copied.set(None);
        open.set(kept.has_attribute("open"));
    });
    let place = details.clone();
    listen_to(&details, &["keydown"], move |event| {
        use wasm_bindgen::JsCast;
        if event.unchecked_ref::<web_sys::KeyboardEvent>().key() == "Escape" {
            _ = place.remove_attribute("open");
        }
    });
    let place = details.clone();
    on_act(&details, move |act| {
        if act == "close-share" {
            _ = place.remove_attribute("open");
            return;
        }
        let origin = save::origin(store);
        if let Some((chosen, ..)) = Style::ALL.into_iter().find(|(_, word, _)| *word == act) {
            return style.set(chosen);
        }
        match act {
            "copy-link" => {
                save::copy(&origin.link, move |worked| copied.set(Some(("copy-link", worked))));
            }
            "copy-citation" => {
                let text = citation(store, &origin, style.get_untracked());
                save::copy(&text, move |worked| copied.set(Some(("copy-citation", worked))));
            }
            act => records(store, &origin, act),
        }
    });
    details
}

/// Saves the records in view in a form.
fn records(store: Store, origin: &Origin, form: &str) {
    let sort = store.state.with_untracked(|state| state.sort);
    let shown = store
        .outcome
        .with_untracked(|outcome| interactions::in_view(store.explorer, &outcome.rows, sort));
    let (what, ending, kind, text) = match form {
        "csv" => ("records", "csv", "text/csv", interactions::csv(&shown, origin)),
        "json" => ("records", "json", "application/json", interactions::json(&shown, origin)),
        "package" => {
            ("datapackage", "json", "application/json", interactions::package(&shown, origin))
        }
        _ => return,
    };
    save::text(&file_name(what, &origin.filters, ending), kind, &text);
}

fn citation(store: Store, origin: &Origin, style: Style) -> String {
    // On the paper's page numbers are the paper's, and so is the citation.
    let of_paper = store.page.with_untracked(|page| matches!(page, Page::Paper(_)));
    cite(origin, of_paper, style)
}

fn contents(
    store: Store,
    place: Markup,
    style: Style,
    copied: Option<(&'static str, bool)>,
) -> Markup {
    let origin = save::origin(store);
    let copy = |act: &'static str, label: &'static str| {
        let said = match copied {
            Some((which, true)) if which == act => "Copied",
            Some((which, false)) if which == act => "Could not copy: select it and copy it",
            _ => label,
        };
        button(act).attr("data-test", act).text(said)
    };
    let interactions = store.outcome.with(|outcome| outcome.summary.interactions);
    let save = |act: &'static str, label: &str| {
        button(act).attr("data-test", format!("download-{act}")).text(label)
    };
    let styles = Style::ALL.map(|(_, word, label)| (word, label));
    let chosen = Style::ALL.into_iter().find(|(known, ..)| *known == style);
    let section = |title: &str| el("section").child(el("h2").text(title));
    place
        .class("share-panel")
        .child(
            section("Link to this view")
                .child(
                    el("input")
                        .attr("type", "text")
                        .attr("readonly", "")
                        .attr("aria-label", "Link to this view")
                        .attr("data-test", "view-link")
                        .property("value", origin.link.as_str()),
                )
                .child(copy("copy-link", "Copy link")),
        )
        .child(
            section("Records in view")
                .child(el("p").class("hint").text(format!(
                    "{} interactions, each with its sources, this link and the dataset\u{2019}s version. \
                     Charts are saved below each chart.",
                    grouped(interactions)
                )))
                .child(save("csv", "CSV"))
                .child(save("json", "JSON"))
                .child(save("package", "Data package")),
        )
        .child(
            section("Cite")
                .child(switch("cite", "Form of the citation", &styles, chosen.map_or("", |c| c.1)))
                .child(
                    el("pre")
                        .attr("data-test", "citation-text")
                        .attr("tabindex", "0")
                        .text(citation(store, &origin, style)),
                )
                .child(copy("copy-citation", "Copy citation"))
                // On a phone the panel covers what opened it.
                .child(button("close-share").attr("data-test", "close-share").text("Close")),
        )
}
