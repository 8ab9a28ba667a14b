//! What is said above every view of a reader's own file.

use explorer_explore::measure::Measure;
use explorer_number::grouped;
use explorer_view::state::Page;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::kept;
use crate::reactive::{memo, text};
use crate::records;
use crate::store::use_store;

/// Whether the file is kept, as far as the reader was told.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Keeping {
    No,
    Kept,
    Failed(String),
}

/// That the views are of a file, whose, and the way back; nothing where the open dataset is shown.
#[component]
pub fn OwnBand() -> impl IntoView {
    let store = use_store();
    let own = store.explorer.is_own().then(records::own).flatten()?;
    let summary = store.explorer.totals(Measure::Interactions).summary;
    let words = format!(
        "{}: {} {} in {} {}. ",
        store.explorer.dataset().codebook.title,
        grouped(summary.interactions),
        Measure::Interactions.noun(summary.interactions),
        grouped(summary.events),
        Measure::Events.noun(summary.events),
    );
    let back = memo(move || store.link_in_newest(store.page.get()));
    let keeping = RwSignal::new(Keeping::No);
    // It may have been kept before.
    spawn_local(async move {
        if kept::load().await == own.own_text {
            _ = keeping.try_set(Keeping::Kept);
        }
    });
    let toggle = move |_| {
        let keep = keeping.with_untracked(|now| *now != Keeping::Kept);
        spawn_local(async move {
            let done = match (keep, &own.own_text) {
                (true, Some(text)) => kept::keep(text).await,
                _ => kept::forget().await,
            };
            let now = match (done, keep) {
                (Ok(()), true) => Keeping::Kept,
                (Ok(()), false) => Keeping::No,
                (Err(reason), _) => Keeping::Failed(reason),
            };
            _ = keeping.try_set(now);
        });
    };
    let button = text(move || {
        keeping.with(|now| match now {
            Keeping::Kept => "Forget it in this browser".to_owned(),
            _ => "Keep it in this browser".to_owned(),
        })
    });
    let failure = text(move || {
        keeping.with(|now| match now {
            Keeping::Failed(reason) => format!(" This browser does not: {reason}."),
            _ => String::new(),
        })
    });
    Some(view! {
        <aside class="former own-band" data-test="own-band" aria-label="Whose data these are">
            <p>
                <b>"Your file, only in this browser. "</b>
                {words}
                <a href=back data-test="back-to-open">
                    "Back to the open dataset →"
                </a>
                " · "
                <a href=store.link(Page::Check) data-test="to-check">
                    "Check it against the open dataset"
                </a>
                " · "
                <a href=store.link(Page::File)>"How it was read"</a>
                " · "
                <button type="button" class="text-button" data-test="keep-own" on:click=toggle>
                    {button}
                </button>
                <span role="status">{failure}</span>
            </p>
        </aside>
    })
}
