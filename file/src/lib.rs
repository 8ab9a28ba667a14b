//! The view of a reader's own file. See ARCHITECTURE.md.

#[cfg(target_arch = "wasm32")]
pub mod ui;
