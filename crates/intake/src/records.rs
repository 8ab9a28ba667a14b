//! Records made of rows.

use std::collections::{BTreeMap, BTreeSet};

use explorer_dataset::event::{Counterpart, Event, is_in_paper_window};
use explorer_dataset::own::NOT_STATED;
use explorer_dataset::slug::is_slug;
use explorer_dataset::tables::SUBJECT;
use explorer_export::interactions::event_json;
use explorer_export::json::{list, record, string};
use explorer_meaning::country::fold;
use explorer_meaning::mapping::Meaning;
use explorer_order::ordered;
use explorer_reader::Problem;

use crate::choices::{Assigned, Choices, Grouping};
use crate::draft::{Draft, Drafting};
use crate::finding::Finder;
use crate::grouping::{MULTILATERAL, group, is_same};
use crate::overview::{LISTED, Overview, UnmatchedWord};
use crate::row::Row;
use crate::tables::Tables;
use crate::title::title;
use crate::unmatched::Unmatched;
use crate::vocabulary::Vocabulary;

/// What stands for a channel that it does not have, a word of the codebook.
const UNKNOWN: &str = "unknown";
/// The region of places that the dataset does not have.
const ELSEWHERE: &str = "other-places";

/// Records that were made of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Intake {
    /// What becomes of the table.
    pub overview: Overview,
    /// The events, by date.
    pub events: Vec<Event>,
    /// Words that are none of the codebook's, by list.
    own_words: BTreeMap<Vocabulary, Vec<String>>,
    /// Officials that the dataset does not know: name, agency, rank.
    officials: Vec<(String, String, String)>,
    /// Codes of places that the dataset does not have.
    places: BTreeSet<String>,
    /// What the table has no column for.
    lacks: Vec<Meaning>,
}

/// Makes records of rows. `column` is the name of the column with a meaning, if the table has one.
pub fn intake(
    rows: &[Row],
    tables: &Tables,
    choices: &Choices,
    column: &dyn Fn(Meaning) -> Option<String>,
) -> Intake {
    let finder = Finder::new(tables, choices);
    let mut problems = Vec::new();
    let mut drafting = Drafting { finder: &finder, column, problems: &mut problems };
    let drafts: Vec<Draft> = rows.iter().filter_map(|row| drafting.draft(row)).collect();

    let has = |meaning| column(meaning).is_some();
    let groupings = groupings(&drafts, has(Meaning::Id));
    let proposed = proposed(&drafts, &groupings);
    let chosen =
        choices.grouping.filter(|chosen| groupings.iter().any(|(known, _)| known == chosen));
    let grouping = chosen.unwrap_or(proposed.0);
    let is_asked = chosen.is_none() && proposed.1;

    let mut making = Making {
        tables,
        column,
        problems: &mut problems,
        ids: BTreeSet::new(),
        given: (grouping == Grouping::Id).then(BTreeSet::new),
    };
    let groups = group(&drafts, grouping);
    let groups = ordered(groups, &|one: &Vec<usize>, other: &Vec<usize>| {
        let first = |rows: &Vec<usize>| {
            let draft = rows.first().and_then(|at| drafts.get(*at));
            draft.map(|draft| (draft.date, draft.number))
        };
        first(one).cmp(&first(other))
    });
    let events: Vec<Event> = groups
        .iter()
        .filter_map(|rows| {
            let rows: Vec<&Draft> = rows.iter().filter_map(|at| drafts.get(*at)).collect();
            making.event(&rows)
        })
        .collect();

    let (unmatched, own_words) = finder.finish();
    let interactions: usize = events.iter().map(|event| event.counterparts.len()).sum();
    let lacks: Vec<Meaning> = Meaning::all().filter(|meaning| !has(*meaning)).collect();
    let count = |len: usize| u32::try_from(len).unwrap_or(u32::MAX);
    let problem_count = count(problems.len());
    problems.truncate(LISTED);
    let overview = Overview {
        rows: count(rows.len()),
        unused: count(rows.len() - drafts.len()),
        events: count(events.len()),
        interactions: count(interactions),
        groupings,
        grouping: Some(grouping),
        is_asked,
        unmatched: listed(&unmatched, choices),
        missing: missing(&lacks),
        problems,
        problem_count,
    };
    Intake {
        officials: new_officials(&events, tables),
        places: new_places(&events, tables),
        overview,
        events,
        own_words,
        lacks,
    }
}

/// The ways that a table allows, with how many events each gives.
fn groupings(drafts: &[Draft], has_id: bool) -> Vec<(Grouping, u32)> {
    let ways = Grouping::ALL.into_iter().filter(|way| *way != Grouping::Id || has_id);
    ways.map(|way| (way, u32::try_from(group(drafts, way).len()).unwrap_or(u32::MAX))).collect()
}

/// The way that is taken if the reader takes none, and whether the reader should be asked.
fn proposed(drafts: &[Draft], groupings: &[(Grouping, u32)]) -> (Grouping, bool) {
    let count = |way| groupings.iter().find(|(known, _)| *known == way).map(|(_, count)| *count);
    let each = count(Grouping::Row).unwrap_or_default();
    let meetings = count(Grouping::Meeting).unwrap_or_default();
    match count(Grouping::Id) {
        // Ids that come again are those of events. Where they do not, they may be those of rows.
        Some(by_id) if by_id < each || meetings == each => (Grouping::Id, false),
        Some(_) if drafts.iter().all(|draft| draft.id.is_none()) => {
            (Grouping::Meeting, meetings < each)
        }
        Some(_) => (Grouping::Id, true),
        None => (Grouping::Meeting, meetings < each),
    }
}

fn listed(unmatched: &Unmatched, choices: &Choices) -> Vec<UnmatchedWord> {
    let words = unmatched.all().map(|(vocabulary, text, rows)| {
        let said = choices.assigned(vocabulary, text).cloned();
        let stands_for = said.or(vocabulary.is_own_at_first().then_some(Assigned::Own));
        UnmatchedWord { vocabulary, text: text.to_owned(), rows, stands_for }
    });
    // What has to be said stands first, then what most rows have.
    let is_open = |word: &UnmatchedWord| word.stands_for.is_none();
    ordered(words.collect(), &|one: &UnmatchedWord, other: &UnmatchedWord| {
        let open = is_open(other).cmp(&is_open(one));
        open.then(one.vocabulary.cmp(&other.vocabulary)).then(other.rows.cmp(&one.rows))
    })
}

/// What is said of columns that a table does not have.
fn missing(lacks: &[Meaning]) -> Vec<String> {
    let sentences = [
        (
            Meaning::Agency,
            "No column has the Chinese agency: it is that of the official, where that is known.",
        ),
        (Meaning::Official, "No column has the Chinese officials: *People* stays empty."),
        (
            Meaning::Rank,
            "No column has ranks: they are those of the officials, where these are known, and not stated otherwise.",
        ),
        (
            Meaning::Format,
            "No column has the format: events with several sides are multilateral, those with one and a forum sidelines, the others bilateral.",
        ),
        (
            Meaning::Forum,
            "No column has forums: *Forums* and the paper\u{2019}s Figure 7 stay without numbers.",
        ),
        (Meaning::Topic, "No column has topics: Figure 8 stays empty."),
        (Meaning::Venue, "No column has the country of the venue: it is not said."),
        (
            Meaning::Channel,
            "No column has the channel (in person, by video, by phone): it is unknown.",
        ),
        (Meaning::Office, "No column has the counterpart\u{2019}s office: it is not known."),
        (Meaning::Confidence, "No column says how firm a record is: it is not stated."),
        (Meaning::Source, "No column has sources: records stand without them."),
    ];
    let sentences = sentences.into_iter().filter(|(meaning, _)| lacks.contains(meaning));
    sentences.map(|(_, sentence)| sentence.to_owned()).collect()
}

fn new_officials(events: &[Event], tables: &Tables) -> Vec<(String, String, String)> {
    let mut found: Vec<(String, String, String)> = Vec::new();
    let mut seen = BTreeSet::new();
    for event in events {
        for name in &event.officials {
            if tables.official(name).is_none() && seen.insert(name) {
                found.push((name.clone(), event.agency.clone(), event.rank.clone()));
            }
        }
    }
    found
}

fn new_places(events: &[Event], tables: &Tables) -> BTreeSet<String> {
    let sides = events.iter().flat_map(|event| {
        event
            .counterparts
            .iter()
            .filter_map(|side| side.country.as_ref())
            .chain(&event.venue_country)
    });
    let is_new = |code: &&String| *code != SUBJECT && !tables.has_country(code);
    sides.filter(is_new).cloned().collect()
}

/// Makes events.
struct Making<'m> {
    tables: &'m Tables,
    column: &'m dyn Fn(Meaning) -> Option<String>,
    problems: &'m mut Vec<Problem>,
    /// Ids that are taken.
    ids: BTreeSet<String>,
    /// Ids as the table has them, where they are those of events.
    given: Option<BTreeSet<String>>,
}

impl Making<'_> {
    fn event(&mut self, rows: &[&Draft]) -> Option<Event> {
        let first = *rows.first()?;
        let mut sides: Vec<Counterpart> = Vec::new();
        for side in rows.iter().flat_map(|row| &row.sides) {
            match sides.iter_mut().find(|known| is_same(known, side)) {
                // Several people of one side are one interaction.
                Some(known) => further(known, side),
                None => sides.push(side.clone()),
            }
        }
        let agency = first.agency.clone();
        self.same(rows, Meaning::Date, &|row| Some(row.date));
        self.same(rows, Meaning::Agency, &|row| Some(&row.agency));
        let date_end = self.same(rows, Meaning::DateEnd, &|row| row.date_end);
        let given = self.same(rows, Meaning::Title, &|row| row.title.as_ref()).cloned();
        let rank = self.same(rows, Meaning::Rank, &|row| row.rank.as_ref()).cloned();
        let format = self.same(rows, Meaning::Format, &|row| row.format.as_ref()).cloned();
        let channel = self.same(rows, Meaning::Channel, &|row| row.channel.as_ref()).cloned();
        let city = self.same(rows, Meaning::City, &|row| row.city.as_ref()).cloned();
        let venue_country = self.same(rows, Meaning::Venue, &|row| row.venue.as_ref()).cloned();
        let forum = self.same(rows, Meaning::Forum, &|row| row.forum.as_ref()).cloned();
        let forum_session = self.same(rows, Meaning::Session, &|row| row.session.as_ref()).cloned();
        let confidence =
            self.same(rows, Meaning::Confidence, &|row| row.confidence.as_ref()).cloned();
        let officials = all(rows, &|row| &row.officials);
        let rank = rank.or_else(|| {
            let known = officials.iter().find_map(|name| self.tables.official(name));
            known.map(|official| official.rank.clone())
        });
        let format = format.unwrap_or_else(|| {
            let is_plain = forum.is_none();
            let format = match sides.len() {
                1 if is_plain => "bilateral",
                1 => "sideline",
                _ => MULTILATERAL,
            };
            format.to_owned()
        });
        let mut notes: Vec<String> = Vec::new();
        for note in rows.iter().filter_map(|row| row.note.as_ref()) {
            if !notes.contains(note) {
                notes.push(note.clone());
            }
        }
        let mut sources = Vec::new();
        for source in rows.iter().flat_map(|row| &row.sources) {
            if !sources.contains(source) {
                sources.push(source.clone());
            }
        }
        let names: Vec<String> = sides.iter().map(|side| self.side_name(side)).collect();
        Some(Event {
            id: self.id(first, &sides),
            date: first.date,
            date_end,
            title: given.unwrap_or_else(|| title(&agency, &officials, &names)),
            officials,
            rank: rank.unwrap_or_else(|| NOT_STATED.to_owned()),
            format,
            channel: channel.unwrap_or_else(|| UNKNOWN.to_owned()),
            city,
            venue_country,
            forum,
            forum_session,
            counterparts: sides,
            topics: all(rows, &|row| &row.topics),
            confidence: confidence.unwrap_or_else(|| NOT_STATED.to_owned()),
            in_paper_window: is_in_paper_window(first.date),
            note: Some(notes.join(" ")).filter(|note| !note.is_empty()),
            sources,
            agency,
        })
    }

    /// What the rows of an event say of one thing: the first of them that says something. Where others
    /// contradict it, that is told.
    fn same<'r, T: Copy + PartialEq + std::fmt::Display>(
        &mut self,
        rows: &[&'r Draft],
        meaning: Meaning,
        of: &dyn Fn(&'r Draft) -> Option<T>,
    ) -> Option<T> {
        let (taken, from) = rows.iter().find_map(|row| Some((of(row)?, row.number)))?;
        for row in rows {
            if let Some(other) = of(row).filter(|other| *other != taken) {
                let expected =
                    format!("\u{201c}{taken}\u{201d} as in row {from}, of the same event");
                self.problem(row, meaning, &other.to_string(), expected);
            }
        }
        Some(taken)
    }

    fn problem(&mut self, row: &Draft, meaning: Meaning, value: &str, expected: String) {
        let column = (self.column)(meaning);
        self.problems.push(Problem::new(row.number, column.as_deref(), value, expected));
    }

    fn side_name(&self, side: &Counterpart) -> String {
        let country = side.country.as_deref().map(|iso3| {
            let countries = self.tables.countries();
            let known = countries.and_then(|all| all.list().iter().find(|it| it.iso3 == iso3));
            known.map_or(iso3, |country| country.name_en.as_str())
        });
        country.or(side.organization.as_deref()).unwrap_or_default().to_owned()
    }

    /// The event's own id where links can have it, or one that is made of what it is.
    fn id(&mut self, first: &Draft, sides: &[Counterpart]) -> String {
        if let (Some(given), Some(id)) = (&mut self.given, &first.id)
            && !given.insert(id.clone())
        {
            let expected = "an id of its own: another event, of another date, has this one";
            self.problem(first, Meaning::Id, id, expected.to_owned());
        }
        let given = first.id.as_deref().map(slug).filter(|id| is_slug(id));
        let made = || {
            let side =
                sides.first().and_then(|side| side.country.as_ref().or(side.organization.as_ref()));
            let parts =
                [first.date.to_string(), first.agency.clone(), side.cloned().unwrap_or_default()];
            slug(&parts.join(" "))
        };
        unique(&given.unwrap_or_else(made), &mut self.ids)
    }
}

/// Adds the people of a side that stands in several rows.
fn further(known: &mut Counterpart, side: &Counterpart) {
    use explorer_dataset::event::Person;
    if known.name.is_none() && known.title.is_none() {
        (known.name, known.title) = (side.name.clone(), side.title.clone());
    } else if (side.name.is_some() || side.title.is_some())
        && (known.name != side.name || known.title != side.title)
    {
        let person = Person { name: side.name.clone(), title: side.title.clone() };
        if !known.also.contains(&person) {
            known.also.push(person);
        }
    }
    known.office = known.office.take().or_else(|| side.office.clone());
    for person in &side.also {
        if !known.also.contains(person) {
            known.also.push(person.clone());
        }
    }
}

fn all<'r>(rows: &[&'r Draft], of: &dyn Fn(&'r Draft) -> &'r Vec<String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for word in rows.iter().flat_map(|row| of(row)) {
        if !all.contains(word) {
            all.push(word.clone());
        }
    }
    all
}

/// A text as an id: its letters and digits without accents, joined by hyphens.
fn slug(text: &str) -> String {
    let words = fold(text)
        .into_iter()
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// An id that is not taken yet.
fn unique(id: &str, taken: &mut BTreeSet<String>) -> String {
    let id = if id.is_empty() { "x" } else { id };
    let mut free = id.to_owned();
    let mut number = 2_u32;
    while !taken.insert(free.clone()) {
        free = format!("{id}-{number}");
        number += 1;
    }
    free
}

impl Intake {
    /// It as the page reads it: what is other than in the explorer's own dataset
    /// ([`explorer_dataset::own::OwnRecords`]). `name` is the file's.
    pub fn to_json(&self, name: &str, tables: &Tables) -> String {
        let nothing = || "[]".to_owned();
        let lacks = list(self.lacks.iter().map(|meaning| string(meaning.word())));
        let mut taken: BTreeSet<String> =
            tables.ids(Vocabulary::Official).iter().cloned().collect();
        let officials = list(self.officials.iter().map(|(name, agency, rank)| {
            record(&[
                ("id", string(&unique(&slug(name), &mut taken))),
                ("name_en", string(name)),
                ("name_zh", string("")),
                ("agency", string(agency)),
                ("rank", string(rank)),
                ("post", string("as the file names them")),
            ])
        }));
        let own_agencies = self.own_words.get(&Vocabulary::Agency).into_iter().flatten();
        let agencies = list(own_agencies.map(|id| {
            let note = string("An agency of the file\u{2019}s own.");
            record(&[
                ("id", string(id)),
                ("name_en", string(id)),
                ("name_zh", string("")),
                ("note", note),
            ])
        }));
        let words = record(&[
            ("ranks", self.words(Vocabulary::Rank, tables, self.uses(&|event| &event.rank))),
            ("formats", nothing()),
            ("channels", nothing()),
            ("offices", self.words(Vocabulary::Office, tables, false)),
            ("topics", self.words(Vocabulary::Topic, tables, false)),
            ("forums", self.words(Vocabulary::Forum, tables, false)),
            ("organizations", self.words(Vocabulary::Organization, tables, false)),
            (
                "confidences",
                self.words(Vocabulary::Confidence, tables, self.uses(&|event| &event.confidence)),
            ),
            ("gsi_bases", nothing()),
        ]);
        let known = tables.countries();
        let places = self.places.iter().filter_map(|code| {
            let country = known?.list().iter().find(|country| country.iso3 == *code)?;
            Some(record(&[
                ("iso3", string(&country.iso3)),
                ("iso2", string(&country.iso2)),
                ("m49", "null".to_owned()),
                ("name_en", string(&country.name_en)),
                ("name_zh", string(&country.name_zh)),
                ("region", string(ELSEWHERE)),
            ]))
        });
        let region = record(&[
            ("id", string(ELSEWHERE)),
            ("name_en", string("Other places")),
            ("name_zh", string("其他地区")),
        ]);
        let regions = list((!self.places.is_empty()).then_some(region).into_iter());
        let events = self.events.iter().map(|event| {
            let sides: Vec<&Counterpart> = event.counterparts.iter().collect();
            event_json(event, &sides)
        });
        record(&[
            ("name", string(name)),
            ("lacks", lacks),
            ("agencies", agencies),
            ("officials", officials),
            ("words", words),
            ("countries", list(places)),
            ("regions", regions),
            ("events", list(events)),
        ])
    }

    /// Whether an event has that of which nothing is stated.
    fn uses(&self, of: &dyn Fn(&Event) -> &String) -> bool {
        self.events.iter().any(|event| of(event) == NOT_STATED)
    }

    fn words(&self, vocabulary: Vocabulary, tables: &Tables, not_stated: bool) -> String {
        let mut taken: BTreeSet<String> = tables.ids(vocabulary).iter().cloned().collect();
        let own = self.own_words.get(&vocabulary).into_iter().flatten().map(String::as_str);
        let more =
            (not_stated && !own.clone().any(|word| word == NOT_STATED)).then_some(NOT_STATED);
        list(own.chain(more).map(|word| {
            let definition = match word {
                NOT_STATED => "The file does not say.",
                _ => "A word of the file\u{2019}s own.",
            };
            record(&[
                ("word", string(word)),
                ("id", string(&unique(&slug(word), &mut taken))),
                ("label", string(word)),
                ("definition", string(definition)),
            ])
        }))
    }
}
