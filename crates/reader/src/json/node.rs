//! A JSON value.

use std::borrow::Cow;

/// A JSON value. Numbers stay as they are written: an id of twenty digits is no `f64`.
#[derive(Debug, Clone, PartialEq)]
pub enum Node<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number as it is written.
    Number(&'t str),
    /// A text, without its escapes.
    Text(Cow<'t, str>),
    /// A list.
    List(Vec<Node<'t>>),
    /// An object: its keys and values in their order.
    Record(Vec<(Cow<'t, str>, Node<'t>)>),
}

impl<'t> Node<'t> {
    /// What stands under a key.
    pub fn get(&self, key: &str) -> Option<&Node<'t>> {
        let Self::Record(fields) = self else { return None };
        fields.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }
}
