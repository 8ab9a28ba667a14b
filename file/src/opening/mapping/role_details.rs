//! What else has to be known of a column's role.

use explorer::components::show::Show;
use explorer::reactive::memo;
use explorer_meaning::mapping::{ColumnMapping, ColumnProfile, Role};
use leptos::prelude::*;

use super::decimal_field::DecimalField;
use super::order_field::OrderField;
use super::separator_field::SeparatorField;
use crate::roles::{RoleKind, has_order, needs_mark, needs_order};

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
    let asks_order = profile.with_value(|profile| profile.as_ref().is_some_and(has_order));
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
                view! {
                    <DecimalField at name role on_role />
                    <Show when=move || needs_choice.get()>
                        <p class="error" data-test="ambiguous">
                            "These numbers can be read in two ways."
                        </p>
                    </Show>
                }
                .into_any()
            }
            RoleKind::Date if asks_order => {
                let needs_choice = asked(needs_order);
                view! {
                    <OrderField at name role on_role />
                    <Show when=move || needs_choice.get()>
                        <p class="error" data-test="ambiguous">
                            "These dates can be read in two ways."
                        </p>
                    </Show>
                }
                .into_any()
            }
            _ => ().into_any(),
        }
    }
}
