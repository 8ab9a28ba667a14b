//! A screen that nobody looks at, for a browser that cannot do without windows.

use super::guarded::Guarded;
use crate::failure::Outcome;
use crate::repository::Repository;

/// A running Xvfb; it ends when this value goes.
pub struct Display {
    guarded: Guarded,
}

impl Display {
    /// Starts it under the first free number and waits until it is there.
    pub fn start(repository: &Repository, lane: usize) -> Outcome<Self> {
        // It says on its output which number that is. Where nobody manages windows, the one below the
        // pointer has the keyboard, and the pointer is in the middle of the screen: every
        // window must reach over it.
        let words = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"];
        let log = format!("xvfb-{lane}");
        let guarded = Guarded::start(repository, &words.map(Into::into), &log, None)?;
        let mut display = Self { guarded };
        let log = display.guarded.log();
        let is_there = || number(&std::fs::read_to_string(&log).unwrap_or_default()).is_some();
        display.guarded.wait_until("Xvfb does not start", is_there)?;
        Ok(display)
    }

    /// What `DISPLAY` is for programs on it.
    pub fn name(&self) -> String {
        let log = std::fs::read_to_string(self.guarded.log()).unwrap_or_default();
        format!(":{}", number(&log).unwrap_or_default())
    }
}

/// The line that is a number.
fn number(log: &str) -> Option<u32> {
    log.lines().find_map(|line| line.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn the_number_is_found_below_the_command() {
        assert_eq!(number("$ Xvfb -displayfd 1 -screen 0 1x1x24\n"), None);
        assert_eq!(number("$ Xvfb -displayfd 1\n99\n"), Some(99));
    }
}
