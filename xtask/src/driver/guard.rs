//! The process between this tool and a driver, or what a driver needs. It lives until its standard
//! input is closed, which happens however the process at the other end comes to its end, and then
//! ends the program with all browsers it started, and removes what they have left on the disk.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Read};
use std::path::Path;
use std::process::{self, Command, ExitCode, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use super::process_tree;
use crate::failure::{Failure, Outcome};

/// The command by which this tool starts itself as a guard.
pub const COMMAND: &str = "guard-driver";

/// How long a driver that can be asked to end may take to close its browsers by itself.
const GRACE: Duration = Duration::from_secs(3);

/// Runs `command` (a driver has a `--port=N`) until standard input is closed.
pub fn stand(command: &[OsString]) -> Outcome<ExitCode> {
    let Some((program, arguments)) = command.split_first() else {
        return Err(Failure::usage("There is no driver to guard."));
    };
    // Profiles lie here: a browser that is ended does not remove its own.
    let folder = env::temp_dir().join(format!("explorer-driver-{}", process::id()));
    fs::create_dir_all(&folder)
        .map_err(|error| Failure::io("make a folder for what is temporary", &error))?;
    let ended = until_closed(Command::new(program).args(arguments), arguments, &folder);
    // A process that is about to end may still write something there: that is no failure.
    let _ = fs::remove_dir_all(&folder);
    ended
}

/// Runs `driver` until standard input is closed, and ends it.
fn until_closed(driver: &mut Command, arguments: &[OsString], folder: &Path) -> Outcome<ExitCode> {
    let mut driver = ["TMPDIR", "TEMP", "TMP"]
        .iter()
        .fold(driver, |driver, variable| driver.env(variable, folder))
        .stdin(Stdio::null())
        .spawn()
        .map_err(|error| Failure::io("start the driver", &error))?;

    let (closed, is_closed) = mpsc::channel::<()>();
    thread::spawn(move || {
        let _ = io::stdin().read_to_end(&mut Vec::new());
        drop(closed);
    });
    while let Err(RecvTimeoutError::Timeout) = is_closed.recv_timeout(Duration::from_millis(200)) {
        if !matches!(driver.try_wait(), Ok(None)) {
            return Err(Failure::new("The driver ended by itself."));
        }
    }

    let family = process_tree::descendants(driver.id());
    if let Some(port) = arguments.iter().find_map(|argument| {
        argument.to_str().and_then(|text| text.strip_prefix("--port=")?.parse().ok())
    }) {
        // Only chromedriver knows of this.
        let ends = super::ask(port, "/shutdown").is_some_and(|answer| answer.contains("200"));
        let start = Instant::now();
        while ends && matches!(driver.try_wait(), Ok(None)) && start.elapsed() < GRACE {
            thread::sleep(Duration::from_millis(50));
        }
    }
    process_tree::kill(driver.id(), &family);
    let _ = driver.kill();
    let _ = driver.wait();
    Ok(ExitCode::SUCCESS)
}
