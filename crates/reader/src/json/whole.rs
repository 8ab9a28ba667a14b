//! JSON that is read as a whole: an object around a table, or a list of lists.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::find::{Shape, find, is_table};
use super::flatten::{Row, SEPARATOR};
use super::node::Node;
use super::parse::{parse, parse_several};
use super::reader::Table;
use super::wrapped::unwrapped;
use crate::csv::header_row::{Header, ROWS, propose};
use crate::csv::{CsvReader, Dialect, Summary, write_line};
use crate::header::Note;
use crate::refusal::Refusal;
use crate::sink::Sink;

/// What the columns of our own JSON export are called in our own tidy table
/// (`crates/export/src/interactions.rs`), so that both open alike.
const OWN_NAMES: [(&str, &str); 8] = [
    ("id", "event_id"),
    ("counterparts.country", "country"),
    ("counterparts.organization", "organization"),
    ("counterparts.name", "counterpart_name"),
    ("counterparts.title", "counterpart_title"),
    ("counterparts.office", "counterpart_office"),
    ("counterparts.also.name", "also"),
    ("sources.url", "sources"),
];

/// Reads the table that is in a JSON text. A summary if all is done; otherwise the rows are in
/// `table`.
///
/// The table is, in this order: `events` with `counterparts` (our own export, a row for each
/// counterpart), the `data` of the first of the `resources` that has them (a Data Package), or what
/// [`find`] says.
pub(super) fn read(
    text: &str,
    table: &mut Table,
    sink: &mut dyn Sink,
) -> Result<Option<Summary>, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let root = root(unwrapped(text))?;
    if let Some(Node::List(events)) = root.get("events")
        && events.iter().any(|event| matches!(event.get("counterparts"), Some(Node::List(_))))
    {
        events.iter().for_each(|event| interactions(event, table, sink));
        return Ok(None);
    }
    let resources = match root.get("resources") {
        Some(Node::List(resources)) => resources.as_slice(),
        _ => &[],
    };
    let data = resources.iter().find_map(|resource| resource.get("data").filter(|d| is_table(d)));
    let Some(found) = find(data.unwrap_or(&root)) else {
        let Node::Record(fields) = &root else {
            let expected = "This JSON is a single value: expected a list of objects.";
            return Err(Refusal::NoTable(expected.to_owned()));
        };
        object(fields, table, sink);
        return Ok(None);
    };
    if !found.others.is_empty() {
        table.notes.push(Note::Chosen { taken: found.path, others: found.others });
    }
    match found.shape {
        Shape::Lists { names, rows, index } => {
            let mut summary = lists(names, rows, index, sink)?;
            summary.notes.append(&mut table.notes);
            return Ok(Some(summary));
        }
        Shape::Records(items) => items.iter().for_each(|item| record(item, None, table, sink)),
        Shape::Keyed(fields) => {
            fields.iter().for_each(|(key, node)| record(node, Some(key), table, sink));
        }
        Shape::KeyedLists(lists) => {
            for (key, items) in lists {
                items.iter().for_each(|item| record(item, Some(key), table, sink));
            }
        }
        Shape::Columns(columns) => by_column(columns, table, sink),
    }
    Ok(None)
}

/// The JSON of a text: one value, or objects that follow each other.
fn root(text: &str) -> Result<Node<'_>, Refusal> {
    let error = match parse(text) {
        Ok(root) => return Ok(root),
        Err(error) => error,
    };
    let error = match parse_several(text).map(<[Node<'_>; 1]>::try_from) {
        Ok(Ok([only])) => return Ok(only),
        Ok(Err(several)) if several.iter().all(|node| matches!(node, Node::Record(_))) => {
            return Ok(Node::List(several));
        }
        Ok(Err(_)) => error,
        // The one that came further: of what Python prints, JSON ends at the first quote.
        Err(other) if other.at > error.at => other,
        Err(_) => error,
    };
    let before = text.get(..error.at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
    let expected = error.expected;
    Err(Refusal::NoTable(format!(
        "This JSON is damaged: expected {expected} in line {line}, character {column}."
    )))
}

/// Whether a text that is one object has a table within, and is not the only row.
pub(crate) fn has_table(root: &Node<'_>) -> bool {
    find(root).is_some()
}

/// An item as a row, with the key that it stands under.
fn record(item: &Node<'_>, key: Option<&str>, table: &mut Table, sink: &mut dyn Sink) {
    let Node::Record(fields) = item else {
        // So that its cell is seen as what it is: not of the table.
        return object(&[("".into(), item.clone())], table, sink);
    };
    let mut row = Row::default();
    if let Some(key) = key {
        // Not `key`, which would be taken for an id of no further interest.
        let name = if item.get("entry").is_some() { "entry of the list" } else { "entry" };
        row.add(&[(name.into(), Node::Text(key.into()))], "");
    }
    match item.get("_source") {
        // What Elasticsearch finds: the record, and beside it where it was.
        Some(Node::Record(source)) => {
            row.add(source, "");
            let beside = fields.iter().filter(|(name, _)| {
                name != "_source" && source.iter().all(|(known, _)| known != name)
            });
            row.add(&beside.cloned().collect::<Vec<_>>(), "");
        }
        _ => row.add(fields, ""),
    }
    table.number += 1;
    table.take(row, 0, sink);
}

/// Columns of cells, each under its row, as rows.
fn by_column(columns: &[(Cow<'_, str>, Node<'_>)], table: &mut Table, sink: &mut dyn Sink) {
    let mut keys: Vec<Cow<'_, str>> = Vec::new();
    let mut places: BTreeMap<Cow<'_, str>, usize> = BTreeMap::new();
    let mut rows: Vec<Vec<(Cow<'_, str>, Node<'_>)>> = Vec::new();
    for (name, column) in columns {
        let cells: Vec<(Cow<'_, str>, &Node<'_>)> = match column {
            Node::Record(cells) => cells.iter().map(|(key, cell)| (key.clone(), cell)).collect(),
            Node::List(cells) => {
                cells.iter().enumerate().map(|(at, cell)| (at.to_string().into(), cell)).collect()
            }
            _ => Vec::new(),
        };
        for (key, cell) in cells {
            let at = *places.entry(key.clone()).or_insert(rows.len());
            if at == rows.len() {
                keys.push(key);
                rows.push(Vec::new());
            }
            if let Some(row) = rows.get_mut(at) {
                row.push((name.clone(), cell.clone()));
            }
        }
    }
    let is_place = keys.iter().enumerate().all(|(at, key)| *key == at.to_string());
    for (key, cells) in keys.iter().zip(rows) {
        let key = (!is_place).then_some(key.as_ref());
        record(&Node::Record(cells), key, table, sink);
    }
}

fn object(fields: &[(Cow<'_, str>, Node<'_>)], table: &mut Table, sink: &mut dyn Sink) {
    let mut row = Row::default();
    row.add(fields, "");
    table.number += 1;
    table.take(row, 0, sink);
}

/// An event of our own export as a row for each of its counterparts.
fn interactions(event: &Node<'_>, table: &mut Table, sink: &mut dyn Sink) {
    let Node::Record(fields) = event else {
        return object(&[("".into(), event.clone())], table, sink);
    };
    let of_event: Vec<_> =
        fields.iter().filter(|(key, _)| key != "counterparts").cloned().collect();
    let counterparts = match event.get("counterparts") {
        Some(Node::List(counterparts)) if !counterparts.is_empty() => counterparts.as_slice(),
        _ => &[Node::Null],
    };
    for counterpart in counterparts {
        let mut row = Row::default();
        row.add(&of_event, "");
        if let Node::Record(fields) = counterpart {
            row.add(fields, "counterparts");
        }
        OWN_NAMES.iter().for_each(|(from, to)| row.rename(from, to));
        table.number += 1;
        table.take(row, 0, sink);
    }
}

/// Lists of cells are what CSV is, too: their first are the names, unless these stand elsewhere or nowhere.
fn lists(
    names: Option<Vec<String>>,
    items: &[Node<'_>],
    index: Option<&[Node<'_>]>,
    sink: &mut dyn Sink,
) -> Result<Summary, Refusal> {
    let first_rows =
        || -> Vec<(u64, Vec<String>)> { (1..).zip(items.iter().take(ROWS).map(cells)).collect() };
    let header = match names.is_none().then(|| propose(&first_rows())) {
        Some(none @ Header::None { .. }) => none,
        _ => Header::First,
    };
    let mut reader = CsvReader::new(Dialect { header, ..Dialect::default() });
    let mut line = String::new();
    if let Some(names) = &names {
        let first = index.map(|_| "index");
        write_line(&mut line, first.into_iter().chain(names.iter().map(String::as_str)));
        reader.push(&line, sink)?;
    }
    for (at, item) in items.iter().enumerate() {
        let name = index.and_then(|index| index.get(at));
        let cells = name.into_iter().map(cell).chain(cells(item));
        let cells: Vec<String> = cells.collect();
        line.clear();
        write_line(&mut line, cells.iter().map(String::as_str));
        reader.push(&line, sink)?;
    }
    reader.finish(sink)
}

fn cells(row: &Node<'_>) -> Vec<String> {
    match row {
        Node::List(items) => items.iter().map(cell).collect(),
        other => vec![cell(other)],
    }
}

fn cell(node: &Node<'_>) -> String {
    match node {
        Node::Null => String::new(),
        Node::Flag(flag) => flag.to_string(),
        Node::Number(number) => (*number).to_owned(),
        Node::Text(text) => text.to_string(),
        Node::List(items) => items.iter().map(cell).collect::<Vec<_>>().join(SEPARATOR),
        Node::Record(fields) => {
            fields.iter().map(|(_, node)| cell(node)).collect::<Vec<_>>().join(SEPARATOR)
        }
    }
}
