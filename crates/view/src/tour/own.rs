//! A reader's own tour, and how a link carries it: `TITLE~LINK~SENTENCE~LINK~SENTENCE`.
//!
//! In a link of a step, from behind `#/`, `*` stands for `&`. So nothing is escaped twice, and the links of
//! the steps can be read and edited by hand.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::super::hash::{escape, unescape};

/// How many steps a tour has at most.
pub const MOST_STEPS: usize = 20;

/// How many characters its title has at most.
pub const LONGEST_TITLE: usize = 80;

/// How many characters a sentence has at most.
pub const LONGEST_SENTENCE: usize = 300;

/// How many characters the whole of it has in a link at most. Browsers take more; what passes links on
/// often does not.
pub const LONGEST_WORD: usize = 8_000;

/// What does not stand in a link of a step.
const NOT_IN_LINKS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'*')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}')
    .add(b'~');

/// A step of a reader's own tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnStep {
    link: String,
    sentence: String,
}

impl OwnStep {
    /// A view by its link, with a sentence. If it is on a tour itself, that is left out.
    pub fn new(link: &str, sentence: &str) -> Self {
        let link = link.split_once('#').map_or(link, |(_, link)| link).trim_start_matches('/');
        let (path, query) = link.split_once('?').unwrap_or((link, ""));
        let is_of_tour = |pair: &&str| {
            let key = pair.split(['=', '%']).next().unwrap_or_default();
            key == "tour" || key == "step"
        };
        let pairs = query.split('&').filter(|pair| !pair.is_empty() && !is_of_tour(pair));
        let query = pairs.collect::<Vec<_>>().join("&");
        let link = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
        let link = format!("#/{}", utf8_percent_encode(&link, NOT_IN_LINKS));
        Self { link, sentence: on_one_line(sentence, LONGEST_SENTENCE) }
    }

    /// The link of the view, from `#` on.
    pub fn link(&self) -> &str {
        &self.link
    }

    /// The sentence.
    pub fn sentence(&self) -> &str {
        &self.sentence
    }
}

/// A reader's own tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTour {
    title: String,
    steps: Vec<OwnStep>,
}

/// Why steps are no tour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTour {
    /// There is no step.
    Empty,
    /// There are more than [`MOST_STEPS`].
    TooManySteps(usize),
    /// A link would be longer than [`LONGEST_WORD`].
    TooLong(usize),
}

impl OwnTour {
    /// A tour of steps.
    ///
    /// # Errors
    /// If no link could carry it.
    pub fn new(title: &str, steps: Vec<OwnStep>) -> Result<Self, NoTour> {
        if steps.is_empty() {
            return Err(NoTour::Empty);
        }
        if steps.len() > MOST_STEPS {
            return Err(NoTour::TooManySteps(steps.len()));
        }
        let tour = Self { title: on_one_line(title, LONGEST_TITLE), steps };
        let length = tour.word().len();
        if length > LONGEST_WORD { Err(NoTour::TooLong(length)) } else { Ok(tour) }
    }

    /// What it is called; may be empty.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Its steps.
    pub fn steps(&self) -> &[OwnStep] {
        &self.steps
    }

    /// The tour as a value in a link.
    pub(super) fn word(&self) -> String {
        let mut parts = vec![text(&self.title)];
        for step in &self.steps {
            parts.push(step.link.trim_start_matches("#/").replace('&', "*"));
            parts.push(text(&step.sentence));
        }
        parts.join("~")
    }

    /// The tour of a value in a link, as it stands there. `None` if it is none, which has no `~`.
    pub(crate) fn read(word: &str) -> Option<Result<Self, NoTour>> {
        // What passes links on may escape what needs none.
        let escaped = !word.contains('~') && (word.contains("%7E") || word.contains("%7e"));
        let word = match escaped {
            true => word.replace("%7E", "~").replace("%7e", "~").replace("%2A", "*"),
            false => word.to_owned(),
        };
        let (title, steps) = word.split_once('~')?;
        let parts: Vec<&str> = steps.split('~').collect();
        let steps = parts.chunks(2).map(|step| {
            let link = step.first().copied().unwrap_or_default().replace('*', "&");
            OwnStep::new(&link, &unescape(step.get(1).copied().unwrap_or_default()))
        });
        Some(Self::new(&unescape(title), steps.collect()))
    }
}

/// A text as a part of the word.
fn text(text: &str) -> String {
    escape(text).replace('~', "%7E").replace("%20", "+")
}

/// A text without breaks of lines, of so many characters at most.
pub fn on_one_line(text: &str, longest: usize) -> String {
    // A control character parts words, too: taken out of a line, it would leave two blanks.
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let line: String = words.join(" ").chars().take(longest).collect();
    line.trim_end().to_owned()
}
