//! What the map's colours say.

use explorer_dataset::Dataset;
use explorer_dataset::forum_edition::ForumEdition;
use explorer_dataset::membership::Membership;

/// A layer of the map.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Layer {
    /// The current measure under the current filters.
    #[default]
    Measure,
    /// Year of the first recorded contact under the current filters.
    First,
    /// Year of the last recorded contact under the current filters.
    Last,
    /// Public support for the Global Security Initiative.
    Gsi,
    /// Participation in any edition of the Lianyungang forum.
    Editions,
    /// Participation in an edition of the Lianyungang forum, by its year.
    Edition(String),
    /// Members of a list, by its slug.
    Members(String),
}

/// The word of all editions of the forum, and what the words of each begin with.
const EDITIONS: &str = "gpscfl";

/// The lists of members that matter most to readers, by their slugs, with short names.
const MAIN: [(&str, &str); 7] = [
    ("sco-members", "Shanghai Cooperation (SCO)"),
    ("c5", "China–Central Asia"),
    ("lancang-mekong", "Lancang–Mekong"),
    ("eapcco", "East Africa police (EAPCCO)"),
    ("pacific-islands-forum", "Pacific Islands Forum"),
    ("asean", "ASEAN"),
    ("celac", "CELAC"),
];

/// The edition of the Lianyungang forum of a year.
pub fn edition_of<'d>(dataset: &'d Dataset, year: &str) -> Option<&'d ForumEdition> {
    dataset.forum_editions.iter().find(|edition| edition.edition == year)
}

/// The list of members with a slug.
pub fn list_of<'d>(dataset: &'d Dataset, slug: &str) -> Option<&'d Membership> {
    dataset.memberships.iter().find(|list| list.slug() == slug)
}

/// The short name of one of the main lists.
pub fn short_name(slug: &str) -> Option<&'static str> {
    MAIN.iter().find(|(main, _)| *main == slug).map(|(_, name)| *name)
}

impl Layer {
    /// The word in links.
    pub fn id(&self) -> String {
        match self {
            Self::Measure => "measure".to_owned(),
            Self::First => "first".to_owned(),
            Self::Last => "last".to_owned(),
            Self::Gsi => "gsi".to_owned(),
            Self::Editions => EDITIONS.to_owned(),
            Self::Edition(year) => format!("{EDITIONS}-{year}"),
            Self::Members(list) => list.clone(),
        }
    }

    /// Whether it shows the records, and not a table of the open dataset.
    pub fn is_of_records(&self) -> bool {
        matches!(self, Self::Measure | Self::First | Self::Last)
    }

    /// The layer of a word; editions and lists have to be in the dataset.
    pub fn from_id(id: &str, dataset: &Dataset) -> Option<Self> {
        Self::groups(dataset).into_iter().flat_map(|(_, all)| all).find(|layer| layer.id() == id)
    }

    /// What a reader chooses it by.
    pub fn title(&self, dataset: &Dataset) -> String {
        match self {
            Self::Measure => "Counts in view".to_owned(),
            Self::First => "Year of first contact".to_owned(),
            Self::Last => "Year of last contact".to_owned(),
            Self::Gsi => "Support for the GSI".to_owned(),
            Self::Editions => "Lianyungang forum, all years".to_owned(),
            Self::Edition(year) => format!("Lianyungang forum {year}"),
            Self::Members(slug) => match short_name(slug) {
                Some(name) => name.to_owned(),
                None => list_of(dataset, slug).map_or(slug.clone(), |list| list.name.clone()),
            },
        }
    }

    /// All layers under headings, in the order in which a reader is offered them.
    pub fn groups(dataset: &Dataset) -> [(&'static str, Vec<Self>); 4] {
        let held = dataset.forum_editions.iter().filter(|edition| edition.held());
        let editions = held.rev().map(|edition| Self::Edition(edition.edition.clone()));
        let slugs = || dataset.memberships.iter().map(|list| list.slug());
        let known = |(slug, _): &(&str, _)| slugs().any(|known| known == *slug);
        let main = MAIN.iter().filter(|main| known(main)).map(|(slug, _)| (*slug).to_owned());
        let others = slugs().filter(|slug| short_name(slug).is_none()).map(Self::Members);
        [
            ("Records in view", vec![Self::Measure, Self::First, Self::Last]),
            (
                "Initiative and forum",
                [Self::Gsi, Self::Editions].into_iter().chain(editions).collect(),
            ),
            ("Members", main.map(Self::Members).collect()),
            ("Further lists", others.collect()),
        ]
    }
}
