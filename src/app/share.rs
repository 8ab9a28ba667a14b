//! What a reader takes away from a view: its link, its records, its citation.

use explorer_export::cite::{Style, cite};
use explorer_export::file_name::file_name;
use explorer_export::interactions;
use explorer_number::grouped;
use explorer_view::state::Page;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::figure_source::origin;
use crate::components::switch::{Switch, SwitchOption};
use crate::hooks::clipboard::copy;
use crate::hooks::download;
use crate::store::{Store, use_store};

/// The form of a file with the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Csv,
    Json,
    Package,
}

/// Unfolds the ways to share, cite and download.
#[component]
pub fn Share() -> impl IntoView {
    let node = NodeRef::<html::Details>::new();
    let open = RwSignal::new(false);
    let close = Callback::new(move |()| {
        if let Some(details) = node.get_untracked() {
            details.set_open(false);
        }
    });
    let toggled = move |_| open.set(node.get_untracked().is_some_and(|details| details.open()));
    let close_by_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            close.run(());
        }
    };
    view! {
        <details class="share" node_ref=node on:toggle=toggled on:keydown=close_by_key>
            <summary data-test="share">"Share"<span class="wide">", cite, download"</span></summary>
            <div class:share-panel=move || open.get()>
                <Show when=move || open.get()>
                    <SharePanel close />
                </Show>
            </div>
        </details>
    }
}

#[component]
fn SharePanel(
    /// Folds it again.
    close: Callback<()>,
) -> impl IntoView {
    let store = use_store();
    let style = RwSignal::new(Style::Text);
    // Whatever the view shows, it is what is shared.
    let origin_now = move || {
        store.state.track();
        store.scope.track();
        origin(store)
    };
    let citation = Memo::new(move |_| {
        // On the paper's page numbers are the paper's, and so is the citation.
        let of_paper = store.page.with(|page| matches!(page, Page::Paper(_)));
        cite(&origin_now(), of_paper, style.get())
    });
    let link = Memo::new(move |_| origin_now().link);
    let interactions = move || {
        let count = store.outcome.with(|outcome| outcome.summary.interactions);
        format!(
            "{} interactions, each with its sources, this link and the dataset\u{2019}s version. \
             Charts are saved below each chart.",
            grouped(count)
        )
    };
    let options = Style::ALL.map(|(style, word, label)| SwitchOption::new(style, word, label));
    let options = options.into_iter().collect::<Vec<_>>();
    let ways = [
        (Form::Csv, "download-csv", "CSV"),
        (Form::Json, "download-json", "JSON"),
        (Form::Package, "download-package", "Data package"),
    ];
    let ways = ways.map(|(form, test, label)| {
        view! {
            <button type="button" data-test=test on:click=move |_| save(store, form)>
                {label}
            </button>
        }
    });
    view! {
        <section>
            <h2>"Link to this view"</h2>
            <input
                type="text"
                readonly
                aria-label="Link to this view"
                data-test="view-link"
                prop:value=move || link.get()
            />
            <CopyButton text=link test="copy-link" label="Copy link" />
        </section>
        <section>
            <h2>"Records in view"</h2>
            <p class="hint">{interactions}</p>
            {ways.into_iter().collect_view()}
        </section>
        <section>
            <h2>"Cite"</h2>
            <Switch
                test="cite"
                label="Form of the citation"
                options
                selected=style
                on_select=move |chosen| style.set(chosen)
            />
            <pre data-test="citation-text" tabindex="0">
                {move || citation.get()}
            </pre>
            <CopyButton text=citation test="copy-citation" label="Copy citation" />
            // On a phone the panel covers what opened it.
            <button type="button" data-test="close-share" on:click=move |_| close.run(())>
                "Close"
            </button>
        </section>
    }
}

/// A button that copies a text and says whether that worked.
#[component]
fn CopyButton(
    /// What is copied.
    text: Memo<String>,
    /// Its `data-test`.
    test: &'static str,
    /// What stands on it at first.
    label: &'static str,
) -> impl IntoView {
    let copied = RwSignal::new(None::<bool>);
    let words = move || match copied.get() {
        None => label,
        Some(true) => "Copied",
        Some(false) => "Could not copy: select it and copy it",
    };
    let on_click = move |_| copy(&text.get_untracked(), move |worked| copied.set(Some(worked)));
    view! {
        <button type="button" data-test=test on:click=on_click>
            {words}
        </button>
    }
}

/// Saves the records in view.
fn save(store: Store, form: Form) {
    let origin = origin(store);
    let sort = store.state.with_untracked(|state| state.sort);
    let shown = store
        .outcome
        .with_untracked(|outcome| interactions::in_view(store.explorer, &outcome.rows, sort));
    let (what, ending, kind, text) = match form {
        Form::Csv => ("records", "csv", "text/csv", interactions::csv(&shown, &origin)),
        Form::Json => ("records", "json", "application/json", interactions::json(&shown, &origin)),
        Form::Package => {
            let package = interactions::package(&shown, &origin);
            ("datapackage", "json", "application/json", package)
        }
    };
    download::text(&file_name(what, &origin.filters, ending), kind, &text);
}
