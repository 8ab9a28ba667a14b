//! A figure or table of the paper: what it shows, the same from the open dataset, how far that
//! reaches, and why the two differ.

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
    view! {
        <PaperSection id=exhibit.id.as_str() class="exhibit">
            <div class="exhibit-text">
                <p class="kicker">{name(&exhibit.id)}</p>
                <h2>{exhibit.title.as_str()}</h2>
                <dl>
                    <dt>"In the paper"</dt>
                    <dd>{exhibit.what_it_shows.as_str()}</dd>
                    <dt>"Here"</dt>
                    <dd>{exhibit.here.as_str()}</dd>
                    <dt>"Why they differ"</dt>
                    <dd>{exhibit.differs.as_str()}</dd>
                </dl>
                <p>
                    <Provider value=store>
                        <OpenInExplorer view />
                    </Provider>
                </p>
            </div>
            <div class="exhibit-drawn">
                <Provider value=store>
                    <Drawing id=exhibit.id.as_str() page layer />
                </Provider>
                <Coverage exhibit />
            </div>
        </PaperSection>
    }
}

/// The way to the same in the explorer, with the reader's filters.
#[component]
fn OpenInExplorer(
    /// The exhibit's view.
    view: ViewState,
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
            "Open in the explorer"
        </a>
    }
}

/// How far the open dataset reaches: the paper's numbers that the exhibit rests on.
#[component]
fn Coverage(
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
                "Coverage: none. The dataset holds nothing that this figure counts."
            </div>
        }
        .into_any();
    }
    let label = format!("{}: how far the open data reach", name(&exhibit.id));
    view! {
        <div data-test="coverage">
            <PublishedTable label numbers />
        </div>
    }
    .into_any()
}
