//! Who met in an event.

use explorer_dataset::event::Counterpart;
use explorer_view::profile::Side;
use explorer_view::sentence::word_label;
use leptos::prelude::*;

use crate::components::records::official_link::OfficialLink;
use crate::components::records::side_link::SideLink;
use crate::store::use_store;

/// The Chinese officials who took part.
#[component]
pub fn OfficialList(
    /// Their English names.
    officials: &'static [String],
) -> impl IntoView {
    if officials.is_empty() {
        return view! { <p>"Not named by the sources."</p> }.into_any();
    }
    let all = &use_store().explorer.dataset().officials;
    let people =
        officials.iter().map(|name| match all.iter().find(|official| official.name_en == *name) {
            Some(official) => view! {
                <li>
                    <b>
                        <OfficialLink official />
                    </b>
                    " "
                    <span lang="zh">{official.name_zh.as_str()}</span>
                    <span class="post">{official.post.as_str()}</span>
                </li>
            }
            .into_any(),
            None => view! {
                <li>
                    <b>{name.as_str()}</b>
                </li>
            }
            .into_any(),
        });
    view! { <ul class="people">{people.collect_view()}</ul> }.into_any()
}

/// The foreign sides and their people.
#[component]
pub fn CounterpartList(
    /// The sides.
    counterparts: &'static [Counterpart],
) -> impl IntoView {
    let sides = counterparts.iter();
    let sides = sides.map(|counterpart| view! { <CounterpartItem counterpart /> });
    view! { <ul class="people">{sides.collect_view()}</ul> }
}

/// A foreign side.
#[component]
fn CounterpartItem(
    /// Which.
    counterpart: &'static Counterpart,
) -> impl IntoView {
    let Counterpart { country, organization, name, title, office, also, .. } = counterpart;
    let side = match (country, organization) {
        (Some(iso3), _) => Side::Country(iso3),
        (None, word) => Side::Organization(word.as_deref().unwrap_or_default()),
    };
    let person = |name: &Option<String>, title: &Option<String>| {
        let words: Vec<_> = name.iter().chain(title).map(String::as_str).collect();
        let words = if words.is_empty() { "Not named".to_owned() } else { words.join(", ") };
        view! { <span class="post">{words}</span> }
    };
    let others = also.iter().map(|other| person(&other.name, &other.title));
    let offices = &use_store().explorer.dataset().codebook.vocabularies.offices;
    let office = office.as_ref().map(|word| {
        view! { <span class="post">{format!("Office: {}", word_label(offices, word))}</span> }
    });
    view! {
        <li>
            <b>
                <SideLink side />
            </b>
            {person(name, title)}
            {others.collect_view()}
            {office}
        </li>
    }
}
