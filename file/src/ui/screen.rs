//! The screen, as the page beside which this module runs has set it up.

use explorer::ui::listen::listen_to;
use explorer::ui::media;
use explorer::ui::screen::Screen;
use explorer::ui::signal::{Derived, Signal};
use explorer::ui::theme::{Choice, Theme};
use explorer_chart::{Palette, Rgb};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A screen in the page's colours, which the page names in `data-theme` of the document.
pub fn screen() -> &'static Screen {
    let dark = Signal::new(is_dark());
    let changed = Closure::<dyn Fn()>::new(move || dark.set(is_dark()));
    let root = document().document_element();
    let observer = web_sys::MutationObserver::new(changed.as_ref().unchecked_ref());
    if let (Some(root), Ok(observer)) = (root, observer) {
        let options = web_sys::MutationObserverInit::new();
        options.set_attributes(true);
        let filter = js_sys::Array::of1(&"data-theme".into());
        options.set_attribute_filter(&filter);
        _ = observer.observe_with_options(&root, &options);
    }
    // The screen lives as long as the page does, and so does what follows it.
    changed.forget();
    let printing = Signal::new(false);
    listen_to(&window(), &["beforeprint", "afterprint"], move |event| {
        printing.set(event.type_() == "beforeprint");
    });
    let palette = Derived::new(move || match (dark.get(), printing.get()) {
        (_, true) => Palette { background: Rgb(255, 255, 255), ..Palette::light() },
        (true, false) => Palette::dark(),
        (false, false) => Palette::light(),
    });
    let theme = Theme { choice: Signal::new(Choice::Auto), printing, palette };
    Box::leak(Box::new(Screen { theme, ratio: media::pixel_ratio(), tip: Signal::new(None) }))
}

fn is_dark() -> bool {
    let root = document().document_element();
    root.and_then(|root| root.get_attribute("data-theme")).is_some_and(|theme| theme == "dark")
}
