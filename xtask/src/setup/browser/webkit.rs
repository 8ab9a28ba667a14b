//! WebKitGTK's MiniBrowser, with WebKitWebDriver, and Xvfb as the screen of both.

use std::env;
use std::path::PathBuf;

use super::{first_on_path, named};
use crate::process;

/// Debian's packages.
pub const DEBIAN_PACKAGES: [&str; 2] = ["webkit2gtk-driver", "xvfb"];

/// What to do where they cannot be installed.
pub const MISSING: &str = "The tests in WebKit need Linux with WebKitGTK's MiniBrowser and WebKitWebDriver (or MINIBROWSER and WEBKITWEBDRIVER that name them) and Xvfb: install them, on Debian by `sudo apt-get install webkit2gtk-driver xvfb`.";

/// The browser. It is no program for everybody, so systems keep it out of the search path.
pub fn browser() -> Option<PathBuf> {
    let here = format!("/usr/lib/{}-linux-gnu/webkit2gtk-4.1", env::consts::ARCH);
    let folders = [here.as_str(), "/usr/libexec/webkit2gtk-4.1", "/usr/lib/webkit2gtk-4.1"];
    named("MINIBROWSER").or_else(|| {
        let mut paths = folders.iter().map(|folder| PathBuf::from(folder).join("MiniBrowser"));
        paths.find(|path| path.is_file())
    })
}

/// Its driver, if there also is a screen that nobody looks at.
pub fn driver() -> Option<PathBuf> {
    process::on_path("Xvfb")?;
    named("WEBKITWEBDRIVER").or_else(|| first_on_path(&["WebKitWebDriver"]))
}
