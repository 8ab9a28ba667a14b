//! The engines that the page is tested in.

use crate::failure::{Failure, Outcome};

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

    /// The engines of a list such as `firefox,webkit`.
    pub fn listed(names: &str) -> Outcome<Vec<Self>> {
        names.split(',').map(Self::named).collect()
    }

    fn named(name: &str) -> Outcome<Self> {
        Self::ALL.into_iter().find(|engine| engine.name() == name).ok_or_else(|| {
            Failure::usage(format!(
                "`{name}` is no engine; there are chromium, firefox, webkit and all."
            ))
        })
    }
}
