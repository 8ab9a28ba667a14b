//! What the paper's text says, beside the same question asked of the open records: what it concludes,
//! its figures and tables, and every number that it prints.

mod agency_table;
mod claims;
mod country_table;
mod drawing;
mod exhibit;
mod leader_tables;
mod numbers;
mod paper_section;
mod published_table;
mod sums;
mod top_table;

use explorer_view::paper::{CLAIMS, sections};
use explorer_view::state::Page;
use leptos::prelude::*;

use self::claims::ClaimsSection;
pub use self::drawing::exhibit_alone;
use self::exhibit::ExhibitSection;
use self::numbers::NumbersSection;
use self::paper_section::provide_sections;
use crate::components::in_turn::InTurn;
use crate::components::records::empty::Empty;
use crate::store::use_store;

/// The page. The section that the link names is brought into sight.
#[component]
pub fn PaperPage() -> impl IntoView {
    provide_sections();
    let explorer = use_store().explorer;
    let intro = include_str!("intro.html");
    let intro = match explorer.is_own() {
        true => intro.replace("the open records", "your file"),
        false => intro.to_owned(),
    };
    let exhibits = explorer.dataset().exhibits.iter();
    let exhibits = exhibits.map(|exhibit| view! { <InTurn><ExhibitSection exhibit /></InTurn> });
    view! {
        <article class="paper">
            <div class="paper-head">
                <div inner_html=intro></div>
            </div>
            <Contents />
            <Empty />
            <ClaimsSection />
            {exhibits.collect_view()}
            <InTurn>
                <NumbersSection />
            </InTurn>
        </article>
    }
}

/// The way to each section.
#[component]
fn Contents() -> impl IntoView {
    let store = use_store();
    let links = sections(store.explorer).map(|id| {
        let page = StoredValue::new(Page::Paper(id.to_owned()));
        let link = store.link(page.get_value());
        let current = move || {
            let is_open = page.with_value(|page| store.page.with(|open| open == page));
            is_open.then_some("true")
        };
        view! {
            <a href=link aria-current=current>
                {name(id)}
            </a>
        }
    });
    view! {
        <nav class="paper-contents" aria-label="Sections">
            {links.collect_view()}
        </nav>
    }
}

/// What a section is called: `Figure 1`.
fn name(id: &str) -> String {
    match id.split_once('-') {
        Some(("figure", number)) => format!("Figure {number}"),
        Some(("table", number)) => format!("Table {number}"),
        _ if id == CLAIMS => "Claims".to_owned(),
        _ => "Published numbers".to_owned(),
    }
}
