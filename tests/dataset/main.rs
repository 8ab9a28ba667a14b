//! The dataset as it stands in `data/`: it is sound, damage to it is found and named,
//! and its documentation says what it holds.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod around;
mod changes;
mod codebook;
mod contents;
mod identity;
mod lookup;
mod other_files;
mod package;
mod parsing;
mod plausible;
mod rules;
mod schemas;
mod support;
mod versions;
