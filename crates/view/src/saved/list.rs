//! The list of saved views, and what a reader does with it.

use super::super::tour::own::{LONGEST_SENTENCE, on_one_line};
use super::{Item, LONGEST_NAME, SavedView};

/// How many items a list has at most.
pub const MOST_ITEMS: usize = 1_000;

/// An item with what tells it from all others, as long as the page is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// No other entry has it, nor one that was removed.
    pub id: u32,
    /// What it is.
    pub item: Item,
}

/// The list, in the reader's order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SavedViews {
    entries: Vec<Entry>,
    next: u32,
}

/// What became of a view that was to be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is in the list.
    Saved,
    /// It was there already, under the same name.
    There,
    /// The list is full.
    Full,
}

/// What came of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Brought {
    /// How many of its items are new in the list.
    pub new: usize,
    /// How many were there already.
    pub there: usize,
    /// How many found no room.
    pub left: usize,
}

impl SavedViews {
    /// The entries, in order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What is in the list, in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.entries.iter().map(|entry| &entry.item)
    }

    /// The entry with an id.
    pub fn entry(&self, id: u32) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The place of the entry with an id.
    pub fn place(&self, id: u32) -> Option<usize> {
        self.entries.iter().position(|entry| entry.id == id)
    }

    /// The same list with other items: those that were there keep their ids.
    pub fn with_items(&self, items: Vec<Item>) -> Self {
        let mut before = self.entries.clone();
        let mut list = Self { entries: Vec::new(), next: self.next };
        for item in items {
            match before.iter().position(|entry| entry.item == item) {
                Some(at) => list.entries.push(before.remove(at)),
                None => list.add(item),
            }
        }
        list
    }

    fn add(&mut self, item: Item) {
        let id = self.next;
        self.next = self.next.wrapping_add(1);
        self.entries.push(Entry { id, item });
    }

    /// Puts a view at the end, unless it is there under the same name.
    pub fn save(&mut self, view: SavedView) -> Outcome {
        let is_same = |item: &Item| matches!(item, Item::View(known) if known.name == view.name && known.link == view.link);
        if self.items().any(is_same) {
            return Outcome::There;
        }
        if self.entries.len() >= MOST_ITEMS {
            return Outcome::Full;
        }
        self.add(Item::View(view));
        Outcome::Saved
    }

    /// Gives a view a name and a sentence. A name cannot be empty: the one before stays then. Whether the
    /// view is still there.
    pub fn edit(&mut self, id: u32, name: &str, sentence: &str) -> bool {
        let entry = self.entries.iter_mut().find(|entry| entry.id == id);
        let Some(Entry { item: Item::View(view), .. }) = entry else { return false };
        let name = on_one_line(name, LONGEST_NAME);
        if !name.is_empty() {
            view.name = name;
        }
        view.sentence = on_one_line(sentence, LONGEST_SENTENCE);
        true
    }

    /// Moves an entry one place up or down. Whether it moved.
    pub fn shift(&mut self, id: u32, up: bool) -> bool {
        let Some(at) = self.place(id) else { return false };
        let to = if up { at.checked_sub(1) } else { Some(at + 1) };
        match to.filter(|to| *to < self.entries.len()) {
            Some(to) => {
                self.entries.swap(at, to);
                true
            }
            None => false,
        }
    }

    /// Takes an entry out, with the place that it had.
    pub fn remove(&mut self, id: u32) -> Option<(usize, Entry)> {
        let at = self.place(id)?;
        Some((at, self.entries.remove(at)))
    }

    /// Puts back an entry that was taken out, or as near to its place as there is one.
    pub fn restore(&mut self, at: usize, entry: Entry) {
        if self.entry(entry.id).is_none() {
            let at = at.min(self.entries.len());
            self.next = self.next.max(entry.id.wrapping_add(1));
            self.entries.insert(at, entry);
        }
    }

    /// Puts the items of a file at the end, but for those that are there already. Nothing that is there
    /// changes.
    pub fn bring(&mut self, items: Vec<Item>) -> Brought {
        let mut brought = Brought::default();
        for item in items {
            if self.items().any(|known| *known == item) {
                brought.there += 1;
            } else if self.entries.len() >= MOST_ITEMS {
                brought.left += 1;
            } else {
                self.add(item);
                brought.new += 1;
            }
        }
        brought
    }
}
