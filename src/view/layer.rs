//! What the map's colours say.

use crate::dataset::Dataset;

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
    /// Participation in an edition of the Lianyungang forum, by its year.
    Edition(String),
    /// Members of a list, by its slug.
    Members(String),
}

/// What the words of forum editions begin with.
const EDITION: &str = "gpscfl-";

impl Layer {
    /// The word in links.
    pub fn id(&self) -> String {
        match self {
            Self::Measure => "measure".to_owned(),
            Self::First => "first".to_owned(),
            Self::Last => "last".to_owned(),
            Self::Gsi => "gsi".to_owned(),
            Self::Edition(year) => format!("{EDITION}{year}"),
            Self::Members(list) => list.clone(),
        }
    }

    /// The layer of a word; editions and lists have to be in the dataset.
    pub fn from_id(id: &str, dataset: &Dataset) -> Option<Self> {
        Self::all(dataset).into_iter().find(|layer| layer.id() == id)
    }

    /// All layers, in the order in which a reader is offered them.
    pub fn all(dataset: &Dataset) -> Vec<Self> {
        let _ = dataset;
        vec![Self::Measure, Self::First, Self::Last, Self::Gsi]
    }
}
