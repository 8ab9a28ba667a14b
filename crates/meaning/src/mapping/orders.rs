//! The order of day and month in columns of dates with dots that leave it open.

use explorer_reader::date::Evidence;

use super::column::{Mapping, Role};
use super::profile::ColumnProfile;

impl Mapping {
    /// Settles the order of dates with dots that leave it open, as the others with dots prove it: who has written
    /// 04.15.2024 in one column means 5 April by 04.05.2024 in another. Where these differ, and without any, the
    /// day is first. Other dates are asked.
    pub fn settle_orders(&mut self, columns: &[ColumnProfile]) {
        let dotted = columns.iter().map(|column| column.order).filter(|order| order.is_dotted());
        let mut proven = dotted.filter_map(Evidence::proven);
        let Some(order) = proven.next().filter(|order| proven.all(|other| other == *order)) else {
            return;
        };
        for (mapped, column) in self.columns.iter_mut().zip(columns) {
            let evidence = column.order;
            let is_open = evidence.is_dotted() && evidence.proven().is_none();
            if let Role::Date(form) = &mut mapped.role
                && is_open
                && evidence.allows(order)
            {
                form.order = order;
            }
        }
    }
}
