//! The map as a chart: drawn on a canvas, pointed at through its shapes, reached by keyboard
//! through a button per country.

use std::sync::Arc;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::legend::legend;
use super::navigation::{Navigation, Window};
use super::tip::tip;
use crate::chart::{AreaLook, Frame, MapChart, MapLayout, MarkState, Tone};
use crate::dataset::tables::SUBJECT;
use crate::explore::facet::Facet;
use crate::explore::filter::Standing;
use crate::number::grouped;
use crate::ui::bar_figure::table_of;
use crate::ui::canvas::{SceneCanvas, width_of};
use crate::ui::figure::Figure;
use crate::ui::marks::{MarkClick, MarkView, MarksLayer};
use crate::ui::markup::{Markup, el, shown, shown_with};
use crate::ui::store::{Step, Store, store};
use crate::ui::switch::button;
use crate::view::chart::Chart;
use crate::view::layer::Layer;
use crate::view::map::{MapModel, map_model};
use crate::view::places::regions;
use crate::view::state::Page;
use crate::view::zoom::Zoom;

/// Coasts are drawn to a quarter of a pixel: on whole ones they would be stairs.
const FINE: f64 = 4.0;

/// The map. `full` is the one of its own view, with layers and zoom; the other one is a chart of
/// the overview, which shows the counts of all the world.
#[component]
pub fn MapFigure(
    /// Whether it is the map of its own view.
    full: bool,
) -> impl IntoView {
    let store = store();
    let element = NodeRef::<html::Div>::new();
    let width = width_of(element);
    let height = Signal::derive(move || {
        // A phone is narrow: there the map may be taller than the world, to be zoomed in.
        let least = if full { 320.0 } else { 150.0 };
        (width.get() * 0.46).max(least).round()
    });
    let model = Memo::new(move |_| {
        let layer = match full {
            true => store.state.with(|state| state.layer.clone()),
            false => Layer::Measure,
        };
        let outcome = store.outcome.get();
        store.filters.with(|filters| map_model(store.explorer, filters, &outcome, &layer))
    });
    let view = Memo::new(move |_| {
        let zoom = if full { store.state.with(|state| state.zoom.clone()) } else { Zoom::World };
        Window::of(store, &zoom, (width.get(), height.get()))
    });
    let layout = Memo::new(move |_| {
        let Window { size, camera, .. } = view.get();
        let frame = Frame::canvas(size.0, size.1, store.ratio.get() * FINE);
        let is_country = |id: &str| store.explorer.dataset().country(id).is_some();
        Arc::new(MapLayout::new(&store.places.world, camera, &frame, &is_country))
    });
    let looks = Memo::new(move |_| model.with(|model| looks(store, model)));
    let pointed = RwSignal::new(None::<usize>);
    let navigation = Navigation::new(store, view);

    let marks = Signal::derive(move || {
        layout.with(|layout| mark_views(store, layout, &store.outcome.get(), full))
    });
    let area_of = move |index: usize| {
        let value = marks.with_untracked(|marks: &Vec<MarkView>| {
            marks.get(index).map(|mark| mark.value.clone())
        });
        store.places.world.index_of(&value?)
    };
    let choose = move |area: usize, shift: bool, alt: bool| {
        if store.places.code(area).is_some()
            && let Some(area) = store.places.world.areas.get(area)
        {
            store.click_value(Facet::Country, &area.id, shift, alt);
        }
    };
    let click_mark = move |click: MarkClick| {
        if let Some(area) = area_of(click.index) {
            choose(area, click.shift, click.alt);
        }
    };
    let tip_of_mark = move |index: usize| {
        let area = area_of(index)?;
        pointed.set(Some(area));
        model.with_untracked(|model| tip(store, model, area, (0.0, 0.0)))
    };

    let place_of = move |x: i32, y: i32| {
        let corner = element.get_untracked().map(|e| e.get_bounding_client_rect());
        let (left, top) = corner.map_or((0.0, 0.0), |corner| (corner.left(), corner.top()));
        (f64::from(x) - left, f64::from(y) - top)
    };
    let under = move |(x, y): (f64, f64)| {
        layout.with_untracked(|layout| layout.area_at(&store.places.world, x, y))
    };
    let point_at = move |event: &ev::PointerEvent| {
        let area = under(place_of(event.client_x(), event.client_y()));
        if pointed.get_untracked() != area {
            pointed.set(area);
        }
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        let found = area.and_then(|area| model.with_untracked(|m| tip(store, m, area, at)));
        store.tip.set(found);
    };
    let leave = move || {
        pointed.set(None);
        store.tip.set(None);
    };
    let on_click = move |event: ev::MouseEvent| {
        // A key on a focused mark arrives as a click of that mark, which handles it.
        let target = event_target::<web_sys::Element>(&event);
        let of_mark = target.closest("button").ok().flatten().is_some();
        if of_mark || navigation.ends_drag() {
            return;
        }
        if let Some(area) = under(place_of(event.client_x(), event.client_y())) {
            choose(area, event.shift_key(), event.alt_key());
        }
    };

    let finding = Signal::derive(move || model.with(|model| model.finding.clone()));
    let subtitle = Signal::derive(move || model.with(|model| model.subtitle.clone()));
    let label = Signal::derive(move || {
        format!("{}; the arrow keys go from country to country", subtitle.get())
    });
    let table = Signal::derive(move || table_of(store, Facet::Country, "Country"));
    let controls = move || {
        let link = el("a")
            .class("text-button")
            .attr("href", store.link_to(Page::Map))
            .text("Open the map: layers and zoom");
        if full { Vec::new() } else { vec![link] }
    };
    let zoomed = Memo::new(move |_| view.with(|view| view.factor > 1.0));
    let tools = full.then(|| {
        let act = move |act: &str| match act {
            "closer" => navigation.stride(true),
            "farther" => navigation.stride(false),
            "world" => navigation.reset(),
            region => {
                let zoom = Zoom::Region(region.to_owned());
                store.change(Step::Push, |state| state.zoom = zoom);
            }
        };
        view! { <div class="map-tools">{shown_with(move || map_tools(store, zoomed.get()), act)}</div> }
    });
    view! {
        {tools}
        <Figure chart=Chart::Map finding subtitle table controls=Box::new(controls) act=Box::new(|_| {})>
            <div
                class="canvas-box map"
                class:full=full
                class:zoomed=move || zoomed.get()
                node_ref=element
                style:height=move || format!("{}px", height.get())
                on:pointerdown=move |event| {
                    if full {
                        navigation.press(&event, place_of(event.client_x(), event.client_y()));
                    }
                }
                on:pointermove=move |event| {
                    let at = place_of(event.client_x(), event.client_y());
                    if full && navigation.pull(&event, element, at) {
                        leave();
                    } else if event.pointer_type() == "mouse" {
                        point_at(&event);
                    }
                }
                on:pointerup=move |event| navigation.release(&event)
                on:pointercancel=move |event| navigation.release(&event)
                on:pointerleave=move |_| leave()
                on:focusout=move |_| leave()
                on:wheel=move |event: ev::WheelEvent| {
                    if full {
                        navigation.wheel(&event, place_of(event.client_x(), event.client_y()));
                    }
                }
                on:keydown=move |event| if full { navigation.key(&event) }
                on:click=on_click
            >
                <SceneCanvas
                    width
                    height
                    fine=FINE
                    scene=Box::new(move |_, palette| {
                        let (layout, looks) = (layout.get(), looks.get());
                        let pointed = pointed.get();
                        MapChart { layout: &layout, looks: &looks, pointed, subject: "China" }
                            .scene(palette)
                    })
                />
                <MarksLayer marks label click=click_mark tip=tip_of_mark spatial=true />
            </div>
            {shown(move || {
                vec![store.theme.palette.with(|palette| model.with(|model| legend(model, palette)))]
            })}
        </Figure>
    }
}

/// How each area of the world is drawn.
fn looks(store: Store, model: &MapModel) -> Arc<Vec<AreaLook>> {
    let of = model.legend.len();
    let selection = store.filters.with(|filters| filters.selection(Facet::Country).clone());
    let including = !selection.included().is_empty();
    let areas = store.places.world.areas.iter().enumerate();
    let looks = areas.map(|(index, area)| {
        let Some(code) = store.places.code(index) else {
            let tone = if area.id == SUBJECT { Tone::Subject } else { Tone::Other };
            return AreaLook { tone, state: MarkState::Plain };
        };
        let class = model.classes.get(usize::from(code)).copied().flatten();
        AreaLook {
            tone: class.map_or(Tone::NoRecord, |at| Tone::Class { at, of }),
            state: match selection.standing(&area.id) {
                Standing::Included => MarkState::Included,
                Standing::Excluded => MarkState::Excluded,
                Standing::Free if including => MarkState::Muted,
                Standing::Free => MarkState::Plain,
            },
        }
    });
    Arc::new(looks.collect())
}

/// A button per country; on the overview only for those that some record has.
fn mark_views(
    store: Store,
    layout: &MapLayout,
    outcome: &crate::explore::outcome::Outcome,
    full: bool,
) -> Vec<MarkView> {
    let measure = outcome.measure;
    let counts = outcome.facet(Facet::Country);
    let totals = store.explorer.totals(measure).facet(Facet::Country);
    let selection = store.filters.with(|filters| filters.selection(Facet::Country).clone());
    let entries = store.explorer.table().dictionary(Facet::Country).entries().iter().zip(0..);
    let countries = entries.filter_map(|(entry, code)| {
        let at = usize::from(code);
        let (count, total) = (*counts.get(at)?, *totals.get(at)?);
        let standing = selection.standing(&entry.id);
        if !full && total == 0 && standing == Standing::Free {
            return None;
        }
        let (word, said) = match standing {
            Standing::Free => ("free", ""),
            Standing::Included => ("included", ""),
            Standing::Excluded => ("excluded", ", excluded"),
        };
        Some(MarkView {
            value: entry.id.clone(),
            count,
            label: format!(
                "{}: {} {} of {} in all records{said}",
                entry.label,
                grouped(count),
                measure.noun(count),
                grouped(total)
            ),
            pressed: standing == Standing::Included,
            standing: word,
            place: store.places.area(code).and_then(|area| layout.mark(area)),
        })
    });
    countries.collect()
}

/// Zoom buttons, and a button per region.
fn map_tools(store: Store, zoomed: bool) -> Vec<Markup> {
    let zoom = store.state.with(|state| state.zoom.clone());
    let tool = |act: &'static str, text: &'static str, label: &'static str| {
        button(act).attr("data-test", act).attr("aria-label", label).text(text)
    };
    let stride = el("div")
        .class("zoom-buttons")
        .child(tool("closer", "+", "Zoom in"))
        .child(tool("farther", "−", "Zoom out"));
    let flag = |on: bool| if on { "true" } else { "false" };
    let region = |id: &str, name: &str, pressed: bool| {
        button(id).attr("data-value", id).attr("aria-pressed", flag(pressed)).text(name)
    };
    let world = region("world", "World", zoom == Zoom::World && !zoomed);
    let regions = regions(store.explorer).into_iter().map(|(id, name)| {
        let pressed = matches!(&zoom, Zoom::Region(region) if region == id);
        region(id, name, pressed)
    });
    let places = el("div")
        .class("region-buttons")
        .attr("role", "group")
        .attr("aria-label", "Zoom to")
        .attr("data-test", "zoom")
        .child(world)
        .children(regions);
    vec![stride, places]
}
