//! A JSON value.

use std::borrow::Cow;

/// A JSON value. Numbers stay as they are written: an id of twenty digits is no `f64`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node<'t> {
    Null,
    Flag(bool),
    Number(&'t str),
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Record(Vec<(Cow<'t, str>, Node<'t>)>),
}

impl<'t> Node<'t> {
    /// What stands under a key.
    pub(crate) fn get(&self, key: &str) -> Option<&Node<'t>> {
        let Self::Record(fields) = self else { return None };
        fields.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }
}
