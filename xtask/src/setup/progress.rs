//! The one line that tells how the setup of one thing goes.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

/// How often a line that does not go to a terminal shows that it still lives.
const SIGN_OF_LIFE: Duration = Duration::from_secs(30);

/// One progress line, such as `[2/6] Trunk 0.21.14 … installing (about 2 minutes) … done in 54 s`.
pub struct Line {
    /// The text before the elapsed seconds.
    text: String,
    /// Whether the line can be written anew.
    terminal: bool,
    /// When the installation began.
    start: Instant,
    /// The elapsed seconds shown last.
    shown: Duration,
}

impl Line {
    /// Begins the line of step `number` of `total`.
    pub fn start(number: usize, total: usize, label: &str) -> Self {
        let line = Self {
            text: format!("[{number}/{total}] {label} … "),
            terminal: io::stdout().is_terminal(),
            start: Instant::now(),
            shown: Duration::ZERO,
        };
        write(&line.text);
        line
    }

    /// Ends the line: nothing was missing.
    pub fn present(&self) {
        write("present\n");
    }

    /// Says that the installation begins and how long it may take.
    pub fn installing(&mut self, estimate: &str) {
        let more = format!("installing ({estimate}) … ");
        write(&more);
        self.text.push_str(&more);
        self.start = Instant::now();
    }

    /// Shows that the installation still runs.
    pub fn tick(&mut self) {
        let elapsed = self.start.elapsed();
        if self.terminal && elapsed.as_secs() > self.shown.as_secs() {
            write(&format!("\r{}{} s", self.text, elapsed.as_secs()));
            self.shown = elapsed;
        } else if !self.terminal && elapsed >= self.shown + SIGN_OF_LIFE {
            write(&format!("{} s … ", elapsed.as_secs()));
            self.shown = elapsed;
        }
    }

    /// Ends the line: it is installed.
    pub fn done(&self) {
        self.end(&format!("done in {} s\n", self.start.elapsed().as_secs_f64().round()));
    }

    /// Ends the line: the installation failed.
    pub fn failed(&self) {
        self.end("failed\n");
    }

    /// Ends the line, over the elapsed seconds on a terminal.
    fn end(&self, text: &str) {
        if self.terminal {
            write(&format!("\r{}{text}", self.text));
        } else {
            write(text);
        }
    }
}

/// Writes at once, line end or not.
fn write(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}
