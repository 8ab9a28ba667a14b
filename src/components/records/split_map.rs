//! A map per agency or year: small multiples with the classes of the whole map.

use explorer_chart::{AreaLook, MapPanelView, Tone};
use explorer_explore::facet::Facet;
use explorer_number::grouped;
use explorer_view::layer::Layer;
use explorer_view::map::MapModel;
use explorer_view::split_map::{MapPanel, MapSplit, split_map};
use explorer_view::step::Step;
use explorer_view::uncertain;
use leptos::prelude::*;

use super::map::base_look;
use crate::components::figure::chart_table::{TableRow, TableView};
use crate::components::map_chart::{MapMark, MapPanels, PanelClick, PanelMap};
use crate::components::standing::mark_state;
use crate::components::tooltip::{Tip, TipLine};
use crate::reactive::memo;
use crate::store::{Store, use_store};

/// What a map is split by, and its panels.
#[derive(Clone, Copy)]
pub(super) struct MapSplitModel {
    store: Store,
    /// What it is split by; `None` where it is one map.
    pub by: Memo<Option<MapSplit>>,
    panels: Memo<Vec<MapPanel>>,
}

impl MapSplitModel {
    /// Of a map of the records; only counts can be split.
    pub fn new(store: Store, layer: Signal<Layer>, can_split: bool) -> Self {
        let chosen = store.part(|state| state.map_split);
        let by = memo(move || chosen.get().filter(|_| can_split && layer.get() == Layer::Measure));
        let panels = memo(move || {
            let of = |by| {
                let measure = store.outcome.with(|outcome| outcome.measure);
                store.scope.with(|scope| split_map(store.explorer, scope, measure, by))
            };
            by.get().map(of).unwrap_or_default()
        });
        Self { store, by, panels }
    }

    /// What is drawn, after what the whole map says of that.
    pub fn subtitle(self) -> Option<String> {
        Some(format!("; a map per {}, all with the same colours", self.by.get()?.id()))
    }

    /// The table of the whole map, with a column per panel.
    pub fn table(self, whole: TableView) -> TableView {
        if self.by.get().is_none() {
            return whole;
        }
        let dictionary = self.store.explorer.table().dictionary(Facet::Country);
        self.panels.with(|panels| {
            let parts = |row: &TableRow| -> Vec<u32> {
                let code = dictionary.code(&row.value).map(usize::from);
                let count = |panel: &MapPanel| Some(*panel.counts.get(code?)?);
                panels.iter().map(|panel| count(panel).unwrap_or_default()).collect()
            };
            let with_parts = |row: &TableRow| TableRow { parts: parts(row), ..row.clone() };
            let wholes = || panels.iter().map(|panel| panel.whole).collect();
            TableView {
                parts: panels.iter().map(|panel| panel.id.clone()).collect(),
                rows: whole.rows.iter().map(with_parts).collect(),
                sum: whole.sum.as_ref().map(|sum| TableRow { parts: wholes(), ..sum.clone() }),
                ..whole.clone()
            }
        })
    }

    /// The small maps.
    pub fn panels(self, model: Memo<MapModel>) -> MapPanels {
        let Self { store, by, panels } = self;
        let maps = memo(move || {
            let selection = store.filters.with(|filters| filters.selection(Facet::Country).clone());
            let measure = store.outcome.with(|outcome| outcome.measure);
            let entries = store.explorer.table().dictionary(Facet::Country).entries();
            let including = !selection.included().is_empty();
            let of = model.with(|model| model.legend.len());
            let map = |panel: &MapPanel| {
                let classes = panel.classes(store.explorer, measure);
                let dotted = panel.dotted();
                let look = |(index, area): (usize, &explorer_geometry::Area)| {
                    let Some(code) = store.places.code(index).map(usize::from) else {
                        return base_look(area);
                    };
                    let class = classes.get(code).copied().flatten();
                    AreaLook {
                        tone: class.map_or(Tone::NoRecord, |at| Tone::Class { at, of }),
                        state: mark_state(selection.standing(&area.id), including),
                        is_dotted: dotted.get(code).is_some_and(|dotted| *dotted),
                    }
                };
                let mark = |code: u16| {
                    let at = usize::from(code);
                    let (entry, count) = (entries.get(at)?, *panel.counts.get(at)?);
                    let uncertain = *panel.uncertain.get(at)?;
                    let (number, noun) = (grouped(count), measure.noun(count));
                    (count > 0).then(|| MapMark {
                        area: store.places.area(code),
                        value: format!("{}~{}", panel.id, entry.id),
                        count,
                        uncertain,
                        spoken: format!(
                            "{}, {}: {number} {noun}{}",
                            panel.id,
                            entry.label,
                            uncertain::spoken(uncertain)
                        ),
                        standing: selection.standing(&entry.id),
                    })
                };
                let countries = panel.countries();
                let view = MapPanelView {
                    label: panel.id.clone(),
                    note: format!(
                        "{} {}",
                        grouped(countries),
                        Facet::Country.noun(countries as usize)
                    ),
                    looks: store.places.world.areas.iter().enumerate().map(look).collect(),
                };
                PanelMap { view, marks: (0..).take(entries.len()).filter_map(mark).collect() }
            };
            panels.with(|panels| panels.iter().map(map).collect::<Vec<_>>())
        });
        let on_choose = Callback::new(move |PanelClick { panel, area }: PanelClick| {
            let place = store.places.world.areas.get(area);
            let Some((_, place)) = store.places.code(area).zip(place) else { return };
            let panel = panels.with_untracked(|panels| panels.get(panel).cloned());
            if let Some(panel) = panel {
                store.filter(|filters| panel.choose(filters, &place.id));
            }
        });
        let tip = Callback::new(move |area: usize| {
            let code = store.places.code(area)?;
            let entry = store.explorer.table().dictionary(Facet::Country).entry(code)?;
            let line = |panel: &MapPanel| {
                let count = panel.counts.get(usize::from(code)).copied().unwrap_or_default();
                TipLine::new(panel.id.clone(), grouped(count))
            };
            let lines = panels.with_untracked(|panels| panels.iter().map(line).collect());
            let hint = "Click: only this country and map";
            Some(Tip { at: (0.0, 0.0), title: entry.label.clone(), lines, hint })
        });
        let is_on = memo(move || by.with(Option::is_some));
        MapPanels { is_on, panels: maps, on_choose, tip }
    }
}

/// The choice of what maps are split by.
#[component]
pub(super) fn MapSplitSelect() -> impl IntoView {
    let store = use_store();
    let selected = store.part(|state| state.map_split);
    let option = |by: Option<MapSplit>, words: String| {
        view! {
            <option value=by.map_or("", MapSplit::id) prop:selected=move || selected.get() == by>
                {words}
            </option>
        }
    };
    let choose = move |event| {
        let by = MapSplit::from_id(&event_target_value(&event));
        store.change(Step::Push, |state| state.map_split = by);
    };
    view! {
        <select class="split" data-test="split-map" aria-label="Split by" on:change=choose>
            {option(None, "One map".to_owned())}
            {MapSplit::ALL
                .map(|by| option(Some(by), format!("Split by {}", by.id())))
                .into_iter()
                .collect_view()}
        </select>
    }
}
