//! The one line that tells how the setup of one thing goes.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// How often a line that does not go to a terminal shows that it still lives.
const SIGN_OF_LIFE: Duration = Duration::from_secs(30);

/// How often a line on a terminal shows the time.
const TICK: Duration = Duration::from_millis(200);

/// One progress line, such as `[2/6] Trunk 0.21.14 … installing (about 2 minutes) … 54 s`.
pub struct Line {
    /// Moves on a terminal, and is hidden elsewhere.
    bar: ProgressBar,
    /// The text before what is going on.
    text: String,
    /// When the installation began.
    start: Instant,
    /// The elapsed time shown last where there is no terminal.
    shown: Duration,
}

impl Line {
    /// Begins the line of step `number` of `total`.
    pub fn start(number: usize, total: usize, label: &str) -> Self {
        let text = format!("[{number}/{total}] {label} …");
        let bar = ProgressBar::new_spinner().with_message(text.clone());
        if let Ok(style) = ProgressStyle::with_template("{msg} {elapsed}") {
            bar.set_style(style);
        }
        Self { bar, text, start: Instant::now(), shown: Duration::ZERO }
    }

    /// Ends the line: nothing was missing.
    pub fn present(&self) {
        self.end("present");
    }

    /// Says that the installation begins and how long it may take.
    pub fn installing(&mut self, estimate: &str) {
        self.start = Instant::now();
        self.bar.reset_elapsed();
        self.bar.enable_steady_tick(TICK);
        self.say(&format!("installing ({estimate}) …"));
    }

    /// Shows that the installation still runs.
    pub fn tick(&mut self) {
        let elapsed = self.start.elapsed();
        if self.bar.is_hidden() && elapsed >= self.shown + SIGN_OF_LIFE {
            println!("{} {} s …", self.text, elapsed.as_secs());
            self.shown = elapsed;
        }
    }

    /// Ends the line: it is installed.
    pub fn done(&self) {
        self.end(&format!("done in {:.0} s", self.start.elapsed().as_secs_f64()));
    }

    /// Ends the line: the installation failed.
    pub fn failed(&self) {
        self.end("failed");
    }

    /// Leaves the line behind, as it came to its end.
    fn end(&self, how: &str) {
        self.bar.finish_and_clear();
        println!("{} {how}", self.text);
    }

    /// Says what is going on.
    fn say(&self, what: &str) {
        self.bar.set_message(format!("{} {what}", self.text));
        if self.bar.is_hidden() {
            println!("{} {what}", self.text);
        }
    }
}
