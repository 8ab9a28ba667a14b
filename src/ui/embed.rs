//! A chart alone, in a frame on somebody else's page.
//!
//! `?embed=1&chart=NAME` before the `#` shows that chart of the view, with its source and a link to
//! the full view; without a name the first chart of the view. Nothing is stored there, and the
//! address stays as it is.

use leptos::prelude::*;
use web_sys::Element;

use super::markup::{el, live};
use super::save;
use super::store::Store;
use explorer_view::chart::Chart;
use explorer_view::hash;
use explorer_view::sentence::filter_words;
use explorer_view::state::Page;

/// Whether the page is asked for a chart alone.
pub fn is_asked() -> bool {
    asked("embed").as_deref() == Some("1")
}

/// The value of a key in the address before the `#`.
fn asked(key: &str) -> Option<String> {
    let query = window().location().search().unwrap_or_default();
    let mut pairs = query.trim_start_matches('?').split('&').filter_map(|p| p.split_once('='));
    pairs.find(|(known, _)| *known == key).map(|(_, value)| value.to_owned())
}

/// The chart that is asked for.
pub fn chart(store: Store) -> Chart {
    let named = asked("chart").and_then(|id| Chart::from_id(&id));
    let usual = match store.page.get_untracked() {
        Page::Map => Chart::Map,
        Page::Forums => Chart::Sessions,
        Page::People => Chart::OfficialRegions,
        Page::Pledges => Chart::Pledges,
        Page::Paper(_) => Chart::Figure(1),
        _ => Chart::Timeline,
    };
    named.unwrap_or(usual)
}

/// Of the parts of a page only that chart, with where it comes from.
pub fn alone(store: Store, chart: Chart, parts: &[Element]) -> Element {
    let selector = format!("[data-test=chart-{}]", chart.id());
    let found = parts.iter().find_map(|part| {
        let is = part.matches(&selector).unwrap_or(false).then(|| part.clone());
        is.or_else(|| part.query_selector(&selector).ok().flatten())
    });
    let source = live("p", move |place| {
        let codebook = &store.explorer.dataset().codebook;
        let words = store.scope.with(|scope| filter_words(store.explorer, scope));
        let link = save::address(&store.state.with(hash::encode));
        place
            .class("hint")
            .text(format!("{words}. {}, version {}. ", codebook.title, codebook.version))
            .child(
                el("a")
                    .attr("href", link)
                    .attr("target", "_blank")
                    .attr("rel", "noopener")
                    .attr("data-test", "full-view")
                    .text("Open the full view"),
            )
    });
    let main = el("main").attr("id", "main").class("embedded").attr("data-test", "embedded");
    let missing = "This view has no such chart.";
    match found {
        Some(found) => main.kept(found),
        None => main.child(el("p").text(missing)),
    }
    .kept(source)
    .build()
}

/// The page as one file, which `cargo xtask build` writes next to the others.
const SINGLE_FILE: &str = "security-diplomacy-explorer.html";

/// Puts the HTML on the clipboard that shows a chart of this view on another page. It frames the
/// page's single file: in a sandbox, which has no origin, browsers load the module and the Wasm of
/// the other only from hosts that allow it in a header, and most static ones do not.
pub fn copy_code(store: Store, chart: Chart, done: impl Fn(bool) + 'static) {
    let link = store.state.with_untracked(hash::encode);
    let here = save::address("");
    let folder = here.rfind('/').map_or("", |at| &here[..=at]);
    let page = match here[folder.len()..].as_ref() {
        // On a disk it means the file that one puts next to one's own page.
        _ if here.starts_with("file:") => SINGLE_FILE.to_owned(),
        "" | "index.html" => format!("{folder}{SINGLE_FILE}"),
        _ => here,
    };
    let address = format!("{page}?embed=1&chart={}{link}", chart.id());
    let code = format!(
        "<iframe src=\"{}\" title=\"Security Diplomacy Explorer\" width=\"100%\" height=\"520\" \
         style=\"border:0\" sandbox=\"allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox\" \
         loading=\"lazy\"></iframe>",
        address.replace('&', "&amp;").replace('"', "%22")
    );
    save::copy(&code, done);
}
