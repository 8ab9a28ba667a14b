//! `cargo xtask serve`: the page on a port of this machine.

use std::process::ExitCode;

use crate::failure::Outcome;
use crate::page;
use crate::repository::Repository;
use crate::server::Server;

/// Takes the port, sets up and builds what is missing, and serves the page until stopped.
pub fn serve(repository: &Repository, port: u16) -> Outcome<ExitCode> {
    let server = Server::bind(port)?;
    page::set_up_and_build(repository)?;
    println!("The page is at {} (Ctrl-C stops it).", server.url());
    server.run(&repository.dist());
    Ok(ExitCode::SUCCESS)
}
