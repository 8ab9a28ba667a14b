//! Files that the explorer has written itself, edited or not: its nested records (JSON) and its data package
//! become the tidy table that it writes as CSV, and are read as that.

use std::collections::BTreeSet;

use explorer_export::csv::Csv;
use explorer_export::interactions::COLUMNS;
use explorer_meaning::country::{CodeList, Naming};
use explorer_meaning::mapping::{Mapping, Meaning, Role};
use explorer_reader::date::{DateForm, Pairs};
use explorer_reader::json::{Node, parse};

/// What stands between several values of a cell.
const BETWEEN: &str = "; ";

/// The keys of a record, without its counterparts and sources.
const OF_EVENT: [(&str, &str); 17] = [
    ("id", "event_id"),
    ("date", "date"),
    ("date_end", "date_end"),
    ("title", "title"),
    ("agency", "agency"),
    ("officials", "officials"),
    ("rank", "rank"),
    ("format", "format"),
    ("channel", "channel"),
    ("city", "city"),
    ("venue_country", "venue_country"),
    ("forum", "forum"),
    ("forum_session", "forum_session"),
    ("topics", "topics"),
    ("confidence", "confidence"),
    ("in_paper_window", "in_paper_window"),
    ("note", "note"),
];

/// The keys of a counterpart.
const OF_SIDE: [(&str, &str); 6] = [
    ("country", "country"),
    ("organization", "organization"),
    ("name", "counterpart_name"),
    ("title", "counterpart_title"),
    ("office", "counterpart_office"),
    ("also", "also"),
];

/// The keys of a source.
const OF_SOURCE: [(&str, &str); 3] =
    [("url", "sources"), ("publisher", "source_publishers"), ("published", "source_dates")];

/// The tidy table of a file that the explorer has written, as CSV; `None` if the text is no such file. What
/// is not as the explorer writes it stands in the table as it is, so that whoever reads the table tells by
/// row and column what is wrong; keys that a record does not have become columns of their own.
pub fn as_table(text: &str) -> Option<String> {
    let root = parse(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()?;
    package(&root).or_else(|| records(&root))
}

/// The table within a data package.
fn package(root: &Node<'_>) -> Option<String> {
    let Node::List(resources) = root.get("resources")? else { return None };
    let table = resources.iter().find_map(|resource| {
        match (resource.get("name"), resource.get("data")) {
            (Some(Node::Text(name)), Some(Node::List(rows))) if name == "interactions" => {
                Some(rows)
            }
            _ => None,
        }
    })?;
    let mut csv = Csv::default();
    for row in table {
        let Node::List(cells) = row else { return None };
        let cells: Vec<String> = cells.iter().map(written).collect();
        csv.line(cells.iter().map(String::as_str));
    }
    Some(csv.finish())
}

/// The records: a list of them, or the file with what it says of itself.
fn records(root: &Node<'_>) -> Option<String> {
    let events = match root {
        Node::Record(_) => root.get("events")?,
        list => list,
    };
    let Node::List(events) = events else { return None };
    let is_ours =
        |event: &Node<'_>| event.get("counterparts").is_some() && event.get("date").is_some();
    if !events.iter().any(is_ours) {
        return None;
    }
    let known = |key: &str| {
        matches!(key, "counterparts" | "sources") || OF_EVENT.iter().any(|(name, _)| *name == key)
    };
    let more: BTreeSet<&str> = events
        .iter()
        .flat_map(|event| match event {
            Node::Record(fields) => {
                fields.iter().map(|(key, _)| key.as_ref()).filter(|key| !known(key)).collect()
            }
            _ => Vec::new(),
        })
        .collect();
    let own = COLUMNS.iter().map(|(name, _)| *name).filter(|name| is_written(name));
    let header: Vec<&str> = own.chain(more.iter().copied()).collect();
    let mut csv = Csv::default();
    csv.line(header.iter().copied());
    for event in events {
        let none = [Node::Null];
        let sides = match event.get("counterparts") {
            Some(Node::List(sides)) if !sides.is_empty() => sides.as_slice(),
            _ => none.as_slice(),
        };
        for side in sides {
            let cells: Vec<String> = header.iter().map(|name| cell(event, side, name)).collect();
            csv.line(cells.iter().map(String::as_str));
        }
    }
    Some(csv.finish())
}

/// Whether a column has something of the record, and not of the file.
fn is_written(name: &str) -> bool {
    !matches!(name, "view" | "dataset_version" | "retrieved")
}

fn cell(event: &Node<'_>, side: &Node<'_>, name: &str) -> String {
    let key_of = |keys: &[(&'static str, &str)]| {
        keys.iter().find(|(_, column)| *column == name).map(|(key, _)| *key)
    };
    if let Some(key) = key_of(&OF_SIDE) {
        return side.get(key).map_or(String::new(), written);
    }
    if let Some(key) = key_of(&OF_SOURCE) {
        let Some(Node::List(sources)) = event.get("sources") else { return String::new() };
        let parts: Vec<String> =
            sources.iter().map(|source| source.get(key).map_or(String::new(), written)).collect();
        return if parts.iter().all(String::is_empty) {
            String::new()
        } else {
            parts.join(BETWEEN)
        };
    }
    let key = key_of(&OF_EVENT).unwrap_or(name);
    event.get(key).map_or(String::new(), written)
}

/// A value as the tidy table has it. A person is a name and a title.
fn written(value: &Node<'_>) -> String {
    match value {
        Node::Null => String::new(),
        Node::Flag(flag) => flag.to_string(),
        Node::Number(number) => (*number).to_owned(),
        Node::Text(text) => text.to_string(),
        Node::List(values) => values.iter().map(written).collect::<Vec<_>>().join(BETWEEN),
        Node::Record(fields) => {
            let values = fields.iter().map(|(_, value)| written(value));
            values.filter(|value| !value.is_empty()).collect::<Vec<_>>().join(", ")
        }
    }
}

/// How each column of the tidy table is read: its name, what it means, how its cells are.
const READ: [(&str, Meaning, Cells); 27] = [
    ("event_id", Meaning::Id, Cells::Text),
    ("date", Meaning::Date, Cells::Date),
    ("date_end", Meaning::DateEnd, Cells::Date),
    ("title", Meaning::Title, Cells::Text),
    ("agency", Meaning::Agency, Cells::Word),
    ("officials", Meaning::Official, Cells::Words),
    ("rank", Meaning::Rank, Cells::Word),
    ("format", Meaning::Format, Cells::Word),
    ("channel", Meaning::Channel, Cells::Word),
    ("city", Meaning::City, Cells::Word),
    ("venue_country", Meaning::Venue, Cells::Country),
    ("forum", Meaning::Forum, Cells::Word),
    ("forum_session", Meaning::Session, Cells::Word),
    ("country", Meaning::Country, Cells::Country),
    ("organization", Meaning::Organization, Cells::Word),
    ("counterpart_name", Meaning::Counterpart, Cells::Text),
    ("counterpart_title", Meaning::CounterpartTitle, Cells::Text),
    ("counterpart_office", Meaning::Office, Cells::Word),
    ("also", Meaning::Also, Cells::Words),
    ("topics", Meaning::Topic, Cells::Words),
    ("confidence", Meaning::Confidence, Cells::Word),
    ("note", Meaning::Note, Cells::Text),
    ("sources", Meaning::Source, Cells::Links),
    ("source_publishers", Meaning::Publisher, Cells::Text),
    ("source_dates", Meaning::Published, Cells::Text),
    ("in_paper_window", Meaning::Id, Cells::Ignored),
    ("dataset_version", Meaning::Id, Cells::Ignored),
];

/// How the cells of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cells {
    Date,
    Word,
    Words,
    Country,
    Text,
    Links,
    Ignored,
}

/// Settles the columns of a table that has those of the tidy table: nothing of them has to be guessed.
/// Whether it is such a table.
pub fn settle(mapping: &mut Mapping) -> bool {
    let has = |name: &str| mapping.columns.iter().any(|column| column.name == name);
    if !["event_id", "date", "agency", "country", "organization", "counterpart_office"]
        .into_iter()
        .all(has)
    {
        return false;
    }
    for column in &mut mapping.columns {
        let known = READ.iter().find(|(name, ..)| *name == column.name);
        let Some((_, meaning, cells)) = known else {
            column.meaning = None;
            continue;
        };
        column.meaning = Some(*meaning).filter(|_| *cells != Cells::Ignored);
        column.naming = Naming::Names;
        column.role = match cells {
            // The explorer writes months, and no fiscal years: 2000-01 is January.
            Cells::Date => match column.role {
                Role::Date(form) => Role::Date(DateForm { pairs: Pairs::Months, ..form }),
                _ => Role::Date(DateForm::default()),
            },
            Cells::Word => Role::Category,
            Cells::Words => Role::MultiValue(';'),
            Cells::Country => {
                column.naming = Naming::Codes(CodeList::Iso3);
                Role::Category
            }
            Cells::Text => Role::Text,
            Cells::Links => Role::Link,
            Cells::Ignored => column.role,
        };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_become_rows_and_nothing_is_dropped() {
        let text = r#"{"dataset":"x","events":[{"id":"a","date":"2024-05","officials":["A B","C D"],"odd":3,
            "counterparts":[{"country":"LAO","also":[{"name":"N","title":"T"}]},{"country":5}],
            "sources":[{"url":"https://a.b","publisher":"P","published":null}]},{"id":"b","date":1,"counterparts":[]}]}"#;
        let table = as_table(text).unwrap_or_default();
        let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines.len(), 4);
        assert!(lines[0].ends_with(",odd"), "{}", lines[0]);
        assert!(
            lines[1].contains("A B; C D")
                && lines[1].contains("\"N, T\"")
                && lines[1].ends_with(",3")
        );
        assert!(lines[2].contains(",5,") && lines[3].starts_with("b,1,"));
    }

    #[test]
    fn other_files_are_left_alone() {
        for text in [
            "",
            "[]",
            "{}",
            "[1]",
            r#"[{"date":"2024"}]"#,
            r#"{"events":[{"date":"2024"}]}"#,
            "{\"a\":",
        ] {
            assert_eq!(as_table(text), None, "{text}");
        }
    }
}
