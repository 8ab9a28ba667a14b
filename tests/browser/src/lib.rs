//! Drives the built page in a real browser and compares what it shows with the native engine.
//!
//! A test is `browse(async |page| { … })`: it gets a fresh browser, does what a reader would do
//! ([`page`], [`input`]), and waits until the page [shows](page::Page::shows) the view of a link:
//! every number, mark, facet value and chip equal to what [`native`] computes for it.
//!
//! `cargo xtask test --only browser` builds the page, serves it, starts the driver and runs the
//! tests; [`environment`] says what they expect when they are run by hand.

pub mod browser;
pub mod devtools;
pub mod environment;
pub mod failure;
pub mod hooks;
pub mod host;
pub mod input;
pub mod native;
pub mod observed;
pub mod page;
pub mod screen;

pub use browser::browse;
pub use failure::{Failure, Outcome};
pub use page::Page;
