//! JSON that is read as a whole: an object around a table, or a list of lists.

use super::flatten::{Row, SEPARATOR};
use super::node::Node;
use super::parse::parse;
use super::reader::Table;
use crate::csv::{CsvReader, Dialect, Summary, write_line};
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
/// counterpart), the `data` of the first of the `resources` that has them (a Data Package), the
/// list itself, or the longest list of objects or lists that stands directly in the object.
pub(super) fn read(
    text: &str,
    table: &mut Table,
    sink: &mut dyn Sink,
) -> Result<Option<Summary>, Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    let root = parse(text).map_err(|error| {
        let before = text.get(..error.at).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        let expected = error.expected;
        Refusal::NoTable(format!(
            "This JSON is damaged: expected {expected} in line {line}, character {column}."
        ))
    })?;
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
    let items = match (data, &root) {
        (Some(Node::List(items)), _) | (None, Node::List(items)) => items,
        (_, Node::Record(fields)) => {
            let tables = fields.iter().filter_map(|(_, node)| match node {
                Node::List(items) if is_table(node) => Some(items),
                _ => None,
            });
            // Of equally long ones the first.
            match tables.rev().max_by_key(|items| items.len()) {
                Some(items) => items,
                None => {
                    object(fields, table, sink);
                    return Ok(None);
                }
            }
        }
        _ => {
            let expected = "This JSON is a single value: expected a list of objects.";
            return Err(Refusal::NoTable(expected.to_owned()));
        }
    };
    if matches!(items.first(), Some(Node::List(_))) {
        return lists(items, sink).map(Some);
    }
    for item in items {
        match item {
            Node::Record(fields) => object(fields, table, sink),
            // So that its cell is seen as what it is: not of the table.
            other => object(&[("".into(), other.clone())], table, sink),
        }
    }
    Ok(None)
}

fn is_table(node: &Node<'_>) -> bool {
    let Node::List(items) = node else { return false };
    !items.is_empty() && items.iter().all(|item| matches!(item, Node::Record(_) | Node::List(_)))
}

fn object(
    fields: &[(std::borrow::Cow<'_, str>, Node<'_>)],
    table: &mut Table,
    sink: &mut dyn Sink,
) {
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

/// Lists of cells, the first of which are the names, are what CSV is, too.
fn lists(items: &[Node<'_>], sink: &mut dyn Sink) -> Result<Summary, Refusal> {
    let mut reader = CsvReader::new(Dialect::default());
    let mut line = String::new();
    for item in items {
        let cells: Vec<String> = match item {
            Node::List(cells) => cells.iter().map(cell).collect(),
            other => vec![cell(other)],
        };
        line.clear();
        write_line(&mut line, cells.iter().map(String::as_str));
        reader.push(&line, sink)?;
    }
    reader.finish(sink)
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
