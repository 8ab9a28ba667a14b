//! What the pledges of each kind add up to.

use explorer_number::grouped;
use explorer_view::pledges::{Kind, Sum, title};
use leptos::prelude::*;

use super::Pledges;
use crate::components::titled_section::TitledSection;
use crate::reactive::memo;
use crate::store::use_store;

/// The sums of the kinds in view.
#[component]
pub(super) fn PledgeSums(
    /// What is in view.
    pledges: Memo<Pledges>,
) -> impl IntoView {
    let store = use_store();
    let chosen = memo(move || {
        pledges.with(|pledges| {
            store.state.with(|state| {
                let kinds = pledges.kinds.iter();
                let in_view = kinds.filter(|kind| kind.count > 0 && state.has_kind(kind.id));
                in_view.cloned().collect::<Vec<_>>()
            })
        })
    });
    // All of it changes at once.
    let rows = move || {
        let kinds = chosen.get().into_iter();
        kinds.map(|kind| view! { <KindSums kind /> }).collect_view()
    };
    view! {
        <TitledSection test="pledge-sums" title="What they add up to">
            <p class="hint">
                "Only people to be trained are added, what was promised and what is claimed as done apart. \
                 Most pledges say no number."
            </p>
            <table class="pledge-sums">
                <thead>
                    <tr>
                        <th scope="col">"Kind"</th>
                        <th scope="col">"Pledges"</th>
                        <th scope="col">"People"</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </TitledSection>
    }
}

/// A row: a kind with its sums.
#[component]
fn KindSums(
    /// Which kind.
    kind: Kind<'static>,
) -> impl IntoView {
    let none = kind.sums.is_empty().then(|| view! { <p class="hint">"\u{2013}"</p> });
    let sums = kind.sums.into_iter().map(|sum| view! { <SumOfUnit sum /> }).collect_view();
    view! {
        <tr data-test="pledge-kind" data-value=kind.id data-count=kind.count.to_string()>
            <th scope="row">{title(kind.id)}</th>
            <td>{kind.count.to_string()}</td>
            <td>{sums} {none}</td>
        </tr>
    }
}

/// What the numbers of one unit add up to.
#[component]
fn SumOfUnit(
    /// The sum.
    sum: Sum<'static>,
) -> impl IntoView {
    let addends = sum.addends().map(|words| view! { <span class="hint">{words}</span> });
    let (done, words) =
        if sum.done { ("done", "claimed as done") } else { ("promised", "promised") };
    view! {
        <p
            data-test="pledge-sum"
            data-value=sum.unit
            data-state=done
            data-count=sum.quantity.to_string()
        >
            <b>{format!("{} {} {words}", grouped(sum.quantity), sum.unit)}</b>
            {addends}
        </p>
    }
}
