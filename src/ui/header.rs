//! Title, explanation, identity of the dataset, views, theme.

use web_sys::Element;

use super::listen::on_act;
use super::markup::{Markup, el, live};
use super::store::Store;
use super::switch::switch;
use super::theme::Choice;
use explorer_embedded::CONTENT_HASH;
use explorer_view::sentence::date_words;
use explorer_view::state::Page;

const EXPLANATION: &str = "Who in China\u{2019}s police, state-security and political-legal system met whom abroad \
     and at home: when, where and about what.";

/// The head of every view.
pub fn header(store: Store) -> Element {
    let choose = move |act: &str| {
        if let Some((choice, ..)) = Choice::ALL.into_iter().find(|(_, word, _)| *word == act) {
            store.theme.choose(choice);
        }
    };
    let head = live("header", move |head| contents(head, store));
    on_act(&head, choose);
    head
}

fn contents(head: Markup, store: Store) -> Markup {
    let codebook = &store.explorer.dataset().codebook;
    let released = codebook.released.parse().map_or(codebook.released.clone(), date_words);
    let home =
        el("a").attr("href", store.link_to(Page::Overview)).text("Security Diplomacy Explorer");
    let choices = Choice::ALL.map(|(_, word, label)| (word, label));
    let identity = el("p")
        .class("identity")
        .attr("data-test", "identity")
        .text(format!("Open dataset, version {}, {released} · ", codebook.version))
        .child(el("span").attr("title", "Content hash of the embedded dataset").text(CONTENT_HASH));
    head.class("head")
        .child(
            el("div").class("title").child(el("h1").child(home)).child(el("p").text(EXPLANATION)),
        )
        .child(
            el("nav")
                .attr("aria-label", "Views")
                .child(tab(store, Page::Overview, "nav-overview", "Overview"))
                .child(tab(store, Page::Map, "nav-map", "Map"))
                .child(tab(store, Page::Countries, "nav-countries", "Countries"))
                .child(tab(store, Page::People, "nav-people", "People"))
                .child(tab(store, Page::Forums, "nav-forums", "Forums"))
                .child(tab(store, Page::Pledges, "nav-pledges", "Pledges"))
                .child(tab(store, Page::Records, "nav-records", "Records"))
                .child(tab(store, Page::Paper(String::new()), "nav-paper", "The paper"))
                .child(tab(store, Page::Method, "nav-method", "Method"))
                .child(tab(store, Page::File, "nav-file", "Your file")),
        )
        .child(el("div").class("corner").child(identity).child(switch(
            "theme",
            "Theme",
            &choices,
            store.theme.choice.get().word(),
        )))
}

/// A link to a view that keeps the filters.
fn tab(store: Store, page: Page, test: &'static str, label: &'static str) -> Markup {
    let current = store.state.with(|state| match &state.page {
        Page::Record(_) => page == Page::Records,
        Page::Country(_) | Page::Organization(_) => page == Page::Countries,
        Page::Official(_) => page == Page::People,
        Page::Forum(_) => page == Page::Forums,
        Page::Paper(_) => page == Page::Paper(String::new()),
        open => *open == page,
    });
    let link =
        el("a").attr("data-test", test).attr("data-act", test).attr("href", store.link_to(page));
    let link = if current { link.attr("aria-current", "page") } else { link };
    link.text(label)
}
