//! The three engines that browsers are made of.

use std::io::Write;

use crate::failure::{Failure, Outcome};
use crate::page::Page;

/// What the page is looked at with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Of Chrome and Edge.
    Chromium,
    /// Of Firefox.
    Firefox,
    /// Of Safari; here as WebKitGTK.
    WebKit,
}

impl Engine {
    /// The engine of that name.
    ///
    /// # Errors
    /// If there is none.
    pub fn named(name: &str) -> Outcome<Self> {
        [Self::Chromium, Self::Firefox, Self::WebKit]
            .into_iter()
            .find(|engine| engine.name() == name)
            .ok_or_else(|| Failure::new(format!("there is no engine named {name}")))
    }

    /// Its name, as on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether this is one of the engines. If it is none, the output says what is left out here and
    /// why: `cargo xtask test` counts these lines.
    pub(crate) fn only_here(self, engines: &[Self], why: &str) -> bool {
        let can = engines.contains(&self);
        if !can {
            let thread = std::thread::current();
            let (test, engine) = (thread.name().unwrap_or("?"), self.name());
            // Past the harness, which keeps what a passing test prints to itself.
            let line = format!("in part: {test} in {engine}: {why}\n");
            _ = std::io::stdout().lock().write_all(line.as_bytes());
        }
        can
    }
}

impl Page {
    /// Whether what comes next in a test can be done in this engine. Where it cannot, the test
    /// leaves it out, and the output says so.
    pub fn only_in(&self, engines: &[Engine], why: &str) -> bool {
        self.engine().only_here(engines, why)
    }
}
