//! Firefox, with geckodriver.

use std::path::PathBuf;

use super::{first_on_path, in_folder, installed, named};
use crate::repository::Repository;

/// Debian's package; there is none of geckodriver.
pub const DEBIAN_PACKAGES: [&str; 1] = ["firefox-esr"];

/// What to do where it cannot be installed.
pub const MISSING: &str = "The tests in Firefox need Firefox on the search path (or named by FIREFOX_BINARY): install it, on Debian by `sudo apt-get install firefox-esr`.";

const ON_MACOS: [&str; 1] = ["Applications/Firefox.app/Contents/MacOS/firefox"];
const ON_WINDOWS: [&str; 1] = [r"Mozilla Firefox\firefox.exe"];

/// The browser.
pub fn browser() -> Option<PathBuf> {
    named("FIREFOX_BINARY")
        .or_else(|| first_on_path(&["firefox-esr", "firefox"]))
        .or_else(|| installed(&ON_MACOS, &ON_WINDOWS))
}

/// Its driver: the one that this tool has compiled, if no other is named.
pub fn driver(repository: &Repository) -> Option<PathBuf> {
    named("GECKODRIVER")
        .or_else(|| Some(repository.tool_program("geckodriver")).filter(|path| path.is_file()))
        .or_else(|| first_on_path(&["geckodriver"]))
        .or_else(|| in_folder("GECKOWEBDRIVER", "geckodriver"))
}
