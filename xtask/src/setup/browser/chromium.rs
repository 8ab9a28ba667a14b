//! Chromium or Chrome, with chromedriver.

use std::path::PathBuf;

use super::{first_on_path, in_folder, installed, named};

/// Debian's packages.
pub const DEBIAN_PACKAGES: [&str; 2] = ["chromium-headless-shell", "chromium-driver"];

/// What to do where they cannot be installed.
pub const MISSING: &str = "The tests in Chromium need Chromium or Chrome and the chromedriver of the same version on the search path (or named by CHROME_BINARY and CHROMEDRIVER): install both, on Debian by `sudo apt-get install chromium-headless-shell chromium-driver`.";

/// The engine and nothing of the windows around it, as Debian has it: the tests take less time in it. On the
/// search path there is a script of that name. A driver that is told of the script ends the script, and the
/// browser stays, with some 170 MB.
const SHELL: &str = "/usr/lib/chromium/chromium-headless-shell";
const PROGRAMS: [&str; 5] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ON_MACOS: [&str; 2] = [
    "Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "Applications/Chromium.app/Contents/MacOS/Chromium",
];
const ON_WINDOWS: [&str; 2] =
    [r"Google\Chrome\Application\chrome.exe", r"Chromium\Application\chrome.exe"];

/// The browser, or its shell.
pub fn browser() -> Option<PathBuf> {
    let shell = || Some(PathBuf::from(SHELL)).filter(|path| path.is_file());
    named("CHROME_BINARY").or_else(shell).or_else(whole)
}

/// The browser as people have it: its shell tells no page of its memory.
pub fn whole() -> Option<PathBuf> {
    named("CHROME_BINARY")
        .or_else(|| first_on_path(&PROGRAMS))
        .or_else(|| installed(&ON_MACOS, &ON_WINDOWS))
}

/// Its driver.
pub fn driver() -> Option<PathBuf> {
    named("CHROMEDRIVER")
        .or_else(|| first_on_path(&["chromedriver"]))
        .or_else(|| in_folder("CHROMEWEBDRIVER", "chromedriver"))
}
