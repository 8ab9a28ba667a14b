//! What the paper concludes, put to the records.
//!
//! Each claim is stated in our words, with a rule that was fixed for it and what the records have.
//! Everything is counted within the paper's window, whatever a reader filters, and leads to its
//! records. A rule decides about the records, not about the world: they miss meetings.

use explorer_dataset::date::PartialDate;
use explorer_explore::Explorer;
use explorer_explore::coding::ORGANIZATIONS;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{DateRange, Filters, Standing};
use explorer_explore::measure::Measure;
use explorer_explore::outcome::Summary;
use explorer_number::{grouped, ordinal, percent};

use super::hash::encode;
use super::paper::{Met, most_met};
use super::sentence::{label, range_words};
use super::state::{Page, ViewState};

/// What the records say of a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The rule is met.
    Holds,
    /// The records have the opposite.
    Fails,
    /// Neither.
    Open,
}

impl Verdict {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Holds => "Holds in the records",
            Self::Fails => "Does not hold in the records",
            Self::Open => "Cannot be told from the records",
        }
    }

    /// What names it: `data-verdict`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Fails => "fails",
            Self::Open => "open",
        }
    }
}

/// What the records have to do with a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// In words.
    pub words: String,
    /// The link of the records.
    pub link: String,
}

/// A claim of the paper with what the records say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// What names it.
    pub id: &'static str,
    /// What the paper says, in our words.
    pub statement: &'static str,
    /// When it holds, when it does not, and what to know of that.
    pub rule: &'static str,
    /// What follows.
    pub verdict: Verdict,
    /// From what.
    pub evidence: Vec<Evidence>,
}

/// The claims that records can be asked about, in the order of the paper's figures and tables.
pub fn claims(explorer: &Explorer) -> Vec<Claim> {
    let records = Records { explorer, window: Page::Paper(String::new()).base() };
    [
        rise(&records),
        Some(first_region(&records)),
        Some(two_countries(&records)),
        Some(selective(&records)),
        Some(contact_for_russia(&records)),
        Some(united_states(&records)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The records of the paper's window.
struct Records<'e> {
    explorer: &'e Explorer,
    window: Filters,
}

/// A part of them: its filters and its numbers.
struct Part {
    /// Its records in the explorer.
    view: ViewState,
    summary: Summary,
}

impl Records<'_> {
    /// The records with these values.
    fn with(&self, values: &[(Facet, &str)]) -> Part {
        let mut filters = self.window.clone();
        for (facet, id) in values {
            filters.set(*facet, id, Standing::Included);
        }
        self.of(filters)
    }

    fn of(&self, filters: Filters) -> Part {
        let summary = self.explorer.summary(&filters);
        let mut view = ViewState::of(self.explorer, Page::Records);
        view.filters = filters;
        Part { view, summary }
    }

    fn between(&self, from: i32, to: i32) -> Part {
        let mut filters = self.window.clone();
        filters.range = DateRange::new(month(from), month(to));
        self.of(filters)
    }

    /// The countries of a part, from the one met most often.
    fn met(&self, part: &Part) -> Vec<Met> {
        most_met(self.explorer, &part.view.filters)
    }
}

impl Part {
    /// Words with the link of the records that they are about.
    fn says(&self, words: String) -> Evidence {
        Evidence { words, link: encode(&self.view) }
    }

    fn events_and_interactions(&self) -> String {
        let Summary { events, interactions, .. } = self.summary;
        format!(
            "{}, {}",
            count(events, Measure::Events),
            count(interactions, Measure::Interactions)
        )
    }
}

const BILATERAL: [(Facet, &str); 2] = [(Facet::Format, "bilateral"), (Facet::Format, "sideline")];

fn count(number: u32, measure: Measure) -> String {
    format!("{} {}", grouped(number), measure.noun(number))
}

/// A month by its number since the year 0.
fn month(number: i32) -> Option<PartialDate> {
    let year = i16::try_from(number.div_euclid(12)).ok()?;
    PartialDate::from_month(year, u8::try_from(number.rem_euclid(12) + 1).ok()?)
}

/// January 2023: the borders opened on the 8th, and the quarantine was over.
const END_OF_ZERO_COVID: i32 = 2023 * 12;

/// Figure 1.
fn rise(records: &Records<'_>) -> Option<Claim> {
    // The window begins before the first record.
    let (first, _) = records.explorer.table().months()?;
    let length = END_OF_ZERO_COVID - first;
    let periods = [first, END_OF_ZERO_COVID, first + 12];
    let periods = periods.map(|from| records.between(from, from + length - 1));
    let [before, after, year_later] = periods.each_ref().map(|period| period.summary);
    let later = [after, year_later];
    let pairs = later.iter().flat_map(|later| {
        [(before.events, later.events), (before.interactions, later.interactions)]
    });
    let evidence = periods.iter().map(|period| {
        let when = range_words(period.view.filters.range).unwrap_or_default();
        period.says(format!("{when}: {}", period.events_and_interactions()))
    });
    Some(Claim {
        id: "rise",
        statement: "Contacts rose once Zero-COVID had ended (January 2023).",
        rule: "The months from the first record to December 2022 are set beside as many from January 2023, and \
            beside the same months a year later. It holds if events and interactions rise in both, and does not \
            hold if neither rises in either. Few records of 2022 were found, so a rise may be one of what was found.",
        verdict: verdict(pairs.clone().all(|(a, b)| b > a), pairs.clone().all(|(a, b)| b <= a)),
        evidence: evidence.collect(),
    })
}

fn verdict(holds: bool, fails: bool) -> Verdict {
    match (holds, fails) {
        (true, _) => Verdict::Holds,
        (_, true) => Verdict::Fails,
        _ => Verdict::Open,
    }
}

/// Whether one is ahead of all others; that it is level with them decides nothing.
fn ahead(own: u32, most_of_others: u32) -> Verdict {
    verdict(own > most_of_others, own < most_of_others)
}

/// Figure 9.
fn first_region(records: &Records<'_>) -> Claim {
    const OWN: &str = "southeast-asia";
    let explorer = records.explorer;
    let all = records.with(&BILATERAL).summary.interactions;
    let of = |id: &str| {
        let [bilateral, sideline] = BILATERAL;
        records.with(&[bilateral, sideline, (Facet::Region, id)])
    };
    let others = explorer.dataset().regions.iter().filter(|region| region.id != OWN);
    let others = others.map(|region| (region.id.as_str(), of(&region.id)));
    let (own, second) = (of(OWN), others.max_by_key(|(_, part)| part.summary.interactions));
    let most_of_others = second.as_ref().map_or(0, |(_, part)| part.summary.interactions);
    let verdict = ahead(own.summary.interactions, most_of_others);
    let evidence = [Some((OWN, own)), second].into_iter().flatten().map(|(id, part)| {
        let some = part.summary.interactions;
        let name = label(explorer, Facet::Region, id);
        let share = percent(some, all);
        part.says(format!(
            "{name}: {} of {} bilateral interactions ({share})",
            grouped(some),
            grouped(all)
        ))
    });
    Claim {
        id: OWN,
        statement: "Southeast Asia is met most often of all regions.",
        rule: "It holds if the region has more bilateral interactions, sidelines included, than any other. If it is \
            level with another, it cannot be told.",
        verdict,
        evidence: evidence.collect(),
    }
}

/// How far down a list a country still is among the first.
const FIRST: usize = 5;

/// Table 2.
fn two_countries(records: &Records<'_>) -> Claim {
    let met = records.met(&records.of(records.window.clone()));
    let two = ["RUS", "VNM"].map(|iso3| (iso3, met.iter().find(|met| met.iso3 == iso3)));
    let place = |met: Option<&Met>| met.map_or(usize::MAX, |met| met.place);
    let evidence = two.iter().map(|(iso3, met)| {
        let part = records.with(&[(Facet::Country, iso3)]);
        let name = label(records.explorer, Facet::Country, iso3);
        part.says(placed(&name, *met, part.summary.interactions))
    });
    Claim {
        id: "russia-vietnam",
        statement: "Russia and Vietnam are of special weight.",
        rule: "It holds if both are among the five countries with the most interactions, and does not hold if neither \
            is.",
        verdict: verdict(
            two.iter().all(|(_, met)| place(*met) <= FIRST),
            two.iter().all(|(_, met)| place(*met) > FIRST),
        ),
        evidence: evidence.collect(),
    }
}

fn placed(name: &str, met: Option<&Met>, interactions: u32) -> String {
    let place = met.map(|met| format!(", {} of all countries", ordinal(met.place)));
    let number = count(interactions, Measure::Interactions);
    format!("{name}: {number}{}", place.unwrap_or_default())
}

const CHEN: &str = "chen-wenqing";
const WANG: &str = "wang-xiaohong";

/// Table 3.
fn selective(records: &Records<'_>) -> Claim {
    let explorer = records.explorer;
    let [chen, wang] = [CHEN, WANG].map(|id| {
        let [bilateral, sideline] = BILATERAL;
        let mut own = records.with(&[bilateral, sideline, (Facet::Official, id)]).view.filters;
        own.set(Facet::Region, ORGANIZATIONS, Standing::Excluded);
        let own = records.of(own);
        let met: Vec<u32> = records.met(&own).iter().map(|met| met.count).collect();
        (id, records.with(&[(Facet::Official, id)]), own, met)
    });
    let meetings: u32 = chen.3.iter().sum();
    let (here, expected) = (tenths(chen.3.len()), expected_tenths(&wang.3, meetings));
    let bilateral = [&chen, &wang].map(|(id, _, bilateral, met)| {
        let countries = count(bilateral.summary.countries, Measure::Countries);
        let meetings = grouped(met.iter().sum::<u32>());
        bilateral.says(format!(
            "{}: {countries} in {meetings} bilateral meetings with countries",
            label(explorer, Facet::Official, id)
        ))
    });
    let drawn = wang.2.says(format!(
        "{}, in {} of these meetings drawn at random: about {} countries",
        label(explorer, Facet::Official, WANG),
        grouped(meetings),
        grouped((expected + 5) / 10)
    ));
    let all = [&chen, &wang].map(|(id, all, ..)| {
        let Summary { interactions, countries, .. } = all.summary;
        let alone = records.with(&[(Facet::Official, id), (Facet::Format, "bilateral")]);
        let beside = interactions.saturating_sub(alone.summary.interactions);
        all.says(format!(
            "{}: {} in all; {} of {} in multilateral sessions or beside them",
            label(explorer, Facet::Official, id),
            count(countries, Measure::Countries),
            percent(beside, interactions),
            count(interactions, Measure::Interactions),
        ))
    });
    let evidence = bilateral.into_iter().chain([drawn]).chain(all).collect();
    Claim {
        id: "selective",
        statement: "Chen Wenqing is selective in whom he meets; Wang Xiaohong meets a broad range.",
        rule: "Who meets more often meets more countries, so equal numbers of bilateral meetings are compared: as many \
            as Chen\u{2019}s, drawn from Wang\u{2019}s. It holds if these have at least a quarter more countries than \
            Chen\u{2019}s, and does not hold if they have no more.",
        verdict: match meetings {
            0 => Verdict::Open,
            _ => verdict(expected * 4 >= here * 5, expected <= here),
        },
        evidence,
    }
}

fn tenths(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX / 100) * 10
}

/// How many countries, in tenths, one expects among `drawn` meetings that are drawn at random and
/// without return from those with each country (rarefaction).
pub fn expected_tenths(meetings: &[u32], drawn: u32) -> u32 {
    let all: u32 = meetings.iter().sum();
    let drawn = drawn.min(all);
    let expected = meetings.iter().map(|own| {
        // The chance that every draw is of another country.
        let others =
            (0..drawn).map(|at| f64::from((all - own).saturating_sub(at)) / f64::from(all - at));
        1.0 - others.product::<f64>()
    });
    (expected.sum::<f64>() * 10.0).round() as u32
}

/// Table 3.
fn contact_for_russia(records: &Records<'_>) -> Claim {
    let explorer = records.explorer;
    let of = |id: &str| {
        let [bilateral, sideline] = BILATERAL;
        records.with(&[bilateral, sideline, (Facet::Country, "RUS"), (Facet::Official, id)])
    };
    let officials = explorer.dataset().officials.iter().filter(|official| official.id != CHEN);
    let others = officials.map(|official| (official.id.as_str(), of(&official.id)));
    let (own, second) = (of(CHEN), others.max_by_key(|(_, part)| part.summary.events));
    let most_of_others = second.as_ref().map_or(0, |(_, part)| part.summary.events);
    let verdict = ahead(own.summary.events, most_of_others);
    let evidence = [Some((CHEN, own)), second].into_iter().flatten().map(|(id, part)| {
        let name = label(explorer, Facet::Official, id);
        part.says(format!(
            "{name}: {} bilateral meetings with Russia",
            grouped(part.summary.events)
        ))
    });
    Claim {
        id: "contact-for-russia",
        statement: "Chen Wenqing is the main contact of these agencies for Russia.",
        rule: "It holds if he has more bilateral meetings with Russia, sidelines included, than any other official. If \
            he is level with another, it cannot be told.",
        verdict,
        evidence: evidence.collect(),
    }
}

/// How many countries are among those that somebody meets most often.
const FREQUENT: usize = 10;

/// Table 3.
fn united_states(records: &Records<'_>) -> Claim {
    let (country, agency) = ((Facet::Country, "USA"), (Facet::Agency, "MPS"));
    let met = records.met(&records.with(&[agency]));
    let own = met.iter().find(|met| met.iso3 == "USA");
    let part = records.with(&[country, agency]);
    let name = label(records.explorer, Facet::Country, "USA");
    Claim {
        id: "united-states",
        statement: "The United States is among the countries that the MPS, deputies included, meets most often.",
        rule: "It holds if it is among the first ten by interactions.",
        verdict: match own {
            Some(own) if own.place <= FREQUENT => Verdict::Holds,
            _ => Verdict::Fails,
        },
        evidence: vec![part.says(placed(&name, own, part.summary.interactions))],
    }
}
