//! The application: its providers, its frame, and the page for the view.

mod date_facet;
mod description;
pub mod dropped;
mod embed;
mod facet_panel;
mod figure_source;
mod focus;
mod footer;
mod former_band;
mod frame;
mod header;
mod marked_words;
mod notices;
mod own_band;
pub mod own_link;
mod printed_link;
mod search_box;
pub mod share;
mod summary;
mod tour_band;
mod uncertain_key;
mod untouched;

use std::any::Any;
use std::cell::RefCell;
use std::hint::black_box;
use std::time::Duration;

use explorer_view::state::Page;
use leptos::ev;
use leptos::html;
use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::components::in_turn::InTurn;
use crate::components::tooltip::Tooltip;
use crate::hooks::use_screen::provide_screen;
use crate::hooks::use_theme::use_theme;
use crate::pages::chunk::{self, Loaders, Part};
use crate::reactive::{effect, memo};
use crate::records::{self, Damage, Records};
use crate::saved::provide_saved;
use crate::start::{next_task, provide_start};
use crate::store::Store;
use crate::{address, kept, life, position, timing, version};
use embed::EmbeddedChart;
use frame::Frame;
use header::Header;
use printed_link::PrintedLink;

/// Parses the records and mounts the page into the document's body; `loaders` load all pages but
/// the overview.
pub fn mount(loaders: Loaders) {
    reserve_memory();
    chunk::set_loaders(loaders);
    console_error_panic_hook::set_once();
    wasm_bindgen_futures::spawn_local(async {
        // The Wasm was instantiated in this one.
        next_task().await;
        mount_read(read(&address::fragment()).await).await;
    });
}

/// How much memory the overview takes, in bytes.
const MEMORY: usize = 8 << 20;

/// Grows the memory once. Otherwise it grows a hundred times by 64 kB, and each time the browser takes all of
/// it into another buffer: some 12 ms of the start.
fn reserve_memory() {
    drop(black_box(Vec::<u8>::with_capacity(MEMORY)));
}

/// Parses the records that a link asks for. Those of a reader's own file, if they are kept, come beside the open
/// dataset.
async fn read(link: &str) -> Result<records::Read, Damage> {
    if let Some(file) = own_link::file_of(link) {
        // A reader may have kept it in this browser.
        if let Some(text) = kept::load().await
            && records::take_own(text).is_ok_and(|own| own.hash != file.hash)
        {
            records::forget_own();
        }
        return records::read();
    }
    let Some(former) = version::asked(link) else { return records::read() };
    let text = version::load(former).await;
    let read = text
        .and_then(|text| records::read_former(former, &text).map_err(|damage| damage.to_string()));
    read.or_else(|reason| {
        version::miss(reason);
        records::read()
    })
}

/// Mounts the page with the records that are read. Each step is a task of its own: see [`crate::start`].
async fn mount_read(read: Result<records::Read, Damage>) {
    next_task().await;
    let records = match read {
        Ok(read) => records::keep(read).await.map(|records| records::own().unwrap_or(records)),
        Err(damage) => Err(damage),
    };
    if let Some(part) = records.as_ref().ok().and_then(|records| asked_part(records)) {
        // One that could not be loaded is told by the page.
        chunk::load(part).await;
    }
    next_task().await;
    mount_page(records);
}

/// The part of the Wasm that has the page for which the link asks; `None` if it is the first.
fn asked_part(records: &Records) -> Option<Part> {
    let (state, _) = explorer_view::hash::decode(&address::fragment(), &records.explorer);
    Part::of(&state.page)
}

/// The ids of what the HTML shows before the application: the header, and what follows.
const LOADING_HEAD: &str = "loading-head";
const LOADING: &str = "loading";

thread_local! {
    /// The mounted page: it goes with what is kept here.
    static MOUNTED: RefCell<Option<Box<dyn Any>>> = const { RefCell::new(None) };
}

fn mount_page(records: Result<&'static Records, Damage>) {
    let Some(body) = document().body() else { return };
    // What stood in the HTML makes room for each part in the same frame: here for the header. That goes with the
    // first view: of a browser that paints late, what was read first would not count.
    match element(LOADING_HEAD) {
        Some(head) if records.is_ok() && !embed::is_asked() => {
            _ = head.class_list().add_1("past");
        }
        _ => [LOADING_HEAD, LOADING].into_iter().for_each(remove),
    }
    let mounted = mount_to(body.clone(), move || {
        view! {
            <ErrorBoundary fallback=|errors| {
                view! { <Damaged errors /> }
            }>{records.map(|records| view! { <App records /> })}</ErrorBoundary>
        }
    });
    MOUNTED.set(Some(Box::new(mounted)));
    // What follows stands behind the header until the frame is there, which in a tab that nobody sees it is already.
    if let Some(loading) = element(LOADING) {
        _ = body.append_child(&loading);
    }
}

fn element(id: &str) -> Option<web_sys::Element> {
    document().get_element_by_id(id)
}

fn remove(id: &str) {
    if let Some(element) = element(id) {
        element.remove();
    }
}

/// Shows other records in the place of those that are shown: the page starts anew, at the view of the
/// address. What calls this is gone then, so it happens in a task of its own.
pub fn show(records: &'static Records) {
    // Browsers may tell of one step twice.
    let start = life::within(move || {
        address::flush();
        life::end();
        // The old page goes before the new one comes: both have the same window.
        drop(MOUNTED.take());
        mount_page(Ok(records));
        window().scroll_to_with_x_and_y(0.0, 0.0);
    });
    set_timeout(start, Duration::ZERO);
}

/// Takes over records of a reader's own file, and shows them.
///
/// # Errors
/// In words for the reader, if they are none.
pub fn take_own(text: String) -> Result<(), String> {
    address::flush();
    let records = records::take_own(text).map_err(|damage| damage.to_string())?;
    address::go_to(&own_link::first(records));
    show(records);
    Ok(())
}

#[component]
fn App(records: &'static Records) -> impl IntoView {
    let theme = use_theme();
    provide_context(theme);
    let screen = provide_screen(theme.palette.into(), theme.printing.into());
    let store = Store::new(records, embed::is_asked());
    provide_context(store);
    let start = provide_start(store.embedded);
    start.when_over(|| timing::after_paint(timing::mark_ready));
    start.when_over(|| remove(LOADING_HEAD));
    start.when_complete(|| timing::after_paint(timing::mark_complete));
    figure_source::provide(store);
    // What a tip says is of the view before.
    effect(move || {
        store.state.track();
        if screen.tip.with_untracked(Option::is_some) {
            screen.tip.set(None);
        }
    });
    if store.embedded {
        return view! { <EmbeddedChart /> <Tooltip /> }.into_any();
    }
    provide_saved();
    address::follow(store);
    description::follow(store);
    position::follow();
    dropped::follow(store);
    start.when_over(move || {
        chunk::when_there(&store.page.get_untracked(), || _ = position::restore());
    });
    // The first view comes first.
    start.when_over(|| {
        timing::after_paint(|| wasm_bindgen_futures::spawn_local(chunk::load(Part::Pages)));
    });
    untouched::show_all(&start);
    let main = NodeRef::<html::Main>::new();
    marked_words::follow(store, main, &start);
    start.go_on();
    focus::follow(store, main);
    // The link's target is a place on this page, not a view: the address stays as it is.
    let skip = move |event: ev::MouseEvent| {
        event.prevent_default();
        if let Some(main) = main.get_untracked() {
            _ = main.focus();
        }
    };
    let is_wide = memo(move || store.page.with(Page::is_wide));
    effect(move || {
        let is_wide = is_wide.get();
        if let Some(root) = document().document_element() {
            _ = root.class_list().toggle_with_force("wide-page", is_wide);
        }
    });
    view! {
        <a class="skip" href="#main" on:click=skip>"Skip to the content"</a>
        <PrintedLink />
        <Header />
        <InTurn>
            <Frame main />
        </InTurn>
        <Tooltip />
    }
    .into_any()
}

/// What is said in place of the page if it cannot be shown.
#[component]
fn Damaged(
    /// Why not.
    errors: ArcRwSignal<Errors>,
) -> impl IntoView {
    let words = move || {
        let errors = errors.get().into_iter().map(|(_, error)| error.to_string());
        errors.collect::<Vec<_>>().join(" ")
    };
    view! {
        <main class="fatal">
            <h1>"The dataset inside this page is damaged"</h1>
            <p>{words}</p>
            <p>"Reload the page; if this stays, the copy that you opened is incomplete."</p>
        </main>
    }
}
