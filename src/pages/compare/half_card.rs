//! A side of the comparison: its numbers, its filters, what it can well be compared with.

use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_number::grouped;
use explorer_view::compare::pair::{Half, Pair};
use explorer_view::compare::peers::{Peer, Peers, peers};
use explorer_view::sentence::{label, summary_words};
use explorer_view::uncertain::of_interactions;
use leptos::prelude::*;

use super::model::{CompareModel, Part, use_comparison};
use super::selection::Selection;
use crate::components::keyed_items::KeyedItems;
use crate::components::show::Show;
use crate::reactive::{memo, text};

/// A side with its numbers.
#[component]
pub fn HalfCard(
    /// Which side.
    half: Half,
) -> impl IntoView {
    let model = use_comparison();
    let CompareModel { comparison, names, .. } = model;
    let at = half as usize;
    let name = move || names.with(|names| names[at].clone());
    let numbers = memo(move || comparison.with(|it| it.half(half).outcome.summary));
    let words = move || {
        comparison.with(|it| {
            let counted = it.half(half);
            summary_words(&counted.scope, counted.outcome.summary)
        })
    };
    let uncertain = move || comparison.with(|it| of_interactions(&it.half(half).outcome));
    let link = memo(move || comparison.with(|it| model.records_link(&it.half(half).scope)));
    view! {
        <section class=format!("half half-{}", half.key()) aria-labelledby=format!("half-{}", half.key())>
            <h3 id=format!("half-{}", half.key())>
                <i class=format!("side side-{}", half.key()) aria-hidden="true">
                    {half.letter()}
                </i>
                <span class="unseen">{format!("Side {}: ", half.letter())}</span>
                {text(name)}
            </h3>
            <p
                class="numbers"
                data-test=format!("compare-{}", half.key())
                data-interactions=text(move || numbers.get().interactions.to_string())
                data-events=text(move || numbers.get().events.to_string())
                data-countries=text(move || numbers.get().countries.to_string())
            >
                <a href=link>{text(words)}</a>
                {text(uncertain)}
            </p>
            <Selection part=Part::Half(half) />
            {(half == Half::B).then(|| view! { <PeerList /> })}
        </section>
    }
}

/// The facet in which both sides have one value, and that of the first side.
fn subject(pair: &Pair) -> Option<(Facet, String)> {
    let only = |half: Half, facet: Facet| {
        let selection = pair.of(half).selection(facet);
        let mut included = selection.included().iter();
        included.next().filter(|_| included.next().is_none()).cloned()
    };
    Facet::ALL.into_iter().find_map(|facet| {
        only(Half::B, facet)?;
        Some((facet, only(Half::A, facet)?))
    })
}

/// What the first side's value can well be compared with.
#[component]
fn PeerList() -> impl IntoView {
    let model = use_comparison();
    let explorer = model.store.explorer;
    let about = memo(move || {
        let (facet, id) = model.pair.with(subject)?;
        // A period in the paper's window or not has no peers.
        (facet != Facet::Window).then_some((facet, id))
    });
    let found = memo(move || about.get().map(|(facet, id)| (facet, peers(explorer, facet, &id))));
    let words = move || {
        let (facet, id) = about.get()?;
        let rule = found.with(|found| found.as_ref().map(|(_, Peers { rule, .. })| *rule))?;
        Some(format!("Near {}: {rule}", label(explorer, facet, &id)))
    };
    let items: Memo<Vec<(Facet, Peer)>> = memo(move || {
        found
            .with(|found| {
                let (facet, peers) = found.as_ref()?;
                Some(peers.peers.iter().map(|peer| (*facet, peer.clone())).collect())
            })
            .unwrap_or_default()
    });
    let button = move |(facet, peer): (Facet, Peer)| {
        let Peer { id, label, count } = peer;
        let own = id.clone();
        let pressed = move || {
            model.pair.with(|pair| pair.b.selection(facet).included().contains(&own)).to_string()
        };
        view! {
            <li>
                <button
                    type="button"
                    data-value=id.clone()
                    aria-pressed=text(pressed)
                    on:click=move |_| {
                        model.change(Part::Half(Half::B), |filters| {
                            filters.clear(facet);
                            filters.set(facet, &id, Standing::Included);
                        });
                    }
                >
                    {format!("{label} ({})", grouped(count))}
                </button>
            </li>
        }
    };
    let any = memo(move || items.with(|items| !items.is_empty()));
    view! {
        <Show when=move || any.get()>
            <div class="peers" data-test="peers">
                <p class="hint">{words}</p>
                <ul>
                    <KeyedItems
                        items
                        key=|(facet, peer): &(Facet, Peer)| format!("{} {}", facet.key(), peer.id)
                        children=button
                    />
                </ul>
            </div>
        </Show>
    }
}
