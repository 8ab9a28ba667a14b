//! The editions of the Lianyungang forum for which a source names the country.

use super::{folded, nothing, section as titled};
use crate::ui::markup::{Markup, el};
use crate::ui::store::Store;

pub(super) fn section(store: Store, iso3: &str) -> Markup {
    let section = titled("profile-forum", "Lianyungang forum");
    let editions = store.explorer.dataset().editions_naming(iso3);
    let caution = "Sources name far fewer countries than took part.";
    if editions.is_empty() {
        return section
            .child(nothing(format!("No source seen names it for an edition. {caution}")));
    }
    let items = editions.into_iter().map(|naming| {
        let edition = naming.edition;
        let how = if naming.only_beside {
            "Named only at a meeting beside the forum"
        } else {
            "Named as taking part"
        };
        el("li")
            .attr("data-value", edition.edition.as_str())
            .child(el("b").text(format!("{}: {}", edition.edition, edition.name)))
            .child(el("p").text(format!("{how}.")))
            .child(folded(&edition.sources))
    });
    section
        .child(el("p").class("hint").text(caution))
        .child(el("ul").class("entries").children(items))
}
