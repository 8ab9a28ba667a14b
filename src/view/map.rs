//! What the map shows under a layer: a class per country, the legend, and the words around it.

use super::classes::{class_of, classes};
use super::country_list::{self, CountryList};
use super::layer::Layer;
use crate::dataset::Dataset;
use crate::dataset::forum_edition::ForumEdition;
use crate::dataset::membership::Membership;
use crate::dataset::tables::SUBJECT;
use crate::explore::Explorer;
use crate::explore::contact::{Contact, contacts};
use crate::explore::facet::Facet;
use crate::explore::filter::{Filters, Standing};
use crate::explore::measure::Measure;
use crate::explore::outcome::Outcome;
use crate::number::grouped;

/// A class of the legend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegendClass {
    /// What it stands for: `5–9`, `2024`, `Collective statement`.
    pub label: String,
    /// How many countries are in it.
    pub countries: u32,
}

/// The map under a layer.
#[derive(Debug, Clone, PartialEq)]
pub struct MapModel {
    /// The class of each country, by its code in the facet of countries; `None` for no record.
    pub classes: Vec<Option<usize>>,
    /// From the least to the most.
    pub legend: Vec<LegendClass>,
    /// What stands for a country without a class.
    pub none: &'static str,
    /// What the colours show, stated from the data.
    pub finding: String,
    /// What is drawn.
    pub subtitle: String,
    /// How far the layer reaches, and what the paper says.
    pub coverage: String,
    /// What the layer rests on; `None` where that is the records in view.
    pub list: Option<CountryList>,
}

/// Numbers that the paper prints, by their id in `data/published_figures.json` (a test compares
/// them), for the layers that they are about.
pub const PUBLISHED: [(&str, u32); 6] = [
    ("bilateral-countries", 69),
    ("gsi-countries-113", 113),
    ("eapcco-members", 14),
    ("celac-members", 33),
    ("c5-members", 5),
    ("lmc-countries", 5),
];

fn published(id: &str) -> String {
    let number = PUBLISHED.iter().find(|(known, _)| *known == id).map_or(0, |(_, n)| *n);
    grouped(number)
}

/// The map of a layer. `outcome` is what `filters` leave.
pub fn map_model(
    explorer: &Explorer,
    filters: &Filters,
    outcome: &Outcome,
    layer: &Layer,
) -> MapModel {
    let dataset = explorer.dataset();
    match layer {
        Layer::Measure => of_measure(explorer, outcome),
        Layer::First => of_contact(explorer, filters, "first", |contact| contact.first.year()),
        Layer::Last => of_contact(explorer, filters, "last", |contact| contact.last.year()),
        Layer::Gsi => of_gsi(explorer),
        Layer::Edition(year) => {
            match dataset.forum_editions.iter().find(|edition| edition.edition == *year) {
                Some(edition) => of_edition(explorer, edition),
                None => of_measure(explorer, outcome),
            }
        }
        Layer::Members(slug) => {
            match dataset.memberships.iter().find(|list| list.slug() == *slug) {
                Some(list) => of_members(explorer, outcome, list),
                None => of_measure(explorer, outcome),
            }
        }
    }
}

/// Makes the legend and counts its classes.
struct Classed {
    classes: Vec<Option<usize>>,
    legend: Vec<LegendClass>,
}

impl Classed {
    /// `class` says of each country's id and code which of the `labels` it has.
    fn new(
        explorer: &Explorer,
        labels: Vec<String>,
        class: &dyn Fn(&str, usize) -> Option<usize>,
    ) -> Self {
        let mut legend: Vec<_> =
            labels.into_iter().map(|label| LegendClass { label, countries: 0 }).collect();
        let entries = explorer.table().dictionary(Facet::Country).entries().iter().enumerate();
        let classes = entries
            .map(|(code, entry)| {
                let class = class(&entry.id, code).filter(|class| *class < legend.len());
                if let Some(class) = class {
                    legend[class].countries += 1;
                }
                class
            })
            .collect();
        Self { classes, legend }
    }

    fn countries(&self) -> u32 {
        self.legend.iter().map(|class| class.countries).sum()
    }
}

fn all_countries(explorer: &Explorer) -> String {
    grouped(explorer.dataset().countries.len() as u64)
}

fn of_measure(explorer: &Explorer, outcome: &Outcome) -> MapModel {
    let counts = outcome.facet(Facet::Country);
    let ranges = classes(counts.iter().copied().max().unwrap_or_default());
    let label = |(from, to): &(u32, u32)| match from == to {
        true => grouped(*from),
        false => format!("{}–{}", grouped(*from), grouped(*to)),
    };
    let count = |code: usize| counts.get(code).copied().unwrap_or_default();
    let classed = Classed::new(explorer, ranges.iter().map(label).collect(), &|_, code| {
        class_of(&ranges, count(code))
    });
    let countries = classed.countries();
    let all = all_countries(explorer);
    let entries = explorer.table().dictionary(Facet::Country).entries();
    let largest = (0..counts.len()).rev().max_by_key(|&code| count(code));
    let top = largest.and_then(|code| Some((&entries.get(code)?.label, count(code))));
    let measure = outcome.measure;
    let finding = match top {
        Some((label, top)) if top > 0 && measure != Measure::Countries => format!(
            "{} of {all} countries in view; {label} has the most {}, {}",
            grouped(countries),
            measure.noun(2),
            grouped(top)
        ),
        Some((_, 1..)) => {
            format!("{} of {all} countries have a record in view", grouped(countries))
        }
        _ => super::finding::NOTHING.to_owned(),
    };
    let noun = match measure {
        Measure::Interactions => "Interactions",
        Measure::Events => "Events",
        Measure::Countries => "Records",
    };
    MapModel {
        classes: classed.classes,
        legend: classed.legend,
        none: "No record in view",
        finding,
        subtitle: format!("{noun} by counterpart country"),
        coverage: format!(
            "The paper counts bilateral meetings with {} countries in its window; this dataset has them with {}.",
            published("bilateral-countries"),
            bilateral_countries(explorer)
        ),
        list: None,
    }
}

/// Countries of the bilateral meetings, sidelines included, in the paper's window.
fn bilateral_countries(explorer: &Explorer) -> String {
    let mut filters = Filters::default();
    filters.set(Facet::Window, "yes", Standing::Included);
    for format in ["bilateral", "sideline"] {
        filters.set(Facet::Format, format, Standing::Included);
    }
    grouped(explorer.explore(&filters, Measure::Countries).summary.countries)
}

/// First and last contact with each country, by its code, under all filters but that of countries.
pub fn country_contacts(explorer: &Explorer, filters: &Filters) -> Vec<Option<Contact>> {
    let mut others = filters.clone();
    others.clear(Facet::Country);
    let rows = explorer.explore(&others, Measure::Interactions).rows;
    contacts(explorer, &rows, Facet::Country)
}

fn of_contact(
    explorer: &Explorer,
    filters: &Filters,
    which: &str,
    year: fn(&Contact) -> i16,
) -> MapModel {
    let contacts = country_contacts(explorer, filters);
    let year_of = |code: usize| contacts.get(code)?.as_ref().map(year);
    let mut years: Vec<i16> = (0..contacts.len()).filter_map(year_of).collect();
    years.sort_unstable();
    years.dedup();
    // The years before the five latest go together.
    let early = years.len().saturating_sub(5);
    let labels = years.iter().enumerate().skip(early);
    let labels = labels.map(|(at, year)| match at > 0 && at == early {
        true => format!("{year} or before"),
        false => year.to_string(),
    });
    let classed = Classed::new(explorer, labels.collect(), &|_, code| {
        let at = years.iter().position(|y| Some(*y) == year_of(code))?;
        Some(at.saturating_sub(early))
    });
    let countries = classed.countries();
    let largest = classed.legend.iter().rev().max_by_key(|class| class.countries);
    let finding = match largest {
        Some(class) => format!(
            "{} of {} countries in view have their {which} contact in {}",
            grouped(class.countries),
            grouped(countries),
            class.label
        ),
        None => super::finding::NOTHING.to_owned(),
    };
    MapModel {
        classes: classed.classes,
        legend: classed.legend,
        none: "No record in view",
        finding,
        subtitle: format!("Year of the {which} contact among the records in view"),
        coverage: format!(
            "{} of {} countries. What was before or after the dataset, or is missing from it, is not seen: the paper's window goes from June 2022 to July 2025.",
            grouped(countries),
            all_countries(explorer)
        ),
        list: Some(country_list::of_contacts(explorer, &contacts)),
    }
}

fn of_gsi(explorer: &Explorer) -> MapModel {
    let dataset = explorer.dataset();
    // The codebook has the strongest basis first.
    let bases: Vec<_> = dataset.codebook.vocabularies.gsi_bases.iter().rev().collect();
    let labels = bases.iter().map(|basis| basis.label.clone()).collect();
    let classed = Classed::new(explorer, labels, &|iso3, _| {
        let support = dataset.gsi_of(iso3)?;
        bases.iter().position(|basis| basis.word == support.basis)
    });
    let all = classed.countries();
    let collective = classed.legend.first().map_or(0, |class| class.countries);
    let unsure =
        dataset.gsi_support.iter().filter(|s| s.confidence == "low" && s.basis != COLLECTIVE);
    let unsure = match unsure.count() {
        0 => String::new(),
        count => format!(" ({count} of them with low confidence)"),
    };
    MapModel {
        classes: classed.classes,
        legend: classed.legend,
        none: "No statement found",
        finding: format!(
            "{} countries support the Global Security Initiative in public, {} of them in words of their own",
            grouped(all),
            grouped(all - collective)
        ),
        subtitle: "What each country's support rests on; not changed by the filters".to_owned(),
        coverage: format!(
            "{} countries, {} in words of their own{unsure}, the others only by a text of a group of states. The paper counts {} and lists none.",
            grouped(all),
            grouped(all - collective),
            published("gsi-countries-113")
        ),
        list: Some(country_list::of_gsi(dataset)),
    }
}

/// The basis that is not a country's own words; last in the codebook.
const COLLECTIVE: &str = "collective statement";

fn of_edition(explorer: &Explorer, edition: &ForumEdition) -> MapModel {
    let has = |list: &[String], iso3: &str| list.iter().any(|known| known == iso3);
    let (named, beside) = (&edition.countries_named, &edition.countries_named_beside);
    let mut labels = vec!["Named as taking part".to_owned()];
    if !beside.is_empty() {
        labels.insert(0, "Named only beside the forum".to_owned());
    }
    let strongest = labels.len() - 1;
    let classed = Classed::new(explorer, labels, &|iso3, _| {
        if has(named, iso3) {
            return Some(strongest);
        }
        has(beside, iso3).then_some(0)
    });
    let year = &edition.edition;
    let finding = match (named.len(), beside.len()) {
        (0, 0) => format!("No source seen names a country at the Lianyungang forum of {year}"),
        (named, 0) => format!("Sources name {named} countries at the Lianyungang forum of {year}"),
        (named, beside) => format!(
            "Sources name {named} countries at the Lianyungang forum of {year}, and {beside} more beside it"
        ),
    };
    let reported = match (&edition.countries_regions_orgs, &edition.participants) {
        (Some(countries), Some(people)) => {
            format!("Reported: {countries}; {people} participants. ")
        }
        (Some(countries), None) => format!("Reported: {countries}. "),
        (None, Some(people)) => format!("Reported: {people} participants. "),
        (None, None) => String::new(),
    };
    MapModel {
        classes: classed.classes,
        legend: classed.legend,
        none: "Not named by a source",
        finding,
        subtitle: format!("{}; not changed by the filters", edition.name),
        coverage: format!(
            "{reported}No list of participants is published, so those named are far fewer than took part; the paper's map warns of the same."
        ),
        list: Some(country_list::of_edition(explorer, edition)),
    }
}

fn of_members(explorer: &Explorer, outcome: &Outcome, list: &Membership) -> MapModel {
    let counts = outcome.facet(Facet::Country);
    let classed = Classed::new(
        explorer,
        vec!["Member, no record in view".to_owned(), "Member, with records in view".to_owned()],
        &|iso3, code| {
            let met = counts.get(code).is_some_and(|count| *count > 0);
            list.has(iso3).then_some(usize::from(met))
        },
    );
    let (all, met) = (classed.countries(), classed.legend[1].countries);
    let not_counted: Vec<&str> = [
        list.has(SUBJECT).then_some("China itself"),
        (list.members.len() > all as usize + usize::from(list.has(SUBJECT)))
            .then_some("territories"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let besides = match not_counted.as_slice() {
        [] => String::new(),
        parts => format!(", besides {}", parts.join(" and ")),
    };
    let paper = match list.id.as_str() {
        "eapcco" => Some("eapcco-members"),
        "celac" => Some("celac-members"),
        "c5" => Some("c5-members"),
        "lancang_mekong" => Some("lmc-countries"),
        _ => None,
    };
    let paper = paper.map_or(String::new(), |id| format!(" The paper counts {}.", published(id)));
    MapModel {
        classes: classed.classes,
        legend: classed.legend,
        none: "Not on the list",
        finding: format!("{} of {} members have a record in view", grouped(met), grouped(all)),
        subtitle: list.name.clone(),
        coverage: format!("{} countries{besides}, as of {}.{paper}", grouped(all), list.as_of),
        list: Some(country_list::of_members(explorer.dataset(), list)),
    }
}

/// How a country's name stands in the dataset, for lists.
pub(super) fn name_of(dataset: &Dataset, iso3: &str) -> String {
    dataset.country(iso3).map_or(iso3.to_owned(), |country| country.name_en.clone())
}
