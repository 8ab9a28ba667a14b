//! Which of a date's numbers is the day, the month and the year: one answer for a whole column.

use serde::{Deserialize, Serialize};

use super::century::{Century, ShortYears};
use super::pair::{PairEvidence, Pairs};
use super::reading::Open;
use super::written::{Written, written};

/// The order of day, month and year in a column of dates like 3/4/2024 or 24-09-06.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Order {
    /// As in the United States: 3/4/2024 is 4 March.
    MonthFirst,
    /// As in Europe: 3/4/2024 is 3 April.
    DayFirst,
    /// As in East Asia, with two digits: 24-09-06 is 6 September 2024.
    YearFirst,
    /// The column does not say. A date that could be either is not read until somebody chooses.
    #[default]
    Ambiguous,
}

/// Where a column beside the dates finds its year in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum YearAt {
    /// 24 in 24-09-06.
    First,
    /// 06 in 24-09-06.
    Last,
}

/// What the dates of a column say about how they are read. Numbers are of different values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Evidence {
    /// Dates that depend on the order.
    open: u64,
    /// Those of them that some order cannot read, though it can read such dates.
    decisive: u64,
    /// Those that cannot be read with the month, the day and the year first.
    against: [u64; 3],
    /// Those without dots between, or with two digits for the year.
    unusual: u64,
    /// Those that are days without a year, unless they begin with the year: 24-Jan.
    yearless: u64,
    /// Years of two digits, by where they stand.
    first: ShortYears,
    last: ShortYears,
    elsewhere: ShortYears,
    /// Where the year is, if a column beside says so.
    year_at: Option<YearAt>,
    pairs: PairEvidence,
}

const ORDERS: [Order; 3] = [Order::MonthFirst, Order::DayFirst, Order::YearFirst];

impl Evidence {
    /// Takes one more value into account; what is no date says nothing.
    pub fn add(&mut self, text: &str) {
        match written(text) {
            Some(Written::Open(open)) => self.add_open(open),
            Some(Written::Pair { month, fiscal }) => self.pairs.add(month, fiscal),
            // Where there are months and days, a pair is most likely a month.
            Some(Written::Sure(date)) if date.month().is_some() => {
                let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
                self.pairs.months += u64::from(!is_plain);
            }
            _ => {}
        }
    }

    fn add_open(&mut self, open: Open) {
        let readings = [open.month_first, open.day_first, open.year_first];
        let [month, day, year] = readings.map(|reading| reading.and_then(|one| one.short_year()));
        self.pairs.months = self.pairs.months.saturating_add(u64::from(!open.is_year()));
        if open.has_one_order() {
            day.into_iter().for_each(|year| self.elsewhere.add(year));
            return;
        }
        year.into_iter().for_each(|year| self.first.add(year));
        day.or(month).into_iter().for_each(|year| self.last.add(year));
        self.open = self.open.saturating_add(1);
        self.yearless += u64::from(open.may_be_yearless() && open.year_first.is_some());
        let is_short = day.or(month).or(year).is_some();
        self.unusual += u64::from(is_short || !open.is_dotted);
        // A year of four digits that stands last cannot stand first.
        let expected = if is_short { 3 } else { 2 };
        self.decisive += u64::from(readings.iter().take(expected).any(Option::is_none));
        for (against, reading) in self.against.iter_mut().zip(readings) {
            *against += u64::from(reading.is_none());
        }
    }

    /// Tells where the year is, which a column beside has with four digits.
    pub fn set_year_at(&mut self, year_at: YearAt) {
        self.year_at = Some(year_at);
    }

    /// The order that the column has: the only one that can read all of its dates, or nine in ten
    /// of those that not every order can read (the rest are slips, and problems). If several can, the
    /// one that has the year where a column beside finds it, or whose years of two digits have
    /// a century; with dots the one with the day first. Otherwise ambiguous.
    pub fn order(self) -> Order {
        let possible = || ORDERS.into_iter().filter(|order| self.allows(*order));
        let only = |orders: &mut dyn Iterator<Item = Order>| {
            orders.next().filter(|_| orders.next().is_none())
        };
        if self.open == 0 {
            return Order::Ambiguous;
        }
        if let Some(order) = self.proven() {
            return order;
        }
        // That one way has a year and the other has none does not tell which is meant.
        if self.yearless > 0 {
            return Order::Ambiguous;
        }
        let is_known = |order: &Order| self.century(*order) != Century::Ambiguous;
        if let Some(order) = only(&mut possible().filter(is_known)) {
            return order;
        }
        if self.is_dotted() && possible().any(|order| order == Order::DayFirst) {
            return Order::DayFirst;
        }
        Order::Ambiguous
    }

    /// Whether dots stand between in all dates that depend on the order, and their years have four digits.
    pub fn is_dotted(self) -> bool {
        self.open > 0 && self.unusual == 0
    }

    /// The order, if the dates allow no other: dots alone do not say it.
    pub fn proven(self) -> Option<Order> {
        let mut possible = ORDERS.into_iter().filter(|order| self.allows(*order));
        possible.next().filter(|_| self.open > 0 && possible.next().is_none())
    }

    /// Whether an order can read the dates of the column, but for a tenth of those that not every order
    /// can read, and has the year where a column beside finds it.
    pub fn allows(self, order: Order) -> bool {
        let has_year = match self.year_at {
            Some(YearAt::First) => order == Order::YearFirst,
            Some(YearAt::Last) => order != Order::YearFirst,
            None => true,
        };
        let against = ORDERS.into_iter().zip(self.against).find(|(known, _)| *known == order);
        let against = against.map_or(0, |(_, against)| against);
        has_year && against.saturating_mul(10) <= self.decisive
    }

    /// Whether there are dates that depend on the order.
    pub fn has_order(self) -> bool {
        self.open > 0
    }

    /// Whether there are dates with two digits for the year that can be read with the year first.
    pub fn has_year_first(self) -> bool {
        !self.first.is_empty()
    }

    /// Whether the reader has to be asked for the order: there are dates that need one, and none is
    /// clear.
    pub fn needs_choice(self) -> bool {
        self.open > 0 && self.order() == Order::Ambiguous
    }

    /// The years of two digits in an order; in all orders if it is ambiguous.
    pub fn short_years(self, order: Order) -> ShortYears {
        let years = match order {
            Order::YearFirst => self.first,
            Order::MonthFirst | Order::DayFirst => self.last,
            Order::Ambiguous => self.first.and(self.last),
        };
        years.and(self.elsewhere)
    }

    /// The century of years of two digits in an order, if the column says it.
    pub fn century(self, order: Order) -> Century {
        self.short_years(order).century()
    }

    /// What a year with the next one behind is.
    pub fn pairs(self) -> Pairs {
        self.pairs.pairs()
    }

    /// Whether all of them can be months.
    pub fn can_be_months(self) -> bool {
        self.pairs.no_months == 0
    }

    /// Whether there are such.
    pub fn has_pairs(self) -> bool {
        self.pairs.fits > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evidence(texts: &[&str]) -> Evidence {
        let mut evidence = Evidence::default();
        texts.iter().for_each(|text| evidence.add(text));
        evidence
    }

    #[test]
    fn one_clear_date_settles_the_column() {
        let unclear = evidence(&["3/4/2024", "1/2/2024", "4/4/2024", "no date"]);
        assert_eq!((unclear.order(), unclear.open), (Order::Ambiguous, 2));
        assert!(unclear.needs_choice());
        assert_eq!(evidence(&["3/4/2024", "25/4/2024"]).order(), Order::DayFirst);
        assert_eq!(evidence(&["3/4/2024", "4/25/2024"]).order(), Order::MonthFirst);
        assert!(evidence(&["25/4/2024", "4/25/2024"]).needs_choice());
        assert!(!evidence(&["2024-04-03", "4 May 2024"]).needs_choice());
    }

    #[test]
    fn two_digits_may_come_first() {
        for (texts, order) in [
            (&["24-09-06", "24-10-12", "25-01-31"][..], Order::YearFirst),
            (&["24.09.06", "24.10.12", "25.01.31"], Order::YearFirst),
            (&["24/09/06", "55/10/12"], Order::YearFirst),
            (&["24. 9. 6", "24. 10. 12"], Order::YearFirst),
            (&["18/04/55", "24/04/55"], Order::DayFirst),
            (&["25/04/24", "30/04/24", "01/05/24", "12/06/23"], Order::DayFirst),
            (&["09/06/24", "10/29/24"], Order::MonthFirst),
            // Two dates that leave both.
            (&["24-09-06", "24-10-12"], Order::Ambiguous),
            (&["01/02/03"], Order::Ambiguous),
            (&["04.15.2024", "03.02.2024"], Order::MonthFirst),
            (&["05.06.2024", "03.02.2024"], Order::DayFirst),
            (&["05.06.2024", "03/02/2024"], Order::Ambiguous),
            // A month of 2024, or a day without its year.
            (&["24-Jan", "24-Feb", "25-Mar"], Order::Ambiguous),
            (&["24-Jan", "30-Feb"], Order::YearFirst),
            (&["98-Jan", "99-Feb"], Order::YearFirst),
        ] {
            assert_eq!(evidence(texts).order(), order, "{texts:?}");
        }
        let mut beside = evidence(&["24-09-06", "24-10-12"]);
        beside.set_year_at(YearAt::First);
        assert_eq!(beside.order(), Order::YearFirst);
        let mut beside = evidence(&["24-09-06", "24-10-12"]);
        beside.set_year_at(YearAt::Last);
        assert_eq!(beside.order(), Order::DayFirst);
    }

    #[test]
    fn a_year_and_the_next_is_a_month_only_among_months() {
        for (texts, pairs) in [
            (&["2008-09", "2009-10", "2010-11"][..], Pairs::FiscalYears),
            (&["2005/06", "2012/13"], Pairs::FiscalYears),
            (&["2012-13"], Pairs::Ambiguous),
            (&["2020-21", "2020-2021"], Pairs::Ambiguous),
            (&["2008-2009", "2009-2010"], Pairs::FiscalYears),
            (&["2008-09"], Pairs::Ambiguous),
            (&["2008-09", "2008-10"], Pairs::Months),
            (&["2008-09", "2009-10", "2009-10-03"], Pairs::Months),
            (&["2008-12", "2012-13"], Pairs::Months),
            (&["2008", "2009"], Pairs::Months),
        ] {
            assert_eq!(evidence(texts).pairs(), pairs, "{texts:?}");
        }
    }
}
