//! `cargo xtask preview`: the picture that other pages show with a link to this one, taken from the page.
//!
//! The picture is in the repository, so neither a build nor a test needs this.

use crate::browser_run::BrowserRun;
use crate::engine::Engine;
use crate::failure::{Failure, Outcome};
use crate::page;
use crate::process;
use crate::repository::Repository;
use crate::setup::{self, Need};

/// Sets up, builds the page, and takes the picture into `assets/`.
pub fn preview(repository: &Repository) -> Outcome<()> {
    let chromium = Need::Browser { engine: Engine::Chromium, named: true };
    setup::set_up(repository, &[Need::Page, chromium])?;
    page::build(repository)?;
    let run = BrowserRun::start(repository, Engine::Chromium)?;
    let path = repository.root().join("assets").join(page::preview::NAME);
    let mut cargo = process::program("cargo", repository.root());
    cargo.args(["run", "--quiet", "-p", "browser-tests", "--bin", "preview"]);
    run.describe_to(&mut cargo);
    if !process::succeeds(cargo.env("PREVIEW", &path))? {
        return Err(Failure::new("The picture was not taken; what is wrong stands above."));
    }
    println!("{}: the next build takes it along.", path.display());
    Ok(())
}
