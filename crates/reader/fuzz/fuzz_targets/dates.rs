//! Any text as a date, in every order.

#![no_main]

use explorer_reader::date::{DateForm, Evidence, Order, PartialDate};
use explorer_reader::number::{Decimal, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut evidence = Evidence::default();
    evidence.add(text);
    let orders = [Order::MonthFirst, Order::DayFirst, Order::Ambiguous];
    let dates = orders.map(|order| DateForm { order, serial: false }.read(text).ok());
    if evidence == Evidence::default() {
        assert!(
            dates[0] == dates[1] && dates[1] == dates[2],
            "only two numbers depend on their order"
        );
    }
    for date in dates.into_iter().flatten() {
        assert!(date.first_day() <= date.last_day());
        assert_eq!(DateForm::default().read(&date.to_string()), Ok(date));
        let first = PartialDate::from_days(date.first_day());
        assert_eq!(first.map(PartialDate::year), Some(date.year()));
    }
    let serial = DateForm { order: Order::Ambiguous, serial: true }.read(text);
    assert!(serial.is_ok() || dates[2].is_none());
    for decimal in [Decimal::Point, Decimal::Comma] {
        assert!(read(text, decimal).is_none_or(f64::is_finite));
    }
});
