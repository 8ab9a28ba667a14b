//! The Chinese officials: who met whom, and at what level.

mod agency_offices;
mod official_regions;
mod official_row;
mod officials_table;

use explorer_explore::facet::Facet;
use explorer_view::chart::Chart;
use leptos::prelude::*;

use crate::components::in_turn::InTurn;
use crate::components::records::bars::RecordBars;
use crate::components::records::empty::Empty;
use crate::components::records::whose_tables::WhoseTables;
use officials_table::OfficialsTable;

pub use agency_offices::AgencyOffices;
pub use official_regions::OfficialRegions;

/// The officials, side by side.
#[component]
pub fn PeoplePage() -> impl IntoView {
    view! {
        <Empty />
        <WhoseTables tables="Posts of officials are" />
        <OfficialsTable />
        <div class="charts">
            <InTurn>
                <OfficialRegions />
            </InTurn>
            <InTurn>
                <AgencyOffices />
            </InTurn>
            <InTurn>
                <div class="stack">
                    <RecordBars
                        chart=Chart::Agencies
                        facet=Facet::Agency
                        top=3
                        by="by Chinese agency"
                        first="Agency"
                    />
                    <RecordBars
                        chart=Chart::Formats
                        facet=Facet::Format
                        top=3
                        by="by format of the meeting"
                        first="Format"
                    />
                </div>
            </InTurn>
        </div>
    }
}
