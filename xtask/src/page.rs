//! Building the page with Trunk.

use std::path::Path;

use crate::content_security;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;
use crate::setup::{self, Need};
use crate::stamp;

/// Installs what is missing for the page, then builds it.
pub fn set_up_and_build(repository: &Repository) -> Outcome<()> {
    setup::set_up(repository, &[Need::Page])?;
    build(repository)
}

/// Builds the release page into `dist/`, unless it is there from the very same sources.
pub fn build(repository: &Repository) -> Outcome<()> {
    let sources = stamp::of_sources(repository.root(), &setup::page_tools(repository)?)?;
    let (stamp, dist) = (repository.page_stamp(), repository.dist());
    if stamp::is_current(&stamp, sources, &dist) {
        println!("The page in dist/ is up to date.");
        return Ok(());
    }
    // Trunk is told to stay offline, so that it never fetches a program by itself; it tells the
    // same to Cargo, which therefore has to have the crates at hand.
    let mut fetch = process::program("cargo", repository.root());
    if !process::succeeds(fetch.args(["fetch", "--quiet"]))? {
        return Err(Failure::new("The crates of Cargo.lock could not be fetched."));
    }
    println!("Building the page …");
    let mut trunk = process::program(repository.tool_program("trunk"), repository.root());
    for (variable, _) in std::env::vars_os() {
        // Settings for other projects; and Trunk stumbles over the usual `NO_COLOR=1`.
        if variable.to_string_lossy().starts_with("TRUNK_") || variable == "NO_COLOR" {
            trunk.env_remove(&variable);
        }
    }
    trunk
        .args(["build", "--release", "--offline"])
        .env("PATH", process::path_with(&setup::page_program_directories(repository))?);
    if !process::succeeds(&mut trunk)? {
        return Err(Failure::new("The page does not build; what is wrong stands above."));
    }
    minify(repository, &dist)?;
    let index = dist.join("index.html");
    let page = std::fs::read_to_string(&index).map_err(|error| {
        Failure::io("read what Trunk should have left in dist/index.html", &error)
    })?;
    let page = content_security::complete(&page).ok_or_else(|| {
        Failure::new("index.html has no Content-Security-Policy with {{INLINE SCRIPTS}} in it.")
    })?;
    std::fs::write(&index, page).map_err(|error| Failure::io("write dist/index.html", &error))?;
    stamp::write(&stamp, sources, &dist)
}

/// Minifies the scripts and style sheets that Trunk left. Trunk's own minifier cannot read
/// wasm-bindgen's JavaScript.
fn minify(repository: &Repository, dist: &Path) -> Outcome<()> {
    let files = std::fs::read_dir(dist).map_err(|error| Failure::io("list dist/", &error))?;
    for file in files.filter_map(Result::ok).map(|entry| entry.path()) {
        if !file.extension().is_some_and(|kind| kind == "js" || kind == "css") {
            continue;
        }
        let mut esbuild =
            process::program(setup::npm_packages::esbuild(repository), repository.root());
        esbuild
            .arg(&file)
            .args(["--minify", "--allow-overwrite", "--log-level=warning"])
            .arg(format!("--outfile={}", file.display()));
        if !process::succeeds(&mut esbuild)? {
            let message = format!("esbuild could not minify {}.", file.display());
            return Err(Failure::new(message));
        }
    }
    Ok(())
}
