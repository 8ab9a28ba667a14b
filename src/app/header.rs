//! Title, explanation, identity of the dataset, views, theme.

use explorer_view::sentence::date_words;
use explorer_view::state::Page;
use leptos::html;
use leptos::prelude::*;

use crate::components::switch::{Switch, SwitchOption};
use crate::hooks::use_theme::{ThemeChoice, UseTheme};
use crate::reactive::{effect, memo};
use crate::store::use_store;

const EXPLANATION: &str = "Who in China\u{2019}s police, state-security and political-legal system met whom abroad \
     and at home: when, where and about what.";

/// The head of every view.
#[component]
pub fn Header() -> impl IntoView {
    let store = use_store();
    let UseTheme { choice, choose, .. } = expect_context();
    let options = vec![
        SwitchOption::new(ThemeChoice::Auto, ThemeChoice::Auto.word(), "Auto"),
        SwitchOption::new(ThemeChoice::Light, ThemeChoice::Light.word(), "Light"),
        SwitchOption::new(ThemeChoice::Dark, ThemeChoice::Dark.word(), "Dark"),
    ];
    view! {
        <header class="head">
            <div class="title">
                <h1>
                    <a href=store.link(Page::Overview)>"Security Diplomacy Explorer"</a>
                </h1>
                <p>{EXPLANATION}</p>
            </div>
            <nav aria-label="Views">
                <Tab page=Page::Overview test="nav-overview" label="Overview" />
                <Tab page=Page::Map test="nav-map" label="Map" />
                <Tab page=Page::Countries test="nav-countries" label="Countries" />
                <Tab page=Page::People test="nav-people" label="People" />
                <Tab page=Page::Compare(Box::default()) test="nav-compare" label="Compare" />
                <Tab page=Page::Forums test="nav-forums" label="Forums" />
                <Tab page=Page::Pledges test="nav-pledges" label="Pledges" />
                <Tab page=Page::Records test="nav-records" label="Records" />
                <Tab page=Page::Paper(String::new()) test="nav-paper" label="The paper" />
                <Tab page=Page::Method test="nav-method" label="Method" />
                <Tab page=Page::File test="nav-file" label="Your file" />
                <Tab page=Page::Saved test="nav-saved" label="Saved" />
            </nav>
            <div class="corner">
                <p
                    class="identity"
                    data-test="identity"
                    title=format!("Content hash of the dataset: {}", store.hash)
                >
                    <DatasetName />
                </p>
                <Switch test="theme" label="Theme" options selected=choice on_select=choose />
            </div>
        </header>
    }
}

/// Which dataset the views are of.
#[component]
fn DatasetName() -> impl IntoView {
    let store = use_store();
    let codebook = &store.explorer.dataset().codebook;
    if store.explorer.is_own() {
        return view! {
            "Your file, "
            <b data-test="dataset-name" data-source="file">
                {codebook.title.as_str()}
            </b>
        }
        .into_any();
    }
    let released = codebook.released.parse().map_or(codebook.released.clone(), date_words);
    view! {
        <span data-test="dataset-name" data-source="open">
            "Open dataset"
        </span>
        ", "
        <a
            href=store.link(Page::Changes)
            data-test="dataset-version"
            data-version=codebook.version.as_str()
        >
            {format!("version {}, {released}", codebook.version)}
        </a>
    }
    .into_any()
}

/// A link to a view that keeps the filters.
#[component]
fn Tab(
    /// Where it leads.
    page: Page,
    /// Its `data-test`.
    test: &'static str,
    /// What stands on it.
    label: &'static str,
) -> impl IntoView {
    let store = use_store();
    let target = page.clone();
    let link = memo(move || store.link_to(target.clone()));
    let is_current = memo(move || {
        store.page.with(|open| match open {
            Page::Record(_) => page == Page::Records,
            Page::Country(_) | Page::Organization(_) => page == Page::Countries,
            Page::Official(_) => page == Page::People,
            Page::Forum(_) => page == Page::Forums,
            Page::Paper(_) => page == Page::Paper(String::new()),
            Page::Changes => page == Page::Method,
            Page::Compare(_) => page.pair().is_some(),
            open => *open == page,
        })
    });
    // On a phone the views are one line to scroll: the open one is in its middle.
    let node = NodeRef::<html::A>::new();
    effect(move || {
        let Some(tab) = node.get().filter(|_| is_current.get()) else { return };
        // With the frame, which lays the page out in any case. Before it, that would be done twice.
        request_animation_frame(move || {
            if let Some(line) = tab.parent_element() {
                line.set_scroll_left(tab.offset_left() - line.client_width() / 2);
            }
        });
    });
    view! {
        <a node_ref=node data-test=test href=link aria-current=move || is_current.get().then_some("page")>
            {label}
        </a>
    }
}
