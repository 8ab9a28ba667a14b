//! The overview: charts in the order of a reader's questions.

use leptos::prelude::*;

use crate::components::records::charts::RecordCharts;
use crate::components::records::empty::Empty;

/// The charts, or the explanation of an empty view above them.
#[component]
pub fn OverviewPage() -> impl IntoView {
    view! {
        <Empty />
        <RecordCharts />
    }
}
