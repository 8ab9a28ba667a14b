//! What a reader takes away from a view. What is unfolded is in the chunk of pages: nobody shares what is not
//! there yet.

mod offer;
mod panel;
mod save_view;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

pub use self::panel::SharePanel;
use crate::components::show::Show;
use crate::hooks::focus::focus;
use crate::hooks::use_window_event::use_window_event;
use crate::pages::share_panel;

/// Unfolds the ways to share, cite and download.
#[component]
pub fn Share() -> impl IntoView {
    let node = NodeRef::<html::Details>::new();
    let opener = NodeRef::<html::Summary>::new();
    let open = RwSignal::new(false);
    let close = Callback::new(move |()| {
        if let Some(details) = node.get_untracked() {
            details.set_open(false);
        }
        // What had the focus is gone.
        if let Some(opener) = opener.get_untracked() {
            focus(&opener);
        }
    });
    let toggled = move |_| open.set(node.get_untracked().is_some_and(|details| details.open()));
    // Of the window: what had the focus in the panel may be gone, such as the button to try again.
    use_window_event(ev::keydown, move |event| {
        if event.key() != "Escape" || !open.get_untracked() {
            return;
        }
        let at = document().active_element().filter(|at| at.tag_name() != "BODY");
        let panel = node.get_untracked();
        if at.is_none_or(|at| panel.is_some_and(|panel| panel.contains(Some(&at)))) {
            close.run(());
        }
    });
    view! {
        <details class="share" node_ref=node on:toggle=toggled>
            <summary data-test="share" node_ref=opener>"Share"<span class="wide">", cite, download"</span></summary>
            <div class:share-panel=move || open.get()>
                <Show when=move || open.get()>
                    {share_panel(close)}
                </Show>
            </div>
        </details>
    }
}
