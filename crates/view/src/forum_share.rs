//! How much of each year took place around the Lianyungang forum.
//!
//! *Around* is a matter of days: from [`AROUND`] days before the first day of the session to as
//! many after its last. So every number is that of a plain date range, and its link leads to the
//! very records that it counts. Whatever is recorded as held beside the forum lies in these days;
//! so do the regional meetings that the same guests came for.
//!
//! A year whose session lies outside of what the records cover has no share: it is blank, not 0.

use super::finding::NOTHING;
use super::profile::only;
use super::whole::whole;
use explorer_dataset::date::{Day, PartialDate};
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::outcome::{Outcome, Summary};
use explorer_number::{grouped, percent};

/// The forum's id.
pub const FORUM: &str = "gpscfl";

/// How many days before and after a session still count as around it: as few as leave nothing out
/// that is recorded as beside the forum.
pub const AROUND: Day = 2;

/// A year's interactions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearShare {
    /// The year.
    pub year: i16,
    /// In the days around the session.
    pub around: u32,
    /// Of these, meetings recorded as held beside the forum.
    pub sideline: u32,
    /// In the whole year.
    pub all: u32,
    /// The days around the session; `None` where none of its days is known, there was none, or the
    /// records do not reach to them: then nothing is counted as around it.
    pub days: Option<DateRange>,
}

impl YearShare {
    /// The filters whose records are those [`around`](Self::around) the session.
    pub fn around_link(&self, scope: &Filters) -> Option<Filters> {
        let mut filters = scope.clone();
        filters.range = self.days?;
        Some(filters)
    }

    /// The filters whose records are the [`sideline`](Self::sideline) meetings.
    pub fn sideline_link(&self, scope: &Filters) -> Option<Filters> {
        let mut filters = self.around_link(scope)?;
        for (facet, id) in [(Facet::Forum, FORUM), (Facet::Format, "sideline")] {
            filters.clear(facet);
            filters.set(facet, id, Standing::Included);
        }
        Some(filters)
    }

    /// The filters whose records are [`all`](Self::all) of the year.
    pub fn year_link(&self, scope: &Filters) -> Filters {
        let year = PartialDate::from_year(self.year);
        let mut filters = scope.clone();
        filters.range = DateRange::new(year, year);
        filters
    }
}

/// The days around the forum's session of a year, if it met and its days are known.
pub fn days_around(explorer: &Explorer, year: i16) -> Option<DateRange> {
    let year = year.to_string();
    let editions = &explorer.dataset().forum_editions;
    let (first, last) = editions.iter().find(|edition| edition.edition == year)?.days()?;
    let from = PartialDate::from_days(first.first_day() - AROUND)?;
    let to = PartialDate::from_days(last.last_day() + AROUND)?;
    Some(DateRange::new(Some(from), Some(to)))
}

/// The years that the records span. `outcome` is what is in view; of its filters all count but
/// the date range, as on a timeline, so that years can be compared. `base` is what the page is about:
/// where the paper's window ends before a session, its year has none here.
pub fn by_year(explorer: &Explorer, base: &Filters, outcome: &Outcome) -> Vec<YearShare> {
    let covered = covered(explorer, &whole(explorer, base, outcome.measure));
    let table = explorer.table();
    let Some((first, last)) = table.months() else { return Vec::new() };
    let code = |facet, id| table.dictionary(facet).code(id);
    let (forum, sideline) = (code(Facet::Forum, FORUM), code(Facet::Format, "sideline"));
    let has = |row, facet, code: Option<_>| {
        code.is_some_and(|code| table.column(facet).codes(row).contains(&code))
    };
    let year_of = |month: i32| i16::try_from(month.div_euclid(12)).unwrap_or_default();
    let years = (year_of(first)..=year_of(last)).map(|year| {
        let days = days_around(explorer, year).filter(|days| {
            covered.is_some_and(|(first, last)| {
                let starts = days.from().is_some_and(|from| from.first_day() >= first);
                starts && days.to().is_some_and(|to| to.last_day() <= last)
            })
        });
        let mut share = YearShare { year, around: 0, sideline: 0, all: 0, days };
        let whole = PartialDate::from_year(year);
        let whole = DateRange::new(whole, whole);
        for row in outcome.at_any_time().iter() {
            let (first, last) = table.days(row);
            if !whole.overlaps(first, last) {
                continue;
            }
            share.all += 1;
            if days.is_some_and(|days| days.overlaps(first, last)) {
                share.around += 1;
                share.sideline +=
                    u32::from(has(row, Facet::Forum, forum) && has(row, Facet::Format, sideline));
            }
        }
        share
    });
    years.collect()
}

/// The first and the last day of the records of an outcome. Those of a month count by its first day.
fn covered(explorer: &Explorer, outcome: &Outcome) -> Option<(Day, Day)> {
    let days = || outcome.rows.iter().map(|row| explorer.table().days(row).0);
    Some((days().min()?, days().max()?))
}

/// The year of which the paper tells how much of it took place around the forum.
const TOLD: i16 = 2024;

/// Another way to count what took place around the forum of 2024.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherCount {
    /// What is counted.
    pub words: &'static str,
    /// The filters of its records.
    pub filters: Filters,
    /// Its interactions.
    pub interactions: u32,
    /// Its events.
    pub events: u32,
}

/// The other ways to count the forum of 2024, each narrower or wider than this chart: the ministry's
/// meetings in the ten days that fit the paper's words best, and what belongs to the forum itself.
pub fn other_counts(explorer: &Explorer, scope: &Filters) -> Vec<OtherCount> {
    let day = |day| PartialDate::from_day(TOLD, 9, day);
    let year = PartialDate::from_year(TOLD);
    let ways = [
        ("by the MPS alone from 5 to 14 September", Facet::Agency, "MPS", (day(5), day(14))),
        ("at the forum itself or recorded as beside it", Facet::Forum, FORUM, (year, year)),
    ];
    let ways = ways.into_iter().map(|(words, facet, id, (from, to))| {
        let mut filters = only(scope, facet, id);
        filters.range = DateRange::new(from, to);
        let Summary { interactions, events, .. } = explorer.summary(&filters);
        OtherCount { words, filters, interactions, events }
    });
    ways.collect()
}

/// The year with the largest share.
pub fn finding(shares: &[YearShare]) -> String {
    let top = shares.iter().filter(|share| share.around > 0).max_by(|a, b| {
        let left = u64::from(a.around) * u64::from(b.all);
        left.cmp(&(u64::from(b.around) * u64::from(a.all)))
    });
    match top {
        Some(top) => format!(
            "In {}, {} of the interactions took place around the Lianyungang forum: {} of {}",
            top.year,
            percent(top.around, top.all),
            grouped(top.around),
            grouped(top.all)
        ),
        None => NOTHING.to_owned(),
    }
}
