//! What the colours of the map mean.

use crate::chart::{Palette, Tone};
use crate::number::grouped;
use crate::ui::markup::{Markup, el};
use crate::view::map::MapModel;

/// The legend of a map: its classes from the least up, then what has none.
pub fn legend(model: &MapModel, palette: &Palette) -> Markup {
    let entry = |tone: Tone, label: &str, countries: Option<u32>| {
        let swatch = el("i").attr("style", format!("background:{}", tone.color(palette).css()));
        let count = countries.map(|countries| {
            el("span").class("count").text(grouped(countries)).attr("title", "Countries")
        });
        el("li").child(swatch).child(el("span").text(label)).children(count)
    };
    let of = model.legend.len();
    let classes = model.legend.iter().enumerate();
    let classed: u32 = model.legend.iter().map(|class| class.countries).sum();
    let all = u32::try_from(model.classes.len()).unwrap_or(u32::MAX);
    el("ul")
        .class("legend")
        .attr("data-test", "legend")
        .attr("aria-label", "What the colours mean; the numbers count countries")
        .children(
            classes.map(|(at, class)| {
                entry(Tone::Class { at, of }, &class.label, Some(class.countries))
            }),
        )
        .child(entry(Tone::NoRecord, model.none, Some(all.saturating_sub(classed))))
        .child(entry(Tone::Subject, "China, the subject", None))
        .child(entry(Tone::Other, "Other land", None))
}
