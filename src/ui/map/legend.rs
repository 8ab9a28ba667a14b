//! What the colours of the map mean.

use crate::ui::markup::{Markup, el};
use explorer_chart::{Palette, Rgb, Tone};
use explorer_number::grouped;
use explorer_view::map::MapModel;

/// The classes of a map from the least up, then what has none: colour, meaning, how many countries.
pub fn entries(model: &MapModel, palette: &Palette) -> Vec<(Rgb, String, Option<u32>)> {
    let of = model.legend.len();
    let classed: u32 = model.legend.iter().map(|class| class.countries).sum();
    let all = u32::try_from(model.classes.len()).unwrap_or(u32::MAX);
    let entry = |tone: Tone, label: &str, countries: Option<u32>| {
        (tone.color(palette), label.to_owned(), countries)
    };
    let classes = model.legend.iter().enumerate();
    let classes = classes
        .map(|(at, class)| entry(Tone::Class { at, of }, &class.label, Some(class.countries)));
    let others = [
        entry(Tone::NoRecord, model.none, Some(all.saturating_sub(classed))),
        entry(Tone::Subject, "China, the subject", None),
        entry(Tone::Other, "Other land", None),
    ];
    classes.chain(others).collect()
}

/// The legend of a map.
pub fn legend(model: &MapModel, palette: &Palette) -> Markup {
    let items = entries(model, palette).into_iter().map(|(color, label, countries)| {
        let swatch = el("i").attr("style", format!("background:{}", color.css()));
        let count = countries.map(|countries| {
            el("span").class("count").text(grouped(countries)).attr("title", "Countries")
        });
        el("li").child(swatch).child(el("span").text(label)).children(count)
    });
    el("ul")
        .class("legend")
        .attr("data-test", "legend")
        .attr("aria-label", "What the colours mean; the numbers count countries")
        .children(items)
}
