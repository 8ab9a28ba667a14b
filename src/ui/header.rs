//! Title, explanation, identity of the dataset, views, theme.

use leptos::prelude::*;

use super::store::store;
use super::switch::Switch;
use super::theme::Choice;
use crate::dataset::CONTENT_HASH;
use crate::view::sentence::date_words;
use crate::view::state::Page;

/// The head of every view.
#[component]
pub fn Header() -> impl IntoView {
    let store = store();
    let codebook = &store.explorer.dataset().codebook;
    let released = codebook.released.parse().map_or(codebook.released.clone(), date_words);
    let choose = move |word: &'static str| {
        if let Some((choice, ..)) = Choice::ALL.into_iter().find(|(_, w, _)| *w == word) {
            store.theme.choose(choice);
        }
    };
    let pressed = Signal::derive(move || {
        let choice = store.theme.choice.get();
        Choice::ALL.into_iter().find(|(c, ..)| *c == choice).map_or("auto", |(_, word, _)| word)
    });
    view! {
        <header class="head">
            <div class="title">
                <h1><a href=move || store.link_to(Page::Overview)>"Security Diplomacy Explorer"</a></h1>
                <p>
                    "Who in China\u{2019}s police, state-security and political-legal system met whom abroad \
                    and at home: when, where and about what."
                </p>
            </div>
            <nav aria-label="Views">
                <Tab page=Page::Overview test="nav-overview" label="Overview" />
                <Tab page=Page::Records test="nav-records" label="Records" />
                <Tab page=Page::Method test="nav-method" label="Method" />
            </nav>
            <div class="corner">
                <p class="identity" data-test="identity">
                    "Open dataset, version " {codebook.version.clone()} ", " {released} " · "
                    <span title="Content hash of the embedded dataset">{CONTENT_HASH}</span>
                </p>
                <Switch
                    test="theme"
                    label="Theme"
                    options=Choice::ALL.map(|(_, word, label)| (word, label)).to_vec()
                    pressed
                    choose
                />
            </div>
        </header>
    }
}

/// A link to a view that keeps the filters.
#[component]
fn Tab(page: Page, test: &'static str, label: &'static str) -> impl IntoView {
    let store = store();
    let target = page.clone();
    let current = move || {
        let now = store.state.with(|state| match &state.page {
            Page::Record(_) => Page::Records,
            page => page.clone(),
        });
        (now == page).then_some("page")
    };
    view! {
        <a data-test=test href=move || store.link_to(target.clone()) aria-current=current>{label}</a>
    }
}
