//! Lists of records by column, as the page carries them: each key stands once, and what stands
//! under it side by side is alike, so the compressed page is 4 kB smaller than with records one
//! after the other. People write and read the records (`data/`).
//!
//! - A list of records becomes `{"#": null, "key": [a, b, …], …}`, with `null` where a record has
//!   no such key, or `null` under it.
//! - Under a key that holds lists of records stands `{"#": [2, null, 1], "key": […], …}`: how many
//!   each record has, and the columns of all of them one after the other.

use std::borrow::Cow;

use serde::de::Error;

use super::node::Node;

/// The key that marks columns. No record has it.
const MARK: &str = "#";

/// The fields of a record.
type Fields<'a> = Vec<(Cow<'a, str>, Node<'a>)>;

/// A tree with records in place of columns. Columns that do not fit each other make records that
/// lack keys, which their readers refuse.
pub(crate) fn unfold(node: Node<'_>) -> Node<'_> {
    match node {
        Node::Record(fields) if fields.first().is_some_and(|(key, _)| key == MARK) => {
            Node::List(records(fields))
        }
        Node::Record(fields) => {
            Node::Record(fields.into_iter().map(|(key, node)| (key, unfold(node))).collect())
        }
        other => other,
    }
}

fn records<'a>(columns: Fields<'a>) -> Vec<Node<'a>> {
    let mut records: Vec<Fields<'a>> = Vec::new();
    let mut put = |at: usize, key: &Cow<'a, str>, node: Node<'a>| {
        if records.len() <= at {
            records.resize_with(at + 1, Vec::new);
        }
        if let (Some(record), false) = (records.get_mut(at), matches!(node, Node::Null)) {
            record.push((key.clone(), node));
        }
    };
    for (key, column) in columns {
        match column {
            Node::List(cells) if key != MARK => {
                for (at, cell) in cells.into_iter().enumerate() {
                    put(at, &key, cell);
                }
            }
            Node::Record(mut columns) if !columns.is_empty() => {
                let (_, lengths) = columns.remove(0);
                let mut items = self::records(columns).into_iter();
                let Node::List(lengths) = lengths else { continue };
                for (at, length) in lengths.into_iter().enumerate() {
                    if let Node::Number(Some(length)) = length {
                        let items = items.by_ref().take(length as usize).collect();
                        put(at, &key, Node::List(items));
                    }
                }
            }
            _ => {}
        }
    }
    records.into_iter().map(Node::Record).collect()
}

/// A JSON text with its lists of records by column.
///
/// # Errors
/// If it is no JSON, or has a number that is not a small whole one, as records have no others.
pub fn folded(json: &str) -> Result<String, serde_json::Error> {
    let number = || serde_json::Error::custom("a number that is not whole, or too large");
    fold(&serde_json::from_str(json)?).ok_or_else(number)
}

fn fold(node: &Node<'_>) -> Option<String> {
    match node {
        Node::List(items) => Some(match all_records(items) {
            Some(records) if !records.is_empty() => columns(&records, "null")?,
            _ => plain(node)?,
        }),
        Node::Record(fields) => {
            object(fields.iter().map(|(key, node)| Some((&**key, fold(node)?))))
        }
        other => plain(other),
    }
}

/// The records of a list that has nothing else.
fn all_records<'n, 'a>(items: &'n [Node<'a>]) -> Option<Vec<&'n Fields<'a>>> {
    items
        .iter()
        .map(|item| if let Node::Record(fields) = item { Some(fields) } else { None })
        .collect()
}

fn columns(records: &[&Fields<'_>], mark: &str) -> Option<String> {
    let mut keys: Vec<&str> = Vec::new();
    for (key, _) in records.iter().copied().flatten() {
        if !keys.contains(&&**key) {
            keys.push(key);
        }
    }
    let column = |key: &str| -> Option<String> {
        let cells: Vec<&Node<'_>> = records
            .iter()
            .map(|fields| {
                fields.iter().find(|(name, _)| name == key).map_or(&Node::Null, |(_, node)| node)
            })
            .collect();
        let lists: Option<Vec<_>> = cells
            .iter()
            .map(|cell| match cell {
                Node::Null => Some(None),
                Node::List(items) => all_records(items).map(Some),
                _ => None,
            })
            .collect();
        let lists = lists.filter(|lists| lists.iter().flatten().any(|items| !items.is_empty()));
        match lists {
            Some(lists) => {
                let length = |items: &Option<Vec<_>>| {
                    items.as_ref().map_or("null".to_owned(), |items| items.len().to_string())
                };
                let lengths: Vec<String> = lists.iter().map(length).collect();
                let all: Vec<_> = lists.into_iter().flatten().flatten().collect();
                columns(&all, &format!("[{}]", lengths.join(",")))
            }
            None => list(cells.into_iter()),
        }
    };
    let columns = keys.iter().map(|key| Some((*key, column(key)?)));
    object(std::iter::once(Some((MARK, mark.to_owned()))).chain(columns))
}

fn plain(node: &Node<'_>) -> Option<String> {
    Some(match node {
        Node::Null => "null".to_owned(),
        Node::Flag(flag) => flag.to_string(),
        Node::Number(number) => (*number)?.to_string(),
        Node::Text(text) => serde_json::to_string(text).ok()?,
        Node::List(items) => list(items.iter())?,
        // As everywhere in the dataset, a key that holds null says the same as none.
        Node::Record(fields) => object(
            fields
                .iter()
                .filter(|(_, node)| !matches!(node, Node::Null))
                .map(|(key, node)| Some((&**key, plain(node)?))),
        )?,
    })
}

fn list<'n, 'a: 'n>(items: impl Iterator<Item = &'n Node<'a>>) -> Option<String> {
    let items: Option<Vec<String>> = items.map(plain).collect();
    Some(format!("[{}]", items?.join(",")))
}

fn object<'k>(fields: impl Iterator<Item = Option<(&'k str, String)>>) -> Option<String> {
    let fields: Option<Vec<String>> = fields
        .map(|field| {
            let (key, value) = field?;
            Some(format!("{}:{value}", serde_json::to_string(key).ok()?))
        })
        .collect();
    Some(format!("{{{}}}", fields?.join(",")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// There and back again, as plain JSON.
    fn back(json: &str) -> Option<String> {
        plain(&unfold(serde_json::from_str(&folded(json).ok()?).ok()?))
    }

    #[test]
    fn lists_of_records_are_columns() {
        let list = r#"[{"a":1,"b":[{"x":"p"},{"x":"q","y":["r"]}]},{"a":2,"c":null},{"b":[]}]"#;
        let expected = r##"{"#":null,"a":[1,2,null],"b":{"#":[2,null,0],"x":["p","q"],"y":[null,["r"]]},"c":[null,null,null]}"##;
        assert_eq!(folded(list).ok().as_deref(), Some(expected));
        let same = r#"[{"a":1,"b":[{"x":"p"},{"x":"q","y":["r"]}]},{"a":2},{"b":[]}]"#;
        assert_eq!(back(list).as_deref(), Some(same));
        assert!(folded("[1.5]").is_err() && folded("[").is_err());
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        for json in [r#"{"a":["b",null,[]],"c":true}"#, "[]", r#"["\"é"]"#, r#"[{"a":1},"b"]"#, "7"]
        {
            assert_eq!(folded(json).ok().as_deref(), Some(json));
            assert_eq!(back(json).as_deref(), Some(json));
        }
        let nested = r#"{"fields":[{"a":"x"},{"a":"y"}],"b":"c"}"#;
        assert_eq!(back(nested).as_deref(), Some(nested));
    }

    #[test]
    fn columns_that_do_not_fit_are_no_records() {
        for json in [
            r##"{"#":null,"a":[1,2],"b":[3]}"##,
            r##"{"#":7,"a":"b","c":{"#":[4294967295,9],"d":[1]}}"##,
            r##"{"#":[1,2]}"##,
            r##"{"#":null,"a":{},"b":{"d":1}}"##,
        ] {
            let node = serde_json::from_str(json).map(unfold);
            assert!(matches!(node, Ok(Node::List(records)) if records.len() <= 2), "{json}");
        }
    }
}
