//! What a program needs that looks at the built page in a browser: the page on a port, a driver,
//! and the variables that tell where both are.

use std::process::Command;

use crate::driver::Driver;
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;
use crate::server::Server;
use crate::setup::{self, Browser};

/// A served page and a running driver, until this value goes.
pub struct BrowserRun {
    repository: Repository,
    browser: Browser,
    driver: Driver,
    page: String,
}

impl BrowserRun {
    /// Serves `dist/` and starts the driver.
    pub fn start(repository: &Repository) -> Outcome<Self> {
        let browser = Browser::find()
            .ok_or_else(|| Failure::new("There is no browser with a driver on this machine."))?;
        let server = Server::bind(0)?;
        let page = server.url();
        server.run_beside(&repository.dist());
        let driver = Driver::start(repository, &browser.driver)?;
        Ok(Self { repository: repository.clone(), browser, driver, page })
    }

    /// Tells `command` where everything is.
    pub fn describe_to(&self, command: &mut Command) {
        command
            .env("EXPLORER_URL", &self.page)
            .env("WEBDRIVER_URL", self.driver.url())
            .env("CHROME_BINARY", &self.browser.binary)
            .env("AXE_JS", setup::axe_script(&self.repository))
            .env("DIST_DIR", self.repository.dist());
    }
}
