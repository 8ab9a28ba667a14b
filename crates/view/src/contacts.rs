//! First and last contact.

use std::cmp::Reverse;

use explorer_dataset::date::PartialDate;
use explorer_explore::Explorer;
use explorer_explore::bitset::BitSet;
use explorer_explore::facet::Facet;

/// The first and the last of some dates. A date counts from the first day that it can mean; of
/// those that begin alike, the more precise one stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contacts {
    /// The first.
    pub first: PartialDate,
    /// The last; the same where there is one only.
    pub last: PartialDate,
}

impl Contacts {
    /// Of one date.
    pub fn on(date: PartialDate) -> Self {
        Self { first: date, last: date }
    }

    /// With one more date.
    pub fn and(self, date: PartialDate) -> Self {
        let early = |d: PartialDate| (d.first_day(), d.last_day());
        let late = |d: PartialDate| (d.first_day(), Reverse(d.last_day()));
        Self {
            first: if early(date) < early(self.first) { date } else { self.first },
            last: if late(date) > late(self.last) { date } else { self.last },
        }
    }

    /// Of all dates; `None` without any.
    pub fn of(dates: impl IntoIterator<Item = PartialDate>) -> Option<Self> {
        dates.into_iter().fold(None, |so_far: Option<Self>, date| {
            Some(so_far.map_or(Self::on(date), |contacts| contacts.and(date)))
        })
    }
}

/// First and last contact in `rows` with each value of a facet, by its code; `None` where there
/// is no row.
pub fn contacts_by(explorer: &Explorer, rows: &BitSet, facet: Facet) -> Vec<Option<Contacts>> {
    let table = explorer.table();
    let column = table.column(facet);
    let mut contacts: Vec<Option<Contacts>> = vec![None; column.dictionary().entries().len()];
    for row in rows.iter() {
        let event = explorer.dataset().events.get(table.event(row) as usize);
        let Some(date) = event.map(|event| event.date) else { continue };
        for &code in column.codes(row) {
            if let Some(so_far) = contacts.get_mut(usize::from(code)) {
                *so_far = Some(so_far.map_or(Contacts::on(date), |contacts| contacts.and(date)));
            }
        }
    }
    contacts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_precise_of_dates_that_begin_alike_stands() {
        let of = |texts: &[&str]| {
            let contacts = Contacts::of(texts.iter().filter_map(|text| text.parse().ok()));
            contacts.map(|c| (c.first.to_string(), c.last.to_string()))
        };
        let words = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        assert_eq!(of(&[]), None);
        assert_eq!(of(&["2024-03", "2024-03-01"]), words("2024-03-01", "2024-03-01"));
        assert_eq!(of(&["2024-03-20", "2024-03"]), words("2024-03", "2024-03-20"));
        assert_eq!(of(&["2025-01", "2023", "2024-02-29"]), words("2023", "2025-01"));
    }
}
