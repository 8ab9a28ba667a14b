//! A choice of how the dates of a column are read.

use crate::components::show::Show;
use crate::reactive::memo;
use explorer_meaning::mapping::{ColumnProfile, Role};
use explorer_reader::date::DateForm;
use leptos::prelude::*;

use crate::pages::file::components::select::{Select, SelectOption};
use explorer_table::date_question::{DateAnswer, DateQuestion};

/// The answers to a question, where the dates depend on it.
#[component]
pub fn DateField(
    /// The question.
    question: DateQuestion,
    /// The column's position in the file.
    at: usize,
    /// Its name.
    name: String,
    /// What its first values are.
    profile: StoredValue<Option<ColumnProfile>>,
    /// Its role.
    role: Memo<Role>,
    /// Another role.
    on_role: Callback<Role>,
) -> impl IntoView {
    let form = memo(move || match role.get() {
        Role::Date(form) => form,
        _ => DateForm::default(),
    });
    let matters = memo(move || {
        let form = form.get();
        profile.with_value(|profile| profile.as_ref().is_some_and(|p| question.matters(form, p)))
    });
    let answer = memo(move || question.answer(form.get()));
    // The words of the options have years of the dates in the order that is chosen.
    let order = memo(move || form.get().order);
    let on_select = Callback::new(move |answer: DateAnswer| {
        if let Role::Date(form) = role.get_untracked() {
            let changed = profile.with_value(|profile| {
                profile.as_ref().map_or(form, |profile| answer.apply(form, profile))
            });
            on_role.run(Role::Date(changed));
        }
    });
    let (test, setting) = question.hooks();
    let label = StoredValue::new(question.label(&name));
    let field = move || {
        if question != DateQuestion::Order {
            order.track();
        }
        let form = form.get_untracked();
        let options = profile.with_value(|profile| {
            profile.as_ref().map_or(Vec::new(), |profile| question.options(form, profile))
        });
        let option = |(answer, id, label)| SelectOption::new(answer, id, label);
        let options: Vec<_> = options.into_iter().map(option).collect();
        view! {
            <Select test label=label.get_value() setting at options selected=answer on_select />
        }
    };
    view! { <Show when=move || matters.get()>{field}</Show> }
}
