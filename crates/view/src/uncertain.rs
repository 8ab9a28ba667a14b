//! What is said of what is uncertain: below findings where it matters, beside numbers, once on a page.
//!
//! What is uncertain is decided in `explorer_explore::certainty`.

use super::ranking::Ranked;
use super::state::ViewState;
use super::time::TimeCount;
use explorer_explore::Explorer;
use explorer_explore::certainty::{self, Doubt};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;
use explorer_explore::outcome::{Outcome, counted, measured};
use explorer_number::grouped;

/// What a caption adds where some mark of the chart has an uncertain part.
pub const KEY: &str = "; pale with an edge: uncertain";

/// The same where a mark is pale or not.
pub const HALF_KEY: &str = "; pale with an edge: half or more is uncertain";

/// The same of a map.
pub const MAP_KEY: &str = "; dotted: half or more is uncertain";

/// Whether so much of a whole is uncertain that a finding about it says so, and a country is dotted on a
/// map: half or more.
pub fn matters(uncertain: u32, whole: u32) -> bool {
    uncertain > 0 && uncertain.saturating_mul(2) >= whole
}

/// What a finding about `whole` adds where that matters: `; 33 of the 57 are uncertain`.
pub fn clause(uncertain: u32, whole: u32, measure: Measure) -> String {
    if matters(uncertain, whole) { words(uncertain, whole, measure) } else { String::new() }
}

fn words(uncertain: u32, whole: u32, measure: Measure) -> String {
    let (is, are) = match measure {
        Measure::Countries => {
            ("rests on uncertain records alone", "rest on uncertain records alone")
        }
        _ => ("is uncertain", "are uncertain"),
    };
    match (uncertain, whole) {
        (0, _) => String::new(),
        (_, 1) => format!("; it {is}"),
        (2, 2) => format!("; both {are}"),
        _ if uncertain == whole => format!("; all {} {are}", grouped(whole)),
        (1, _) => format!("; 1 of the {} {is}", grouped(whole)),
        _ => format!("; {} of the {} {are}", grouped(uncertain), grouped(whole)),
    }
}

/// What a finding adds that names the first of these counts, each with how much of it is uncertain, as the
/// largest: where half or more of it is, or where another would be the largest without.
fn of_largest(
    first: (u32, u32),
    others: impl Iterator<Item = (u32, u32)>,
    measure: Measure,
) -> String {
    let certain = |(count, uncertain): (u32, u32)| count.saturating_sub(uncertain);
    let is_passed = others.map(certain).any(|other| other > certain(first));
    let (count, uncertain) = first;
    if is_passed || matters(uncertain, count) {
        words(uncertain, count, measure)
    } else {
        String::new()
    }
}

/// What the finding of a ranked chart adds: of the value that leads, or of all that is in view where
/// values are chosen or several lead.
pub fn of_ranking(filters: &Filters, outcome: &Outcome, facet: Facet, values: &[Ranked]) -> String {
    let measure = outcome.measure;
    let mut values = values.iter().filter(|value| !value.is_absence() && value.count > 0);
    let both = |value: &Ranked| (value.count, value.uncertain);
    let (first, second) = (values.next(), values.next());
    let leads = |first: &&Ranked| second.is_none_or(|second| second.count < first.count);
    let is_ranked = filters.selection(facet).is_empty()
        && (facet, measure) != (Facet::Country, Measure::Countries);
    match first.filter(leads).filter(|_| is_ranked) {
        Some(first) => of_largest(both(first), second.into_iter().chain(values).map(both), measure),
        None => of_view(outcome),
    }
}

/// What the finding of a timeline adds: of its highest period, or of all that is in view where a period
/// is chosen or several are as high.
pub fn of_time(filters: &Filters, outcome: &Outcome, bins: &[TimeCount]) -> String {
    let whole = || bins.iter().filter(|bin| !bin.is_partial);
    let top = whole().map(|bin| bin.count).max().unwrap_or_default();
    let mut highest = whole().filter(|bin| bin.count == top);
    let both = |bin: &TimeCount| (bin.count, bin.uncertain);
    match (highest.next(), highest.next()) {
        (Some(one), None) if filters.range.is_open() && top > 1 => {
            of_largest(both(one), whole().map(both), outcome.measure)
        }
        _ => of_view(outcome),
    }
}

/// What the finding of a map adds: of the countries that have a record; of all that is in view where
/// countries are chosen.
pub fn of_map(filters: &Filters, outcome: &Outcome) -> String {
    match filters.selection(Facet::Country).is_empty() {
        true => {
            let of = |outcome: &Outcome| outcome.summary.countries;
            let (whole, certain) = (of(outcome), of(outcome.certain()));
            clause(whole.saturating_sub(certain), whole, Measure::Countries)
        }
        false => of_view(outcome),
    }
}

/// What a finding adds that is about all that is in view.
pub fn of_view(outcome: &Outcome) -> String {
    clause(outcome.uncertain(), outcome.summary.get(outcome.measure), outcome.measure)
}

/// What the numbers of what is in view add: how many of the interactions are uncertain.
pub fn of_interactions(outcome: &Outcome) -> String {
    let of = |outcome: &Outcome| outcome.summary.interactions;
    let whole = of(outcome);
    clause(whole.saturating_sub(of(outcome.certain())), whole, Measure::Interactions)
}

/// What a screen reader says after a number: `, 9 uncertain`.
pub fn spoken(uncertain: u32) -> String {
    match uncertain {
        0 => String::new(),
        uncertain => format!(", {} uncertain", grouped(uncertain)),
    }
}

/// What a view says once of what is uncertain in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uncertain {
    /// How many interactions in view are uncertain; where they are left out, how many would be.
    pub interactions: u32,
    /// Of how many.
    pub of: u32,
    /// How many have each kind of doubt, those that none has left out. One interaction can have several.
    pub kinds: Vec<(Doubt, u32)>,
    /// Whether all of them are left out.
    pub is_left_out: bool,
}

impl Uncertain {
    /// What there is in a view; `None` where nothing is uncertain. `outcome` is what the view counts.
    pub fn of(explorer: &Explorer, state: &ViewState, outcome: &Outcome) -> Option<Self> {
        let table = explorer.table();
        let is_left_out = certainty::is_left_out(&state.filters);
        let rows = match is_left_out {
            false => outcome.rows.clone(),
            true => {
                let mut all = state.clone();
                certainty::leave_out(&mut all.filters, false);
                all.outcome(explorer).rows
            }
        };
        let measure = Measure::Interactions;
        let mut certain = rows.clone();
        certain.intersect(table.certain());
        let of = measured(table, &rows, measure);
        let interactions = of.saturating_sub(measured(table, &certain, measure));
        let counts = counted(table, &rows, Facet::Certainty, measure);
        let count = |doubt: Doubt| {
            let code = table.dictionary(Facet::Certainty).code(doubt.id())?;
            let count = counts.get(usize::from(code)).copied()?;
            (count > 0).then_some((doubt, count))
        };
        let kinds = Doubt::ALL.into_iter().filter_map(count).collect();
        (interactions > 0).then_some(Self { interactions, of, kinds, is_left_out })
    }

    /// How many are uncertain, and why: `204 of 394 interactions are uncertain: 130 with medium or low
    /// confidence, 47 without a day, 120 with a counterpart that no source names`.
    pub fn words(&self) -> String {
        let (some, all) = (grouped(self.interactions), grouped(self.of));
        let noun = Measure::Interactions.noun(self.of);
        let are = if self.interactions == 1 { "is" } else { "are" };
        let left_out = if self.is_left_out { "left out as " } else { "" };
        let kind = |&(doubt, count): &(Doubt, u32)| {
            let why = match doubt {
                Doubt::Confidence => "of medium or low confidence",
                Doubt::Month => "without a known day",
                Doubt::Unnamed => "with a counterpart that no source names",
            };
            format!("{} {why}", grouped(count))
        };
        let kinds: Vec<String> = self.kinds.iter().map(kind).collect();
        format!("{some} of {all} {noun} {are} {left_out}uncertain: {}", kinds.join(", "))
    }
}
