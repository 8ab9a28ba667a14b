//! Columns along an axis of which a stretch can be chosen: by a drag, by clicks, or by its ends.

use explorer_chart::mark::{Mark, column_at};
use explorer_chart::{Rgb, Scene};
use explorer_view::step::Step;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::brush::Brush;
use super::column_steps::ColumnSteps;
use super::figure::chart_canvas::{DrawnCanvas, use_drawing};
use super::figure::marks::{MarkClick, MarkView};
use super::figure::surface::{Drawing, Surface};
use super::length::css;
use super::tooltip::Tip;
use crate::components::show::Show;
use crate::hooks::use_screen::use_screen;
use crate::reactive::{memo, text};

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnView {
    /// The bin's key: `data-value`.
    pub key: String,
    /// Its count.
    pub count: u32,
    /// How much of it is uncertain.
    pub uncertain: u32,
    /// Its name.
    pub label: String,
    /// What a screen reader says of it.
    pub spoken: String,
}

/// Columns laid out for a surface.
#[derive(Debug)]
pub struct ColumnsLayout {
    /// Height in CSS pixels.
    pub height: f64,
    /// Where the columns are.
    pub places: Vec<Mark>,
    /// What is painted.
    pub scene: Scene,
    /// What its colours mean, where the drawing does not say: for the picture that is saved.
    pub legend: Vec<(Rgb, String)>,
}

/// The first and the last column of a stretch.
pub type Stretch = (usize, usize);

/// A stretch that a reader chooses, or `None` for all; and how that enters the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brushed {
    /// How it enters the history.
    pub step: Step,
    /// What is chosen.
    pub stretch: Option<Stretch>,
}

/// The drawing of columns for a surface.
pub fn draw_columns(
    columns: Memo<Vec<ColumnView>>,
    selected: Signal<Option<Stretch>>,
    lay_out: Callback<Surface, ColumnsLayout>,
) -> Callback<Surface, Drawing> {
    Callback::new(move |surface: Surface| {
        let ColumnsLayout { height, places, scene, legend } = lay_out.run(surface);
        let selected = selected.get();
        let mark = |(at, column): (usize, &ColumnView)| {
            let pressed = selected.is_some_and(|(first, last)| (first..=last).contains(&at));
            MarkView {
                uncertain: column.uncertain,
                value: column.key.clone(),
                count: column.count,
                label: column.spoken.clone(),
                pressed,
                standing: if pressed { "included" } else { "free" },
                place: places.get(at).copied(),
            }
        };
        let marks = columns.with(|columns| columns.iter().enumerate().map(mark).collect());
        Drawing { legend, ..Drawing::new(height, scene, marks) }
    })
}

/// One end of the chosen stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    From,
    To,
}

/// Columns with a brush.
#[component]
pub fn BrushedColumns(
    /// The columns along the axis.
    columns: Memo<Vec<ColumnView>>,
    /// Which of them are chosen.
    #[prop(into)]
    selected: Signal<Option<Stretch>>,
    /// Lays them out: [`draw_columns`] of the same.
    draw: Callback<Surface, Drawing>,
    /// Whether the ends of the stretch have handles.
    #[prop(optional)]
    handles: bool,
    /// Whether one column after the other can be chosen by buttons, where columns are too narrow for
    /// fingers.
    #[prop(optional)]
    steps: bool,
    /// What a stretch is called, for the handles' names.
    #[prop(default = "period")]
    stretch: &'static str,
    /// What a screen reader calls the group of columns.
    #[prop(into)]
    label: Signal<String>,
    /// A choice. Whether it is another one than before.
    on_brush: Callback<Brushed, bool>,
    /// The drag is over.
    #[prop(optional)]
    on_release: Option<Callback<()>>,
    /// What the tooltip says of a column.
    tip: Callback<usize, Option<Tip>>,
    /// `data-test` of the columns.
    #[prop(optional)]
    marks_test: Option<&'static str>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let drawing = use_drawing(node, draw);
    let brush = StoredValue::new_local(Brush::default());
    let column_under = move |event: &ev::PointerEvent| {
        let left = node.get_untracked().map_or(0.0, |node| node.get_bounding_client_rect().left());
        let places: Vec<Mark> = drawing
            .with_untracked(|drawing| drawing.marks.iter().filter_map(|mark| mark.place).collect());
        column_at(&places, f64::from(event.client_x()) - left)
    };
    let press = move |event: ev::PointerEvent| {
        brush.with_value(|brush| brush.press(&event, column_under(&event)));
    };
    let press_handle = Callback::new(move |(end, event): (End, ev::PointerEvent)| {
        // The other end stays where it is.
        event.stop_propagation();
        let anchor = selected.get_untracked().map(|(first, last)| match end {
            End::From => last,
            End::To => first,
        });
        let anchor = anchor.unwrap_or_else(|| column_under(&event));
        brush.with_value(|brush| brush.press(&event, anchor));
    });
    let drag = move |event: ev::PointerEvent| {
        let Some(area) = node.get_untracked() else { return };
        brush.with_value(|brush| {
            brush.drag_to(&event, &area, |step, anchor| {
                let now = column_under(&event);
                let stretch = Some((anchor.min(now), anchor.max(now)));
                on_brush.run(Brushed { step, stretch })
            });
        });
    };
    let release = move |_: ev::PointerEvent| {
        brush.with_value(Brush::release);
        if let Some(on_release) = on_release {
            on_release.run(());
        }
    };
    let on_select = Callback::new(move |MarkClick { index, shift, by_pointer, .. }: MarkClick| {
        if by_pointer && brush.with_value(Brush::ends_drag) {
            return;
        }
        let stretch = match (selected.get_untracked(), shift) {
            (Some((first, last)), true) => Some((first.min(index), last.max(index))),
            (Some(only), false) if only == (index, index) => None,
            _ => Some((index, index)),
        };
        on_brush.run(Brushed { step: Step::Push, stretch });
    });
    let corner_of = move |end: End| {
        let (first, last) = selected.get()?;
        drawing.with(|drawing| match end {
            End::From => drawing.marks.get(first)?.place.map(|place| (place.x, place.y)),
            End::To => drawing.marks.get(last)?.place.map(|place| (place.x + place.width, place.y)),
        })
    };
    let step_end = Callback::new(move |(end, event): (End, ev::KeyboardEvent)| {
        let count = columns.with_untracked(Vec::len);
        let stretch = selected.get_untracked().and_then(|now| moved(now, end, &event.key(), count));
        if stretch.is_some() {
            event.prevent_default();
            on_brush.run(Brushed { step: Step::Push, stretch });
        }
    });
    let handle = move |end: End| {
        let (test, class, name) = match end {
            End::From => ("brush-from", "handle from", format!("Start of the {stretch}")),
            End::To => ("brush-to", "handle", format!("End of the {stretch}")),
        };
        let at = move || {
            let (first, last) = selected.get().unwrap_or_default();
            if end == End::From { first } else { last }
        };
        let words = move || columns.with(|all| all.get(at()).map(|column| column.label.clone()));
        let style = move || {
            // At the plot's upper edge: the bars below stay free to be clicked.
            let (x, y) = corner_of(end).unwrap_or_default();
            format!("left:{}px;top:{}px", css(x), css(y))
        };
        view! {
            <div
                class=class
                role="slider"
                tabindex="0"
                data-test=test
                aria-label=name
                aria-orientation="horizontal"
                aria-valuemin="0"
                aria-valuemax=text(move || columns.with(Vec::len).saturating_sub(1).to_string())
                aria-valuenow=text(move || at().to_string())
                aria-valuetext=words
                style=style
                on:pointerdown=move |event| press_handle.run((end, event))
                on:keydown=move |event| step_end.run((end, event))
            ></div>
        }
    };
    let step_to = Callback::new(move |at: usize| {
        on_brush.run(Brushed { step: Step::Push, stretch: Some((at, at)) });
    });
    let by_touch = use_screen().by_touch;
    let has_handles = memo(move || handles && selected.get().is_some());
    view! {
        <DrawnCanvas
            class="timeline"
            node drawing label on_select tip marks_test
            on:pointerdown=press
            on:pointermove=drag
            on:pointerup=release
            on:pointercancel=release
        >
            <Show when=move || has_handles.get()>{handle(End::From)} {handle(End::To)}</Show>
        </DrawnCanvas>
        <Show when=move || steps && by_touch.get()>
            <ColumnSteps columns selected on_step=step_to />
        </Show>
    }
}

/// Where an arrow key moves an end of a stretch; the ends do not pass each other.
fn moved((first, last): Stretch, end: End, key: &str, count: usize) -> Option<Stretch> {
    let now = if end == End::From { first } else { last };
    let to = match key {
        "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
        "ArrowRight" | "ArrowUp" => (now + 1).min(count.saturating_sub(1)),
        _ => return None,
    };
    Some(match end {
        End::From => (to.min(last), last),
        End::To => (first, to.max(first)),
    })
}
