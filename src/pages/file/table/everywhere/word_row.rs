//! A word that the codebook does not have, and what it stands for.

use explorer_intake::{Assigned, Choices, Tables, UnmatchedWord, Vocabulary};
use explorer_number::grouped;
use leptos::prelude::*;

/// A word with a choice of what it stands for.
#[component]
pub fn WordRow(
    /// The word.
    word: UnmatchedWord,
    /// What is known.
    tables: StoredValue<Tables, LocalStorage>,
    /// What the reader decides.
    choices: RwSignal<Choices>,
) -> impl IntoView {
    let UnmatchedWord { vocabulary, text, rows, stands_for } = word;
    let is_open = stands_for.is_none();
    let chosen = match &stands_for {
        None => String::new(),
        Some(Assigned::Own) => OWN.to_owned(),
        Some(Assigned::To(word)) => format!("{WORD}{word}"),
    };
    let option = |value: String, label: String| {
        let selected = value == chosen;
        view! {
            <option value=value selected=selected>
                {label}
            </option>
        }
    };
    let known = tables.with_value(|tables| {
        let words = tables.words(vocabulary).iter();
        let words = words.map(|known| option(format!("{WORD}{}", known.word), known.label.clone()));
        words.collect_view()
    });
    let has_countries = matches!(vocabulary, Vocabulary::Counterpart | Vocabulary::Venue);
    let countries = has_countries.then(|| {
        tables.with_value(|tables| {
            let all = tables.countries().map_or(&[] as &[_], |all| all.list());
            let all = all
                .iter()
                .filter(|country| vocabulary == Vocabulary::Venue || country.iso3 != "CHN");
            let all = all
                .map(|country| option(format!("{WORD}{}", country.iso3), country.name_en.clone()));
            view! { <optgroup label="Countries">{all.collect_view()}</optgroup> }
        })
    });
    let own = vocabulary.takes_own().then(|| {
        let noun = match vocabulary {
            Vocabulary::Counterpart => Vocabulary::Organization.noun(),
            other => other.noun(),
        };
        option(OWN.to_owned(), format!("itself, as a new {noun}"))
    });
    let nothing = match vocabulary.is_needed() {
        true => "nothing yet: its rows are left out",
        false => "nothing yet: it is left out",
    };
    let open = (is_open || !vocabulary.is_own_at_first())
        .then(|| option(String::new(), nothing.to_owned()));
    let on_change = {
        let text = text.clone();
        move |event| {
            let value = event_target_value(&event);
            choices.update(|all| match value.strip_prefix(WORD) {
                Some(word) => all.assign(vocabulary, &text, Assigned::To(word.to_owned())),
                None if value == OWN => all.assign(vocabulary, &text, Assigned::Own),
                None => all.forget(vocabulary, &text),
            });
        }
    };
    view! {
        <tr class:own-open=is_open data-test="unmatched-word" data-list=vocabulary.key() data-word=text.clone()>
            <th scope="row">{text.clone()}</th>
            <td>{vocabulary.noun()}</td>
            <td class="number">{grouped(u64::from(rows))}</td>
            <td>
                <select
                    data-test="assign"
                    aria-label=format!("What {text} stands for")
                    on:change=on_change
                >
                    {open}
                    {own}
                    <optgroup label="Known">{known}</optgroup>
                    {countries}
                </select>
            </td>
        </tr>
    }
}

/// The value of the option for a word that stays as it is.
const OWN: &str = "own";
/// What stands before a known word in the value of its option.
const WORD: &str = "=";
