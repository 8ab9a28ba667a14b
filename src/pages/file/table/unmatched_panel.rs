//! The names that are no known country, with a choice for each.

use std::collections::BTreeMap;

use explorer_number::grouped;
use explorer_table::about::{UNMATCHED, UnmatchedName};
use leptos::prelude::*;

use super::country_field::CountryField;
use super::open_table::use_open_table;
use crate::pages::file::components::scroll_table::ScrollTable;
use crate::pages::file::opening::draft::Draft;
use crate::pages::file::store::use_file_store;

/// The names, with a choice of a country for each.
#[component]
pub fn UnmatchedPanel(
    /// The first of them.
    names: Vec<UnmatchedName>,
    /// How many there are.
    count: usize,
) -> impl IntoView {
    let (store, table) = (use_file_store(), use_open_table());
    let chosen = table.named_countries;
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
        let chosen = chosen.with_untracked(|chosen| chosen.get(&name).cloned());
        view! {
            <tr data-test="unmatched-name">
                <th scope="row">{name.clone()}</th>
                <td>{grouped(rows)}</td>
                <td>
                    <CountryField name suggested chosen on_choose />
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
    let more = count.saturating_sub(UNMATCHED);
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
