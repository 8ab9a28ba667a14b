//! Licence and origin, below every view.

use leptos::prelude::*;

use super::markup::{el, shown};
use super::store::store;
use crate::view::state::Page;

/// The foot of every view.
#[component]
pub fn Footer() -> impl IntoView {
    let store = store();
    shown(move || {
        let origin = format!(
            "Compiled from public reports, each record with its sources. The dataset of the 2025 Carnegie paper, \
             whose method it follows, is not part of it. Data {}, code MIT. ",
            store.explorer.dataset().codebook.licence
        );
        let method =
            el("a").attr("href", store.link_to(Page::Method)).text("How it was made, and its gaps");
        let privacy = "This page makes no request beyond its own files and keeps nothing but your choice of theme.";
        vec![
            el("footer")
                .class("foot")
                .child(el("p").text(origin).child(method))
                .child(el("p").text(privacy)),
        ]
    })
}
