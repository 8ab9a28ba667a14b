//! The items of a JSON list, or the lines of JSON Lines, in a text that comes in pieces.

/// What separates the items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before the bracket that begins the list.
    Before,
    /// In the list.
    Within,
    /// Behind its end.
    Behind,
}

/// One step of splitting.
pub(super) enum Step<'t> {
    /// A whole item, without blanks around it.
    Item(&'t str),
    /// The text as a list cannot be read from here on. What was expected.
    Broken(&'static str),
}

/// Hands on the items of the list that a text begins with, each as it stands in it, whether it is sound or not;
/// and as an error what was expected where the list does not go on, or not end, as one does.
pub fn list_items(text: &str, take: &mut dyn FnMut(Result<&str, &'static str>)) {
    let mut take = |step: Step<'_>| {
        take(match step {
            Step::Item(text) => Ok(text),
            Step::Broken(expected) => Err(expected),
        });
        true
    };
    let mut split = Split::new(false, usize::MAX);
    split.push(text, &mut take);
    split.finish(&mut take);
}

/// What is expected where something stands behind the end of a list.
pub const NOTHING_BEHIND: &str = "nothing behind the list";

/// Finds the items of a list by its brackets and quotes, without parsing them.
#[derive(Debug)]
pub(super) struct Split {
    lines: bool,
    longest: usize,
    text: String,
    at: usize,
    start: usize,
    place: Place,
    depth: usize,
    quoted: bool,
    escaped: bool,
    broken: bool,
}

impl Split {
    pub(super) fn new(lines: bool, longest: usize) -> Self {
        Self {
            lines,
            longest,
            text: String::new(),
            at: 0,
            start: 0,
            place: Place::Before,
            depth: 0,
            quoted: false,
            escaped: false,
            broken: false,
        }
    }

    pub(super) fn is_lines(&self) -> bool {
        self.lines
    }

    /// Takes the next piece, handing on the items that end in it. `take` says whether to go on.
    pub(super) fn push(&mut self, piece: &str, take: &mut dyn FnMut(Step<'_>) -> bool) {
        if self.broken {
            return;
        }
        self.text.push_str(piece);
        let text = std::mem::take(&mut self.text);
        while !self.broken {
            let Some(&byte) = text.as_bytes().get(self.at) else { break };
            if self.lines {
                self.line_byte(&text, byte, take)
            } else {
                self.list_byte(&text, byte, take)
            }
            self.at += 1;
            if !self.broken && self.at - self.start > self.longest {
                self.broken = true;
                take(Step::Broken("an item of at most 16 MB"));
            }
        }
        if self.broken {
            return;
        }
        self.text = text;
        self.text.drain(..self.start);
        self.at -= self.start;
        self.start = 0;
    }

    /// At the end of the text.
    pub(super) fn finish(mut self, take: &mut dyn FnMut(Step<'_>) -> bool) {
        if self.broken {
            return;
        }
        let text = std::mem::take(&mut self.text);
        let rest = text.get(self.start..).unwrap_or_default().trim();
        if self.lines {
            if !rest.is_empty() {
                take(Step::Item(rest));
            }
        } else if self.place == Place::Within {
            if !rest.is_empty() {
                // It may be whole: only the end of the list is missing.
                take(Step::Item(rest));
            }
            take(Step::Broken("the end of the list"));
        }
    }

    fn emit(&mut self, text: &str, take: &mut dyn FnMut(Step<'_>) -> bool) {
        let item = text.get(self.start..self.at).unwrap_or_default().trim();
        self.start = self.at + 1;
        self.broken = !take(Step::Item(item));
    }

    fn line_byte(&mut self, text: &str, byte: u8, take: &mut dyn FnMut(Step<'_>) -> bool) {
        if byte == b'\n' {
            self.emit(text, take);
        }
    }

    fn list_byte(&mut self, text: &str, byte: u8, take: &mut dyn FnMut(Step<'_>) -> bool) {
        if self.quoted {
            if self.escaped {
                self.escaped = false;
            } else if byte == b'\\' {
                self.escaped = true;
            } else if byte == b'"' {
                self.quoted = false;
            }
            return;
        }
        match (self.place, byte) {
            (Place::Before | Place::Behind, b' ' | b'\t' | b'\n' | b'\r') => {
                self.start = self.at + 1;
            }
            (Place::Before, b'[') => {
                self.place = Place::Within;
                self.start = self.at + 1;
            }
            (Place::Before, _) => {
                self.broken = true;
                take(Step::Broken("a list"));
            }
            (Place::Behind, _) => {
                self.broken = true;
                take(Step::Broken(NOTHING_BEHIND));
            }
            (Place::Within, b'"') => self.quoted = true,
            (Place::Within, b'{' | b'[') => self.depth += 1,
            (Place::Within, b']') if self.depth == 0 => {
                self.place = Place::Behind;
                let item = text.get(self.start..self.at).unwrap_or_default();
                // An empty list has no item, and a comma before the end is forgiven.
                if item.trim().is_empty() {
                    self.start = self.at + 1;
                } else {
                    self.emit(text, take);
                }
            }
            (Place::Within, b'}' | b']') => self.depth = self.depth.saturating_sub(1),
            (Place::Within, b',') if self.depth == 0 => self.emit(text, take),
            (Place::Within, _) => {}
        }
    }
}
