//! What is uncertain of an interaction, and why. This is the only place that decides it.
//!
//! An interaction is certain where the record has full confidence, its day is known and a source names
//! somebody of the counterpart. Each of the three that does not hold is a kind of its own, so that a
//! reader can leave out all that is uncertain, or one kind alone.

use super::facet::Facet;
use super::filter::{Filters, Standing};
use explorer_dataset::event::{Counterpart, Event};
use explorer_dataset::own::NOT_STATED;

/// Id of the value for interactions of which nothing is uncertain.
pub const CERTAIN: &str = "yes";

/// The confidence that is no doubt.
const FULL: &str = "high";

/// A reason why an interaction is uncertain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// The record has less than full confidence.
    Confidence,
    /// Only the month of its date is known.
    Month,
    /// No source names anybody of the counterpart.
    Unnamed,
}

impl Doubt {
    /// All of them, in the order in which a reader is told.
    pub const ALL: [Self; 3] = [Self::Confidence, Self::Month, Self::Unnamed];

    /// The id in links.
    pub fn id(self) -> &'static str {
        match self {
            Self::Confidence => "confidence",
            Self::Month => "month",
            Self::Unnamed => "unnamed",
        }
    }

    /// How the page shows it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Confidence => "Medium or low confidence",
            Self::Month => "Day not known",
            Self::Unnamed => "Counterpart not named",
        }
    }

    /// What it means.
    pub fn note(self) -> &'static str {
        match self {
            Self::Confidence => {
                "Date, official or counterpart is inferred, or the record is doubtful."
            }
            Self::Month => "Sources give the month at most, not the day.",
            Self::Unnamed => {
                "A source says which country or organization took part; none names anybody of it."
            }
        }
    }

    /// Whether it holds for a counterpart of an event.
    pub fn is_of(self, event: &Event, counterpart: &Counterpart) -> bool {
        match self {
            Self::Confidence => event.confidence != FULL && event.confidence != NOT_STATED,
            Self::Month => event.date.day().is_none(),
            Self::Unnamed => {
                counterpart.name.is_none()
                    && counterpart.also.iter().all(|person| person.name.is_none())
            }
        }
    }
}

/// The ids of an interaction in the facet of certainty: its doubts, or [`CERTAIN`]. A reader's own file that
/// names nobody at all (`has_names`) says nothing by not naming somebody.
pub fn ids(event: &Event, counterpart: &Counterpart, has_names: bool) -> Vec<&'static str> {
    let doubts = Doubt::ALL
        .into_iter()
        .filter(|doubt| doubt.is_of(event, counterpart) && (has_names || *doubt != Doubt::Unnamed));
    let ids: Vec<_> = doubts.map(Doubt::id).collect();
    if ids.is_empty() { vec![CERTAIN] } else { ids }
}

/// Whether filters leave out all that is uncertain.
pub fn is_left_out(filters: &Filters) -> bool {
    let included = filters.selection(Facet::Certainty).included();
    included.len() == 1 && included.contains(CERTAIN)
}

/// Leaves out all that is uncertain, or shows it again.
pub fn leave_out(filters: &mut Filters, is_left_out: bool) {
    filters.clear(Facet::Certainty);
    if is_left_out {
        filters.set(Facet::Certainty, CERTAIN, Standing::Included);
    }
}
