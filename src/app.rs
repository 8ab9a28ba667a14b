//! The application: what all pages share, and the page for the view.

use leptos::prelude::*;

use crate::components::figure::source::FigureSource;
use crate::components::tooltip::Tooltip;
use crate::hooks::use_screen::provide_screen;
use crate::hooks::use_theme::use_theme;
use crate::pages::overview::Overview;
use crate::records::{Records, records};
use crate::store::Store;
use explorer_view::step::Step;
use crate::{address, timing};
use explorer_view::chart::Chart;

/// Parses the records and mounts the page into the document's body.
pub fn mount() {
    console_error_panic_hook::set_once();
    let began = timing::now();
    let records = records();
    timing::measure("explorer:parse", began);
    match records {
        Ok(records) => mount_to_body(move || view! { <App records /> }),
        Err(error) => mount_to_body(move || view! { <main class="fatal"><p>{error}</p></main> }),
    }
    if let Some(loading) = document().get_element_by_id("loading") {
        loading.remove();
    }
    timing::after_paint(timing::mark_ready);
}

#[component]
fn App(records: &'static Records) -> impl IntoView {
    let theme = use_theme();
    provide_context(theme);
    provide_screen(theme.palette.into(), theme.printing.into());
    let store = Store::new(records, false);
    provide_context(store);
    address::follow(store);
    provide_context(FigureSource {
        is_table: Callback::new(move |id: String| {
            Chart::from_id(&id).is_some_and(|chart| store.state.with(|s| s.tables().contains(&chart)))
        }),
        toggle_table: Callback::new(move |id: String| {
            if let Some(chart) = Chart::from_id(&id) {
                store.change(Step::Push, |state| state.toggle_table(chart));
            }
        }),
        origin: Callback::new(move |()| unimplemented!()),
        embed_code: None,
    });
    view! { <div class="columns with-facets"><Overview /></div> <Tooltip /> }
}
