//! From the JSON texts of a dataset to its typed records.

use std::fmt;

use super::Dataset;
use super::codebook::Codebook;
use super::columns::unfold;
use super::event::Event;
use super::forum::Forum;
use super::forum_edition::ForumEdition;
use super::membership::Membership;
use super::node::Node;
use super::paper::{Exhibit, PublishedNumber};
use super::pledge::Pledge;
use super::reader::{Problem, Reader, read_record, read_records};
use super::tables::{Agency, Country, GsiSupport, Official, Region};

/// The JSON texts of a dataset, one per file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sources<'a> {
    /// `codebook.json`
    pub codebook: &'a str,
    /// `agencies.json`
    pub agencies: &'a str,
    /// `officials.json`
    pub officials: &'a str,
    /// `countries.json`
    pub countries: &'a str,
    /// `regions.json`
    pub regions: &'a str,
    /// `gsi_support.json`
    pub gsi_support: &'a str,
    /// `country_attributes.json`
    pub country_attributes: &'a str,
    /// `gpscfl_participation.json`
    pub gpscfl_participation: &'a str,
    /// `forums.json`
    pub forums: &'a str,
    /// `pledges.json`
    pub pledges: &'a str,
    /// `figures_and_tables.json`
    pub figures_and_tables: &'a str,
    /// `published_figures.json`
    pub published_figures: &'a str,
    /// `events.json`
    pub events: &'a str,
}

impl<'a> Sources<'a> {
    /// Each file's name with its text, always in the same order.
    pub fn files(&self) -> [(&'static str, &'a str); 13] {
        [
            ("codebook.json", self.codebook),
            ("agencies.json", self.agencies),
            ("officials.json", self.officials),
            ("countries.json", self.countries),
            ("regions.json", self.regions),
            ("gsi_support.json", self.gsi_support),
            ("country_attributes.json", self.country_attributes),
            ("gpscfl_participation.json", self.gpscfl_participation),
            ("forums.json", self.forums),
            ("pledges.json", self.pledges),
            ("figures_and_tables.json", self.figures_and_tables),
            ("published_figures.json", self.published_figures),
            ("events.json", self.events),
        ]
    }
}

/// Where and why a text is not a file of a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseError {
    /// File name, such as `events.json`.
    pub file: &'static str,
    /// Where in the file.
    pub at: At,
    /// What is wrong and what was expected.
    pub message: String,
}

/// Where in a file something is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// The text is not JSON from here on.
    Text {
        /// Line, from 1.
        line: usize,
        /// Column, from 1, in bytes; 0 at the very start of a line.
        column: usize,
    },
    /// The text is JSON, but not what this place needs: a record by its id or its position and
    /// the path in it, such as `2022-08-19-mps-sco counterparts[0].country` or `[3] id`.
    Place(String),
    /// The text is JSON, but not what the file needs as a whole.
    File,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, at, message } = self;
        match at {
            At::Text { line, column } => {
                write!(f, "{file}, line {line}, column {column}: {message}")
            }
            At::Place(place) => write!(f, "{file}: {place}: {message}"),
            At::File => write!(f, "{file}: {message}"),
        }
    }
}

impl std::error::Error for ParseError {}

impl Dataset {
    /// Parses the texts. Unknown, missing and duplicate keys, wrong types and dates that do not
    /// exist are errors; whether the records agree with the tables and the codebook says
    /// [`super::check::check`].
    pub fn parse(sources: &Sources<'_>) -> Result<Self, ParseError> {
        let mut files = Files { error: None };
        let dataset = Self {
            codebook: files.record("codebook.json", sources.codebook, Codebook::read),
            agencies: files.records("agencies.json", sources.agencies, "id", Agency::read),
            officials: files.records("officials.json", sources.officials, "id", Official::read),
            countries: files.records("countries.json", sources.countries, "iso3", Country::read),
            regions: files.records("regions.json", sources.regions, "id", Region::read),
            gsi_support: files.records(
                "gsi_support.json",
                sources.gsi_support,
                "country",
                GsiSupport::read,
            ),
            memberships: files.records(
                "country_attributes.json",
                sources.country_attributes,
                "id",
                Membership::read,
            ),
            forum_editions: files.records(
                "gpscfl_participation.json",
                sources.gpscfl_participation,
                "edition",
                ForumEdition::read,
            ),
            forums: files.records("forums.json", sources.forums, "id", Forum::read),
            pledges: files.records("pledges.json", sources.pledges, "id", Pledge::read),
            exhibits: files.records(
                "figures_and_tables.json",
                sources.figures_and_tables,
                "id",
                Exhibit::read,
            ),
            published: files.records(
                "published_figures.json",
                sources.published_figures,
                "id",
                PublishedNumber::read,
            ),
            events: files.records("events.json", sources.events, "id", Event::read),
        };
        match files.error {
            None => Ok(dataset),
            Some(error) => {
                // Left where it lies: to take every record apart is a kilobyte of code, which would
                // run once, in a page that has failed.
                std::mem::forget(dataset);
                Err(error)
            }
        }
    }
}

/// Reads files one after the other. As with a [`Reader`], what was read beside an error is of no
/// use, and whoever reads looks at the error first.
#[doc(hidden)]
pub struct Files {
    /// The first error of all files.
    #[doc(hidden)]
    pub error: Option<ParseError>,
}

impl Files {
    /// A file that is one record.
    #[doc(hidden)]
    pub fn record<T>(
        &mut self,
        file: &'static str,
        text: &str,
        read: fn(&mut Reader<'_, '_>) -> T,
    ) -> T {
        let node = self.tree(file, text);
        let mut problem = None;
        let record = read_record(node, &mut problem, read);
        self.refuse(file, problem);
        record
    }

    /// A file that is a list of records, named by what they have under the key `id`.
    fn records<T>(
        &mut self,
        file: &'static str,
        text: &str,
        id: &str,
        read: fn(&mut Reader<'_, '_>) -> T,
    ) -> Vec<T> {
        let mut records = Vec::new();
        self.each_record(file, text, id, &mut |reader| records.push(read(reader)));
        records
    }

    fn each_record(
        &mut self,
        file: &'static str,
        text: &str,
        id: &str,
        read: &mut dyn FnMut(&mut Reader<'_, '_>),
    ) {
        let node = self.tree(file, text);
        let mut problem = None;
        read_records(node, id, &mut problem, read);
        self.refuse(file, problem);
    }

    fn refuse(&mut self, file: &'static str, problem: Option<Problem>) {
        if let (None, Some(Problem { place, message })) = (&self.error, problem) {
            let at = if place.is_empty() { At::File } else { At::Place(place) };
            self.error = Some(ParseError { file, at, message });
        }
    }

    /// The file as a tree; nothing, if it is no JSON.
    fn tree<'a>(&mut self, file: &'static str, text: &'a str) -> Node<'a> {
        // Editors on some systems put a byte order mark in front, which JSON does not allow.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let error = match serde_json::from_str(text) {
            Ok(node) => return unfold(node),
            Err(error) => error,
        };
        if self.error.is_none() {
            let (line, column) = (error.line(), error.column());
            let message = message(&error);
            self.error = Some(ParseError { file, at: At::Text { line, column }, message });
        }
        Node::Null
    }
}

/// What is wrong with a text that is no JSON, without the place.
#[cfg(not(target_arch = "wasm32"))]
fn message(error: &serde_json::Error) -> String {
    let full = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    full.strip_suffix(&place).unwrap_or(&full).to_owned()
}

/// The page only reads texts that the build has read before it. The parser's own words for what
/// cannot happen would be 1 kB of its first load.
#[cfg(target_arch = "wasm32")]
fn message(_: &serde_json::Error) -> String {
    "damaged after the build".to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is wrong with a file of countries.
    fn error(text: &str) -> Option<String> {
        let mut files = Files { error: None };
        files.records("countries.json", text, "iso3", Country::read);
        files.error.map(|error| error.to_string())
    }

    #[test]
    fn names_file_line_and_column_once() {
        let expected = "countries.json, line 2, column 5: expected value";
        assert_eq!(error("[\n {},,").as_deref(), Some(expected));
    }

    #[test]
    fn names_a_record_by_its_id_or_its_position() {
        let mut record = r#"{"iso3": 7, "iso2": "AF", "name_en": "a", "name_zh": "b"}"#.to_owned();
        let expected = "countries.json: [0] iso3: expected a text, found a number";
        assert_eq!(error(&format!("[{record}]")).as_deref(), Some(expected));
        record = record.replace('7', r#""AFG""#);
        assert_eq!(error(&format!("[{record}]")), None);
        record = record.replace("iso2", "iso");
        let expected = "countries.json: AFG iso: unknown key \u{201c}iso\u{201d}, \
                        expected one of iso3, iso2, m49, name_en, name_zh, region";
        assert_eq!(error(&format!("[{record}]")).as_deref(), Some(expected));
    }

    #[test]
    fn takes_a_byte_order_mark() {
        assert_eq!(error("\u{feff}[]"), None);
    }
}
