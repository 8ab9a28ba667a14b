//! What counts are compared with: all records, or all that a page or a figure is about.

use std::sync::Arc;

use explorer_explore::Explorer;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;
use explorer_explore::outcome::Outcome;

/// All that could be shown without any filter of the reader's; `base` are those of the page or of
/// the figure.
pub fn whole(explorer: &Explorer, base: &Filters, measure: Measure) -> Arc<Outcome> {
    explorer.remembered(base, measure)
}

/// That in words, after a number.
pub fn words(base: &Filters) -> &'static str {
    if base.is_empty() { "all records" } else { "all its records" }
}
