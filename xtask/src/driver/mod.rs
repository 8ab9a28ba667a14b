//! The browser driver, for as long as it is needed and not a moment longer.
//!
//! The driver is not started directly but by a [`guard`]: a second process of this tool that
//! ends the driver and its browsers as soon as its standard input is closed. The system closes
//! it however this process ends, be it by Ctrl-C.

pub mod guard;
mod process_tree;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;

/// How long the driver may take until it answers.
const START: Duration = Duration::from_secs(30);

/// A running chromedriver; it ends when this value goes.
pub struct Driver {
    /// The process that watches over the driver.
    guard: Child,
    /// The port the driver listens on.
    port: u16,
}

impl Driver {
    /// Starts the driver at `program` on a free port and waits until it answers.
    pub fn start(repository: &Repository, program: &Path) -> Outcome<Self> {
        let port = free_port()?;
        let log = repository.log("chromedriver");
        let _ = std::fs::remove_file(&log);
        let this_program = std::env::current_exe()
            .map_err(|error| Failure::io("find this program itself", &error))?;
        let mut command = process::program(this_program, repository.root());
        command.arg(guard::COMMAND).arg(program).arg(format!("--port={port}"));
        command.stdin(Stdio::piped());
        apart(&mut command);
        let mut driver = Self { guard: process::spawn_logged(&mut command, &log)?, port };
        let start = Instant::now();
        while !ask(port, "/status").is_some_and(|answer| answer.contains("200 OK")) {
            let ended = matches!(driver.guard.try_wait(), Ok(Some(_)) | Err(_));
            if ended || start.elapsed() > START {
                return Err(Failure::new(format!(
                    "chromedriver does not answer; its log is {}.",
                    log.display()
                ))
                .with_log_tail(process::log_tail(&log)));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(driver)
    }

    /// The address of the driver.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    /// Lets the guard end the driver, and waits until it has.
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}

/// A port nobody listens on.
fn free_port() -> Outcome<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| Failure::io("find a free port", &error))
}

/// Asks the driver on `port` for `path` and returns the first line of its answer, if it gives
/// one. What follows is not waited for: chromedriver keeps the connection open.
fn ask(port: u16, path: &str) -> Option<String> {
    let address = (Ipv4Addr::LOCALHOST, port).into();
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(1)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok()?;
    let request =
        format!("GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut line = String::new();
    BufReader::new(stream.take(1024)).read_line(&mut line).ok()?;
    Some(line)
}

/// Keeps Ctrl-C at the terminal from the process to be started.
#[cfg(unix)]
fn apart(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    command.process_group(0);
}

/// Keeps Ctrl-C at the terminal from the process to be started.
#[cfg(windows)]
fn apart(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NEW_PROCESS_GROUP: u32 = 0x200;
    command.creation_flags(CREATE_NEW_PROCESS_GROUP);
}

/// Keeps Ctrl-C at the terminal from the process to be started: not known how on this system.
#[cfg(not(any(unix, windows)))]
fn apart(_command: &mut Command) {}
