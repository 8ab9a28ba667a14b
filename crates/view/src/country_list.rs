//! What a layer of the map rests on: countries with what is said of each, and the sources.

use std::cmp::Ordering;

use super::contacts::Contacts;
use super::sentence::date_words;
use explorer_dataset::Dataset;
use explorer_dataset::event::Source;
use explorer_dataset::forum_edition::ForumEdition;
use explorer_dataset::membership::Membership;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_order::order;

/// A country of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct CountryRow {
    /// ISO 3166-1 alpha-3.
    pub iso3: String,
    /// English name.
    pub name: String,
    /// What is said of it, one text per heading.
    pub cells: Vec<String>,
    /// What that rests on, where it differs from country to country.
    pub sources: Vec<Source>,
}

/// A list of countries.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CountryList {
    /// Headings of the cells.
    pub headings: Vec<&'static str>,
    /// In order of their names, or of time.
    pub rows: Vec<CountryRow>,
    /// What the whole list rests on.
    pub sources: Vec<Source>,
    /// What was inferred, and what is missing.
    pub note: Option<String>,
}

fn row(dataset: &Dataset, iso3: &str, cells: Vec<String>) -> CountryRow {
    CountryRow {
        iso3: iso3.to_owned(),
        name: dataset.country(iso3).map_or(iso3.to_owned(), |country| country.name_en.clone()),
        cells,
        sources: Vec::new(),
    }
}

fn sorted(
    rows: Vec<CountryRow>,
    by: &dyn Fn(&CountryRow, &CountryRow) -> Ordering,
) -> Vec<CountryRow> {
    let sorted = order(rows.len(), &|a, b| by(&rows[a], &rows[b]));
    sorted.into_iter().map(|at| rows[at].clone()).collect()
}

fn by_name(a: &CountryRow, b: &CountryRow) -> Ordering {
    a.name.cmp(&b.name)
}

/// First and last contact of those that were met.
pub fn of_contacts(explorer: &Explorer, contacts: &[Option<Contacts>]) -> CountryList {
    let entries = explorer.table().dictionary(Facet::Country).entries();
    let met = entries.iter().zip(contacts).filter_map(|(entry, contact)| {
        let contact = contact.as_ref()?;
        let dates = [contact.first, contact.last].map(date_words).to_vec();
        Some((contact.first, row(explorer.dataset(), &entry.id, dates)))
    });
    let met: Vec<_> = met.collect();
    let by_date = order(met.len(), &|a, b| {
        met[a].0.cmp(&met[b].0).then_with(|| by_name(&met[a].1, &met[b].1))
    });
    CountryList {
        headings: vec!["First contact", "Last contact"],
        rows: by_date.into_iter().map(|at| met[at].1.clone()).collect(),
        sources: Vec::new(),
        note: None,
    }
}

/// The countries that support the Global Security Initiative, and those that only mention it.
pub fn of_gsi(dataset: &Dataset) -> CountryList {
    let bases = &dataset.codebook.vocabularies.gsi_bases;
    let rows = dataset.gsi_support.iter().map(|support| {
        let basis = bases.iter().find(|basis| basis.word == support.basis);
        let basis = basis.map_or(support.basis.clone(), |basis| basis.label.clone());
        let since = support.since.map(date_words).unwrap_or_default();
        let cells = vec![since, basis, support.evidence.clone(), support.confidence.clone()];
        let row = row(dataset, &support.country, cells);
        CountryRow { sources: support.sources.clone(), ..row }
    });
    CountryList {
        headings: vec!["Since", "Basis", "What was said", "Confidence"],
        rows: sorted(rows.collect(), &by_name),
        sources: Vec::new(),
        note: None,
    }
}

/// The countries that a source names at an edition of the forum.
pub fn of_edition(dataset: &Dataset, edition: &ForumEdition) -> CountryList {
    let named = |countries: &[String], how: &'static str| -> Vec<CountryRow> {
        let countries = countries.iter();
        countries.map(|iso3| row(dataset, iso3, vec![how.to_owned()])).collect()
    };
    let mut rows = named(&edition.countries_named, "Taking part");
    rows.extend(named(&edition.countries_named_beside, "Only beside the forum"));
    CountryList {
        headings: vec!["Named as"],
        rows: sorted(rows, &by_name),
        sources: edition.sources.clone(),
        note: edition.note.clone(),
    }
}

/// The countries that a source names at some edition of the forum.
pub fn of_editions(dataset: &Dataset) -> CountryList {
    let rows = dataset.countries.iter().filter_map(|country| {
        let namings = dataset.editions_naming(&country.iso3);
        let years = namings.iter().map(|naming| match naming.only_beside {
            true => format!("{} (beside it)", naming.edition.edition),
            false => naming.edition.edition.clone(),
        });
        let years: Vec<_> = years.collect();
        let sources = namings.iter().flat_map(|naming| naming.edition.sources.clone());
        let row = row(dataset, &country.iso3, vec![years.join(", ")]);
        (!years.is_empty()).then(|| CountryRow { sources: sources.collect(), ..row })
    });
    CountryList {
        headings: vec!["Named at the forum of"],
        rows: sorted(rows.collect(), &by_name),
        sources: Vec::new(),
        note: None,
    }
}

/// The members of a list that are countries.
pub fn of_members(dataset: &Dataset, list: &Membership) -> CountryList {
    let countries = list.members.iter().filter(|iso3| dataset.country(iso3).is_some());
    let rows = countries.map(|iso3| {
        let joined = list.when_joined(iso3).map(date_words).unwrap_or_default();
        row(dataset, iso3, vec![joined])
    });
    CountryList {
        headings: vec!["Joined"],
        rows: sorted(rows.collect(), &by_name),
        sources: list.sources.clone(),
        note: list.note.clone(),
    }
}
