//! The paper's numbers beside those of the open dataset.
//!
//! What to compute stands in the dataset: a link to the view that shows the number. So the number
//! on the page and the one behind its link come from the same filters.

use super::hash::{decode, encode};
use super::layer::Layer;
use super::map::map_model;
use super::state::{Page, ViewState};
use explorer_dataset::paper::PublishedNumber;
use explorer_explore::Explorer;
use explorer_explore::coding::ORGANIZATIONS;
use explorer_explore::facet::Facet;
use explorer_number::grouped;

/// What a number is one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// So many.
    Count,
    /// A share, in percent.
    Share,
    /// A place in a ranking.
    Place,
}

/// A number of the open dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// The number in tenths: shares are told to one of them.
    pub tenths: u32,
    /// What it is one of.
    pub kind: Kind,
}

/// A number of the paper beside what the open dataset gives for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison<'e> {
    /// The paper's number.
    pub published: &'e PublishedNumber,
    /// That of the open dataset; `None` where nothing in it gives the number.
    pub computed: Option<Number>,
    /// The link of the view that shows it.
    pub link: Option<String>,
}

impl Number {
    /// As a reader reads it: `1,234`, `27.4`.
    pub fn words(self) -> String {
        tenths_words(self.tenths)
    }
}

fn tenths_words(tenths: u32) -> String {
    match tenths % 10 {
        0 => grouped(tenths / 10),
        rest => format!("{}.{rest}", grouped(tenths / 10)),
    }
}

/// The tenths of a number as the paper prints it; `None` for what is not one number.
pub fn tenths(printed: &str) -> Option<u32> {
    let (whole, rest) = printed.split_once('.').unwrap_or((printed, "0"));
    let digit = rest.parse().ok().filter(|_| rest.len() == 1);
    whole.parse::<u32>().ok()?.checked_mul(10)?.checked_add(digit?)
}

/// A number as the paper prints it, as a reader reads it. Years stay as they are.
pub fn printed_words(published: &PublishedNumber) -> String {
    match published.value.parse::<u32>() {
        Ok(number) if !published.unit.starts_with("year") => grouped(number),
        _ => published.value.clone(),
    }
}

impl Comparison<'_> {
    /// How much more, or less with a minus, the open dataset has, in the number's unit; `None` where
    /// there is nothing to compare.
    pub fn difference(&self) -> Option<String> {
        let here = self.computed?.tenths;
        let paper = tenths(&self.published.value)?;
        let words = tenths_words(here.abs_diff(paper));
        Some(match here.cmp(&paper) {
            std::cmp::Ordering::Less => format!("\u{2212}{words}"),
            std::cmp::Ordering::Equal => "0".to_owned(),
            std::cmp::Ordering::Greater => format!("+{words}"),
        })
    }

    /// The open dataset's count in percent of the paper's; `None` for what is no count.
    pub fn coverage(&self) -> Option<u32> {
        let Number { tenths: here, kind: Kind::Count } = self.computed? else { return None };
        let paper = tenths(&self.published.value).filter(|paper| *paper > 0)?;
        percent_of(here, paper)
    }
}

fn percent_of(part: u32, whole: u32) -> Option<u32> {
    let (part, whole) = (u64::from(part), u64::from(whole));
    u32::try_from((part * 100 + whole / 2).checked_div(whole)?).ok()
}

/// All numbers of the paper, in the order of the file.
pub fn comparisons(explorer: &Explorer) -> Vec<Comparison<'_>> {
    explorer.dataset().published.iter().map(|published| compare(explorer, published)).collect()
}

/// A number of the paper beside that of the open dataset.
pub fn compare<'e>(explorer: &'e Explorer, published: &'e PublishedNumber) -> Comparison<'e> {
    let pledges = || encode(&ViewState::default().on(Page::Pledges));
    let link = published.view.clone().or_else(|| published.pledge.as_ref().map(|_| pledges()));
    Comparison { published, computed: compute(explorer, published), link }
}

fn compute(explorer: &Explorer, published: &PublishedNumber) -> Option<Number> {
    let number = |count: u32, kind| Some(Number { tenths: count.checked_mul(10)?, kind });
    if let Some(pledge) = &published.pledge {
        let pledge = explorer.dataset().pledges.iter().find(|known| known.id == *pledge)?;
        return number(pledge.quantity?, Kind::Count);
    }
    let view = published.view.as_ref()?;
    if let Some(region) = &published.rank_of {
        return number(place(explorer, view, region)?, Kind::Place);
    }
    let count = count(explorer, view);
    match &published.share_of {
        None => number(count, Kind::Count),
        Some(whole) => {
            let (count, whole) = (u64::from(count), u64::from(self::count(explorer, whole)));
            let tenths = (count * 1000 + whole / 2).checked_div(whole)?;
            Some(Number { tenths: u32::try_from(tenths).ok()?, kind: Kind::Share })
        }
    }
}

/// What a link's view shows: on the map the countries of its layer, elsewhere its measure.
fn count(explorer: &Explorer, link: &str) -> u32 {
    let (state, _) = decode(link, explorer);
    let outcome = explorer.explore(&state.scope(), state.measure);
    match state.layer {
        Layer::Measure => outcome.summary.get(state.measure),
        layer => map_model(explorer, &state.filters, &outcome, &layer).countries(),
    }
}

/// The place of a region among all of them, by the measure of a link's view.
fn place(explorer: &Explorer, link: &str, region: &str) -> Option<u32> {
    let (state, _) = decode(link, explorer);
    let outcome = explorer.explore(&state.scope(), state.measure);
    let dictionary = explorer.table().dictionary(Facet::Region);
    let counts = outcome.facet(Facet::Region);
    let own = counts.get(usize::from(dictionary.code(region)?))?;
    let more = dictionary.entries().iter().zip(counts);
    let more = more.filter(|(entry, count)| entry.id != ORGANIZATIONS && *count > own);
    u32::try_from(1 + more.count()).ok()
}

/// Numbers of the paper, some of which should add up to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// What is added up, in words.
    pub title: &'static str,
    /// Ids of the parts.
    pub parts: &'static [&'static str],
    /// Id of the whole.
    pub whole: &'static str,
}

/// The sums that the paper's numbers invite.
pub const SUMS: [Sum; 5] = [
    Sum {
        title: "Interactions by agency",
        parts: &["mps-interactions", "cplc-interactions", "mss-meetings"],
        whole: "total-interactions",
    },
    Sum {
        title: "Events by agency",
        parts: &["mps-meetings", "cplc-meetings", "mss-meetings"],
        whole: "total-events",
    },
    Sum {
        title: "Meetings around Lianyungang, 2024",
        parts: &[
            "gpscfl-2024-wang-bilateral",
            "gpscfl-2024-wang-multilateral",
            "gpscfl-2024-wang-sideline",
            "gpscfl-2024-deputies",
        ],
        whole: "gpscfl-2024-total",
    },
    Sum {
        title: "Bilateral meetings by setting",
        parts: &["bilateral-individual", "bilateral-sideline"],
        whole: "bilateral-total",
    },
    Sum {
        title: "Meetings of the MSS",
        parts: &["mss-burns", "mss-southeast-asia"],
        whole: "mss-meetings",
    },
];

/// A sum, worked out with the paper's numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkedSum {
    /// The parts as printed.
    pub parts: Vec<u32>,
    /// What they add up to.
    pub sum: u32,
    /// The whole as printed.
    pub printed: u32,
}

/// A sum with the paper's numbers; `None` if one of them is no whole number.
pub fn worked(explorer: &Explorer, sum: &Sum) -> Option<WorkedSum> {
    let number = |id: &&str| explorer.dataset().published_number(id)?.value.parse::<u32>().ok();
    let parts: Option<Vec<u32>> = sum.parts.iter().map(number).collect();
    let parts = parts?;
    Some(WorkedSum { sum: parts.iter().sum(), printed: number(&sum.whole)?, parts })
}
