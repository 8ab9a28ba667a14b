//! A figure or table of the paper: what it shows, the same from the open dataset, how far that
//! reaches, and why the two differ.

use web_sys::Element;

use super::{name, numbers, section_of, tables};
use crate::ui::bar_figure::bar_figure;
use crate::ui::forums::{sessions, share};
use crate::ui::map::map_figure;
use crate::ui::markup::{Markup, el, live};
use crate::ui::store::Store;
use crate::ui::timeline_figure::timeline_figure;
use explorer_dataset::paper::Exhibit;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_view::chart::Chart;
use explorer_view::hash::{decode, encode};
use explorer_view::layer::Layer;
use explorer_view::published::compare;
use explorer_view::state::ViewState;

/// A section of the page.
pub(super) fn section(store: Store, exhibit: &'static Exhibit) -> Element {
    let view = decode(&exhibit.view, store.explorer).0;
    let within = store.within(view.filters.clone());
    let told = |what: &str, text: &str| [el("dt").text(what), el("dd").text(text)];
    let words = el("dl")
        .children(told("In the paper", &exhibit.what_it_shows))
        .children(told("Here", &exhibit.here))
        .children(told("Why they differ", &exhibit.differs));
    let drawn = el("div").class("exhibit-drawn").all_kept(drawing(store, within, exhibit, &view));
    let text = el("div")
        .class("exhibit-text")
        .child(el("p").class("kicker").text(name(&exhibit.id)))
        .child(el("h2").text(exhibit.title.as_str()))
        .child(words)
        .kept(live("p", move |place| place.child(open(within, &view))));
    let drawn = drawn.child(coverage(store, exhibit));
    section_of(&exhibit.id).child(text).child(drawn).build()
}

/// The same in the explorer, with the reader's filters.
fn open(store: Store, view: &ViewState) -> Markup {
    let mut state = store.state.with(|state| state.on(view.page.clone()));
    state.filters = store.scope.get();
    state.layer = view.layer.clone();
    el("a")
        .class("text-button")
        .attr("data-test", "open-in-explorer")
        .attr("href", encode(&state))
        .text("Open in the explorer")
}

/// What is drawn in the exhibit's place. What is about more than the exhibit's filters, such as
/// other years, is drawn for the page as a `whole`.
fn drawing(whole: Store, store: Store, exhibit: &Exhibit, view: &ViewState) -> Vec<Element> {
    let layer = || view.layer.clone();
    match exhibit.id.as_str() {
        "figure-1" => vec![timeline_figure(store, Chart::Figure(1))],
        "figure-2" => vec![map_figure(store, Chart::Figure(2), Some(layer()))],
        "figure-3" => vec![small_multiples(store)],
        "figure-4" => vec![map_figure(store, Chart::Figure(4), Some(layer()))],
        "figure-5" => vec![map_figure(store, Chart::Figure(5), Some(layer()))],
        "figure-6" => vec![share(whole)],
        "figure-7" => vec![sessions(whole, None)],
        "figure-8" => vec![timeline_figure(store, Chart::Figure(8))],
        "figure-9" => {
            let chart = (Chart::Figure(9), Facet::Region);
            vec![bar_figure(store, chart, 13, "by region of the counterpart", "Region")]
        }
        "table-1" => vec![tables::agencies(store)],
        "table-2" => vec![tables::countries(store)],
        "table-3" => vec![tables::leaders(store)],
        _ => Vec::new(),
    }
}

/// A map per agency, side by side.
fn small_multiples(store: Store) -> Element {
    let agencies = store.explorer.table().dictionary(Facet::Agency).entries();
    let maps = agencies.iter().zip(0..3).map(|(agency, at)| {
        let mut base = Filters::default();
        base.set(Facet::Agency, &agency.id, Standing::Included);
        let map = map_figure(store.within(base), Chart::Reach(at), Some(Layer::Measure));
        el("div").child(el("h3").text(agency.label.as_str())).kept(map).build()
    });
    el("div").class("multiples").all_kept(maps).build()
}

/// How far the open dataset reaches: the paper's numbers that the exhibit rests on.
fn coverage(store: Store, exhibit: &Exhibit) -> Markup {
    let numbers: Vec<_> = exhibit
        .numbers
        .iter()
        .filter_map(|id| store.explorer.dataset().published_number(id))
        .map(|number| compare(store.explorer, number))
        .collect();
    let place = el("div").attr("data-test", "coverage");
    if numbers.is_empty() {
        return place
            .class("hint")
            .text("Coverage: none. The dataset holds nothing that this figure counts.");
    }
    place.child(numbers::table(
        &format!("{}: how far the open data reach", name(&exhibit.id)),
        &numbers,
        false,
    ))
}
