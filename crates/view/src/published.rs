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
use explorer_number::{grouped, percent};

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

/// A number of the open dataset with the view that shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The number.
    pub number: Number,
    /// What it counts, where the paper's number can be read in two ways; empty otherwise.
    pub unit: &'static str,
    /// The link of the view that shows it.
    pub link: String,
}

/// A number of the paper beside what the open dataset gives for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison<'e> {
    /// The paper's number.
    pub published: &'e PublishedNumber,
    /// What the open dataset gives: nothing, one number, or one per unit that the paper can mean.
    pub readings: Vec<Reading>,
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
    /// the two are not numbers of the same thing.
    pub fn difference(&self, reading: &Reading) -> Option<String> {
        let (here, paper) = (reading.number.tenths, self.comparable()?);
        let words = tenths_words(here.abs_diff(paper));
        Some(match here.cmp(&paper) {
            std::cmp::Ordering::Less => format!("\u{2212}{words}"),
            std::cmp::Ordering::Equal => "0".to_owned(),
            std::cmp::Ordering::Greater => format!("+{words}"),
        })
    }

    /// The open dataset's count in percent of the paper's; `None` for what is no count, and where the
    /// two do not count the same thing. It compares totals: whether the same meetings are in both is
    /// not known.
    pub fn ratio(&self, reading: &Reading) -> Option<String> {
        let Number { tenths: here, kind: Kind::Count } = reading.number else { return None };
        self.comparable().filter(|paper| *paper > 0).map(|paper| percent(here, paper))
    }

    /// The paper's number in tenths, if there is something that it may be compared with.
    fn comparable(&self) -> Option<u32> {
        self.published.unlike.is_none().then(|| tenths(&self.published.value)).flatten()
    }
}

/// All numbers of the paper, in the order of the file.
pub fn comparisons(explorer: &Explorer) -> Vec<Comparison<'_>> {
    explorer.dataset().published.iter().map(|published| compare(explorer, published)).collect()
}

/// A number of the paper beside what the open dataset gives for it.
pub fn compare<'e>(explorer: &'e Explorer, published: &'e PublishedNumber) -> Comparison<'e> {
    let in_two_units = published.other_view.is_some();
    let views = published.view.iter().chain(&published.other_view);
    let readings = views.filter_map(|link| {
        Some(Reading {
            number: of_view(explorer, published, link)?,
            unit: if in_two_units { unit(explorer, link) } else { "" },
            link: in_version(explorer, link),
        })
    });
    Comparison { published, readings: readings.chain(of_pledge(explorer, published)).collect() }
}

/// A link of the dataset's own, which leads to the version that is looked at.
fn in_version(explorer: &Explorer, link: &str) -> String {
    match explorer.named() {
        Some(_) => encode(&decode(link, explorer).0),
        None => link.to_owned(),
    }
}

fn of_view(explorer: &Explorer, published: &PublishedNumber, view: &str) -> Option<Number> {
    if let Some(region) = &published.rank_of {
        return number(place(explorer, view, region)?, Kind::Place);
    }
    let count = count(explorer, view);
    let Some(whole) = &published.share_of else { return number(count, Kind::Count) };
    let (count, whole) = (u64::from(count), u64::from(self::count(explorer, whole)));
    let tenths = (count * 1000 + whole / 2).checked_div(whole)?;
    Some(Number { tenths: u32::try_from(tenths).ok()?, kind: Kind::Share })
}

fn of_pledge(explorer: &Explorer, published: &PublishedNumber) -> Option<Reading> {
    let id = published.pledge.as_ref()?;
    let pledge = explorer.dataset().pledges.iter().find(|known| known.id == *id)?;
    let link = encode(&ViewState::of(explorer, Page::Pledges));
    Some(Reading { number: number(pledge.quantity?, Kind::Count)?, unit: "", link })
}

fn number(count: u32, kind: Kind) -> Option<Number> {
    Some(Number { tenths: count.checked_mul(10)?, kind })
}

/// The noun of what a link's view counts.
fn unit(explorer: &Explorer, link: &str) -> &'static str {
    let (state, _) = decode(link, explorer);
    state.measure.noun(count(explorer, link))
}

/// What a link's view shows: on the map the countries of its layer, elsewhere its measure.
fn count(explorer: &Explorer, link: &str) -> u32 {
    let (state, _) = decode(link, explorer);
    match &state.layer {
        Layer::Measure => explorer.summary(&state.scope()).get(state.measure),
        layer => {
            let outcome = explorer.explore(&state.scope(), state.measure);
            map_model(explorer, &state.filters, &outcome, layer).countries()
        }
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

/// Whether it is said with a sum what to know of a number.
pub fn is_told_with_a_sum(published: &PublishedNumber) -> bool {
    SUMS.iter().any(|sum| sum.whole == published.id)
}

/// A sum, worked out with the paper's numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkedSum<'e> {
    /// The parts as printed.
    pub parts: Vec<u32>,
    /// What they add up to.
    pub sum: u32,
    /// The whole as printed.
    pub printed: u32,
    /// What to know of the whole.
    pub note: Option<&'e str>,
}

/// A sum with the paper's numbers; `None` if one of them is no whole number.
pub fn worked<'e>(explorer: &'e Explorer, sum: &Sum) -> Option<WorkedSum<'e>> {
    let published = |id: &str| explorer.dataset().published_number(id);
    let number = |id: &&str| published(id)?.value.parse::<u32>().ok();
    let parts: Vec<u32> = sum.parts.iter().map(number).collect::<Option<_>>()?;
    let (added, printed) = (parts.iter().sum(), number(&sum.whole)?);
    let note = published(sum.whole)?.note.as_deref();
    Some(WorkedSum { parts, sum: added, printed, note })
}
