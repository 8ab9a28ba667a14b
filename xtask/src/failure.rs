//! What went wrong, as one clear sentence for the person at the terminal.

use std::fmt;
use std::process::ExitCode;

/// The result of anything here that can go wrong.
pub type Outcome<T> = Result<T, Failure>;

/// One sentence, the end of a log where there is one, and the exit code it leads to.
#[derive(Debug)]
pub struct Failure {
    /// What happened and what to do about it.
    sentence: String,
    /// The last lines of the log of the program that failed.
    log_tail: Option<String>,
    /// The exit code of this process.
    code: u8,
}

impl Failure {
    /// Something failed: exit code 1.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), log_tail: None, code: 1 }
    }

    /// The command line makes no sense: exit code 2.
    pub fn usage(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), log_tail: None, code: 2 }
    }

    /// An operating system error while doing `what`.
    pub fn io(what: impl fmt::Display, error: &std::io::Error) -> Self {
        Self::new(format!("Could not {what}: {error}."))
    }

    /// The same failure with the end of a log shown before the sentence.
    pub fn with_log_tail(mut self, tail: String) -> Self {
        self.log_tail = Some(tail).filter(|tail| !tail.trim().is_empty());
        self
    }

    /// The same told as a warning: what comes of it, where it does not end everything.
    pub fn as_warning(&self, consequence: &str) -> String {
        self.told(&format!("warning: {} So {consequence}", self.sentence))
    }

    /// The end of the log, and below it `last`.
    fn told(&self, last: &str) -> String {
        let log = self.log_tail.iter().flat_map(|tail| tail.lines());
        log.map(|line| format!("  | {line}\n")).chain([last.to_owned()]).collect()
    }

    /// The exit code this failure ends the process with.
    pub fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.code)
    }
}

impl From<xshell::Error> for Failure {
    fn from(error: xshell::Error) -> Self {
        Self::new(format!("{error}."))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.told(&format!("error: {}", self.sentence)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_told_as_an_error_or_as_a_warning() {
        let failure = Failure::new("It broke.").with_log_tail("one\ntwo".into());
        assert_eq!(failure.to_string(), "  | one\n  | two\nerror: It broke.");
        assert_eq!(
            failure.as_warning("it is slow."),
            "  | one\n  | two\nwarning: It broke. So it is slow."
        );
    }
}
