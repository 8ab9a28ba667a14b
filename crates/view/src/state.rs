//! The state of the view. Two equal states are the same view and have the same link.

use super::chart::Chart;
use super::compare::comparison::Comparison;
use super::compare::pair::Pair;
use super::country_table::{CountrySort, Periods};
use super::layer::Layer;
use super::met_at::MetAt;
use super::split::SplitBy;
use super::split_map::MapSplit;
use super::tour::OnTour;
use super::zoom::Zoom;
use explorer_dataset::pledge::KINDS;
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_explore::grain::Grain;
use explorer_explore::measure::Measure;
use explorer_explore::outcome::Outcome;
use explorer_explore::records::{RecordColumn, Sort};

/// Which page is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Page {
    /// The charts.
    #[default]
    Overview,
    /// The map.
    Map,
    /// The table of countries.
    Countries,
    /// A country's profile, by its code.
    Country(String),
    /// An organization's profile, by its id.
    Organization(String),
    /// The Chinese officials.
    People,
    /// A Chinese official's profile, by id.
    Official(String),
    /// Forums and mechanisms.
    Forums,
    /// A forum's profile, by id.
    Forum(String),
    /// What China pledged.
    Pledges,
    /// Two selections side by side.
    Compare(Box<Pair>),
    /// The paper rebuilt; the section that a link names, or none.
    Paper(String),
    /// The table of events.
    Records,
    /// One event, or one that was withdrawn, by its id.
    Record(String),
    /// Codebook, rules of counting, provenance.
    Method,
    /// What each version of the dataset changed.
    Changes,
    /// A file of the reader's own, by a module of its own.
    File,
    /// The views that the reader has saved, and tours.
    Saved,
    /// A reader's own file beside the open dataset.
    Check,
}

impl Page {
    /// Whether the facets stand beside it.
    pub fn has_facets(&self) -> bool {
        matches!(
            self,
            Self::Overview
                | Self::Map
                | Self::Countries
                | Self::People
                | Self::Forums
                | Self::Records
                | Self::Check
        )
    }

    /// Whether it is made of wide tables, which take the width of the window.
    pub fn is_wide(&self) -> bool {
        matches!(self, Self::Countries | Self::People | Self::Records | Self::Check)
    }

    /// Whether it has bars and a timeline of the records.
    pub fn has_charts(&self) -> bool {
        matches!(
            self,
            Self::Overview
                | Self::Country(_)
                | Self::Organization(_)
                | Self::Official(_)
                | Self::Forum(_)
        )
    }

    /// Whether what it shows follows the filters.
    pub fn is_filtered(&self) -> bool {
        self.has_facets() || self.pair().is_some() || !self.base().is_empty()
    }

    /// The two selections of a comparison.
    pub fn pair(&self) -> Option<&Pair> {
        match self {
            Self::Compare(pair) => Some(pair),
            _ => None,
        }
    }

    /// The facet and the value that the page is about, whatever else is filtered.
    pub fn subject(&self) -> Option<(Facet, &str)> {
        match self {
            Self::Country(iso3) => Some((Facet::Country, iso3)),
            Self::Organization(id) => Some((Facet::Organization, id)),
            Self::Official(id) => Some((Facet::Official, id)),
            Self::Forum(id) => Some((Facet::Forum, id)),
            _ => None,
        }
    }

    /// The filters that the page sets by itself: on a profile, what it is about; on the paper's
    /// page, the paper's window. Nothing on the others.
    pub fn base(&self) -> Filters {
        let mut base = Filters::default();
        if let Some((facet, id)) = self.subject() {
            base.set(facet, id, Standing::Included);
        }
        if let Self::Paper(_) = self {
            base.set(Facet::Window, "yes", Standing::Included);
        }
        base
    }
}

/// The most days of [`ViewState::within`].
pub const MOST_DAYS: u32 = 366;

/// Everything that a link restores.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ViewState {
    /// The open page.
    pub page: Page,
    /// What the reader has filtered. What is in view is their [`ViewState::scope`].
    pub filters: Filters,
    /// What is counted.
    pub measure: Measure,
    /// Width of the timeline's bins.
    pub grain: Grain,
    /// Order of the records.
    pub sort: Sort,
    /// Order of the countries.
    pub country_sort: CountrySort,
    /// Which countries are listed.
    pub met: MetAt,
    /// The periods that the countries view compares.
    pub periods: Periods,
    /// What the map's colours say.
    pub layer: Layer,
    /// Which part of the map is in sight.
    pub zoom: Zoom,
    /// Whether only those of the paper's numbers are listed that the dataset can give.
    pub computable: bool,
    /// How many days may lie between the dates of what counts as the same interaction in a reader's own file
    /// and in the open dataset; at most [`MOST_DAYS`].
    pub within: u32,
    /// Whether timelines mark what happened around the meetings; `None` leaves it to the figure.
    pub around: Option<bool>,
    /// What timelines are split by; `None` shows one for all.
    pub split: Option<SplitBy>,
    /// What maps of counts are split by; `None` shows one for all.
    pub map_split: Option<MapSplit>,
    /// The tour that the reader is on. It stays while filters change, until it is left.
    pub tour: Option<OnTour>,
    /// What links call the dataset that is looked at, if it is not the newest version of the open one: a
    /// version, or a reader's own file ([`crate::own_file::OwnFile`]).
    pub version: Option<String>,
    /// Kinds of pledges, in display order; empty stands for all.
    kinds: Vec<&'static str>,
    /// In display order; empty stands for the default ones.
    columns: Vec<RecordColumn>,
    /// In display order.
    tables: Vec<Chart>,
}

impl ViewState {
    /// A page as it is without a reader's doing, in the version of the dataset that is looked at.
    pub fn of(explorer: &Explorer, page: Page) -> Self {
        let version = explorer.named().map(str::to_owned);
        Self { page, version, ..Self::default() }
    }

    /// The same view in the newest version of the dataset.
    pub fn in_newest(&self) -> Self {
        Self { version: None, ..self.clone() }
    }

    /// The same view on no tour.
    pub fn without_tour(&self) -> Self {
        Self { tour: None, ..self.clone() }
    }

    /// The columns of the records table, in display order. Never empty.
    pub fn columns(&self) -> Vec<RecordColumn> {
        if self.columns.is_empty() { RecordColumn::DEFAULT.to_vec() } else { self.columns.clone() }
    }

    /// Chooses columns; none at all, or just the default ones, is the default.
    pub fn set_columns(&mut self, chosen: &[RecordColumn]) {
        self.columns = RecordColumn::ALL.into_iter().filter(|c| chosen.contains(c)).collect();
        if self.columns == RecordColumn::DEFAULT {
            self.columns.clear();
        }
    }

    /// The kinds of pledges that are chosen, in display order; empty stands for all.
    pub fn kinds(&self) -> &[&'static str] {
        &self.kinds
    }

    /// Whether pledges of a kind are in view.
    pub fn has_kind(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// Chooses a kind of pledges, or takes that back. What is no kind changes nothing, and all
    /// kinds are no choice.
    pub fn toggle_kind(&mut self, kind: &str) {
        let now = self.kinds.clone();
        self.set_kinds(|known| now.contains(known) != (*known == kind));
    }

    /// Chooses only this kind of pledges; if it is the only one, all again.
    pub fn toggle_only_kind(&mut self, kind: &str) {
        let only = self.kinds == [kind];
        self.set_kinds(|known| !only && *known == kind);
    }

    /// The same with all kinds of pledges in view.
    pub fn without_kinds(&self) -> Self {
        Self { kinds: Vec::new(), ..self.clone() }
    }

    fn set_kinds(&mut self, keep: impl Fn(&&'static str) -> bool) {
        self.kinds = KINDS.into_iter().filter(keep).collect();
        if self.kinds.len() == KINDS.len() {
            self.kinds.clear();
        }
    }

    /// The charts that are shown as tables, in display order.
    pub fn tables(&self) -> &[Chart] {
        &self.tables
    }

    /// Shows a chart as a table, or as a chart again.
    pub fn toggle_table(&mut self, chart: Chart) {
        let now = |c: &Chart| self.tables.contains(c) != (*c == chart);
        self.tables = Chart::ALL.into_iter().filter(now).collect();
    }

    /// What is in view: the reader's filters within those that the page sets.
    pub fn scope(&self) -> Filters {
        self.filters.within(&self.page.base())
    }

    /// What the page counts: what its filters leave; of a comparison, what either half shows.
    pub fn outcome(&self, explorer: &Explorer) -> Outcome {
        match self.page.pair() {
            Some(pair) => {
                Comparison::of(explorer, &self.filters, pair, self.measure).either(explorer)
            }
            None => explorer.explore(&self.scope(), self.measure),
        }
    }

    /// The same filters and settings on another page. What the page sets cannot be filtered; on
    /// a counterpart's profile, nor can what follows from `country`: it would leave all or nothing.
    pub fn on(&self, page: Page) -> Self {
        let mut state = Self { page, ..self.clone() };
        for (facet, _) in state.page.base().selections() {
            state.filters.clear(facet);
        }
        if matches!(state.page, Page::Country(_) | Page::Organization(_)) {
            for facet in [Facet::Country, Facet::Organization, Facet::Region, Facet::Gsi] {
                state.filters.clear(facet);
            }
        }
        state
    }

    /// The same page and settings without any filter.
    pub fn unfiltered(&self) -> Self {
        Self { filters: Filters::default(), ..self.clone() }
    }
}
