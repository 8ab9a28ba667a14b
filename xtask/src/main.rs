//! The one developer tool of this repository: `cargo xtask serve` and `cargo xtask test` take a
//! bare machine with Rust and npm to the running page and to the verdict of all checks.

mod arguments;
mod bench;
mod browser_run;
mod driver;
mod engine;
mod failure;
mod fast_engine;
mod geometry;
mod libtest;
mod lockfile;
mod page;
mod peers;
mod process;
mod repository;
mod serve;
mod server;
mod setup;
mod stamp;
mod standard_library;
mod suite;

use std::process::ExitCode;

use arguments::Request;
use failure::Outcome;
use repository::Repository;

/// Reads the arguments, carries the request out and turns a failure into its sentence.
fn main() -> ExitCode {
    match Request::read(std::env::args_os().skip(1)).and_then(carry_out) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit_code()
        }
    }
}

/// Does what was asked for.
fn carry_out(request: Request) -> Outcome<ExitCode> {
    match request {
        Request::Help => {
            print!("{}", arguments::USAGE);
            Ok(ExitCode::SUCCESS)
        }
        Request::Serve { port } => serve::serve(&Repository::find()?, port),
        Request::Build => {
            page::set_up_and_build(&Repository::find()?)?;
            Ok(ExitCode::SUCCESS)
        }
        Request::Test(checks) => suite::test(&Repository::find()?, &checks),
        Request::Bench { beside, only } => {
            bench::bench(&Repository::find()?, beside.as_deref(), only.as_deref())
        }
        Request::Peers { rows } => peers::bench(&Repository::find()?, &rows),
        Request::Geometry => {
            geometry::geometry(&Repository::find()?)?;
            Ok(ExitCode::SUCCESS)
        }
        Request::Guard { command } => driver::guard::stand(&command),
    }
}
