//! From a file to an open table: the ways to open one, its columns looked over, its rows read.

pub mod draft;
pub mod failure;
pub mod intake;
pub mod mapping;
mod promise;
pub mod reading;
pub mod source;
pub mod start;
pub mod template;
pub mod workbook;
