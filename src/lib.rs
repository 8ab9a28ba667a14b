//! Security Diplomacy Explorer: the engine, the views and the page. See ARCHITECTURE.md.

pub mod chart;
pub mod dataset;
pub mod explore;
pub mod export;
pub mod geometry;
pub mod number;
#[cfg(target_arch = "wasm32")]
pub mod ui;
pub mod view;
