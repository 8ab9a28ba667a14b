//! What is odd about the dates of a column.

use explorer_reader::date::{PartialDate, Written, written};

use super::profile::ColumnProfile;

/// Something that a reader should know of the dates in a column before they are taken as they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateHint {
    /// Years such as 2567, which is 2024.
    BuddhistYears,
    /// Years such as 1403, which is 2024.
    PersianYears,
    /// A spreadsheet has taken the day for the month wherever it could.
    SwappedDays,
}

impl DateHint {
    /// It in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::BuddhistYears => {
                "Years such as 2567 seem to be of the Buddhist calendar: 2567 is 2024. They are read as they stand."
            }
            Self::PersianYears => {
                "These years may be of the Persian or the Islamic calendar: 1403 is 2024. They are read as they stand."
            }
            Self::SwappedDays => {
                "A spreadsheet seems to have swapped day and month in some of these dates: those with the year first have no day after the 12th, and the others have no other. They are read as they stand."
            }
        }
    }
}

/// Of how many different dates something is told.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    all: usize,
    buddhist: usize,
    persian: usize,
    /// Dates with the year first, with a day up to the 12th and after it.
    early: usize,
    late: usize,
    /// Dates with the year last, of which both or only one number can be the month.
    two_ways: usize,
    one_way: usize,
}

impl ColumnProfile {
    /// What is odd about the column's dates, if anything is.
    pub fn date_hint(&self) -> Option<DateHint> {
        let mut seen = Seen::default();
        for value in self.values.keys() {
            match written(value) {
                Some(Written::Sure(date)) => seen.add(date),
                Some(Written::Pair { .. }) => seen.all += 1,
                Some(Written::Open(open)) => {
                    seen.all += 1;
                    open.full_year().into_iter().for_each(|year| seen.add_year(year));
                    if open.short_years() == [None, None] {
                        let is_open = open.has_two_days();
                        seen.two_ways += usize::from(is_open);
                        seen.one_way += usize::from(!is_open);
                    }
                }
                None => {}
            }
        }
        let most = |count: usize| count > 0 && count * 10 >= seen.all * 9;
        // A spreadsheet swaps what it can, and leaves the rest as text.
        let is_swapped =
            seen.late == 0 && seen.two_ways == 0 && seen.early >= 2 && seen.one_way >= 2;
        // No date of a table is that far ahead. But 1403 can be meant as it stands.
        if seen.buddhist > 0 {
            Some(DateHint::BuddhistYears)
        } else if most(seen.persian) {
            Some(DateHint::PersianYears)
        } else {
            is_swapped.then_some(DateHint::SwappedDays)
        }
    }
}

impl Seen {
    fn add_year(&mut self, year: i16) {
        self.buddhist += usize::from((2440..=2640).contains(&year));
        self.persian += usize::from((1300..=1460).contains(&year));
    }

    fn add(&mut self, date: PartialDate) {
        self.all += 1;
        self.add_year(date.year());
        match date.day() {
            Some(1..=12) => self.early += 1,
            Some(_) => self.late += 1,
            None => {}
        }
    }
}
