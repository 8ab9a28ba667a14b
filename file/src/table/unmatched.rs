//! Names that are no known country: the reader says which are meant, and the table is loaded again.

use std::collections::BTreeMap;

use explorer_number::grouped;
use explorer_reader::country::Country;
use leptos::prelude::*;

use super::open_table::use_open_table;
use crate::components::scroll_table::ScrollTable;
use crate::opening::draft::Draft;
use crate::store::use_file_store;

/// How many names are shown.
const SHOWN: usize = 50;

/// A name that is no known country.
#[derive(Debug, Clone)]
struct UnmatchedName {
    name: String,
    /// How many rows have it.
    rows: u64,
    /// The countries that it may mean: code and name.
    suggested: Vec<(String, String)>,
}

/// The names that are no known countries, if there are any.
#[component]
pub fn UnmatchedNames() -> impl IntoView {
    let table = use_open_table();
    let (names, count) = table.read_untracked(|loaded, countries| {
        let names = loaded.unmatched.list(countries);
        let shown = names.iter().take(SHOWN).map(|(name, rows, suggested)| UnmatchedName {
            name: (*name).to_owned(),
            rows: *rows as u64,
            suggested: suggested.iter().map(|country| code_and_name(country)).collect(),
        });
        (shown.collect::<Vec<_>>(), names.len())
    });
    (count > 0).then(|| view! { <UnmatchedPanel names count /> })
}

/// The names, with a choice of a country for each.
#[component]
fn UnmatchedPanel(
    /// The first of them.
    names: Vec<UnmatchedName>,
    /// How many there are.
    count: usize,
) -> impl IntoView {
    let (store, table) = (use_file_store(), use_open_table());
    let chosen = RwSignal::new(BTreeMap::<String, String>::new());
    let rows = names.into_iter().map(|unmatched| {
        let UnmatchedName { name, rows, suggested } = unmatched;
        let on_choose = {
            let name = name.clone();
            Callback::new(move |code: Option<String>| {
                chosen.update(|chosen| match code {
                    Some(code) => _ = chosen.insert(name.clone(), code),
                    None => _ = chosen.remove(&name),
                });
            })
        };
        view! {
            <tr data-test="unmatched-name">
                <th scope="row">{name.clone()}</th>
                <td>{grouped(rows)}</td>
                <td>
                    <CountryField name suggested on_choose />
                </td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let load = move |_| {
        let mut draft: Draft = table.draft();
        draft.mapping.countries.extend(chosen.get_untracked());
        store.load(draft);
    };
    let title = match count {
        1 => "1 name is no known country".to_owned(),
        count => format!("{} names are no known country", grouped(count as u64)),
    };
    let more = count.saturating_sub(SHOWN);
    let more = (more > 0).then(|| {
        view! { <p class="hint">{format!("{} more are not shown.", grouped(more as u64))}</p> }
    });
    let words = move || match chosen.with(BTreeMap::len) {
        0 => "Load again with what was chosen".to_owned(),
        1 => "Load again with 1 country chosen".to_owned(),
        count => format!("Load again with {count} countries chosen"),
    };
    let headings = ["Name", "Rows", "Means"].map(str::to_owned).to_vec();
    view! {
        <details class="own-panel" data-test="unmatched" data-count=count.to_string()>
            <summary>
                <b>{title}</b>
                " "
                <span class="hint">"Their rows are loaded without a country."</span>
            </summary>
            <ScrollTable label="Names without a country" headings>
                {rows}
            </ScrollTable>
            {more}
            <button
                type="button"
                class="primary"
                data-test="load-again"
                disabled=move || chosen.with(BTreeMap::is_empty)
                on:click=load
            >
                {words}
            </button>
        </details>
    }
}

/// A choice of a country: those that are like the name first.
#[component]
fn CountryField(
    /// The name.
    name: String,
    /// The countries that it may mean: code and name.
    suggested: Vec<(String, String)>,
    /// The code of what is chosen, or `None`.
    on_choose: Callback<Option<String>>,
) -> impl IntoView {
    let option = |(code, name): (String, String)| view! { <option value=code>{name}</option> };
    let suggestions = (!suggested.is_empty()).then(|| {
        let options = suggested.into_iter().map(option).collect_view();
        view! { <optgroup label="Perhaps">{options}</optgroup> }
    });
    let all: Vec<(String, String)> =
        use_file_store().countries().list().iter().map(code_and_name).collect();
    let label = format!("The country that {name} means");
    view! {
        <select
            data-name=name
            aria-label=label
            on:change=move |event| {
                let code = event_target_value(&event);
                on_choose.run(Some(code).filter(|code| !code.is_empty()));
            }
        >
            <option value="">"no country"</option>
            {suggestions}
            <optgroup label="All">{all.into_iter().map(option).collect_view()}</optgroup>
        </select>
    }
}

fn code_and_name(country: &Country) -> (String, String) {
    (country.iso3.clone(), country.name_en.clone())
}
