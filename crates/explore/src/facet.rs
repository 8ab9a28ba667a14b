//! The facets: the dimensions that a reader can filter by choosing values.

/// A facet of the interactions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// Chinese agency.
    Agency,
    /// Chinese official; multi-valued.
    Official,
    /// Rank of the most senior Chinese official.
    Rank,
    /// Bilateral, sideline bilateral or multilateral.
    Format,
    /// In person, by video, by phone.
    Channel,
    /// Region of the counterpart.
    Region,
    /// Counterpart country; organizations have none.
    Country,
    /// Counterpart organization; countries have none.
    Organization,
    /// Kind of the counterpart's office.
    Office,
    /// Forum or mechanism.
    Forum,
    /// Country where it took place.
    Venue,
    /// Topic; multi-valued.
    Topic,
    /// What the counterpart country's support for the GSI rests on.
    Gsi,
    /// Confidence of the record.
    Confidence,
    /// What is uncertain; multi-valued.
    Certainty,
    /// Whether the event lies in the paper's window.
    Window,
}

impl Facet {
    /// How many facets there are.
    pub const COUNT: usize = 16;

    /// All facets in the order of a reader's questions; the position is `self as usize`.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Agency,
        Self::Official,
        Self::Rank,
        Self::Format,
        Self::Channel,
        Self::Region,
        Self::Country,
        Self::Organization,
        Self::Office,
        Self::Forum,
        Self::Venue,
        Self::Topic,
        Self::Gsi,
        Self::Confidence,
        Self::Certainty,
        Self::Window,
    ];

    /// The key in links, and the name in `data-test="facet-NAME"`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Official => "official",
            Self::Rank => "rank",
            Self::Format => "format",
            Self::Channel => "channel",
            Self::Region => "region",
            Self::Country => "country",
            Self::Organization => "org",
            Self::Office => "office",
            Self::Forum => "forum",
            Self::Venue => "venue",
            Self::Topic => "topic",
            Self::Gsi => "gsi",
            Self::Confidence => "confidence",
            Self::Certainty => "certain",
            Self::Window => "window",
        }
    }

    /// The heading on the page.
    pub fn title(self) -> &'static str {
        match self {
            Self::Agency => "Chinese agency",
            Self::Official => "Chinese official",
            Self::Rank => "Chinese rank",
            Self::Format => "Format",
            Self::Channel => "Channel",
            Self::Region => "Region",
            Self::Country => "Country",
            Self::Organization => "Organization",
            Self::Office => "Counterpart\u{2019}s office",
            Self::Forum => "Forum or mechanism",
            Self::Venue => "Venue country",
            Self::Topic => "Topic",
            Self::Gsi => "Support for the GSI",
            Self::Confidence => "Confidence of the record",
            Self::Certainty => "What is uncertain",
            Self::Window => "The paper\u{2019}s window",
        }
    }

    /// What `count` of its values are called: `1 region`, `13 regions`.
    pub fn noun(self, count: usize) -> &'static str {
        let (one, many) = match self {
            Self::Agency => ("agency", "agencies"),
            Self::Official => ("official", "officials"),
            Self::Rank => ("rank", "ranks"),
            Self::Format => ("format", "formats"),
            Self::Channel => ("channel", "channels"),
            Self::Region => ("region", "regions"),
            Self::Country => ("country", "countries"),
            Self::Organization => ("organization", "organizations"),
            Self::Office => ("office", "offices"),
            Self::Forum => ("forum", "forums"),
            Self::Venue => ("venue country", "venue countries"),
            Self::Topic => ("topic", "topics"),
            Self::Gsi => ("kind of support", "kinds of support"),
            Self::Confidence => ("level of confidence", "levels of confidence"),
            Self::Certainty => ("kind of uncertainty", "kinds of uncertainty"),
            Self::Window => ("period", "periods"),
        };
        if count == 1 { one } else { many }
    }

    /// The facet with that key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.key() == key)
    }
}
