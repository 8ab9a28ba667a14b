//! What is published of the dataset beside the page: a program of its own makes it (`crates/publish`), as
//! this tool has to start soon where nothing is compiled yet.

use std::path::Path;

use xshell::cmd;

use super::preview;
use super::stage::Stage;
use crate::failure::Outcome;
use crate::repository::Repository;

/// The description of the dataset for search engines.
const LINKED_DATA: &str = "data/dataset.jsonld";

/// What is published beside the page's own files; the rest of it is in a folder.
pub const BESIDE: &str = "llms.txt";

/// Keeps the version that a folder of data has in `data/versions/`, for good.
pub fn release(repository: &Repository, data: &Path) -> Outcome<()> {
    let shell = repository.shell()?;
    Ok(cmd!(shell, "cargo run --quiet --package explorer-publish -- release {data}").run()?)
}

/// Puts the files to those of the page, and returns the description for its head.
pub fn write(repository: &Repository, stage: &Stage, address: Option<&str>) -> Outcome<String> {
    let shell = repository.shell()?;
    let folder = stage.folder();
    let address = address.map_or_else(|| Ok(String::new()), preview::folder)?;
    cmd!(shell, "cargo run --quiet --package explorer-publish -- page {folder} {address}").run()?;
    stage.text(LINKED_DATA)
}
