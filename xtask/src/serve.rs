//! `cargo xtask serve`: the page on a port of this machine, built again after each change.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Command, ExitCode};

use crate::failure::{Failure, Outcome};
use crate::page;
use crate::repository::Repository;
use crate::setup::{self, Need};

/// Sets up what is missing and lets Trunk serve the page until it is stopped.
pub fn serve(repository: &Repository, port: u16, debug: bool) -> Outcome<ExitCode> {
    is_free(port)?;
    setup::set_up(repository, &[Need::Page])?;
    let mut trunk = page::trunk(repository)?;
    trunk.args(["serve", "--offline", "--address", "127.0.0.1", "--port", &port.to_string()]);
    trunk.args((!debug).then_some("--release"));
    println!("Once it is built, the page is at http://127.0.0.1:{port}/ (Ctrl-C stops it).");
    become_program(&mut trunk)
}

/// Trunk would only notice after it has built the page.
fn is_free(port: u16) -> Outcome<()> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => Err(Failure::new(format!(
            "Port {port} is in use by another program: stop that one, or choose another port with `cargo xtask serve --port {}`.",
            port.checked_add(1).unwrap_or(8080)
        ))),
        Err(error) => Err(Failure::io(format_args!("listen on port {port}"), &error)),
    }
}

/// Puts a program in the place of this process, so that whoever ends this one ends that.
#[cfg(unix)]
fn become_program(program: &mut Command) -> Outcome<ExitCode> {
    use std::os::unix::process::CommandExt as _;
    Err(Failure::io("start Trunk", &program.exec()))
}

/// Runs a program until it ends.
#[cfg(not(unix))]
fn become_program(program: &mut Command) -> Outcome<ExitCode> {
    let ended = crate::process::succeeds(program)?;
    Ok(if ended { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_port_is_named_in_the_sentence() {
        let first = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = first.local_addr().unwrap().port();
        let failure = is_free(port).unwrap_err().to_string();
        assert!(failure.contains(&format!("Port {port} is in use")), "{failure}");
        drop(first);
        assert!(is_free(port).is_ok());
    }
}
