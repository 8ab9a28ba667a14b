//! Whether the country supports the Global Security Initiative, and what says so.

use explorer_dataset::codebook::Word;
use explorer_dataset::tables::GsiSupport;
use explorer_view::sentence::date_words;
use leptos::prelude::*;

use crate::components::records::source_list::SourceList;
use crate::components::records::whose_tables::WhoseTables;
use crate::store::use_store;

/// Whether the country supports the Global Security Initiative, and what says so.
#[component]
pub fn GsiSection(
    /// The country's code.
    iso3: String,
) -> impl IntoView {
    let support = use_store().explorer.dataset().gsi_of(&iso3);
    let content = match support {
        Some(support) => view! { <Support support /> }.into_any(),
        None => view! {
            <p class="nothing">
                "No public statement was found. That says what was found, not what was said: a government may have voiced support, or refused it, where no source seen reports it."
            </p>
        }
        .into_any(),
    };
    view! {
        <section data-test="profile-gsi" data-value=support.map(|support| support.basis.as_str())>
            <h2>"Support for the Global Security Initiative"</h2>
            <WhoseTables tables="This is" />
            {content}
        </section>
    }
}

/// The country's support, as the dataset records it.
#[component]
fn Support(
    /// What is recorded.
    support: &'static GsiSupport,
) -> impl IntoView {
    let words = &use_store().explorer.dataset().codebook.vocabularies;
    let word = |words: &'static [Word], word: &str| words.iter().find(|w| w.word == word);
    let basis = word(&words.gsi_bases, &support.basis).map(|basis| {
        view! {
            <div>
                <dt>"Basis"</dt>
                <dd>
                    <b>{basis.label.as_str()}</b>
                    ". "
                    {basis.definition.as_str()}
                </dd>
            </div>
        }
    });
    let confidence = word(&words.confidences, &support.confidence).map(|confidence| {
        view! {
            <div>
                <dt>"Confidence"</dt>
                <dd>
                    <span class=format!("tag {}", support.confidence)>
                        {confidence.label.as_str()}
                    </span>
                </dd>
            </div>
        }
    });
    let note = support.note.as_deref().map(|note| {
        view! {
            <div>
                <dt>"Note"</dt>
                <dd>{note}</dd>
            </div>
        }
    });
    view! {
        <dl class="facts">
            {basis} <div>
                <dt>"Since"</dt>
                <dd>{support.since.map_or("Not known".to_owned(), date_words)}</dd>
            </div> <div>
                <dt>"Evidence"</dt>
                <dd>{support.evidence.as_str()}</dd>
            </div> {confidence} {note}
        </dl>
        <h3>"Sources"</h3>
        <SourceList sources=&support.sources />
    }
}
