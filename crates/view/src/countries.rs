//! The table of countries: what the records in view say of each, in a reader's order, and of all of
//! them; and the organizations after them.

use std::cmp::Ordering;

use super::contacts::Contacts;
use super::country_table::{CountryColumn, CountrySort, Period, Periods, Side};
use super::seniority;
use super::sentence::{label, range_words};
use explorer_dataset::date::PartialDate;
use explorer_explore::Explorer;
use explorer_explore::coding::NONE;
use explorer_explore::dictionary::Code;
use explorer_explore::facet::Facet;
use explorer_explore::filter::DateRange;
use explorer_explore::grain::{Grain, MonthNumber, TimeBin, month_name};
use explorer_explore::measure::Measure;
use explorer_explore::outcome::Outcome;
use explorer_explore::search::fold;
use explorer_number::percent;
use explorer_order::order;

/// What the table says of a country that has a record in view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryRow {
    /// Its code.
    pub iso3: String,
    /// English name.
    pub name: String,
    /// Chinese name.
    pub name_zh: String,
    /// Its place by the count: 1 and how many have a larger one. Equal counts share a place.
    pub position: usize,
    /// The measure of its interactions in view.
    pub count: u32,
    /// Parts of that, in the order of [`CountryColumn::PARTS`].
    pub parts: [u32; CountryColumn::PARTS.len()],
    /// Parts of it per calendar year of the data's span, each with its year.
    pub years: Vec<(i32, u32)>,
    /// What of it was at or beside forums.
    pub forums: AtForums,
    /// First and last contact in view.
    pub contacts: Contacts,
    /// The measure in the two periods, under all filters but the date range.
    pub periods: [u32; 2],
    /// Interactions per quarter of the data's span, under all filters but the date range.
    pub quarters: Vec<u32>,
    /// Highest Chinese rank met in view, by its code.
    pub rank: Option<Code>,
    /// Highest foreign office met in view, by its code; `None` if none is known.
    pub office: Option<Code>,
}

/// What was at or beside a forum, or in a mechanism's meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AtForums {
    /// The measure of it.
    pub count: u32,
    /// The interactions of it.
    interactions: u32,
    /// All interactions in view.
    of: u32,
    /// The one forum that all interactions in view were at or beside, by its code.
    pub only: Option<Code>,
}

impl AtForums {
    /// What stands below the count: a share, or that it is all and at which forum.
    pub fn words(self, explorer: &Explorer) -> String {
        let forums = explorer.table().dictionary(Facet::Forum);
        match self.only.and_then(|code| forums.entry(code)) {
            Some(only) => {
                let name = label(explorer, Facet::Forum, &only.id);
                format!("all, {}", name.split(" (").next().unwrap_or_default())
            }
            None if self.interactions == 0 => String::new(),
            None if self.is_all() => "all".to_owned(),
            None => percent(self.interactions, self.of),
        }
    }

    /// Whether all interactions in view were at or beside forums.
    pub fn is_all(self) -> bool {
        self.of > 0 && self.interactions == self.of
    }

    /// The id of the one forum that all of them were at or beside.
    pub fn only_at(self, explorer: &Explorer) -> Option<&str> {
        let forums = explorer.table().dictionary(Facet::Forum);
        self.only.and_then(|code| forums.entry(code)).map(|forum| forum.id.as_str())
    }

    /// What the column sorts by: the share, and with equal ones who was at one and the same forum
    /// only stands together.
    fn key(self) -> i64 {
        let share = u64::from(self.interactions) * 10_000 / u64::from(self.of.max(1));
        i64::try_from(share).unwrap_or(0) * 1000 + self.only.map_or(0, |code| 1 + i64::from(code))
    }
}

impl CountryRow {
    /// The number in a column of counts; `None` for names, dates and offices, and years without data.
    pub fn number(&self, column: CountryColumn) -> Option<i64> {
        let [earlier, later] = self.periods.map(i64::from);
        match column {
            CountryColumn::Count => Some(self.count.into()),
            CountryColumn::Earlier => Some(earlier),
            CountryColumn::Later => Some(later),
            CountryColumn::Change => Some(later - earlier),
            CountryColumn::Forums => Some(self.forums.count.into()),
            CountryColumn::Year(year) => {
                let found = self.years.iter().find(|(known, _)| *known == i32::from(year))?;
                Some(found.1.into())
            }
            part => {
                let at = CountryColumn::PARTS.iter().position(|p| *p == part)?;
                Some(self.parts[at].into())
            }
        }
    }

    /// What a column sorts by, larger for what stands first when it descends.
    fn key(&self, explorer: &Explorer, column: CountryColumn) -> Option<i64> {
        match column {
            CountryColumn::First => Some(self.contacts.first.first_day().into()),
            CountryColumn::Last => Some(self.contacts.last.first_day().into()),
            // Ranks stand in the codebook from the top.
            CountryColumn::Rank => self.rank.map(|code| -i64::from(code)),
            CountryColumn::Office => {
                let offices = explorer.table().dictionary(Facet::Office);
                let place = self.office.and_then(|code| seniority::place(offices, code))?;
                i64::try_from(place).ok().map(|place| -place)
            }
            CountryColumn::Forums => Some(self.forums.key()),
            counted => self.number(counted),
        }
    }
}

/// The sums below the columns of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountryTotal {
    /// How many countries there are in the table.
    pub countries: usize,
    /// The measure of all of them, and so on as in [`CountryRow`]. What counts for several of them,
    /// as an event does, counts once.
    pub count: u32,
    /// Parts of that, in the order of [`CountryColumn::PARTS`].
    pub parts: [u32; CountryColumn::PARTS.len()],
    /// Parts of that per calendar year.
    pub years: Vec<(i32, u32)>,
    /// What of it was at or beside forums.
    pub forums: AtForums,
    /// The measure in the two periods.
    pub periods: [u32; 2],
}

/// A count that can be told in any measure. Rows must be added in ascending order.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    interactions: u32,
    events: u32,
    last: Option<u32>,
}

impl Tally {
    fn add(&mut self, event: u32) {
        self.interactions += 1;
        if self.last.replace(event) != Some(event) {
            self.events += 1;
        }
    }

    /// The count for one country.
    fn get(&self, measure: Measure) -> u32 {
        match measure {
            Measure::Interactions => self.interactions,
            Measure::Events => self.events,
            Measure::Countries => self.interactions.min(1),
        }
    }
}

/// What is gathered of a country while the rows are read.
#[derive(Debug, Clone, Default)]
struct Gathered {
    count: Tally,
    parts: [Tally; CountryColumn::PARTS.len()],
    years: Vec<Tally>,
    at_forums: Tally,
    forums: Vec<Code>,
    periods: [Tally; 2],
    quarters: Vec<u32>,
    contacts: Option<Contacts>,
    rank: Option<Code>,
    office: Option<(usize, Code)>,
}

/// The countries with a record in view, sorted; equal ones by name.
pub fn rows(
    explorer: &Explorer,
    outcome: &Outcome,
    periods: Periods,
    sort: CountrySort,
) -> Vec<CountryRow> {
    let table = explorer.table();
    let entries = table.dictionary(Facet::Country).entries();
    let mut gathered = vec![Gathered::default(); entries.len()];
    let gathering = Gathering::new(explorer, outcome, periods);
    for row in outcome.at_any_time().iter() {
        for &code in table.column(Facet::Country).codes(row) {
            gathered[usize::from(code)].add(&gathering, row);
        }
    }
    let rows: Vec<CountryRow> = entries
        .iter()
        .zip(gathered)
        .filter_map(|(entry, of)| {
            Some(CountryRow {
                iso3: entry.id.clone(),
                name: entry.label.clone(),
                name_zh: entry.note.clone(),
                position: 0,
                count: of.count.get(outcome.measure),
                parts: of.parts.map(|part| part.get(outcome.measure)),
                years: of.years(&gathering),
                forums: of.forums(outcome.measure),
                contacts: of.contacts?,
                periods: of.periods.map(|period| period.get(outcome.measure)),
                quarters: of.quarters,
                rank: of.rank,
                office: of.office.map(|(_, code)| code),
            })
        })
        .collect();
    sorted(explorer, rows, sort)
}

/// The sums of the table with these rows.
pub fn total(
    explorer: &Explorer,
    outcome: &Outcome,
    periods: Periods,
    rows: &[CountryRow],
) -> CountryTotal {
    let sum = |read: &dyn Fn(&CountryRow) -> u32| rows.iter().map(read).sum::<u32>();
    let years = explorer.table().years();
    let mut total = CountryTotal {
        countries: rows.len(),
        count: sum(&|row| row.count),
        parts: std::array::from_fn(|at| sum(&|row| row.parts[at])),
        years: years.enumerate().map(|(at, year)| (year, sum(&|row| row.years[at].1))).collect(),
        forums: AtForums {
            count: sum(&|row| row.forums.count),
            interactions: sum(&|row| row.forums.interactions),
            of: sum(&|row| row.forums.of),
            only: None,
        },
        periods: [0, 1].map(|at| sum(&|row| row.periods[at])),
    };
    if outcome.measure != Measure::Events {
        return total;
    }
    // An event with several of the countries is one.
    let column = explorer.table().column(Facet::Country);
    let mut listed = vec![false; column.dictionary().entries().len()];
    let codes = rows.iter().filter_map(|row| column.dictionary().code(&row.iso3));
    codes.for_each(|code| listed[usize::from(code)] = true);
    let gathering = Gathering::new(explorer, outcome, periods);
    let mut all = Gathered::default();
    for row in outcome.at_any_time().iter() {
        if column.codes(row).iter().any(|code| listed[usize::from(*code)]) {
            all.add(&gathering, row);
        }
    }
    total.count = all.count.events;
    total.parts = all.parts.map(|part| part.events);
    total.years = all.years(&gathering);
    total.forums.count = all.at_forums.events;
    total.periods = all.periods.map(|period| period.events);
    total
}

/// What rows are gathered by.
struct Gathering<'e> {
    explorer: &'e Explorer,
    outcome: &'e Outcome,
    first_month: MonthNumber,
    quarters: usize,
    years: std::ops::Range<i32>,
    no_forum: Option<Code>,
    ranges: [Option<DateRange>; 2],
}

impl<'e> Gathering<'e> {
    fn new(explorer: &'e Explorer, outcome: &'e Outcome, periods: Periods) -> Self {
        let table = explorer.table();
        Self {
            explorer,
            outcome,
            first_month: table.months().map_or(0, |(first, _)| first),
            quarters: quarters(explorer).len(),
            years: table.years(),
            no_forum: table.dictionary(Facet::Forum).code(NONE),
            ranges: Side::BOTH.map(|side| periods.period(side).map(Period::range)),
        }
    }
}

impl Gathered {
    /// Adds a row that passes every filter but the date range.
    fn add(&mut self, gathering: &Gathering<'_>, row: usize) {
        let table = gathering.explorer.table();
        let (event, month) = (table.event(row), table.month(row));
        self.quarters.resize(gathering.quarters, 0);
        self.years.resize(gathering.years.len(), Tally::default());
        self.quarters[Grain::Quarter.bin_of(gathering.first_month, month)] += 1;
        for (tally, range) in self.periods.iter_mut().zip(gathering.ranges) {
            let (first, last) = table.days(row);
            if range.is_some_and(|range| range.overlaps(first, last)) {
                tally.add(event);
            }
        }
        if gathering.outcome.rows.contains(row) {
            self.take(gathering, row, event);
        }
    }

    /// The measure per year.
    fn years(&self, gathering: &Gathering<'_>) -> Vec<(i32, u32)> {
        let counts = self.years.iter().map(|year| year.get(gathering.outcome.measure));
        gathering.years.clone().zip(counts).collect()
    }

    /// What of it was at or beside forums.
    fn forums(&self, measure: Measure) -> AtForums {
        let (interactions, of) = (self.at_forums.interactions, self.count.interactions);
        let only = match self.forums[..] {
            [only] if interactions == of => Some(only),
            _ => None,
        };
        AtForums { count: self.at_forums.get(measure), interactions, of, only }
    }

    /// Takes in a row that is in view.
    fn take(&mut self, gathering: &Gathering<'_>, row: usize, event: u32) {
        let explorer = gathering.explorer;
        let table = explorer.table();
        self.count.add(event);
        let year = table.month(row).div_euclid(12) - gathering.years.start;
        if let Some(tally) = usize::try_from(year).ok().and_then(|at| self.years.get_mut(at)) {
            tally.add(event);
        }
        let forums = table.column(Facet::Forum).codes(row).iter().copied();
        for forum in forums.filter(|forum| Some(*forum) != gathering.no_forum) {
            self.at_forums.add(event);
            if !self.forums.contains(&forum) {
                self.forums.push(forum);
            }
        }
        for (tally, column) in self.parts.iter_mut().zip(CountryColumn::PARTS) {
            let part = column.part();
            if part.is_some_and(|(facet, id)| table.column(facet).ids(row).any(|of| of == id)) {
                tally.add(event);
            }
        }
        if let Some(event) = explorer.dataset().events.get(event as usize) {
            let now = self.contacts.map_or(Contacts::on(event.date), |c| c.and(event.date));
            self.contacts = Some(now);
        }
        let ranks = table.column(Facet::Rank).codes(row).iter().copied();
        self.rank = ranks.chain(self.rank).min();
        let offices = table.column(Facet::Office);
        let places = offices.codes(row).iter().filter_map(|&code| {
            seniority::place(offices.dictionary(), code).map(|place| (place, code))
        });
        self.office = places.chain(self.office).min();
    }
}

fn sorted(explorer: &Explorer, rows: Vec<CountryRow>, sort: CountrySort) -> Vec<CountryRow> {
    let names: Vec<String> = rows.iter().map(|row| fold(&row.name)).collect();
    let keys: Vec<_> = rows.iter().map(|row| row.key(explorer, sort.column)).collect();
    let turned = |order: Ordering| if sort.descending { order.reverse() } else { order };
    let sorted = order(rows.len(), &|a, b| {
        let by_name = names[a].cmp(&names[b]);
        match (keys[a], keys[b]) {
            _ if sort.column == CountryColumn::Name => turned(by_name),
            (Some(a), Some(b)) => turned(a.cmp(&b)).then(by_name),
            // What is not known comes last, whichever way the table is sorted.
            (a, b) => a.is_none().cmp(&b.is_none()).then(by_name),
        }
    });
    let positions: Vec<usize> = rows
        .iter()
        .map(|row| 1 + rows.iter().filter(|other| other.count > row.count).count())
        .collect();
    let placed = |at: usize| CountryRow { position: positions[at], ..rows[at].clone() };
    sorted.into_iter().map(placed).collect()
}

/// The quarters of the data's span, as [`CountryRow::quarters`] counts them.
pub fn quarters(explorer: &Explorer) -> Vec<TimeBin> {
    let months = explorer.table().months();
    months.map_or_else(Vec::new, |(first, last)| Grain::Quarter.bins(first, last))
}

/// What the table says of an organization that has a record in view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganizationRow {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its interactions in view. There is one per event, so these are its events, too.
    pub count: u32,
    /// First and last contact in view.
    pub contacts: Contacts,
}

/// The organizations with a record in view, by count from the top, equal ones by name.
pub fn organizations(explorer: &Explorer, outcome: &Outcome) -> Vec<OrganizationRow> {
    let table = explorer.table();
    let entries = table.dictionary(Facet::Organization).entries().iter().zip(0..);
    let rows: Vec<OrganizationRow> = entries
        .filter_map(|(entry, code): (_, Code)| {
            let codes = |row: usize| table.column(Facet::Organization).codes(row);
            let dates = outcome.rows.iter().filter(|&row| codes(row).contains(&code));
            let dates: Vec<_> = dates.filter_map(|row| date_of(explorer, row)).collect();
            Some(OrganizationRow {
                id: entry.id.clone(),
                name: entry.label.clone(),
                count: u32::try_from(dates.len()).unwrap_or(u32::MAX),
                contacts: Contacts::of(dates)?,
            })
        })
        .collect();
    let sorted = order(rows.len(), &|a, b| {
        let (a, b) = (&rows[a], &rows[b]);
        b.count.cmp(&a.count).then_with(|| fold(&a.name).cmp(&fold(&b.name)))
    });
    sorted.into_iter().map(|at| rows[at].clone()).collect()
}

/// The date of a row's event.
pub fn date_of(explorer: &Explorer, row: usize) -> Option<PartialDate> {
    let event = explorer.dataset().events.get(explorer.table().event(row) as usize)?;
    Some(event.date)
}

/// The periods that a picker offers, with their words: the years of the data, and the two halves
/// of its span.
pub fn offered(explorer: &Explorer) -> Vec<(Period, String)> {
    let Some((first, last)) = explorer.table().months() else { return Vec::new() };
    let bins = Grain::Month.bins(first, last);
    let date = |at: usize| bins.get(at).and_then(|bin| bin.from());
    let (Some(start), Some(end)) = (date(0), date(bins.len() - 1)) else { return Vec::new() };
    let month = |date: PartialDate| date.month().map_or("", month_name);
    let mut offered = Vec::new();
    for year in start.year()..=end.year() {
        let Some(date) = PartialDate::from_year(year) else { continue };
        // A year that the data does not fill must not look like a year without meetings.
        let mut words = year.to_string();
        if year == start.year() && start.month() != Some(1) {
            words += &format!(" (from {})", month(start));
        }
        if year == end.year() && end.month() != Some(12) {
            words += &format!(" (until {})", month(end));
        }
        offered.push((Period::new(date, date), words));
    }
    let middle = bins.len() / 2;
    let halves = [("First half", 0, middle.max(1) - 1), ("Second half", middle, bins.len() - 1)];
    for (name, from, to) in halves {
        if let (Some(from), Some(to)) = (date(from), date(to)) {
            let period = Period::new(from, to);
            offered.push((period, format!("{name}: {}", words(period))));
        }
    }
    offered
}

/// A period as a reader reads it.
pub fn words(period: Period) -> String {
    range_words(period.range()).unwrap_or_default()
}
