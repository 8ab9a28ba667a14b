//! From a tree of JSON values to typed fields, naming the place of whatever does not fit.
//!
//! A reader that finds a problem notes it and goes on with an empty value. So reading a record
//! is one plain call per field, without a way out and a cleanup after each of them: less code in
//! the page. What was read with a problem is of no use, so whoever begins to read a file looks
//! at the problem before the records.

use std::borrow::Cow;
use std::fmt::Write;

use super::node::Node;

/// Where and why a tree is not what the reading expected.
#[derive(Debug, PartialEq)]
pub struct Problem {
    /// Record and path in it, such as `2022-08-19-mps-sco counterparts[0].country`; empty for
    /// the file itself.
    pub place: String,
    /// What is wrong and what was expected.
    pub message: String,
}

/// Where in a file a value stands; made into words only for a problem.
enum Place<'p> {
    /// The file itself.
    File,
    /// An item of a list.
    Item { list: &'p Place<'p>, index: usize },
    /// The value of a key.
    Key { record: &'p Place<'p>, key: &'p str },
}

impl Place<'_> {
    fn words(&self) -> String {
        let mut words = String::new();
        self.write(&mut words);
        words
    }

    fn write(&self, words: &mut String) {
        match self {
            Self::File => {}
            Self::Item { list, index } => {
                list.write(words);
                // Writing to a string does not fail.
                let _ = write!(words, "[{index}]");
            }
            Self::Key { record, key } => {
                record.write(words);
                match record {
                    Self::File => {}
                    Self::Item { list: Self::File, .. } => words.push(' '),
                    Self::Item { .. } | Self::Key { .. } => words.push('.'),
                }
                words.push_str(key);
            }
        }
    }
}

/// Reads the fields of one record. Keys may stand in any order; a key that nobody asked for, or
/// that stands twice, is a problem.
pub struct Reader<'r, 'a> {
    /// What nobody has asked for yet.
    fields: Vec<(Cow<'a, str>, Node<'a>)>,
    place: Place<'r>,
    asked: Vec<&'static str>,
    /// The first required key that is not there. Told last: an unknown key says more, as it may
    /// be this one misspelt.
    missing: Option<&'static str>,
    /// The first problem of all readers of a file.
    problem: &'r mut Option<Problem>,
}

/// Reads a file that is one record.
pub fn read_record<T>(
    node: Node<'_>,
    problem: &mut Option<Problem>,
    read: fn(&mut Reader<'_, '_>) -> T,
) -> T {
    let mut reader = Reader::new(node, Place::File, problem);
    let record = read(&mut reader);
    reader.finish();
    record
}

fn read_items(
    items: Vec<Node<'_>>,
    list: &Place<'_>,
    problem: &mut Option<Problem>,
    read: &mut dyn FnMut(&mut Reader<'_, '_>),
) {
    for (index, item) in items.into_iter().enumerate() {
        let mut reader = Reader::new(item, Place::Item { list, index }, problem);
        read(&mut reader);
        reader.finish();
    }
}

/// Notes a problem, unless there was one before.
fn note(problem: &mut Option<Problem>, place: &Place<'_>, message: String) {
    if problem.is_none() {
        *problem = Some(Problem { place: place.words(), message });
    }
}

fn expected(what: &str, found: &Node<'_>) -> String {
    format!("expected {what}, found {}", found.kind())
}

impl<'r, 'a> Reader<'r, 'a> {
    fn new(node: Node<'a>, place: Place<'r>, problem: &'r mut Option<Problem>) -> Self {
        let fields = match node {
            Node::Record(fields) => fields,
            other => {
                note(problem, &place, expected("a record", &other));
                Vec::new()
            }
        };
        Self { fields, place, asked: Vec::new(), missing: None, problem }
    }

    /// Notes what is wrong with the record as a whole, now that all its fields are read.
    fn finish(self) {
        let Self { fields, place, asked, missing, problem } = self;
        if let Some((key, _)) = fields.first() {
            let place = Place::Key { record: &place, key };
            let message = if asked.iter().any(|known| key == known) {
                format!("the key \u{201c}{key}\u{201d} stands here twice")
            } else {
                let known = asked.join(", ");
                format!("unknown key \u{201c}{key}\u{201d}, expected one of {known}")
            };
            note(problem, &place, message);
        } else if let Some(key) = missing {
            note(problem, &place, format!("the key \u{201c}{key}\u{201d} is missing"));
        }
    }

    fn take(&mut self, key: &'static str) -> Option<Node<'a>> {
        self.asked.push(key);
        let at = self.fields.iter().position(|(name, _)| name == key)?;
        Some(self.fields.remove(at).1)
    }

    /// As [`Self::take`], for a key that must be there.
    fn require(&mut self, key: &'static str) -> Option<Node<'a>> {
        let node = self.take(key);
        if node.is_none() {
            self.missing = self.missing.or(Some(key));
        }
        node
    }

    fn refuse(&mut self, key: &str, message: String) {
        note(self.problem, &Place::Key { record: &self.place, key }, message);
    }

    fn refuse_kind(&mut self, key: &str, what: &str, found: &Node<'_>) {
        self.refuse(key, expected(what, found));
    }

    /// A text.
    pub fn text(&mut self, key: &'static str) -> String {
        match self.require(key) {
            Some(Node::Text(text)) => return text.into_owned(),
            Some(other) => self.refuse_kind(key, "a text", &other),
            None => {}
        }
        String::new()
    }

    /// A text; `None` for `null` or no such key.
    pub fn optional_text(&mut self, key: &'static str) -> Option<String> {
        match self.take(key)? {
            Node::Text(text) => return Some(text.into_owned()),
            Node::Null => {}
            other => self.refuse_kind(key, "a text or null", &other),
        }
        None
    }

    /// A list of records.
    pub fn list<T>(&mut self, key: &'static str, read: fn(&mut Reader<'_, '_>) -> T) -> Vec<T> {
        let node = self.require(key);
        self.records(key, node, read)
    }

    fn records<T>(
        &mut self,
        key: &str,
        node: Option<Node<'a>>,
        read: fn(&mut Reader<'_, '_>) -> T,
    ) -> Vec<T> {
        let mut records = Vec::new();
        self.each(key, node, &mut |reader| records.push(read(reader)));
        records
    }

    fn each(
        &mut self,
        key: &str,
        node: Option<Node<'a>>,
        read: &mut dyn FnMut(&mut Reader<'_, '_>),
    ) {
        let items = self.items(key, node);
        let list = Place::Key { record: &self.place, key };
        read_items(items, &list, self.problem, read);
    }

    fn items(&mut self, key: &str, node: Option<Node<'a>>) -> Vec<Node<'a>> {
        match node {
            Some(Node::List(items)) => return items,
            Some(other) => self.refuse_kind(key, "a list", &other),
            None => {}
        }
        Vec::new()
    }
}
