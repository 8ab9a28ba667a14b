//! Getting a bare machine ready: what is missing is installed, what is there is left alone.

mod apt;
mod browser;
mod cargo_program;
pub mod lighthouse;
mod locale_names;
mod map_tools;
pub mod npm_packages;
pub mod peers;
mod progress;
mod rust_components;

use std::fs;

use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::repository::Repository;

use apt::Apt;
pub use browser::Browser;
use cargo_program::CargoProgram;
pub use locale_names::LocaleNames;
pub use map_tools::MapTools;
use npm_packages::NpmPackages;
pub use npm_packages::axe_script;
use progress::Line;
use rust_components::{Checkers, WasmTarget};

/// One thing that has to be on the machine.
trait Prerequisite {
    /// Its name, with its version where one is pinned.
    fn label(&self) -> String;
    /// How long installing it takes, roughly, on a small machine.
    fn estimate(&self) -> &'static str;
    /// Whether it is there, in the pinned version.
    fn is_present(&self) -> bool;
    /// Installs it, keeping the progress line alive.
    fn install(&self, line: &mut Line) -> Outcome<()>;
    /// Whether it consists of the system's packages, which are installed beside the rest.
    fn needs_packages(&self) -> bool {
        false
    }
    /// What comes of its missing, if one can do without it.
    fn without_it(&self) -> Option<&'static str> {
        None
    }
}

/// What a request needs on the machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// rustfmt and clippy.
    Checkers,
    /// The wasm target of Rust.
    WasmTarget,
    /// All that builds the page.
    Page,
    /// A browser with its driver, asked for by name or because it is one of them.
    Browser {
        /// The engine that it is made of.
        engine: Engine,
        /// Whether it was named.
        named: bool,
    },
    /// What the map is made from, and with.
    MapTools,
    /// What names of places are made from.
    LocaleNames,
    /// What the engine at scale is built with, and measured beside.
    Peers,
    /// What judges the page as a reader with a phone has it.
    Lighthouse,
}

/// Installs what `needs` ask for and is missing, with one progress line for each thing.
pub fn set_up(repository: &Repository, needs: &[Need]) -> Outcome<()> {
    let wants = |any: &[Need]| any.iter().any(|need| needs.contains(need));
    let mut prerequisites: Vec<Box<dyn Prerequisite>> = Vec::new();
    if wants(&[Need::Checkers]) {
        prerequisites.push(Box::new(Checkers::new(repository)));
    }
    if wants(&[Need::WasmTarget, Need::Page, Need::Peers]) {
        prerequisites.push(Box::new(WasmTarget::new(repository)));
    }
    if wants(&[Need::Page]) {
        prerequisites.push(Box::new(CargoProgram::trunk(repository)));
    }
    if wants(&[Need::Page, Need::Peers]) {
        prerequisites.push(Box::new(CargoProgram::wasm_bindgen(repository)?));
        prerequisites.push(Box::new(NpmPackages::new(repository)));
    }
    let mut packages = Vec::new();
    for need in needs {
        if let Need::Browser { engine, named } = *need {
            let browser = browser::Installed::new(repository, engine, named);
            packages.extend(browser.missing_packages());
            prerequisites.push(Box::new(browser));
        }
    }
    if wants(&[Need::MapTools]) {
        prerequisites.push(Box::new(MapTools::new(repository)));
    }
    if wants(&[Need::LocaleNames]) {
        prerequisites.push(Box::new(LocaleNames::new(repository)));
    }
    if wants(&[Need::Peers]) {
        prerequisites.push(Box::new(peers::Peers::new(repository)));
    }
    if wants(&[Need::Lighthouse]) {
        prerequisites.push(Box::new(lighthouse::Lighthouse::new(repository)));
    }
    packages.sort_unstable();
    packages.dedup();
    let apt = if packages.is_empty() { None } else { Apt::at_hand(repository) };
    let mut meanwhile = apt.map(|apt| {
        println!("Meanwhile, apt-get installs {}.", packages.join(", "));
        apt.install_meanwhile(packages)
    });
    let total = prerequisites.len();
    for (index, prerequisite) in prerequisites.iter().enumerate() {
        let mut line = Line::start(index + 1, total, &prerequisite.label());
        if prerequisite.needs_packages()
            && let Some(meanwhile) = meanwhile.take()
        {
            meanwhile.wait(&mut line);
        }
        if prerequisite.is_present() {
            line.present();
            continue;
        }
        line.installing(prerequisite.estimate());
        let installed = prerequisite.install(&mut line).and_then(|()| {
            if prerequisite.is_present() {
                return Ok(());
            }
            Err(Failure::new(format!(
                "{} was installed but still is not found; the logs are in {}.",
                prerequisite.label(),
                repository.tools().join("logs").display()
            )))
        });
        match (installed, prerequisite.without_it()) {
            (Ok(()), _) => line.done(),
            (Err(failure), None) => {
                line.failed();
                return Err(failure);
            }
            (Err(failure), Some(consequence)) => {
                line.failed();
                eprintln!("{}", failure.as_warning(consequence));
            }
        }
    }
    // What the programs were compiled in is only worth its disk space until they all stand. Whoever
    // does not need them does not know whether they do.
    if wants(&[Need::Page]) {
        let _ = fs::remove_dir_all(repository.tool_builds());
    }
    Ok(())
}

/// What builds the page, by name and version: other tools mean another page.
pub fn page_tools(repository: &Repository) -> Outcome<Vec<String>> {
    Ok(vec![
        rust_components::rustc_version(repository),
        CargoProgram::trunk(repository).label(),
        CargoProgram::wasm_bindgen(repository)?.label(),
        NpmPackages::new(repository).label(),
    ])
}
