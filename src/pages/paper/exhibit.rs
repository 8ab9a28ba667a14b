//! A figure or table of the paper: what the text says of it, the same question asked of the open
//! records, and why the two differ.

use explorer_dataset::paper::Exhibit;
use explorer_view::hash::{decode, encode};
use explorer_view::published::compare;
use explorer_view::state::ViewState;
use leptos::context::Provider;
use leptos::prelude::*;

use super::drawing::Drawing;
use super::name;
use super::paper_section::PaperSection;
use super::published_table::PublishedTable;
use crate::store::use_store;

/// A section about a figure or a table.
#[component]
pub fn ExhibitSection(
    /// The figure or table.
    exhibit: &'static Exhibit,
) -> impl IntoView {
    let page = use_store();
    let view = decode(&exhibit.view, page.explorer).0;
    // What is drawn is about less than the page.
    let store = page.within(view.filters.clone());
    let layer = view.layer.clone();
    // What cannot be rebuilt is not drawn: a picture would be taken for the paper's.
    let drawing = exhibit.instead.is_none().then(|| {
        view! {
            <Provider value=store>
                <Drawing id=exhibit.id.as_str() page layer />
            </Provider>
        }
    });
    let title = exhibit.instead.as_deref().unwrap_or("Open in the explorer");
    view! {
        <PaperSection id=exhibit.id.as_str() class="exhibit">
            <div class="exhibit-text">
                <p class="kicker">{name(&exhibit.id)}</p>
                <h2>{exhibit.title.as_str()}</h2>
                <dl>
                    <dt>"What the text says"</dt>
                    <dd>{exhibit.what_it_shows.as_str()}</dd>
                    <dt>"From the open records"</dt>
                    <dd>{exhibit.here.as_str()}</dd>
                    <dt>"Why they differ"</dt>
                    <dd>{exhibit.differs.as_str()}</dd>
                </dl>
                <p>
                    <Provider value=store>
                        <OpenInExplorer view title />
                    </Provider>
                </p>
            </div>
            <div class="exhibit-drawn">
                {drawing}
                <Numbers exhibit />
            </div>
        </PaperSection>
    }
}

/// The way to the same in the explorer, with the reader's filters.
#[component]
fn OpenInExplorer(
    /// The exhibit's view.
    view: ViewState,
    /// What it shows.
    title: &'static str,
) -> impl IntoView {
    let store = use_store();
    let link = move || {
        let mut state = store.state.with(|state| state.on(view.page.clone()));
        state.filters = store.scope.get();
        state.layer = view.layer.clone();
        encode(&state)
    };
    view! {
        <a class="text-button" data-test="open-in-explorer" href=link>
            {title}
        </a>
    }
}

/// The paper's numbers that the exhibit rests on, beside those of the records.
#[component]
fn Numbers(
    /// The exhibit.
    exhibit: &'static Exhibit,
) -> impl IntoView {
    let explorer = use_store().explorer;
    let numbers = exhibit.numbers.iter();
    let numbers = numbers.filter_map(|id| explorer.dataset().published_number(id));
    let numbers: Vec<_> = numbers.map(|number| compare(explorer, number)).collect();
    if numbers.is_empty() {
        return view! {
            <div data-test="coverage" class="hint">
                "The open records hold nothing that this figure counts."
            </div>
        }
        .into_any();
    }
    let label = format!("{}: the paper\u{2019}s numbers beside the records", name(&exhibit.id));
    view! {
        <div data-test="coverage">
            <PublishedTable label numbers />
        </div>
    }
    .into_any()
}
