//! One facet: its values with counts under the other filters; include, only, exclude.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use super::listen::{listen_to, under};
use super::markup::{Filled, Markup, el, live};
use super::signal::Signal;
use super::store::Store;
use super::switch::button;
use explorer_chart::AgencyTint;
use explorer_explore::dictionary::{Code, Entry};
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Selection, Standing};
use explorer_explore::measure::Measure;
use explorer_explore::search::{Search, fold};
use explorer_number::grouped;
use explorer_view::ranking::list_order;

/// Values shown before a reader asks for more, and the length from which a facet is searchable.
const FIRST: usize = 6;

/// A facet's values.
pub fn facet_list(store: Store, facet: Facet) -> Element {
    let all = Signal::new(false);
    let wanted = Signal::new(String::new());
    let list = el("ul").build();
    let mut rows = Rows::default();
    let section = live("section", move |section| {
        let (all, wanted) = (all.get(), wanted.get());
        let searching = !wanted.trim().is_empty();
        let outcome = store.settled.get();
        store.filters.with(|filters| {
            let selection = filters.selection(facet);
            rows.make(&list, store, facet, selection);
            let count = rows.codes.len();
            let long = count > FIRST + 2;
            let search = Search::new(&wanted);
            rows.update(&list, outcome.facet(facet), selection, |at, text| {
                if searching { search.matches(text) } else { all || !long || at < FIRST }
            });
            section
                .class("facet")
                .attr("data-test", format!("facet-{}", facet.key()))
                .attr("aria-labelledby", title_id(facet))
                .child(head(facet, selection))
                .child(search_field(facet).flag("hidden", !long))
                .kept(list.clone())
                .children((long && !searching).then(|| more(count - FIRST, all)))
        })
    });
    listen_to(&section, &["click", "input"], move |event| {
        if event.type_() == "input" {
            wanted.set(event_target_value(&event));
            return;
        }
        match under(&event, "data-act").as_deref() {
            Some("more") => all.update(|all| *all = !*all),
            Some(_) => store.filter(|filters| filters.clear(facet)),
            None => choose(store, facet, &event),
        }
    });
    section
}

/// A click on a value or on what is beside it.
fn choose(store: Store, facet: Facet, event: &Event) {
    let exclude = event.unchecked_ref::<MouseEvent>().alt_key();
    store.filter(|filters| {
        if let Some(id) = under(event, "data-only") {
            filters.toggle_only(facet, &id);
        } else if let Some(id) = under(event, "data-exclude") {
            filters.toggle_exclude(facet, &id);
        } else if let Some(id) = under(event, "data-value") {
            match exclude {
                true => filters.toggle_exclude(facet, &id),
                false => filters.toggle_include(facet, &id),
            }
        }
    });
}

fn head(facet: Facet, selection: &Selection) -> Markup {
    let title = el("h3").attr("id", title_id(facet)).text(facet.title());
    let head = el("div").class("facet-head").child(title);
    if selection.is_empty() {
        return head;
    }
    let label = format!("Clear the filter {}", facet.title());
    head.child(button("clear").class("text-button").attr("aria-label", label).text("Clear"))
}

fn search_field(facet: Facet) -> Markup {
    el("input")
        .attr("type", "search")
        .class("facet-search")
        .attr("data-test", "facet-search")
        .attr("autocomplete", "off")
        .attr("placeholder", "Find")
        .attr("aria-label", format!("Find in {}", facet.title()))
}

fn more(hidden: usize, open: bool) -> Markup {
    button("more")
        .class("text-button")
        .attr("data-test", "facet-more")
        .attr("aria-expanded", if open { "true" } else { "false" })
        .text(if open { "Show fewer".to_owned() } else { format!("Show {hidden} more") })
}

fn title_id(facet: Facet) -> String {
    format!("facet-{}-title", facet.key())
}

/// The values that some record has, and those that are chosen.
fn codes(store: Store, facet: Facet, selection: &Selection) -> Vec<Code> {
    let exists = store.explorer.totals(Measure::Interactions).facet(facet);
    let dictionary = store.explorer.table().dictionary(facet);
    let keep = |code: &Code| {
        let chosen = || {
            let entry = dictionary.entry(*code);
            entry.is_some_and(|entry| selection.standing(&entry.id) != Standing::Free)
        };
        exists.get(usize::from(*code)).is_some_and(|count| *count > 0) || chosen()
    };
    list_order(store.explorer, facet).into_iter().filter(keep).collect()
}

/// The rows of a list. One effect brings all of them up to date: the page has some two hundred,
/// and each follows every step of a brush.
#[derive(Default)]
struct Rows {
    /// What was chosen when they were made.
    chosen: Option<Selection>,
    codes: Vec<Code>,
    entries: Vec<Entry>,
    /// What a reader can find a value by, folded.
    texts: Vec<String>,
    states: Vec<Option<State>>,
}

impl Rows {
    /// Makes the rows anew if the values have changed: only when one without records is chosen.
    fn make(&mut self, list: &Element, store: Store, facet: Facet, selection: &Selection) {
        if self.chosen.as_ref() == Some(selection) {
            return;
        }
        self.chosen = Some(selection.clone());
        let codes = codes(store, facet, selection);
        if self.codes == codes && !self.states.is_empty() {
            return;
        }
        let dictionary = store.explorer.table().dictionary(facet);
        self.entries = codes.iter().filter_map(|&code| dictionary.entry(code).cloned()).collect();
        self.codes = codes;
        let text = |e: &Entry| fold(&format!("{} {} {}", e.label, e.note, e.id));
        self.texts = self.entries.iter().map(text).collect();
        self.states = vec![None; self.entries.len()];
        list.set_text_content(None);
        let rows = self.entries.iter().map(|entry| row(facet, entry)).collect();
        Filled::default().fill(list, rows);
    }

    /// `counts` by code; `listed` says of a position and its text whether the row is shown.
    fn update(
        &mut self,
        list: &Element,
        counts: &[u32],
        selection: &Selection,
        listed: impl Fn(usize, &str) -> bool,
    ) {
        let largest = counts.iter().copied().max().unwrap_or(0);
        let mut row = list.first_element_child();
        for (at, (entry, before)) in self.entries.iter().zip(&mut self.states).enumerate() {
            let Some(element) = row else { return };
            let standing = selection.standing(&entry.id);
            let code = self.codes.get(at).copied().map(usize::from);
            let now = State {
                count: code.and_then(|code| counts.get(code)).copied().unwrap_or(0),
                largest,
                standing,
                shown: standing != Standing::Free || listed(at, &self.texts[at]),
            };
            if *before != Some(now) {
                now.apply(*before, &element);
                *before = Some(now);
            }
            row = element.next_element_sibling();
        }
    }
}

/// The parts of a row that stay. [`State::apply`] knows their order.
fn row(facet: Facet, entry: &Entry) -> Markup {
    let agency = if facet == Facet::Agency { AgencyTint::of(&entry.id) } else { AgencyTint::Rest };
    let tint = match agency {
        AgencyTint::Mps => "--bar:var(--mps)",
        AgencyTint::Cplc => "--bar:var(--cplc)",
        AgencyTint::Mss => "--bar:var(--mss)",
        AgencyTint::Rest => "",
    };
    let button = || el("button").attr("type", "button");
    let value = button()
        .class("value")
        .attr("data-value", entry.id.as_str())
        .attr("title", entry.note.as_str())
        .child(el("i").class("check"))
        .child(el("span").class("label").text(entry.label.as_str()))
        .text(" ")
        .child(el("span").class("count"))
        .child(el("i").class("fill"))
        .child(el("span").class("unseen"));
    let acts = el("span")
        .class("acts")
        .child(
            button()
                .attr("data-only", entry.id.as_str())
                .attr("aria-label", format!("only {}", entry.label))
                .text("only"),
        )
        .child(
            button()
                .attr("data-exclude", entry.id.as_str())
                .attr("aria-label", format!("not {}", entry.label))
                .text("not"),
        );
    el("li").attr("style", tint).child(value).child(acts)
}

/// What a value's row shows.
#[derive(Clone, Copy, PartialEq)]
struct State {
    count: u32,
    largest: u32,
    standing: Standing,
    shown: bool,
}

impl State {
    /// Brings the row from `before` to this state, touching only what differs and is in sight:
    /// there are some two hundred rows, and most of them are folded away.
    fn apply(self, before: Option<Self>, row: &Element) {
        let Some(button) = row.first_element_child() else { return };
        let standing = match self.standing {
            Standing::Free => "free",
            Standing::Included => "included",
            Standing::Excluded => "excluded",
        };
        let flag = |on: bool| if on { "true" } else { "false" };
        let set = |element: &Element, name: &str, value: &str| {
            _ = element.set_attribute(name, value);
        };
        set(&button, "data-count", &self.count.to_string());
        if before.map(|b| b.standing) != Some(self.standing) {
            set(row, "data-state", standing);
            set(&button, "data-state", standing);
            set(&button, "aria-pressed", flag(self.standing == Standing::Included));
            let acts = row.last_element_child().and_then(|acts| acts.last_element_child());
            if let Some(exclude) = acts {
                set(&exclude, "aria-pressed", flag(self.standing == Standing::Excluded));
            }
        }
        if before.map(|b| b.shown) != Some(self.shown) {
            _ = row.toggle_attribute_with_force("hidden", !self.shown);
        }
        // A hidden row is brought up to date when it is shown.
        let seen = before.filter(|b| b.shown);
        if !self.shown {
            return;
        }
        let parts = button.children();
        if seen.map(|b| b.standing) != Some(self.standing)
            && let Some(said) = parts.item(4)
        {
            said.set_text_content(Some(said_of(self.standing)));
        }
        if seen.map(|b| b.count) != Some(self.count) {
            _ = row.class_list().toggle_with_force("zero", self.count == 0);
            if let Some(count) = parts.item(2) {
                count.set_text_content(Some(&grouped(self.count)));
            }
        }
        if seen.map(|b| (b.count, b.largest)) != Some((self.count, self.largest))
            && let Some(fill) = parts.item(3)
        {
            // Whole per mille: a bar is some 230 pixels long, and formatting a float costs bytes.
            let share = u64::from(self.count) * 1000 / u64::from(self.largest.max(1));
            set(&fill, "style", &format!("transform:scaleX({share}e-3)"));
        }
    }
}

/// What the struck-through label tells the eye, for screen readers.
fn said_of(standing: Standing) -> &'static str {
    if standing == Standing::Excluded { ", excluded" } else { "" }
}
