//! What the tests are told about the page and the browser: environment variables that
//! `cargo xtask test` sets.

use std::env;
use std::path::PathBuf;

use crate::engine::Engine;
use crate::failure::{Failure, Outcome};

/// Where everything is.
#[derive(Debug, Clone)]
pub struct Environment {
    /// `EXPLORER_URL`: the page, served; without a fragment.
    pub page: String,
    /// `BROWSER_ENGINE`: `chromium`, which is meant if it is not set, `firefox` or `webkit`.
    pub engine: Engine,
    /// `WEBDRIVER_URL`: running drivers of that engine, one for each browser that may run at a
    /// time, with spaces between them.
    pub drivers: Vec<String>,
    /// `BROWSER_BINARY`: the browser; the driver's own choice if not set.
    pub browser: Option<String>,
    /// `OWN_BROWSERS`: whether every test has a browser of its own.
    pub own_browsers: bool,
    /// `EVERY_TEST`: whether a test for one engine runs in each, because somebody named the engines.
    pub every_test: bool,
}

impl Environment {
    /// Reads the variables.
    ///
    /// # Errors
    /// If there is no page or no driver: a test without them must fail, not pass.
    pub fn read() -> Outcome<Self> {
        Ok(Self {
            page: required("EXPLORER_URL")?,
            engine: optional("BROWSER_ENGINE")
                .map_or(Ok(Engine::Chromium), |name| Engine::named(&name))?,
            drivers: required("WEBDRIVER_URL")?.split_whitespace().map(str::to_owned).collect(),
            browser: optional("BROWSER_BINARY"),
            own_browsers: optional("OWN_BROWSERS").is_some(),
            every_test: optional("EVERY_TEST").is_some(),
        })
    }
}

/// `AXE_JS`: the script of axe-core.
///
/// # Errors
/// If the variable is not set or the file cannot be read.
pub fn axe_script() -> Outcome<String> {
    let path = PathBuf::from(required("AXE_JS")?);
    std::fs::read_to_string(&path)
        .map_err(|error| Failure::new(format!("cannot read AXE_JS ({}): {error}", path.display())))
}

/// `DIST_DIR`: the folder of the built page.
///
/// # Errors
/// If the variable is not set.
pub fn dist() -> Outcome<PathBuf> {
    required("DIST_DIR").map(PathBuf::from)
}

/// The built page as one file.
///
/// # Errors
/// If `DIST_DIR` is not set or cannot be found.
pub fn single_file() -> Outcome<String> {
    let path = dist()?.join("security-diplomacy-explorer.html");
    let path = path
        .canonicalize()
        .map_err(|error| Failure::new(format!("cannot find {}: {error}", path.display())))?;
    url::Url::from_file_path(&path)
        .map(String::from)
        .map_err(|()| Failure::new(format!("{} has no address", path.display())))
}

fn required(name: &str) -> Outcome<String> {
    optional(name).ok_or_else(|| {
        Failure::new(format!("{name} is not set: run `cargo xtask test` (or `cargo xtask bench`)."))
    })
}

fn optional(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}
