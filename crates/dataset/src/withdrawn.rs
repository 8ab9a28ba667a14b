//! Records that an earlier version counted and that turned out to be none.
//!
//! Links name records by their ids, so a record that is taken back keeps its id and says why. It is
//! no [`super::event::Event`] any more: whatever counts events cannot count it.

use serde::Deserialize;

use super::date::PartialDate;
use super::event::{Counterpart, Source};
use super::object::objects;

/// A record that was withdrawn (`data/withdrawn_events.json`): why, and what it said.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WithdrawnEvent {
    /// The id that it had as an event; no event has it now.
    pub id: String,
    /// Version of the dataset that withdrew it, such as `1.1.0`.
    pub withdrawn: String,
    /// Why, in a sentence or two.
    pub reason: String,
    /// Id of the event that records the same meeting now, if one does.
    pub see: Option<String>,
    /// When it was said to have been.
    pub date: PartialDate,
    /// What was said to have happened, in one line.
    pub title: String,
    /// Agency id, as of an event.
    pub agency: String,
    /// Chinese officials by English name.
    pub officials: Vec<String>,
    /// The foreign side.
    #[serde(deserialize_with = "objects")]
    pub counterparts: Vec<Counterpart>,
    /// The reports that it rested on, and those that contradict it.
    #[serde(deserialize_with = "objects")]
    pub sources: Vec<Source>,
}
