//! What a column is taken for.

use crate::components::show::Show;
use crate::reactive::memo;
use explorer_meaning::country::Naming;
use explorer_meaning::mapping::{ColumnMapping, ColumnProfile, Mapping, Meaning};
use leptos::prelude::*;

use super::naming_field::NamingField;
use super::role_details::RoleDetails;
use crate::pages::file::components::select::{Select, SelectOption};
use crate::pages::file::store::use_file_store;
use explorer_table::column_role::{MEANINGS, RoleKind, set_meaning, shorter, unknown_countries};

/// A column: its first values, its role, its meaning.
#[component]
pub fn MappingRow(
    /// Its position in the file.
    at: usize,
    /// Its name.
    name: String,
    /// What its first values are.
    profile: Option<ColumnProfile>,
    /// What all columns are taken for.
    #[prop(into)]
    mapping: Signal<Mapping>,
    /// Another mapping, as the reader has changed it.
    on_change: Callback<Mapping>,
) -> impl IntoView {
    let store = use_file_store();
    let examples = profile.iter().flat_map(|profile| profile.examples.iter().take(3));
    let examples: Vec<String> = examples.map(|text| shorter(text)).collect();
    let profile = StoredValue::new(profile);
    let column: Memo<Option<ColumnMapping>> =
        memo(move || mapping.with(|mapping| mapping.columns.get(at).cloned()));
    let kind = memo(move || {
        column.with(|column| column.as_ref().map_or(RoleKind::Ignored, |c| RoleKind::of(c.role)))
    });
    let meaning =
        memo(move || column.with(|column| column.as_ref().and_then(|column| column.meaning)));
    let unknown = memo(move || {
        column.with(|column| {
            profile.with_value(|profile| {
                unknown_countries(column.as_ref()?, profile.as_ref()?, &store.countries())
            })
        })
    });
    let on_role = Callback::new(move |role| {
        let mut changed = mapping.get_untracked();
        if let Some(column) = changed.columns.get_mut(at) {
            column.role = role;
        }
        on_change.run(changed);
    });
    let on_kind = Callback::new(move |kind: RoleKind| {
        on_role.run(profile.with_value(|profile| kind.role(profile.as_ref())));
    });
    let on_meaning = Callback::new(move |meaning: Option<Meaning>| {
        let mut changed = mapping.get_untracked();
        profile.with_value(|profile| {
            set_meaning(&mut changed, at, meaning, profile.as_ref(), &store.countries());
        });
        on_change.run(changed);
    });
    let on_naming = Callback::new(move |naming: Naming| {
        let mut changed = mapping.get_untracked();
        if let Some(column) = changed.columns.get_mut(at) {
            column.naming = naming;
        }
        on_change.run(changed);
    });
    let roles = RoleKind::ALL.map(|kind| SelectOption::new(kind, kind.word(), kind.label()));
    let meanings = MEANINGS
        .map(|(meaning, words)| SelectOption::new(Some(meaning), meaning.word(), words))
        .into_iter();
    let meanings = [SelectOption::new(None, "", "\u{2013}")].into_iter().chain(meanings);
    view! {
        <tr data-test="mapping-row" data-column=at.to_string()>
            <th scope="row">{name.clone()}</th>
            <td class="own-examples">{examples.join(" \u{b7} ")}</td>
            <td>
                <Select
                    test="map-role"
                    label=format!("What {name} holds")
                    setting="role"
                    at
                    options=roles.to_vec()
                    selected=kind
                    on_select=on_kind
                />
                <RoleDetails at name=name.clone() profile column on_role />
            </td>
            <td>
                <Select
                    test="map-meaning"
                    label=format!("What {name} is")
                    setting="meaning"
                    at
                    options=meanings.collect()
                    selected=meaning
                    on_select=on_meaning
                />
                <NamingField at name=name.clone() profile column on_naming />
                <Show when=move || unknown.with(Option::is_some)>
                    <p class="hint" data-test="unknown-countries">
                        {move || unknown.get()}
                    </p>
                </Show>
            </td>
        </tr>
    }
}
