//! What becomes of a table as records, and the button that shows them in all views.

use crate::app::take_own;
use crate::components::show::Show;
use crate::hooks::download;
use crate::reactive::effect;
use explorer_intake::Overview;
use explorer_meaning::mapping::Meaning;
use explorer_table::about::About;
use explorer_table::{Reply, Request};
use leptos::prelude::*;

use super::overview_parts::OverviewParts;
use crate::pages::file::store::use_file_store;
use crate::pages::file::table::open_table::use_open_table;

/// What becomes of the table as records, and the way to them.
#[component]
pub fn Everywhere() -> impl IntoView {
    let (store, table) = (use_file_store(), use_open_table());
    let about = table.about();
    let choices = table.choices;
    let overview = RwSignal::new(None::<Overview>);
    let failure = RwSignal::new(String::new());
    let missing = lacks(&about);
    if missing.is_none() {
        effect(move || {
            let request = Request::Records(store.known(), choices.get());
            table.ask_for(request, move |reply| match reply {
                // Its reader may have gone elsewhere.
                Ok(Reply::Records(records)) => _ = overview.try_set(Some(*records)),
                Ok(_) => {}
                Err(words) => _ = failure.try_set(words),
            });
        });
    }
    let show = move |_| {
        failure.set(String::new());
        let name = table.file_name();
        let request = Request::TakeRecords(store.known(), choices.get_untracked(), name);
        table.take_text(request, move |text| {
            let shown = text.and_then(take_own);
            if let Err(words) = shown {
                _ = failure.try_set(words);
            }
        });
    };
    let save = move |_| {
        let mut mapping = table.draft().mapping;
        choices.with_untracked(|choices| choices.put_into(&mut mapping));
        let name = format!("{}.mapping.json", table.file_name());
        download::text(&name, "application/json", &mapping.to_json());
    };
    let has_events = move || overview.with(|of| of.as_ref().is_some_and(|of| of.events > 0));
    let parts = move || overview.get().map(|overview| view! { <OverviewParts overview choices /> });
    view! {
        <section class="own-panel own-everywhere" data-test="everywhere">
            <h2>"In all views"</h2>
            {match missing {
                Some(words) => view! { <p class="hint">{words}</p> }.into_any(),
                None => {
                    view! {
                        <p class="hint">
                            "Map, countries, people, forums, comparisons and the paper\u{2019}s figures can be drawn from this file in the place of the open dataset. It stays in this browser."
                        </p>
                        {parts}
                        <div class="own-acts">
                            <button
                                type="button"
                                class="primary"
                                data-test="use-everywhere"
                                disabled=move || !has_events()
                                on:click=show
                            >
                                "Use it in all views"
                            </button>
                            <Show when=has_events>
                                <button
                                    type="button"
                                    class="text-button"
                                    data-test="save-choices"
                                    on:click=save
                                >
                                    "Save how it was read"
                                </button>
                            </Show>
                        </div>
                    }
                        .into_any()
                }
            }}
            <p class="error" role="alert">
                {move || failure.get()}
            </p>
        </section>
    }
}

/// What a table needs to become records; `None` if it has it.
pub fn lacks(about: &About) -> Option<String> {
    let has = |meaning| about.column_of(meaning).is_some();
    let needs = [
        (has(Meaning::Date), "the date"),
        (has(Meaning::Agency) || has(Meaning::Official), "the Chinese agency or official"),
        (
            has(Meaning::Country) || has(Meaning::Organization),
            "the counterpart, a country or organization",
        ),
    ];
    let missing: Vec<&str> = needs.iter().filter(|(has, _)| !has).map(|(_, what)| *what).collect();
    (!missing.is_empty()).then(|| {
        format!(
            "All views can be drawn from a table that says who met whom and when. Of this one, no column means {} \
             yet: \u{201c}Change what columns hold\u{201d} above says what they mean.",
            missing.join(", nor ")
        )
    })
}
