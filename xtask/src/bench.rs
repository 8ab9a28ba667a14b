//! `cargo xtask bench`: the page measured in a browser.

use std::process::ExitCode;

use crate::browser_run::BrowserRun;
use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::page;
use crate::process;
use crate::repository::Repository;
use crate::setup::{self, Need};

/// Sets up, builds the page and runs the measurements.
pub fn bench(repository: &Repository) -> Outcome<ExitCode> {
    let chromium = Need::Browser { engine: Engine::Chromium, named: true };
    setup::set_up(repository, &[Need::Page, chromium])?;
    page::build(repository)?;
    // Compiled before the driver starts, and so not part of what the machine is busy with.
    let cargo = |command: &str| {
        let mut cargo = process::program("cargo", repository.root());
        cargo.args([command, "--release", "-p", "browser-tests", "--bin", "bench"]);
        cargo
    };
    if !process::succeeds(&mut cargo("build"))? {
        return Err(Failure::new("The measurements do not compile; what is wrong stands above."));
    }
    let run = BrowserRun::start(repository, Engine::Chromium)?;
    let mut bench = cargo("run");
    run.describe_to(&mut bench);
    if process::succeeds(&mut bench)? {
        Ok(ExitCode::SUCCESS)
    } else {
        Err(Failure::new("The measurements failed; what is wrong stands above."))
    }
}
