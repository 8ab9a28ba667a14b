//! The ways to take a chart away: as a picture, as the numbers behind it, as code to embed.

use explorer_export::chart::Numbers;
use explorer_export::picture::{MARGIN, Picture};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{EventTarget, Node};

use super::chart_table::TableView;
use super::source::{Embedding, FigureFile, FigureSource};
use super::surface::{Drawing, Surface};
use crate::components::copy_button::CopyButton;
use crate::components::show::Show;
use crate::components::switch::{Switch, SwitchOption};
use crate::hooks::download;
use crate::hooks::use_screen::use_screen;
use crate::hooks::use_window_event::use_window_event;

/// The width of a picture of a chart that is shown as a table, in CSS pixels.
const USUAL_WIDTH: f64 = 720.0;

/// What a reader can do, at the end of a subtitle; a picture that is saved goes without.
pub const DRAG_HINT: &str = "; drag to choose a ";

/// A subtitle as it stands on paper and in files.
pub fn without_drag_hint(subtitle: &str) -> &str {
    subtitle.split_once(DRAG_HINT).map_or(subtitle, |(subtitle, _)| subtitle)
}

/// The form of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Svg,
    Png,
    Csv,
}

/// How wide a picture is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Size {
    /// As on the screen.
    Screen,
    /// A column of an article.
    Column,
    /// A slide, or the width of a page.
    Wide,
}

impl Size {
    /// The width of the drawing in CSS pixels, which is `now` on the screen. A PNG has two pixels for each.
    fn width(self, now: f64) -> f64 {
        let whole = match self {
            Self::Screen if now > 0.0 => return now,
            Self::Screen => return USUAL_WIDTH,
            Self::Column => 640.0,
            Self::Wide => 1200.0,
        };
        whole - 2.0 * f64::from(MARGIN)
    }
}

/// The ways to take a figure away, below a button.
#[component]
pub fn SaveMenu(
    /// The figure's id.
    id: String,
    /// What its files are, if not as the figure's id and its table say.
    file: Option<FigureFile>,
    /// What the numbers in view say.
    finding: Signal<String>,
    /// What is drawn.
    subtitle: Signal<String>,
    /// The same as a table.
    table: Memo<TableView>,
    /// The same for a surface.
    draw: Callback<Surface, Drawing>,
    /// How wide the figure is now, in CSS pixels; 0 while it is not laid out.
    width: Callback<(), f64>,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let source: FigureSource = expect_context();
    let origin_of = source.origin.run(());
    let screen = use_screen();
    let (name, numbers) = file.map(|FigureFile { name, numbers }| (name, numbers)).unzip();
    let file = StoredValue::new(name.unwrap_or_else(|| id.clone()));
    let id = StoredValue::new(id);
    let size = RwSignal::new(Size::Screen);
    let drawn = move |width: f64| {
        let palette = screen.palette.get_untracked();
        let surface = Surface { width, ratio: screen.pixel_ratio.get_untracked(), palette };
        (untrack(|| draw.run(surface.clone())), surface.palette)
    };
    let save = move |form: Form| {
        let origin = origin_of.run(id.get_value());
        let name = |ending| file.with_value(|file| origin.file_name(file, ending));
        let finding = finding.get_untracked();
        if form == Form::Csv {
            let name = name("csv");
            let save = move |numbers: Numbers| {
                let csv = explorer_export::chart::csv(&finding, &numbers, &origin);
                download::text(&name, "text/csv", &csv);
            };
            return match numbers {
                Some(numbers) => numbers.run(Callback::new(save)),
                None => save(table.with_untracked(TableView::to_numbers)),
            };
        }
        let (drawing, palette) = drawn(size.get_untracked().width(width.run(())));
        let subtitle = subtitle.get_untracked();
        let notes: Vec<&str> = drawing.notes.iter().map(String::as_str).collect();
        let picture = Picture {
            title: &finding,
            subtitle: without_drag_hint(&subtitle),
            scene: &drawing.scene,
            legend: &drawing.legend,
            notes: &notes,
            palette: &palette,
        };
        let svg = picture.svg(&origin);
        match form {
            Form::Png => download::png(name("png"), &svg),
            _ => download::text(&name("svg"), "image/svg+xml", &svg),
        }
    };

    let node = NodeRef::<html::Details>::new();
    let opener = NodeRef::<html::Summary>::new();
    let toggled = move |_| open.set(node.get_untracked().is_some_and(|details| details.open()));
    let close = move || {
        if let Some(details) = node.get_untracked() {
            details.set_open(false);
        }
    };
    let close_by_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            close();
            if let Some(opener) = opener.get_untracked() {
                _ = opener.focus();
            }
        }
    };
    // Whoever goes on elsewhere is done here. A click on what takes no focus tells of no target.
    let close_behind = move |target: Option<EventTarget>| {
        let target = target.and_then(|target| target.dyn_into::<Node>().ok());
        let own = node.get_untracked();
        if target.is_some() && own.is_some_and(|own| !own.contains(target.as_ref())) {
            close();
        }
    };

    let panel = move || {
        use_window_event(ev::pointerdown, move |event| close_behind(event.target()));
        let sizes = [
            (Size::Screen, "screen", "As shown"),
            (Size::Column, "column", "Column"),
            (Size::Wide, "wide", "Wide"),
        ];
        let sizes = sizes.map(|(size, id, label)| SwitchOption::new(size, id, label));
        let ways = [
            (Form::Png, "save-png", "Picture, PNG"),
            (Form::Svg, "save-svg", "Picture to edit, SVG"),
            (Form::Csv, "save-csv", "Numbers, CSV"),
        ];
        let ways = ways.map(|(form, test, label)| {
            view! {
                <button type="button" data-test=test on:click=move |_| save(form)>
                    {label}
                </button>
            }
        });
        let embed = source.embed_code.map(|code| {
            let text = Signal::derive(move || {
                let (drawing, _) = drawn(Size::Column.width(0.0));
                let below = if drawing.notes.is_empty() { 0.0 } else { MAP_NOTES };
                let height = drawing.height + AROUND + below;
                code.run(Embedding { id: id.get_value(), height })
            });
            view! { <CopyButton text test="embed" label="Copy code to embed" copied="Code copied" /> }
        });
        view! {
            <div class="save-panel" role="group" aria-label="Save this chart">
                <Switch
                    test="save-size"
                    label="Size of the picture"
                    options=sizes.into()
                    selected=size
                    on_select=move |chosen| size.set(chosen)
                />
                {ways.into_iter().collect_view()}
                {embed}
            </div>
        }
    };
    view! {
        <details
            class="save"
            node_ref=node
            on:toggle=toggled
            on:keydown=close_by_key
            on:focusout=move |event| close_behind(event.related_target())
        >
            <summary class="text-button" data-test="save" node_ref=opener>
                "Save"
            </summary>
            <Show when=move || open.get()>{panel()}</Show>
        </details>
    }
}

/// What an embedded chart has around its drawing, in CSS pixels: caption, tools, source, margins.
const AROUND: f64 = 210.0;
/// What a map has besides: its legend, the note on its boundaries, and the folded list of disputed land.
const MAP_NOTES: f64 = 116.0;
