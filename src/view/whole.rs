//! What counts are compared with: all records, on a profile all of its subject's.

use std::borrow::Cow;

use super::state::Page;
use crate::explore::Explorer;
use crate::explore::filter::Filters;
use crate::explore::measure::Measure;
use crate::explore::outcome::Outcome;

/// All that a page could show, without any filter of the reader's.
pub fn whole<'e>(explorer: &'e Explorer, page: &Page, measure: Measure) -> Cow<'e, Outcome> {
    match page.subject() {
        None => Cow::Borrowed(explorer.totals(measure)),
        Some(_) => Cow::Owned(explorer.explore(&page.narrow(&Filters::default()), measure)),
    }
}

/// That in words, after a number.
pub fn words(page: &Page) -> &'static str {
    if page.subject().is_some() { "all its records" } else { "all records" }
}
