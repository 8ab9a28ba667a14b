//! A table that is open.

use std::cell::RefCell;

use explorer::ui::signal::Signal;
use explorer_engine::Crossfilter;
use explorer_loader::Loaded;
use explorer_reader::mapping::Role;

use super::bars::has_countries;
use super::draft::Draft;
use crate::measure::Measure;

/// A table that is open, under the reader's filters.
pub struct Open {
    /// What it was loaded from, to be loaded again in another way.
    pub draft: Draft,
    /// The table. Never borrowed while a signal is set.
    pub loaded: RefCell<Loaded>,
    /// Tells of changes of the filters.
    pub changes: Signal<()>,
    /// What charts count.
    pub measure: Signal<Measure>,
    /// The columns whose charts are shown as tables.
    pub tables: Signal<Vec<usize>>,
    /// What is searched for.
    pub search: Signal<String>,
}

/// How a column is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// As bars of its values.
    Values,
    /// As bars and on the map.
    Countries,
    /// As columns over time.
    Dates,
    /// As columns over its range.
    Numbers,
    /// Only in the list of rows.
    Text,
}

impl Open {
    /// A table without filters.
    pub fn new(draft: Draft, loaded: Loaded) -> Self {
        Self {
            draft,
            loaded: RefCell::new(loaded),
            changes: Signal::new(()),
            measure: Signal::new(Measure::Rows),
            tables: Signal::new(Vec::new()),
            search: Signal::new(String::new()),
        }
    }

    /// Changes the filters.
    pub fn change(&self, change: impl FnOnce(&mut Crossfilter)) {
        self.change_if(|view| {
            change(view);
            true
        });
    }

    /// Changes the filters if `change` says so of them.
    pub fn change_if(&self, change: impl FnOnce(&mut Crossfilter) -> bool) -> bool {
        let changed = change(&mut self.loaded.borrow_mut().view);
        if changed {
            self.changes.set(());
        }
        changed
    }

    /// Searches in all texts of the table.
    pub fn look_for(&self, words: &str) {
        self.search.set(words.to_owned());
        self.change(|view| view.search(&[], words));
    }

    /// Takes all filters away.
    pub fn clear(&self) {
        self.search.set(String::new());
        self.change(|view| {
            view.search(&[], "");
            (0..view.table().columns()).for_each(|column| view.clear(column));
        });
    }

    /// How a column is shown.
    pub fn shown(&self, column: usize) -> Shown {
        let loaded = self.loaded.borrow();
        let Some(column) = loaded.columns.get(column) else { return Shown::Text };
        match column.role {
            Role::Category | Role::MultiValue(_) if has_countries(column) => Shown::Countries,
            Role::Category | Role::MultiValue(_) => Shown::Values,
            Role::Date(_) if loaded.view.table().days(column.dimension).is_some() => Shown::Dates,
            Role::Date(_) | Role::Number(_) => Shown::Numbers,
            Role::Text | Role::Link | Role::Ignored => Shown::Text,
        }
    }

    /// Number of columns that are loaded.
    pub fn columns(&self) -> usize {
        self.loaded.borrow().columns.len()
    }

    /// A column's name and its dimension.
    pub fn column(&self, column: usize) -> (String, usize) {
        let loaded = self.loaded.borrow();
        let found = loaded.columns.get(column);
        found.map_or((String::new(), usize::MAX), |found| (found.name.clone(), found.dimension))
    }
}
