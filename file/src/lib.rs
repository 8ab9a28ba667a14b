//! The view of a reader's own file: what its columns show, and the page that shows it.
//!
//! Everything but `ui` is pure and compiles natively.

pub mod amount;
pub mod axis;
pub mod columns;
pub mod embedded;
pub mod measure;
pub mod period;
pub mod ranked;
#[cfg(target_arch = "wasm32")]
pub mod ui;
