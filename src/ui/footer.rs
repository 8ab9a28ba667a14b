//! Licence and origin, below every view.

use web_sys::Element;

use super::markup::{el, live};
use super::save;
use super::store::Store;
use explorer_view::state::Page;

/// The foot of every view.
pub fn footer(store: Store) -> Element {
    live("footer", move |mut foot| {
        let origin = format!(
            "Compiled from public reports, each record with its sources. The dataset of the 2025 Carnegie paper, \
             whose method it follows, is not part of it. Data {}, code MIT. ",
            store.explorer.dataset().codebook.licence
        );
        let method =
            el("a").attr("href", store.link_to(Page::Method)).text("How it was made, and its gaps");
        let privacy = "This page makes no request beyond its own files, and keeps nothing but your settings and, where a browser can, a copy of itself.";
        foot = foot.class("foot").child(el("p").text(origin).child(method));
        if !store.theme.printing.get() {
            return foot.child(el("p").text(privacy));
        }
        // Nobody can follow a link on paper.
        let origin = save::origin(store);
        foot.child(el("p").text(format!(
            "{}, version {}. Printed on {} from {}",
            origin.dataset, origin.version, origin.retrieved, origin.link
        )))
    })
}
