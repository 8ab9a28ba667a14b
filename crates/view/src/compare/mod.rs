//! Two selections side by side: their link, their numbers, what differs.
//!
//! A [`pair::Pair`] of filter sets stands within filters that both share. Its numbers are those of a
//! [`comparison::Comparison`], which counts what is in view on each half, as the records' page would.

pub mod behind;
pub mod comparison;
pub mod difference;
pub mod facet_pairs;
pub mod length;
pub mod names;
pub mod of_view;
pub mod offered;
pub mod over_time;
pub mod pair;
pub mod peers;
pub mod preset;
pub(crate) mod words;
