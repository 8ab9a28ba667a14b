//! The records behind a number of a comparison, as filters of the records' page.

use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::grain::TimeBin;

/// What is in view of a half that has a value, of which it has some.
pub fn with_value(scope: &Filters, facet: Facet, id: &str) -> Filters {
    let mut filters = scope.clone();
    let included = scope.selection(facet).included();
    if included.is_empty() || included.contains(id) {
        let others: Vec<String> = included.iter().cloned().collect();
        others.iter().for_each(|other| filters.set(facet, other, Standing::Free));
        filters.set(facet, id, Standing::Included);
    } else if scope.except().is_none() {
        // Who is met together with the chosen one: what lacks the value is left out.
        let mut lacking = Filters::default();
        lacking.set(facet, id, Standing::Excluded);
        filters.set_except(Some(&lacking));
    }
    filters
}

/// What is in view of a half in a column of time, in which it has some.
pub fn during(scope: &Filters, bin: TimeBin) -> Filters {
    let mut filters = scope.clone();
    let (from, to) = (scope.range.from(), scope.range.to());
    let from = from.into_iter().chain(bin.from()).max_by_key(|date| date.first_day());
    let to = to.into_iter().chain(bin.to()).min_by_key(|date| date.last_day());
    filters.range = DateRange::new(from, to);
    filters
}
