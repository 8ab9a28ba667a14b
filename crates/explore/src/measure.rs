//! What is counted.

/// A measure: how the interactions in view are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Measure {
    /// One event × one counterpart (country or organization).
    #[default]
    Interactions,
    /// Distinct events, however many counterparts each has.
    Events,
    /// Distinct countries; organizations do not count.
    Countries,
}

impl Measure {
    /// All measures, in display order; the position is `self as usize`.
    pub const ALL: [Self; 3] = [Self::Interactions, Self::Events, Self::Countries];

    /// The word in links.
    pub fn id(self) -> &'static str {
        match self {
            Self::Interactions => "interactions",
            Self::Events => "events",
            Self::Countries => "countries",
        }
    }

    /// The noun for `count` of it: `1 country`, `2 countries`.
    pub fn noun(self, count: u32) -> &'static str {
        match (self, count) {
            (Self::Interactions, 1) => "interaction",
            (Self::Interactions, _) => "interactions",
            (Self::Events, 1) => "event",
            (Self::Events, _) => "events",
            (Self::Countries, 1) => "country",
            (Self::Countries, _) => "countries",
        }
    }
}
