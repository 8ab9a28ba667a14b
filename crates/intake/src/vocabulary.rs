//! Where the words of a cell come from.

use explorer_meaning::mapping::Meaning;
use serde::{Deserialize, Serialize};

/// A list of words that a cell can mean one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Vocabulary {
    /// The Chinese agencies.
    Agency,
    /// The Chinese officials.
    Official,
    /// Their ranks.
    Rank,
    /// Bilateral, sideline, multilateral.
    Format,
    /// In person, by video, by phone.
    Channel,
    /// Countries and organizations, in one column.
    Counterpart,
    /// Organizations in a column of their own.
    Organization,
    /// Kinds of the counterpart's office.
    Office,
    /// Forums and mechanisms.
    Forum,
    /// Countries of the venue.
    Venue,
    /// Topics.
    Topic,
    /// How firm a record is.
    Confidence,
}

impl Vocabulary {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 12] = [
        Self::Agency,
        Self::Official,
        Self::Rank,
        Self::Format,
        Self::Channel,
        Self::Counterpart,
        Self::Organization,
        Self::Office,
        Self::Forum,
        Self::Venue,
        Self::Topic,
        Self::Confidence,
    ];

    /// Its word in a saved mapping.
    pub fn key(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Official => "official",
            Self::Rank => "rank",
            Self::Format => "format",
            Self::Channel => "channel",
            Self::Counterpart => "counterpart",
            Self::Organization => "organization",
            Self::Office => "office",
            Self::Forum => "forum",
            Self::Venue => "venue",
            Self::Topic => "topic",
            Self::Confidence => "confidence",
        }
    }

    /// The one with that word.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|vocabulary| vocabulary.key() == key)
    }

    /// What one of its words is, for a sentence.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Agency => "Chinese agency",
            Self::Official => "Chinese official",
            Self::Rank => "rank",
            Self::Format => "format",
            Self::Channel => "channel",
            Self::Counterpart => "counterpart",
            Self::Organization => "organization",
            Self::Office => "office",
            Self::Forum => "forum",
            Self::Venue => "country of the venue",
            Self::Topic => "topic",
            Self::Confidence => "level of confidence",
        }
    }

    /// The column that its words stand in.
    pub fn meaning(self) -> Meaning {
        match self {
            Self::Agency => Meaning::Agency,
            Self::Official => Meaning::Official,
            Self::Rank => Meaning::Rank,
            Self::Format => Meaning::Format,
            Self::Channel => Meaning::Channel,
            Self::Counterpart => Meaning::Country,
            Self::Organization => Meaning::Organization,
            Self::Office => Meaning::Office,
            Self::Forum => Meaning::Forum,
            Self::Venue => Meaning::Venue,
            Self::Topic => Meaning::Topic,
            Self::Confidence => Meaning::Confidence,
        }
    }

    /// Whether a word that the codebook does not have can be one of the reader's own. The other lists are
    /// what views are made of: what makes a meeting bilateral, say.
    pub fn takes_own(self) -> bool {
        !matches!(self, Self::Format | Self::Channel | Self::Venue)
    }

    /// Whether such a word is one of the reader's own unless the reader says otherwise. In a column of
    /// counterparts it may as well be a misspelt country, and agencies are few.
    pub fn is_own_at_first(self) -> bool {
        self.takes_own() && !matches!(self, Self::Counterpart | Self::Agency)
    }

    /// What becomes of a row whose word is not assigned: without an agency, a format or a counterpart there
    /// is no record, the rest can be left out.
    pub fn is_needed(self) -> bool {
        matches!(self, Self::Agency | Self::Format | Self::Counterpart)
    }
}
