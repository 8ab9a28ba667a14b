//! Splits a Wasm where `leptos::wasm_split` asks for it (`src/main.rs` of the page). `xtask/src/page/parts.rs`
//! calls this; it is a program of its own, as that tool has to start soon where nothing is compiled yet.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use wasm_split_cli_support::{Options, transform};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [whole, folder, first, link, shared] = &arguments[..] else {
        eprintln!("Expected: WHOLE FOLDER FIRST LINK SHARED");
        return ExitCode::from(2);
    };
    match split(Path::new(whole), Path::new(folder), first, link, shared) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// Splits the Wasm `whole` into files in `folder`: one that is called `first`, others as they are called where
/// the split is asked for, one that is called `shared` with what these have in common, and `link`, a script that
/// names all of them.
fn split(whole: &Path, folder: &Path, first: &str, link: &str, shared: &str) -> Result<(), String> {
    let wasm = std::fs::read(whole)
        .map_err(|error| format!("{} cannot be read: {error}", whole.display()))?;
    let first = folder.join(first);
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.link_name = link;
    let split = transform(options)
        .map_err(|error| format!("{} cannot be split: {error:#}", whole.display()))?;
    // It numbers what several parts have in common.
    let is_common = |path: &&PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("chunk_"))
    };
    let common: Vec<&PathBuf> = split.split_modules.iter().filter(is_common).collect();
    let [common] = common[..] else {
        return Err(format!("{} parts are shared, where one was expected.", common.len()));
    };
    std::fs::rename(common, folder.join(shared))
        .map_err(|error| format!("{} cannot be renamed: {error}", common.display()))
}
