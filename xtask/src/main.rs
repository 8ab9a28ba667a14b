//! The one developer tool of this repository: `cargo xtask serve` and `cargo xtask test` take a
//! bare machine with Rust and npm to the running page and to the verdict of all checks.

mod arguments;
mod bench;
mod browser_run;
mod driver;
mod engine;
mod failure;
mod fast_engine;
mod fuzz;
mod geometry;
mod libtest;
mod lockfile;
mod names;
mod page;
mod peers;
mod preview;
mod process;
mod repository;
mod serve;
mod server;
mod setup;
mod stamp;
mod suite;

use std::process::ExitCode;

use clap::Parser as _;

use arguments::{Arguments, Request};
use failure::Outcome;
use repository::Repository;

/// Carries the request out and turns a failure into its sentence.
fn main() -> ExitCode {
    match carry_out(Arguments::parse().request) {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit_code()
        }
    }
}

/// Does what was asked for.
fn carry_out(request: Request) -> Outcome<ExitCode> {
    let done = |()| ExitCode::SUCCESS;
    match request {
        Request::Serve { port, debug } => serve::serve(&Repository::find()?, port, debug),
        Request::Test(checks) => suite::test(&Repository::find()?, &checks),
        Request::Build { address } => {
            page::set_up_and_build(&Repository::find()?, address).map(done)
        }
        Request::Bench(what) if what.peers => peers::bench(&Repository::find()?, &what.rows()),
        Request::Bench(what) => {
            bench::bench(&Repository::find()?, what.beside.as_deref(), what.only.as_deref())
        }
        Request::Fuzz { minutes } => fuzz::fuzz(&Repository::find()?, minutes),
        Request::Release { data } => page::publish::release(&Repository::find()?, &data).map(done),
        Request::Geometry => geometry::geometry(&Repository::find()?).map(done),
        Request::Names => names::names(&Repository::find()?).map(done),
        Request::Preview => preview::preview(&Repository::find()?).map(done),
        Request::FinishPage => page::finish(&Repository::find()?).map(done),
        Request::MakeModules => page::on_demand::make_all(&Repository::find()?).map(done),
        Request::Guard { command } => driver::guard::stand(&command),
    }
}
