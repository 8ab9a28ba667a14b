//! Whether 2008-09 is a month or a fiscal year: one answer for a whole column.

/// What a year with two more digits is in a column, where these are the next year's: 2008-09.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PairEvidence {
    /// Pairs of a year and the next.
    pub(super) fits: u64,
    /// Those of them that are no month.
    pub(super) no_months: u64,
    /// Other months written with numbers, and days: in their column, a pair is a month, too.
    pub(super) months: u64,
}

impl PairEvidence {
    /// What pairs are. If every one is a year and the next, and none is alone, they are fiscal years:
    /// months of so many years, each the one that has the next year's number, there are none.
    pub fn pairs(self) -> Pairs {
        let Self { fits, no_months, months } = self;
        match fits {
            _ if no_months > 0 && months.saturating_mul(10) <= fits => Pairs::FiscalYears,
            0 => Pairs::Months,
            _ if months > 0 => Pairs::Months,
            1 => Pairs::Ambiguous,
            _ => Pairs::FiscalYears,
        }
    }
}
