//! The view: what all of its parts share, and the parts in their order.

use std::cell::RefCell;

use explorer::components::show::Show;
use explorer::components::tooltip::Tooltip;
use explorer::reactive::memo;
use js_sys::Function;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, File, HtmlElement};

use crate::carried::Carried;
use crate::opening::failure::Failure;
use crate::opening::mapping::MappingPanel;
use crate::opening::reading::ReadingProgress;
use crate::opening::source::Source;
use crate::opening::start::Start;
use crate::opening::template::Template;
use crate::opening::workbook::SheetChoice;
use crate::screen::provide_page_screen;
use crate::store::{FileStore, Stage, use_file_store};
use crate::table::FileTable;

/// The look of this view, beside the page's own style sheet.
const STYLE: &str = include_str!("style.css");

/// The view, once it was asked for.
#[derive(Clone)]
struct Mounted {
    /// The element that it fills.
    host: HtmlElement,
    /// `None` if the module is damaged.
    store: Option<FileStore>,
}

thread_local! {
    static MOUNTED: RefCell<Option<Mounted>> = const { RefCell::new(None) };
}

/// Puts the view into an element. It is made once: what is open stays open when the page shows the
/// view in another element later. `start_worker` starts a worker, given the countries.
pub fn mount(parent: &Element, carried: Carried, start_worker: Function) {
    let mounted = MOUNTED.with_borrow(Clone::clone).or_else(|| make(carried, start_worker));
    if let Some(mounted) = mounted {
        parent.replace_children_with_node_1(&mounted.host);
    }
}

fn make(carried: Carried, start_worker: Function) -> Option<Mounted> {
    console_error_panic_hook::set_once();
    let host = document().create_element("div").ok()?.dyn_into::<HtmlElement>().ok()?;
    leptos::mount::mount_to(host.clone(), {
        let host = host.clone();
        move || match FileStore::new(carried, start_worker) {
            Ok(store) => {
                MOUNTED.set(Some(Mounted { host, store: Some(store) }));
                provide_context(store);
                view! { <App /> }.into_any()
            }
            Err(words) => {
                MOUNTED.set(Some(Mounted { host, store: None }));
                view! { <p>{words}</p> }.into_any()
            }
        }
    })
    .forget();
    MOUNTED.with_borrow(Clone::clone)
}

/// Opens a file that was dropped onto the page.
pub fn open(file: File) {
    if let Some(store) = MOUNTED.with_borrow(|mounted| mounted.as_ref()?.store) {
        store.look(Source::of_file(file));
    }
}

/// All of the view.
#[component]
fn App() -> impl IntoView {
    let store = use_file_store();
    provide_page_screen();
    let is_open = memo(move || store.opened.with(Option::is_some));
    let on_its_way = move || match store.stage.get() {
        Stage::Idle => ().into_any(),
        Stage::Reading => view! { <ReadingProgress /> }.into_any(),
        Stage::Sheets(workbook) => view! { <SheetChoice workbook /> }.into_any(),
        Stage::Mapping(draft) => view! { <MappingPanel draft /> }.into_any(),
    };
    let words = move || match is_open.get() {
        true => "Another file takes the place of this one only once it is loaded.",
        false => {
            "Open a table of your own: visits, trainings, events. It gets the same kinds of charts \
             and filters as the records, and can be laid beside them."
        }
    };
    view! {
        <section class="own-file" class:own-opened=move || is_open.get() data-test="own-file">
            <style>{STYLE}</style>
            <div class="own-head">
                <h1>"Your own file"</h1>
                <p class="hint">{words}</p>
            </div>
            <Start />
            <Show when=move || !is_open.get()>
                <Template />
            </Show>
            <Failure />
            {on_its_way}
            {move || store.opened.get().map(|file| view! { <FileTable file /> })}
            <Tooltip />
        </section>
    }
}
