//! Any text as a date, in every order.

#![no_main]

use explorer_reader::date::{Century, Count, DateForm, Evidence, Order, PRESENT, Pairs, PartialDate};
use explorer_reader::number::{Decimal, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut evidence = Evidence::default();
    evidence.add(text);
    let orders = [Order::MonthFirst, Order::DayFirst, Order::YearFirst, Order::Ambiguous];
    let century = Century::Until(PRESENT);
    let dates = orders.map(|order| DateForm { century, ..DateForm::of(order) }.read(text).ok());
    if evidence == Evidence::default() {
        assert!(
            dates.iter().all(|date| *date == dates[0]),
            "only numbers depend on their order"
        );
    }
    for date in dates.into_iter().flatten() {
        assert!(date.first_day() <= date.last_day());
        let pairs = Pairs::FiscalYears;
        let written = date.to_string();
        let read = [Pairs::Months, pairs].map(|pairs| DateForm { pairs, ..DateForm::default() });
        assert!(read.iter().any(|form| form.read(&written) == Ok(date)));
        if date.month().is_none() {
            // A week begins in the year before.
            continue;
        }
        let first = PartialDate::from_days(date.first_day());
        assert_eq!(first.map(PartialDate::year), Some(date.year()));
    }
    let form = DateForm { century, ..DateForm::default() };
    for count in [Count::Days, Count::Seconds, Count::Milliseconds] {
        let counted = DateForm { count, ..form }.read(text);
        assert!(counted.is_ok() || dates[3].is_none());
    }
    for decimal in [Decimal::Point, Decimal::Comma] {
        assert!(read(text, decimal).is_none_or(f64::is_finite));
    }
});
