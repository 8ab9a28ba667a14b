//! The embedded records, as far as a reader's file is compared with them.

use explorer_meaning::agency::Agencies;
use explorer_meaning::side_by_side::Interaction;
use explorer_reader::date::PartialDate;
use explorer_reader::json::{Node, parse};
use serde::{Deserialize, Serialize};

/// An interaction of the embedded records with a country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Embedded {
    /// The event's id, which its page has in the address.
    pub id: String,
    /// Its date, known to the day, month or year.
    pub date: PartialDate,
    /// The Chinese agency.
    pub agency: String,
    /// The counterpart's ISO 3166-1 alpha-3 code.
    pub country: String,
}

impl Embedded {
    /// What is compared.
    pub fn interaction(&self) -> Interaction<'_> {
        Interaction { date: self.date, agency: &self.agency, country: &self.country }
    }
}

/// All interactions with countries, in the order of the records, which are in JSON (`data/events.json`).
pub fn interactions(events: &str) -> Vec<Embedded> {
    let mut interactions = Vec::new();
    for event in parse(events).iter().flat_map(items) {
        for counterpart in event.get("counterparts").into_iter().flat_map(items) {
            interactions.extend(interaction(event, counterpart));
        }
    }
    interactions
}

fn items<'n, 't>(node: &'n Node<'t>) -> &'n [Node<'t>] {
    if let Node::List(items) = node { items } else { &[] }
}

/// `None` with an organization.
fn interaction(event: &Node<'_>, counterpart: &Node<'_>) -> Option<Embedded> {
    let text = |node: &Node<'_>, key: &str| match node.get(key)? {
        Node::Text(text) => Some(text.to_string()),
        _ => None,
    };
    Some(Embedded {
        id: text(event, "id")?,
        date: partial(&text(event, "date")?)?,
        agency: text(event, "agency")?,
        country: text(counterpart, "country")?,
    })
}

/// A date as the records have it: `2024`, `2024-09` or `2024-09-06`.
fn partial(text: &str) -> Option<PartialDate> {
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let mut small = || parts.next().map(|part| part.parse::<u8>().ok());
    match (small(), small()) {
        (None, _) => PartialDate::from_year(year),
        (Some(month), None) => PartialDate::from_month(year, month?),
        (Some(month), Some(day)) => PartialDate::from_day(year, month?, day?),
    }
}

/// The agencies of the records, by every name that a table may have for them.
pub fn agencies() -> Agencies {
    Agencies::new([
        ("MPS", &["Ministry of Public Security", "公安部"] as &[&str]),
        (
            "CPLC",
            &[
                "Central Political and Legal Affairs Commission",
                "中央政法委员会",
                "中央政法委",
                "政法委",
            ],
        ),
        ("MSS", &["Ministry of State Security", "国家安全部", "国安部"]),
    ])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_interaction_of_the_records_is_there() {
        let events: Vec<serde_json::Value> =
            serde_json::from_str(include_str!("../../../data/events.json")).unwrap();
        let expected = events.iter().flat_map(|event| {
            let counterparts = event["counterparts"].as_array().unwrap().iter();
            counterparts.filter_map(|one| {
                let country = one["country"].as_str()?;
                let text = |key: &str| event[key].as_str().unwrap();
                Some([text("id"), text("date"), text("agency"), country].map(str::to_owned))
            })
        });
        let expected: Vec<[String; 4]> = expected.collect();
        let found: Vec<[String; 4]> = interactions(explorer_embedded::EMBEDDED.events)
            .iter()
            .map(|one| {
                [one.id.clone(), one.date.to_string(), one.agency.clone(), one.country.clone()]
            })
            .collect();
        assert!(expected.len() > 100);
        assert_eq!(found, expected);
    }

    #[test]
    fn every_agency_of_the_records_is_known_by_its_names() {
        let rows: Vec<serde_json::Value> =
            serde_json::from_str(include_str!("../../../data/agencies.json")).unwrap();
        let known = agencies();
        for row in &rows {
            for key in ["id", "name_en", "name_zh"] {
                assert_eq!(known.find(row[key].as_str().unwrap()), row["id"].as_str(), "{row}");
            }
        }
    }
}
