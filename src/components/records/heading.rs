//! The measure as a heading, and the colour of an agency.

use explorer_chart::AgencyTint;
use explorer_explore::measure::Measure;

/// The measure as a heading.
pub fn heading(measure: Measure) -> &'static str {
    match measure {
        Measure::Interactions => "Interactions",
        Measure::Events => "Events",
        Measure::Countries => "Countries",
    }
}

/// The custom property of an agency's colour.
pub fn agency_color(tint: AgencyTint) -> &'static str {
    match tint {
        AgencyTint::Mps => "--mps",
        AgencyTint::Cplc => "--cplc",
        AgencyTint::Mss => "--mss",
        AgencyTint::Rest => "--rest",
    }
}
