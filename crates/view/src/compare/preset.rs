//! Comparisons that are one step away.

use super::pair::{Half, Pair};
use super::peers::peers;
use crate::country_table::{Periods, Side};
use crate::time::coverage;
use explorer_dataset::date::PartialDate;
use explorer_explore::Explorer;
use explorer_explore::coding::{NONE, UNKNOWN};
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::grain::Grain;
use explorer_explore::measure::Measure;

/// A comparison that is one step away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// Two Chinese agencies.
    Agencies,
    /// Two Chinese officials.
    Officials,
    /// Two countries.
    Countries,
    /// The two periods that the countries are compared in.
    Periods,
    /// Before and after China opened its borders again.
    ZeroCovid,
    /// This view and all that is not in it.
    AllElse,
    /// This view and the same a year before.
    YearBefore,
}

/// The first day without quarantine for travellers, which is when Zero-Covid ended at the border.
const OPEN_BORDERS: (i16, u8, u8) = (2023, 1, 8);

impl Preset {
    /// All of them, in display order.
    pub const ALL: [Self; 7] = [
        Self::Agencies,
        Self::Officials,
        Self::Countries,
        Self::Periods,
        Self::ZeroCovid,
        Self::AllElse,
        Self::YearBefore,
    ];

    /// The word in hooks.
    pub fn id(self) -> &'static str {
        match self {
            Self::Agencies => "agencies",
            Self::Officials => "officials",
            Self::Countries => "countries",
            Self::Periods => "periods",
            Self::ZeroCovid => "zero-covid",
            Self::AllElse => "all-else",
            Self::YearBefore => "year-before",
        }
    }

    /// What stands on its button.
    pub fn label(self) -> &'static str {
        match self {
            Self::Agencies => "Two agencies",
            Self::Officials => "Two officials",
            Self::Countries => "Two countries",
            Self::Periods => "Two periods",
            Self::ZeroCovid => "Before and after Zero-Covid",
            Self::AllElse => "This view and all else",
            Self::YearBefore => "This view and a year before",
        }
    }

    /// What it needs to be told.
    pub fn note(self) -> Option<&'static str> {
        (self == Self::ZeroCovid).then_some(
            "Zero-Covid is taken to end on 8 January 2023, when China ended quarantine for travellers.",
        )
    }

    /// Whether a pair is what it makes, whatever both halves share.
    pub fn is_of(self, explorer: &Explorer, pair: &Pair) -> bool {
        let made = self.of(explorer, &Filters::default(), &Pair::default(), Periods::default());
        made.is_some_and(|(_, made)| made == *pair)
    }

    /// The comparison that it makes of what is compared now: the filters that both share, and the two
    /// selections. `None` where it can make none.
    pub fn of(
        self,
        explorer: &Explorer,
        shared: &Filters,
        pair: &Pair,
        periods: Periods,
    ) -> Option<(Filters, Pair)> {
        match self {
            Self::Agencies => two_values(explorer, &view(shared, pair), Facet::Agency),
            Self::Officials => two_values(explorer, &view(shared, pair), Facet::Official),
            Self::Countries => two_values(explorer, &view(shared, pair), Facet::Country),
            Self::Periods => {
                let [a, b] = Side::BOTH.map(|side| periods.period(side).map(|p| p.range()));
                Some(two_periods(view(shared, pair), a?, b?))
            }
            Self::ZeroCovid => {
                let (year, month, day) = OPEN_BORDERS;
                let after = PartialDate::from_day(year, month, day);
                let before = PartialDate::from_day(year, month, day - 1);
                let ranges = [DateRange::new(None, before), DateRange::new(after, None)];
                let [before, after] = ranges;
                Some(two_periods(view(shared, pair), before, after))
            }
            Self::AllElse if pair.a.is_empty() => {
                let pair = Pair::with_all_else(shared)?;
                Some((Filters::default(), pair))
            }
            Self::AllElse if shared.except().is_some() => None,
            Self::AllElse => Some((shared.clone(), Pair::with_all_else(&pair.a)?)),
            Self::YearBefore => {
                let view = pair.scope(Half::A, shared);
                let range = whole_range(explorer, view.range)?;
                Some(two_periods(view, range, a_year_before(range)?))
            }
        }
    }
}

/// What a comparison is about, without what tells its halves apart; of a selection and all else, the
/// selection.
fn view(shared: &Filters, pair: &Pair) -> Filters {
    if pair.is_all_else() { pair.scope(Half::A, shared) } else { shared.clone() }
}

/// Two values of a facet: the one that is chosen and its nearest peer, or the two with the most.
fn two_values(explorer: &Explorer, view: &Filters, facet: Facet) -> Option<(Filters, Pair)> {
    let mut chosen = view.selection(facet).included().iter();
    let chosen = chosen.next().filter(|_| chosen.next().is_none()).cloned();
    let mut shared = view.clone();
    shared.clear(facet);
    let [a, b] = match chosen {
        Some(id) => {
            let peer = peers(explorer, facet, &id).peers.into_iter().next()?;
            [id, peer.id]
        }
        None => {
            let most = |shared: &Filters| {
                let outcome = explorer.explore(shared, Measure::Interactions);
                let order = crate::ranking::count_order(explorer, &outcome, facet).into_iter();
                let entries = explorer.table().dictionary(facet);
                let ids = order.filter(|code| outcome.facet(facet)[usize::from(*code)] > 0);
                let ids = ids.filter_map(|code| entries.entry(code).map(|entry| entry.id.clone()));
                let ids = ids.filter(|id| *id != NONE && *id != UNKNOWN);
                <[String; 2]>::try_from(ids.take(2).collect::<Vec<_>>()).ok()
            };
            // Where the filters leave fewer than two, those of all records.
            most(&shared).or_else(|| most(&Filters::default()))?
        }
    };
    let only = |id: &str| {
        let mut filters = Filters::default();
        filters.set(facet, id, Standing::Included);
        filters
    };
    Some((shared, Pair { a: only(&a), b: only(&b) }))
}

fn two_periods(mut shared: Filters, a: DateRange, b: DateRange) -> (Filters, Pair) {
    shared.range = DateRange::default();
    let during = |range: DateRange| {
        let mut filters = Filters::default();
        filters.range = range;
        filters
    };
    (shared, Pair { a: during(a), b: during(b) })
}

/// A range with both of its ends: those that are open end with the records. An open range is the last
/// whole year of the records.
fn whole_range(explorer: &Explorer, range: DateRange) -> Option<DateRange> {
    let (first, last) = explorer.table().months()?;
    if range.is_open() {
        let (_, covered) = coverage(explorer)?;
        let years = explorer.table().years().rev();
        let mut years = years.filter_map(|year| PartialDate::from_year(i16::try_from(year).ok()?));
        let year = years.find(|year| year.last_day() <= covered)?;
        return Some(DateRange::new(Some(year), Some(year)));
    }
    let bins = Grain::Month.bins(first, last);
    let from = range.from().or_else(|| bins.first()?.from());
    let to = range.to().or_else(|| bins.last()?.to());
    Some(DateRange::new(from, to))
}

/// The same range a year before; `None` if it has an open end, or begins with the calendar.
pub fn a_year_before(range: DateRange) -> Option<DateRange> {
    let before = |date: PartialDate| {
        let year = date.year() - 1;
        match (date.month(), date.day()) {
            (Some(month), Some(day)) => PartialDate::from_day(year, month, day)
                // The 29th of February.
                .or_else(|| PartialDate::from_day(year, month, day - 1)),
            (Some(month), None) => PartialDate::from_month(year, month),
            _ => PartialDate::from_year(year),
        }
    };
    Some(DateRange::new(Some(before(range.from()?)?), Some(before(range.to()?)?)))
}
