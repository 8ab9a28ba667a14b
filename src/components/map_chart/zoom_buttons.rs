//! The buttons that zoom a map.

use leptos::ev;
use leptos::prelude::*;

/// Zooms in and out. The buttons lie over a map, which is not meant by what happens on them.
#[component]
pub fn ZoomButtons(
    /// Zooms in.
    #[prop(into)]
    on_zoom_in: Callback<()>,
    /// Zooms out.
    #[prop(into)]
    on_zoom_out: Callback<()>,
    /// The mouse is over the buttons.
    #[prop(into)]
    on_hover: Callback<()>,
) -> impl IntoView {
    view! {
        <div
            class="zoom-buttons"
            on:click=|event| event.stop_propagation()
            on:pointerdown=|event| event.stop_propagation()
            on:pointermove=move |event: ev::PointerEvent| {
                event.stop_propagation();
                on_hover.run(());
            }
        >
            <button
                type="button"
                data-test="closer"
                aria-label="Zoom in"
                on:click=move |_| on_zoom_in.run(())
            >
                "+"
            </button>
            <button
                type="button"
                data-test="farther"
                aria-label="Zoom out"
                on:click=move |_| on_zoom_out.run(())
            >
                "\u{2212}"
            </button>
        </div>
    }
}
