//! A map per agency or per year, all with the same classes: small multiples.

use explorer_explore::Explorer;
use explorer_explore::bitset::BitSet;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::grain::{Grain, TimeBin};
use explorer_explore::measure::Measure;
use explorer_explore::outcome::{counted, less, measured, rows_of};

use super::classes::{class_of, classes};
use super::uncertain::matters;

/// What a map is split by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MapSplit {
    /// A map per Chinese agency.
    Agency,
    /// A map per calendar year.
    Year,
}

impl MapSplit {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Agency, Self::Year];

    /// The word in links, and what one of its values is called.
    pub fn id(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Year => "year",
        }
    }

    /// The one with that id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.id() == id)
    }
}

/// A map of what has one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapPanel {
    /// The id of the agency, or the year.
    pub id: String,
    /// Counts per country, by its code, under all filters but that of countries.
    pub counts: Vec<u32>,
    /// How much of each is uncertain.
    pub uncertain: Vec<u32>,
    /// The measure of all that it has, counterparts that are organizations included.
    pub whole: u32,
    /// The year, if it is one.
    bin: Option<TimeBin>,
}

impl MapPanel {
    /// How many countries have a record.
    pub fn countries(&self) -> u32 {
        self.counts.iter().map(|count| u32::from(*count > 0)).sum()
    }

    /// The class of each country, by its code, among those of the whole map; `None` for no record.
    pub fn classes(&self, explorer: &Explorer, measure: Measure) -> Vec<Option<usize>> {
        let all = explorer.totals(measure).facet(Facet::Country);
        let ranges = classes(all.iter().copied().max().unwrap_or_default());
        self.counts.iter().map(|count| class_of(&ranges, *count)).collect()
    }

    /// Whether each country is dotted.
    pub fn dotted(&self) -> Vec<bool> {
        let both = self.uncertain.iter().zip(&self.counts);
        both.map(|(some, all)| matters(*some, *all)).collect()
    }

    /// Shows only what the panel has of a country; all of both again if that is in view already.
    pub fn choose(&self, filters: &mut Filters, iso3: &str) {
        let mut only = filters.clone();
        only.clear(Facet::Country);
        only.set(Facet::Country, iso3, Standing::Included);
        match self.bin {
            Some(bin) => only.range = DateRange::new(bin.from(), bin.to()),
            None => {
                only.clear(Facet::Agency);
                only.set(Facet::Agency, &self.id, Standing::Included);
            }
        }
        if *filters == only {
            only.clear(Facet::Country);
            match self.bin {
                Some(_) => only.range = DateRange::default(),
                None => only.clear(Facet::Agency),
            }
        }
        *filters = only;
    }
}

/// A map per value that some country has a record of, in the order of the agencies or of time. No
/// interaction is lost: an event has one agency and one year.
pub fn split_map(
    explorer: &Explorer,
    filters: &Filters,
    measure: Measure,
    by: MapSplit,
) -> Vec<MapPanel> {
    let table = explorer.table();
    // As on the whole map, so that countries can be compared with those that are chosen.
    let mut others = filters.clone();
    others.clear(Facet::Country);
    let in_view = rows_of(table, &others);
    let years = table.months().map(|(first, last)| Grain::Year.bins(first, last));
    let years = years.unwrap_or_default();
    let agencies = table.column(Facet::Agency);
    let values: Vec<(String, Option<TimeBin>)> = match by {
        MapSplit::Agency => {
            let entries = agencies.dictionary().entries().iter();
            entries.map(|entry| (entry.id.clone(), None)).collect()
        }
        MapSplit::Year => years.iter().map(|bin| (bin.key(), Some(*bin))).collect(),
    };
    let panel = |(at, (id, bin)): (usize, (String, Option<TimeBin>))| {
        let is_of = |row: usize| match bin {
            Some(bin) => (bin.first..bin.first + bin.months).contains(&table.month(row)),
            None => agencies.codes(row).iter().any(|code| usize::from(*code) == at),
        };
        let rows = BitSet::from_fn(table.len(), |row| in_view.contains(row) && is_of(row));
        let mut certain = rows.clone();
        certain.intersect(table.certain());
        let counts = |rows: &BitSet| counted(table, rows, Facet::Country, measure);
        let of_all = counts(&rows);
        MapPanel {
            id,
            uncertain: less(&of_all, &counts(&certain)),
            counts: of_all,
            whole: measured(table, &rows, measure),
            bin,
        }
    };
    let panels = values.into_iter().enumerate().map(panel);
    panels.filter(|panel| panel.countries() > 0).collect()
}
