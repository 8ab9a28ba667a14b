//! A section of the paper's page, which has an address.

use explorer_view::state::Page;
use leptos::prelude::*;
use leptos::{ev, html};

use crate::hooks::use_window_event::use_window_event;
use crate::position;
use crate::reactive::{effect, memo};
use crate::start::when_complete;
use crate::store::use_store;
use crate::timing::after_paint;

/// The section that a link has led to, in context.
#[derive(Clone, Copy)]
struct LedTo(RwSignal<String>);

/// Follows which section the link names. That is asked when the link is followed, and not when a section comes
/// in its turn: by then the place of the reader may be noted.
pub fn provide_sections() {
    let store = use_store();
    let led_to = RwSignal::new(String::new());
    provide_context(LedTo(led_to));
    let open = memo(move || {
        store.page.with(|page| match page {
            Page::Paper(open) => open.clone(),
            _ => String::new(),
        })
    });
    effect(move || {
        let open = open.get();
        // Back and reload lead to where the reader was.
        led_to.set(if position::is_noted() { String::new() } else { open });
    });
    // Whoever scrolls before the section is there has gone on.
    let go_on = move || led_to.update(String::clear);
    use_window_event(ev::wheel, move |_| go_on());
    use_window_event(ev::touchmove, move |_| go_on());
    use_window_event(ev::keydown, move |_| go_on());
}

/// A section. It is brought into sight when a link leads to it.
#[component]
pub fn PaperSection(
    /// Its word in links.
    id: &'static str,
    /// Its class.
    class: &'static str,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let LedTo(led_to) = expect_context();
    let node = NodeRef::<html::Section>::new();
    let is_led_to = memo(move || led_to.with(|to| to == id));
    effect(move || {
        if is_led_to.get() {
            // Before that, what is above it grows.
            when_complete(move || {
                after_paint(move || {
                    // The reader may have gone on.
                    let is_led_to = is_led_to.try_get_untracked().unwrap_or_default();
                    if let Some(section) = node.try_get_untracked().flatten().filter(|_| is_led_to)
                    {
                        section.scroll_into_view();
                    }
                });
            });
        }
    });
    view! {
        <section node_ref=node data-section=id data-test=format!("paper-{id}") class=class>
            {children()}
        </section>
    }
}
