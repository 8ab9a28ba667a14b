//! The values of a facet that a field offers.

use crate::ranking::list_order;
use explorer_explore::Explorer;
use explorer_explore::dictionary::Entry;
use explorer_explore::facet::Facet;
use explorer_explore::measure::Measure;
use explorer_order::ordered;

/// More values than this stand in the order of their names: nobody knows the place of the 40th.
const SHORT: usize = 16;

/// The values that some record has, and the chosen one, with their interactions in all records.
pub fn offered<'e>(
    explorer: &'e Explorer,
    facet: Facet,
    chosen: Option<&str>,
) -> Vec<(&'e Entry, u32)> {
    let totals = explorer.totals(Measure::Interactions).facet(facet);
    let entries = explorer.table().dictionary(facet).entries();
    let values = list_order(explorer, facet).into_iter().filter_map(|code| {
        let (entry, count) = (entries.get(usize::from(code))?, *totals.get(usize::from(code))?);
        (count > 0 || chosen == Some(entry.id.as_str())).then_some((entry, count))
    });
    let values: Vec<_> = values.collect();
    match values.len() > SHORT {
        true => ordered(values, &|(a, _), (b, _)| a.label.cmp(&b.label)),
        false => values,
    }
}
