//! The engines that the page is tested in.

/// What browsers are made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Of Chrome and Edge.
    Chromium,
    /// Of Firefox.
    Firefox,
    /// Of Safari; here as WebKitGTK, which is for Linux only.
    WebKit,
}

impl Engine {
    /// All of them, in the order in which they are tested.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// What its tests are called in the closing table.
    pub const fn tests(self) -> &'static str {
        match self {
            Self::Chromium => "browser tests, chromium",
            Self::Firefox => "browser tests, firefox",
            Self::WebKit => "browser tests, webkit",
        }
    }
}
