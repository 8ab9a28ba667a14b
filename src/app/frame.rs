//! The frame around every page, below the header.

use explorer_view::state::Page;
use leptos::html;
use leptos::prelude::*;

use super::facet_panel::FacetPanel;
use super::footer::Footer;
use super::former_band::FormerBand;
use super::notices::Notices;
use super::own_band::OwnBand;
use super::share::Share;
use super::summary::Summary;
use super::tour_band::TourBand;
use super::uncertain_key::UncertainKey;
use super::{LOADING, remove};
use crate::components::in_turn::InTurn;
use crate::components::show::Show;
use crate::hooks::use_length::use_height;
use crate::hooks::use_screen::use_screen;
use crate::pages::PageView;
use crate::reactive::memo;
use crate::start::Stage;
use crate::store::use_store;

/// How high the bar is where its sentence has two lines, in CSS pixels: what the style sheet takes it for, too.
const USUAL_BAR: f64 = 123.0;

/// What is said above the page, the facets beside it, the page, the footer.
#[component]
pub fn Frame(
    /// The element of the page.
    main: NodeRef<html::Main>,
) -> impl IntoView {
    // What stood in the HTML makes room in the same frame.
    remove(LOADING);
    let store = use_store();
    let has_facets = memo(move || store.page.with(Page::has_facets));
    // Nothing of the dataset is shared of a reader's own file, nor of a list that only this browser has.
    let shares_alone = memo(move || {
        store.page.with(|page| !page.is_filtered() && !matches!(page, Page::File | Page::Saved))
    });
    // The sections of the paper's page are places on it.
    let page = memo(move || match store.page.get() {
        Page::Paper(_) => Page::Paper(String::new()),
        // What is compared changes on the page.
        Page::Compare(_) => Page::Compare(Box::default()),
        page => page,
    });
    let bar = NodeRef::new();
    let bar_height = use_height(bar, USUAL_BAR);
    // A narrow window has the facets in a sheet that a reader opens.
    let facets = match use_screen().narrow.get_untracked() {
        true => Stage::OutOfSight,
        false => Stage::InSight,
    };
    view! {
        <FormerBand />
        <OwnBand />
        <TourBand />
        <Notices />
        <Summary node=bar />
        <Show when=move || shares_alone.get()>
            <div class="share-bar">
                <Share />
            </div>
        </Show>
        <div class="columns" class:with-facets=move || has_facets.get()>
            <InTurn stage=facets>
                <FacetPanel bar_height />
            </InTurn>
            <main id="main" tabindex="-1" node_ref=main>
                <UncertainKey />
                {move || view! { <PageView page=page.get() /> }}
            </main>
        </div>
        <InTurn stage=Stage::OutOfSight>
            <Footer />
        </InTurn>
    }
}
