//! What the dataset has of one country.
//!
//! The tables are short, so a lookup goes through them; an index would cost more than it saves.

use super::Dataset;
use super::forum_edition::ForumEdition;
use super::membership::Membership;
use super::paper::PublishedNumber;
use super::pledge::Pledge;
use super::tables::{Country, GsiSupport};
use super::withdrawn::WithdrawnEvent;

/// That an edition of the Lianyungang forum names a country.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Naming<'a> {
    /// The edition.
    pub edition: &'a ForumEdition,
    /// Whether it is named only at meetings beside the forum, not as taking part in it.
    pub only_beside: bool,
}

impl Dataset {
    /// The country with this ISO 3166-1 alpha-3 code; the subject itself is in no table.
    pub fn country(&self, iso3: &str) -> Option<&Country> {
        self.countries.iter().find(|country| country.iso3 == iso3)
    }

    /// The record that an earlier version had under this id, if it was withdrawn since.
    pub fn withdrawn_event(&self, id: &str) -> Option<&WithdrawnEvent> {
        self.withdrawn.iter().find(|withdrawn| withdrawn.id == id)
    }

    /// The number that the paper prints, by its id.
    pub fn published_number(&self, id: &str) -> Option<&PublishedNumber> {
        self.published.iter().find(|number| number.id == id)
    }

    /// The country's support for the Global Security Initiative, if any was found.
    pub fn gsi_of(&self, iso3: &str) -> Option<&GsiSupport> {
        self.gsi_support.iter().find(|support| support.country == iso3)
    }

    /// The lists that have the country, in the order of the file.
    pub fn memberships_of(&self, iso3: &str) -> Vec<&Membership> {
        self.memberships.iter().filter(|list| list.has(iso3)).collect()
    }

    /// The pledges that name the country, in the order of the file. Most name none.
    pub fn pledges_naming(&self, iso3: &str) -> Vec<&Pledge> {
        let names = |pledge: &&Pledge| pledge.countries.iter().any(|country| country == iso3);
        self.pledges.iter().filter(names).collect()
    }

    /// The editions of the Lianyungang forum that name the country, in the order of the file.
    pub fn editions_naming(&self, iso3: &str) -> Vec<Naming<'_>> {
        let has = |countries: &[String]| countries.iter().any(|country| country == iso3);
        let editions = self.forum_editions.iter().filter_map(|edition| {
            let only_beside = !has(&edition.countries_named);
            (!only_beside || has(&edition.countries_named_beside))
                .then_some(Naming { edition, only_beside })
        });
        editions.collect()
    }
}
