//! The ways to take a chart away: as a picture, as the numbers behind it, as code to embed.

use explorer_export::file_name::file_name;
use explorer_export::picture::Picture;
use leptos::prelude::*;

use super::chart_table::TableView;
use super::source::FigureSource;
use super::surface::{Drawing, Surface};
use crate::hooks::clipboard::copy;
use crate::hooks::download;
use crate::hooks::use_screen::use_screen;

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

/// The ways to take a figure away.
#[component]
pub fn SaveMenu(
    /// The figure's id.
    id: String,
    /// What the files are called, if not as the figure's id.
    file: Option<String>,
    /// What the numbers in view say.
    finding: Signal<String>,
    /// What is drawn.
    subtitle: Signal<String>,
    /// The same as a table.
    table: Signal<TableView>,
    /// The same for a surface.
    draw: Callback<Surface, Drawing>,
    /// How wide the figure is now, in CSS pixels; 0 while it is not laid out.
    width: Callback<(), f64>,
) -> impl IntoView {
    let source: FigureSource = expect_context();
    let screen = use_screen();
    let file = StoredValue::new(file.unwrap_or_else(|| id.clone()));
    let id = StoredValue::new(id);
    let save = move |form: Form| {
        let origin = source.origin.run(());
        let name = |ending| file.with_value(|file| file_name(file, &origin.filters, ending));
        let finding = finding.get_untracked();
        if form == Form::Csv {
            let (headings, lines) = untrack(|| table.with(TableView::to_lines));
            let lines = lines.into_iter();
            let csv = explorer_export::chart::csv(&finding, &headings, lines, &origin);
            return download::text(&name("csv"), "text/csv", &csv);
        }
        let width = Some(width.run(())).filter(|width| *width > 0.0).unwrap_or(USUAL_WIDTH);
        let palette = screen.palette.get_untracked();
        let surface = Surface { width, ratio: screen.pixel_ratio.get_untracked(), palette };
        let drawing = untrack(|| draw.run(surface.clone()));
        let subtitle = subtitle.get_untracked();
        let picture = Picture {
            title: &finding,
            subtitle: without_drag_hint(&subtitle),
            scene: &drawing.scene,
            legend: &drawing.legend,
            palette: &surface.palette,
        };
        let svg = picture.svg(&origin);
        match form {
            Form::Png => download::png(name("png"), &svg),
            _ => download::text(&name("svg"), "image/svg+xml", &svg),
        }
    };
    let copied = RwSignal::new(None::<bool>);
    let embed = source.embed_code.map(|code| {
        let words = move || match copied.get() {
            None => "Copy code to embed",
            Some(true) => "Code copied",
            Some(false) => "Could not copy",
        };
        view! {
            <button
                type="button"
                class="text-button"
                data-test="embed"
                on:click=move |_| copy(&code.run(id.get_value()), move |ok| copied.set(Some(ok)))
            >
                {words}
            </button>
        }
    });
    let ways = [
        (Form::Svg, "save-svg", "SVG"),
        (Form::Png, "save-png", "PNG"),
        (Form::Csv, "save-csv", "CSV"),
    ];
    let ways = ways.map(|(form, test, label)| {
        view! {
            <button type="button" class="text-button" data-test=test on:click=move |_| save(form)>
                {label}
            </button>
        }
    });
    view! {
        <details class="save">
            <summary class="text-button" data-test="save">"Save"</summary>
            {ways.into_iter().collect_view()}
            {embed}
        </details>
    }
}
