//! Messages about parts of a link that could not be applied, and about its version.

use explorer_view::notice::{About, Notice};
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::components::keyed_items::KeyedItems;
use crate::hooks::focus::focus_in_view;
use crate::reactive::memo;
use crate::store::use_store;

/// The notices of the link that was opened, until they are dismissed.
#[component]
pub fn Notices() -> impl IntoView {
    let store = use_store();
    let notices = memo(move || store.notices.get());
    let dismiss = move |notice: &Notice| {
        store.notices.update(|all| {
            if let Some(at) = all.iter().position(|known| known == notice) {
                all.remove(at);
            }
        });
        focus_in_view();
    };
    view! {
        <div class="notices" role="status">
            <KeyedItems items=notices key=Notice::to_string let:notice>
                <div class="notice" data-test="notice">
                    <p>
                        {(notice.about == About::Ignored)
                            .then(|| view! { <b>"Part of this link could not be applied. "</b> })}
                        {notice.to_string()}
                        {(notice.about == About::OlderVersion)
                            .then(|| {
                                view! {
                                    " "
                                    <a
                                        href=store.link(Page::Changes)
                                        data-test="what-changed"
                                    >
                                        "What changed →"
                                    </a>
                                }
                            })}
                        {(notice.about == About::OwnFile)
                            .then(|| {
                                view! {
                                    " "
                                    <a href=store.link(Page::File) data-test="open-own-file">
                                        "Open the file →"
                                    </a>
                                }
                            })}
                    </p>
                    <button
                        type="button"
                        aria-label="Dismiss this notice"
                        on:click=move |_| dismiss(&notice)
                    >
                        "Dismiss"
                    </button>
                </div>
            </KeyedItems>
        </div>
    }
}
