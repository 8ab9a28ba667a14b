//! The drawn form of a map. A pointer means the shape under it; the marks are for the keyboard.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos_use_event_listener::{UseEventListenerOptions, use_event_listener_with_options};

use super::navigation::MapNavigation;
use super::world_map::{AreaClick, WorldMap};
use super::zoom_buttons::ZoomButtons;
use crate::components::figure::chart_canvas::{DrawnCanvas, use_surface};
use crate::components::figure::marks::MarkClick;
use crate::components::tooltip::{Tip, TipLine};
use crate::hooks::use_screen::use_screen;
use crate::reactive::memo;
use crate::timing::painted;

/// A map that can be pointed at and, if it has a zoom, moved.
#[component]
pub fn MapCanvas(
    /// What it shows.
    map: WorldMap,
    /// What a screen reader calls the group of countries.
    #[prop(into)]
    label: Signal<String>,
    /// A click on an area, or Enter on its mark.
    on_choose: Callback<AreaClick>,
    /// What the tooltip says of an area, without its place.
    tip: Callback<usize, Option<Tip>>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let screen = use_screen();
    let surface = use_surface(node);
    let size = memo(move || surface.with(|surface| (surface.width, surface.ratio)));
    // Only another size or zoom lays the world out again; filters and the pointer do not.
    let laid = memo(move || {
        let (width, ratio) = size.get();
        map.lay_out(width, ratio)
    });
    let drawing = memo(move || laid.with(|laid| surface.with(|surface| map.draw(laid, surface))));
    let navigation = map.zoom.map(|zoom| MapNavigation::new(zoom, laid));

    // The point of the map that an event is at, in CSS pixels.
    let position = move |event: &ev::MouseEvent| {
        let area = node.get_untracked().map(|node| node.get_bounding_client_rect());
        let (left, top) = area.map_or((0.0, 0.0), |area| (area.left(), area.top()));
        (f64::from(event.client_x()) - left, f64::from(event.client_y()) - top)
    };
    let area_at =
        move |(x, y): (f64, f64)| laid.with_untracked(|laid| laid.layout.area_at(map.world, x, y));
    let point_at = move |area: Option<usize>| {
        if map.pointed.get_untracked() != area {
            map.pointed.set(area);
        }
    };
    let leave = move || {
        point_at(None);
        screen.tip.set(None);
    };

    let press = move |event: ev::PointerEvent| {
        if let Some(navigation) = navigation {
            navigation.press(&event, position(&event));
        }
    };
    let follow_pointer = move |event: ev::PointerEvent| {
        let at = position(&event);
        let drags = navigation.zip(node.get_untracked());
        if drags.is_some_and(|(navigation, node)| navigation.drag(&event, &node, at)) {
            leave();
        } else if event.pointer_type() == "mouse" {
            let area = area_at(at);
            point_at(area);
            let mut tip = area.and_then(|area| tip.run(area));
            let disputed = laid.with_untracked(|laid| {
                area.and_then(|area| laid.layout.disputed_at(map.world, area, at))
            });
            if let Some((tip, land)) = tip.as_mut().zip(disputed) {
                let says = format!("{}, disputed: {}", land.name, land.status);
                tip.lines.push(TipLine::new(says, ""));
            }
            let at = (f64::from(event.client_x()), f64::from(event.client_y()));
            screen.tip.set(tip.map(|tip| Tip { at, ..tip }));
        }
    };
    let release = move |event: ev::PointerEvent| {
        if let Some(navigation) = navigation {
            navigation.release(&event);
        }
    };
    let click = move |event: ev::MouseEvent| {
        // A key on a focused mark arrives as a click, which no pointer made; the mark handles it.
        if event.detail() == 0 || navigation.is_some_and(MapNavigation::ends_drag) {
            return;
        }
        if let Some(area) = area_at(position(&event)) {
            on_choose.run(AreaClick { area, shift: event.shift_key(), alt: event.alt_key() });
        }
    };
    let press_key = move |event: ev::KeyboardEvent| {
        if navigation.is_some_and(|navigation| navigation.press_key(&event)) {
            event.prevent_default();
            // It is not for the mark that has the focus.
            event.stop_propagation();
        }
    };
    if let Some(navigation) = navigation {
        // Only a map that can be zoomed listens to the wheel: a listener that may stop the page
        // from scrolling makes all scrolling over it wait.
        let options = UseEventListenerOptions::default().passive(false);
        let turn_wheel =
            move |event: ev::WheelEvent| navigation.turn_wheel(&event, position(&event));
        _ = use_event_listener_with_options(node, ev::wheel, turn_wheel, options);
    }

    let area_of = move |index: usize| {
        map.marks.with_untracked(|marks| marks.get(index).and_then(|mark| mark.area))
    };
    let on_select = Callback::new(move |MarkClick { index, shift, alt, by_pointer }: MarkClick| {
        // Marks overlap other countries. A pointer means what it points at, as `click` finds it.
        if let Some(area) = area_of(index).filter(|_| !by_pointer) {
            on_choose.run(AreaClick { area, shift, alt });
        }
    });
    let mark_tip = Callback::new(move |index: usize| {
        let area = area_of(index)?;
        // The mark shows its tip as it gets the focus: its country is outlined, too.
        point_at(Some(area));
        tip.run(area)
    });

    // It is for the pointer, and all marks are styled anew with it: that can follow the paint.
    let is_zoomed = painted(memo(move || laid.with(|laid| laid.window.factor() > 1.0)).into());
    let class = move || match (navigation.is_some(), is_zoomed.get()) {
        (false, _) => "map",
        (true, false) => "map full",
        (true, true) => "map full zoomed",
    };
    let zoom_buttons = navigation.map(|navigation| {
        view! {
            <ZoomButtons
                on_zoom_in=move |()| navigation.zoom_in()
                on_zoom_out=move |()| navigation.zoom_out()
                on_hover=move |()| leave()
            />
        }
    });
    view! {
        <DrawnCanvas
            class=Signal::derive(move || class().to_owned())
            node drawing label on_select
            tip=mark_tip
            spatial=true
            hover=false
            on:click=click
            on:pointerdown=press
            on:pointermove=follow_pointer
            on:pointerup=release
            on:pointercancel=release
            on:pointerleave=move |_| leave()
            on:focusout=move |_| leave()
            on:keydown:capture=press_key
        >
            {zoom_buttons}
        </DrawnCanvas>
    }
}
