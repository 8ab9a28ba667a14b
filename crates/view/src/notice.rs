//! What was ignored in a link, and why.

use std::fmt;

/// A part of a link that could not be applied. The rest of the link was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The key, or the path, that it stands in.
    pub place: String,
    /// What was found and what was expected.
    pub message: String,
}

impl Notice {
    /// A notice about a part of the link.
    pub fn new(place: &str, message: impl Into<String>) -> Self {
        Self { place: clip(place), message: message.into() }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// Text of unknown length, short enough to be shown.
pub fn clip(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut clipped: String = text.chars().take(LONGEST).collect();
    if text.chars().nth(LONGEST).is_some() {
        clipped.push('…');
    }
    clipped
}
