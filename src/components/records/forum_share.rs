//! How much of each year took place around the Lianyungang forum.

use explorer_dataset::date::PartialDate;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::measure::Measure;
use explorer_number::{grouped, percent};
use explorer_view::chart::Chart;
use explorer_view::forum_share::{AROUND, YearShare, by_year, finding, other_counts};
use explorer_view::sentence::range_words;
use explorer_view::state::Page;
use leptos::html;
use leptos::prelude::*;

use super::links::records_of;
use super::select_item::select_item;
use crate::components::item_chart::{Item, ItemAction, ItemChart, ItemForm, Items};
use crate::hooks::use_screen::use_screen;
use crate::reactive::memo;
use crate::store::{Store, use_store};

/// The share of the interactions of each year.
#[component]
pub fn ForumShare() -> impl IntoView {
    let node = NodeRef::<html::Figure>::new();
    let store = use_store().in_sight(use_screen(), node);
    let shares = memo(move || {
        let base = store.base.get();
        store.outcome.with(|outcome| by_year(store.explorer, &base, outcome))
    });
    let items = memo(move || {
        let range = store.scope.with(|scope| scope.range);
        shares.with(|shares| items(shares, range))
    });
    let below = move || {
        view! {
            <ShareLinks store shares />
            <OtherCounts store />
            <p class="hint">
                "The paper: 49 meetings of the ministry around the forum of 2024, close to 40% of that \
                year\u{2019}s interactions. "
                <a href=store.link(Page::Paper("figure-6".to_owned()))>
                    "Figure 6 of the paper"
                </a>
            </p>
        }
    };
    view! { <ItemChart chart=Chart::ForumShare items on_select=select_item(store) node below /> }
}

fn items(shares: &[YearShare], range: DateRange) -> Items {
    Items {
        finding: finding(shares),
        subtitle: format!(
            "Interactions from {AROUND} days before to {AROUND} days after the forum, or in its month if no day is \
             known; pale bars: the whole year. Ignores the date filter"
        ),
        headings: ("Year", "Around the forum"),
        all: "the year",
        form: ItemForm::Bars,
        items: shares.iter().map(|share| item(share, range)).collect(),
    }
}

fn item(share: &YearShare, range: DateRange) -> Item {
    let YearShare { around, sideline, all, .. } = *share;
    let year = PartialDate::from_year(share.year);
    let whole = ("In the whole year".to_owned(), grouped(all));
    let lines = match share.days {
        Some(days) => {
            let words = range_words(days).unwrap_or_default();
            vec![
                ("Around the forum".to_owned(), grouped(around)),
                ("Of these, held beside it".to_owned(), grouped(sideline)),
                whole,
                ("Days".to_owned(), words),
            ]
        }
        None => vec![whole],
    };
    let days = share.days.unwrap_or_else(|| DateRange::new(year, year));
    Item {
        value: share.year.to_string(),
        count: around,
        total: all,
        label: match share.days {
            Some(_) => format!("{} · {}", share.year, percent(around, all)),
            None => format!("{} · session not covered", share.year),
        },
        lines,
        action: ItemAction::Range(days),
        standing: if range == days { Standing::Included } else { Standing::Free },
        in_table: true,
        words: share.days.is_none().then_some(""),
    }
}

/// The other ways to count the forum of 2024, in one sentence with the ways to their records.
#[component]
fn OtherCounts(store: Store) -> impl IntoView {
    let links = move || {
        let counts = store.scope.with(|scope| other_counts(store.explorer, scope));
        let links = counts.into_iter().map(|other| {
            let events = (grouped(other.events), Measure::Events.noun(other.events));
            let count =
                (grouped(other.interactions), Measure::Interactions.noun(other.interactions));
            let words = format!("{} {} in {} {}", count.0, count.1, events.0, events.1);
            view! {
                <span>
                    " "
                    <a
                        href=records_of(store, &other.filters)
                        data-test="other-count"
                        data-count=other.interactions.to_string()
                    >
                        {words}
                    </a>
                    {format!(" {}.", other.words)}
                </span>
            }
        });
        links.collect_view()
    };
    view! { <p class="hint">"2024, counted in other ways:" {links}</p> }
}

/// The ways to the records behind the numbers.
#[component]
fn ShareLinks(store: Store, shares: Memo<Vec<YearShare>>) -> impl IntoView {
    let link = move |test: &'static str, filters: Filters, count: u32, words: String| {
        view! {
            <a href=records_of(store, &filters) data-test=test data-count=count.to_string()>
                {words}
            </a>
        }
    };
    let links = move || {
        let scope = store.scope.get();
        let mut is_first = true;
        let mut links = Vec::new();
        for share in shares.get() {
            let Some(filters) = share.around_link(&scope) else { continue };
            let between = if is_first { "" } else { " · " };
            is_first = false;
            let words = format!("{} around {}", grouped(share.around), share.year);
            let around = link("share-link", filters, share.around, words);
            let beside = share.sideline_link(&scope).filter(|_| share.sideline > 0);
            let beside = beside.map(|filters| {
                let words = format!("{} beside it", grouped(share.sideline));
                (", ", link("sideline-link", filters, share.sideline, words))
            });
            links.push((between, around, beside));
        }
        links
    };
    view! { <p class="hint">"Their records: " {links}</p> }
}
