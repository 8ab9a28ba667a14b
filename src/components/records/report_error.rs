//! The way to report an error: a text to copy, as the page sends nothing.

use explorer_export::file_name::file_name;
use explorer_view::hash;
use explorer_view::report::{Seen, error_report};
use explorer_view::shared::shared;
use explorer_view::state::Page;
use leptos::prelude::*;

use crate::address;
use crate::components::copy_button::CopyButton;
use crate::components::show::Show;
use crate::hooks::download;
use crate::reactive::text;
use crate::store::{Store, use_store};

/// A report of an error on this page, filled in as far as the page can.
#[component]
pub fn ReportError(
    /// What stands on the button.
    #[prop(default = "Report an error")]
    label: &'static str,
) -> impl IntoView {
    let store = use_store();
    let open = RwSignal::new(false);
    let toggle = move |_| open.update(|open| *open = !*open);
    view! {
        <div class="report-error">
            <button
                type="button"
                class="text-button"
                data-test="report-error"
                aria-expanded=text(move || open.get().to_string())
                on:click=toggle
            >
                {label}
            </button>
            <Show when=move || open.get()>
                <Report store />
            </Show>
        </div>
    }
}

#[component]
fn Report(
    /// The view.
    store: Store,
) -> impl IntoView {
    let text = report(store);
    let file = text.clone();
    let id = store.page.with_untracked(|page| match page {
        Page::Record(id) => id.clone(),
        _ => String::new(),
    });
    let save = move |_| {
        download::text(&file_name("error-report", &id, "txt"), "text/plain", &file);
    };
    view! {
        <p>
            "A correction needs a public source. Copy this text, fill in its last lines, and send it to "
            {whom()} ". This page itself sends nothing."
        </p>
        <pre data-test="report-text" tabindex="0">
            {text.clone()}
        </pre>
        <CopyButton
            text=Signal::stored(text)
            test="copy-report"
            label="Copy report"
            copied="Report copied"
        />
        <button type="button" data-test="save-report" on:click=save>
            "Save as a file"
        </button>
    }
}

/// Whoever keeps the copy that is open: the project has no address that all copies could name.
fn whom() -> String {
    match window().location().host() {
        Ok(host) if !host.is_empty() => format!("the maintainers of this copy, at {host}"),
        _ => "whoever gave you this file".to_owned(),
    }
}

fn report(store: Store) -> String {
    let version = &store.explorer.dataset().codebook.version;
    let view = store.state.with_untracked(|state| shared(store.explorer, state).state);
    let link = address::full(&hash::encode_with(&view, version));
    error_report(store.explorer, &view.page, Seen { hash: store.hash, link: &link })
}
