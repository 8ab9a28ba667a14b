//! Building the page with Trunk, and the two ways in which it is shipped: files for a host, with
//! all that makes them work without the network, and one file for a double click.

mod border;
mod content_security;
mod inline_script;
mod offline;
mod own_file;
mod single_file;
mod start;

use std::fs;
use std::path::{Path, PathBuf};

use border::Aim;
use content_security::Shape;

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
    let pair = border::find(&dist)
        .ok_or_else(|| Failure::new("Trunk left no script with a Wasm of its name in dist/."))?;
    border::narrow(repository, &pair, Aim::Size)?;
    for file in scripts_and_styles(&dist)? {
        minify(repository, &file)?;
    }
    shorten_manifest(&dist)?;
    let own_file = own_file::build(repository, library)?;
    let index = dist.join("index.html");
    let page = fs::read_to_string(&index).map_err(|error| {
        Failure::io("read what Trunk should have left in dist/index.html", &error)
    })?;
    let page = unindented(&page);
    let page = start::replace(&page, &own_file.element()).ok_or_else(|| {
        Failure::new("Trunk's index.html is not as xtask/src/page/start.rs knows it.")
    })?;
    let page = inline_script::minify(repository, &page)?;
    let hosted = content_security::complete(&page, Shape::Hosted).ok_or_else(|| {
        Failure::new("index.html has no place for a {{CONTENT SECURITY POLICY}}.")
    })?;
    fs::write(&index, hosted).map_err(|error| Failure::io("write dist/index.html", &error))?;
    offline::write(&dist).map_err(|error| Failure::io("write the service worker", &error))?;
    minify(repository, &dist.join(offline::WORKER))?;
    single_file::write(repository, &page, &pair, &own_file)?;
    stamp::write(&stamp, sources, &dist)
}

/// What the page goes through after Trunk: done in another way, it is another page.
const STEPS: [&str; 11] = [
    include_str!("border.rs"),
    include_str!("mod.rs"),
    include_str!("content_security.rs"),
    include_str!("inline_script.rs"),
    include_str!("offline.rs"),
    include_str!("own_file/element.js"),
    include_str!("own_file/mod.rs"),
    include_str!("own_file/module.js"),
    include_str!("single_file.rs"),
    include_str!("start.rs"),
    include_str!("unpacked.js"),
];

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
    let mut makers = setup::page_tools(repository, library)?;
    makers.extend(STEPS.map(str::to_owned));
    stamp::of_sources(repository.root(), &makers)
}

/// Writes the manifest as machines read it.
fn shorten_manifest(dist: &Path) -> Outcome<()> {
    let path = dist.join("manifest.webmanifest");
    fs::read(&path)
        .and_then(|text| Ok(serde_json::from_slice::<serde_json::Value>(&text)?))
        .and_then(|manifest| fs::write(&path, manifest.to_string()))
        .map_err(|error| Failure::io("shorten the manifest", &error))
}

/// A page without the spaces before and after its lines, which no text of it needs.
fn unindented(page: &str) -> String {
    let lines = page.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The page's scripts and style sheets in `dist/`, without the worker, which is not complete yet.
fn scripts_and_styles(dist: &Path) -> Outcome<Vec<PathBuf>> {
    let files = fs::read_dir(dist).map_err(|error| Failure::io("list dist/", &error))?;
    let files = files.filter_map(Result::ok).map(|entry| entry.path());
    let is_one =
        |path: &PathBuf| path.extension().is_some_and(|kind| kind == "js" || kind == "css");
    Ok(files.filter(|path| is_one(path) && !path.ends_with(offline::WORKER)).collect())
}

/// Minifies a script or style sheet. Trunk's own minifier cannot read wasm-bindgen's JavaScript.
fn minify(repository: &Repository, file: &Path) -> Outcome<()> {
    let mut esbuild = process::program(setup::npm_packages::esbuild(repository), repository.root());
    esbuild
        .arg(file)
        .args(["--minify", "--tree-shaking=true", "--allow-overwrite", "--log-level=warning"])
        .arg(format!("--outfile={}", file.display()));
    if process::succeeds(&mut esbuild)? {
        return Ok(());
    }
    Err(Failure::new(format!("esbuild could not minify {}.", file.display())))
}
