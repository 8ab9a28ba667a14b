//! What China pledged: training, facilities, equipment, agreements.

mod chart;
mod head;
mod sums;
mod table;

use explorer_view::pledges::{Kind, Shown, kinds, pledges};
use leptos::prelude::*;

use crate::components::records::whose_tables::WhoseTables;
use crate::reactive::memo;
use crate::store::{Store, use_store};
use head::PledgeHead;
use sums::PledgeSums;
use table::PledgeTable;

pub use chart::PledgeChart;

/// The pledges under all filters but that of kinds.
#[derive(Debug, Clone, PartialEq)]
struct Pledges {
    /// In the order of time.
    shown: Vec<Shown<'static>>,
    /// What they are by kind.
    kinds: Vec<Kind<'static>>,
}

impl Pledges {
    fn of(store: Store) -> Self {
        let shown = store.state.with(|state| pledges(store.explorer, state));
        let kinds = kinds(store.explorer, &shown);
        Self { shown, kinds }
    }
}

/// The pledges over time, what they add up to, and all of them.
#[component]
pub fn PledgesPage() -> impl IntoView {
    let store = use_store();
    let pledges = memo(move || Pledges::of(store));
    view! {
        <div class="pledges">
            <PledgeHead pledges />
            <WhoseTables tables="The pledges are" />
            <PledgeChart />
            <div class="pledge-lists">
                <PledgeSums pledges />
                <PledgeTable pledges />
            </div>
        </div>
    }
}
