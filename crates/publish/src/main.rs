//! `cargo xtask release` and the build of the page call this.

use std::path::Path;
use std::process::ExitCode;

use explorer_archive::{Problem, keep};
use explorer_publish::{Site, Source, published};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match carry_out(&arguments.iter().map(String::as_str).collect::<Vec<_>>()) {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn carry_out(arguments: &[&str]) -> Result<String, Problem> {
    match *arguments {
        // Keeps the version that a folder of data has.
        ["release", data] => {
            let kept = keep(Path::new(data), &Path::new("data").join("versions"))?;
            Ok(format!("Kept as {}.", kept.display()))
        }
        // Puts what is published to the files of a page.
        ["page", folder, address] => {
            let source = Source::read(Path::new("data"))?;
            let files = published(&source, &Site::at(address))?;
            files.iter().try_for_each(|file| file.write_below(Path::new(folder)))?;
            Ok(format!("{} files are published beside the page.", files.len()))
        }
        _ => Err(Problem::new("Expected: release DATA, or page FOLDER ADDRESS")),
    }
}
