//! A JSON text as a tree, before anything is known of what it should hold.
//!
//! One type for every file, so that the page carries the JSON parser once and not once for every
//! type of record, as derived `Deserialize` implementations would have it.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// A JSON value.
#[derive(Debug)]
pub enum Node<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Flag(bool),
    /// A number. Its value is kept if it is whole and small enough: records hold no others.
    Number(Option<u32>),
    /// A string, borrowed from the JSON text if it has no escapes.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Node<'a>>),
    /// An object: its keys and values in the order of the text, the same key perhaps twice.
    Record(Vec<(Cow<'a, str>, Node<'a>)>),
}

impl Node<'_> {
    /// What this is, in words that fit after “expected a text, found”.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Flag(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Record(_) => "a record",
        }
    }
}

impl<'de> Deserialize<'de> for Node<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Node<'de>, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Node<'de>, E> {
        Ok(Node::Flag(flag))
    }

    // JSON numbers come in here only if they are negative.
    fn visit_i64<E: Error>(self, _: i64) -> Result<Node<'de>, E> {
        Ok(Node::Number(None))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Node<'de>, E> {
        Ok(Node::Number(u32::try_from(number).ok()))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Node<'de>, E> {
        Ok(Node::Number(None))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node<'de>, E> {
        Ok(Node::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Node<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(key) = map.next_key()? {
            let Node::Text(key) = key else {
                return Err(A::Error::custom("a key that is not a text"));
            };
            fields.push((key, map.next_value()?));
        }
        Ok(Node::Record(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borrows_texts_and_keys_without_escapes() -> Result<(), serde_json::Error> {
        let node: Node<'_> = serde_json::from_str(r#"{"a": "b", "\u0061": "\"", "c": [1.5, {}]}"#)?;
        let Node::Record(fields) = node else { return Err(Error::custom(node.kind())) };
        assert!(matches!(
            fields.as_slice(),
            [
                (Cow::Borrowed("a"), Node::Text(Cow::Borrowed("b"))),
                (Cow::Owned(a), Node::Text(Cow::Owned(quote))),
                (Cow::Borrowed("c"), Node::List(items)),
            ] if a == "a" && quote == "\""
                && matches!(items.as_slice(), [Node::Number(None), Node::Record(empty)] if empty.is_empty())
        ));
        Ok(())
    }

    #[test]
    fn keeps_whole_numbers_that_fit() -> Result<(), serde_json::Error> {
        let numbers = "[0, 4294967295, 4294967296, -1, 2.0, 1e3]";
        let Node::List(items) = serde_json::from_str(numbers)? else {
            return Err(Error::custom("no list"));
        };
        let kept: Vec<_> = items
            .iter()
            .map(|item| if let Node::Number(number) = item { *number } else { None })
            .collect();
        assert_eq!(kept, [Some(0), Some(u32::MAX), None, None, None, None]);
        Ok(())
    }
}
