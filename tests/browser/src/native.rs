//! What the page should show, computed by the engine in this process.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use explorer_embedded::embedded;
use explorer_explore::Explorer;
use explorer_explore::coding::{NONE, UNKNOWN};
use explorer_explore::facet::Facet;
use explorer_explore::filter::Standing;
use explorer_explore::grain::TimeBin;
use explorer_explore::outcome::Outcome;
use explorer_explore::records::records;
use explorer_view::chart::Chart;
use explorer_view::hash::{decode, encode};
use explorer_view::sentence::{chips, summary_words};
use explorer_view::state::{Page, ViewState};

use crate::observed::{self, Observed};

/// The dataset that the page carries.
#[expect(clippy::expect_used, reason = "the build script has refused a broken dataset")]
pub static EXPLORER: LazyLock<Explorer> =
    LazyLock::new(|| Explorer::new(embedded().expect("the embedded dataset parses")));

/// A view, explored natively.
#[derive(Debug, Clone)]
pub struct View {
    /// What the link says.
    pub state: ViewState,
    /// What its filters leave.
    pub outcome: Outcome,
    /// What the link says wrongly, in words.
    pub notices: Vec<String>,
}

impl View {
    /// The view of a link.
    pub fn of(link: &str) -> Self {
        let (state, notices) = decode(link, &EXPLORER);
        let notices = notices.iter().map(ToString::to_string).collect();
        Self { notices, ..Self::from(state) }
    }

    /// Its own link.
    pub fn link(&self) -> String {
        encode(&self.state)
    }

    /// The view after a change of its state.
    pub fn after(&self, change: impl FnOnce(&mut ViewState)) -> Self {
        let mut state = self.state.clone();
        change(&mut state);
        Self::from(state)
    }

    /// The bins of the timeline, with their counts.
    pub fn timeline(&self) -> Vec<(TimeBin, u32)> {
        let table = EXPLORER.table();
        let Some((first, last)) = table.months() else { return Vec::new() };
        let counts = self.outcome.over_time_unsplit(table, self.state.grain);
        self.state.grain.bins(first, last).into_iter().zip(counts).collect()
    }

    /// Counts of a chart's values by id, or by bin key, in the engine's order.
    pub fn counts(&self, chart: Chart) -> Vec<(String, u32)> {
        match chart.facet() {
            Some(facet) => self.facet(facet),
            None => self.timeline().into_iter().map(|(bin, count)| (bin.key(), count)).collect(),
        }
    }

    /// How much of the values of a chart is uncertain, in the same order.
    pub fn uncertain(&self, chart: Chart) -> Vec<(String, u32)> {
        let without = Self { outcome: self.outcome.certain().clone(), ..self.clone() };
        let certain = without.counts(chart);
        let both = self.counts(chart).into_iter().zip(certain);
        both.map(|((id, count), (_, certain))| (id, count - certain)).collect()
    }

    /// Counts of a facet's values by id, in the codebook's order.
    pub fn facet(&self, facet: Facet) -> Vec<(String, u32)> {
        let entries = EXPLORER.table().dictionary(facet).entries();
        let counts = self.outcome.facet(facet);
        entries.iter().map(|e| e.id.clone()).zip(counts.iter().copied()).collect()
    }

    /// The id of a facet's largest value, which has a count of at least 1.
    pub fn largest(&self, facet: Facet) -> String {
        let ranked = self.facet(facet).into_iter().max_by_key(|(_, count)| *count);
        ranked.map(|(id, _)| id).unwrap_or_default()
    }

    /// Ids of the events in view, in the order of the records table.
    pub fn records(&self) -> Vec<&'static str> {
        let records = records(&EXPLORER, &self.outcome.rows, self.state.sort);
        records.iter().map(|record| EXPLORER.dataset().events[record.event].id.as_str()).collect()
    }

    /// In what the page differs from this view.
    pub fn differences(&self, page: &Observed) -> Vec<String> {
        let mut differences = Vec::new();
        let mut expect = |what: &str, is: &str, should: &str| {
            if is != should {
                differences.push(format!("{what} is {is}, should be {should}"));
            }
        };
        let (now, _) = decode(&page.hash, &EXPLORER);
        expect("the view of the address", &encode(&now), &self.link());
        if self.state.page.is_filtered() {
            let summary = self.outcome.summary;
            match &page.summary {
                None => expect("the summary", "missing", "there"),
                Some(shown) => {
                    expect(
                        "data-interactions",
                        &shown.interactions,
                        &summary.interactions.to_string(),
                    );
                    expect("data-events", &shown.events, &summary.events.to_string());
                    expect("data-countries", &shown.countries, &summary.countries.to_string());
                    let words = summary_words(&self.state.scope(), summary);
                    if !shown.text.contains(&words) {
                        expect("the sentence", &shown.text, &format!("one that says “{words}”"));
                    }
                }
            }
            expect(
                "the measure",
                page.measure.as_deref().unwrap_or("none"),
                self.state.measure.id(),
            );
            differences.extend(self.chips_differ(page));
            let facets = Facet::ALL.into_iter().filter(|_| self.state.page.has_facets());
            for facet in facets {
                differences.extend(self.facet_differs(facet, page.facets.get(facet.key())));
            }
        }
        // Without a record in view there may be no charts to look at.
        if self.state.page == Page::Overview && self.outcome.summary.interactions > 0 {
            for chart in Chart::OVERVIEW {
                differences.extend(self.chart_differs(chart, page.charts.get(chart.id())));
            }
        }
        differences
    }

    fn chips_differ(&self, page: &Observed) -> Option<String> {
        let chips = chips(&EXPLORER, &self.state.filters);
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let same = chips.len() == page.chips.len()
            && chips
                .iter()
                .all(|c| page.chips.iter().any(|shown| shown.contains(&words(&c.label))));
        let labels: Vec<_> = chips.iter().map(|c| &c.label).collect();
        (!same).then(|| format!("the chips are {:?}, should be {labels:?}", page.chips))
    }

    fn facet_differs(&self, facet: Facet, shown: Option<&observed::Facet>) -> Vec<String> {
        let name = format!("facet-{}", facet.key());
        let Some(shown) = shown else { return vec![format!("{name} is missing")] };
        let counts = self.facet(facet);
        let selection = self.state.filters.selection(facet);
        let chosen = |id: &str| selection.standing(id) != Standing::Free;
        let mut differences = counts_differ(&name, &counts, &shown.values, shown.more, chosen);
        for value in &shown.values {
            let (state, pressed) = match selection.standing(&value.value) {
                Standing::Free => ("free", "false"),
                Standing::Included => ("included", "true"),
                Standing::Excluded => ("excluded", "false"),
            };
            if value.state.as_deref() != Some(state) || value.pressed.as_deref() != Some(pressed) {
                differences.push(format!(
                    "{name} {} has state {:?} and aria-pressed {:?}, should be {state} and {pressed}",
                    value.value, value.state, value.pressed
                ));
            }
        }
        for id in selection.included().iter().chain(selection.excluded().iter()) {
            if !shown.values.iter().any(|value| value.value == *id) {
                differences.push(format!("{name} does not show {id}, which is selected"));
            }
        }
        differences
    }

    fn chart_differs(&self, chart: Chart, shown: Option<&observed::Chart>) -> Vec<String> {
        let name = format!("chart-{}", chart.id());
        let Some(shown) = shown else { return vec![format!("{name} is missing")] };
        let counts = self.counts(chart);
        let selection = chart.facet().map(|facet| self.state.filters.selection(facet));
        let chosen = |id: &str| selection.is_some_and(|s| s.standing(id) != Standing::Free);
        let uncertain = self.uncertain(chart);
        let uncertain_differs = |shown: &[observed::Value]| -> Vec<String> {
            let should =
                |id: &str| uncertain.iter().find(|(known, _)| known == id).map_or(0, |(_, n)| *n);
            let differs = shown.iter().filter(|value| value.uncertain != should(&value.value));
            let words = |value: &observed::Value| {
                let (id, is) = (&value.value, value.uncertain);
                format!("{name} {id} is uncertain in {is}, should be in {}", should(id))
            };
            differs.map(words).collect()
        };
        if self.state.tables().contains(&chart) {
            return match &shown.rows {
                Some(rows) => {
                    let as_table = format!("{name} as a table");
                    let differences = counts_differ(&as_table, &counts, rows, false, chosen);
                    [differences, uncertain_differs(rows)].concat()
                }
                None => vec![format!("{name} is not shown as a table")],
            };
        }
        if shown.rows.is_some() || !shown.canvas {
            return vec![format!("{name} is not drawn")];
        }
        let mut differences = counts_differ(&name, &counts, &shown.marks, shown.more, chosen);
        differences.extend(uncertain_differs(&shown.marks));
        if chart == Chart::Timeline {
            let keys: Vec<_> = shown.marks.iter().map(|mark| mark.value.as_str()).collect();
            let bins: Vec<_> = counts.iter().map(|(key, _)| key.as_str()).collect();
            if keys != bins {
                differences.push(format!("{name} has the bins {keys:?}, should have {bins:?}"));
            }
        }
        differences
    }
}

impl From<ViewState> for View {
    fn from(state: ViewState) -> Self {
        let outcome = state.outcome(&EXPLORER);
        Self { state, outcome, notices: Vec::new() }
    }
}

/// In what shown values differ from counts. Values without a count may be left out; where there
/// is more to show, so may those that are smaller than every other, and absences. What is chosen
/// is shown however small it is.
fn counts_differ(
    name: &str,
    counts: &[(String, u32)],
    shown: &[observed::Value],
    more: bool,
    chosen: impl Fn(&str) -> bool,
) -> Vec<String> {
    let mut differences = Vec::new();
    let native: BTreeMap<&str, u32> = counts.iter().map(|(id, n)| (id.as_str(), *n)).collect();
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for value in shown {
        let count = value.count.unwrap_or(u32::MAX);
        if seen.insert(&value.value, count).is_some() {
            differences.push(format!("{name} shows {} twice", value.value));
        }
        match native.get(value.value.as_str()) {
            None => differences.push(format!("{name} shows {}, which is not a value", value.value)),
            Some(&should) if Some(should) != value.count => differences.push(format!(
                "{name} {} has the count {:?}, should be {should}",
                value.value, value.count
            )),
            Some(_) => {}
        }
    }
    let ranked = seen.iter().filter(|(id, count)| **count > 0 && !chosen(id) && !is_absence(id));
    let least = ranked.map(|(_, count)| *count).min().unwrap_or(u32::MAX);
    for (id, count) in native {
        let left_out = more && !chosen(id) && (count <= least || is_absence(id));
        if count > 0 && !seen.contains_key(id) && !left_out {
            differences.push(format!("{name} does not show {id}, which has the count {count}"));
        }
    }
    differences
}

/// Whether a value stands for the absence of one; such rows come last.
fn is_absence(id: &str) -> bool {
    id == NONE || id == UNKNOWN
}
