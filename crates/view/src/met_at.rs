//! Countries that were met nowhere but at or beside forums, or one of them.

use explorer_explore::Explorer;
use explorer_explore::coding::NONE;
use explorer_explore::facet::Facet;

use super::countries::CountryRow;
use super::sentence::label;

/// Which countries are listed: all, or those that were met only there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum MetAt {
    /// All countries in view.
    #[default]
    Anywhere,
    /// Those of which all in view was at or beside forums.
    Forums,
    /// Those of which all in view was at or beside this forum, by its id.
    Forum(String),
}

/// The word of links for all forums.
const FORUMS: &str = "forums";

impl MetAt {
    /// The word of links; empty for all countries.
    pub fn id(&self) -> &str {
        match self {
            Self::Anywhere => "",
            Self::Forums => FORUMS,
            Self::Forum(id) => id,
        }
    }

    /// What a word of links says; `None` if it is no forum of a record.
    pub fn from_id(id: &str, explorer: &Explorer) -> Option<Self> {
        match id {
            "" => Some(Self::Anywhere),
            FORUMS => Some(Self::Forums),
            id => {
                let known = explorer.table().dictionary(Facet::Forum).canonical(id);
                known.filter(|id| *id != NONE).map(|id| Self::Forum(id.to_owned()))
            }
        }
    }

    /// Whether a country is listed.
    pub fn keeps(&self, explorer: &Explorer, row: &CountryRow) -> bool {
        match self {
            Self::Anywhere => true,
            Self::Forums => row.forums.is_all(),
            Self::Forum(id) => row.forums.only_at(explorer) == Some(id),
        }
    }

    /// What it is called: *forums*, or the forum.
    pub fn place(&self, explorer: &Explorer) -> String {
        match self {
            Self::Forum(id) => {
                let name = label(explorer, Facet::Forum, id);
                format!("the {}", name.split(" (").next().unwrap_or_default())
            }
            _ => "forums".to_owned(),
        }
    }
}

/// What a reader can choose, with how many countries it lists: all forums, then each that some country
/// was met only at, in the order of the codebook. And what is chosen, although it lists none.
pub fn choices(explorer: &Explorer, rows: &[CountryRow], chosen: &MetAt) -> Vec<(MetAt, usize)> {
    let forums = explorer.table().dictionary(Facet::Forum).entries().iter();
    let forums =
        forums.filter(|entry| entry.id != NONE).map(|entry| MetAt::Forum(entry.id.clone()));
    let counted = std::iter::once(MetAt::Forums).chain(forums).map(|met| {
        let count = rows.iter().filter(|row| met.keeps(explorer, row)).count();
        (met, count)
    });
    counted.filter(|(met, count)| *count > 0 || met == chosen).collect()
}
