//! A timeline per value of a facet, on one scale: small multiples.

use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::grain::Grain;
use explorer_explore::outcome::{Outcome, less};

use super::chart::Chart;
use super::time::TimeCount;

/// What a timeline is split by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SplitBy {
    /// A timeline per Chinese agency.
    Agency,
    /// A timeline per region.
    Region,
    /// A timeline per Chinese official.
    Official,
    /// A timeline per country.
    Country,
}

impl SplitBy {
    /// All of them, from the fewest values to the most.
    pub const ALL: [Self; 4] = [Self::Agency, Self::Region, Self::Official, Self::Country];

    /// The facet whose values have a timeline each.
    pub fn facet(self) -> Facet {
        match self {
            Self::Agency => Facet::Agency,
            Self::Region => Facet::Region,
            Self::Official => Facet::Official,
            Self::Country => Facet::Country,
        }
    }

    /// The word in links.
    pub fn id(self) -> &'static str {
        self.facet().key()
    }

    /// The one with that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.id() == id)
    }

    /// The chart that ranks the same values: what is said of it is true of the small multiples, too.
    pub fn ranking(self) -> Chart {
        match self {
            Self::Agency => Chart::Agencies,
            Self::Region => Chart::Regions,
            Self::Official => Chart::Officials,
            Self::Country => Chart::Countries,
        }
    }
}

/// A small timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SplitPanel {
    /// The id of its value; empty for what has none.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Counts per period, under all filters but the date range.
    pub counts: Vec<u32>,
    /// How much of each is uncertain.
    pub uncertain: Vec<u32>,
    /// These together. With countries as measure, a country counts once per period.
    pub sum: u32,
}

/// A timeline per value that has a record in `bins`, which are those of the timeline that is split: the one
/// with the most first and what has no value last. No interaction is lost: each is in the panel of every
/// value that it has, or in the last one.
pub fn split(
    explorer: &Explorer,
    outcome: &Outcome,
    bins: &[TimeCount],
    grain: Grain,
    by: SplitBy,
) -> Vec<SplitPanel> {
    let (table, facet) = (explorer.table(), by.facet());
    // The axis may begin behind the first record: see `timeline_on`.
    let before = match (table.months(), bins.first()) {
        (Some((first, _)), Some(count)) => grain.bin_of(first, count.bin.first),
        _ => 0,
    };
    let of_values = |outcome: &Outcome| {
        let mut periods = outcome.over_time(table, grain, facet);
        periods.truncate(before + bins.len());
        periods.drain(..before.min(periods.len()));
        periods
    };
    let (whole, certain) = (of_values(outcome), of_values(outcome.certain()));
    let of_code = |periods: &[Vec<u32>], code: usize| -> Vec<u32> {
        periods.iter().map(|codes| codes.get(code).copied().unwrap_or(0)).collect()
    };
    let entries = table.dictionary(facet).entries();
    let of_value = entries.iter().enumerate().map(|(code, entry)| {
        let counts = [of_code(&whole, code), of_code(&certain, code)];
        panel(entry.id.clone(), entry.label.clone(), counts)
    });
    let mut panels: Vec<SplitPanel> = of_value.filter(|panel| panel.sum > 0).collect();
    panels.sort_by_key(|panel| std::cmp::Reverse(panel.sum));
    let rest = [outcome, outcome.certain()].map(|outcome| {
        let rest = outcome.over_time_without(table, grain, facet);
        rest.into_iter().skip(before).take(bins.len()).collect()
    });
    let rest = panel(String::new(), format!("No {}", facet.noun(1)), rest);
    panels.extend((rest.sum > 0).then_some(rest));
    panels
}

/// A panel of counts, and of those of them that are certain.
fn panel(id: String, label: String, [counts, certain]: [Vec<u32>; 2]) -> SplitPanel {
    let sum = counts.iter().fold(0, |sum: u32, count| sum.saturating_add(*count));
    SplitPanel { id, label, uncertain: less(&counts, &certain), counts, sum }
}
