//! The profile of a country or an organization: everything that the dataset has of it.

mod forum;
mod gsi;
mod head;
mod memberships;
mod people;
mod pledges;
mod records;

use leptos::prelude::*;

use super::empty::Empty;
use super::markup::{Markup, el, shown};
use super::overview::charts;
use super::source::source;
use super::store::store;
use crate::dataset::event::Source;
use crate::explore::facet::Facet;
use crate::explore::measure::Measure;
use crate::view::state::Page;
use crate::view::whole::whole;

/// Everything that the dataset has of one counterpart.
#[component]
pub fn Profile(
    /// The open page.
    page: Page,
) -> impl IntoView {
    let store = store();
    let (facet, id) = page.subject().unwrap_or((Facet::Country, ""));
    let id = id.to_owned();
    let known = whole(store.explorer, &page, Measure::Interactions).summary.interactions > 0;
    // A memo, so that the charts are not made anew at every step.
    let in_view = Memo::new(move |_| store.outcome.with(|o| o.summary.interactions > 0));
    let subject = id.clone();
    let head = move || vec![head::head(store, facet, &subject, known)];
    let subject = id.clone();
    let meetings = move || {
        vec![people::section(store, facet, &subject), records::section(store, facet, &subject)]
    };
    let subject = id.clone();
    let rest = move || match facet {
        Facet::Country => vec![
            el("div")
                .class("profile-columns")
                .child(gsi::section(store, &subject))
                .child(memberships::section(store, &subject))
                .child(forum::section(store, &subject))
                .child(pledges::section(store, &subject)),
        ],
        _ => Vec::new(),
    };
    let charts = move || in_view.get().then(|| charts(false));
    view! {
        <article class="profile" data-test="profile" data-id=id>
            {shown(head)}
            {known.then(|| view! { <Empty /> })}
            {charts}
            {shown(meetings)}
            {shown(rest)}
        </article>
    }
}

/// A section with its heading.
fn section(test: &'static str, title: &'static str) -> Markup {
    el("section").attr("data-test", test).child(el("h2").text(title))
}

/// What a section says that has nothing.
fn nothing(text: impl Into<String>) -> Markup {
    el("p").class("nothing").text(text)
}

/// Sources, folded away where they would bury what they are for.
fn folded(sources: &[Source]) -> Markup {
    let title = format!("Sources ({})", sources.len());
    el("details").child(el("summary").text(title)).child(listed(sources))
}

/// Sources, one under the other.
fn listed(sources: &[Source]) -> Markup {
    el("ol").class("sources").children(sources.iter().map(source))
}
