//! The view in words: what is filtered, and the three numbers.

use explorer_dataset::codebook::Word;
use explorer_dataset::date::PartialDate;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::ids::Ids;
use explorer_explore::measure::Measure;
use explorer_explore::outcome::Summary;
use explorer_number::grouped;

pub use explorer_explore::date_words::date_words;

/// One active filter: what the chip says and what taking it away leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chip {
    /// The facet or key, for the chip's title.
    pub kind: &'static str,
    /// The value in words.
    pub label: String,
    /// Whether it excludes.
    pub excluded: bool,
    /// The filters without it.
    pub without: Filters,
}

/// The active filters, one chip per value.
pub fn chips(explorer: &Explorer, filters: &Filters) -> Vec<Chip> {
    let mut chips = Vec::new();
    for (facet, selection) in filters.selections() {
        let values = selection.included().iter().chain(selection.excluded().iter());
        for id in values {
            let mut without = filters.clone();
            without.set(facet, id, Standing::Free);
            let label = label(explorer, facet, id);
            let excluded = selection.standing(id) == Standing::Excluded;
            chips.push(Chip { kind: facet.title(), label, excluded, without });
        }
    }
    if let Some(label) = range_words(filters.range) {
        let mut without = filters.clone();
        without.range = DateRange::default();
        chips.push(Chip { kind: "Date", label, excluded: false, without });
    }
    if !filters.query().is_empty() {
        let label = format!("\u{201c}{}\u{201d}", filters.query());
        let mut without = filters.clone();
        without.set_query("");
        chips.push(Chip { kind: "Search", label, excluded: false, without });
    }
    if let Some(except) = filters.except() {
        let mut without = filters.clone();
        without.set_except(None);
        let label = filter_words(explorer, except);
        chips.push(Chip { kind: "All but", label, excluded: true, without });
    }
    chips
}

/// The label of a value; the id itself where there is none.
pub fn label(explorer: &Explorer, facet: Facet, id: &str) -> String {
    if let Some(entry) = explorer.table().dictionary(facet).get(id) {
        return entry.label.clone();
    }
    // A forum's page may be about one that no record names.
    let mut forums = explorer.dataset().forums.iter().filter(|_| facet == Facet::Forum);
    let forum = forums.find(|forum| forum.id == id);
    forum.and_then(|forum| forum.label.clone()).unwrap_or_else(|| id.to_owned())
}

/// What is filtered, in words: `MPS · Southeast Asia · 2024`; `All records` without filters.
pub fn filter_words(explorer: &Explorer, filters: &Filters) -> String {
    let mut parts = Vec::new();
    for (facet, selection) in filters.selections() {
        let names = |ids: &Ids| {
            let labels: Vec<_> = ids.iter().map(|id| label(explorer, facet, id)).collect();
            labels.join(" or ")
        };
        if !selection.included().is_empty() {
            parts.push(names(selection.included()));
        }
        if !selection.excluded().is_empty() {
            parts.push(format!("not {}", names(selection.excluded())));
        }
    }
    parts.extend(range_words(filters.range));
    if !filters.query().is_empty() {
        parts.push(format!("\u{201c}{}\u{201d}", filters.query()));
    }
    if let Some(except) = filters.except() {
        parts.push(format!("all but ({})", filter_words(explorer, except)));
    }
    if parts.is_empty() { "All records".to_owned() } else { parts.join(" · ") }
}

/// The three numbers in words: `41 interactions in 37 events with 9 countries`. What the filters or
/// another number say already is left out: as many events as interactions, the one chosen country, no
/// countries where all counterparts are organizations.
pub fn summary_words(filters: &Filters, summary: Summary) -> String {
    let number = |measure: Measure| {
        let count = summary.get(measure);
        format!("{} {}", grouped(count), measure.noun(count))
    };
    let mut words = number(Measure::Interactions);
    if summary.events != summary.interactions {
        words += &format!(" in {}", number(Measure::Events));
    }
    let is_chosen = filters.selection(Facet::Country).included().len() == 1;
    if summary.countries > u32::from(is_chosen) {
        words += &format!(" with {}", number(Measure::Countries));
    }
    words
}

/// The label of a codebook word; the word itself where the codebook lacks it.
pub fn word_label(words: &[Word], word: &str) -> String {
    words.iter().find(|known| known.word == word).map_or(word.to_owned(), |w| w.label.clone())
}

/// A range as a reader reads it; `None` if open at both ends.
pub fn range_words(range: DateRange) -> Option<String> {
    match (range.from(), range.to()) {
        (None, None) => None,
        (Some(from), None) => Some(format!("from {}", date_words(from))),
        (None, Some(to)) => Some(format!("until {}", date_words(to))),
        (Some(from), Some(to)) if from == to => Some(date_words(from)),
        (Some(from), Some(to)) => Some(match whole_year(from, to) {
            Some(year) => year.to_string(),
            None => format!("{} – {}", date_words(from), date_words(to)),
        }),
    }
}

fn whole_year(from: PartialDate, to: PartialDate) -> Option<i16> {
    let year = PartialDate::from_year(from.year())?;
    (from.first_day() == year.first_day() && to.last_day() == year.last_day())
        .then_some(from.year())
}
