//! Building the page with Trunk.

use std::path::Path;

use crate::border;
use crate::content_security;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;
use crate::setup::{self, Need};
use crate::stamp;
use crate::standard_library::{self, COST_OF_PREBUILT, StandardLibrary};

/// Installs what is missing for the page, then builds it.
pub fn set_up_and_build(repository: &Repository) -> Outcome<()> {
    setup::set_up(repository, &[Need::Page])?;
    build(repository)
}

/// Builds the release page into `dist/`, unless it is there from the very same sources.
pub fn build(repository: &Repository) -> Outcome<()> {
    let library = StandardLibrary::of_toolchain(repository);
    if is_up_to_date(repository, library)? {
        return Ok(());
    }
    // Trunk is told to stay offline, so that it never fetches a program by itself; it tells the
    // same to Cargo, which therefore has to have the crates at hand.
    let library = library.fetch(repository)?;
    if library == StandardLibrary::Prebuilt {
        eprintln!("warning: {COST_OF_PREBUILT}");
        if is_up_to_date(repository, library)? {
            return Ok(());
        }
    }
    let (stamp, dist) = (repository.page_stamp(), repository.dist());
    let sources = sources(repository, library)?;
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
        .env("PATH", process::path_with(&[repository.tool_programs()])?)
        .env("CARGO_TARGET_DIR", standard_library::target_directory(repository));
    library.tell(&mut trunk);
    if !process::succeeds(&mut trunk)? {
        return Err(Failure::new(format!(
            "The page does not build; what is wrong stands above.{}",
            library.advice()
        )));
    }
    border::narrow(repository, &dist)?;
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

/// Whether `dist/` was built from the present sources with this library; says so.
fn is_up_to_date(repository: &Repository, library: StandardLibrary) -> Outcome<bool> {
    let sources = sources(repository, library)?;
    let current = stamp::is_current(&repository.page_stamp(), sources, &repository.dist());
    if current {
        println!("The page in dist/ is up to date.");
    }
    Ok(current)
}

/// What the stamp of a page built now would say of its sources.
fn sources(repository: &Repository, library: StandardLibrary) -> Outcome<u64> {
    stamp::of_sources(repository.root(), &setup::page_tools(repository, library)?)
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
            .args(["--minify", "--tree-shaking=true", "--allow-overwrite", "--log-level=warning"])
            .arg(format!("--outfile={}", file.display()));
        if !process::succeeds(&mut esbuild)? {
            let message = format!("esbuild could not minify {}.", file.display());
            return Err(Failure::new(message));
        }
    }
    Ok(())
}
