//! What a reader takes away from a view: its link, its records, its citation.

use explorer_export::cite::{Style, cite};
use explorer_view::state::Page;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::figure_source::origin;
use super::offer::{Offer, offers};
use super::save_view::SaveView;
use crate::components::copy_button::CopyButton;
use crate::components::show::Show;
use crate::components::switch::{Switch, SwitchOption};
use crate::hooks::focus::focus;
use crate::reactive::memo;
use crate::store::use_store;

/// Unfolds the ways to share, cite and download.
#[component]
pub fn Share() -> impl IntoView {
    let node = NodeRef::<html::Details>::new();
    let opener = NodeRef::<html::Summary>::new();
    let open = RwSignal::new(false);
    let close = Callback::new(move |()| {
        if let Some(details) = node.get_untracked() {
            details.set_open(false);
        }
        // What had the focus is gone.
        if let Some(opener) = opener.get_untracked() {
            focus(&opener);
        }
    });
    let toggled = move |_| open.set(node.get_untracked().is_some_and(|details| details.open()));
    let close_by_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            close.run(());
        }
    };
    view! {
        <details class="share" node_ref=node on:toggle=toggled on:keydown=close_by_key>
            <summary data-test="share" node_ref=opener>"Share"<span class="wide">", cite, download"</span></summary>
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
    let citation = memo(move || {
        // On the paper's page numbers are the paper's, and so is the citation.
        let of_paper = store.page.with(|page| matches!(page, Page::Paper(_)));
        cite(&origin_now(), of_paper, style.get())
    });
    let link = memo(move || origin_now().link);
    let options = Style::ALL.map(|(style, word, label)| SwitchOption::new(style, word, label));
    let options = options.into_iter().collect::<Vec<_>>();
    let files = move || {
        let offers = store.page.with(offers).into_iter();
        offers.map(|offer| view! { <OfferedFiles offer /> }).collect_view()
    };
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
            <CopyButton text=link test="copy-link" label="Copy link" copied="Link copied" />
        </section>
        <SaveView />
        {files}
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
            <CopyButton
                text=citation
                test="copy-citation"
                label="Copy citation"
                copied="Citation copied"
            />
            // On a phone the panel covers what opened it.
            <button type="button" data-test="close-share" on:click=move |_| close.run(())>
                "Close"
            </button>
        </section>
    }
}

/// Files with the same content, a button for each form.
#[component]
fn OfferedFiles(
    /// What is in them.
    offer: Offer,
) -> impl IntoView {
    let store = use_store();
    let title = offer.title();
    let forms = offer.forms(store.explorer);
    let offer = StoredValue::new(offer);
    let words = move || {
        store.outcome.with(|outcome| offer.with_value(|offer| offer.words(store.explorer, outcome)))
    };
    let buttons = forms.iter().map(|&(form, test, label)| {
        view! {
            <button type="button" data-test=test on:click=move |_| offer.with_value(|offer| offer.save(store, form))>
                {label}
            </button>
        }
    });
    view! {
        <section>
            <h2>{title}</h2>
            <p class="hint">{words}</p>
            {buttons.collect_view()}
        </section>
    }
}
