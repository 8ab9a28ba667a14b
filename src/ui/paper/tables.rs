//! The paper's tables from the open dataset. Each number leads to its records.

use web_sys::Element;

use crate::ui::markup::{Markup, el, live};
use crate::ui::record_links::records_of;
use crate::ui::store::Store;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_number::grouped;
use explorer_view::countries::rows;
use explorer_view::country_table::{CountryColumn, CountrySort, Periods};
use explorer_view::paper::{agency_rows, most_met};
use explorer_view::profile::only;
use explorer_view::sentence::label;
use explorer_view::state::Page;

/// How many countries the tables list.
const TOP: usize = 15;

fn column(text: &str) -> Markup {
    el("th").attr("scope", "col").text(text)
}

/// `label` tells it from the other tables of the page.
fn table(test: &'static str, label: &str, headings: Vec<Markup>, rows: Vec<Markup>) -> Markup {
    el("div")
        .class("paper-table")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", label)
        .child(
            el("table")
                .attr("data-test", test)
                .child(el("thead").child(el("tr").children(headings)))
                .child(el("tbody").children(rows)),
        )
}

/// A number that leads to the records that filters leave.
fn number(store: Store, part: &str, count: u32, filters: &Filters) -> Markup {
    let cell = el("td").attr("data-part", part).attr("data-count", count.to_string());
    match count {
        0 => cell.child(el("span").class("zero").text("0")),
        _ => cell.child(el("a").attr("href", records_of(store, filters)).text(grouped(count))),
    }
}

/// The formats with their ids and labels, in the order of the codebook.
fn formats(store: Store) -> Vec<(&'static str, &'static str)> {
    let explorer = store.explorer;
    let entries = explorer.table().dictionary(Facet::Format).entries();
    entries.iter().map(|entry| (&*entry.id, &*entry.label)).collect()
}

/// Table 1: the agencies.
pub(super) fn agencies(store: Store) -> Element {
    live("div", move |place| {
        let scope = store.scope.get();
        let formats = formats(store);
        let rows = agency_rows(store.explorer, &scope).into_iter().map(|row| {
            let of_format = formats.iter().zip(&row.formats).map(|((id, _), count)| {
                number(store, id, *count, &only(&row.filters, Facet::Format, id))
            });
            el("tr")
                .attr("data-value", row.id.as_str())
                .attr("data-count", row.summary.interactions.to_string())
                .child(el("th").attr("scope", "row").text(row.label.as_str()))
                .child(number(store, "interactions", row.summary.interactions, &row.filters))
                .child(number(store, "events", row.summary.events, &row.filters))
                .child(number(store, "countries", row.summary.countries, &row.filters))
                .children(of_format)
        });
        let headings = ["Agency", "Interactions", "Events", "Countries"].map(column);
        let headings = headings.into_iter().chain(formats.iter().map(|(_, label)| column(label)));
        place.child(table("table-1", "Table 1", headings.collect(), rows.collect()))
    })
}

/// Table 2: the countries most engaged.
pub(super) fn countries(store: Store) -> Element {
    live("div", move |place| {
        let scope = store.scope.get();
        let outcome = store.outcome.get();
        let all = rows(store.explorer, &outcome, Periods::default(), CountrySort::default());
        let formats = formats(store);
        let shown = all.iter().take(TOP).map(|row| {
            let of_country = only(&scope, Facet::Country, &row.iso3);
            let parts =
                [CountryColumn::Bilateral, CountryColumn::Sideline, CountryColumn::Multilateral];
            let parts = parts.into_iter().zip(&formats).map(|(column, (id, _))| {
                let count = row.number(column).and_then(|n| u32::try_from(n).ok());
                let filters = only(&of_country, Facet::Format, id);
                number(store, id, count.unwrap_or_default(), &filters)
            });
            el("tr")
                .attr("data-value", row.iso3.as_str())
                .attr("data-count", row.count.to_string())
                .child(who(store, row.position, &row.iso3, &row.name))
                .child(number(store, "count", row.count, &of_country))
                .children(parts)
        });
        let counted = crate::ui::bar_figure::heading(outcome.measure);
        let headings = [column("Country"), column(counted)].into_iter();
        let headings = headings.chain(formats.iter().map(|(_, label)| column(label)));
        let table = table("table-2", "Table 2", headings.collect(), shown.collect());
        place.child(table).children(rest(all.len(), TOP))
    })
}

/// A country with its place, leading to its profile.
fn who(store: Store, place: usize, iso3: &str, name: &str) -> Markup {
    let profile = store.link_to(Page::Country(iso3.to_owned()));
    el("th").attr("scope", "row").child(
        el("span")
            .class("who")
            .child(el("span").class("position").text(place.to_string()))
            .child(el("a").attr("href", profile).text(name)),
    )
}

fn rest(all: usize, top: usize) -> Option<Markup> {
    let more = all.saturating_sub(top);
    let text = format!("{more} more countries have fewer or as many.");
    (more > 0).then(|| el("p").class("hint").text(text))
}

/// Table 3: the countries of two leaders, and of the ministry with its deputies.
pub(super) fn leaders(store: Store) -> Element {
    live("div", move |place| {
        // What the reader chooses among officials and agencies would empty one list or the other.
        let mut scope = store.scope.get();
        scope.clear(Facet::Official);
        scope.clear(Facet::Agency);
        let lists = [
            (Facet::Official, "chen-wenqing", ""),
            (Facet::Official, "wang-xiaohong", ""),
            (Facet::Agency, "MPS", ", deputies included"),
        ];
        let lists = lists.map(|(facet, id, more)| {
            let mut filters = scope.clone();
            filters.set(facet, id, Standing::Included);
            let all = most_met(store.explorer, &filters);
            let rows = all.iter().take(TOP).map(|met| {
                let of_country = only(&filters, Facet::Country, &met.iso3);
                el("tr")
                    .attr("data-value", met.iso3.as_str())
                    .attr("data-count", met.count.to_string())
                    .child(who(store, met.place, &met.iso3, &met.label))
                    .child(number(store, "count", met.count, &of_country))
            });
            let title = format!("{}{more}", label(store.explorer, facet, id));
            let headings = vec![column(&title), column("Interactions")];
            el("div")
                .attr("data-list", id)
                .child(table("table-3", &format!("Table 3: {title}"), headings, rows.collect()))
                .children(rest(all.len(), TOP))
        });
        place.class("leaders").children(lists)
    })
}
