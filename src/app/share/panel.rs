//! The link of a view, its records, its citation.

use explorer_export::cite::{Style, cite};
use explorer_view::state::Page;
use leptos::prelude::*;

use super::offer::{Offer, offers};
use super::save_view::SaveView;
use crate::app::figure_source::origin;
use crate::components::copy_button::CopyButton;
use crate::components::switch::{Switch, SwitchOption};
use crate::reactive::memo;
use crate::store::use_store;

/// What is unfolded.
#[component]
pub fn SharePanel(
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
