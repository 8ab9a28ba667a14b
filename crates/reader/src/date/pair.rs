//! Whether 2008-09 is a month or a fiscal year: one answer for a whole column.

use serde::{Deserialize, Serialize};

use super::calendar::PartialDate;

/// What a year with two more digits is in a column, where these are the next year's: 2008-09.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Pairs {
    /// A month.
    #[default]
    Months,
    /// A fiscal year or a season, from a year into the next.
    FiscalYears,
    /// The column does not say. Such a cell is not read until somebody chooses.
    Ambiguous,
}

/// What a column says about it. Numbers are of different values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PairEvidence {
    /// Pairs of a year and the next.
    pub(super) fits: u64,
    /// Those of them that are no month.
    pub(super) no_months: u64,
    /// The first of them, and whether there is another.
    first: Option<PartialDate>,
    has_others: bool,
    /// Other months written with numbers, and days: in their column, a pair is a month, too.
    pub(super) months: u64,
}

impl PairEvidence {
    /// What pairs are. If every one is a year and the next, and none is alone, they are fiscal years:
    /// months of so many years, each the one that has the next year's number, there are none.
    pub fn pairs(self) -> Pairs {
        let Self { fits, no_months, months, .. } = self;
        let are_some_sure = no_months > 0 && months.saturating_mul(10) <= fits;
        match fits {
            0 => Pairs::Months,
            _ if months > 0 && !are_some_sure => Pairs::Months,
            _ if self.has_others => Pairs::FiscalYears,
            _ => Pairs::Ambiguous,
        }
    }

    /// Takes one more pair into account.
    pub(super) fn add(&mut self, month: Option<PartialDate>, fiscal: Option<PartialDate>) {
        self.fits = self.fits.saturating_add(1);
        self.no_months = self.no_months.saturating_add(u64::from(month.is_none()));
        self.has_others |= self.first.is_some() && self.first != fiscal;
        self.first = self.first.or(fiscal);
    }
}
