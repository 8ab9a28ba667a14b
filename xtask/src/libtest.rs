//! Counting what Rust's test harness reports.

/// How many tests passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// The tests that passed.
    pub passed: usize,
    /// The tests that failed.
    pub failed: usize,
    /// How often a test left out what a browser's engine cannot do.
    pub in_part: usize,
    /// The tests that passed only when they ran once more.
    pub unsteady: usize,
}

impl Tally {
    /// One passed or failed check.
    pub fn of_one(passed: bool) -> Self {
        Self { passed: usize::from(passed), failed: usize::from(!passed), ..Self::default() }
    }

    /// How many tests ran.
    pub fn ran(self) -> usize {
        self.passed + self.failed
    }

    /// Adds the counts of `line` if it is a summary line of the harness, or the word of a test that
    /// leaves something out (`Page::only_in`). The harness does not always end its lines before.
    pub fn count_line(&mut self, line: &str) {
        self.in_part += usize::from(line.contains("in part: "));
        if let Some(more) = read_summary(line) {
            *self += more;
        }
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
        self.in_part += more.in_part;
        self.unsteady += more.unsteady;
    }
}

/// Reads a line such as `test result: ok. 3 passed; 0 failed; 1 ignored; …`, coloured or not.
fn read_summary(line: &str) -> Option<Tally> {
    let plain = without_colours(line);
    let (_verdict, counts) = plain.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let count = |what: &str| {
        counts.split(';').find_map(|part| part.trim().strip_suffix(what)?.trim().parse().ok())
    };
    Some(Tally { passed: count("passed")?, failed: count("failed")?, ..Tally::default() })
}

/// The test whose failure a line of the harness begins to tell: `---- place::back stdout ----`.
pub fn failed_test(line: &str) -> Option<String> {
    let plain = without_colours(line);
    let name = plain.trim().strip_prefix("---- ")?.strip_suffix(" stdout ----")?;
    (!name.contains(' ')).then(|| name.to_owned())
}

/// The text without terminal colour sequences (`ESC [ … letter`, and the `ESC ( B` of terminfo).
fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character != '\u{1b}' {
            plain.push(character);
        } else if characters.next() == Some('[') {
            characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            characters.next();
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summaries_are_added_up() {
        let mut tally = Tally::default();
        for line in [
            "running 4 tests",
            "test lockfile::tests::a ... ok",
            "test lockfile::tests::b ... in part: b in webkit: it cannot",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
            "test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s\r",
        ] {
            tally.count_line(line);
        }
        assert_eq!(tally, Tally { passed: 13, failed: 2, in_part: 1, unsteady: 0 });
        assert_eq!(tally.ran(), 15);
    }

    #[test]
    fn colours_do_not_hide_a_summary() {
        let line = "test result: \u{1b}[32mok\u{1b}(B\u{1b}[m. 7 passed; 1 failed; 0 ignored";
        let read = Tally { passed: 7, failed: 1, ..Tally::default() };
        assert_eq!(read_summary(line), Some(read));
    }

    #[test]
    fn failed_tests_are_named() {
        let name = failed_test("---- place::back_leads_back stdout ----\r");
        assert_eq!(name.as_deref(), Some("place::back_leads_back"));
        for line in
            ["---- a b stdout ----", "---- place::back stderr ----", "test place::back ... FAILED"]
        {
            assert_eq!(failed_test(line), None, "{line}");
        }
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in ["", "test result: ok.", "3 passed; 0 failed", "test result: ok. many passed"] {
            assert_eq!(read_summary(line), None, "{line}");
        }
    }
}
