//! A JSON object as a row: one value per column.

use std::collections::BTreeMap;

use super::node::Node;
use crate::limit;
use crate::problem::shortened;

/// What separates the values of a list that became one cell, as in our own tables.
pub(super) const SEPARATOR: &str = "; ";

/// The longest name of a column in characters; a longer one is cut. Each value has its name with
/// it, so a file of long keys within each other would need more memory than it has bytes.
const LONGEST_NAME: usize = 400;

/// A row in the making, in the order in which its columns came.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<(String, String)>,
    places: BTreeMap<String, usize>,
    /// Columns that came from lists.
    pub(super) joined: Vec<String>,
    /// Keys of objects that became columns.
    pub(super) flattened: Vec<String>,
    /// The first column that has two values, and the second of them.
    pub(super) twice: Option<(String, String)>,
}

impl Row {
    /// Adds the fields of an object: an object within is `a.b`; the values of a list are joined,
    /// those of objects in a list per key; `null` is an empty cell.
    pub(super) fn add(&mut self, fields: &[(std::borrow::Cow<'_, str>, Node<'_>)], within: &str) {
        self.fields(fields, within, false);
    }

    fn fields(
        &mut self,
        fields: &[(std::borrow::Cow<'_, str>, Node<'_>)],
        within: &str,
        listed: bool,
    ) {
        for (key, node) in fields {
            let column =
                if within.is_empty() { key.to_string() } else { format!("{within}.{key}") };
            let column = shortened(&column, LONGEST_NAME);
            self.node(node, column, listed);
        }
    }

    fn node(&mut self, node: &Node<'_>, column: String, listed: bool) {
        match node {
            // In a list, nothing is no value.
            Node::Null if listed => {}
            Node::Null => self.value(column, "", listed),
            Node::Flag(flag) => self.value(column, if *flag { "true" } else { "false" }, listed),
            Node::Number(number) => self.value(column, number, listed),
            Node::Text(text) => self.value(column, text, listed),
            Node::List(items) => {
                let has_records = items.iter().any(|item| matches!(item, Node::Record(_)));
                if !listed && !has_records && !self.places.contains_key(&column) {
                    // An empty list is an empty cell, too.
                    self.value(column.clone(), "", listed);
                }
                self.joined.push(column.clone());
                for item in items {
                    self.node(item, column.clone(), true);
                }
            }
            Node::Record(fields) => {
                self.flattened.push(column.clone());
                self.fields(fields, &column, listed);
            }
        }
    }

    fn value(&mut self, column: String, value: &str, listed: bool) {
        let full = self.cells.len() >= limit::CELLS;
        let known = self.places.get(&column).and_then(|at| self.cells.get_mut(*at));
        match known {
            Some((_, cell)) if listed => {
                if !cell.is_empty() {
                    cell.push_str(SEPARATOR);
                }
                cell.push_str(value);
            }
            Some((_, cell)) => {
                if self.twice.is_none() {
                    self.twice = Some((column, value.to_owned()));
                }
                *cell = value.to_owned();
            }
            // The columns of this row alone are too many, which is told once they are counted.
            None if full => {}
            None => {
                self.places.insert(column.clone(), self.cells.len());
                self.cells.push((column, value.to_owned()));
            }
        }
    }

    /// Gives a column another name, unless there is one of that name.
    pub(super) fn rename(&mut self, from: &str, to: &str) {
        if self.places.contains_key(to) {
            return;
        }
        if let Some(at) = self.places.remove(from) {
            self.places.insert(to.to_owned(), at);
            if let Some((name, _)) = self.cells.get_mut(at) {
                *name = to.to_owned();
            }
        }
    }
}
