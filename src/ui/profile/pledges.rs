//! What China promised the country by name.

use super::{folded, nothing, section as titled};
use crate::ui::markup::{Markup, el};
use crate::ui::store::Store;
use explorer_dataset::pledge::Pledge;
use explorer_number::grouped;
use explorer_view::sentence::date_words;

pub(super) fn section(store: Store, iso3: &str) -> Markup {
    let section = titled("profile-pledges", "Pledges that name it");
    let pledges = store.explorer.dataset().pledges_naming(iso3);
    if pledges.is_empty() {
        return section.child(nothing(
            "No pledge in the dataset names it. Most pledges are made to a group and name no country.",
        ));
    }
    let items = pledges.into_iter().map(|pledge| {
        el("li")
            .attr("data-id", pledge.id.as_str())
            .child(el("b").text(format!("{}, {}", date_words(pledge.date), pledge.kind)))
            .child(el("p").text(pledge.description.as_str()))
            .children(quantity(pledge).map(|text| el("p").text(text)))
            .child(el("p").class("hint").text(format!(
                "{}, {}. Status: {}.",
                pledge.by, pledge.forum_or_partner, pledge.status
            )))
            .child(folded(&pledge.sources))
    });
    section.child(el("ul").class("entries").children(items))
}

pub(in crate::ui) fn quantity(pledge: &Pledge) -> Option<String> {
    let amount = pledge.quantity.zip(pledge.unit.as_ref());
    let amount = amount.map(|(count, unit)| format!("{} {unit}", grouped(count)));
    // Where years are what was promised, the period would say the same again.
    let period = pledge.period_years.filter(|_| pledge.unit.as_deref() != Some("years"));
    let years = period.map(|years| match years {
        1 => "within one year".to_owned(),
        years => format!("over {years} years"),
    });
    let words: Vec<String> = amount.into_iter().chain(years).collect();
    (!words.is_empty()).then(|| format!("Amount: {}.", words.join(" ")))
}
