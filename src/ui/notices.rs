//! Messages about parts of a link that could not be applied.

use leptos::prelude::*;

use super::store::store;

/// The notices of the link that was opened, until they are dismissed.
#[component]
pub fn Notices() -> impl IntoView {
    let store = store();
    let list = move || {
        store.notices.get().into_iter().enumerate().map(|(at, notice)| {
            let dismiss = move |_| {
                store.notices.update(|all| {
                    if at < all.len() {
                        all.remove(at);
                    }
                });
            };
            view! {
                <div class="notice" data-test="notice">
                    <p><b>"Part of this link was not applied. "</b> {notice.to_string()}</p>
                    <button type="button" on:click=dismiss aria-label="Dismiss this notice">"Dismiss"</button>
                </div>
            }
        }).collect_view()
    };
    view! { <div class="notices" role="status">{list}</div> }
}
