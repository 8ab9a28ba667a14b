//! What the paper prints: its figures and tables, and its numbers.

use super::reader::Reader;

/// A figure or table of the paper (`data/figures_and_tables.json`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exhibit {
    /// `figure-1` to `figure-9`, `table-1` to `table-3`.
    pub id: String,
    /// What it is about, in our words.
    pub title: String,
    /// What the paper shows in it, as far as its text says.
    pub what_it_shows: String,
    /// What the explorer draws in its place.
    pub here: String,
    /// Why that differs from the paper, and what is missing.
    pub differs: String,
    /// The same in the explorer, as a link from `#` on.
    pub view: String,
    /// Ids of the numbers that say how far the open dataset reaches here.
    pub numbers: Vec<String>,
}

impl Exhibit {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        // What it takes to rebuild it, and where the text speaks of it: for whoever edits the file.
        reader.ignore("data_needed");
        reader.ignore("text_evidence");
        Self {
            id: reader.text("id"),
            title: reader.text("title"),
            what_it_shows: reader.text("what_it_shows"),
            here: reader.text("here"),
            differs: reader.text("differs"),
            view: reader.text("view"),
            numbers: reader.texts("numbers"),
        }
    }
}

/// A number that the paper prints (`data/published_figures.json`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedNumber {
    /// Slug, unique.
    pub id: String,
    /// What it states, in our words.
    pub statement: String,
    /// As printed, without its unit: most are whole numbers.
    pub value: String,
    /// Of what.
    pub unit: String,
    /// Heading that it stands under; those of a group stand side by side.
    pub group: String,
    /// Section of the paper.
    pub paper_section: String,
    /// The view that shows it, as a link from `#` on; `None` if nothing in the dataset gives it.
    pub view: Option<String>,
    /// The view that it is a share of, in percent.
    pub share_of: Option<String>,
    /// The region whose place by the view's measure it is.
    pub rank_of: Option<String>,
    /// The pledge whose quantity it is.
    pub pledge: Option<String>,
    /// Where the paper's numbers do not add up, or what to know of this one.
    pub note: Option<String>,
}

impl PublishedNumber {
    pub(super) fn read(reader: &mut Reader<'_, '_>) -> Self {
        // For whoever edits the file: what is counted stands in the view as well.
        for key in ["scope", "note_number", "computable_from_records", "how"] {
            reader.ignore(key);
        }
        Self {
            id: reader.text("id"),
            statement: reader.text("statement"),
            value: reader.printed("value"),
            unit: reader.text("unit"),
            group: reader.text("group"),
            paper_section: reader.text("paper_section"),
            view: reader.optional_text("view"),
            share_of: reader.optional_text("share_of"),
            rank_of: reader.optional_text("rank_of"),
            pledge: reader.optional_text("pledge"),
            note: reader.optional_text("consistency_note"),
        }
    }

    /// Whether the dataset can give it.
    pub fn is_computable(&self) -> bool {
        self.view.is_some() || self.pledge.is_some()
    }
}
