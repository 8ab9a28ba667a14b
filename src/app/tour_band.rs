//! What is said above every view of a tour: where in it the reader is, its sentence, and the ways on.

use explorer_view::step::Step;
use explorer_view::tour::OnTour;
use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use crate::components::show::Show;
use crate::hooks::after_effects::after_effects;
use crate::hooks::focus::{focus, focus_in_view};
use crate::reactive::{effect, memo};
use crate::store::use_store;

/// The band; nothing where the reader is on no tour.
#[component]
pub fn TourBand() -> impl IntoView {
    let store = use_store();
    let is_on = memo(move || store.state.with(|state| state.tour.is_some()));
    view! {
        <Show when=move || is_on.get()>
            <Band />
        </Show>
    }
}

#[component]
fn Band() -> impl IntoView {
    let store = use_store();
    let of = move |read: fn(&OnTour) -> String| {
        memo(move || store.state.with(|state| state.tour.as_ref().map(read).unwrap_or_default()))
    };
    let title = of(title);
    let step = of(|on| (on.at() + 1).to_string());
    let steps = of(|on| on.tour().len().to_string());
    let words = of(|on| on.sentence().to_owned());
    let link = move |by: isize| {
        let step = store.state.with(|state| state.tour.as_ref()?.moved(by));
        step.map_or(String::new(), |step| step.link(store.explorer.former_version()))
    };
    let moved = memo(move || {
        store
            .state
            .with(|state| state.tour.as_ref().is_some_and(|on| !on.is_here(store.explorer, state)))
    });
    // At an end, one of the ways is gone, and the focus with it.
    let sentence = NodeRef::<html::P>::new();
    let has_stepped = StoredValue::new(false);
    effect(move || {
        step.track();
        if has_stepped.try_update_value(std::mem::take).unwrap_or_default() {
            after_effects(move || {
                let at = document().active_element();
                let is_lost = at.is_none_or(|at: Element| at.tag_name() == "BODY");
                if let Some(sentence) = sentence.get_untracked().filter(|_| is_lost) {
                    focus(&sentence);
                }
            });
        }
    });
    let leave = move |_| {
        store.change(Step::Push, |state| state.tour = None);
        focus_in_view();
    };
    let way = move |by: isize, test: &'static str, label: &'static str| {
        let href = memo(move || link(by));
        view! {
            <Show when=move || href.with(|href| !href.is_empty())>
                <a
                    class="tour-way"
                    data-test=test
                    href=move || href.get()
                    on:click=move |_| has_stepped.set_value(true)
                >
                    {label}
                </a>
            </Show>
        }
    };
    view! {
        <aside
            class="tour"
            data-test="tour"
            data-step=step
            data-steps=steps
            aria-label="Tour"
        >
            <div class="tour-said">
                <p class="kicker" data-test="tour-title">{move || title.get()}</p>
                <p
                    class="tour-sentence"
                    data-test="tour-sentence"
                    tabindex="-1"
                    node_ref=sentence
                    aria-live="polite"
                    aria-atomic="true"
                >
                    <b>
                        {move || format!("Step {} of {}. ", step.get(), steps.get())}
                    </b>
                    {move || words.get()}
                </p>
                <Show when=move || moved.get()>
                    <p class="hint tour-moved">
                        "You have gone on from this step. "
                        <a href=move || link(0) data-test="tour-return">
                            "Back to its view"
                        </a>
                    </p>
                </Show>
            </div>
            <nav class="tour-ways" aria-label="Steps of the tour">
                {way(-1, "tour-back", "← Back")}
                {way(1, "tour-next", "On →")}
                <button type="button" class="text-button" data-test="tour-leave" on:click=leave>
                    "Leave the tour"
                </button>
            </nav>
        </aside>
    }
}

fn title(on: &OnTour) -> String {
    match on.tour().title() {
        "" => "A tour".to_owned(),
        title => format!("Tour: {title}"),
    }
}
