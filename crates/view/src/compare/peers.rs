//! What a value can well be compared with, by a rule that is stated.

use explorer_explore::Explorer;
use explorer_explore::coding::{NONE, ORGANIZATIONS, UNKNOWN};
use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_order::order;

/// A value to compare with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// Its id in links.
    pub id: String,
    /// How the page shows it.
    pub label: String,
    /// Its interactions in all records.
    pub count: u32,
}

/// Values that a value can well be compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peers {
    /// The rule, as a reader reads it.
    pub rule: &'static str,
    /// The nearest first.
    pub peers: Vec<Peer>,
}

/// How many are proposed.
const MOST: usize = 5;

/// The peers of a value: those of its kind with the most similar number of interactions in all
/// records. Countries are of one kind if they are of one region, officials if they have one rank. A
/// value with fewer than two others of its kind is compared with all.
pub fn peers(explorer: &Explorer, facet: Facet, id: &str) -> Peers {
    let entries = explorer.table().dictionary(facet).entries();
    let counts = explorer.totals(Measure::Interactions).facet(facet);
    let count = |at: usize| counts.get(at).copied().unwrap_or_default();
    let own = entries.iter().position(|entry| entry.id == id).map(count).unwrap_or_default();
    let kind = kind(explorer, facet, id);
    let all: Vec<usize> = (0..entries.len())
        .filter(|at| {
            let other = entries[*at].id.as_str();
            other != id && ![NONE, UNKNOWN, ORGANIZATIONS].contains(&other) && count(*at) > 0
        })
        .collect();
    let alike =
        |at: &&usize| kind.is_some() && self::kind(explorer, facet, &entries[**at].id) == kind;
    let of_kind: Vec<usize> = all.iter().filter(alike).copied().collect();
    let has_kind = of_kind.len() > 1;
    let found = if has_kind { of_kind } else { all };
    let sorted = order(found.len(), &|a, b| {
        let key = |at: usize| (count(found[at]).abs_diff(own), found[at]);
        key(a).cmp(&key(b))
    });
    let peers = sorted.into_iter().take(MOST).map(|at| {
        let entry = &entries[found[at]];
        Peer { id: entry.id.clone(), label: entry.label.clone(), count: count(found[at]) }
    });
    Peers {
        rule: match (facet, has_kind) {
            (Facet::Country, true) => {
                "same region, most similar number of interactions in all records"
            }
            (Facet::Official, true) => {
                "same rank, most similar number of interactions in all records"
            }
            _ => "most similar number of interactions in all records",
        },
        peers: peers.collect(),
    }
}

/// What makes a value one of a kind: a country's region, an official's rank.
fn kind<'e>(explorer: &'e Explorer, facet: Facet, id: &str) -> Option<&'e str> {
    let dataset = explorer.dataset();
    match facet {
        Facet::Country => dataset.country(id)?.region.as_deref(),
        Facet::Official => {
            let official = dataset.officials.iter().find(|official| official.id == id)?;
            Some(official.rank.as_str())
        }
        _ => None,
    }
}
