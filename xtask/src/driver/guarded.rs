//! Programs that do not outlive this one.
//!
//! None is started directly but by a [`guard`]: a second process of this tool that ends the program
//! and all that it has started as soon as its standard input is closed. The system closes it
//! however this process ends, be it by Ctrl-C.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::display::Display;
use super::guard;
use crate::failure::{Failure, Outcome};
use crate::process;
use crate::repository::Repository;

/// How long a program may take until it is ready.
const START: Duration = Duration::from_secs(30);

/// A running program; it ends when this value goes.
pub struct Guarded {
    /// The process that watches over the program.
    guard: Child,
    /// What the program says.
    log: PathBuf,
}

impl Guarded {
    /// Starts a program with its arguments, on a display if there is one.
    pub fn start(
        repository: &Repository,
        words: &[OsString],
        log: &str,
        display: Option<&Display>,
    ) -> Outcome<Self> {
        let log = repository.log(log);
        let _ = std::fs::remove_file(&log);
        let this_program = std::env::current_exe()
            .map_err(|error| Failure::io("find this program itself", &error))?;
        let mut command = process::program(this_program, repository.root());
        command.arg(guard::COMMAND).args(words).stdin(Stdio::piped());
        if let Some(display) = display {
            command.env("DISPLAY", display.name());
        }
        apart(&mut command);
        Ok(Self { guard: process::spawn_logged(&mut command, &log)?, log })
    }

    /// Waits until the program is ready.
    pub fn wait_until(&mut self, or_else: &str, is_ready: impl Fn() -> bool) -> Outcome<()> {
        let start = Instant::now();
        while !is_ready() {
            let ended = matches!(self.guard.try_wait(), Ok(Some(_)) | Err(_));
            if ended || start.elapsed() > START {
                let sentence = format!("{or_else}; its log is {}.", self.log.display());
                return Err(Failure::new(sentence).with_log_tail(process::log_tail(&self.log)));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }

    /// Where the program's output goes.
    pub fn log(&self) -> PathBuf {
        self.log.clone()
    }
}

impl Drop for Guarded {
    /// Lets the guard end the program, and waits until it has.
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
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
