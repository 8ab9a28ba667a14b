//! Where the table is in a JSON tree: programs write it with things around and beside it.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::node::Node;

/// The fields of an object.
type Fields<'t> = [(Cow<'t, str>, Node<'t>)];

/// How deep a table may lie within objects.
const DEEPEST: usize = 6;

/// Keys under which the names of columns stand beside the rows, or what else is said of columns.
const NAMES: [&str; 9] = [
    "columns",
    "cols",
    "colnames",
    "fields",
    "headers",
    "header",
    "columnNames",
    "variables",
    "schema",
];

/// Keys under which the name of a column stands in what is said of it.
const NAME: [&str; 10] = [
    "name",
    "field",
    "fieldName",
    "field_name",
    "columnName",
    "column_name",
    "display_name",
    "label",
    "title",
    "id",
];

/// A table in a tree.
#[derive(Debug)]
pub(super) struct Found<'n, 't> {
    pub(super) shape: Shape<'n, 't>,
    /// Where it stands, as `data.rows`; empty for the root.
    pub(super) path: String,
    /// Other lists that could be the table.
    pub(super) others: Vec<String>,
}

/// How the rows stand in it.
#[derive(Debug)]
pub(super) enum Shape<'n, 't> {
    /// A list of objects.
    Records(&'n [Node<'t>]),
    /// A list of lists; the names of the columns stand elsewhere, or are its first list.
    Lists {
        names: Option<Vec<String>>,
        rows: &'n [Node<'t>],
        /// The names of the rows, where they say more than their place.
        index: Option<&'n [Node<'t>]>,
    },
    /// Objects that are rows, each under its key.
    Keyed(&'n Fields<'t>),
    /// Lists of rows of the same columns, each under its key.
    KeyedLists(Vec<(&'n str, &'n [Node<'t>])>),
    /// Columns under their names: each an object of cells by row, or a list of cells.
    Columns(&'n Fields<'t>),
}

/// The table in a tree; `None` if it is a single object, or no object.
pub(super) fn find<'n, 't>(root: &'n Node<'t>) -> Option<Found<'n, 't>> {
    match root {
        Node::List(items) => Some(in_list(root, items)),
        Node::Record(fields) => in_record(root, fields),
        _ => None,
    }
}

fn found<'n, 't>(shape: Shape<'n, 't>, path: String) -> Found<'n, 't> {
    Found { shape, path, others: Vec::new() }
}

fn in_list<'n, 't>(root: &'n Node<'t>, items: &'n [Node<'t>]) -> Found<'n, 't> {
    // What is said of the table and the table, as the World Bank's API has it.
    let mut tables = items.iter().enumerate().filter(|(_, item)| is_table(item));
    if let (Some((at, Node::List(rows))), None) = (tables.next(), tables.next())
        && items.len() > 1
        && items.iter().any(|item| matches!(item, Node::Record(_)))
        && items.len() <= 3
    {
        return found(rows_of(root, root, rows), format!("item {}", at + 1));
    }
    found(rows_of(root, root, items), String::new())
}

fn in_record<'n, 't>(root: &'n Node<'t>, fields: &'n Fields<'t>) -> Option<Found<'n, 't>> {
    let mut level: Vec<(String, &'n Node<'t>)> = vec![(String::new(), root)];
    for depth in 0..DEEPEST {
        let mut lists: Vec<(String, &'n Node<'t>, &'n [Node<'t>])> = Vec::new();
        for (path, owner) in &level {
            let Node::Record(fields) = owner else { continue };
            for (key, node) in fields {
                if let Node::List(items) = node
                    && is_table(node)
                {
                    lists.push((within(path, key), owner, items));
                }
            }
        }
        if !lists.is_empty() {
            return Some(choose(root, lists));
        }
        if depth == 0
            && let Some(shape) = by_key(fields)
        {
            return Some(found(shape, String::new()));
        }
        let records = level.iter().flat_map(|(path, owner)| {
            let fields = match owner {
                Node::Record(fields) => fields.as_slice(),
                _ => &[],
            };
            let records = fields.iter().filter(|(_, node)| matches!(node, Node::Record(_)));
            records.map(move |(key, node)| (within(path, key), node))
        });
        let next: Vec<_> = records.take(1_000).collect();
        level = next;
    }
    let deeper = fields.iter().filter_map(|(key, node)| match node {
        Node::Record(fields) => Some((key.to_string(), by_key(fields)?)),
        _ => None,
    });
    let mut deeper: Vec<_> = deeper.collect();
    match deeper.pop() {
        Some((path, shape)) if deeper.is_empty() => Some(found(shape, path)),
        _ => None,
    }
}

/// The table among several lists: the one with the most cells, of equally large ones the first, and
/// never the one that says what the columns are. Lists of the same columns are one table.
fn choose<'n, 't>(
    root: &'n Node<'t>,
    lists: Vec<(String, &'n Node<'t>, &'n [Node<'t>])>,
) -> Found<'n, 't> {
    let says_columns = |path: &str| {
        let key = path.rsplit('.').next().unwrap_or_default();
        NAMES.iter().any(|name| name.eq_ignore_ascii_case(key))
    };
    let rows: Vec<_> = lists.iter().filter(|(path, ..)| !says_columns(path)).collect();
    let rows = if rows.is_empty() { lists.iter().collect() } else { rows };
    if let Some(keyed) = same_columns(&rows) {
        return found(Shape::KeyedLists(keyed), String::new());
    }
    let largest = rows.iter().rev().max_by_key(|(_, _, items)| cells(items));
    let Some((path, owner, items)) = largest else {
        return found(Shape::Records(&[]), String::new());
    };
    let shape = match envelope(items) {
        Some((owner, rows)) => rows_of(root, owner, rows),
        None => rows_of(root, owner, items),
    };
    let others = rows.iter().filter(|(other, ..)| other != path);
    let others = others.map(|(path, _, items)| format!("{path} ({})", items.len()));
    Found { shape, path: path.clone(), others: others.collect() }
}

/// About how many cells a list has.
fn cells(items: &[Node<'_>]) -> usize {
    let width = |item: &Node<'_>| match item {
        Node::Record(fields) => fields.iter().map(|(_, node)| inner(node)).sum(),
        Node::List(cells) => cells.len(),
        _ => 1,
    };
    let widest = items.iter().take(100).map(width).max().unwrap_or(0);
    items.len().saturating_mul(widest.max(1))
}

/// How many columns an object within becomes.
fn inner(node: &Node<'_>) -> usize {
    match node {
        Node::Record(fields) => fields.len().max(1),
        _ => 1,
    }
}

/// The rows within the only item of a list, with the names of the columns beside them: Superset's
/// results.
fn envelope<'n, 't>(items: &'n [Node<'t>]) -> Option<(&'n Node<'t>, &'n [Node<'t>])> {
    let [owner @ Node::Record(fields)] = items else { return None };
    NAMES.iter().find(|key| owner.get(key).is_some())?;
    let rows = fields.iter().filter(|(key, _)| matches!(key.as_ref(), "data" | "rows" | "records"));
    rows.into_iter().find_map(|(_, node)| match node {
        Node::List(rows) if is_table(node) => Some((owner, rows.as_slice())),
        _ => None,
    })
}

fn same_columns<'n, 't>(
    lists: &[&(String, &'n Node<'t>, &'n [Node<'t>])],
) -> Option<Vec<(&'n str, &'n [Node<'t>])>> {
    let (_, owner, _) = lists.first()?;
    let same_owner = lists.iter().all(|(_, other, _)| std::ptr::eq(*owner, *other));
    let Node::Record(fields) = owner else { return None };
    if lists.len() < 2 || !same_owner {
        return None;
    }
    let keys: Vec<BTreeSet<&str>> = lists
        .iter()
        .map(|(_, _, items)| items.iter().take(100).flat_map(keys_of).collect())
        .collect();
    if !alike(&keys) {
        return None;
    }
    let keyed = fields.iter().filter_map(|(key, node)| match node {
        Node::List(items)
            if lists.iter().any(|(_, _, list)| std::ptr::eq(*list, items.as_slice())) =>
        {
            Some((key.as_ref(), items.as_slice()))
        }
        _ => None,
    });
    Some(keyed.collect())
}

fn keys_of<'n>(node: &'n Node<'_>) -> Vec<&'n str> {
    match node {
        Node::Record(fields) => fields.iter().map(|(key, _)| key.as_ref()).collect(),
        _ => Vec::new(),
    }
}

/// Whether all have at least half of all keys, and there are some that several have.
fn alike(keys: &[BTreeSet<&str>]) -> bool {
    let all: BTreeSet<&str> = keys.iter().flatten().copied().collect();
    let is_shared = keys.len() == 1 || keys.iter().map(BTreeSet::len).sum::<usize>() > all.len();
    !all.is_empty() && is_shared && keys.iter().all(|keys| keys.len() * 2 >= all.len())
}

/// Rows under keys, or columns under names, in an object of nothing else.
fn by_key<'n, 't>(fields: &'n Fields<'t>) -> Option<Shape<'n, 't>> {
    let lists: Vec<&[Node<'t>]> = fields
        .iter()
        .filter_map(|(_, node)| match node {
            Node::List(items) if items.iter().all(is_cell) => Some(items.as_slice()),
            _ => None,
        })
        .collect();
    let long = lists.first().map_or(0, |list| list.len());
    if lists.len() == fields.len() && lists.len() > 1 && long > 1 {
        let same = lists.iter().all(|list| list.len() == long);
        return same.then_some(Shape::Columns(fields));
    }
    let records: Vec<&Fields<'t>> = fields
        .iter()
        .filter_map(|(_, node)| match node {
            Node::Record(fields) if !fields.is_empty() => Some(fields.as_slice()),
            _ => None,
        })
        .collect();
    if records.len() != fields.len() || records.is_empty() {
        return None;
    }
    let is_count = |key: &str| key.len() <= 9 && key.bytes().all(|byte| byte.is_ascii_digit());
    let counted = records.iter().all(|record| record.iter().all(|(key, _)| is_count(key)));
    let cells = records.iter().all(|record| record.iter().all(|(_, node)| is_cell(node)));
    if counted && cells && !fields.iter().all(|(key, _)| is_count(key)) {
        return Some(Shape::Columns(fields));
    }
    let keys: Vec<BTreeSet<&str>> =
        records.iter().map(|record| record.iter().map(|(key, _)| key.as_ref()).collect()).collect();
    if records.len() < 2 || !alike(&keys) {
        return None;
    }
    // The cells of a column are of one kind, those of a row are not. Where both are, there are more
    // rows than columns.
    let down = records.iter().all(|record| one_kind(record.iter().map(|(_, node)| node)));
    let names: BTreeSet<&str> = keys.iter().flatten().copied().collect();
    let across = names.iter().all(|name| {
        let node = |record: &&Fields<'t>| record.iter().position(|(key, _)| key == name);
        one_kind(records.iter().filter_map(|record| record.get(node(record)?).map(|(_, n)| n)))
    });
    let columns = cells && down && (!across || names.len() > records.len());
    Some(if columns { Shape::Columns(fields) } else { Shape::Keyed(fields) })
}

fn is_cell(node: &Node<'_>) -> bool {
    !matches!(node, Node::List(_) | Node::Record(_))
}

fn one_kind<'n, 't: 'n>(nodes: impl Iterator<Item = &'n Node<'t>>) -> bool {
    let kind = |node: &Node<'t>| match node {
        Node::Null => 0_u8,
        Node::Flag(_) => 1,
        Node::Number(_) => 2,
        Node::Text(text) if is_dated(text) => 3,
        Node::Text(_) => 4,
        Node::List(_) => 5,
        Node::Record(_) => 6,
    };
    let kinds: BTreeSet<u8> = nodes.map(kind).filter(|kind| *kind > 0).collect();
    kinds.len() <= 1
}

fn is_dated(text: &str) -> bool {
    text.len() <= 40 && crate::date::written(text).is_some()
}

/// A list as rows, with the names of the columns from what stands beside it.
fn rows_of<'n, 't>(root: &'n Node<'t>, owner: &'n Node<'t>, rows: &'n [Node<'t>]) -> Shape<'n, 't> {
    if !matches!(rows.first(), Some(Node::List(_))) {
        return Shape::Records(rows);
    }
    let width = |row: &Node<'t>| match row {
        Node::List(cells) => cells.len(),
        _ => 0,
    };
    let width = rows.iter().map(width).max().unwrap_or(0);
    let names = names_in(owner, width, 0).or_else(|| names_in(root, width, 0));
    let index = match owner.get("index") {
        Some(Node::List(index)) if index.len() == rows.len() && names.is_some() => {
            let says_place = |(at, node): (usize, &Node<'t>)| matches!(node, Node::Number(number) if number.parse() == Ok(at));
            let is_place = index.iter().enumerate().all(says_place);
            (!is_place).then_some(index.as_slice())
        }
        _ => None,
    };
    Shape::Lists { names, rows, index }
}

/// The names of so many columns, from a list of them.
fn names_in(node: &Node<'_>, width: usize, depth: usize) -> Option<Vec<String>> {
    let Node::Record(fields) = node else { return None };
    if depth > 3 {
        return None;
    }
    for (key, node) in fields {
        if let Node::List(items) = node
            && NAMES.iter().any(|name| name.eq_ignore_ascii_case(key))
            && items.len() == width
            && let Some(names) = items.iter().map(name).collect()
        {
            return Some(names);
        }
    }
    fields.iter().find_map(|(_, node)| names_in(node, width, depth + 1))
}

fn name(node: &Node<'_>) -> Option<String> {
    match node {
        Node::Text(text) => Some(text.to_string()),
        Node::Number(number) => Some((*number).to_owned()),
        // Of pandas, a name of several levels.
        Node::List(levels) if !levels.is_empty() => {
            Some(levels.iter().map(name).collect::<Option<Vec<_>>>()?.join(" "))
        }
        Node::Record(_) => NAME.iter().find_map(|key| match node.get(key) {
            Some(Node::Text(text)) => Some(text.to_string()),
            _ => None,
        }),
        _ => None,
    }
}

/// Whether a node is a list of nothing but objects and lists.
pub(super) fn is_table(node: &Node<'_>) -> bool {
    let Node::List(items) = node else { return false };
    !items.is_empty() && items.iter().all(|item| matches!(item, Node::Record(_) | Node::List(_)))
}

fn within(path: &str, key: &str) -> String {
    let key = crate::problem::shortened(key, 40);
    if path.is_empty() { key } else { format!("{path}.{key}") }
}
