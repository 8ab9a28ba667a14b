//! Splits a Wasm where `leptos::wasm_split` asks for it (`src/main.rs` of the page). `xtask/src/page/parts.rs`
//! calls this; it is a program of its own, as that tool has to start soon where nothing is compiled yet.

use std::path::Path;
use std::process::ExitCode;

use wasm_split_cli_support::{Options, transform};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [whole, folder, first, link] = &arguments[..] else {
        eprintln!("Expected: WHOLE FOLDER FIRST LINK");
        return ExitCode::from(2);
    };
    match split(Path::new(whole), Path::new(folder), first, link) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// Splits the Wasm `whole` into files in `folder`: one that is called `first`, others as they are called where
/// the split is asked for, and `link`, a script that names what they share.
fn split(whole: &Path, folder: &Path, first: &str, link: &str) -> Result<(), String> {
    let wasm = std::fs::read(whole)
        .map_err(|error| format!("{} cannot be read: {error}", whole.display()))?;
    let first = folder.join(first);
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.link_name = link;
    transform(options)
        .map(drop)
        .map_err(|error| format!("{} cannot be split: {error:#}", whole.display()))
}
