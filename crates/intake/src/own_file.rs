//! Files that the explorer has written itself, edited or not: its nested records (JSON) and its data package
//! become the tidy table that it writes as CSV, and are read as that.

use std::collections::BTreeSet;

use explorer_export::csv::Csv;
use explorer_export::interactions::COLUMNS;
use explorer_meaning::country::{CodeList, Naming};
use explorer_meaning::mapping::{Mapping, Meaning, Role};
use explorer_reader::date::{DateForm, Pairs};
use explorer_reader::json::{JsonError, NOTHING_BEHIND, Node, list_items, parse_several};

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
/// row and column what is wrong; keys that a record does not have become columns of their own. Where the JSON
/// is damaged, a record that is not is read, and the others are rows that say what is wrong with them.
pub fn as_table(text: &str) -> Option<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let roots = match parse_several(text) {
        Ok(roots) => roots,
        Err(error) => return salvaged(text, error),
    };
    if let [root] = roots.as_slice() {
        return package(root).or_else(|| records(&events(root)?.iter().collect::<Vec<_>>()));
    }
    // Several files, one behind the other.
    let all: Option<Vec<&[Node<'_>]>> = roots.iter().map(events).collect();
    records(&all?.into_iter().flatten().collect::<Vec<_>>())
}

/// The records of a file: a list of them, or the file with what it says of itself.
fn events<'n, 't>(root: &'n Node<'t>) -> Option<&'n [Node<'t>]> {
    let list = match root {
        Node::Record(_) => root.get("events")?,
        list => list,
    };
    match list {
        Node::List(events) => Some(events),
        _ => None,
    }
}

/// The records of a file whose JSON is damaged. `None` if it is not clear where a record ends: then it is
/// refused as a whole.
fn salvaged(text: &str, error: JsonError) -> Option<String> {
    let damaged = |text: &str, JsonError { at, expected }: JsonError| {
        let at = text.get(..at).map_or(0, |before| before.chars().count()) + 1;
        format!("damaged, expected {expected} at character {at}")
    };
    let outside = format!("the file is {}", damaged(text, error));
    let text = text.trim_start();
    let is_list = text.starts_with('[');
    let list = match is_list {
        true => text,
        false => {
            let (_, behind) = text.strip_prefix('{')?.split_once("\"events\"")?;
            behind.trim_start().strip_prefix(':')?.trim_start()
        }
    };
    let mut items: Vec<Result<String, &str>> = Vec::new();
    list_items(list, &mut |item| match item {
        // Behind its records, a file may say more of itself.
        Err(NOTHING_BEHIND) if !is_list => {}
        item => items.push(item.map(str::to_owned)),
    });
    let mut nodes: Vec<Node<'_>> = Vec::new();
    let mut is_told = false;
    for item in &items {
        let text = match item {
            Ok(text) => text,
            Err(expected) => {
                nodes.push(Node::Text(format!("damaged, expected {expected}").into()));
                is_told = true;
                continue;
            }
        };
        match parse_several(text) {
            Ok(several) => nodes.extend(several),
            // A quote that is not closed, say.
            Err(_) if text.matches("\"counterparts\"").count() > 1 => return None,
            Err(error) => {
                nodes.push(Node::Text(format!("{}: {text}", damaged(text, error)).into()));
                is_told = true;
            }
        }
    }
    if !is_told {
        // It is damaged somewhere beside its records.
        nodes.push(Node::Text(outside.into()));
    }
    records(&nodes.iter().collect::<Vec<_>>())
}

/// The table within a data package: a list of lists, of which the first has the names of the columns.
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
    let (first, rows) = table.split_first()?;
    let Node::List(header) = first else { return None };
    let header: Vec<String> = header.iter().map(written).collect();
    let mut csv = Csv::default();
    csv.line(header.iter().map(String::as_str));
    for row in rows {
        let mut cells: Vec<String> = match row {
            Node::List(cells) => cells.iter().map(written).collect(),
            // What is no row keeps its place, and is told as a row that lacks all others.
            other => vec![written(other)],
        };
        keep_visible(&mut cells, 0, row);
        csv.line(cells.iter().map(String::as_str));
    }
    Some(csv.finish())
}

/// A column of the table that is made of records.
enum Column<'t> {
    /// One of the tidy table.
    Own(&'static str),
    /// A key that no record has.
    OfEvent(&'t str),
    /// A key that no counterpart has.
    OfSide(&'t str),
}

impl Column<'_> {
    fn name(&self) -> String {
        match self {
            Self::Own(name) => (*name).to_owned(),
            Self::OfEvent(key) => (*key).to_owned(),
            Self::OfSide(key) => format!("counterparts.{key}"),
        }
    }

    fn cell(&self, event: &Node<'_>, side: &Node<'_>) -> String {
        match self {
            Self::Own(name) => cell(event, side, name),
            Self::OfEvent(key) => value(event, key),
            Self::OfSide(key) => value(side, key),
        }
    }
}

/// The records as rows; `None` if none of them is such a record.
fn records(events: &[&Node<'_>]) -> Option<String> {
    let is_ours =
        |event: &&Node<'_>| event.get("counterparts").is_some() && event.get("date").is_some();
    if !events.iter().any(is_ours) {
        return None;
    }
    let of_event = unknown(events.iter().copied(), &|key| {
        matches!(key, "counterparts" | "sources") || OF_EVENT.iter().any(|(name, _)| *name == key)
    });
    let of_side = unknown(events.iter().flat_map(|event| sides(event)), &|key| {
        OF_SIDE.iter().any(|(name, _)| *name == key)
    });
    let own = COLUMNS.iter().map(|(name, _)| *name).filter(|name| is_written(name));
    let columns: Vec<Column<'_>> = own
        .map(Column::Own)
        .chain(of_event.into_iter().map(Column::OfEvent))
        .chain(of_side.into_iter().map(Column::OfSide))
        .collect();
    let date = columns.iter().position(|column| matches!(column, Column::Own("date")));
    let mut csv = Csv::default();
    let header: Vec<String> = columns.iter().map(Column::name).collect();
    csv.line(header.iter().map(String::as_str));
    for event in events {
        let mut sides = sides(event);
        if sides.is_empty() {
            sides.push(&Node::Null);
        }
        for side in sides {
            let mut cells: Vec<String> =
                columns.iter().map(|column| column.cell(event, side)).collect();
            keep_visible(&mut cells, date.unwrap_or_default(), event);
            csv.line(cells.iter().map(String::as_str));
        }
    }
    Some(csv.finish())
}

/// The counterparts of a record, one by one; what stands in the place of their list is one.
fn sides<'n, 't>(event: &'n Node<'t>) -> Vec<&'n Node<'t>> {
    listed(event, "counterparts")
}

/// The items of the list under a key, of all such lists if the key comes again.
fn listed<'n, 't>(node: &'n Node<'t>, key: &str) -> Vec<&'n Node<'t>> {
    let Node::Record(fields) = node else { return Vec::new() };
    let lists = fields.iter().filter(|(name, _)| name == key);
    let items = lists.flat_map(|(_, list)| match list {
        Node::List(items) => items.as_slice(),
        other => std::slice::from_ref(other),
    });
    items.collect()
}

/// Keys that are not known, sorted.
fn unknown<'n, 't: 'n>(
    nodes: impl Iterator<Item = &'n Node<'t>>,
    is_known: &dyn Fn(&str) -> bool,
) -> BTreeSet<&'n str> {
    let keys = nodes.flat_map(|node| match node {
        Node::Record(fields) => fields.as_slice(),
        _ => &[],
    });
    keys.map(|(key, _)| key.as_ref()).filter(|key| !is_known(key)).collect()
}

/// A line without any text is none, and would be gone without a word: what stands in the place of a record
/// becomes the text of one of its cells.
fn keep_visible(cells: &mut Vec<String>, at: usize, node: &Node<'_>) {
    if !cells.iter().all(|cell| cell.trim().is_empty()) {
        return;
    }
    let text = match (node, written(node)) {
        (_, text) if !text.trim().is_empty() => text,
        (Node::Null, _) => "null".to_owned(),
        (Node::List(_), _) => "[]".to_owned(),
        (Node::Record(_), _) => "{}".to_owned(),
        _ => "\"\"".to_owned(),
    };
    match cells.get_mut(at) {
        Some(cell) => *cell = text,
        None => cells.push(text),
    }
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
        return match (side, key) {
            // What is no counterpart has its name, if anything.
            (Node::Record(_), "also") => people(side),
            (Node::Record(_), key) => value(side, key),
            (other, "country") => written(other),
            _ => String::new(),
        };
    }
    if let Some(key) = key_of(&OF_SOURCE) {
        return sources(event, key);
    }
    value(event, key_of(&OF_EVENT).unwrap_or(name))
}

/// What stands under a key; under a key that comes again, all that does.
fn value(node: &Node<'_>, key: &str) -> String {
    let Node::Record(fields) = node else { return String::new() };
    let mut values: Vec<String> = Vec::new();
    for (_, value) in fields.iter().filter(|(name, _)| name == key) {
        let text = written(value);
        if !text.is_empty() && !values.contains(&text) {
            values.push(text);
        }
    }
    values.join(BETWEEN)
}

/// The further people of a side. One without a name begins with the comma that stands before titles.
fn people(side: &Node<'_>) -> String {
    let is_known = |key: &str| matches!(key, "name" | "title");
    let person = |person: &Node<'_>| match (person, person.get("name"), person.get("title")) {
        (Node::Record(fields), None | Some(Node::Null), Some(Node::Text(title)))
            if fields.iter().all(|(key, _)| is_known(key)) && !title.is_empty() =>
        {
            format!(", {title}")
        }
        _ => written(person),
    };
    let people = listed(side, "also").into_iter().map(person).filter(|person| !person.is_empty());
    people.collect::<Vec<_>>().join(BETWEEN)
}

/// Something of each source, in their order, so that the first publisher is that of the first address. What
/// has no address, or a key that no source has, stands behind the addresses as a whole: it is told there as
/// no address.
fn sources(event: &Node<'_>, key: &str) -> String {
    let (sound, broken): (Vec<_>, Vec<_>) =
        listed(event, "sources").into_iter().partition(|source| is_source(source));
    let part = |source: &&Node<'_>| value(source, key).replace(';', ",");
    let mut parts: Vec<String> = sound.iter().map(part).collect();
    if key == "url" {
        let broken = broken.into_iter().map(written);
        parts.extend(broken.filter(|text| !text.trim().is_empty()));
    }
    if parts.iter().all(String::is_empty) { String::new() } else { parts.join(BETWEEN) }
}

/// Whether it is a source as records have one: with an address that is one.
fn is_source(source: &Node<'_>) -> bool {
    let Node::Record(fields) = source else { return false };
    let has_address = match source.get("url") {
        Some(Node::Text(url)) => {
            let begins = ["http://", "https://"].iter().any(|begin| url.starts_with(begin));
            begins && !url.contains([' ', ';', '\n', '|'])
        }
        _ => false,
    };
    let is_known = |key: &str| OF_SOURCE.iter().any(|(name, _)| *name == key);
    has_address && fields.iter().all(|(key, _)| is_known(key))
}

/// A value as the tidy table has it. A person is a name and a title.
fn written(value: &Node<'_>) -> String {
    let joined = |values: &mut dyn Iterator<Item = String>, between| {
        values.filter(|value| !value.is_empty()).collect::<Vec<_>>().join(between)
    };
    match value {
        Node::Null => String::new(),
        Node::Flag(flag) => flag.to_string(),
        Node::Number(number) => (*number).to_owned(),
        Node::Text(text) => text.to_string(),
        Node::List(values) => joined(&mut values.iter().map(written), BETWEEN),
        Node::Record(fields) => joined(&mut fields.iter().map(|(_, value)| written(value)), ", "),
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
