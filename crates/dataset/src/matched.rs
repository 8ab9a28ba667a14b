//! A reader's own records beside those of a dataset: which interactions both have, where these differ, and
//! what only one of the two has.

use std::collections::{BTreeMap, BTreeSet};

use super::Dataset;
use super::changes::{FieldChange, differences};
use super::date::PartialDate;
use super::event::{Counterpart, Event};
use super::own::NOT_STATED;

/// An interaction: an event and one of its counterparts, by their positions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The event, in the dataset.
    pub event: usize,
    /// The counterpart, in the event.
    pub counterpart: usize,
}

/// An interaction that both have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Same {
    /// Where it is in the reader's records.
    pub here: Place,
    /// Where it is in the dataset.
    pub there: Place,
    /// How many days lie between their dates; 0 where one may be the other.
    pub days: u32,
    /// In which fields they differ, from what the dataset says to what the reader's records say. A field that
    /// one of the two leaves empty is none of them.
    pub fields: Vec<FieldChange>,
}

/// Two datasets beside each other. Every interaction of both is in exactly one of the lists, which have the
/// order of the records.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matched {
    /// What both have.
    pub same: Vec<Same>,
    /// What only the reader's records have.
    pub here: Vec<Place>,
    /// What only the dataset has.
    pub there: Vec<Place>,
}

/// How far two records of one counterpart are apart, then whether their agencies differ; the least fits best.
type Distance = (u32, bool, Place, Place);

/// Finds the interactions of `here` among those of `there`. Two are the same if they have the same
/// counterpart, the same agency or one official in common, and at most `tolerance` days between their dates.
/// Each belongs to one at most: where several could be, those that lie nearest, another official, person, format
/// or forum counting as a day.
pub fn matched(here: &Dataset, there: &Dataset, tolerance: u32) -> Matched {
    let mut of_side: BTreeMap<&str, Vec<(Place, &Event, &Counterpart)>> = BTreeMap::new();
    for interaction in interactions(there) {
        of_side.entry(interaction.2.side()).or_default().push(interaction);
    }
    let mut near: Vec<Distance> = Vec::new();
    for (place, own, person) in interactions(here) {
        let others = of_side.get(person.side()).into_iter().flatten();
        near.extend(others.filter_map(|(other, event, of)| {
            let days = days_between(own.date, event.date);
            let agency = own.agency == event.agency;
            let official = own.officials.iter().any(|name| event.officials.contains(name));
            let differ = |one: &Option<String>, other: &Option<String>| {
                one.as_ref().zip(other.as_ref()).is_some_and(|(one, other)| one != other)
            };
            let apart = [
                !official,
                differ(&person.name, &of.name),
                own.format != event.format,
                differ(&own.forum, &event.forum),
            ];
            let apart = apart.into_iter().map(u32::from).sum::<u32>();
            let fits = days <= tolerance && (agency || official);
            fits.then_some((days + apart, !agency, place, *other))
        }));
    }
    near.sort_unstable();
    let mut pairs: BTreeMap<Place, Place> = BTreeMap::new();
    let mut taken = BTreeSet::new();
    for (_, _, place, other) in near {
        if !pairs.contains_key(&place) && taken.insert(other) {
            pairs.insert(place, other);
        }
    }
    let same = pairs.iter().filter_map(|(place, other)| {
        let (own, event) = (here.events.get(place.event)?, there.events.get(other.event)?);
        let side = own.counterparts.get(place.counterpart)?.side();
        let days = days_between(own.date, event.date);
        Some(Same { here: *place, there: *other, days, fields: fields(event, own, side) })
    });
    Matched {
        same: same.collect(),
        here: places(here).filter(|place| !pairs.contains_key(place)).collect(),
        there: places(there).filter(|place| !taken.contains(place)).collect(),
    }
}

fn interactions(dataset: &Dataset) -> impl Iterator<Item = (Place, &Event, &Counterpart)> {
    dataset.events.iter().enumerate().flat_map(|(at, event)| {
        let counterparts = event.counterparts.iter().enumerate();
        counterparts.map(move |(counterpart, of)| (Place { event: at, counterpart }, event, of))
    })
}

fn places(dataset: &Dataset) -> impl Iterator<Item = Place> {
    interactions(dataset).map(|(place, ..)| place)
}

/// The days between two dates; 0 if they can be the same day.
fn days_between(one: PartialDate, other: PartialDate) -> u32 {
    let later = one.first_day().max(other.first_day());
    let earlier = one.last_day().min(other.last_day());
    u32::try_from(later - earlier).unwrap_or_default()
}

/// In which fields two records of one interaction differ. Titles and sources are prose of whoever wrote them,
/// and what follows from other fields is told with those.
fn fields(event: &Event, own: &Event, side: &str) -> Vec<FieldChange> {
    let of_side = format!("counterparts[{side}].");
    let is_said = |value: &str| !matches!(value, "" | NOT_STATED | "unknown");
    let mut fields = differences(event, own);
    fields.retain(|FieldChange { field, from, to }| {
        let is_compared = match field.strip_prefix(&of_side) {
            Some(of_side) => matches!(of_side, "name" | "office"),
            None => matches!(
                field.as_str(),
                "date"
                    | "agency"
                    | "officials"
                    | "rank"
                    | "format"
                    | "channel"
                    | "city"
                    | "venue_country"
                    | "forum"
                    | "topics"
            ),
        };
        let both_say = match field.as_str() {
            "officials" => !event.officials.is_empty() && !own.officials.is_empty(),
            "topics" => !event.topics.is_empty() && !own.topics.is_empty(),
            _ => is_said(from) && is_said(to),
        };
        is_compared && both_say
    });
    fields
}
