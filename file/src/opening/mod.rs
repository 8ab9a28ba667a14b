//! From a file to an open table: the ways to open one, its columns looked over, its rows read.

pub mod draft;
pub mod intake;
pub mod mapping;
pub mod reading;
pub mod source;
pub mod start;
