//! How the dates of a column are read, as far as its values and its neighbours say.

use explorer_reader::date::{Century, Count, DateForm, Order, PRESENT, epoch};
use explorer_reader::number::is_missing;

use super::profile::ColumnProfile;

/// So many different points in time leave no doubt that they are some.
const SURE: usize = 3;

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
            (self.months, Count::Months),
            (self.days_of_year, Count::DaysOfYear),
        ];
        let most = counts.into_iter().max_by_key(|(cells, _)| *cells);
        most.filter(|(cells, _)| *cells > dates).map_or(Count::Nothing, |(_, count)| count)
    }

    /// Whether its numbers are points in time, whatever its name: all of them are whole minutes, or as
    /// milliseconds whole seconds, of the decades in which computers count so. That is one in sixty, or in a
    /// thousand, of other numbers, so a few of them leave no doubt.
    pub(super) fn has_sure_epochs(&self) -> bool {
        let is_sure = |value: &str, unit: Count| {
            let date =
                epoch(value, unit).filter(|date| (1990..=PRESENT + 1).contains(&date.year()));
            let number = value.split('.').next().and_then(|whole| whole.parse::<u64>().ok());
            let step = if unit == Count::Seconds { 60 } else { 1_000 };
            date.is_some()
                && number.is_some_and(|number| number.is_multiple_of(step))
                && value
                    .split_once('.')
                    .is_none_or(|(_, behind)| behind.trim_matches('0').is_empty())
        };
        let values = || self.values.keys().filter(|value| !is_missing(value));
        // Most columns end at their first value.
        [Count::Seconds, Count::Milliseconds]
            .into_iter()
            .any(|unit| values().all(|value| is_sure(value, unit)) && values().count() >= SURE)
    }

    /// Cells that are dates, or numbers that can be some.
    pub(super) fn possible_dates(&self) -> u64 {
        let numbers = self.serials.max(self.seconds).max(self.milliseconds);
        let numbers = numbers.max(self.months).max(self.days_of_year);
        self.dates.saturating_add(self.plain_dates).saturating_add(numbers)
    }

    /// How finely its dates are known, as most are: 2 to the day, 1 to a part of the year, 0 to the
    /// year.
    pub(super) fn fineness(&self) -> u8 {
        let counted = match self.count() {
            Count::Nothing | Count::Months => 0,
            _ => self.filled,
        };
        let all = self.possible_dates();
        let is_most = |cells: u64| cells.saturating_mul(2) >= all;
        if is_most(self.days.saturating_add(counted)) { 2 } else { u8::from(!is_most(self.years)) }
    }
}
