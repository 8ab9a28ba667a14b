//! Which decimal mark the numbers of a column have whose own values do not say it.

use explorer_reader::date::Order;
use explorer_reader::number::Decimal;

use super::column::{Mapping, Role};
use super::profile::ColumnProfile;

impl Mapping {
    /// Settles the decimal mark of columns whose values leave it open: as programs write numbers, if one
    /// has written them; as the other numbers of the file have it, if these agree; or else as tables of
    /// that country have it, which the delimiter and the order of dates tell together: semicolons and the
    /// day first are of continental Europe, commas and the month first of the United States. What stays
    /// open is asked.
    pub fn settle_marks(&mut self, columns: &[ColumnProfile], delimiter: Option<u8>) {
        let of_others = of_all(columns).or_else(|| of_country(columns, delimiter));
        for (mapped, column) in self.columns.iter_mut().zip(columns) {
            let Role::Number(mark) = &mut mapped.role else { continue };
            if !column.decimal.is_open() || column.decimal.either == 0 {
                continue;
            }
            if column.of_program {
                *mark = column.decimal.of_program();
            } else if *mark == Decimal::Ambiguous {
                *mark = of_others.unwrap_or_else(|| column.decimal.beside(delimiter));
            }
        }
    }
}

/// The mark of all numbers of the file that allow but one; `None` if they differ.
fn of_all(columns: &[ColumnProfile]) -> Option<Decimal> {
    let numbers = columns
        .iter()
        .filter(|column| column.has_numbers(80) && !column.forms.codes && !column.of_program);
    let (mut point, mut comma) = (false, false);
    for column in numbers {
        point |= column.decimal.point > 0;
        comma |= column.decimal.comma > 0;
        // Thousands among whole numbers say it, too.
        if column.decimal.is_open() && column.decimal.either > 0 {
            point |= column.decimal.decimal() == Decimal::Point;
            comma |= column.decimal.decimal() == Decimal::Comma;
        }
    }
    match (point, comma) {
        (true, false) => Some(Decimal::Point),
        (false, true) => Some(Decimal::Comma),
        _ => None,
    }
}

fn of_country(columns: &[ColumnProfile], delimiter: Option<u8>) -> Option<Decimal> {
    let dates = columns.iter().filter(|column| column.mostly(column.dates, 80));
    let (mut day_first, mut month_first) = (false, false);
    for column in dates {
        let dotted = column.values.keys().any(|value| value.split('.').count() == 3);
        let order = column.order.order();
        day_first |= order == Order::DayFirst || order == Order::Ambiguous && dotted;
        month_first |= order == Order::MonthFirst;
    }
    match (delimiter, day_first, month_first) {
        (Some(b';'), true, false) => Some(Decimal::Comma),
        (Some(b','), false, true) => Some(Decimal::Point),
        _ => None,
    }
}
