//! The view of a reader's own file, on the components of the page.
//!
//! What its columns are asked is pure and compiles natively; the components are for the web alone. What they
//! show is computed by the service of `crates/table`, in a worker.

pub mod date_question;
pub mod header_choice;
pub mod roles;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod carried;
#[cfg(target_arch = "wasm32")]
mod components;
#[cfg(target_arch = "wasm32")]
mod opening;
#[cfg(target_arch = "wasm32")]
mod screen;
#[cfg(target_arch = "wasm32")]
pub mod service;
#[cfg(target_arch = "wasm32")]
mod store;
#[cfg(target_arch = "wasm32")]
mod table;
