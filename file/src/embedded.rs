//! The embedded records, as far as a reader's file is compared with them.

use explorer_meaning::agency::Agencies;
use explorer_meaning::side_by_side::Interaction;
use explorer_reader::date::PartialDate;

const LINES: &str = include_str!(concat!(env!("OUT_DIR"), "/interactions.tsv"));

/// An interaction of the embedded records with a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Embedded {
    /// The event's id, which its page has in the address.
    pub id: &'static str,
    /// Its date, known to the day, month or year.
    pub date: PartialDate,
    /// The Chinese agency.
    pub agency: &'static str,
    /// The counterpart's ISO 3166-1 alpha-3 code.
    pub country: &'static str,
}

impl Embedded {
    /// What is compared.
    pub fn interaction(&self) -> Interaction<'static> {
        Interaction { date: self.date, agency: self.agency, country: self.country }
    }
}

/// All interactions with countries, in the order of the records.
pub fn interactions() -> Vec<Embedded> {
    LINES.lines().filter_map(interaction).collect()
}

fn interaction(line: &'static str) -> Option<Embedded> {
    let mut parts = line.split('\t');
    let mut next = || parts.next();
    let (id, date, agency, country) = (next()?, next()?, next()?, next()?);
    Some(Embedded { id, date: partial(date)?, agency, country })
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
            serde_json::from_str(include_str!("../../data/events.json")).unwrap();
        let expected = events.iter().flat_map(|event| {
            let counterparts = event["counterparts"].as_array().unwrap().iter();
            counterparts.filter_map(|one| {
                let country = one["country"].as_str()?;
                let text = |key: &str| event[key].as_str().unwrap();
                Some([text("id"), text("date"), text("agency"), country].map(str::to_owned))
            })
        });
        let expected: Vec<[String; 4]> = expected.collect();
        let found: Vec<[String; 4]> = interactions()
            .iter()
            .map(|one| [one.id, &one.date.to_string(), one.agency, one.country].map(str::to_owned))
            .collect();
        assert!(expected.len() > 100);
        assert_eq!(found, expected);
    }

    #[test]
    fn every_agency_of_the_records_is_known_by_its_names() {
        let rows: Vec<serde_json::Value> =
            serde_json::from_str(include_str!("../../data/agencies.json")).unwrap();
        let known = agencies();
        for row in &rows {
            for key in ["id", "name_en", "name_zh"] {
                assert_eq!(known.find(row[key].as_str().unwrap()), row["id"].as_str(), "{row}");
            }
        }
    }
}
