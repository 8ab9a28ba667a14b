//! Two selections side by side: what they have, by how much they differ, and what both have.

mod columns;
mod figures;
mod half_card;
mod half_map;
mod model;
mod period_row;
mod presets;
mod records;
mod remove_button;
mod selection;
mod value_row;

use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;
use explorer_view::compare::difference::{difference, reservations};
use explorer_view::compare::facet_pairs::is_chosen;
use explorer_view::compare::pair::Half;
use explorer_view::compare::preset::Preset;
use leptos::prelude::*;

use self::columns::ComparedColumns;
use self::figures::ComparedFigure;
use self::half_card::HalfCard;
use self::half_map::{HalfMap, MapsLegend};
use self::model::{CompareModel, Part};
use self::presets::Presets;
use self::records::ComparedRecords;
use self::selection::Selection;
use crate::components::in_turn::InTurn;
use crate::components::keyed_items::KeyedItems;
use crate::components::show::Show;
use crate::reactive::{memo, text};
use crate::store::use_store;

/// Two selections side by side.
#[component]
pub fn ComparePage() -> impl IntoView {
    let store = use_store();
    let model = CompareModel::new(store);
    provide_context(model);
    let CompareModel { pair, comparison, .. } = model;
    let is_chosen = memo(move || pair.with(|pair| !pair.is_empty()));
    let some = memo(move || comparison.with(|comparison| comparison.counts() != [0, 0]));
    let words =
        move || pair.with(|pair| comparison.with(|it| difference(store.explorer, pair, it)));
    let said = memo(move || {
        let mut said = comparison.with(|it| reservations(store.explorer, it));
        let note = pair.with(|pair| Preset::ZeroCovid.is_of(store.explorer, pair));
        said.extend(note.then(|| Preset::ZeroCovid.note()).flatten().map(str::to_owned));
        said
    });
    view! {
        <article class="compare">
            <header>
                <Show
                    when=move || is_chosen.get()
                    fallback=|| view! {
                        <h2>"Compare two selections"</h2>
                        <p>
                            "Begin with one of these, or choose filters for A and for B: officials, agencies, countries, periods, or anything that the records can be filtered by. What is chosen for both applies to each side."
                        </p>
                    }
                >
                    <h2
                        data-test="difference"
                        data-value=text(move || {
                            comparison.with(|it| it.difference().to_string())
                        })
                    >
                        {text(words)}
                    </h2>
                </Show>
                <Presets />
            </header>
            <div class="halves">
                <HalfCard half=Half::A />
                <HalfCard half=Half::B />
                <section class="half both" data-test="compare-both">
                    <h3>"Both sides"</h3>
                    <p class="hint">"What is chosen here applies to A and to B."</p>
                    <Selection part=Part::Both />
                </section>
            </div>
            <Show when=move || is_chosen.get()>
                <ul class="reservations" data-test="reservations">
                    <KeyedItems items=said key=String::clone let:words>
                        <li>{words}</li>
                    </KeyedItems>
                </ul>
            </Show>
            <Show when=move || is_chosen.get() && some.get()>
                <Charts />
                <ComparedRecords />
            </Show>
        </article>
    }
}

/// The charts of both halves: over time, on the map, by facet.
#[component]
fn Charts() -> impl IntoView {
    let CompareModel { pair, comparison, .. } = expect_context();
    let maps = memo(move || {
        // One country each is no map.
        pair.with(|pair| !is_chosen(pair, Facet::Country))
            && comparison.with(|it| it.halves.iter().any(|half| half.outcome.summary.countries > 1))
    });
    let charts = Chart::COMPARED.into_iter().filter_map(|chart| Some((chart, chart.facet()?)));
    let charts = charts.map(|(chart, facet)| {
        // What tells the halves apart has nothing to compare, and one value alone no more than the
        // whole.
        let shown = memo(move || {
            pair.with(|pair| !is_chosen(pair, facet))
                && comparison.with(|it| {
                    let [a, b] = [0, 1].map(|at: usize| it.halves[at].outcome.facet(facet).iter());
                    a.zip(b).filter(|(a, b)| **a + **b > 0).nth(1).is_some()
                })
        });
        view! {
            <InTurn>
                <Show when=move || shown.get()>
                    <ComparedFigure chart facet />
                </Show>
            </InTurn>
        }
    });
    view! {
        <div class="charts">
            <ComparedColumns />
            <Show when=move || maps.get()>
                <div class="maps">
                    <HalfMap half=Half::A />
                    <HalfMap half=Half::B />
                    <MapsLegend />
                </div>
            </Show>
            {charts.collect_view()}
        </div>
    }
}

/// A chart of a comparison without the rest of the page; `None` if it has no such chart.
pub fn compared_alone(chart: Chart) -> Option<AnyView> {
    match chart {
        Chart::ComparedTime => Some(view! { <ComparedColumns /> }.into_any()),
        Chart::ComparedMap(0) => {
            Some(view! { <HalfMap half=Half::A with_legend=true /> }.into_any())
        }
        Chart::ComparedMap(_) => {
            Some(view! { <HalfMap half=Half::B with_legend=true /> }.into_any())
        }
        Chart::Compared(facet) => Some(view! { <ComparedFigure chart facet /> }.into_any()),
        _ => None,
    }
}
