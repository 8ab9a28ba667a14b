//! What the dataset has of one country.
//!
//! The tables are short, so a lookup goes through them; an index would cost more than it saves.

use super::Dataset;
use super::forum_edition::ForumEdition;
use super::membership::Membership;
use super::paper::PublishedNumber;
use super::pledge::Pledge;
use super::tables::{Country, GsiSupport};

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

#[cfg(all(test, embedded_dataset))]
mod tests {
    use super::super::{ParseError, embedded};

    #[test]
    fn finds_what_is_recorded_of_a_country() -> Result<(), ParseError> {
        let dataset = embedded()?;
        assert_eq!(dataset.country("VNM").map(|country| &*country.name_en), Some("Vietnam"));
        let basis = dataset.gsi_of("CUB").map(|support| &*support.basis);
        assert_eq!(basis, Some("national statement"));

        let lists = dataset.memberships_of("KGZ");
        let slugs: Vec<_> = lists.iter().map(|list| list.slug()).collect();
        assert_eq!(slugs, ["sco-members", "c5"]);
        let joined = lists.iter().map(|list| list.when_joined("KGZ").map(|date| date.to_string()));
        assert_eq!(joined.collect::<Vec<_>>(), [Some("2001-06".to_owned()), None]);

        let pledges: Vec<_> = dataset.pledges_naming("PAK").iter().map(|p| &*p.id).collect();
        assert_eq!(pledges, ["sco-2022-training"]);
        Ok(())
    }

    #[test]
    fn tells_a_country_at_the_forum_from_one_beside_it() -> Result<(), ParseError> {
        let dataset = embedded()?;
        let naming = |iso3: &str| -> Vec<(String, bool)> {
            let namings = dataset.editions_naming(iso3);
            namings.iter().map(|n| (n.edition.edition.clone(), n.only_beside)).collect()
        };
        assert_eq!(naming("KGZ"), [("2023".to_owned(), false), ("2024".to_owned(), true)]);
        assert_eq!(naming("HUN"), [("2022".to_owned(), false)]);
        let not_held = dataset.forum_editions.iter().filter(|edition| !edition.held());
        let years: Vec<_> = not_held.map(|edition| &*edition.edition).collect();
        assert_eq!(years, ["2019", "2021"]);
        Ok(())
    }

    #[test]
    fn finds_nothing_of_what_is_unknown_and_lists_alone_of_what_is_no_country()
    -> Result<(), ParseError> {
        let dataset = embedded()?;
        for iso3 in ["", "ZZZ", "vnm"] {
            assert!(dataset.country(iso3).is_none() && dataset.gsi_of(iso3).is_none());
            assert!(dataset.memberships_of(iso3).is_empty());
            assert!(dataset.pledges_naming(iso3).is_empty());
            assert!(dataset.editions_naming(iso3).is_empty());
        }
        for iso3 in ["CHN", "NCL", "PYF"] {
            assert!(dataset.country(iso3).is_none());
            assert!(!dataset.memberships_of(iso3).is_empty(), "{iso3}");
        }
        Ok(())
    }
}
