//! The browser of the tests: Chromium or Chrome, with the driver that steers it.

use std::env;
use std::path::PathBuf;

use super::{Prerequisite, progress::Line};
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;

/// What Debian calls the browser, its driver, and fonts for all the page shows.
const DEBIAN_PACKAGES: [&str; 4] =
    ["chromium", "chromium-driver", "fonts-noto-cjk", "fonts-dejavu-core"];

/// A browser and its driver.
#[derive(Debug)]
pub struct Browser {
    /// The browser itself.
    pub binary: PathBuf,
    /// The program that steers it.
    pub driver: PathBuf,
}

impl Browser {
    /// Looks where browsers and drivers usually are; `CHROME_BINARY` and `CHROMEDRIVER` go first.
    pub fn find() -> Option<Self> {
        let named = |variable: &str| env::var_os(variable).map(PathBuf::from);
        let binary = named("CHROME_BINARY").filter(|path| path.is_file()).or_else(|| {
            ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
                .iter()
                .find_map(|name| process::on_path(name))
                .or_else(|| usual_places().into_iter().find(|path| path.is_file()))
        })?;
        let driver = named("CHROMEDRIVER").filter(|path| path.is_file()).or_else(|| {
            process::on_path("chromedriver").or_else(|| {
                // Continuous integration machines name the directory of theirs.
                let file = format!("chromedriver{}", env::consts::EXE_SUFFIX);
                named("CHROMEWEBDRIVER")
                    .map(|directory| directory.join(file))
                    .filter(|path| path.is_file())
            })
        })?;
        Some(Self { binary, driver })
    }
}

/// Where browsers are that are not on the search path.
fn usual_places() -> Vec<PathBuf> {
    if cfg!(target_os = "macos") {
        let mut homes = vec![PathBuf::from("/")];
        homes.extend(env::var_os("HOME").map(PathBuf::from));
        let browsers = [
            "Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "Applications/Chromium.app/Contents/MacOS/Chromium",
        ];
        homes
            .iter()
            .flat_map(|home| browsers.iter().map(move |browser| home.join(browser)))
            .collect()
    } else if cfg!(windows) {
        ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]
            .iter()
            .filter_map(env::var_os)
            .flat_map(|directory| {
                [r"Google\Chrome\Application\chrome.exe", r"Chromium\Application\chrome.exe"]
                    .map(|browser| PathBuf::from(&directory).join(browser))
            })
            .collect()
    } else {
        Vec::new()
    }
}

/// Having a browser on the machine.
pub struct Installed {
    repository: Repository,
}

impl Installed {
    /// A browser for the tests of this repository.
    pub fn new(repository: &Repository) -> Self {
        Self { repository: repository.clone() }
    }
}

impl Prerequisite for Installed {
    fn label(&self) -> String {
        "Chromium and chromedriver".into()
    }

    fn estimate(&self) -> &'static str {
        "about 1 minute"
    }

    fn is_present(&self) -> bool {
        Browser::find().is_some()
    }

    fn install(&self, line: &mut Line) -> Outcome<()> {
        let root = self.repository.root();
        let is_root = process::answer(process::program("id", root).arg("-u"))
            .is_some_and(|number| number == "0");
        let may_sudo =
            || process::answer(process::program("sudo", root).args(["-n", "true"])).is_some();
        if process::on_path("apt-get").is_none() || !(is_root || may_sudo()) {
            return Err(Failure::new(
                "The browser tests need Chromium or Chrome and the chromedriver of the same version on the search path (or named by CHROME_BINARY and CHROMEDRIVER): install both, on Debian by `sudo apt-get install chromium chromium-driver`.",
            ));
        }
        let apt_get = || {
            let mut command = process::program(if is_root { "env" } else { "sudo" }, root);
            if !is_root {
                command.args(["-n", "env"]);
            }
            command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
            command
        };
        let log = self.repository.log("browser");
        process::run_logged(apt_get().arg("update"), &log, |_| line.tick())?;
        process::run_logged(
            apt_get().args(["install", "-y", "--no-install-recommends"]).args(DEBIAN_PACKAGES),
            &log,
            |_| line.tick(),
        )
    }
}
