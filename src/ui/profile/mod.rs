//! The profile of a country, an organization or an official: everything that the dataset has of
//! it.

mod forum;
mod gsi;
pub(super) mod head;
mod memberships;
mod people;
pub(super) mod pledges;
pub(super) mod records;

use web_sys::Element;

use super::empty::empty;
use super::markup::{Markup, el, live, shown};
use super::overview::charts;
use super::source::source;
use super::store::Store;
use crate::ui::signal::Derived;
use explorer_dataset::event::Source;
use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_view::state::Page;
use explorer_view::whole::whole;

/// Everything that the dataset has of whom a page is about.
pub fn profile(store: Store, page: &Page) -> Element {
    let (facet, id) = page.subject().unwrap_or((Facet::Country, ""));
    let known = whole(store.explorer, &page.base(), Measure::Interactions).summary.interactions > 0;
    let subject = id.to_owned();
    let head = shown(move || vec![head::head(store, facet, &subject, known)]);
    // The charts stay while some record is in view: they follow the filters by themselves.
    let in_view = Derived::new(move || store.outcome.with(|o| o.summary.interactions > 0));
    let drawn = charts(store, Some(facet));
    let drawn = live("div", move |place| {
        place.class("shown").all_kept(in_view.get().then(|| drawn.clone()))
    });
    let subject = id.to_owned();
    let meetings = shown(move || {
        vec![people::section(store, facet, &subject), records::section(store, facet, &subject)]
    });
    let subject = id.to_owned();
    let rest = shown(move || match facet {
        Facet::Country => vec![
            el("div")
                .class("profile-columns")
                .child(gsi::section(store, &subject))
                .child(memberships::section(store, &subject))
                .child(forum::section(store, &subject))
                .child(pledges::section(store, &subject)),
        ],
        _ => Vec::new(),
    });
    let article =
        el("article").class("profile").attr("data-test", "profile").attr("data-id", id).kept(head);
    article.all_kept(known.then(|| empty(store))).kept(drawn).kept(meetings).kept(rest).build()
}

/// A section with its heading.
pub(super) fn section(test: &'static str, title: &'static str) -> Markup {
    el("section").attr("data-test", test).child(el("h2").text(title))
}

/// What a section says that has nothing.
pub(super) fn nothing(text: impl Into<String>) -> Markup {
    el("p").class("nothing").text(text)
}

/// Sources, folded away where they would bury what they are for.
pub(super) fn folded(sources: &[Source]) -> Markup {
    let title = format!("Sources ({})", sources.len());
    el("details").child(el("summary").text(title)).child(listed(sources))
}

/// Sources, one under the other.
fn listed(sources: &[Source]) -> Markup {
    el("ol").class("sources").children(sources.iter().map(source))
}
