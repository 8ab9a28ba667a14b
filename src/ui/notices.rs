//! Messages about parts of a link that could not be applied.

use web_sys::Element;

use super::listen::on_act;
use super::markup::{el, live};
use super::store::Store;
use super::switch::button;

/// The notices of the link that was opened, until they are dismissed.
pub fn notices(store: Store) -> Element {
    let dismiss = move |act: &str| {
        let Ok(at) = act.parse::<usize>() else { return };
        store.notices.update(|all| {
            if at < all.len() {
                all.remove(at);
            }
        });
    };
    let notices = live("div", move |place| {
        let notices = store.notices.get().into_iter().enumerate();
        let notices = notices.map(|(at, notice)| {
            let text = el("p")
                .child(el("b").text("Part of this link was not applied. "))
                .text(notice.to_string());
            let dismiss =
                button(at.to_string()).attr("aria-label", "Dismiss this notice").text("Dismiss");
            el("div").class("notice").attr("data-test", "notice").child(text).child(dismiss)
        });
        place.class("notices").attr("role", "status").children(notices)
    });
    on_act(&notices, dismiss);
    notices
}
