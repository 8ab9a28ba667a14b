//! From records to columns: which facet values each interaction has.

use super::certainty::{self, CERTAIN, Doubt};
use super::dictionary::{Code, Dictionary};
use super::facet::Facet;
use super::grain::month_number;
use super::ids::Codes;
use super::search::index;
use super::table::{Row, Table};
use explorer_dataset::Dataset;
use explorer_dataset::codebook::Word;
use explorer_dataset::event::{Counterpart, Event};
use explorer_dataset::other_names::NamedKind;
use explorer_dataset::tables::SUBJECT;

/// Id of the value that stands for what no source says.
pub const UNKNOWN: &str = "unknown";
/// Id of the value for records without any value, such as a meeting outside every forum.
pub const NONE: &str = "none";
/// Region id of counterparts that are organizations.
pub const ORGANIZATIONS: &str = "organizations";

/// One row per event × counterpart, in the order of the dataset.
pub fn code(dataset: &Dataset) -> Table {
    let dictionaries = Facet::ALL.map(|facet| dictionary(dataset, facet));
    let coder = Coder::new(dataset, &dictionaries);
    let rows = dataset
        .events
        .iter()
        .zip(0u32..)
        .flat_map(|(event, position)| {
            let coder = &coder;
            event.counterparts.iter().map(move |c| coder.row(position, event, c))
        })
        .collect();
    let names = dataset.other_names.iter().flat_map(|other| &other.names);
    Table::new(dictionaries, rows).knowing(names.map(|name| index(name)).collect())
}

fn dictionary(dataset: &Dataset, facet: Facet) -> Dictionary {
    let words = &dataset.codebook.vocabularies;
    let mut values = Dictionary::default();
    let mut add = |id: &str, label: &str, note: &str| _ = values.add(id, label, note);
    let mut add_words =
        |words: &[Word]| words.iter().for_each(|w| add(&w.id, &w.label, &w.definition));
    match facet {
        Facet::Agency => {
            dataset
                .agencies
                .iter()
                .for_each(|a| add(&a.id, &a.id, &format!("{}, {}", a.name_en, a.name_zh)));
        }
        Facet::Official => {
            dataset.officials.iter().for_each(|o| {
                add(&o.id, &o.name_en, &format!("{}, {}: {}", o.name_zh, o.agency, o.post));
            });
            add(NONE, "Not named", "No source names the Chinese official.");
        }
        Facet::Rank => add_words(&words.ranks),
        Facet::Format => add_words(&words.formats),
        Facet::Channel => add_words(&words.channels),
        Facet::Region => dataset.regions.iter().for_each(|r| add(&r.id, &r.name_en, &r.name_zh)),
        Facet::Country => {
            dataset.countries.iter().for_each(|c| add(&c.iso3, &c.name_en, &c.name_zh))
        }
        Facet::Organization => add_words(&words.organizations),
        Facet::Office => {
            add_words(&words.offices);
            add(UNKNOWN, "Not known", "No source says what office the counterpart holds.");
        }
        Facet::Forum => {
            add_words(&words.forums);
            add(NONE, "No forum", "A meeting outside every forum and mechanism.");
        }
        Facet::Venue => {
            add(SUBJECT, "China", "中国");
            dataset.countries.iter().for_each(|c| add(&c.iso3, &c.name_en, &c.name_zh));
            add(UNKNOWN, "Not said", "No source says in which country it took place.");
        }
        Facet::Topic => {
            add_words(&words.topics);
            add(NONE, "No topic reported", "The sources name no topic.");
        }
        Facet::Gsi => {
            add_words(&words.gsi_bases);
            add(
                NONE,
                "No statement found",
                "No public statement of support for the GSI was found.",
            );
            add("not-a-country", "Organization", "Organizations are not asked for support.");
        }
        Facet::Confidence => add_words(&words.confidences),
        Facet::Certainty => {
            add(
                CERTAIN,
                "Nothing uncertain",
                "Full confidence, a day, and somebody named on the other side.",
            );
            Doubt::ALL.iter().for_each(|doubt| add(doubt.id(), doubt.label(), doubt.note()));
        }
        Facet::Window => {
            add(
                "yes",
                "In the paper\u{2019}s window",
                "June 2022 to July 2025, the period of the paper.",
            );
            add("no", "Outside the paper\u{2019}s window", "Before June 2022 or after July 2025.");
        }
    }
    values
}

/// Looks up codes while rows are made.
struct Coder<'d> {
    dataset: &'d Dataset,
    dictionaries: &'d [Dictionary; Facet::COUNT],
    /// Codes of the codebook's words, per facet; empty for facets whose values are ids.
    words: [Codes; Facet::COUNT],
    /// Whether some counterpart is named at all.
    has_names: bool,
    /// Region codes by country.
    regions: Codes,
    /// Codes of the basis of GSI support, by country.
    gsi: Codes,
}

impl<'d> Coder<'d> {
    fn new(dataset: &'d Dataset, dictionaries: &'d [Dictionary; Facet::COUNT]) -> Self {
        let v = &dataset.codebook.vocabularies;
        let mut words: [Codes; Facet::COUNT] = Default::default();
        let mut learn = |facet: Facet, word: &str, id: &str| {
            if let Some(code) = dictionaries[facet as usize].code(id) {
                words[facet as usize].insert(word, code);
            }
        };
        for (facet, vocabulary) in [
            (Facet::Rank, &v.ranks),
            (Facet::Format, &v.formats),
            (Facet::Channel, &v.channels),
            (Facet::Office, &v.offices),
            (Facet::Forum, &v.forums),
            (Facet::Organization, &v.organizations),
            (Facet::Topic, &v.topics),
            (Facet::Gsi, &v.gsi_bases),
            (Facet::Confidence, &v.confidences),
        ] {
            vocabulary.iter().for_each(|word| learn(facet, &word.word, &word.id));
        }
        dataset.officials.iter().for_each(|o| learn(Facet::Official, &o.name_en, &o.id));
        let mut regions = Codes::default();
        for country in &dataset.countries {
            let region = country.region.as_deref().unwrap_or_default();
            if let Some(code) = dictionaries[Facet::Region as usize].code(region) {
                regions.insert(&country.iso3, code);
            }
        }
        let mut gsi = Codes::default();
        for support in &dataset.gsi_support {
            if let Some(code) = words[Facet::Gsi as usize].get(&support.basis) {
                gsi.insert(&support.country, code);
            }
        }
        let mut sides = dataset.events.iter().flat_map(|event| &event.counterparts);
        let has_names = sides.any(|side| side.name.is_some());
        Self { dataset, dictionaries, words, regions, gsi, has_names }
    }

    fn row(&self, position: u32, event: &Event, counterpart: &Counterpart) -> Row {
        Row {
            event: position,
            days: (event.date.first_day(), event.date.last_day()),
            month: month_number(event.date),
            text: self.text(event, counterpart),
            codes: Facet::ALL.map(|facet| self.codes(facet, event, counterpart)),
        }
    }

    fn codes(&self, facet: Facet, event: &Event, counterpart: &Counterpart) -> Vec<Code> {
        let country = counterpart.country.as_deref();
        match facet {
            Facet::Agency => self.ids(facet, &[&event.agency]),
            Facet::Official => self.of_words(facet, &texts(&event.officials), NONE),
            Facet::Rank => self.of_words(facet, &[&event.rank], ""),
            Facet::Format => self.of_words(facet, &[&event.format], ""),
            Facet::Channel => self.of_words(facet, &[&event.channel], ""),
            Facet::Region => {
                let region = country.and_then(|iso3| self.regions.get(iso3));
                region.map_or_else(|| self.ids(facet, &[ORGANIZATIONS]), |code| vec![code])
            }
            Facet::Country => self.ids(facet, country.as_slice()),
            Facet::Organization => {
                self.of_words(facet, counterpart.organization.as_deref().as_slice(), "")
            }
            Facet::Office => {
                self.of_words(facet, counterpart.office.as_deref().as_slice(), UNKNOWN)
            }
            Facet::Forum => self.of_words(facet, event.forum.as_deref().as_slice(), NONE),
            Facet::Venue => self.ids(facet, &[event.venue_country.as_deref().unwrap_or(UNKNOWN)]),
            Facet::Topic => self.of_words(facet, &texts(&event.topics), NONE),
            Facet::Gsi => match country {
                None => self.ids(facet, &["not-a-country"]),
                Some(iso3) => {
                    self.gsi.get(iso3).map_or_else(|| self.ids(facet, &[NONE]), |code| vec![code])
                }
            },
            Facet::Confidence => self.of_words(facet, &[&event.confidence], ""),
            Facet::Certainty => {
                self.ids(facet, &certainty::ids(event, counterpart, self.has_names))
            }
            Facet::Window => self.ids(facet, &[if event.in_paper_window { "yes" } else { "no" }]),
        }
    }

    fn ids(&self, facet: Facet, ids: &[&str]) -> Vec<Code> {
        ids.iter().filter_map(|id| self.dictionaries[facet as usize].code(id)).collect()
    }

    /// Codes of codebook words; where there is none, the code of the id `otherwise`.
    fn of_words(&self, facet: Facet, words: &[&str], otherwise: &str) -> Vec<Code> {
        if words.is_empty() {
            return self.ids(facet, &[otherwise]);
        }
        words.iter().filter_map(|word| self.words[facet as usize].get(word)).collect()
    }

    /// What a search looks through: the event's own text and this counterpart's, so that a name
    /// finds the interaction with that person rather than all of a session's.
    fn text(&self, event: &Event, counterpart: &Counterpart) -> String {
        let mut parts: Vec<&str> = vec![&event.id, &event.title, &event.agency, &event.format];
        parts.extend(event.city.as_deref());
        parts.extend(event.forum.as_deref());
        parts.extend(event.note.as_deref());
        parts.extend(texts(&event.topics));
        parts.extend(counterpart.organization.as_deref());
        parts.extend(counterpart.name.as_deref());
        parts.extend(counterpart.title.as_deref());
        for person in &counterpart.also {
            parts.extend(person.name.as_deref());
            parts.extend(person.title.as_deref());
        }
        // Labels and notes carry the names in both languages.
        for facet in [Facet::Agency, Facet::Official, Facet::Country, Facet::Venue, Facet::Forum] {
            for code in self.codes(facet, event, counterpart) {
                let entry = self.dictionaries[facet as usize].entry(code);
                parts.extend(entry.iter().flat_map(|e| [e.label.as_str(), e.note.as_str()]));
            }
        }
        for other in &self.dataset.other_names {
            let is_it = match other.kind {
                NamedKind::Country => counterpart.country.as_ref() == Some(&other.of),
                NamedKind::Organization => counterpart.organization.as_ref() == Some(&other.of),
                NamedKind::Topic => event.topics.contains(&other.of),
                NamedKind::Forum => event.forum.as_ref() == Some(&other.of),
                NamedKind::Agency => event.agency == other.of,
            };
            if is_it {
                parts.extend(other.names.iter().map(String::as_str));
            }
        }
        parts.join(" \n ")
    }
}

fn texts(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}
