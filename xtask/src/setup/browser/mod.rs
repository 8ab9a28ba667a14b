//! The browsers of the tests, with the drivers that steer them.

mod chromium;
mod firefox;
mod webkit;

use std::env;
use std::path::PathBuf;

use super::apt::Apt;
use super::cargo_program::CargoProgram;
use super::{Prerequisite, progress::Line};
use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;

/// A browser and its driver.
#[derive(Debug)]
pub struct Browser {
    /// The engine that it is made of.
    pub engine: Engine,
    /// The browser itself.
    pub binary: PathBuf,
    /// The program that steers it.
    pub driver: PathBuf,
}

impl Browser {
    /// Looks where the engine's browser and driver usually are.
    pub fn find(engine: Engine, repository: &Repository) -> Option<Self> {
        let (binary, driver) = match engine {
            Engine::Chromium => (chromium::browser()?, chromium::driver()?),
            Engine::Firefox => (firefox::browser()?, firefox::driver(repository)?),
            Engine::WebKit => (webkit::browser()?, webkit::driver()?),
        };
        Some(Self { engine, binary, driver })
    }

    /// The whole of Chromium, if there is more of it than the shell that tests prefer.
    pub fn whole_chromium() -> Option<PathBuf> {
        chromium::whole()
    }
}

/// The file that a variable names.
fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

/// The first of the programs that is on the search path.
fn first_on_path(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| process::on_path(name))
}

/// The first of the files that is there, below `/` and the person's own folder on macOS, and below
/// the folders of programs on Windows.
fn installed(on_macos: &[&str], on_windows: &[&str]) -> Option<PathBuf> {
    let (roots, files) = if cfg!(target_os = "macos") {
        (vec![Some("/".into()), env::var_os("HOME")], on_macos)
    } else if cfg!(windows) {
        let folders = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];
        (folders.map(env::var_os).to_vec(), on_windows)
    } else {
        return None;
    };
    let roots = roots.into_iter().flatten().map(PathBuf::from);
    roots.flat_map(|root| files.iter().map(move |file| root.join(file))).find(|path| path.is_file())
}

/// The program `name` in the folder that a variable names: continuous integration machines have
/// drivers there.
fn in_folder(variable: &str, name: &str) -> Option<PathBuf> {
    let folder = PathBuf::from(env::var_os(variable)?);
    Some(folder.join(format!("{name}{}", env::consts::EXE_SUFFIX))).filter(|path| path.is_file())
}

/// Having an engine's browser on the machine.
pub struct Installed {
    repository: Repository,
    engine: Engine,
    /// Whether it was asked for by name. Whoever asks for all of them also takes those that the
    /// system can have.
    named: bool,
}

impl Installed {
    /// A browser for the tests of this repository.
    pub fn new(repository: &Repository, engine: Engine, named: bool) -> Self {
        Self { repository: repository.clone(), engine, named }
    }

    fn geckodriver(&self) -> CargoProgram {
        CargoProgram::geckodriver(&self.repository)
    }

    /// The packages to install meanwhile, if the browser is missing.
    pub fn missing_packages(&self) -> Vec<&'static str> {
        let present = match self.engine {
            Engine::Firefox => firefox::browser().is_some(),
            Engine::Chromium | Engine::WebKit => self.is_present(),
        };
        if present { Vec::new() } else { self.packages() }
    }

    /// What Debian calls the browser, its driver where there is one, and fonts for all that the
    /// page shows.
    fn packages(&self) -> Vec<&'static str> {
        let mut packages = match self.engine {
            Engine::Chromium => chromium::DEBIAN_PACKAGES.to_vec(),
            Engine::Firefox => firefox::DEBIAN_PACKAGES.to_vec(),
            Engine::WebKit => webkit::DEBIAN_PACKAGES.to_vec(),
        };
        packages.extend(["fonts-noto-cjk", "fonts-dejavu-core"]);
        packages
    }
}

impl Prerequisite for Installed {
    fn label(&self) -> String {
        match self.engine {
            Engine::Chromium => "Chromium and chromedriver".into(),
            Engine::Firefox => format!("Firefox and {}", self.geckodriver().label()),
            Engine::WebKit => "WebKit, WebKitWebDriver and Xvfb".into(),
        }
    }

    fn estimate(&self) -> &'static str {
        match self.engine {
            Engine::Firefox => "about 3 minutes",
            Engine::Chromium | Engine::WebKit => "about 1 minute",
        }
    }

    fn is_present(&self) -> bool {
        Browser::find(self.engine, &self.repository).is_some()
    }

    fn install(&self, line: &mut Line) -> Outcome<()> {
        let is_firefox = self.engine == Engine::Firefox;
        if !is_firefox || firefox::browser().is_none() {
            let Some(apt) = Apt::at_hand(&self.repository) else {
                return Err(Failure::new(match self.engine {
                    Engine::Chromium => chromium::MISSING,
                    Engine::Firefox => firefox::MISSING,
                    Engine::WebKit => webkit::MISSING,
                }));
            };
            apt.install(&self.packages(), line)?;
        }
        // Debian has no driver of Firefox's.
        if is_firefox { self.geckodriver().install(line) } else { Ok(()) }
    }

    fn needs_packages(&self) -> bool {
        true
    }

    /// A system that cannot have it is no reason to test nothing; one that can, and then has not,
    /// is.
    fn without_it(&self) -> Option<&'static str> {
        if self.named || Apt::at_hand(&self.repository).is_some() {
            return None;
        }
        Some(match self.engine {
            Engine::Chromium => "the page is not tested in Chromium.",
            Engine::Firefox => "the page is not tested in Firefox.",
            Engine::WebKit => "the page is not tested in WebKit.",
        })
    }
}
