//! Pledges: which are in view, and what those of a kind add up to.

use super::finding::NOTHING;
use super::sentence::date_words;
use super::state::ViewState;
use explorer_dataset::Dataset;
use explorer_dataset::date::Day;
use explorer_dataset::pledge::{KINDS, Pledge};
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_number::grouped;

/// A pledge, and whether the reader's choice of kinds leaves it in view.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shown<'e> {
    /// Which.
    pub pledge: &'e Pledge,
    /// Whether its kind is chosen, or none is.
    pub in_view: bool,
}

/// The amount and the years of a pledge in words; `None` if neither is known.
pub fn quantity_words(pledge: &Pledge) -> Option<String> {
    let amount = pledge.quantity.zip(pledge.unit.as_ref());
    let amount = amount.map(|(count, unit)| format!("{} {unit}", grouped(count)));
    // Where years are what was promised, the period would say the same again.
    let period = pledge.period_years.filter(|_| pledge.unit.as_deref() != Some("years"));
    let years = period.map(|years| match years {
        1 => "within one year".to_owned(),
        years => format!("over {years} years"),
    });
    let words: Vec<String> = amount.into_iter().chain(years).collect();
    (!words.is_empty()).then(|| format!("Amount: {}.", words.join(" ")))
}

/// What a number of pledges of one unit add up to. What was promised and what is said to be done are
/// summed apart: the one may be the other's fulfilment.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum<'e> {
    /// Of what.
    pub unit: &'e str,
    /// Whether it is said to be done, rather than promised.
    pub done: bool,
    /// How much; `u32::MAX` also stands for more.
    pub quantity: u32,
    /// The pledges, in the order of time.
    pub pledges: Vec<&'e Pledge>,
}

/// A kind with its pledges.
#[derive(Debug, Clone, PartialEq)]
pub struct Kind<'e> {
    /// One of [`KINDS`].
    pub id: &'static str,
    /// How many pledges, under all filters but that of kinds.
    pub count: u32,
    /// How many there are.
    pub total: u32,
    /// What they add up to, by unit. Only people to be trained are added: square metres, years or
    /// dollars of different things add up to nothing.
    pub sums: Vec<Sum<'e>>,
}

/// The heading of a kind.
pub fn title(kind: &str) -> &'static str {
    match kind {
        "training" => "Training",
        "equipment" => "Equipment",
        "facility" => "Facilities",
        "agreement" => "Agreements",
        "deployment" => "Deployments",
        _ => "Funding",
    }
}

/// The word of a kind within a sentence, for that many.
pub fn noun(kind: &str, count: u32) -> &'static str {
    match (kind, count) {
        ("facility", 1) => "facility",
        ("facility", _) => "facilities",
        ("agreement", 1) => "agreement",
        ("agreement", _) => "agreements",
        ("deployment", 1) => "deployment",
        ("deployment", _) => "deployments",
        ("training", _) => "training",
        ("equipment", _) => "equipment",
        _ => "funding",
    }
}

/// Which kinds there are most of.
pub fn finding(shown: &[Shown<'_>]) -> String {
    let count = |kind: &str| {
        let of_kind = shown.iter().filter(|shown| shown.in_view && shown.pledge.kind == kind);
        u32::try_from(of_kind.count()).unwrap_or(u32::MAX)
    };
    let all: u32 = KINDS.iter().map(|kind| count(kind)).sum();
    let top = KINDS.into_iter().rev().max_by_key(|kind| count(kind));
    match top.map(|kind| (kind, count(kind))) {
        Some((kind, top)) if top > 0 && top == all => {
            let words = if all == 1 { "pledge, of" } else { "pledges, all of" };
            format!("{all} {words} {}", noun(kind, top))
        }
        Some((kind, top)) if top > 0 => {
            format!("{top} of {all} pledges are of {}", noun(kind, top))
        }
        _ => NOTHING.to_owned(),
    }
}

/// Whether the filters that a pledge can have leave it: the date range, and countries or regions.
/// A pledge to a group is for a country only if it names it.
fn passes(dataset: &Dataset, state: &ViewState, pledge: &Pledge) -> bool {
    let filters = &state.filters;
    let (first, last) = (pledge.date.first_day(), pledge.date.last_day());
    if !filters.range.overlaps(first, last) {
        return false;
    }
    let countries = filters.selection(Facet::Country);
    let regions = filters.selection(Facet::Region);
    if countries.is_empty() && regions.is_empty() {
        return true;
    }
    if pledge.countries.is_empty() {
        return countries.included().is_empty() && regions.included().is_empty();
    }
    pledge.countries.iter().any(|iso3| {
        let region = dataset.country(iso3).and_then(|country| country.region.as_deref());
        countries.passes(std::iter::once(iso3.as_str())) && regions.passes(region.into_iter())
    })
}

/// The pledges under all filters but that of kinds, in the order of time.
pub fn pledges<'e>(explorer: &'e Explorer, state: &ViewState) -> Vec<Shown<'e>> {
    let dataset = explorer.dataset();
    let mut shown: Vec<Shown<'e>> = Vec::new();
    for pledge in &dataset.pledges {
        if passes(dataset, state, pledge) {
            // Few: put in place one by one, without another sort.
            let at = shown.iter().take_while(|known| known.pledge.date <= pledge.date).count();
            shown.insert(at, Shown { pledge, in_view: state.has_kind(&pledge.kind) });
        }
    }
    shown
}

/// The kind whose numbers can be added.
const SUMMED: &str = "training";

/// Whether a pledge is told as fulfilled.
fn is_done(pledge: &Pledge) -> bool {
    pledge.status.starts_with("claimed as done")
}

/// Each kind with what its pledges add up to. `shown` are those of [`pledges`].
pub fn kinds<'e>(explorer: &'e Explorer, shown: &[Shown<'e>]) -> Vec<Kind<'e>> {
    let all = &explorer.dataset().pledges;
    let many = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let kinds = KINDS.map(|id| {
        let of_kind: Vec<&'e Pledge> =
            shown.iter().map(|shown| shown.pledge).filter(|pledge| pledge.kind == id).collect();
        let mut sums: Vec<Sum<'e>> = Vec::new();
        for pledge in &of_kind {
            let amount = pledge.quantity.zip(pledge.unit.as_deref());
            let Some((quantity, unit)) = amount.filter(|_| id == SUMMED) else {
                continue;
            };
            let done = is_done(pledge);
            match sums.iter_mut().find(|sum| sum.unit == unit && sum.done == done) {
                Some(sum) => {
                    sum.quantity = sum.quantity.saturating_add(quantity);
                    sum.pledges.push(pledge);
                }
                None => sums.push(Sum { unit, done, quantity, pledges: vec![pledge] }),
            }
        }
        let total = many(all.iter().filter(|pledge| pledge.kind == id).count());
        Kind { id, count: many(of_kind.len()), total, sums }
    });
    kinds.into()
}

/// The days over which a pledge runs, if it says for how many years.
fn span(pledge: &Pledge) -> Option<(Day, Day)> {
    let years = i32::try_from(pledge.period_years?).ok()?;
    let first = pledge.date.first_day();
    Some((first, first.saturating_add(years.saturating_mul(365))))
}

impl Sum<'_> {
    /// What is added: ` = 2,000 (1 May 2023, over 5 years: announced) + …`, with a word of caution;
    /// `None` where it is a single number.
    pub fn addends(&self) -> Option<String> {
        if self.pledges.len() < 2 {
            return None;
        }
        let addends = self.pledges.iter().map(|pledge| {
            let number = grouped(pledge.quantity.unwrap_or_default());
            let period = match pledge.period_years {
                Some(1) => "in one year".to_owned(),
                Some(years) => format!("over {years} years"),
                None => "no period".to_owned(),
            };
            format!("{number} ({}, {period}: {})", date_words(pledge.date), pledge.status)
        });
        let addends: Vec<String> = addends.collect();
        let caution = match self.overlaps() {
            true => " Periods may overlap, so people may be counted twice.",
            false => "",
        };
        Some(format!(" = {}.{caution}", addends.join(" + ")))
    }

    /// Whether what is added may count the same twice: periods overlap, or one is not said.
    pub fn overlaps(&self) -> bool {
        let spans = self.pledges.iter().map(|pledge| span(pledge));
        let mut until = Day::MIN;
        let mut overlaps = false;
        for span in spans {
            overlaps |= span.is_none_or(|(first, _)| first <= until);
            until = until.max(span.map_or(Day::MAX, |(_, last)| last));
        }
        overlaps && self.pledges.len() > 1
    }
}
