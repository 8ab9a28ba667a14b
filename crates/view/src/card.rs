//! What is said of a country that is pointed at on the map.

use super::contacts::contacts_by;
use super::layer::short_name;
use super::sentence::date_words;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_explore::measure::Measure;
use explorer_number::grouped;

/// A country in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its name in English and in Chinese.
    pub title: String,
    /// What is counted, with the number in words.
    pub count: (String, String),
    /// The same by agency, those with none left out: the agency's id and the number.
    pub agencies: Vec<(String, String)>,
    /// Further facts: what, and its value.
    pub facts: Vec<(&'static str, String)>,
}

/// The card of a country under all filters but that of countries; `None` for an unknown code.
pub fn card(explorer: &Explorer, filters: &Filters, measure: Measure, iso3: &str) -> Option<Card> {
    let dataset = explorer.dataset();
    let country = dataset.country(iso3)?;
    let mut only = filters.clone();
    only.clear(Facet::Country);
    only.set(Facet::Country, iso3, Standing::Included);
    // A country is one country: there is more to say in interactions.
    let counted = if measure == Measure::Countries { Measure::Interactions } else { measure };
    let outcome = explorer.explore(&only, counted);
    let count = outcome.summary.get(counted);
    let agencies = explorer.table().dictionary(Facet::Agency).entries().iter();
    let counts = outcome.in_view(explorer.table(), Facet::Agency);
    let agencies = agencies.zip(counts).filter(|(_, count)| *count > 0);
    let mut facts = Vec::new();
    let code = explorer.table().dictionary(Facet::Country).code(iso3).map(usize::from);
    let met = contacts_by(explorer, &outcome.rows, Facet::Country);
    if let Some(contact) = code.and_then(|code| met.get(code)).copied().flatten() {
        facts.push(("First contact", date_words(contact.first)));
        if contact.last != contact.first {
            facts.push(("Last contact", date_words(contact.last)));
        }
    }
    let lists =
        dataset.memberships_of(iso3).into_iter().filter_map(|list| short_name(&list.slug()));
    let lists: Vec<&str> = lists.collect();
    if !lists.is_empty() {
        facts.push(("Member of", lists.join(", ")));
    }
    let support = match dataset.gsi_of(iso3) {
        None => "no statement found".to_owned(),
        Some(support) => {
            let bases = &dataset.codebook.vocabularies.gsi_bases;
            let basis = bases.iter().find(|basis| basis.word == support.basis);
            let basis = basis.map_or(support.basis.as_str(), |basis| basis.label.as_str());
            let since =
                support.since.map_or(String::new(), |date| format!(", {}", date_words(date)));
            format!("{}{since}", basis.to_ascii_lowercase())
        }
    };
    facts.push(("GSI support", support));
    Some(Card {
        title: format!("{} {}", country.name_en, country.name_zh),
        count: (capitalized(counted.noun(count)), grouped(count)),
        agencies: agencies.map(|(entry, count)| (entry.id.clone(), grouped(count))).collect(),
        facts,
    })
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| {
        format!("{}{}", first.to_ascii_uppercase(), letters.as_str())
    })
}
