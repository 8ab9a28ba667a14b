//! When a country was first and last met.

use super::Explorer;
use super::bitset::BitSet;
use super::facet::Facet;
use crate::dataset::date::PartialDate;

/// The dates of the first and the last event with a country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact {
    /// Date of the first one.
    pub first: PartialDate,
    /// Date of the last one; the same for a single event.
    pub last: PartialDate,
}

/// First and last contact in `rows` with each value of a facet, by its code; `None` where there
/// is no row. A month stands before its days.
pub fn contacts(explorer: &Explorer, rows: &BitSet, facet: Facet) -> Vec<Option<Contact>> {
    let table = explorer.table();
    let column = table.column(facet);
    let mut contacts: Vec<Option<Contact>> = vec![None; column.dictionary().entries().len()];
    for row in rows.iter() {
        let Some(event) = explorer.dataset().events.get(table.event(row) as usize) else {
            continue;
        };
        for &code in column.codes(row) {
            let contact = contacts[usize::from(code)]
                .get_or_insert(Contact { first: event.date, last: event.date });
            contact.first = contact.first.min(event.date);
            contact.last = contact.last.max(event.date);
        }
    }
    contacts
}
