//! What the columns of a file are taken for, to be looked over before it is loaded.

mod mapping_panel;
mod mapping_row;
mod preview;
mod role_details;
mod use_saved;

pub use mapping_panel::MappingPanel;
