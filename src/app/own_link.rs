//! The link of a view of a reader's own file: who opens one is asked for the file, and led to the view.

use std::cell::RefCell;

use explorer_view::hash::{self, version_of};
use explorer_view::own_file::OwnFile;
use explorer_view::state::{Page, ViewState};

use crate::records::Records;

thread_local! {
    /// The link that somebody opened without having the file.
    static WANTED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Remembers a link of a file that the page does not have, until one is taken.
pub fn want(link: &str) {
    WANTED.set(Some(link.to_owned()));
}

/// The file of the link that somebody opened without having it.
pub fn wanted() -> Option<OwnFile> {
    WANTED.with_borrow(|link| file_of(link.as_deref()?))
}

/// The file that a link, from `#` on, is of.
pub fn file_of(link: &str) -> Option<OwnFile> {
    OwnFile::read(&version_of(link)?)
}

/// Where a reader is led who has just taken a file: to the view that was asked for, or to the overview.
/// That the file is another one than was asked for is told there, as the link still names that.
pub fn first(records: &Records) -> String {
    let overview = || hash::encode(&ViewState::of(&records.explorer, Page::Overview));
    WANTED.take().unwrap_or_else(overview)
}
