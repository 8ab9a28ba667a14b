//! The card of a country beside the map.

use explorer_chart::AgencyTint;
use explorer_dataset::tables::SUBJECT;
use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_geometry::Area;
use explorer_number::grouped;
use explorer_view::card::card;
use explorer_view::layer::Layer;
use explorer_view::map::MapModel;
use leptos::prelude::*;

use super::heading::agency_color;
use crate::components::tooltip::{Tip, TipLine};
use crate::store::Store;

/// What is said of an area of the world, without its place.
pub fn map_tip(store: Store, layer: &Layer, model: &MapModel, area: usize) -> Option<Tip> {
    let place = store.places.world.areas.get(area)?;
    let Some(code) = store.places.code(area) else {
        let title = name_of(store, place);
        return Some(Tip { at: (0.0, 0.0), title, lines: Vec::new(), hint: hint_of(place) });
    };
    let outcome = store.outcome.get_untracked();
    let measure = outcome.measure;
    let card = store.filters.with_untracked(|f| card(store.explorer, f, measure, &place.id))?;
    let mut lines = Vec::new();
    if let Some(class) = model.classes.get(usize::from(code)).filter(|_| *layer != Layer::Measure) {
        let says = match class.and_then(|class| model.legend.get(class)) {
            Some(class) => class.label.clone(),
            None => model.none.to_owned(),
        };
        lines.push(TipLine::new(says, ""));
    }
    lines.push(TipLine::new(card.count.0, card.count.1));
    lines.extend(card.agencies.into_iter().map(|(agency, count)| TipLine {
        color: agency_color(AgencyTint::of(&agency)),
        label: agency,
        value: count,
    }));
    let code_at = usize::from(code);
    let some = outcome.uncertain_of(Facet::Country).get(code_at).copied().unwrap_or_default();
    if some > 0 {
        // A country is one country: of it, the card counts interactions.
        let words = match measure {
            Measure::Countries => TipLine::new("Uncertain records alone", ""),
            _ => TipLine::new("Uncertain", grouped(some)),
        };
        lines.push(words);
    }
    let total = store.explorer.totals(measure).facet(Facet::Country).get(usize::from(code));
    let count = outcome.facet(Facet::Country).get(usize::from(code));
    if let Some(total) = total.filter(|_| measure != Measure::Countries && total != count) {
        lines.push(TipLine::new("In all records", grouped(*total)));
    }
    lines.extend(card.facts.into_iter().map(|(what, value)| TipLine::new(what, value)));
    let hint = "Click: only this · Shift: add · Alt: exclude";
    Some(Tip { at: (0.0, 0.0), title: card.title, lines, hint })
}

/// The name of land that is no country of the dataset.
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

fn hint_of(area: &Area) -> &'static str {
    if area.id == SUBJECT {
        "The subject of the dataset, never a counterpart"
    } else {
        "Not among the dataset\u{2019}s counterparts"
    }
}
