//! What every chart has around it: its finding, the drawn form or the same as a table, its tools.

use leptos::html;
use leptos::prelude::*;

use super::chart_table::{ChartTable, TableView};
use super::save_menu::{SaveMenu, without_drag_hint};
use super::source::{FigureFile, FigureSource};
use super::surface::{Drawing, Surface};
use crate::components::show::Show;
use crate::hooks::use_screen::use_screen;
use crate::reactive::{memo, text};

/// A chart with its caption. `children` is the drawn form.
#[component]
pub fn Figure(
    /// The chart's id: part of links, of its class and of its `data-test`.
    #[prop(into)]
    id: String,
    /// What its files are, if not as its id and its table say.
    #[prop(optional_no_strip)]
    file: Option<FigureFile>,
    /// What the numbers in view say.
    #[prop(into)]
    finding: Signal<String>,
    /// What is drawn.
    #[prop(into)]
    subtitle: Signal<String>,
    /// The same as a table.
    table: Memo<TableView>,
    /// The drawn form for a surface, for files.
    draw: Callback<Surface, Drawing>,
    /// The element; what is drawn may stand still while it is out of sight.
    #[prop(optional)]
    node: NodeRef<html::Figure>,
    /// What stands between the drawing and the tools.
    #[prop(optional, into)]
    below: ViewFn,
    /// Controls beside "show as table".
    #[prop(optional, into)]
    controls: ViewFn,
    /// The drawn form.
    children: ChildrenFn,
) -> impl IntoView {
    let source: FigureSource = expect_context();
    let screen = use_screen();
    let (class, test) = (format!("chart chart-{id}"), format!("chart-{id}"));
    let own_id = StoredValue::new(id.clone());
    let as_table = memo(move || source.is_table.run(own_id.get_value()));
    // What is out of sight is not painted, and then nothing reaches beyond the figure.
    let saving = RwSignal::new(false);
    let drawn = NodeRef::<html::Div>::new();
    let width = Callback::new(move |()| {
        let drawn = drawn.get_untracked().filter(|_| !as_table.get_untracked());
        drawn.map_or(0.0, |drawn| drawn.get_bounding_client_rect().width().floor())
    });
    // A reader of paper, or of an article, has nothing to drag for.
    let shown_subtitle = move || {
        subtitle.with(|subtitle| match source.in_article || screen.printing.get() {
            true => without_drag_hint(subtitle).to_owned(),
            false => subtitle.clone(),
        })
    };
    // In an article's frame nothing stands above it.
    let heading = match source.in_article {
        true => view! { <h1>{finding}</h1> }.into_any(),
        false => view! { <h2>{finding}</h2> }.into_any(),
    };
    view! {
        <figure
            class=class
            class:is-saving=saving
            data-test=test
            node_ref=node
        >
            <figcaption>
                {heading}
                <p>{shown_subtitle}</p>
            </figcaption>
            <Show
                when=move || as_table.get()
                fallback=move || view! { <div node_ref=drawn>{children()}</div> }
            >
                <ChartTable table />
            </Show>
            {below.run()}
            <div class="tools">
                {controls.run()}
                <button
                    type="button"
                    class="text-button"
                    data-test="as-table"
                    aria-pressed=text(move || as_table.get().to_string())
                    on:click=move |_| source.toggle_table.run(own_id.get_value())
                >
                    {move || if as_table.get() { "Show as chart" } else { "Show as table" }}
                </button>
                <SaveMenu id file finding subtitle table draw width open=saving />
            </div>
        </figure>
    }
}
