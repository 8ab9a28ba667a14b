//! The tours that come with the page.

use explorer_view::tour::shipped::Shipped;
use explorer_view::tour::{OnTour, Tour};
use leptos::prelude::*;

use crate::store::use_store;

/// Where each of them begins.
#[component]
pub(super) fn ShippedTours() -> impl IntoView {
    let version = use_store().explorer.former_version();
    let tours = Shipped::ALL.map(|tour| {
        view! {
            <li>
                <a
                    href=OnTour::start(Tour::Shipped(tour)).link(version)
                    data-test="start-tour"
                    data-value=tour.id()
                >
                    {tour.title()}
                </a>
                <p class="hint">{tour.about()}</p>
            </li>
        }
    });
    view! {
        <section data-test="shipped-tours">
            <h3>"Tours that come with the page"</h3>
            <ul>{tours.into_iter().collect_view()}</ul>
        </section>
    }
}
