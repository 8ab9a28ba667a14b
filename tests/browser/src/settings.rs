//! What a reader has set before the browser is opened.

/// The settings of a browser.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// Whether the system is dark.
    pub dark: bool,
    /// Whether less motion is wished for.
    pub calm: bool,
    /// Whether scripts run.
    pub scripts: bool,
    /// Device pixels per CSS pixel. WebKit keeps to it; elsewhere a [`Screen`](crate::screen::Screen)
    /// that is looked on later has its own.
    pub ratio: f64,
    /// Whether the driver keeps a log of console and network. Chromium spends a part of every
    /// frame on telling it.
    pub logs: bool,
    /// Whether the page measures itself: it may collect its garbage and learn of its memory, and a script
    /// of it may take minutes. In Chromium only.
    pub measuring: bool,
}

impl Settings {
    /// What most readers have.
    pub const USUAL: Self =
        Self { dark: false, calm: false, scripts: true, ratio: 1.0, logs: true, measuring: false };
}
