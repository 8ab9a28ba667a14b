//! Starting other programs: Cargo, Trunk, npm, browsers.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};

/// How many lines of a log are shown when its program fails.
const LOG_TAIL_LINES: usize = 25;

/// How often a running installation is looked at.
const POLL: Duration = Duration::from_millis(100);

/// A program to be started in `directory`, without the variables by which `cargo run` describes
/// this tool to itself: they mean nothing, or something wrong, to the programs started from here.
pub fn program(name: impl AsRef<OsStr>, directory: &Path) -> Command {
    let mut command = Command::new(name);
    command.current_dir(directory);
    for (variable, _) in env::vars_os() {
        let name = variable.to_string_lossy();
        if ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"]
            .iter()
            .any(|prefix| name.starts_with(prefix))
        {
            command.env_remove(&variable);
        }
    }
    command
}

/// Finds a program on the search path.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|directory| directory.join(&file))
        .find(|path| path.is_file())
}

/// A program to be started by its name alone. What npm installs is a batch file on Windows, which is
/// found only by its whole name.
pub fn tool(name: &str) -> OsString {
    let batch = format!("{name}.cmd");
    let is_batch = cfg!(windows) && on_path(name).is_none();
    if is_batch { batch.into() } else { name.into() }
}

/// The search path with `first` put before it.
pub fn path_with(first: &[PathBuf]) -> Outcome<OsString> {
    let present = env::var_os("PATH").unwrap_or_default();
    env::join_paths(first.iter().cloned().chain(env::split_paths(&present))).map_err(|error| {
        Failure::new(format!("The search path cannot name this repository's tools: {error}."))
    })
}

/// What the program prints, if it can be started and succeeds.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs the program with its output on the terminal; says whether it succeeded.
pub fn succeeds(command: &mut Command) -> Outcome<bool> {
    let status = command.status().map_err(|error| cannot_start(command, &error))?;
    Ok(status.success())
}

/// Runs the program, passes its output through and hands every line of its standard output to
/// `each_line`; says whether it succeeded.
pub fn succeeds_reading(command: &mut Command, mut each_line: impl FnMut(&str)) -> Outcome<bool> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| cannot_start(command, &error))?;
    if let Some(pipe) = child.stdout.take() {
        let mut reader = BufReader::new(pipe);
        let mut line = Vec::new();
        while reader.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
            let mut terminal = io::stdout().lock();
            let _ = terminal.write_all(&line).and_then(|()| terminal.flush());
            each_line(&String::from_utf8_lossy(&line));
            line.clear();
        }
    }
    let status = child.wait().map_err(|error| cannot_start(command, &error))?;
    Ok(status.success())
}

/// Runs the program with all its output going into the file at `log`, calling `tick` again and
/// again while it runs. The end of the log comes with the failure.
pub fn run_logged(
    command: &mut Command,
    log: &Path,
    mut tick: impl FnMut(Duration),
) -> Outcome<()> {
    let start = Instant::now();
    let mut child = spawn_logged(command.stdin(Stdio::null()), log)?;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(_)) => {
                return Err(Failure::new(format!(
                    "`{}` failed; its full log is {}.",
                    shown(command),
                    log.display()
                ))
                .with_log_tail(log_tail(log)));
            }
            Ok(None) => {
                tick(start.elapsed());
                std::thread::sleep(POLL);
            }
            Err(error) => return Err(cannot_start(command, &error)),
        }
    }
}

/// Starts the program with all its output added to the file at `log`.
pub fn spawn_logged(command: &mut Command, log: &Path) -> Outcome<Child> {
    let open = || -> io::Result<(File, File)> {
        if let Some(directory) = log.parent() {
            fs::create_dir_all(directory)?;
        }
        let mut file = File::options().create(true).append(true).open(log)?;
        writeln!(file, "$ {}", shown(command))?;
        Ok((file.try_clone()?, file))
    };
    let (out, err) =
        open().map_err(|error| Failure::io(format_args!("write {}", log.display()), &error))?;
    command.stdout(out).stderr(err).spawn().map_err(|error| cannot_start(command, &error))
}

/// The last lines of a log.
pub fn log_tail(log: &Path) -> String {
    let bytes = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(LOG_TAIL_LINES)..].join("\n")
}

/// The command line as one would type it.
pub fn shown(command: &Command) -> String {
    let mut words = vec![
        Path::new(command.get_program())
            .file_name()
            .unwrap_or(command.get_program())
            .to_string_lossy()
            .into_owned(),
    ];
    words.extend(command.get_args().map(|argument| argument.to_string_lossy().into_owned()));
    words.join(" ")
}

/// The failure of a program that did not even start.
fn cannot_start(command: &Command, error: &io::Error) -> Failure {
    Failure::io(format_args!("run `{}`", shown(command)), error)
}
