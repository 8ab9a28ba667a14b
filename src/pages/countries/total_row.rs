//! The sums of the countries in the table.

use explorer_number::grouped;
use explorer_view::countries::{CountryTotal, total};
use explorer_view::country_table::{CountryColumn, Side};
use leptos::prelude::*;

use super::cells::ChangeCell;
use super::country_table::CountryTableModel;
use crate::reactive::{memo, text};
use crate::store::use_store;

/// The row of sums. It stands first, where it is seen whatever the order.
#[component]
pub fn CountryTotalRow(
    /// The table that it is in.
    table: CountryTableModel,
) -> impl IntoView {
    let store = use_store();
    let explorer = store.explorer;
    let total: Memo<CountryTotal> = memo(move || {
        let periods = store.state.with(|state| state.periods);
        table.rows.with(|rows| store.outcome.with(|o| total(explorer, o, periods, rows)))
    });
    let number =
        move |part: String, read: &'static (dyn Fn(&CountryTotal, usize) -> u32 + Sync), at| {
            let count = memo(move || total.with(|total| read(total, at)));
            view! {
                <td data-part=part data-count=text(move || count.get().to_string())>
                    {text(move || grouped(count.get()))}
                </td>
            }
        };
    let years = explorer.table().years().enumerate().map(|(at, year)| {
        number(year.to_string(), &|total, at| total.years.get(at).map_or(0, |year| year.1), at)
    });
    let parts = CountryColumn::PARTS.into_iter().enumerate().filter_map(|(at, column)| {
        let (_, id) = column.part()?;
        Some(number(id.to_owned(), &|total, at| total.parts.get(at).copied().unwrap_or(0), at))
    });
    let periods = Side::BOTH.into_iter().enumerate().map(|(at, side)| {
        let part = side.key().to_owned();
        number(part, &|total, at| total.periods.get(at).copied().unwrap_or(0), at)
    });
    let forums = move || total.with(|total| total.forums);
    let title = move || match total.with(|total| total.countries) {
        1 => "This country".to_owned(),
        countries => format!("All {countries} countries"),
    };
    let change = Signal::derive(move || total.with(|total| total.periods));
    view! {
        <tr class="total" data-test="country-total">
            <th scope="row">{title}</th>
            {number("count".to_owned(), &|total, _| total.count, 0)}
            {years.collect_view()}
            {parts.collect_view()}
            <td data-part="forums" data-count=text(move || forums().count.to_string())>
                {text(move || grouped(forums().count))}
                " "
                <small>{text(move || forums().words(explorer))}</small>
            </td>
            <td></td>
            <td></td>
            {periods.collect_view()}
            <ChangeCell periods=change />
            <td></td>
            <td></td>
        </tr>
    }
}
