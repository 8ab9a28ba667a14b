//! What every chart needs to know of the screen that it is drawn on.

use explorer_chart::Palette;
use leptos::prelude::*;
use leptos_use_device_pixel_ratio::use_device_pixel_ratio;
use leptos_use_media_query::use_media_query;

use crate::components::tooltip::Tip;

/// The screen; in context.
#[derive(Clone, Copy)]
pub struct Screen {
    /// The colours in force.
    pub palette: Signal<Palette>,
    /// Whether the page is on its way to paper.
    pub printing: Signal<bool>,
    /// Device pixels per CSS pixel.
    pub pixel_ratio: Signal<f64>,
    /// Whether the window is as narrow as a phone's.
    pub narrow: Signal<bool>,
    /// Whether the page is touched, or as narrow as a phone's.
    pub by_touch: Signal<bool>,
    /// The tooltip on show.
    pub tip: RwSignal<Option<Tip>>,
}

/// The screen that the component is on.
pub fn use_screen() -> Screen {
    expect_context()
}

/// Puts the screen into context, with the colours that are in force and whether it is paper.
pub fn provide_screen(palette: Signal<Palette>, printing: Signal<bool>) -> Screen {
    let screen = Screen {
        palette,
        printing,
        pixel_ratio: use_device_pixel_ratio(),
        narrow: use_media_query("(max-width: 759px)"),
        by_touch: use_media_query("(max-width: 759px), (pointer: coarse)"),
        tip: RwSignal::new(None),
    };
    provide_context(screen);
    screen
}
