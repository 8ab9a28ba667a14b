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
    /// Whether console and network are listened to. Chromium spends a part of every frame on
    /// telling its driver.
    pub logs: bool,
    /// Whether the page measures itself: it may collect its garbage and learn of its memory, and a script
    /// of it may take minutes. In Chromium only.
    pub measuring: bool,
    /// Whether nothing else ever runs in this browser: it is started for the test and closed after
    /// it. Without, a test may have the browser of another one with the same settings, in a window
    /// and at an origin of its own; that is not enough where all of the browser is touched.
    pub own: bool,
}

impl Settings {
    /// What most readers have.
    pub const USUAL: Self = Self {
        dark: false,
        calm: false,
        scripts: true,
        ratio: 1.0,
        logs: false,
        measuring: false,
        own: false,
    };
    /// With an ear on console and network.
    pub const LOGGED: Self = Self { logs: true, ..Self::USUAL };
    /// In a browser that no other test has.
    pub const OWN: Self = Self { own: true, ..Self::USUAL };
}
