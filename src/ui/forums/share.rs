//! How much of each year took place around the Lianyungang forum.

use web_sys::Element;

use crate::ui::items::{Act, Form, Item, Items, item_figure};
use crate::ui::markup::{Markup, el};
use crate::ui::store::Store;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_number::{grouped, percent};
use explorer_view::chart::Chart;
use explorer_view::finding::NOTHING;
use explorer_view::forum_share::{AROUND, YearShare, by_year};
use explorer_view::hash;
use explorer_view::sentence::range_words;
use explorer_view::state::Page;

/// The share of the interactions of each year.
pub fn share(store: Store) -> Element {
    item_figure(store, Chart::ForumShare, |store, _| items(store))
}

fn items(store: Store) -> Items {
    let scope = store.scope.get();
    let shares = store.outcome.with(|outcome| by_year(store.explorer, outcome));
    let range = scope.range;
    let items = shares.iter().map(|share| {
        let year = explorer_dataset::date::PartialDate::from_year(share.year);
        let days = share.days.unwrap_or_else(|| DateRange::new(year, year));
        let YearShare { around, sideline, all, .. } = *share;
        let days_words = share.days.and_then(range_words);
        let mut lines = vec![
            ("Around the forum".to_owned(), grouped(around)),
            ("Of these, held beside it".to_owned(), grouped(sideline)),
            ("In the whole year".to_owned(), grouped(all)),
        ];
        lines.extend(days_words.map(|words| ("Days".to_owned(), words)));
        Item {
            value: share.year.to_string(),
            count: around,
            total: all,
            label: match share.days {
                Some(_) => format!("{} · {}", share.year, percent(around, all)),
                None => format!("{} · no session", share.year),
            },
            lines,
            act: Act::Range(days),
            standing: if range == days { Standing::Included } else { Standing::Free },
            in_table: true,
        }
    });
    let top = shares.iter().filter(|share| share.around > 0).max_by(|a, b| {
        let left = u64::from(a.around) * u64::from(b.all);
        left.cmp(&(u64::from(b.around) * u64::from(a.all)))
    });
    let finding = match top {
        Some(top) => format!(
            "In {}, {} of the interactions took place around the Lianyungang forum: {} of {}",
            top.year,
            percent(top.around, top.all),
            grouped(top.around),
            grouped(top.all)
        ),
        None => NOTHING.to_owned(),
    };
    Items {
        finding,
        subtitle: format!(
            "Interactions dated from {AROUND} days before to {AROUND} days after the forum, or to its month alone; \
             pale bars: all of the year; the date filter does not count"
        ),
        headings: ("Year", "Around the forum"),
        all: "the year",
        form: Form::Bars,
        items: items.collect(),
        below: vec![links(store, &scope, &shares), paper(store)],
        controls: Vec::new(),
    }
}

/// The ways to the records behind the numbers.
fn links(store: Store, scope: &Filters, shares: &[YearShare]) -> Markup {
    let records = store.state.with(|state| state.on(Page::Records));
    let link = |test: &'static str, filters: Filters, count: u32, words: String| {
        let mut state = records.clone();
        state.filters = filters;
        el("a")
            .attr("href", hash::encode(&state))
            .attr("data-test", test)
            .attr("data-count", count.to_string())
            .text(words)
    };
    let mut line = el("p").class("hint").text("Their records: ");
    let mut first = true;
    for share in shares {
        let Some(filters) = share.around_link(scope) else { continue };
        let words = format!("{} around {}", grouped(share.around), share.year);
        let between = if first { "" } else { " · " };
        first = false;
        line = line.text(between).child(link("share-link", filters, share.around, words));
        if let Some(filters) = share.sideline_link(scope).filter(|_| share.sideline > 0) {
            let words = format!("{} beside it", grouped(share.sideline));
            line = line.text(", ").child(link("sideline-link", filters, share.sideline, words));
        }
    }
    line
}

fn paper(store: Store) -> Markup {
    let link = el("a")
        .attr("href", store.link_to(Page::Paper("figure-6".to_owned())))
        .text("Figure 6 of the paper");
    el("p").class("hint").text("For comparison, ").child(link).text(
        ": 49 high-level meetings of the ministry around the forum of 2024, close to 40\u{a0}% \
             of that year\u{2019}s interactions.",
    )
}
