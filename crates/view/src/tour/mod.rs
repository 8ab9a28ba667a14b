//! Tours: views in a row, each with a sentence, that are stepped through by link alone.

pub mod own;
pub mod shipped;

use std::sync::Arc;

use explorer_explore::Explorer;

use super::hash::{self, joined};
use super::state::ViewState;
use own::OwnTour;
use shipped::Shipped;

/// A tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tour {
    /// One that comes with the page.
    Shipped(Shipped),
    /// One of a reader, which its link carries whole.
    Own(Arc<OwnTour>),
}

impl Tour {
    /// What it is called.
    pub fn title(&self) -> &str {
        match self {
            Self::Shipped(tour) => tour.title(),
            Self::Own(tour) => tour.title(),
        }
    }

    /// How many steps it has; at least one.
    pub fn len(&self) -> usize {
        match self {
            Self::Shipped(tour) => tour.steps().len(),
            Self::Own(tour) => tour.steps().len(),
        }
    }

    /// Never: a tour has a step.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The link and the sentence of a step, from 0.
    pub fn step(&self, at: usize) -> Option<(&str, &str)> {
        match self {
            Self::Shipped(tour) => tour.steps().get(at).copied(),
            Self::Own(tour) => tour.steps().get(at).map(|step| (step.link(), step.sentence())),
        }
    }

    /// The value of the key `tour` in links.
    pub fn word(&self) -> String {
        match self {
            Self::Shipped(tour) => tour.id().to_owned(),
            Self::Own(tour) => tour.word(),
        }
    }
}

/// Where a reader is on a tour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnTour {
    tour: Tour,
    at: usize,
}

impl OnTour {
    /// A step of a tour, from 0; `None` if it has no such step.
    pub fn new(tour: Tour, at: usize) -> Option<Self> {
        (at < tour.len()).then_some(Self { tour, at })
    }

    /// The first step of a tour.
    pub fn start(tour: Tour) -> Self {
        Self { tour, at: 0 }
    }

    /// The tour.
    pub fn tour(&self) -> &Tour {
        &self.tour
    }

    /// Which step, from 0.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The sentence of the step.
    pub fn sentence(&self) -> &str {
        self.tour.step(self.at).map_or("", |(_, sentence)| sentence)
    }

    /// The step so many further on, or before; `None` beyond the ends.
    pub fn moved(&self, by: isize) -> Option<Self> {
        Self::new(self.tour.clone(), self.at.checked_add_signed(by)?)
    }

    /// The link of the step: that of its view, with the tour. It names the version of the dataset that the
    /// view was saved with, or else `version`, if that is not the newest.
    pub fn link(&self, version: Option<&str>) -> String {
        let (link, _) = self.tour.step(self.at).unwrap_or_default();
        let (path, query) = link.split_once('?').unwrap_or((link, ""));
        let mut made_for = version;
        let mut pairs = self.pairs();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.strip_prefix("data=") {
                Some(version) => made_for = Some(version),
                None => pairs.push(pair.to_owned()),
            }
        }
        joined(path, &pairs, made_for)
    }

    /// Its keys and values in a link. The first step is not written.
    pub(crate) fn pairs(&self) -> Vec<String> {
        let step = (self.at > 0).then(|| format!("step={}", self.at + 1));
        [Some(format!("tour={}", self.tour.word())), step].into_iter().flatten().collect()
    }

    /// Whether a view is that of the step, as the dataset of the page has it.
    pub fn is_here(&self, explorer: &Explorer, state: &ViewState) -> bool {
        let (link, _) = self.tour.step(self.at).unwrap_or_default();
        let (view, _) = hash::decode(link, explorer);
        view == state.without_tour()
    }
}
