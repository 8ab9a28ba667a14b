//! The tour that the saved views are, for one link.

use std::sync::Arc;

use explorer_view::saved::SavedView;
use explorer_view::saved::list::Outcome;
use explorer_view::saved::tour::tour_of;
use explorer_view::tour::own::{LONGEST_TITLE, LONGEST_WORD, MOST_STEPS, NoTour};
use explorer_view::tour::{OnTour, Tour};
use leptos::prelude::*;

use super::told::Told;
use crate::address;
use crate::components::copy_button::CopyButton;
use crate::components::show::Show;
use crate::reactive::{memo, text};
use crate::saved::use_saved;

/// Its title, the ways to it, and why there is none.
#[component]
pub(super) fn OwnTourSection() -> impl IntoView {
    let saved = use_saved();
    let told = expect_context::<Told>();
    let title = RwSignal::new(String::new());
    let tour = move || saved.list.with(|list| title.with(|title| tour_of(list, title)));
    let steps = memo(move || tour().map_or(0, |tour| tour.steps().len()));
    let link = memo(move || {
        tour().map_or(String::new(), |tour| {
            // Each view has the version that it was saved with.
            OnTour::start(Tour::Own(Arc::new(tour))).link(None)
        })
    });
    let problem = move || match tour().err()? {
        NoTour::Empty => None,
        NoTour::TooManySteps(count) => Some(format!(
            "{count} views have a sentence, and a tour has {MOST_STEPS} steps at most: take some sentences away."
        )),
        NoTour::TooLong(length) => Some(format!(
            "Its link would have {length} characters, and what passes links on takes {LONGEST_WORD} at most: shorten sentences, or take some away."
        )),
    };
    let words = move || match steps.get() {
        1 => "1 step".to_owned(),
        steps => format!("{steps} steps"),
    };
    let keep = move |_| {
        let name = title.get_untracked();
        let name = if name.trim().is_empty() { "My tour".to_owned() } else { name };
        let day: String = js_sys::Date::new_0().to_iso_string().into();
        let day = day.split('T').next().unwrap_or_default();
        let view = SavedView::new(&name, &link.get_untracked(), day, None);
        let name = view.name.clone();
        match saved.change(|list| list.save(view)) {
            Ok(Outcome::Saved) => {
                told.say(format!("The tour is in the list as \u{201c}{name}\u{201d}."))
            }
            Ok(Outcome::There) => told.say("The tour is in the list already."),
            Ok(Outcome::Full) => told.warn("The list is full."),
            Err(words) => told.warn(words),
        }
    };
    let full = text(move || address::full(&link.get()));
    view! {
        <section data-test="own-tour">
            <h3>"A tour of your own"</h3>
            <p>
                "Give saved views a sentence each: in the order of the list they are a tour, which one link carries whole."
            </p>
            <p class="error" role="status" data-test="tour-problem">
                {problem}
            </p>
            <Show when=move || { steps.get() > 0 }>
                <div class="own-tour">
                    <label>
                        <span>"Title"</span>
                        <input
                            type="text"
                            data-test="tour-name"
                            maxlength=LONGEST_TITLE.to_string()
                            on:input=move |event| title.set(event_target_value(&event))
                        />
                    </label>
                    <a class="primary" href=move || link.get() data-test="open-tour">
                        {text(move || format!("Begin ({})", words()))}
                    </a>
                    <CopyButton
                        text=full
                        test="copy-tour"
                        label="Copy its link"
                        copied="Link of the tour copied"
                    />
                    <button type="button" data-test="keep-tour" on:click=keep>
                        "Keep it in the list"
                    </button>
                </div>
            </Show>
        </section>
    }
}
