//! Security Diplomacy Explorer: the page. What it computes is in `crates/`. See ARCHITECTURE.md.

#[cfg(target_arch = "wasm32")]
pub mod ui;
