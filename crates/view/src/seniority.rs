//! Which foreign office counts as the higher one: a rule of ours, kept in this one place.
//!
//! Offices of different states have no common order of rank. The table of countries ranks them by
//! how close they stand to the head of the state and how far beyond a service of its own they
//! decide: the top of the state itself; a security council, which sits at its side and directs
//! the services; foreign affairs and defence, which act for the whole state; then the ministries
//! and services that are the counterparts of China's agencies, police before intelligence because
//! a ministry of the interior is the wider office; then justice, and authorities with a single
//! task. The method page says the same (`ui/method/counting.html`).

use explorer_explore::dictionary::{Code, Dictionary};

/// Ids of offices, highest first. An office that is not here, as one that is not known, has no
/// place in the order.
pub const OFFICES: [&str; 10] = [
    "head-of-state-or-government",
    "security-council",
    "foreign-affairs",
    "defence-and-military",
    "interior-and-police",
    "intelligence-and-state-security",
    "justice-and-prosecution",
    "drug-control-border-and-immigration",
    "international-organization",
    "other",
];

/// The place of an office in the order, 0 for the highest; `None` if it has none.
pub fn place(offices: &Dictionary, code: Code) -> Option<usize> {
    let entry = offices.entry(code)?;
    OFFICES.iter().position(|id| *id == entry.id)
}
