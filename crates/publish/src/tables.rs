//! The tables and lists that *Share, cite, download* gives, of all records: the same functions write them.

use explorer_dataset::pledge::Pledge;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;
use explorer_explore::records::Sort;
use explorer_export::lists::{self, ForumLine};
use explorer_export::{Origin, interactions};
use explorer_view::forums::Calendar;
use explorer_view::hash::encode_with;
use explorer_view::pledges::pledges;
use explorer_view::sentence::filter_words;
use explorer_view::state::{Page, ViewState};

use crate::{File, Site, Source};

/// A file with what the package says of it.
#[derive(Debug)]
pub struct Table {
    /// The file.
    pub file: File,
    /// Its name in the package.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it holds.
    pub description: &'static str,
}

/// What the files say of themselves: as those that the page gives of all records, but for the day of the
/// download, which nobody knows yet.
pub fn origin(source: &Source, site: &Site) -> Origin {
    let codebook = &source.dataset().codebook;
    let state = ViewState::of(&source.explorer, Page::Method);
    Origin {
        filters: filter_words(&source.explorer, &Filters::default()),
        link: site.from_page(&encode_with(&state, &codebook.version)),
        dataset: codebook.title.clone(),
        version: codebook.version.clone(),
        released: codebook.released.clone(),
        hash: source.release.content_hash(),
        retrieved: String::new(),
    }
}

/// The tables and lists.
pub fn tables(source: &Source, site: &Site) -> Vec<Table> {
    let explorer = &source.explorer;
    let origin = &origin(source, site);
    let rows = &explorer.totals(Measure::Interactions).rows;
    let shown = interactions::in_view(explorer, rows, Sort::default());
    let (base, everything) = (Filters::default(), ViewState::of(explorer, Page::Pledges));
    let all = pledges(explorer, &everything);
    let pledges: Vec<&Pledge> = all.iter().map(|shown| shown.pledge).collect();
    let forums: Vec<ForumLine<'_>> =
        Calendar::of(explorer).listed(&base, &base).into_iter().map(ForumLine::from).collect();
    let table = |path: &str, name, title, description, text: String| Table {
        file: File::text(format!("data/{path}"), text),
        name,
        title,
        description,
    };
    vec![
        table(
            "interactions.csv",
            "interactions",
            "Interactions",
            "One row per interaction: an event with one counterpart, a country or an organization.",
            interactions::csv(&shown, origin),
        ),
        table(
            "records.json",
            "records",
            "Records",
            "The events with all that is known of them, each with its sources, in one file that names its version.",
            interactions::json(&shown, origin),
        ),
        table(
            "pledges.csv",
            "pledges_table",
            "Pledges as a table",
            "One row per pledge of training, equipment, facilities and the like.",
            lists::pledges(&pledges, origin),
        ),
        table(
            "forums.csv",
            "forums_table",
            "Forums as a table",
            "One row per forum with its members and the interactions that the records have of it.",
            lists::forums(&forums, origin),
        ),
        table(
            "sessions.csv",
            "sessions",
            "Sessions of forums",
            "One row per session of a forum.",
            lists::sessions(&forums, origin),
        ),
        table(
            "changes.csv",
            "changes",
            "What changed",
            "One row per record that a version added, withdrew or worded anew, and per field that it corrected.",
            lists::changes(&source.changes(), origin),
        ),
    ]
}
