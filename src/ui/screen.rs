//! What every chart needs to know of the screen that it is drawn on.

use super::signal::Signal;
use super::theme::Theme;
use super::tooltip::Tip;

/// The screen. It lives as long as the page does.
pub struct Screen {
    /// Light or dark.
    pub theme: Theme,
    /// Device pixels per CSS pixel.
    pub ratio: Signal<f64>,
    /// The tooltip on show.
    pub tip: Signal<Option<Tip>>,
}
