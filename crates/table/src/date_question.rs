//! What has to be known of a column's dates where they can be read in several ways.

use explorer_meaning::mapping::ColumnProfile;
use explorer_reader::date::{Century, DateForm, Order, PRESENT, Pairs};

/// Something that a reader can be asked of the dates of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateQuestion {
    /// Which number is the day, the month, the year.
    Order,
    /// What two digits of a year mean.
    Century,
    /// Whether 2008-09 is a month.
    Pairs,
}

/// An answer to one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateAnswer {
    /// To [`DateQuestion::Order`].
    Order(Order),
    /// To [`DateQuestion::Century`].
    Century(Century),
    /// To [`DateQuestion::Pairs`].
    Pairs(Pairs),
}

impl DateQuestion {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Order, Self::Century, Self::Pairs];

    /// The `data-test` of its field, and what it settles.
    pub fn hooks(self) -> (&'static str, &'static str) {
        match self {
            Self::Order => ("map-order", "order"),
            Self::Century => ("map-century", "century"),
            Self::Pairs => ("map-pairs", "pairs"),
        }
    }

    /// What a screen reader calls its field.
    pub fn label(self, name: &str) -> String {
        match self {
            Self::Order => format!("Order of day and month in {name}"),
            Self::Century => format!("Century of the years in {name}"),
            Self::Pairs => format!("Months or fiscal years in {name}"),
        }
    }

    /// Whether a column's dates depend on the answer, as they are read so far.
    pub fn matters(self, form: DateForm, profile: &ColumnProfile) -> bool {
        let evidence = &profile.order;
        match self {
            Self::Order => evidence.has_order(),
            Self::Century => {
                let has_order = form.order != Order::Ambiguous || !evidence.has_order();
                has_order && !evidence.short_years(form.order).is_empty()
            }
            Self::Pairs => evidence.has_pairs(),
        }
    }

    /// Whether a reader has to answer it before the table is loaded.
    pub fn is_open(self, form: DateForm, profile: &ColumnProfile) -> bool {
        self.matters(form, profile)
            && match self {
                Self::Order => form.order == Order::Ambiguous && profile.order.needs_choice(),
                Self::Century => form.century == Century::Ambiguous,
                Self::Pairs => form.pairs == Pairs::Ambiguous,
            }
    }

    /// The answer so far.
    pub fn answer(self, form: DateForm) -> DateAnswer {
        match self {
            Self::Order => DateAnswer::Order(form.order),
            Self::Century => DateAnswer::Century(form.century),
            Self::Pairs => DateAnswer::Pairs(form.pairs),
        }
    }

    /// The answers that are offered, with the one so far: each with a word that does not change, and
    /// what stands on it.
    pub fn options(
        self,
        form: DateForm,
        profile: &ColumnProfile,
    ) -> Vec<(DateAnswer, String, String)> {
        let option = |answer, id: &str, label: String| (answer, id.to_owned(), label);
        match self {
            Self::Order => [
                (Order::Ambiguous, "ambiguous", "day, month or year first?"),
                (Order::DayFirst, "day-first", "day first: 3/4 is 3 April"),
                (Order::MonthFirst, "month-first", "month first: 3/4 is 4 March"),
                (Order::YearFirst, "year-first", "year first: 24/3/4 is 4 March 2024"),
            ]
            .map(|(order, id, label)| option(DateAnswer::Order(order), id, label.to_owned()))
            .into(),
            Self::Pairs => [
                (Pairs::Ambiguous, "ambiguous", "months or fiscal years?"),
                (Pairs::Months, "months", "months: 2008-09 is September 2008"),
                (Pairs::FiscalYears, "fiscal-years", "fiscal years: 2008-09 is 2008/09"),
            ]
            .map(|(pairs, id, label)| option(DateAnswer::Pairs(pairs), id, label.to_owned()))
            .into(),
            Self::Century => {
                let digits = profile.order.short_years(form.order).example().unwrap_or_default();
                let until = |last| {
                    let year = Century::Until(last).year(digits, None).unwrap_or_default();
                    let label = match last {
                        PRESENT => format!("none after {PRESENT}: {digits:02} is {year}"),
                        last => format!("all in the {}s: {digits:02} is {year}", last / 100 * 100),
                    };
                    (Century::Until(last), last.to_string(), label)
                };
                let ask = (Century::Ambiguous, "ambiguous".to_owned(), "which century?".to_owned());
                let mut centuries =
                    vec![ask, until(PRESENT), until(1899), until(1999), until(2099)];
                let beside = profile.years_beside.map(Century::Beside);
                for century in beside.into_iter().chain([form.century]) {
                    let label = match century {
                        Century::Beside(column) => {
                            format!("the year is in column {}", u32::from(column) + 1)
                        }
                        Century::Until(last) => format!("none after {last}"),
                        Century::Ambiguous => continue,
                    };
                    if centuries.iter().all(|(known, ..)| *known != century) {
                        centuries.push((century, label.clone(), label));
                    }
                }
                let options = centuries.into_iter();
                options
                    .map(|(answer, id, label)| option(DateAnswer::Century(answer), &id, label))
                    .collect()
            }
        }
    }
}

impl DateAnswer {
    /// How the dates are read with this answer. Another order has other years, and so another century.
    pub fn apply(self, form: DateForm, profile: &ColumnProfile) -> DateForm {
        match self {
            Self::Order(order) => DateForm { order, century: profile.century(order), ..form },
            Self::Century(century) => DateForm { century, ..form },
            Self::Pairs(pairs) => DateForm { pairs, ..form },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_read_in_several_ways_is_asked_once() {
        let mut profile = ColumnProfile::default();
        for text in ["24-09-06", "24-10-12"] {
            profile.order.add(text);
        }
        let form = profile.date_form();
        let open = |form| DateQuestion::ALL.map(|question| question.is_open(form, &profile));
        assert_eq!(open(form), [true, false, false]);
        let form = DateAnswer::Order(Order::YearFirst).apply(form, &profile);
        assert_eq!(open(form), [false; 3]);
        assert_eq!(form.century, Century::Until(PRESENT));
        for question in DateQuestion::ALL {
            let options = question.options(form, &profile);
            let chosen = options.iter().filter(|(answer, ..)| *answer == question.answer(form));
            assert_eq!(chosen.count(), 1, "{question:?}");
        }
    }
}
