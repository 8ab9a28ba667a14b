//! A row as a part of a record, before it is known which rows are the same event.

use explorer_dataset::date::PartialDate;
use explorer_dataset::event::{Counterpart, Person, Source};
use explorer_meaning::mapping::Meaning;
use explorer_reader::Problem;
use explorer_reader::date::DateForm;
use explorer_reader::number::is_missing;

use crate::finding::{Finder, Found, FoundSide};
use crate::row::Row;
use crate::vocabulary::Vocabulary;

/// What a row says of its event, and the foreign sides that it names.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Draft {
    pub number: u64,
    pub id: Option<String>,
    pub date: PartialDate,
    pub date_end: Option<PartialDate>,
    pub title: Option<String>,
    pub agency: String,
    pub officials: Vec<String>,
    pub rank: Option<String>,
    pub format: Option<String>,
    pub channel: Option<String>,
    pub city: Option<String>,
    pub venue: Option<String>,
    pub forum: Option<String>,
    pub session: Option<String>,
    pub topics: Vec<String>,
    pub confidence: Option<String>,
    pub note: Option<String>,
    pub sources: Vec<Source>,
    pub sides: Vec<Counterpart>,
}

/// What a row has to have to be a record.
const DATE: &str = "a date that is known to the day or the month";
const AGENCY: &str = "a Chinese agency, or an official whose agency is known";
const SIDE: &str = "a foreign country or organization";
const ASSIGN: &str = "one of the known words; say above what it stands for";

/// Reads a row.
pub(crate) struct Drafting<'d> {
    pub finder: &'d Finder<'d>,
    /// The name of the column with a meaning.
    pub column: &'d dyn Fn(Meaning) -> Option<String>,
    pub problems: &'d mut Vec<Problem>,
}

impl Drafting<'_> {
    fn problem(&mut self, row: &Row, meaning: Meaning, value: &str, expected: &str) {
        let column = (self.column)(meaning);
        self.problems.push(Problem::new(row.number, column.as_deref(), value, expected));
    }

    /// What a row says; `None` if no record can be made of it, which the problems then tell. Cells of
    /// which a part cannot be used are told, too, and the rest of the row is used.
    pub fn draft(&mut self, row: &Row) -> Option<Draft> {
        let date = self.date(row);
        let officials = self.several(row, Vocabulary::Official);
        let agency = self.agency(row, &officials);
        let sides = self.sides(row);
        let format = self.one(row, Vocabulary::Format);
        if format.is_none() && row.value(Meaning::Format).is_some() {
            return None;
        }
        let (date, agency, sides) = (date?, agency?, sides?);
        let (sources, source_note) = self.sources(row);
        let text = |meaning| row.text(meaning);
        let mut note = text(Meaning::Note);
        let persons = (sides.len() > 1).then(|| text(Meaning::Counterpart)).flatten();
        for (what, more) in [("Sources", source_note), ("Counterparts", persons)] {
            let Some(more) = more else { continue };
            let before = note.map(|note| format!("{note} ")).unwrap_or_default();
            note = Some(format!("{before}{what}: {more}"));
        }
        Some(Draft {
            number: row.number,
            id: self.id(row),
            date,
            date_end: self.date_end(row, date),
            title: text(Meaning::Title),
            rank: self.one(row, Vocabulary::Rank),
            channel: self.one(row, Vocabulary::Channel),
            city: text(Meaning::City),
            venue: self.venue(row),
            forum: self.one(row, Vocabulary::Forum),
            session: text(Meaning::Session),
            topics: self.several(row, Vocabulary::Topic),
            confidence: self.one(row, Vocabulary::Confidence),
            agency,
            officials,
            format,
            note,
            sources,
            sides,
        })
    }

    /// The id of its event. What says that there is none, or that a formula has failed, is none, or all such
    /// rows would be one event.
    fn id(&mut self, row: &Row) -> Option<String> {
        let text = row.text(Meaning::Id)?;
        if !is_no_value(&text) {
            return Some(text);
        }
        self.problem(row, Meaning::Id, &text, "an id; the row is taken for an event of its own");
        None
    }

    fn date(&mut self, row: &Row) -> Option<PartialDate> {
        let text = row.value(Meaning::Date).unwrap_or_default();
        let date = text.parse::<PartialDate>().ok().filter(|date| date.month().is_some());
        if date.is_none() {
            let cell = row.cells.get(&Meaning::Date);
            let written = cell.and_then(|cell| cell.unread.as_deref()).unwrap_or(text);
            self.problem(row, Meaning::Date, written, DATE);
        }
        date
    }

    fn date_end(&mut self, row: &Row, from: PartialDate) -> Option<PartialDate> {
        let cell = row.cells.get(&Meaning::DateEnd)?;
        let text = cell.values.first().or(cell.unread.as_ref())?;
        let end = text.parse::<PartialDate>().ok().filter(|end| end.last_day() >= from.first_day());
        if end.is_none() {
            self.problem(row, Meaning::DateEnd, text, "a date that is not before the first day");
        }
        end.filter(|end| *end != from)
    }

    fn agency(&mut self, row: &Row, officials: &[String]) -> Option<String> {
        let values = row.values(Meaning::Agency);
        let mut found = Vec::new();
        for text in values {
            match self.finder.find(Vocabulary::Agency, text) {
                Found::Word(word) => found.push(word),
                Found::Open => self.problem(row, Meaning::Agency, text, ASSIGN),
            }
        }
        if values.len() > 1 {
            let expected = "one agency, that of the most senior official; the first is taken";
            self.problem(row, Meaning::Agency, &values.join("; "), expected);
        }
        if values.is_empty() {
            // That of the most senior one, who stands first.
            let known = officials.iter().find_map(|name| self.finder.tables.official(name));
            found.extend(known.map(|official| official.agency.clone()));
            if found.is_empty() {
                self.problem(row, Meaning::Agency, "", AGENCY);
            }
        }
        found.into_iter().next()
    }

    /// The one word of a cell.
    fn one(&mut self, row: &Row, vocabulary: Vocabulary) -> Option<String> {
        let values = row.values(vocabulary.meaning());
        if values.len() > 1 {
            let expected = format!("one {}; the first is taken", vocabulary.noun());
            self.problem(row, vocabulary.meaning(), &values.join("; "), &expected);
        }
        let text = values.first()?;
        match self.finder.find(vocabulary, text) {
            Found::Word(word) => Some(word),
            Found::Open => {
                self.problem(row, vocabulary.meaning(), text, ASSIGN);
                None
            }
        }
    }

    fn several(&mut self, row: &Row, vocabulary: Vocabulary) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for text in row.values(vocabulary.meaning()) {
            match self.finder.find(vocabulary, text) {
                Found::Word(word) if !words.contains(&word) => words.push(word),
                Found::Word(_) => {}
                Found::Open => self.problem(row, vocabulary.meaning(), text, ASSIGN),
            }
        }
        words
    }

    fn venue(&mut self, row: &Row) -> Option<String> {
        let text = row.value(Meaning::Venue)?;
        match self.finder.venue(text) {
            Found::Word(iso3) => Some(iso3),
            Found::Open => {
                self.problem(row, Meaning::Venue, text, ASSIGN);
                None
            }
        }
    }

    fn sides(&mut self, row: &Row) -> Option<Vec<Counterpart>> {
        let mut sides: Vec<Counterpart> = Vec::new();
        let mut add = |country: Option<String>, organization: Option<String>| {
            let side = Counterpart {
                country,
                organization,
                name: None,
                title: None,
                office: None,
                also: Vec::new(),
            };
            if !sides.contains(&side) {
                sides.push(side);
            }
        };
        let mut open = false;
        let named = row.values(Meaning::Country);
        for text in named {
            match self.finder.side(text) {
                FoundSide::Country(iso3) => add(Some(iso3), None),
                FoundSide::Organization(word) => add(None, Some(word)),
                FoundSide::Subject => {
                    let column = (self.column)(Meaning::Country);
                    let expected = "a foreign side: China is whose meetings these are";
                    self.problems.push(Problem::new(row.number, column.as_deref(), text, expected));
                }
                FoundSide::Open => {
                    open = true;
                    let column = (self.column)(Meaning::Country);
                    self.problems.push(Problem::new(row.number, column.as_deref(), text, ASSIGN));
                }
            }
        }
        for text in row.values(Meaning::Organization) {
            // What a row already has as a country is not an organization besides.
            match self.finder.find(Vocabulary::Organization, text) {
                Found::Word(word) => add(None, Some(word)),
                Found::Open => open = true,
            }
        }
        if sides.is_empty() {
            if !open && named.is_empty() {
                self.problem(row, Meaning::Country, "", SIDE);
            }
            return None;
        }
        if let [side] = sides.as_mut_slice() {
            let text = |meaning| row.text(meaning);
            side.name = text(Meaning::Counterpart);
            side.title = text(Meaning::CounterpartTitle);
            side.office = self.one(row, Vocabulary::Office);
            side.also.extend(row.values(Meaning::Also).iter().map(|text| person(text)));
        }
        Some(sides)
    }

    /// Addresses, and what stands there besides.
    fn sources(&mut self, row: &Row) -> (Vec<Source>, Option<String>) {
        let mut sources: Vec<Source> = Vec::new();
        let mut others = Vec::new();
        let addresses = row.values(Meaning::Source);
        let publishers = self.beside_sources(row, Meaning::Publisher, addresses.len());
        let dates = self.beside_sources(row, Meaning::Published, addresses.len());
        for (at, text) in addresses.iter().enumerate() {
            let publisher = publishers.get(at).filter(|name| !name.is_empty()).cloned();
            let published = dates.get(at).filter(|date| !date.is_empty());
            let source = Source {
                url: text.trim().to_owned(),
                publisher: publisher.unwrap_or_else(|| host(text)),
                published: published.and_then(|date| self.published(row, date)),
            };
            match source.is_web() {
                true if !sources.iter().any(|known| known.url == source.url) => {
                    sources.push(source)
                }
                true => {}
                false => others.push(text.trim()),
            }
        }
        let others = others.join("; ");
        (sources, Some(others).filter(|others| !others.is_empty()))
    }

    /// What stands beside each of so many sources. Where it is not as many, nobody knows whose is whose.
    fn beside_sources(&mut self, row: &Row, meaning: Meaning, sources: usize) -> Vec<String> {
        let text = row.values(meaning).join(";");
        if text.trim().is_empty() {
            return Vec::new();
        }
        if sources == 1 && !matches!(meaning, Meaning::Published) {
            return vec![text.trim().to_owned()];
        }
        let parts: Vec<String> = text.split(';').map(|part| part.trim().to_owned()).collect();
        if parts.len() == sources {
            return parts;
        }
        let expected = "one for each source, with semicolons between";
        self.problem(row, meaning, &text, expected);
        Vec::new()
    }

    fn published(&mut self, row: &Row, text: &str) -> Option<PartialDate> {
        let read = DateForm::default().read(text).ok();
        // A quarter or a week is no date of the records.
        let date = read.and_then(|date| date.to_string().parse().ok());
        if date.is_none() {
            self.problem(row, Meaning::Published, text, "a date, such as 2024-09-06");
        }
        date
    }
}

/// Whether a text is a marker of a missing value, or an error of a spreadsheet: `n/a`, `#REF!`. Of letters, an x
/// may be an id.
fn is_no_value(text: &str) -> bool {
    let is_error = text.starts_with('#')
        && text.ends_with(['!', '?'])
        && text.bytes().skip(1).all(|byte| byte.is_ascii_uppercase() || b"/!?_0".contains(&byte));
    let is_letter = text.bytes().all(|byte| matches!(byte, b'x' | b'X'));
    is_error || (is_missing(text) && !is_letter)
}

/// Who publishes at an address, as far as that tells.
fn host(url: &str) -> String {
    let rest = url.trim().split_once("//").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// A person as the explorer's tables have one: a name, and a title behind the first comma.
fn person(text: &str) -> Person {
    let (name, title) = match text.split_once(", ") {
        Some((name, title)) => (name, Some(title.to_owned())),
        None => (text, None),
    };
    Person { name: Some(name.to_owned()).filter(|name| !name.is_empty()), title }
}
