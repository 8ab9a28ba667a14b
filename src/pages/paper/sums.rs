//! Whether the paper's own numbers add up.

use std::cmp::Ordering;

use explorer_number::grouped;
use explorer_view::published::{SUMS, worked};
use leptos::prelude::*;

use crate::store::use_store;

/// Numbers of the paper that should add up, and whether they do.
#[component]
pub fn Sums() -> impl IntoView {
    let explorer = use_store().explorer;
    let items = SUMS.iter().filter_map(|sum| {
        let worked = worked(explorer, sum)?;
        let parts: Vec<_> = worked.parts.iter().map(|part| grouped(*part)).collect();
        let more = worked.sum.abs_diff(worked.printed);
        let verdict = match worked.sum.cmp(&worked.printed) {
            Ordering::Equal => "as printed".to_owned(),
            Ordering::Greater => {
                format!("printed: {}, {} fewer", grouped(worked.printed), grouped(more))
            }
            Ordering::Less => {
                format!("printed: {}, {} more", grouped(worked.printed), grouped(more))
            }
        };
        let class = if more == 0 { "holds" } else { "fails" };
        Some(view! {
            <li class=class data-test="sum" data-value=sum.whole>
                <b>{sum.title}</b>
                <span>{format!("{} = {}", parts.join(" + "), grouped(worked.sum))}</span>
                <span class="verdict">{verdict}</span>
                {worked.note.map(|note| view! { <small>{note}</small> })}
            </li>
        })
    });
    view! {
        <div class="sums">
            <h3>"Do the paper\u{2019}s own numbers add up?"</h3>
            <ul>{items.collect_view()}</ul>
        </div>
    }
}
