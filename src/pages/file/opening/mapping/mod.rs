//! What the columns of a file are taken for, to be looked over before it is loaded.

mod date_field;
mod decimal_field;
mod how_read;
mod mapping_panel;
mod mapping_row;
mod naming_field;
mod preview;
mod review;
mod role_details;
mod separator_field;
mod use_saved;

pub use mapping_panel::MappingPanel;
pub use review::Review;
