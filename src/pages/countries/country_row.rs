//! A country in the table.

use explorer_explore::coding::NONE;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_number::grouped;
use explorer_view::countries::{CountryRow, words};
use explorer_view::country_table::{CountryColumn, Side};
use explorer_view::people::within_year;
use explorer_view::state::{Page, ViewState};
use leptos::prelude::*;

use super::cells::{ChangeCell, DateCell, ForumsCell, ValueCell};
use super::country_table::{CountryLine, CountryTableModel};
use super::heading::part_name;
use crate::components::records::count_cell::{CountCell, CountLink};
use crate::components::records::links::records_link;
use crate::components::sparkline::Sparkline;
use crate::reactive::{memo, text};
use crate::store::{Store, use_store};

/// A country's row. Each of its cells changes only where what it shows does.
#[component]
pub fn CountryTableRow(
    /// The table that it is in.
    table: CountryTableModel,
    /// What it shows.
    line: ReadSignal<CountryLine>,
) -> impl IntoView {
    let store = use_store();
    // The names belong to the key of the row and stay.
    let CountryRow { iso3, name, name_zh, .. } = line.with_untracked(|line| line.row.clone());
    let (top, selected) =
        (memo(move || line.with(|line| line.top)), memo(move || line.with(|line| line.selected)));
    let position = memo(move || line.with(|line| line.row.position));
    let count = memo(move || line.with(|line| line.row.count));
    let counts = memo(move || line.with(|line| line.row.quarters.clone()));
    let first = memo(move || line.with(|line| line.row.contacts.first));
    let last = memo(move || line.with(|line| line.row.contacts.last));
    let rank = memo(move || line.with(|line| line.row.rank));
    let office = memo(move || line.with(|line| line.row.office));
    let country = Country { store, iso3: StoredValue::new(iso3), name: StoredValue::new(name) };
    let all = country.link(count.into(), String::new, |_| {});
    let years = store.explorer.table().years().enumerate().map(|(at, year)| {
        let count = memo(move || line.with(|line| line.row.years.get(at).map_or(0, |year| year.1)));
        let what = move || format!("{year}: ");
        let link = country.link(count.into(), what, move |state| {
            state.filters.range = within_year(state.filters.range, year);
        });
        view! { <CountCell part=year.to_string() count link inner=true /> }
    });
    let forums = memo(move || line.with(|line| line.row.forums));
    let at_forums = Signal::derive(move || forums.get().count);
    let forums_link = country.link(
        at_forums,
        || "at or beside forums: ".to_owned(),
        |state| {
            state.filters.set(Facet::Forum, NONE, Standing::Excluded);
        },
    );
    let change = Signal::derive(move || line.with(|line| line.row.periods));
    let parts = CountryColumn::PARTS.into_iter().enumerate().filter_map(|(at, column)| {
        let (facet, id) = column.part()?;
        let count = memo(move || line.with(|line| line.row.parts.get(at).copied().unwrap_or(0)));
        let part = part_name(store, column);
        let what = move || format!("{part}: ");
        let link = country.link(count.into(), what, move |state| {
            state.filters.clear(facet);
            state.filters.set(facet, id, Standing::Included);
        });
        Some(view! { <CountCell part=id count link inner=true /> })
    });
    let periods = Side::BOTH.into_iter().enumerate().map(|(at, side)| {
        let count = memo(move || line.with(|line| line.row.periods.get(at).copied().unwrap_or(0)));
        let period = memo(move || store.state.with(|state| state.periods.period(side)));
        let what = move || format!("{}: ", period.get().map_or(String::new(), words));
        let link = country.link(count.into(), what, move |state| {
            if let Some(period) = period.get() {
                state.filters.range = period.range();
            }
        });
        view! { <CountCell part=side.key() count link inner=true /> }
    });
    let iso3 = country.iso3.get_value();
    let profile = Page::Country(iso3.clone());
    view! {
        <tr
            data-test="country-row"
            data-value=iso3
            data-count=text(move || count.get().to_string())
        >
            <th scope="row">
                <div class="who">
                    <span class="position">{text(move || position.get().to_string())}</span>
                    <a href=store.link(profile)>
                        {country.name.get_value()} <span class="zh" lang="zh">{name_zh}</span>
                    </a>
                </div>
            </th>
            <CountCell part="count" count link=all>
                <Sparkline
                    counts
                    quarters=table.quarters
                    top
                    selected
                    counted="Interactions"
                />
            </CountCell>
            {years.collect_view()}
            {parts.collect_view()}
            <ForumsCell forums link=forums_link />
            <DateCell part="first" date=first />
            <DateCell part="last" date=last />
            {periods.collect_view()}
            <ChangeCell periods=change />
            <ValueCell part="rank" facet=Facet::Rank code=rank />
            <ValueCell part="office" facet=Facet::Office code=office />
        </tr>
    }
}

/// The country that a row is about.
#[derive(Clone, Copy)]
struct Country {
    store: Store,
    iso3: StoredValue<String>,
    name: StoredValue<String>,
}

impl Country {
    /// The way to the records behind a count of the row: `what` says which, `narrow` leads to them.
    fn link(
        self,
        count: Signal<u32>,
        what: impl Fn() -> String + Send + Sync + 'static,
        narrow: impl Fn(&mut ViewState) + Send + Sync + 'static,
    ) -> Callback<(), CountLink> {
        Callback::new(move |()| {
            let (store, count) = (self.store, count.get());
            let href = self.iso3.with_value(|iso3| {
                records_link(store, Facet::Country, iso3, |state| narrow(state))
            });
            // With the links: a new measure would make all of them anew before the paint.
            let noun = store.linked.with(|state| state.measure).noun(count);
            let name = self.name.get_value();
            let label = format!("{name}, {}{} {noun}", what(), grouped(count));
            CountLink { href, label: Some(label) }
        })
    }
}
