//! Every number of the paper that the dataset can give, computed by the engine and by a naive
//! pass over the JSON files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::sync::LazyLock;

use explorer::dataset::embedded;
use explorer::explore::Explorer;
use explorer::view::published::comparisons;

static EXPLORER: LazyLock<Explorer> =
    LazyLock::new(|| Explorer::new(embedded().expect("the build checked it")));

#[test]
fn show() {
    for c in comparisons(&EXPLORER) {
        if c.published.is_computable() {
            println!("{} | {} | {} | {:?} | {:?} | {:?}", c.published.group, c.published.id, c.published.value, c.computed.map(|n| n.words()), c.difference(), c.coverage());
        }
    }
}
