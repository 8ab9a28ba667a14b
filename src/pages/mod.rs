//! The pages, one per route: a file, or a folder with what only it has.

pub mod forums;
pub mod overview;
pub mod people;
pub mod pledges;
