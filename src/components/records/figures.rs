//! The numbers of a page about one value of a facet.

use explorer_number::{grouped, ordinal};
use explorer_view::profile::{Place, numbers};
use explorer_view::sentence::date_words;
use leptos::prelude::*;

use crate::components::show::Show;
use crate::reactive::memo;
use crate::store::use_store;

/// The numbers of what the page is about, and how much of it the filters leave.
#[component]
pub fn RecordFigures(
    /// Whom its place is one among: `countries`.
    among: &'static str,
    /// Whether its countries are counted, too.
    countries: bool,
) -> impl IntoView {
    let store = use_store();
    let numbers = memo(move || {
        store.state.with(|state| store.outcome.with(|o| numbers(store.explorer, state, o)))
    });
    let in_view = move || numbers.with(|numbers| numbers.in_view);
    let all = move || numbers.with(|numbers| numbers.all);
    let of = |some: u32, whole: u32| {
        if some == whole { String::new() } else { format!(" of {}", grouped(whole)) }
    };
    let contacts = move || numbers.with(|numbers| numbers.contacts);
    let date = |date: Option<_>| date.map_or("–".to_owned(), date_words);
    let place = memo(move || numbers.with(|numbers| numbers.place));
    let has_place = memo(move || place.with(Option::is_some));
    let position = move || place.get().map_or(String::new(), |place| ordinal(place.position));
    let place_of = move || place.get().map_or(String::new(), |place| place_words(place, among));
    let filtered = memo(move || store.filters.with(|filters| !filters.is_empty()));
    let filtered_words = move || {
        let (some, whole) = (grouped(in_view().interactions), grouped(all().interactions));
        format!("Under your filters {some} of {whole} interactions are in view.")
    };
    let countries = countries.then(|| {
        view! {
            <NumberInView
                test="profile-countries"
                name="Countries"
                value=Signal::derive(move || grouped(in_view().countries))
                more=Signal::derive(move || of(in_view().countries, all().countries))
            />
        }
    });
    view! {
        <div>
            <dl class="figures">
                <NumberInView
                    test="profile-interactions"
                    name="Interactions"
                    value=Signal::derive(move || grouped(in_view().interactions))
                    more=Signal::derive(move || of(in_view().interactions, all().interactions))
                />
                <NumberInView
                    test="profile-events"
                    name="Events"
                    value=Signal::derive(move || grouped(in_view().events))
                    more=Signal::derive(move || of(in_view().events, all().events))
                />
                {countries}
                <NumberInView
                    test="profile-first"
                    name="First contact"
                    value=Signal::derive(move || date(contacts().map(|contacts| contacts.first)))
                />
                <NumberInView
                    test="profile-last"
                    name="Last contact"
                    value=Signal::derive(move || date(contacts().map(|contacts| contacts.last)))
                />
                <Show when=move || has_place.get()>
                    <NumberInView
                        test="profile-place"
                        name="By interactions"
                        value=Signal::derive(position)
                        more=Signal::derive(place_of)
                    />
                </Show>
            </dl>
            <Show when=move || filtered.get()>
                <p class="hint" data-test="profile-filtered">
                    {filtered_words}
                </p>
            </Show>
        </div>
    }
}

/// A number with its name.
#[component]
fn NumberInView(
    /// Its `data-test`.
    test: &'static str,
    /// Its name.
    name: &'static str,
    /// The number in words.
    value: Signal<String>,
    /// What stands beside it, smaller.
    #[prop(optional)]
    more: Signal<String>,
) -> impl IntoView {
    view! {
        <div data-test=test>
            <dt>{name}</dt>
            <dd>{value}<small>{more}</small></dd>
        </div>
    }
}

fn place_words(place: Place, among: &str) -> String {
    let shared = match place.shared_with {
        0 => String::new(),
        1 => ", with one other".to_owned(),
        others => format!(", with {others} others"),
    };
    format!(" of {} {among}{shared}", place.of)
}
