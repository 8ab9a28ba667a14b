//! What somebody's table means: what its columns are, which country or agency a cell names, and which
//! of its interactions the records have too. [`explorer_reader`] reads the cells.
//!
//! This is asked once per file, column or distinct value, not once per cell. So it is compiled for
//! size, and the reader for speed.

pub mod agency;
pub mod country;
pub mod looks;
pub mod mapping;
pub mod side_by_side;
