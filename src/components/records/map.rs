//! The records on the map of the world, under a layer.

use explorer_chart::{AreaLook, MarkState, Tone};
use explorer_dataset::tables::SUBJECT;
use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Selection, Standing};
use explorer_view::chart::Chart;
use explorer_view::finding::COMPARED;
use explorer_view::hash;
use explorer_view::layer::Layer;
use explorer_view::map::{MapModel, map_model};
use explorer_view::ranking::{Ranked, count_order};
use explorer_view::state::Page;
use explorer_view::uncertain;
use explorer_view::whole::{whole, words};
use leptos::html;
use leptos::prelude::*;

use super::bars::{FacetRanking, spoken};
use super::map_tip::map_tip;
use super::split_map::{MapSplitModel, MapSplitSelect};
use crate::components::figure::source::FigureSource;
use crate::components::map_chart::{
    AreaClick, LegendEntry, MapFigure, MapMark, MapZoom, ZoomChange,
};
use crate::components::show::Show;
use crate::components::standing::mark_state;
use crate::hooks::use_screen::use_screen;
use crate::reactive::memo;
use crate::store::{Store, use_store};

/// A map of the records. Without a layer of its own it is the one of the map's page: its layer and
/// its zoom are those of the view. Otherwise it shows that layer for all the world.
#[component]
pub fn RecordMap(
    /// Which chart it is.
    chart: Chart,
    /// What its colours say, if that is not the reader's choice.
    #[prop(optional)]
    layer: Option<Layer>,
) -> impl IntoView {
    let node = NodeRef::<html::Figure>::new();
    let store = use_store().in_sight(use_screen(), node);
    let full = layer.is_none();
    let layer: Signal<Layer> = match layer {
        Some(layer) => Signal::stored(layer),
        None => store.part(|state| state.layer.clone()).into(),
    };
    // The zoom changes at every step of a drag; nothing here reads it but the map itself.
    let model = memo(move || {
        let (outcome, filters) = (store.outcome.get(), store.scope.get());
        layer.with(|layer| map_model(store.explorer, &filters, &outcome, layer))
    });
    let selection = memo(move || store.filters.with(|f| f.selection(Facet::Country).clone()));
    let looks = memo(move || {
        model.with(|model| selection.with(|selection| looks(store, model, selection)))
    });
    // From the most to the fewest, then by name. It follows when the page rests: a step that moves a
    // hundred buttons would take longer.
    let order = memo(move || {
        store.rested.track();
        store.outcome.with_untracked(|o| count_order(store.explorer, o, Facet::Country))
    });
    let marks = memo(move || {
        order.with(|order| selection.with(|selection| marks(store, order, selection, full)))
    });
    // A map that is about its own, as in a figure of the paper, is whole.
    let can_split = matches!(chart, Chart::Map);
    let split = MapSplitModel::new(store, layer, can_split);
    let panels = split.panels(model);
    // Of several maps, no class has one number of countries.
    let legend = memo(move || {
        let mut entries = model.with(legend);
        if panels.is_on.get() {
            entries.iter_mut().for_each(|entry| entry.countries = None);
        }
        entries
    });
    let finding = memo(move || {
        let words = model.with(|model| model.finding.clone());
        let outcome = store.outcome.get();
        match layer.get() {
            Layer::Measure => words + &uncertain::of_map(&store.scope.get(), &outcome),
            _ => words,
        }
    });
    let subtitle = memo(move || {
        let chosen = selection.with(|selection| !selection.is_empty());
        let compared = if chosen { COMPARED } else { "" };
        let by = split.subtitle().unwrap_or_default();
        model.with(|model| format!("{}{by}{}{compared}", model.subtitle, model.key()))
    });
    let table = memo(move || split.table(FacetRanking::of(store, Facet::Country).table("Country")));
    let zoom = full.then(|| MapZoom {
        zoom: store.part(|state| state.zoom.clone()).into(),
        on_zoom: Callback::new(move |ZoomChange { step, zoom }: ZoomChange| {
            store.change(step, |state| state.zoom = zoom);
        }),
        region: Some(Callback::new(move |id: String| store.places.region(store.explorer, &id))),
    });
    let name_of = Callback::new(move |id: String| {
        store.explorer.dataset().country(&id).map(|country| country.name_en.clone())
    });
    let on_choose = Callback::new(move |AreaClick { area, shift, alt }: AreaClick| {
        let place = store.places.world.areas.get(area);
        if let (Some(_), Some(place)) = (store.places.code(area), place) {
            store.click_value(Facet::Country, &place.id, shift, alt);
        }
    });
    let tip = Callback::new(move |area: usize| {
        model.with_untracked(|model| {
            layer.with_untracked(|layer| map_tip(store, layer, model, area))
        })
    });
    let in_article = expect_context::<FigureSource>().in_article;
    let has_counts = memo(move || layer.with(|layer| *layer == Layer::Measure));
    let controls = move || {
        let open = (!full && !store.embedded).then(|| {
            view! {
                <a class="text-button" href=move || link(store, layer)>
                    "Open the map: layers and zoom"
                </a>
            }
        });
        // An article shows what its author chose.
        let select = (can_split && !in_article).then(|| {
            view! {
                <Show when=move || has_counts.get()>
                    <MapSplitSelect />
                </Show>
            }
        });
        view! {
            {select}
            {open}
        }
    };
    view! {
        <MapFigure
            id=chart.id()
            finding subtitle table
            world=&store.places.world
            name_of
            subject="China"
            looks marks legend zoom on_choose tip panels node controls
        />
    }
}

/// The page of the map, with the same in view.
fn link(store: Store, layer: Signal<Layer>) -> String {
    let mut state = store.linked.with(|state| state.on(Page::Map));
    state.filters = state.filters.within(&store.base.get());
    state.layer = layer.get();
    hash::encode(&state)
}

/// How each area of the world is drawn.
pub fn looks(store: Store, model: &MapModel, selection: &Selection) -> Vec<AreaLook> {
    let of = model.legend.len();
    let including = !selection.included().is_empty();
    let look = |(index, area): (usize, &explorer_geometry::Area)| {
        let Some(code) = store.places.code(index) else {
            return base_look(area);
        };
        let class = model.classes.get(usize::from(code)).copied().flatten();
        AreaLook {
            tone: class.map_or(Tone::NoRecord, |at| Tone::Class { at, of }),
            state: mark_state(selection.standing(&area.id), including),
            is_dotted: model.dotted.get(usize::from(code)).is_some_and(|dotted| *dotted),
        }
    };
    store.places.world.areas.iter().enumerate().map(look).collect()
}

/// How land is drawn that is no country of the dataset.
pub(super) fn base_look(area: &explorer_geometry::Area) -> AreaLook {
    let tone = if area.id == SUBJECT { Tone::Subject } else { Tone::Other };
    AreaLook { tone, state: MarkState::Plain, is_dotted: false }
}

/// A mark per country in the order that is given; without layers and zoom only for those that some
/// record has.
fn marks(store: Store, order: &[Code], selection: &Selection, full: bool) -> Vec<MapMark> {
    let outcome = store.outcome.get();
    let base = store.base.get();
    let totals = whole(store.explorer, &base, outcome.measure);
    let entries = store.explorer.table().dictionary(Facet::Country).entries();
    let uncertain = outcome.uncertain_of(Facet::Country);
    let (counts, totals) = (outcome.facet(Facet::Country), totals.facet(Facet::Country));
    let marks = order.iter().filter_map(|&code| {
        let at = usize::from(code);
        let (entry, &count, &total) = (entries.get(at)?, counts.get(at)?, totals.get(at)?);
        let standing = selection.standing(&entry.id);
        if !full && total == 0 && standing == Standing::Free {
            return None;
        }
        let (id, label) = (entry.id.clone(), entry.label.clone());
        let uncertain = uncertain.get(at).copied()?;
        let value = Ranked { code, id, label, count, uncertain, total, standing };
        Some(MapMark {
            uncertain,
            area: store.places.area(code),
            spoken: spoken(&value, outcome.measure, words(&base)),
            value: value.id,
            count,
            standing,
        })
    });
    marks.collect()
}

/// The classes of a map from the least up, then what has none.
pub fn legend(model: &MapModel) -> Vec<LegendEntry> {
    let of = model.legend.len();
    let all = u32::try_from(model.classes.len()).unwrap_or(u32::MAX);
    let entry = |tone: Tone, label: &str, countries: Option<u32>| LegendEntry {
        tone,
        label: label.to_owned(),
        countries,
    };
    let classes = model.legend.iter().enumerate();
    let classes = classes.map(|(at, c)| entry(Tone::Class { at, of }, &c.label, Some(c.countries)));
    let others = [
        entry(Tone::NoRecord, model.none, Some(all.saturating_sub(model.countries()))),
        entry(Tone::Subject, "China, the subject", None),
        entry(Tone::Other, "Other land", None),
    ];
    classes.chain(others).collect()
}
