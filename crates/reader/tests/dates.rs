//! Every day in every form it can be written in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use explorer_reader::date::{Century, Count, DateForm, Evidence, Order, PRESENT, PartialDate};
use proptest::prelude::*;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn forms(date: PartialDate) -> Vec<(Order, String)> {
    let (y, m, d) = (date.year(), date.month().unwrap_or(1), date.day().unwrap_or(1));
    let name = MONTHS[usize::from(m) - 1];
    let short = &name[..3];
    let end = match (d % 10, d / 10) {
        (1, 0 | 2 | 3) => "st",
        (2, 0 | 2) => "nd",
        (3, 0 | 2) => "rd",
        _ => "th",
    };
    let any = [
        format!("{y:04}-{m:02}-{d:02}"),
        format!("{y:04}/{m}/{d}"),
        format!("{y:04}.{m:02}.{d:02}"),
        format!("{y:04}-{m:02}-{d:02}T23:59:59Z"),
        format!("{y:04}-{m:02}-{d:02} 10:30"),
        format!("{d}.{m}.{y:04}"),
        format!("{d:02}. {m:02}. {y:04}"),
        format!("{d} {name} {y:04}"),
        format!("{d:02}-{}-{y:04}", short.to_uppercase()),
        format!("{name} {d}, {y:04}"),
        format!("{short}. {d}{end} {y:04}"),
        format!("the {d}{end} of {name}, {y:04}"),
        format!("{y:04} {short} {d:02}"),
    ];
    let month_first = [
        format!("{m}/{d}/{y:04}"),
        format!("{m:02}-{d:02}-{y:04}"),
        format!("{m}/{d}/{y:04} 1:05 PM"),
    ];
    let day_first = [format!("{d}/{m}/{y:04}"), format!("{d:02}-{m:02}-{y:04}")];
    let mut forms: Vec<(Order, String)> =
        any.into_iter().map(|form| (Order::Ambiguous, form)).collect();
    forms.extend(month_first.into_iter().map(|form| (Order::MonthFirst, form)));
    forms.extend(day_first.into_iter().map(|form| (Order::DayFirst, form)));
    if y >= 1000 {
        forms.push((Order::Ambiguous, format!("{y}年{m}月{d}日")));
        forms.push((Order::Ambiguous, format!("{y} 年 {m:02} 月 {d:02} 号 星期五")));
    }
    if (1800..2200).contains(&y) {
        forms.push((Order::Ambiguous, format!("{y}{m:02}{d:02}")));
    }
    forms
}

/// A date with two digits for its year.
fn short(order: Order, date: PartialDate, mark: &str) -> String {
    let (y, m, d) = (date.year() % 100, date.month().unwrap_or(1), date.day().unwrap_or(1));
    match order {
        Order::MonthFirst => format!("{m:02}{mark}{d:02}{mark}{y:02}"),
        Order::DayFirst => format!("{d:02}{mark}{m:02}{mark}{y:02}"),
        _ => format!("{y:02}{mark}{m:02}{mark}{d:02}"),
    }
}

fn month_forms(date: PartialDate) -> Vec<String> {
    let (y, m) = (date.year(), date.month().unwrap_or(1));
    let name = MONTHS[usize::from(m) - 1];
    let mut forms = vec![
        format!("{y:04}-{m:02}"),
        format!("{y:04}/{m}"),
        format!("{m}/{y:04}"),
        format!("{m:02}.{y:04}"),
        format!("{name} {y:04}"),
        format!("{}-{y:04}", &name[..3]),
        format!("{name}, {y:04}"),
    ];
    if y >= 1000 {
        forms.push(format!("{y}年{m:02}月"));
    }
    forms
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn a_day_comes_back_from_every_form(days in -719_162..2_932_896_i32) {
        let date = PartialDate::from_days(days);
        prop_assume!(date.is_some());
        for (order, text) in date.map(forms).unwrap_or_default() {
            let form = DateForm { order, century: Century::Until(PRESENT), ..DateForm::default() };
            prop_assert_eq!(form.read(&text).ok(), date, "{}", text);
        }
    }

    #[test]
    fn a_month_and_a_year_come_back(year in 1..=9999_i16, month in 1..=12_u8) {
        let date = PartialDate::from_month(year, month);
        for text in date.map(month_forms).unwrap_or_default() {
            prop_assert_eq!(DateForm::default().read(&text).ok(), date, "{}", text);
        }
        let text = format!("{year:04}");
        prop_assert_eq!(DateForm::default().read(&text).ok(), PartialDate::from_year(year));
    }

    #[test]
    fn serial_days_are_those_of_spreadsheets(serial in 10_000..=99_999_i32) {
        let form = DateForm { count: Count::Days, ..DateForm::default() };
        let date = form.read(&format!("{serial}.5")).map(PartialDate::first_day);
        prop_assert_eq!(date, Ok(serial - 25_569));
    }

    #[test]
    fn a_long_column_of_two_digit_years_is_read_as_it_was_written_or_asked(
        days in prop::collection::vec(18_262..20_600_i32, 1..200), from in 0..3_usize, mark in "[-/.]",
    ) {
        // Since 2020, so that years are close together, as in most tables.
        let order = [Order::MonthFirst, Order::DayFirst, Order::YearFirst][from];
        let dates: Vec<PartialDate> = days.iter().filter_map(|days| PartialDate::from_days(*days)).collect();
        let texts: Vec<String> = dates.iter().map(|date| short(order, *date, &mark)).collect();
        let mut evidence = Evidence::default();
        texts.iter().for_each(|text| evidence.add(text));
        let found = evidence.order();
        if found != Order::Ambiguous {
            prop_assert_eq!(found, order);
            let century = evidence.century(found);
            for (text, date) in texts.iter().zip(&dates) {
                prop_assert_eq!(DateForm { century, ..DateForm::of(found) }.read(text), Ok(*date), "{}", text);
            }
        } else if evidence.has_order() {
            prop_assert!(evidence.needs_choice());
        }
    }

    #[test]
    fn no_year_of_two_digits_is_silently_ahead(years in prop::collection::vec(0..100_u8, 1..40)) {
        let mut evidence = Evidence::default();
        years.iter().for_each(|year| evidence.add(&format!("6-Sep-{year:02}")));
        let form = DateForm { century: evidence.century(Order::Ambiguous), ..DateForm::default() };
        for year in &years {
            if let Ok(date) = form.read(&format!("6-Sep-{year:02}")) {
                prop_assert!(date.year() <= PRESENT);
            }
        }
    }

    #[test]
    fn any_text_is_answered(text in any::<String>(), digits in "[0-9]{0,9}[-/. ]?[0-9]{0,9}[-/.: ]?[0-9a-zA-Z年月日]{0,9}") {
        for text in [&text, &digits] {
            for order in [Order::MonthFirst, Order::DayFirst, Order::YearFirst, Order::Ambiguous] {
                for count in [Count::Nothing, Count::Days, Count::Seconds, Count::Milliseconds] {
                    let century = Century::Until(PRESENT);
                    if let Ok(date) = (DateForm { century, count, ..DateForm::of(order) }).read(text) {
                        let is_year = date.to_string().parse::<i32>().is_ok();
                        prop_assert!(!is_year || date.month().is_none());
                        prop_assert!(date.first_day() <= date.last_day());
                    }
                }
            }
            Evidence::default().add(text);
        }
    }

    #[test]
    fn a_column_with_one_clear_date_has_its_order(days in prop::collection::vec(0..30_000_i32, 1..60)) {
        for order in [Order::MonthFirst, Order::DayFirst] {
            let mut evidence = Evidence::default();
            let mut clear = false;
            for date in days.iter().filter_map(|days| PartialDate::from_days(*days)) {
                let (y, m, d) = (date.year(), date.month().unwrap_or(1), date.day().unwrap_or(1));
                let text = match order {
                    Order::MonthFirst => format!("{m}/{d}/{y}"),
                    _ => format!("{d}/{m}/{y}"),
                };
                clear = clear || d > 12;
                evidence.add(&text);
            }
            prop_assert_eq!(evidence.order(), if clear { order } else { Order::Ambiguous });
        }
    }
}
