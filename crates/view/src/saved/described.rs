//! What is said of a saved view in the list.

use explorer_explore::Explorer;
use explorer_explore::outcome::Summary;

use super::SavedView;
use crate::hash::{decode, encode, version_of};
use crate::notice::About;
use crate::sentence::summary_words;
use crate::title::title;

/// A saved view in words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Described {
    /// What it shows.
    pub words: String,
    /// The numbers that it had when it was saved.
    pub then: Option<String>,
    /// The version of the dataset that it was saved with, if that is not the one that is looked at.
    pub version: Option<String>,
    /// The same view in the version that is looked at, if it was saved with another one: its link, and
    /// its numbers on a page that has any.
    pub here: Option<(String, Option<String>)>,
    /// What of its link this version does not have.
    pub problems: Vec<String>,
    /// The steps of the tour that it begins, if it does.
    pub steps: Option<usize>,
}

/// A saved view in words, as the version of the dataset that is looked at has it.
pub fn described(explorer: &Explorer, view: &SavedView) -> Described {
    let (state, notices) = decode(&view.link, explorer);
    let scope = state.scope();
    let in_words = |counts: Summary| summary_words(&scope, counts);
    let now = &explorer.dataset().codebook.version;
    let version = version_of(&view.link).filter(|version| version != now);
    let here = version.is_some().then(|| {
        let counts = state.page.is_filtered().then(|| in_words(state.outcome(explorer).summary));
        (encode(&state), counts)
    });
    let problems = notices.iter().filter(|notice| notice.about == About::Ignored);
    let words = match (title(explorer, &state), &state.tour) {
        (_, Some(tour)) => format!("Tour: {}", tour.tour().title()),
        (words, None) if words.is_empty() => "All records".to_owned(),
        (words, None) => words,
    };
    Described {
        words,
        then: view.counts.map(in_words),
        problems: problems.map(ToString::to_string).collect(),
        steps: state.tour.as_ref().map(|on| on.tour().len()),
        version,
        here,
    }
}
