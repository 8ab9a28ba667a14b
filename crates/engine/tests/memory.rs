//! What a row takes, all filters set and a brush started.

#![allow(clippy::unwrap_used, missing_docs)]

use explorer_engine::{Crossfilter, TableBuilder};

/// The columns of the benchmark: bins of eight categories, and days of the date.
const VALUES: [u32; 8] = [3, 5, 8, 12, 24, 48, 96, 190];
const DAYS: u32 = 1096;
/// The bar, in bytes per row.
const BAR: usize = 40;

#[test]
fn a_row_of_eight_categories_and_a_date_takes_at_most_forty_bytes() {
    let rows = 200_000_u32;
    let mut random = 1_u32;
    let mut next = |bound: u32| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 8) % bound
    };
    let mut builder = TableBuilder::new();
    for values in VALUES {
        let labels: Vec<String> = (0..values).map(|value| format!("value {value}")).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let codes: Vec<u8> = (0..rows).map(|_| next(values) as u8).collect();
        builder.category_codes(&format!("{values} values"), &labels, codes).unwrap();
    }
    builder.days("date", (0..rows).map(|_| 19_000 + next(DAYS) as i32).collect());
    let mut view = Crossfilter::new(builder.finish().unwrap());
    for dimension in 0..8 {
        view.toggle(dimension, 0);
        view.toggle(dimension, 1);
    }
    view.search(&[], "value 1");
    view.start_brush(8).unwrap();
    view.brush(100, 600);
    let memory = view.memory();
    assert!(memory.brush > 0 && memory.filters > 0);
    assert!(memory.total() <= BAR * rows as usize, "{memory:?}");
    // Tiles and dictionaries do not grow with the rows: without them this is what each further row takes.
    let growing = memory.total() - memory.brush - memory.dictionaries;
    assert!(growing <= 24 * rows as usize, "{memory:?}");
    assert!(memory.columns <= 8 * rows as usize + 16 * DAYS as usize, "{memory:?}");
}
