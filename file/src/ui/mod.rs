//! The page of a reader's own file.

use web_sys::{Element, File};

/// Puts the page into an element. What is open stays open when it is put into another one later.
pub fn mount(place: &Element) {
    place.set_inner_html("<p data-test=\"own-file\">Your own file</p>");
}

/// Opens a file that was dropped onto the page.
pub fn open(file: File) {
    _ = file;
}
