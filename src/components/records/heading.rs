//! What captions say of the measure and of periods, and the colour of an agency.

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

/// What a caption adds where some period is hatched; nothing where none is. `unit` is what a period is called.
pub fn hatched_words(is_hatched: bool, unit: &str) -> String {
    match is_hatched {
        true => format!("; hatched: the records cover only a part of the {unit}"),
        false => String::new(),
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
