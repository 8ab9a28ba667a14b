//! What a program needs that looks at the built page in a browser: the page on a port, drivers, and
//! the variables that tell where both are.

use std::path::Path;
use std::process::Command;

use crate::driver::Driver;
use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;
use crate::server::{Isolation, Server};
use crate::setup::{self, Browser};

/// How many browsers run at a time. Each is several busy processes: more of them would measure the
/// machine, not the page.
const LANES: usize = 2;

/// A served page and running drivers, until this value goes.
pub struct BrowserRun {
    repository: Repository,
    browser: Browser,
    /// One for each browser: those of Firefox and WebKit steer one at a time.
    drivers: Vec<Driver>,
    page: String,
}

impl BrowserRun {
    /// Serves `dist/` and starts the drivers of an engine.
    pub fn start(repository: &Repository, engine: Engine) -> Outcome<Self> {
        Self::serving(repository, engine, &repository.dist(), Isolation::None, LANES)
    }

    /// Serves a folder and starts so many drivers of an engine.
    pub fn serving(
        repository: &Repository,
        engine: Engine,
        root: &Path,
        isolation: Isolation,
        lanes: usize,
    ) -> Outcome<Self> {
        let browser = Browser::find(engine, repository).ok_or_else(|| {
            let name = engine.name();
            Failure::new(format!("There is no browser with a driver for {name} on this machine."))
        })?;
        let server = Server::bind()?;
        let page = server.url();
        server.run_beside(root, isolation);
        let drivers = (1..=lanes)
            .map(|lane| Driver::start(repository, &browser, lane))
            .collect::<Outcome<_>>()?;
        Ok(Self { repository: repository.clone(), browser, drivers, page })
    }

    /// Tells `command` where everything is.
    pub fn describe_to(&self, command: &mut Command) {
        let drivers: Vec<_> = self.drivers.iter().map(Driver::url).collect();
        command
            .env("EXPLORER_URL", &self.page)
            .env("BROWSER_ENGINE", self.browser.engine.name())
            .env("BROWSER_BINARY", &self.browser.binary)
            .env("WEBDRIVER_URL", drivers.join(" "))
            .env("AXE_JS", setup::axe_script(&self.repository))
            .env("DIST_DIR", self.repository.dist());
    }
}
