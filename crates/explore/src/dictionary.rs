//! The values of a facet, in display order; a value's code is its position.

use super::ids::Codes;

/// A value's code in its column.
pub type Code = u16;

/// One value that a facet can take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The id in links.
    pub id: String,
    /// How the page shows it.
    pub label: String,
    /// What it means, or its name in Chinese; may be empty.
    pub note: String,
}

/// All values of a facet, whether or not a record has them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dictionary {
    entries: Vec<Entry>,
    codes: Codes,
}

impl Dictionary {
    /// Appends a value and returns its code; a known id keeps its first entry.
    ///
    /// # Errors
    /// `None` when all 65,536 codes are taken.
    pub fn add(&mut self, id: &str, label: &str, note: &str) -> Option<Code> {
        if let Some(code) = self.codes.get(id) {
            return Some(code);
        }
        let code = Code::try_from(self.entries.len()).ok()?;
        self.entries.push(Entry { id: id.into(), label: label.into(), note: note.into() });
        self.codes.insert(id, code);
        Some(code)
    }

    /// The code of an id.
    pub fn code(&self, id: &str) -> Option<Code> {
        self.codes.get(id)
    }

    /// The value with that code.
    pub fn entry(&self, code: Code) -> Option<&Entry> {
        self.entries.get(usize::from(code))
    }

    /// The value with that id.
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.entry(self.code(id)?)
    }

    /// The id as this dictionary spells it, if it knows the given spelling in any case.
    pub fn canonical(&self, id: &str) -> Option<&str> {
        let exact = self.get(id);
        exact
            .or_else(|| self.entries.iter().find(|e| e.id.eq_ignore_ascii_case(id)))
            .map(|e| e.id.as_str())
    }

    /// All values in order of their codes.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}
