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
use crate::view::chart::Chart;
use crate::view::hash;
use crate::view::state::Page;

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
        let link = save::address(&store.state.with(hash::encode));
        place
            .class("hint")
            .text(format!("{}, version {}. ", codebook.title, codebook.version))
            .child(
                el("<a target=_blank rel=noopener data-test=full-view href={}>Open the full view")
                    .text(link),
            )
    });
    let main = el("<main id=main class=embedded data-test=embedded>");
    let missing = "This view has no such chart.";
    match found {
        Some(found) => main.kept(found),
        None => main.child(el("p").text(missing)),
    }
    .kept(source)
    .build()
}

/// Puts the HTML on the clipboard that shows a chart of this view on another page. The frame keeps
/// its origin: without one, browsers load the page's module and its Wasm only from hosts that say
/// so in a header, which most static ones do not.
pub fn copy_code(store: Store, chart: Chart, done: impl Fn(bool) + 'static) {
    let link = store.state.with_untracked(hash::encode);
    let address = save::address(&format!("?embed=1&chart={}{link}", chart.id()));
    let code = format!(
        "<iframe src=\"{}\" title=\"Security Diplomacy Explorer\" width=\"100%\" height=\"520\" \
         style=\"border:0\" sandbox=\"allow-scripts allow-same-origin allow-popups\" loading=\"lazy\"></iframe>",
        address.replace('&', "&amp;").replace('"', "%22")
    );
    save::copy(&code, done);
}
