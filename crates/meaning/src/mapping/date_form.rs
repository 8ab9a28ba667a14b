//! How the dates of a column are read, as far as its values and its neighbours say.

use explorer_reader::date::{Century, Count, DateForm, Order};

use super::profile::ColumnProfile;

impl ColumnProfile {
    /// How its dates are read. What the column leaves open is ambiguous.
    pub fn date_form(&self) -> DateForm {
        let order = self.order.order();
        DateForm {
            order,
            century: self.century(order),
            pairs: self.order.pairs(),
            count: self.count(),
        }
    }

    /// The century of its years of two digits in an order: that of a column beside, or the one that
    /// they say themselves.
    pub fn century(&self, order: Order) -> Century {
        match self.years_beside {
            Some(column) => Century::Beside(column),
            None => self.order.century(order),
        }
    }

    /// What its numbers count, if most of it are numbers and not dates.
    fn count(&self) -> Count {
        let dates = self.dates.max(self.plain_dates);
        let counts = [
            (self.serials, Count::Days),
            (self.seconds, Count::Seconds),
            (self.milliseconds, Count::Milliseconds),
        ];
        let most = counts.into_iter().max_by_key(|(cells, _)| *cells);
        most.filter(|(cells, _)| *cells > dates).map_or(Count::Nothing, |(_, count)| count)
    }

    /// Cells that are dates, or numbers that can be some.
    pub(super) fn possible_dates(&self) -> u64 {
        let numbers = self.serials.max(self.seconds).max(self.milliseconds);
        self.dates.saturating_add(self.plain_dates).saturating_add(numbers)
    }

    /// How finely its dates are known, as most are: 2 to the day, 1 to a part of the year, 0 to the
    /// year.
    pub(super) fn fineness(&self) -> u8 {
        let counted = if self.count() == Count::Nothing { 0 } else { self.filled };
        let all = self.possible_dates();
        let is_most = |cells: u64| cells.saturating_mul(2) >= all;
        if is_most(self.days.saturating_add(counted)) { 2 } else { u8::from(!is_most(self.years)) }
    }
}
