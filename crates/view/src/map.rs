//! What the map shows under a layer: a class per country, the legend, and the words around it.

use super::chart::Chart;
use super::classes::{self, class_of};
use super::contacts::{Contacts, contacts_by};
use super::finding::ranked;
use super::layer::{Layer, edition_of, list_of};
use super::ranking::{Ranked, ranking};
use super::sentence::date_words;
use super::uncertain::{MAP_KEY, matters};
use explorer_dataset::date::PartialDate;
use explorer_dataset::forum_edition::ForumEdition;
use explorer_dataset::membership::Membership;
use explorer_dataset::tables::{GsiSupport, MENTION};
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::Filters;
use explorer_explore::measure::Measure;
use explorer_explore::outcome::Outcome;
use explorer_number::grouped;
use explorer_order::order;

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
    /// Whether each country is dotted: half or more of what it counts is uncertain. Only where counts are
    /// shown.
    pub dotted: Vec<bool>,
    /// From the least to the most.
    pub legend: Vec<LegendClass>,
    /// What stands for a country without a class.
    pub none: &'static str,
    /// What the colours show, stated from the data.
    pub finding: String,
    /// What is drawn.
    pub subtitle: String,
}

impl MapModel {
    /// What a caption says of dots, if there are any.
    pub fn key(&self) -> &'static str {
        if self.dotted.contains(&true) { MAP_KEY } else { "" }
    }

    /// How many countries have a class.
    pub fn countries(&self) -> u32 {
        self.legend.iter().map(|class| class.countries).sum()
    }
}

/// The map of a layer. `outcome` is what `filters` leave.
pub fn map_model(
    explorer: &Explorer,
    filters: &Filters,
    outcome: &Outcome,
    layer: &Layer,
) -> MapModel {
    let dataset = explorer.dataset();
    let mut model = match layer {
        Layer::Measure => of_measure(explorer, filters, outcome),
        Layer::First => of_contact(explorer, filters, "first", |contact| contact.first.year()),
        Layer::Last => of_contact(explorer, filters, "last", |contact| contact.last.year()),
        Layer::Gsi => of_gsi(explorer, filters),
        Layer::Editions => of_editions(explorer),
        Layer::Edition(year) => {
            // A layer is only made for what the dataset has.
            let edition = edition_of(dataset, year);
            edition
                .map_or_else(|| of_measure(explorer, filters, outcome), |e| of_edition(explorer, e))
        }
        Layer::Members(slug) => {
            let list = list_of(dataset, slug);
            list.map_or_else(
                || of_measure(explorer, filters, outcome),
                |l| of_members(explorer, outcome, l),
            )
        }
    };
    // It goes along with what is saved of the map.
    if explorer.is_own() && !layer.is_of_records() {
        model.subtitle.push_str("; from the open dataset");
    }
    model
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

fn of_measure(explorer: &Explorer, filters: &Filters, outcome: &Outcome) -> MapModel {
    let (counts, measure) = (outcome.facet(Facet::Country), outcome.measure);
    // One colour is one number on all maps, whatever is filtered.
    let all = explorer.totals(measure).facet(Facet::Country);
    let ranges = classes::classes(all.iter().copied().max().unwrap_or_default());
    let labels = ranges.iter().map(|class| match measure {
        // A country is one country.
        Measure::Countries => "With a record".to_owned(),
        _ => classes::words(*class),
    });
    let classed = Classed::new(explorer, labels.collect(), &|_, code| {
        class_of(&ranges, counts.get(code).copied().unwrap_or_default())
    });
    let values = ranking(explorer, filters, outcome, Facet::Country);
    let finding = match filters.selection(Facet::Country).is_empty() {
        true => reach(explorer, outcome, &values),
        false => ranked(explorer, Chart::Map, Facet::Country, filters, outcome, &values),
    };
    let subtitle = match measure {
        Measure::Interactions => "Interactions by counterpart country",
        Measure::Events => "Events by counterpart country",
        Measure::Countries => "Countries with a record",
    };
    let uncertain = outcome.uncertain_of(Facet::Country);
    let dotted: Vec<bool> =
        uncertain.iter().zip(counts).map(|(some, all)| matters(*some, *all)).collect();
    MapModel {
        classes: classed.classes,
        dotted,
        legend: classed.legend,
        none: "No record",
        finding,
        subtitle: subtitle.to_owned(),
    }
}

/// How many countries have a record, and which the most; none of which is chosen.
fn reach(explorer: &Explorer, outcome: &Outcome, values: &[Ranked]) -> String {
    let countries = outcome.summary.countries;
    if countries == 0 {
        return super::finding::NOTHING.to_owned();
    }
    let all = all_countries(explorer);
    let have = if countries == 1 { "has" } else { "have" };
    let words = format!("{} of {all} countries {have} a record", grouped(countries));
    let top = values.first().map_or(0, |value| value.count);
    let first: Vec<_> = values.iter().take_while(|value| value.count == top).collect();
    let (noun, top_words) = (outcome.measure.noun(top), grouped(top));
    match first.as_slice() {
        // Nothing is the most that is one record only.
        _ if top < 2 || outcome.measure == Measure::Countries => words,
        [one] => format!("{words}; {} has the most {noun}, {top_words}", one.label),
        [one, other] => {
            let (one, other) = (&one.label, &other.label);
            format!("{words}; {one} and {other} have the most {noun}, {top_words} each")
        }
        _ => words,
    }
}

/// First and last contact with each country, by its code, under all filters but that of countries.
pub fn country_contacts(explorer: &Explorer, filters: &Filters) -> Vec<Option<Contacts>> {
    let mut others = filters.clone();
    others.clear(Facet::Country);
    let rows = explorer.rows(&others);
    contacts_by(explorer, &rows, Facet::Country)
}

fn of_contact(
    explorer: &Explorer,
    filters: &Filters,
    which: &str,
    year: fn(&Contacts) -> i16,
) -> MapModel {
    let contacts = country_contacts(explorer, filters);
    let year_of = |code: usize| contacts.get(code)?.as_ref().map(year);
    let found: Vec<i16> = (0..contacts.len()).filter_map(year_of).collect();
    let sorted = order(found.len(), &|a, b| found[a].cmp(&found[b]));
    let mut years: Vec<i16> = sorted.into_iter().map(|at| found[at]).collect();
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
    // What is chosen is in view; the other countries are there to be compared.
    let selection = filters.selection(Facet::Country);
    let entries = explorer.table().dictionary(Facet::Country).entries().iter();
    let in_view: Vec<(&str, usize)> = entries
        .zip(&classed.classes)
        .filter(|(entry, _)| selection.passes(std::iter::once(entry.id.as_str())))
        .filter_map(|(entry, class)| Some((entry.label.as_str(), (*class)?)))
        .collect();
    let of_class = |class: usize| in_view.iter().filter(|(_, of)| *of == class).count();
    let largest = (0..classed.legend.len()).rev().max_by_key(|class| of_class(*class));
    let finding = match (in_view.as_slice(), largest.map(|at| (at, &classed.legend[at]))) {
        ([], _) | (_, None) => super::finding::NOTHING.to_owned(),
        ([(label, class)], _) => {
            format!("{label}: {which} contact in {}", classed.legend[*class].label)
        }
        (all, Some((at, class))) => format!(
            "{} of {} countries have their {which} contact in {}",
            grouped(of_class(at) as u64),
            grouped(all.len() as u64),
            class.label
        ),
    };
    MapModel {
        classes: classed.classes,
        dotted: Vec::new(),
        legend: classed.legend,
        none: "No record",
        finding,
        subtitle: format!("Year of the {which} contact under the filters"),
    }
}

/// Support as it was known at the end of the chosen period. No other filter changes it.
fn of_gsi(explorer: &Explorer, filters: &Filters) -> MapModel {
    let dataset = explorer.dataset();
    let end = filters.range.to();
    let counts = |support: &&GsiSupport| {
        support.is_support() && support.is_until(end.map(PartialDate::last_day))
    };
    let supports: Vec<&GsiSupport> = dataset.gsi_support.iter().filter(counts).collect();
    // The codebook has the strongest basis first.
    let bases = dataset.codebook.vocabularies.gsi_bases.iter();
    let bases: Vec<_> = bases.filter(|basis| basis.word != MENTION).rev().collect();
    let labels = bases.iter().map(|basis| basis.label.clone()).collect();
    let classed = Classed::new(explorer, labels, &|iso3, _| {
        let support = supports.iter().find(|support| support.country == iso3)?;
        bases.iter().position(|basis| basis.word == support.basis)
    });
    let (own, collective): (Vec<&GsiSupport>, Vec<_>) =
        supports.iter().partition(|support| support.is_own());
    let have = |count: usize| if count == 1 { "country has" } else { "countries have" };
    let finding = match (own.len(), collective.len()) {
        (0, 0) => super::finding::NOTHING.to_owned(),
        (own, collective) => format!(
            "{own} {} backed the Global Security Initiative in their own words; {collective} more only by a text of a group",
            have(own)
        ),
    };
    let until = end.map_or_else(String::new, |end| format!(" until {}", date_words(end)));
    MapModel {
        classes: classed.classes,
        dotted: Vec::new(),
        legend: classed.legend,
        none: "No support found",
        finding,
        subtitle: format!(
            "What each country\u{2019}s support rests on{until}; not changed by the other filters"
        ),
    }
}

fn of_editions(explorer: &Explorer) -> MapModel {
    let dataset = explorer.dataset();
    let named = |iso3: &str| dataset.editions_naming(iso3).len();
    let most = dataset.countries.iter().map(|country| named(&country.iso3)).max();
    let labels = (1..=most.unwrap_or_default()).map(|count| match count {
        1 => "1 edition".to_owned(),
        _ => format!("{count} editions"),
    });
    let classed = Classed::new(explorer, labels.collect(), &|iso3, _| named(iso3).checked_sub(1));
    MapModel {
        finding: format!(
            "Sources name {} of {} countries at the Lianyungang forum or beside it, in some year",
            grouped(classed.countries()),
            all_countries(explorer)
        ),
        classes: classed.classes,
        dotted: Vec::new(),
        legend: classed.legend,
        none: "Not named by a source",
        subtitle: "Number of editions since 2015 at which a source places the country; not changed by the filters".to_owned(),
    }
}

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
    MapModel {
        classes: classed.classes,
        dotted: Vec::new(),
        legend: classed.legend,
        none: "Not named by a source",
        finding,
        subtitle: format!("{}; not changed by the filters", edition.name),
    }
}

fn of_members(explorer: &Explorer, outcome: &Outcome, list: &Membership) -> MapModel {
    let counts = outcome.facet(Facet::Country);
    let classed = Classed::new(
        explorer,
        vec!["Member, no record".to_owned(), "Member, with records".to_owned()],
        &|iso3, code| {
            let met = counts.get(code).is_some_and(|count| *count > 0);
            list.has(iso3).then_some(usize::from(met))
        },
    );
    let all = classed.countries();
    let in_view = outcome.in_view(explorer.table(), Facet::Country);
    let entries = explorer.table().dictionary(Facet::Country).entries().iter();
    let met = entries.zip(in_view).filter(|(entry, count)| *count > 0 && list.has(&entry.id));
    let met = met.count() as u64;
    MapModel {
        classes: classed.classes,
        dotted: Vec::new(),
        legend: classed.legend,
        none: "Not on the list",
        finding: format!("{} of {} members have a record", grouped(met), grouped(all)),
        subtitle: list.name.clone(),
    }
}
