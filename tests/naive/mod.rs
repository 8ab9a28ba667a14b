//! A naive reading of the JSON records, for tests to count by.
#![allow(dead_code, reason = "each file of tests uses some of it")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use explorer_dataset::date::PartialDate;
use explorer_embedded::embedded;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::measure::Measure;
use proptest::prelude::*;
use serde_json::Value;

pub static EXPLORER: LazyLock<Explorer> =
    LazyLock::new(|| Explorer::new(embedded().expect("the build checked it")));

pub static JSON: LazyLock<BTreeMap<&str, Value>> = LazyLock::new(|| {
    ["events", "officials", "gsi_support", "countries", "codebook"]
        .map(|name| {
            let text = std::fs::read_to_string(format!("data/{name}.json")).unwrap();
            (name, serde_json::from_str(&text).unwrap())
        })
        .into()
});

/// One event × counterpart, straight from the file.
#[derive(Clone, Copy)]
pub struct Pair {
    pub event: &'static Value,
    pub side: &'static Value,
}

pub static PAIRS: LazyLock<Vec<Pair>> = LazyLock::new(|| {
    let events = JSON["events"].as_array().unwrap().iter();
    let sides = |event: &'static Value| event["counterparts"].as_array().unwrap().iter();
    events.flat_map(|event| sides(event).map(move |side| Pair { event, side })).collect()
});

/// The id of a codebook word.
pub fn slug(vocabulary: &str, word: &str) -> String {
    let words = JSON["codebook"]["vocabularies"][vocabulary].as_array().unwrap();
    words.iter().find(|w| w["word"] == word).unwrap()["id"].as_str().unwrap().to_owned()
}

pub fn record_of(table: &str, key: &str, value: &str) -> Option<&'static Value> {
    JSON[table].as_array().unwrap().iter().find(|row| row[key] == value)
}

impl Pair {
    pub fn date(self) -> PartialDate {
        self.event["date"].as_str().unwrap().parse().unwrap()
    }

    pub fn id(self) -> &'static str {
        self.event["id"].as_str().unwrap()
    }

    pub fn country(self) -> Option<&'static str> {
        self.side["country"].as_str()
    }

    pub fn organization(self) -> Option<String> {
        self.side["organization"].as_str().map(|word| slug("organizations", word))
    }

    /// Why it is uncertain, if it is.
    pub fn doubts(self) -> Vec<&'static str> {
        let confidence = self.event["confidence"] != "high";
        let month = self.event["date"].as_str().unwrap().len() < "2024-09-08".len();
        let also = self.side["also"].as_array().into_iter().flatten();
        let people = std::iter::once(self.side).chain(also);
        let unnamed = people.map(|person| &person["name"]).all(Value::is_null);
        let doubts = [(confidence, "confidence"), (month, "month"), (unnamed, "unnamed")];
        doubts.into_iter().filter(|(holds, _)| *holds).map(|(_, doubt)| doubt).collect()
    }

    pub fn is_certain(self) -> bool {
        self.doubts().is_empty()
    }

    pub fn rank(self) -> String {
        slug("ranks", self.event["rank"].as_str().unwrap())
    }

    pub fn office(self) -> Option<String> {
        self.side["office"].as_str().map(|word| slug("offices", word))
    }

    /// Ids of its values in the facets that the test filters by.
    pub fn values(self, facet: Facet) -> Vec<String> {
        let word =
            |key: &str, vocabulary: &str| vec![slug(vocabulary, self.event[key].as_str().unwrap())];
        match facet {
            Facet::Agency => vec![self.event["agency"].as_str().unwrap().to_owned()],
            Facet::Official => {
                let names = self.event["officials"].as_array().unwrap().iter();
                let ids: Vec<_> = names
                    .map(|name| record_of("officials", "name_en", name.as_str().unwrap()).unwrap())
                    .map(|official| official["id"].as_str().unwrap().to_owned())
                    .collect();
                if ids.is_empty() { vec!["none".to_owned()] } else { ids }
            }
            Facet::Format => word("format", "formats"),
            Facet::Rank => vec![self.rank()],
            Facet::Region => vec![
                self.country()
                    .map_or("organizations", |iso3| {
                        record_of("countries", "iso3", iso3).unwrap()["region"].as_str().unwrap()
                    })
                    .to_owned(),
            ],
            Facet::Country => self.country().map(str::to_owned).into_iter().collect(),
            Facet::Organization => self.organization().into_iter().collect(),
            Facet::Office => vec![self.office().unwrap_or("unknown".to_owned())],
            Facet::Topic => {
                let topics = self.event["topics"].as_array().unwrap().iter();
                let ids: Vec<_> = topics.map(|t| slug("topics", t.as_str().unwrap())).collect();
                if ids.is_empty() { vec!["none".to_owned()] } else { ids }
            }
            _ => unreachable!("{facet:?} is not among the tested"),
        }
    }
}

pub const FACETS: [Facet; 9] = [
    Facet::Agency,
    Facet::Official,
    Facet::Format,
    Facet::Rank,
    Facet::Region,
    Facet::Country,
    Facet::Organization,
    Facet::Office,
    Facet::Topic,
];

pub fn in_range(date: PartialDate, range: DateRange) -> bool {
    let late = range.from().is_some_and(|from| date.last_day() < from.first_day());
    let early = range.to().is_some_and(|to| date.first_day() > to.last_day());
    !late && !early
}

/// What passes the filters, the date range left out if so wanted.
pub fn passing(filters: &Filters, with_range: bool) -> Vec<Pair> {
    let passes = |pair: &Pair| {
        let date = !with_range || in_range(pair.date(), filters.range);
        date && FACETS.into_iter().all(|facet| {
            let (values, selection) = (pair.values(facet), filters.selection(facet));
            let excluded = values.iter().any(|id| selection.excluded().contains(id));
            let included = selection.included();
            !excluded && (included.is_empty() || values.iter().any(|id| included.contains(id)))
        })
    };
    PAIRS.iter().copied().filter(passes).collect()
}

pub fn measured(pairs: &[Pair], measure: Measure) -> u32 {
    let distinct = |ids: Vec<&str>| ids.into_iter().collect::<BTreeSet<_>>().len();
    u32::try_from(match measure {
        Measure::Interactions => pairs.len(),
        Measure::Events => distinct(pairs.iter().map(|p| p.id()).collect()),
        Measure::Countries => distinct(pairs.iter().filter_map(|p| p.country()).collect()),
    })
    .unwrap()
}

pub fn day() -> impl Strategy<Value = PartialDate> {
    (2022i16..=2026, 1u8..=12, 1u8..=28, 0..3).prop_map(|(year, month, day, precision)| {
        match precision {
            0 => PartialDate::from_year(year),
            1 => PartialDate::from_month(year, month),
            _ => PartialDate::from_day(year, month, day),
        }
        .unwrap()
    })
}

pub fn filters() -> impl Strategy<Value = Filters> {
    let choice = (prop::sample::select(FACETS.to_vec()), any::<prop::sample::Index>(), 0..4u8);
    let range = prop_oneof![
        2 => Just((None, None)),
        1 => (prop::option::of(day()), prop::option::of(day())),
    ];
    (prop::collection::vec(choice, 0..4), range).prop_map(|(choices, (from, to))| {
        let mut filters = Filters::default();
        for (facet, at, kind) in choices {
            // What some record has, so that something is left more often than not.
            let values = at.get(&PAIRS).values(facet);
            let standing = if kind == 0 { Standing::Excluded } else { Standing::Included };
            values.iter().take(1).for_each(|id| filters.set(facet, id, standing));
        }
        filters.range = DateRange::new(from, to);
        filters
    })
}
