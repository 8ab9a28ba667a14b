//! What else has to be known of a column's role.

use crate::components::show::Show;
use crate::reactive::memo;
use explorer_meaning::mapping::{ColumnMapping, ColumnProfile, NumberHint, Role};
use leptos::prelude::*;

use super::date_field::DateField;
use super::decimal_field::DecimalField;
use super::separator_field::SeparatorField;
use explorer_table::column_role::{RoleKind, needs_answer, needs_mark};
use explorer_table::date_question::DateQuestion;

/// The choices that a role needs, if it needs any.
#[component]
pub fn RoleDetails(
    /// The column's position in the file.
    at: usize,
    /// Its name.
    name: String,
    /// What its first values are.
    profile: StoredValue<Option<ColumnProfile>>,
    /// What it is taken for.
    column: Memo<Option<ColumnMapping>>,
    /// Another role.
    on_role: Callback<Role>,
) -> impl IntoView {
    let role = memo(move || {
        column.with(|column| column.as_ref().map_or(Role::Ignored, |column| column.role))
    });
    // The fields stay while the reader changes what they say.
    let kind = memo(move || RoleKind::of(role.get()));
    let hint = profile.with_value(|profile| profile.as_ref().and_then(ColumnProfile::date_hint));
    let name = StoredValue::new(name);
    let asked = move |needs: fn(&ColumnMapping, &ColumnProfile) -> bool| {
        memo(move || {
            column.with(|column| {
                profile.with_value(|profile| match (column, profile) {
                    (Some(column), Some(profile)) => needs(column, profile),
                    _ => false,
                })
            })
        })
    };
    move || {
        let name = name.get_value();
        match kind.get() {
            RoleKind::MultiValue => view! { <SeparatorField at name role on_role /> }.into_any(),
            RoleKind::Number => {
                let needs_choice = asked(needs_mark);
                let hints = profile.with_value(|profile| {
                    profile.as_ref().map_or(Vec::new(), ColumnProfile::number_hints)
                });
                let hint = |hint: NumberHint| {
                    view! {
                        <p class="hint" data-test="number-hint">
                            {hint.words()}
                        </p>
                    }
                };
                view! {
                    <DecimalField at name role on_role />
                    {hints.into_iter().map(hint).collect_view()}
                    <Show when=move || needs_choice.get()>
                        <p class="error" data-test="ambiguous">
                            "These numbers can be read in two ways."
                        </p>
                    </Show>
                }
                .into_any()
            }
            RoleKind::Date => {
                let needs_choice = asked(needs_answer);
                let fields = DateQuestion::ALL.map(|question| {
                    view! { <DateField question at name=name.clone() profile role on_role /> }
                });
                view! {
                    {fields.into_iter().collect_view()}
                    {hint.map(|hint| view! { <p class="hint" data-test="date-hint">{hint.words()}</p> })}
                    <Show when=move || needs_choice.get()>
                        <p class="error" data-test="ambiguous">
                            "These dates can be read in several ways."
                        </p>
                    </Show>
                }
                .into_any()
            }
            _ => ().into_any(),
        }
    }
}
