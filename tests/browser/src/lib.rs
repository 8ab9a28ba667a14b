//! Drives the built page in a real browser and compares what it shows with the native engine.
//!
//! A test is `browse(async |page| { … })`: it gets a browser in which nothing is left of another test,
//! does what a reader would do ([`page`], [`input`]), and waits until the page [shows](page::Page::shows) the view of a link:
//! every number, mark, facet value and chip equal to what [`native`] computes for it.
//!
//! `cargo xtask test --only browser` builds the page, serves it, starts the driver and runs the
//! tests; [`environment`] says what they expect when they are run by hand.

pub mod browser;
pub mod built;
mod command;
pub mod devtools;
pub mod emulation;
pub mod engine;
pub mod environment;
pub mod failure;
pub mod hooks;
pub mod host;
pub mod input;
mod kept;
mod lane;
pub mod native;
pub mod observed;
mod origin;
pub mod own_table;
pub mod page;
mod prelude;
mod privileged;
pub mod screen;
mod session;
pub mod settings;
mod stuck;
pub mod transfer;
pub mod weight;
pub mod witness;

pub use browser::{browse, browse_once, browse_with};
pub use engine::Engine;
pub use failure::{Failure, Outcome};
pub use page::Page;
pub use settings::Settings;
