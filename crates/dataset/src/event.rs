//! One meeting or multilateral session, as `data/events.json` records it.

use serde::Deserialize;

use super::date::PartialDate;
use super::object::objects;

/// A meeting or multilateral session. Fields follow the codebook (`data/codebook.json`);
/// vocabulary fields hold the codebook's words, checked by [`super::check`].
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Stable id, unique in the dataset; part of links (`#/record/ID`).
    pub id: String,
    /// Day of the meeting, or its month where only that is known.
    pub date: PartialDate,
    /// Last day, where the meeting lasted longer. Does not count for date filters.
    pub date_end: Option<PartialDate>,
    /// What happened, in one line.
    pub title: String,
    /// Agency id of the most senior Chinese official: `MPS`, `MSS` or `CPLC`.
    pub agency: String,
    /// Chinese officials by English name; empty where the source names none.
    pub officials: Vec<String>,
    /// Rank of the most senior Chinese official, a codebook word.
    pub rank: String,
    /// `bilateral`, `sideline` or `multilateral`.
    pub format: String,
    /// `in-person`, `video`, `phone` or `unknown`.
    pub channel: String,
    /// City of the meeting, if said.
    pub city: Option<String>,
    /// Country of the meeting (ISO 3166-1 alpha-3), if said.
    pub venue_country: Option<String>,
    /// Forum or mechanism the meeting belongs to, a codebook word.
    pub forum: Option<String>,
    /// Edition of the forum, such as `2024`.
    pub forum_session: Option<String>,
    /// The foreign side; each is one interaction.
    #[serde(deserialize_with = "objects")]
    pub counterparts: Vec<Counterpart>,
    /// Topics, codebook words.
    pub topics: Vec<String>,
    /// `high`, `medium` or `low`.
    pub confidence: String,
    /// Whether the event lies in the paper's window, 2022-06 to 2025-07.
    pub in_paper_window: bool,
    /// What was inferred, and conflicts between sources.
    pub note: Option<String>,
    /// Public reports that carry the event; never empty.
    #[serde(deserialize_with = "objects")]
    pub sources: Vec<Source>,
}

/// First and last month of the paper's window.
const PAPER_WINDOW: [(i16, u8); 2] = [(2022, 6), (2025, 7)];

/// Whether a date lies in the paper's window; a year alone does not say.
pub fn is_in_paper_window(date: PartialDate) -> bool {
    let [first, last] = PAPER_WINDOW;
    date.month().is_some_and(|month| (first..=last).contains(&(date.year(), month)))
}

/// One foreign side of an event: a country or an organization, exactly one of the two.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counterpart {
    /// ISO 3166-1 alpha-3 (`XKX` for Kosovo), if a country.
    pub country: Option<String>,
    /// Codebook word, if an organization.
    pub organization: Option<String>,
    /// The most senior person named.
    pub name: Option<String>,
    /// That person's title.
    pub title: Option<String>,
    /// Kind of office, a codebook word; `None` if unknown.
    pub office: Option<String>,
    /// Further people of the same side at the same meeting.
    #[serde(default, deserialize_with = "objects")]
    pub also: Vec<Person>,
}

impl Counterpart {
    /// The country or the organization that it is: the code of the one, the word of the other.
    pub fn side(&self) -> &str {
        self.country.as_deref().or(self.organization.as_deref()).unwrap_or_default()
    }
}

/// A further person on the foreign side.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Name as the source gives it.
    pub name: Option<String>,
    /// Title as the source gives it.
    pub title: Option<String>,
}

/// A public report.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Address; only http and https are accepted.
    pub url: String,
    /// Who published it.
    pub publisher: String,
    /// When it was published, if known.
    pub published: Option<PartialDate>,
}

impl Source {
    /// Whether the address is one that the page may link to: http or https, a host, no blanks.
    pub fn is_web(&self) -> bool {
        let host = ["https://", "http://"].iter().find_map(|scheme| {
            let (head, rest) = self.url.split_at_checked(scheme.len())?;
            head.eq_ignore_ascii_case(scheme).then_some(rest)
        });
        host.is_some_and(|host| {
            !host.starts_with(['/', '?', '#'])
                && !host.is_empty()
                && !self.url.contains(|c: char| c.is_whitespace() || c.is_control())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn links_only_to_the_web() {
        let is_web = |url: &str| {
            Source { url: url.to_owned(), publisher: String::new(), published: None }.is_web()
        };
        for good in ["https://example.org/a?b#c", "http://example.org", "HTTPS://example.org"] {
            assert!(is_web(good), "{good}");
        }
        for bad in [
            "",
            "https://",
            "https:///a",
            "javascript:alert(1)",
            " https://example.org",
            "https://example.org/a b",
            "//example.org",
            "data:text/html,x",
            "日本https://",
        ] {
            assert!(!is_web(bad), "{bad}");
        }
    }
}
