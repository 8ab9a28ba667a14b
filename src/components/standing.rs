//! How a value that can be chosen is drawn and said.

use explorer_chart::MarkState;
use explorer_explore::filter::Standing;

/// How a mark is drawn; `including` says whether any value beside it is included.
pub fn mark_state(standing: Standing, including: bool) -> MarkState {
    match standing {
        Standing::Included => MarkState::Included,
        Standing::Excluded => MarkState::Excluded,
        Standing::Free if including => MarkState::Muted,
        Standing::Free => MarkState::Plain,
    }
}

/// How a value stands, as `data-state` and as a screen reader says it after its name.
pub fn standing_words(standing: Standing) -> (&'static str, &'static str) {
    match standing {
        Standing::Free => ("free", ""),
        Standing::Included => ("included", ""),
        Standing::Excluded => ("excluded", ", excluded"),
    }
}
