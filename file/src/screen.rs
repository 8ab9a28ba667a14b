//! The screen, as the page beside which this module runs has set it up.

use explorer::hooks::use_screen::{Screen, provide_screen};
use explorer::hooks::use_window_event::use_window_event;
use explorer::reactive::memo;
use explorer_chart::{Palette, Rgb};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MutationObserver, MutationObserverInit};

/// Provides a screen in the page's colours.
pub fn provide_page_screen() -> Screen {
    let dark = use_dark();
    let printing = RwSignal::new(false);
    for (event, is_printing) in [("beforeprint", true), ("afterprint", false)] {
        use_window_event(ev::Custom::<ev::Event>::new(event), move |_| printing.set(is_printing));
    }
    let palette = memo(move || match (dark.get(), printing.get()) {
        (_, true) => Palette { background: Rgb(255, 255, 255), ..Palette::light() },
        (true, false) => Palette::dark(),
        (false, false) => Palette::light(),
    });
    provide_screen(palette.into(), printing.into())
}

/// Whether the page is dark: it is another application, which names its theme in `data-theme` of the
/// document.
fn use_dark() -> Signal<bool> {
    let dark = RwSignal::new(is_dark());
    let changed = Closure::<dyn Fn()>::new(move || dark.set(is_dark()));
    let callback = changed.as_ref().dyn_ref().map(MutationObserver::new);
    let (Some(root), Some(Ok(observer))) = (document().document_element(), callback) else {
        return dark.into();
    };
    let options = MutationObserverInit::new();
    options.set_attributes(true);
    options.set_attribute_filter(&js_sys::Array::of1(&"data-theme".into()));
    _ = observer.observe_with_options(&root, &options);
    // The closure lives as long as the observer calls it.
    let observed = StoredValue::new_local((observer, changed));
    on_cleanup(move || _ = observed.try_with_value(|(observer, _)| observer.disconnect()));
    dark.into()
}

fn is_dark() -> bool {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-theme")).is_some_and(|theme| theme == "dark")
}
