//! The pages, one per route: a file, or a folder with what only it has.

pub mod countries;
pub mod method;
pub mod overview;
pub mod paper;
pub mod profile;
pub mod record;
pub mod records;
