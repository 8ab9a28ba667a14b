//! `cargo xtask bench`: the page measured in a browser.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::browser_run::BrowserRun;
use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::page;
use crate::process;
use crate::repository::Repository;
use crate::setup::{self, Need, lighthouse};

/// Sets up, builds the page and runs the measurements, or those parts of them that `only` names with
/// commas; `beside` has another build of the page.
pub fn bench(
    repository: &Repository,
    beside: Option<&Path>,
    only: Option<&str>,
) -> Outcome<ExitCode> {
    let beside = beside.map(other_page).transpose()?;
    let chromium = Need::Browser { engine: Engine::Chromium, named: true };
    setup::set_up(repository, &[Need::Page, chromium, Need::Lighthouse])?;
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
    bench.envs(beside.map(|folder| ("BENCH_BESIDE", folder)));
    bench.envs(only.map(|parts| ("BENCH_ONLY", parts)));
    bench.envs(lighthouse::program(repository).map(|program| ("LIGHTHOUSE", program)));
    if process::succeeds(&mut bench)? {
        Ok(ExitCode::SUCCESS)
    } else {
        Err(Failure::new("The measurements failed; what is wrong stands above."))
    }
}

/// The whole path of another build: the measurements run in the repository, wherever this tool was called.
fn other_page(folder: &Path) -> Outcome<PathBuf> {
    std::path::absolute(folder)
        .map_err(|error| Failure::io(format_args!("find {}", folder.display()), &error))
}
