//! A choice of a country for a name.

use explorer_table::about::code_and_name;
use leptos::prelude::*;

use crate::pages::file::store::use_file_store;

/// A choice of a country: those that are like the name first.
#[component]
pub fn CountryField(
    /// The name.
    name: String,
    /// The countries that it may mean: code and name.
    suggested: Vec<(String, String)>,
    /// The code of the country that was chosen before.
    chosen: Option<String>,
    /// The code of what is chosen, or `None`.
    on_choose: Callback<Option<String>>,
) -> impl IntoView {
    // A country that is suggested is among all of them, too.
    let is_suggested = suggested.iter().any(|(code, _)| Some(code) == chosen.as_ref());
    let option = move |(code, name): (String, String), may_be_chosen: bool| {
        let selected = may_be_chosen && Some(&code) == chosen.as_ref();
        view! {
            <option value=code selected=selected>
                {name}
            </option>
        }
    };
    let suggestions = (!suggested.is_empty()).then(|| {
        let options = suggested.into_iter().map(|country| option(country, true)).collect_view();
        view! { <optgroup label="Perhaps">{options}</optgroup> }
    });
    let all: Vec<(String, String)> =
        use_file_store().countries().list().iter().map(code_and_name).collect();
    let all = all.into_iter().map(|country| option(country, !is_suggested)).collect_view();
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
            <optgroup label="All">{all}</optgroup>
        </select>
    }
}
