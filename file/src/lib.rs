//! The view of a reader's own file, on the components of the page.
//!
//! What its columns show is pure and compiles natively; the components are for the web alone.

pub mod amount;
pub mod axis;
pub mod carried;
pub mod column_kind;
pub mod date_question;
pub mod embedded;
pub mod filter_words;
pub mod header_choice;
pub mod measure;
pub mod page;
pub mod period;
pub mod ranked;
pub mod roles;
pub mod table_filters;

#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
mod components;
#[cfg(target_arch = "wasm32")]
mod opening;
#[cfg(target_arch = "wasm32")]
mod screen;
#[cfg(target_arch = "wasm32")]
mod store;
#[cfg(target_arch = "wasm32")]
mod table;
