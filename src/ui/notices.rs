//! Messages about parts of a link that could not be applied.

use leptos::prelude::*;

use super::markup::{el, shown_with};
use super::store::store;
use super::switch::button;

/// The notices of the link that was opened, until they are dismissed.
#[component]
pub fn Notices() -> impl IntoView {
    let store = store();
    let dismiss = move |act: &str| {
        let Ok(at) = act.parse::<usize>() else { return };
        store.notices.update(|all| {
            if at < all.len() {
                all.remove(at);
            }
        });
    };
    let list = move || {
        let notices = store.notices.get().into_iter().enumerate();
        notices
            .map(|(at, notice)| {
                let text = el("p")
                    .child(el("b").text("Part of this link was not applied. "))
                    .text(notice.to_string());
                let dismiss = button(at.to_string())
                    .attr("aria-label", "Dismiss this notice")
                    .text("Dismiss");
                el("div").class("notice").attr("data-test", "notice").child(text).child(dismiss)
            })
            .collect()
    };
    view! { <div class="notices" role="status">{shown_with(list, dismiss)}</div> }
}
