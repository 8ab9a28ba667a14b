//! What is in view, in words and three numbers; the filters as chips; the measure.

use web_sys::Element;

use super::listen::on_act;
use super::markup::{Markup, el, live};
use super::share::share;
use super::store::{Step, Store};
use super::switch::{button, switch};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;
use explorer_view::sentence::{chips, filter_words, label, summary_words};
use explorer_view::state::Page;

/// The bar that stays in sight above the charts and the records.
pub fn summary(store: Store) -> Element {
    let act = move |act: &str| match act {
        "filters" => store.sheet.set(true),
        "reset" => store.filter(|filters| *filters = Filters::default()),
        _ => match Measure::ALL.into_iter().find(|measure| measure.id() == act) {
            Some(measure) => store.change(Step::Push, |state| state.measure = measure),
            None => remove_chip(store, act),
        },
    };
    let share = share(store);
    let bar = live("section", move |bar| {
        let filtered = store.state.with(|state| state.page.is_filtered());
        bar.class(if filtered { "summary" } else { "summary quiet" })
            .attr("aria-label", "What is in view")
            .child(sentence(store))
            .children(controls(store, share.clone()))
    });
    on_act(&bar, act);
    bar
}

fn sentence(store: Store) -> Markup {
    let numbers = store.outcome.with(|outcome| outcome.summary);
    let words = store.scope.with(|filters| filter_words(store.explorer, filters));
    let mut told = el("span").class("numbers");
    for word in summary_words(numbers).split(' ') {
        let number = word.starts_with(|c: char| c.is_ascii_digit());
        told = if number { told.child(el("b").text(word)) } else { told.text(word) }.text(" ");
    }
    el("p")
        .class("sentence")
        .attr("data-test", "summary")
        .attr("data-interactions", numbers.interactions.to_string())
        .attr("data-events", numbers.events.to_string())
        .attr("data-countries", numbers.countries.to_string())
        .attr("aria-live", "polite")
        .child(el("span").class("words").text(format!("{words}: ")))
        .child(told)
}

fn controls(store: Store, share: Element) -> Vec<Markup> {
    let measures =
        [("interactions", "Interactions"), ("events", "Events"), ("countries", "Countries")];
    let measure = store.state.with(|state| state.measure.id());
    let chips = store.filters.with(|filters| chips(store.explorer, filters));
    let filters =
        if chips.is_empty() { "Filters".to_owned() } else { format!("Filters ({})", chips.len()) };
    let count = el("span")
        .class("control")
        .child(el("span").class("control-name").text("Count"))
        .child(switch("measure", "What the charts count", &measures, measure));
    let opener = button("filters").class("open-filters").attr("data-test", "open-filters");
    let has_facets = store.state.with(|state| state.page.has_facets());
    let bar = el("div")
        .class("controls")
        .child(count)
        .children(has_facets.then(|| opener.text(filters)))
        .kept(share);
    if chips.is_empty() {
        // The row is always there: a first filter must not push the charts down.
        let hint = if has_facets {
            "Click a bar, drag over the timeline or choose in the list to filter."
        } else if store.outcome.with(|outcome| outcome.summary.interactions > 0) {
            "Click a bar or drag over the timeline to filter."
        } else {
            ""
        };
        return vec![bar, el("p").class("chips hint").text(hint)];
    }
    let mut list = el("ul").class("chips").attr("aria-label", "Active filters");
    for (at, chip) in chips.into_iter().enumerate() {
        let (class, label) = match chip.excluded {
            true => ("chip excluded", format!("not {}", chip.label)),
            false => ("chip", chip.label),
        };
        let remove = button(at.to_string())
            .attr("aria-label", format!("Remove the filter {}: {label}", chip.kind))
            .text("×");
        let chip = el("li").class(class).attr("data-test", "chip").attr("title", chip.kind);
        list = list.child(chip.child(el("span").text(label)).child(remove));
    }
    let reset =
        button("reset").class("text-button").attr("data-test", "reset").text("Reset all filters");
    let profile = profile(store).map(|link| el("li").child(link));
    vec![bar, list.child(el("li").child(reset)).children(profile)]
}

/// The way to the profile of the only country or organization that is filtered for.
fn profile(store: Store) -> Option<Markup> {
    let only = |facet: Facet| {
        store.filters.with(|filters| {
            let mut included = filters.selection(facet).included().iter();
            included.next().filter(|_| included.next().is_none()).cloned()
        })
    };
    let country = only(Facet::Country).map(|iso3| (Facet::Country, Page::Country(iso3)));
    let organization =
        || only(Facet::Organization).map(|id| (Facet::Organization, Page::Organization(id)));
    let (facet, page) = country.or_else(organization)?;
    let (_, id) = page.subject()?;
    let words = format!("Profile of {}", label(store.explorer, facet, id));
    let link = el("a").class("text-button").attr("data-test", "open-profile");
    Some(link.attr("href", store.link_to(page)).text(words))
}

fn remove_chip(store: Store, act: &str) {
    let chips = store.filters.with_untracked(|filters| chips(store.explorer, filters));
    if let Some(chip) = act.parse().ok().and_then(|at: usize| chips.into_iter().nth(at)) {
        store.filter(|filters| *filters = chip.without);
    }
}
