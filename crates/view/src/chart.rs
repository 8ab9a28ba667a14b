//! The charts, and what each of them counts.

use explorer_explore::facet::Facet;

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
    /// Officials × regions.
    OfficialRegions,
    /// Agencies × the counterpart's office.
    AgencyOffices,
    /// Offices of the counterparts, ranked.
    Offices,
    /// Sessions of forums over time.
    Sessions,
    /// How many took part in comparable forums.
    ForumSizes,
    /// How much of each year took place around the Lianyungang forum.
    ForumShare,
    /// Members of a forum on the map.
    Members,
    /// Pledges over time.
    Pledges,
    /// A figure of the paper by its number, where it is no other chart.
    Figure(u8),
    /// The reach of an agency on the map, by its place among the agencies.
    Reach(u8),
    /// Both halves of a comparison over time.
    ComparedTime,
    /// A half of a comparison on the map: the first, 0, or the second, 1.
    ComparedMap(u8),
    /// Both halves of a comparison by a facet.
    Compared(Facet),
}

impl Chart {
    /// The charts of the overview, in the order of a reader's questions: when, where, who, how,
    /// about what.
    pub const OVERVIEW: [Self; 9] = [
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

    /// The charts of a comparison by a facet, in the order of a reader's questions.
    pub const COMPARED: [Self; 9] = [
        Self::Compared(Facet::Region),
        Self::Compared(Facet::Country),
        Self::Compared(Facet::Agency),
        Self::Compared(Facet::Official),
        Self::Compared(Facet::Rank),
        Self::Compared(Facet::Office),
        Self::Compared(Facet::Format),
        Self::Compared(Facet::Topic),
        Self::Compared(Facet::Forum),
    ];

    /// All charts, in the order in which links name them.
    pub const ALL: [Self; 38] = [
        Self::Timeline,
        Self::Map,
        Self::Regions,
        Self::Countries,
        Self::Agencies,
        Self::Officials,
        Self::Formats,
        Self::Topics,
        Self::Forums,
        Self::OfficialRegions,
        Self::AgencyOffices,
        Self::Offices,
        Self::Sessions,
        Self::ForumSizes,
        Self::ForumShare,
        Self::Members,
        Self::Pledges,
        Self::Figure(1),
        Self::Figure(2),
        Self::Figure(4),
        Self::Figure(5),
        Self::Figure(8),
        Self::Figure(9),
        Self::Reach(0),
        Self::Reach(1),
        Self::Reach(2),
        Self::ComparedTime,
        Self::ComparedMap(0),
        Self::ComparedMap(1),
        Self::Compared(Facet::Region),
        Self::Compared(Facet::Country),
        Self::Compared(Facet::Agency),
        Self::Compared(Facet::Official),
        Self::Compared(Facet::Rank),
        Self::Compared(Facet::Office),
        Self::Compared(Facet::Format),
        Self::Compared(Facet::Topic),
        Self::Compared(Facet::Forum),
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
            Self::OfficialRegions => "officials-by-region",
            Self::AgencyOffices => "agencies-by-office",
            Self::Offices => "offices",
            Self::Sessions => "sessions",
            Self::ForumSizes => "forum-sizes",
            Self::ForumShare => "forum-share",
            Self::Members => "members",
            Self::Pledges => "pledges",
            Self::Figure(1) => "figure-1",
            Self::Figure(2) => "figure-2",
            Self::Figure(4) => "figure-4",
            Self::Figure(5) => "figure-5",
            Self::Figure(8) => "figure-8",
            Self::Figure(_) => "figure-9",
            Self::Reach(0) => "reach-1",
            Self::Reach(1) => "reach-2",
            Self::Reach(_) => "reach-3",
            Self::ComparedTime => "compare-timeline",
            Self::ComparedMap(0) => "compare-map-a",
            Self::ComparedMap(_) => "compare-map-b",
            Self::Compared(Facet::Region) => "compare-regions",
            Self::Compared(Facet::Country) => "compare-countries",
            Self::Compared(Facet::Agency) => "compare-agencies",
            Self::Compared(Facet::Official) => "compare-officials",
            Self::Compared(Facet::Rank) => "compare-ranks",
            Self::Compared(Facet::Office) => "compare-offices",
            Self::Compared(Facet::Format) => "compare-formats",
            Self::Compared(Facet::Topic) => "compare-topics",
            Self::Compared(_) => "compare-forums",
        }
    }

    /// The chart with that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.id() == id)
    }

    /// Whether it shows both halves of a comparison, or one.
    pub fn is_compared(self) -> bool {
        matches!(self, Self::ComparedTime | Self::ComparedMap(_) | Self::Compared(_))
    }

    /// The facet whose values are the bars of a chart; the timeline has dates instead, and heat
    /// maps show two facets.
    pub fn facet(self) -> Option<Facet> {
        match self {
            Self::Regions => Some(Facet::Region),
            Self::Map | Self::Countries => Some(Facet::Country),
            Self::Agencies => Some(Facet::Agency),
            Self::Officials => Some(Facet::Official),
            Self::Formats => Some(Facet::Format),
            Self::Topics => Some(Facet::Topic),
            Self::Forums => Some(Facet::Forum),
            Self::Offices => Some(Facet::Office),
            Self::Compared(facet) => Some(facet),
            _ => None,
        }
    }
}
