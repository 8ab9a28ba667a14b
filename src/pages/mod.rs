//! The pages, one per route: a file, or a folder with what only it has.

pub mod map;
pub mod overview;
