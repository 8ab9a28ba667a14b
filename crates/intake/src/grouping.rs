//! Which rows are the same event.

use std::collections::BTreeMap;

use explorer_dataset::date::PartialDate;
use explorer_dataset::event::Counterpart;

use crate::choices::Grouping;
use crate::draft::Draft;

/// The format of meetings with several sides.
pub(crate) const MULTILATERAL: &str = "multilateral";

/// The rows of each event, in the order of its first one.
pub(crate) fn group(drafts: &[Draft], grouping: Grouping) -> Vec<Vec<usize>> {
    let mut events: Vec<Vec<usize>> = Vec::new();
    let mut known: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        let Some(key) = key(draft, grouping) else {
            events.push(vec![at]);
            continue;
        };
        let same = known.entry(key).or_default();
        let fits = |event: &&usize| {
            let rows = events.get(**event).map_or(&[] as &[usize], Vec::as_slice);
            let mut rows = rows.iter().filter_map(|row| drafts.get(*row));
            match grouping {
                // An event has a side once: where no id says otherwise, a side that comes again is of
                // another one.
                Grouping::Meeting => !rows
                    .flat_map(|row| &row.sides)
                    .any(|side| draft.sides.iter().any(|other| is_same(side, other))),
                // An event has one date: an id that comes again with another one was given twice, and
                // neither date may be lost.
                Grouping::Id => rows.all(|row| can_be_same(row.date, draft.date)),
                _ => true,
            }
        };
        match same.iter().find(fits).copied() {
            Some(event) => {
                if let Some(rows) = events.get_mut(event) {
                    rows.push(at);
                }
            }
            None => {
                same.push(events.len());
                events.push(vec![at]);
            }
        }
    }
    events
}

/// What the rows of an event have in common; `None` if the row is one of its own.
fn key(draft: &Draft, grouping: Grouping) -> Option<String> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let officials = draft.officials.join("\u{1f}");
    let parts = match grouping {
        Grouping::Row => return None,
        Grouping::Id => vec![draft.id.clone()?],
        Grouping::DateOfficialFormat => {
            vec![draft.date.to_string(), draft.agency.clone(), officials, text(&draft.format)]
        }
        Grouping::Meeting => {
            let is_multilateral = match &draft.format {
                Some(format) => format == MULTILATERAL,
                None => draft.forum.is_some(),
            };
            if !is_multilateral {
                return None;
            }
            let (date, agency) = (draft.date.to_string(), draft.agency.clone());
            vec![date, agency, officials, text(&draft.forum), text(&draft.session)]
        }
    };
    Some(parts.join("\u{1e}"))
}

/// Whether two dates have a day in common, as a day and its month have.
fn can_be_same(one: PartialDate, other: PartialDate) -> bool {
    one.first_day() <= other.last_day() && other.first_day() <= one.last_day()
}

/// Whether two are the same country or organization.
pub(crate) fn is_same(one: &Counterpart, other: &Counterpart) -> bool {
    one.country == other.country && one.organization == other.organization
}
