//! The columns of the countries view, their order, and the two periods that it compares.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use explorer_dataset::date::PartialDate;
use explorer_explore::facet::Facet;
use explorer_explore::filter::DateRange;

/// A column of the countries table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CountryColumn {
    /// The country's name.
    Name,
    /// The current measure.
    Count,
    /// Its part in a calendar year.
    Year(i16),
    /// The Ministry of Public Security's part of it.
    Mps,
    /// The Central Political and Legal Affairs Commission's.
    Cplc,
    /// The Ministry of State Security's.
    Mss,
    /// Bilateral meetings' part of it.
    Bilateral,
    /// Sideline bilaterals'.
    Sideline,
    /// Multilateral sessions'.
    Multilateral,
    /// How much of it was at or beside forums.
    Forums,
    /// First contact.
    First,
    /// Last contact.
    Last,
    /// The measure in the earlier period.
    Earlier,
    /// The measure in the later period.
    Later,
    /// The difference between the two.
    Change,
    /// Highest Chinese rank met.
    Rank,
    /// Highest foreign office met.
    Office,
}

impl CountryColumn {
    /// All columns, in display order; those of years follow from the data.
    pub const ALL: [Self; 16] = [
        Self::Name,
        Self::Count,
        Self::Mps,
        Self::Cplc,
        Self::Mss,
        Self::Bilateral,
        Self::Sideline,
        Self::Multilateral,
        Self::Forums,
        Self::First,
        Self::Last,
        Self::Earlier,
        Self::Later,
        Self::Change,
        Self::Rank,
        Self::Office,
    ];

    /// The columns that show a part of the measure, in display order.
    pub const PARTS: [Self; 6] =
        [Self::Mps, Self::Cplc, Self::Mss, Self::Bilateral, Self::Sideline, Self::Multilateral];

    /// Whether a first click on its heading sorts from the top: numbers, last contacts and high
    /// offices are wanted from there, names and first contacts from the beginning.
    pub fn descends_first(self) -> bool {
        !matches!(self, Self::Name | Self::First)
    }

    /// The word in links.
    pub fn id(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Year(year) => return year.to_string().into(),
            Self::Name => "name",
            Self::Count => "count",
            Self::Mps => "mps",
            Self::Cplc => "cplc",
            Self::Mss => "mss",
            Self::Bilateral => "bilateral",
            Self::Sideline => "sideline",
            Self::Multilateral => "multilateral",
            Self::Forums => "forums",
            Self::First => "first",
            Self::Last => "last",
            Self::Earlier => "earlier",
            Self::Later => "later",
            Self::Change => "change",
            Self::Rank => "rank",
            Self::Office => "office",
        })
    }

    /// The column with that id. Four digits are a year.
    pub fn from_id(id: &str) -> Option<Self> {
        let year = || id.parse().ok().filter(|year| (1000..=9999).contains(year)).map(Self::Year);
        Self::ALL.into_iter().find(|column| column.id() == id).or_else(year)
    }

    /// The facet value whose part of the measure it shows, if it shows a part.
    pub fn part(self) -> Option<(Facet, &'static str)> {
        Some(match self {
            Self::Mps => (Facet::Agency, "MPS"),
            Self::Cplc => (Facet::Agency, "CPLC"),
            Self::Mss => (Facet::Agency, "MSS"),
            Self::Bilateral => (Facet::Format, "bilateral"),
            Self::Sideline => (Facet::Format, "sideline"),
            Self::Multilateral => (Facet::Format, "multilateral"),
            _ => return None,
        })
    }
}

/// Order of the countries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountrySort {
    /// By which column.
    pub column: CountryColumn,
    /// Largest or latest first.
    pub descending: bool,
}

impl CountrySort {
    /// The order after a click on a column's heading: the sensible way round first, then the other.
    pub fn after_click(self, column: CountryColumn) -> Self {
        let descending =
            if self.column == column { !self.descending } else { column.descends_first() };
        Self { column, descending }
    }
}

impl Default for CountrySort {
    fn default() -> Self {
        Self { column: CountryColumn::Count, descending: true }
    }
}

/// A period that is compared: whole years, months or days, both ends inclusive and known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    from: PartialDate,
    to: PartialDate,
}

impl Period {
    /// A period; ends that stand the wrong way round are swapped.
    pub fn new(from: PartialDate, to: PartialDate) -> Self {
        if from.first_day() > to.last_day() {
            Self { from: to, to: from }
        } else {
            Self { from, to }
        }
    }

    /// As a date range.
    pub fn range(self) -> DateRange {
        DateRange::new(Some(self.from), Some(self.to))
    }
}

/// `2024`, `2024-03` or `2023-07..2024-06`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to {
            return self.from.fmt(f);
        }
        write!(f, "{}..{}", self.from, self.to)
    }
}

impl FromStr for Period {
    type Err = String;

    /// # Errors
    /// What is wrong with which of its dates.
    fn from_str(text: &str) -> Result<Self, String> {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        let date = |text: &str| text.trim().parse::<PartialDate>().map_err(|e| e.to_string());
        Ok(Self::new(date(from)?, date(to)?))
    }
}

/// The two periods whose difference the countries view shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Periods {
    /// `None` stands for the default, so that equal periods are equal values.
    chosen: [Option<Period>; 2],
}

/// One of the two periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What is compared with.
    Earlier,
    /// What is compared.
    Later,
}

impl Side {
    /// Both, in order of time.
    pub const BOTH: [Self; 2] = [Self::Earlier, Self::Later];

    /// The key in links.
    pub fn key(self) -> &'static str {
        match self {
            Self::Earlier => "earlier",
            Self::Later => "later",
        }
    }

    /// 2023 and 2024: the whole calendar years of the paper's window.
    fn default(self) -> Option<Period> {
        let year = PartialDate::from_year(if self == Self::Earlier { 2023 } else { 2024 })?;
        Some(Period::new(year, year))
    }
}

impl Periods {
    /// What a reader has chosen; `None` for the default.
    pub fn chosen(self, side: Side) -> Option<Period> {
        self.chosen[side as usize]
    }

    /// Chooses a period.
    pub fn choose(&mut self, side: Side, period: Period) {
        self.chosen[side as usize] = Some(period).filter(|_| Some(period) != side.default());
    }

    /// Goes back to the default.
    pub fn clear(&mut self, side: Side) {
        self.chosen[side as usize] = None;
    }

    /// The period in force; always there, as both defaults exist in the calendar.
    pub fn period(self, side: Side) -> Option<Period> {
        self.chosen(side).or_else(|| side.default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_dates_or_stretches_of_them() {
        for text in ["2024", "2024-03", "2023-07..2024-06", "2024-09-08..2024-09-10"] {
            assert_eq!(text.parse::<Period>().map(|p| p.to_string()).as_deref(), Ok(text));
        }
        assert_eq!(
            "2025..2023".parse::<Period>().map(|p| p.to_string()).as_deref(),
            Ok("2023..2025")
        );
        assert!("2024..".parse::<Period>().is_err() && "..".parse::<Period>().is_err());
    }

    #[test]
    fn choosing_the_default_is_choosing_nothing() {
        let mut periods = Periods::default();
        let [earlier, later] = Side::BOTH.map(|side| periods.period(side).map(|p| p.to_string()));
        assert_eq!((earlier.as_deref(), later.as_deref()), (Some("2023"), Some("2024")));
        if let Some(year) = periods.period(Side::Earlier) {
            periods.choose(Side::Later, year);
            assert_eq!(periods.period(Side::Later), Some(year));
            periods.choose(Side::Earlier, year);
            assert_eq!(periods.chosen(Side::Earlier), None);
        }
    }
}
