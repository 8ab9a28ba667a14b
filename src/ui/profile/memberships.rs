//! Which organizations and mechanisms the country belongs to.

use super::{folded, nothing, section as titled};
use crate::ui::markup::{Markup, el};
use crate::ui::store::Store;
use explorer_view::sentence::date_words;

pub(super) fn section(store: Store, iso3: &str) -> Markup {
    let section = titled("profile-memberships", "Memberships");
    let lists = store.explorer.dataset().memberships_of(iso3);
    if lists.is_empty() {
        return section
            .child(nothing("It is on none of the lists of members that the dataset has."));
    }
    let items = lists.into_iter().map(|list| {
        let since = list.when_joined(iso3).map(|date| format!(" Since {}.", date_words(date)));
        let as_of = list.as_of.parse().map_or(list.as_of.clone(), date_words);
        el("li")
            .attr("data-value", list.slug())
            .child(el("b").text(list.name.as_str()))
            .child(el("p").text(format!("As of {as_of}.{}", since.unwrap_or_default())))
            .children(list.note.as_ref().map(|note| el("p").class("hint").text(note.as_str())))
            .child(folded(&list.sources))
    });
    section.child(el("ul").class("entries").children(items))
}
