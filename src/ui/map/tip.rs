//! The country card beside what is pointed at.

use crate::ui::store::Store;
use crate::ui::timeline_figure::agency_color;
use crate::ui::tooltip::{Tip, TipLine};
use explorer_chart::AgencyTint;
use explorer_dataset::tables::SUBJECT;
use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_geometry::Area;
use explorer_number::grouped;
use explorer_view::card::card;
use explorer_view::layer::Layer;
use explorer_view::map::MapModel;

/// What is said of an area, at a point of the viewport.
pub fn tip(
    store: Store,
    layer: &Layer,
    model: &MapModel,
    area: usize,
    at: (f64, f64),
) -> Option<Tip> {
    let place = store.places.world.areas.get(area)?;
    let line = |color, label: &str, value| TipLine { color, label: label.to_owned(), value };
    let Some(code) = store.places.code(area) else {
        return Some(Tip {
            at,
            title: name_of(store, place),
            lines: Vec::new(),
            hint: other(place),
        });
    };
    let measure = store.outcome.with_untracked(|outcome| outcome.measure);
    let card = store
        .filters
        .with_untracked(|filters| card(store.explorer, filters, measure, &place.id))?;
    let mut lines = Vec::new();
    if let Some(class) = model.classes.get(usize::from(code)).filter(|_| *layer != Layer::Measure) {
        let says = match class.and_then(|class| model.legend.get(class)) {
            Some(class) => class.label.clone(),
            None => model.none.to_owned(),
        };
        lines.push(line("", &says, String::new()));
    }
    lines.push(line("", &card.count.0, card.count.1));
    let agencies = card.agencies.into_iter();
    lines.extend(agencies.map(|(id, count)| line(agency_color(AgencyTint::of(&id)), &id, count)));
    let total = store.explorer.totals(measure).facet(Facet::Country).get(usize::from(code));
    let shown =
        store.outcome.with_untracked(|o| o.facet(Facet::Country).get(usize::from(code)).copied());
    if let Some(total) =
        total.filter(|total| measure != Measure::Countries && Some(**total) != shown)
    {
        lines.push(line("", "In all records", grouped(*total)));
    }
    lines.extend(card.facts.into_iter().map(|(what, value)| line("", what, value)));
    let hint = "Click: only this · Shift: add · Alt: exclude";
    Some(Tip { at, title: card.title, lines, hint })
}

fn name_of(store: Store, area: &Area) -> String {
    if let Some(name) = &area.name {
        return name.clone();
    }
    let china = store.explorer.table().dictionary(Facet::Venue).get(&area.id);
    match (area.id.as_str(), china) {
        (_, Some(entry)) => format!("{} {}", entry.label, entry.note),
        (code, None) => code.to_owned(),
    }
}

fn other(area: &Area) -> &'static str {
    if area.id == SUBJECT {
        "The subject of the dataset, never a counterpart"
    } else {
        "Not among the dataset\u{2019}s counterparts"
    }
}
