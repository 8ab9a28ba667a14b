//! What was ignored in a link, and why; and that it was made for another version of the dataset.

use std::fmt;

use explorer_number::grouped;

/// How many notices a link has at most. A link of 100 kB can have a mistake in every other character,
/// and nobody reads more than a few of them.
pub const MOST_NOTICES: usize = 10;

/// How many of the wrong values of a key are named; the others are counted.
const MOST_NAMED: usize = 3;

/// What a notice is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum About {
    /// A part of the link that was not applied.
    #[default]
    Ignored,
    /// The link was made for an older version of the dataset than the page has.
    OlderVersion,
    /// It was made for a newer one.
    NewerVersion,
    /// It was made for a reader's own file, which is not what the page shows.
    OwnFile,
}

/// What could not be applied of one part of a link, or holds for it with a reservation. The rest of
/// the link was applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Which of the two it is.
    pub about: About,
    /// The key, or the path, that it stands in; empty if the notice is about several.
    pub place: String,
    /// What was found and what was expected.
    pub message: String,
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.about, self.place.as_str()) {
            (About::Ignored, place) if !place.is_empty() => write!(f, "{place}: {}", self.message),
            _ => f.write_str(&self.message),
        }
    }
}

/// Collects what is wrong in a link: one notice per place, at most [`MOST_NOTICES`] of them.
///
/// Each mistake costs the same however many there were before it. Words are only made for those that
/// are named.
#[derive(Debug, Default)]
pub(crate) struct Notices {
    places: Vec<Mistakes>,
    /// How many mistakes stand in places beyond the first [`MOST_NOTICES`].
    elsewhere: u32,
}

impl Notices {
    /// Takes a message about a place. The same message twice is one.
    pub fn add(&mut self, place: &str, message: impl FnOnce() -> String) {
        if let Some(mistakes) = self.of(place) {
            mistakes.add(message);
        }
    }

    /// Takes the only message about a place of which nothing was ignored.
    pub fn add_about(&mut self, place: &str, about: About, message: String) {
        if let Some(mistakes) = self.of(place) {
            mistakes.about = about;
            mistakes.add(|| message);
        }
    }

    /// Takes a value that was ignored. `why` holds for all such values of the place.
    pub fn add_value(&mut self, place: &str, value: &str, why: impl FnOnce() -> Why) {
        if let Some(mistakes) = self.of(place) {
            mistakes.add_value(value, why);
        }
    }

    /// Takes an empty value in a list.
    pub fn add_empty(&mut self, place: &str) {
        if let Some(mistakes) = self.of(place) {
            mistakes.count = mistakes.count.saturating_add(1);
            mistakes.empty = mistakes.empty.saturating_add(1);
        }
    }

    /// The mistakes of a place; `None`, and one more is counted, if there are too many places.
    fn of(&mut self, place: &str) -> Option<&mut Mistakes> {
        let place = clip(place);
        let known = self.places.iter().position(|known| known.place == place);
        match known {
            Some(at) => self.places.get_mut(at),
            None if self.places.len() < MOST_NOTICES => {
                self.places.push(Mistakes { place, ..Mistakes::default() });
                self.places.last_mut()
            }
            None => {
                self.elsewhere = self.elsewhere.saturating_add(1);
                None
            }
        }
    }

    /// The notices, in the order of the link.
    pub fn finish(mut self) -> Vec<Notice> {
        let mut elsewhere = self.elsewhere;
        if elsewhere > 0 {
            // The last notice counts what is not named, and takes the place of one that is.
            let last = self.places.pop();
            elsewhere = elsewhere.saturating_add(last.map_or(0, |mistakes| mistakes.count));
        }
        let mut notices: Vec<Notice> = self.places.into_iter().map(Mistakes::notice).collect();
        if elsewhere > 0 {
            let message = format!("and {} more", grouped(elsewhere));
            notices.push(Notice { about: About::Ignored, place: String::new(), message });
        }
        notices
    }
}

/// Why values of a list were ignored, in one sentence for all of them.
#[derive(Debug)]
pub(crate) enum Why {
    /// They are no values of the facet with that title.
    NoValuesOf(&'static str),
    /// The words that were expected.
    Expected(String),
}

impl Why {
    /// The sentence about values that are named, and of which there are `count`.
    fn of(&self, named: &str, count: u32) -> String {
        match (self, count) {
            (Self::NoValuesOf(title), 1) => {
                format!("{named} is not a value of \u{201c}{title}\u{201d} and was ignored")
            }
            (Self::NoValuesOf(title), _) => {
                format!("{named} are not values of \u{201c}{title}\u{201d} and were ignored")
            }
            (Self::Expected(words), 1) => format!("{named} was ignored; expected one of {words}"),
            (Self::Expected(words), _) => format!("{named} were ignored; expected one of {words}"),
        }
    }
}

/// What is wrong in one place of a link.
#[derive(Debug, Default)]
struct Mistakes {
    about: About,
    place: String,
    messages: Vec<String>,
    /// The first values that were ignored, each once.
    named: Vec<String>,
    why: Option<Why>,
    /// Values that were ignored; empty ones; all mistakes.
    values: u32,
    empty: u32,
    count: u32,
}

impl Mistakes {
    fn add(&mut self, message: impl FnOnce() -> String) {
        self.count = self.count.saturating_add(1);
        if self.messages.len() < MOST_NAMED {
            let message = message();
            if !self.messages.contains(&message) {
                self.messages.push(message);
            }
        }
    }

    fn add_value(&mut self, value: &str, why: impl FnOnce() -> Why) {
        self.count = self.count.saturating_add(1);
        self.values = self.values.saturating_add(1);
        if self.named.len() < MOST_NAMED {
            self.why.get_or_insert_with(why);
            let value = format!("\u{201c}{}\u{201d}", clip(value));
            if self.named.contains(&value) {
                // Said twice is one mistake.
                self.values -= 1;
            } else {
                self.named.push(value);
            }
        }
    }

    fn notice(self) -> Notice {
        let mut messages = self.messages;
        if let Some(why) = &self.why {
            let named = u32::try_from(self.named.len()).unwrap_or(u32::MAX);
            let more = self.values.saturating_sub(named);
            messages.push(why.of(&listed(self.named, more), self.values));
        }
        match self.empty {
            0 => {}
            1 => messages.push("an empty value was ignored".to_owned()),
            many => messages.push(format!("{} empty values were ignored", grouped(many))),
        }
        Notice { about: self.about, place: self.place, message: messages.join("; ") }
    }
}

/// `“a”`, `“a” and “b”`, `“a”, “b” and 5 more`.
fn listed(mut names: Vec<String>, more: u32) -> String {
    if more > 0 {
        names.push(format!("{} more", grouped(more)));
    }
    match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => names.concat(),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn words(notices: Notices) -> Vec<String> {
        notices.finish().iter().map(ToString::to_string).collect()
    }

    fn expected() -> Why {
        Why::Expected("red, blue".to_owned())
    }

    #[test]
    fn the_values_of_a_key_share_a_notice() {
        let mut notices = Notices::default();
        for value in ["a", "b", "a", "c", "d", "e"] {
            notices.add_value("colour", value, expected);
        }
        notices.add_empty("colour");
        assert_eq!(
            words(notices),
            [
                "colour: \u{201c}a\u{201d}, \u{201c}b\u{201d}, \u{201c}c\u{201d} and 2 more were ignored; expected one of red, blue; an empty value was ignored"
            ]
        );
        let mut notices = Notices::default();
        notices.add_value("agency", "a", || Why::NoValuesOf("Agency"));
        notices.add_value("agency", "b", || Why::NoValuesOf("Agency"));
        assert_eq!(
            words(notices),
            [
                "agency: \u{201c}a\u{201d} and \u{201c}b\u{201d} are not values of \u{201c}Agency\u{201d} and were ignored"
            ]
        );
    }

    #[test]
    fn ten_places_are_named_and_of_eleven_nine() {
        let keys: Vec<String> = (0..11).map(|at| format!("key{at}")).collect();
        let mut notices = Notices::default();
        keys[..10].iter().for_each(|key| notices.add(key, || "unknown".to_owned()));
        let ten = words(notices);
        assert_eq!((ten.len(), ten[9].as_str()), (10, "key9: unknown"));
        let mut notices = Notices::default();
        keys.iter().for_each(|key| notices.add(key, || "unknown".to_owned()));
        let nine = words(notices);
        assert_eq!((nine.len(), nine[9].as_str()), (10, "and 2 more"));
        assert_eq!(nine[..9], ten[..9]);
    }

    #[test]
    fn what_is_not_named_costs_no_words() {
        let mut notices = Notices::default();
        let mut made = 0;
        for at in 0..10_000u32 {
            notices.add_value("colour", &at.to_string(), || {
                made += 1;
                expected()
            });
        }
        assert_eq!(words(notices)[0].matches('\u{201c}').count(), MOST_NAMED);
        assert_eq!(made, 1);
    }
}
