//! Building the page. Trunk compiles it and puts it together, and calls `cargo xtask finish-page`
//! (`Trunk.toml`) for what it has no step for; [`finish`] is that.

mod ascii85;
mod bare;
mod content_security;
mod expression;
mod linked_data;
mod made;
mod offline;
pub mod on_demand;
mod parts;
pub mod preview;
pub mod publish;
mod reload;
mod single_file;
mod stage;
mod style_sheet;
pub mod wasm_features;

use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;
use crate::setup::{self, Need};
use crate::stamp;

use content_security::Shape;
use on_demand::{TABLE, WORKBOOK};
use stage::Stage;

/// What the page is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Installs what is missing for the page, then builds it, for the address that it will have.
pub fn set_up_and_build(repository: &Repository, address: Option<String>) -> Outcome<()> {
    setup::set_up(repository, &[Need::Page])?;
    build_for(repository, address.or_else(preview::address))
}

/// Builds the release page into `dist/`, unless it is there from the very same sources.
pub fn build(repository: &Repository) -> Outcome<()> {
    build_for(repository, preview::address())
}

fn build_for(repository: &Repository, address: Option<String>) -> Outcome<()> {
    let (stamp, dist) = (repository.page_stamp(), repository.dist());
    let mut tools = setup::page_tools(repository)?;
    // A wrong one is named before anything is built.
    preview::complete("", address.as_deref())?;
    tools.extend(address.clone());
    let sources = stamp::of_sources(repository.root(), &tools)?;
    if stamp::is_current(&stamp, sources, &dist) {
        println!("The page in dist/ is up to date.");
        return Ok(());
    }
    println!("Building the page …");
    let mut trunk = trunk(repository)?;
    trunk.args(["build", "--release", "--offline"]).envs(address.map(|a| (preview::ADDRESS, a)));
    let mut ahead = on_demand::make_ahead(repository)?;
    let built = process::succeeds(&mut trunk);
    // A page that does not build need not wait for the modules.
    _ = if matches!(built, Ok(true)) { ahead.wait().map(drop) } else { ahead.kill() };
    if !built? {
        return Err(Failure::new("The page does not build; what is wrong stands above."));
    }
    stamp::write(&stamp, sources, &dist)
}

/// Trunk with the pinned tools on its search path. It is told to stay offline, so that it never fetches
/// a program by itself; it tells the same to Cargo, which therefore has the crates at hand.
pub fn trunk(repository: &Repository) -> Outcome<Command> {
    fetch(repository)?;
    let mut trunk = process::program(repository.tool_program("trunk"), repository.root());
    for (variable, _) in std::env::vars_os() {
        // Settings for other projects; and Trunk stumbles over the usual `NO_COLOR=1`.
        if variable.to_string_lossy().starts_with("TRUNK_") || variable == "NO_COLOR" {
            trunk.env_remove(&variable);
        }
    }
    trunk.env("PATH", process::path_with(&repository.page_tool_folders())?);
    Ok(trunk)
}

/// Lets Cargo fetch the crates of the page.
fn fetch(repository: &Repository) -> Outcome<()> {
    let mut cargo = process::program("cargo", repository.root());
    // The argument `--target` would leave out what build scripts need on this machine.
    cargo.args(["fetch", "--quiet", "--locked"]).env("CARGO_BUILD_TARGET", TARGET);
    if process::succeeds(&mut cargo)? {
        return Ok(());
    }
    Err(Failure::new("The crates of Cargo.lock could not be fetched."))
}

/// Makes what Trunk has put together the whole page. What stands in double braces in `index.html` is
/// filled in here.
pub fn finish(repository: &Repository) -> Outcome<()> {
    let stage = Stage::of_trunk()?;
    let page = bare::page(&stage.text("index.html")?);
    let (parts, page) = parts::split(repository, &stage, &page)?;
    let address = preview::address();
    let page = preview::complete(&page, address.as_deref())?;
    let description = publish::write(repository, &stage, address.as_deref())?;
    let page = style_sheet::join(&stage, &page)?;
    let workbook = on_demand::build(repository, &stage, &WORKBOOK, &[])?;
    let table = on_demand::build(repository, &stage, &TABLE, &[&workbook])?;
    let bytes = stage.bytes(&parts.start.wasm)?.len();
    let page = page.replace("{{WASM BYTES}}", &bytes.to_string());

    let (page, reload) = reload::split(&page);
    single_file::write(repository, &stage, &linked_data::without(&page), &parts, &table)?;

    let page = linked_data::filled(&page, &description).ok_or_else(|| {
        Failure::new("index.html has no place for {{LINKED DATA}}, or that has a “<” in it.")
    })?;
    let hosted = table.name_in(&page).ok_or_else(|| {
        Failure::new("The page does not load what reads a reader's table: was Trunk started in the folder of Trunk.toml?")
    })?;
    let (hosted, shape) = match reload {
        None => (hosted, Shape::Hosted),
        Some(script) => (reload::appended(&hosted, &script), Shape::Served),
    };
    let hosted = content_security::complete(&hosted, shape).ok_or_else(|| {
        Failure::new("index.html has no place for a {{CONTENT SECURITY POLICY}}.")
    })?;
    stage.write("index.html", hosted)?;
    offline::write(repository, &stage, shape)
}
