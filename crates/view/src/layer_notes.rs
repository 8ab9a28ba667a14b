//! What stands below the map of a layer: how far it reaches, what the paper says, and what it
//! rests on.

use super::country_list::{self, CountryList};
use super::layer::{Layer, edition_of, list_of};
use super::map::{MapModel, country_contacts};
use explorer_dataset::Dataset;
use explorer_dataset::forum_edition::ForumEdition;
use explorer_dataset::membership::Membership;
use explorer_dataset::tables::{GsiSupport, SUBJECT};
use explorer_explore::Explorer;
use explorer_explore::facet::Facet;
use explorer_explore::filter::{Filters, Standing};
use explorer_number::grouped;

/// The notes of a layer.
#[derive(Debug, Clone, PartialEq)]
pub struct Notes {
    /// How far the layer reaches, and what the paper says.
    pub coverage: String,
    /// What the layer rests on; `None` where that is the records in view.
    pub list: Option<CountryList>,
}

fn published<'d>(dataset: &'d Dataset, id: &str) -> &'d str {
    dataset.published_number(id).map_or("", |number| &number.value)
}

/// The notes of a layer, whose map is `model`.
pub fn notes(explorer: &Explorer, filters: &Filters, layer: &Layer, model: &MapModel) -> Notes {
    let dataset = explorer.dataset();
    let countries = model.countries();
    let (coverage, list) = match layer {
        Layer::Measure => (of_measure(explorer), None),
        Layer::First | Layer::Last => (
            format!(
                "{} of {} countries. Contacts before August 2022 or not in the dataset do not show. The paper\u{2019}s window goes from June 2022 to July 2025.",
                grouped(countries),
                grouped(dataset.countries.len() as u64)
            ),
            Some(country_list::of_contacts(explorer, &country_contacts(explorer, filters))),
        ),
        Layer::Gsi => (of_gsi(dataset), Some(country_list::of_gsi(dataset))),
        Layer::Editions => {
            let named = format!("{} countries. {}", grouped(countries), NO_LIST);
            (named, Some(country_list::of_editions(dataset)))
        }
        Layer::Edition(year) => match edition_of(dataset, year) {
            Some(edition) => {
                (of_edition(edition), Some(country_list::of_edition(dataset, edition)))
            }
            None => (String::new(), None),
        },
        Layer::Members(slug) => match list_of(dataset, slug) {
            Some(list) => (
                of_members(dataset, list, countries),
                Some(country_list::of_members(dataset, list)),
            ),
            None => (String::new(), None),
        },
    };
    Notes { coverage, list }
}

fn of_measure(explorer: &Explorer) -> String {
    // Bilateral meetings, sidelines included, in the paper's window.
    let mut filters = Filters::default();
    filters.set(Facet::Window, "yes", Standing::Included);
    for format in ["bilateral", "sideline"] {
        filters.set(Facet::Format, format, Standing::Included);
    }
    let here = explorer.summary(&filters).countries;
    format!(
        "The paper counts bilateral meetings with {} countries in its window, June 2022 to July 2025; this dataset has them with {}.",
        published(explorer.dataset(), "bilateral-countries"),
        grouped(here)
    )
}

fn of_gsi(dataset: &Dataset) -> String {
    let count = |counts: &dyn Fn(&GsiSupport) -> bool| {
        dataset.gsi_support.iter().filter(|support| counts(support)).count()
    };
    let mentions = match count(&|support| !support.is_support()) {
        0 => String::new(),
        1 => " One country only mentions it and is not counted.".to_owned(),
        many => format!(" {many} more only mention it and are not counted."),
    };
    let unsure = match count(&|support| support.is_own() && support.confidence == "low") {
        0 => String::new(),
        unsure => format!(" ({unsure} of them with low confidence)"),
    };
    format!(
        "{} countries have said so themselves{unsure}; {} only through a group\u{2019}s statement.{mentions} The paper counts {} countries as of June 2025 but does not name them.",
        count(&GsiSupport::is_own),
        count(&|support| support.is_support() && !support.is_own()),
        published(dataset, "gsi-countries-113")
    )
}

const NO_LIST: &str = "No list of participants is published, so those named are far fewer than took part; the paper's map has the same gap.";

fn of_edition(edition: &ForumEdition) -> String {
    let people = edition.participants.as_ref().map(|people| format!("{people} participants"));
    let reported: Vec<_> = edition.countries_regions_orgs.iter().chain(&people).cloned().collect();
    let reported = match reported.as_slice() {
        [] => String::new(),
        parts => format!("Reported: {}. ", parts.join("; ")),
    };
    format!("{reported}{NO_LIST}")
}

fn of_members(dataset: &Dataset, list: &Membership, countries: u32) -> String {
    let subject = list.has(SUBJECT);
    let territories = list.members.len() > countries as usize + usize::from(subject);
    let besides = match (subject, territories) {
        (false, false) => "",
        (true, false) => ", besides China itself",
        (false, true) => ", besides territories",
        (true, true) => ", besides China itself and territories",
    };
    let paper = match list.id.as_str() {
        "eapcco" => Some("eapcco-members"),
        "celac" => Some("celac-members"),
        "c5" => Some("c5-members"),
        "lancang_mekong" => Some("lmc-countries"),
        _ => None,
    };
    let paper =
        paper.map_or(String::new(), |id| format!(" The paper counts {}.", published(dataset, id)));
    format!("{} countries{besides}, as of {}.{paper}", grouped(countries), list.as_of)
}
