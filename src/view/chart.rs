//! The charts of the overview, and what each of them counts.

use crate::explore::facet::Facet;

/// A chart that a view shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Chart {
    /// Columns over time, by agency.
    Timeline,
    /// Countries on the map.
    Map,
    /// Regions, ranked.
    Regions,
    /// Countries, ranked.
    Countries,
    /// The three agencies.
    Agencies,
    /// Chinese officials, ranked.
    Officials,
    /// Formats.
    Formats,
    /// Topics, ranked.
    Topics,
    /// Forums, ranked.
    Forums,
}

impl Chart {
    /// All charts, in the order of a reader's questions: when, where, who, how, about what.
    pub const ALL: [Self; 9] = [
        Self::Timeline,
        Self::Map,
        Self::Regions,
        Self::Countries,
        Self::Agencies,
        Self::Officials,
        Self::Formats,
        Self::Topics,
        Self::Forums,
    ];

    /// The word in links and in `data-test="chart-NAME"`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Map => "map",
            Self::Regions => "regions",
            Self::Countries => "countries",
            Self::Agencies => "agencies",
            Self::Officials => "officials",
            Self::Formats => "formats",
            Self::Topics => "topics",
            Self::Forums => "forums",
        }
    }

    /// The chart with that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.id() == id)
    }

    /// The facet whose values are its bars; the timeline has dates instead.
    pub fn facet(self) -> Option<Facet> {
        match self {
            Self::Timeline => None,
            Self::Regions => Some(Facet::Region),
            Self::Map | Self::Countries => Some(Facet::Country),
            Self::Agencies => Some(Facet::Agency),
            Self::Officials => Some(Facet::Official),
            Self::Formats => Some(Facet::Format),
            Self::Topics => Some(Facet::Topic),
            Self::Forums => Some(Facet::Forum),
        }
    }
}
