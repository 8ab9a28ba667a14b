//! Lists beside the records as tables: pledges, forums, their sessions, what a version changed.
//!
//! Several values of a cell are separated by semicolons. Every line says which view and which version
//! of the dataset it was taken from.

use super::Origin;
use super::csv::Csv;
use explorer_dataset::changes::Changes;
use explorer_dataset::date::PartialDate;
use explorer_dataset::event::Source;
use explorer_dataset::forum::{Forum, Session};
use explorer_dataset::pledge::Pledge;
use explorer_view::forums::ForumRow;

/// A forum with what records have of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ForumLine<'e> {
    /// Its id.
    pub id: &'e str,
    /// Its short name.
    pub label: &'e str,
    /// What is known of it besides records.
    pub forum: Option<&'e Forum>,
    /// The times that it met, or did not, in the order of time.
    pub sessions: Vec<SessionLine<'e>>,
    /// Interactions in view.
    pub interactions: u32,
}

/// A session of a forum.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionLine<'e> {
    /// When it began, as far as known.
    pub date: PartialDate,
    /// Whether it took place.
    pub held: bool,
    /// What is known of it besides records.
    pub session: Option<&'e Session>,
    /// Ids of its records.
    pub events: Vec<&'e str>,
    /// Interactions in view.
    pub interactions: u32,
}

impl<'e> From<ForumRow<'e>> for ForumLine<'e> {
    fn from(row: ForumRow<'e>) -> Self {
        let sessions = row.meetings.into_iter().map(|meeting| SessionLine {
            date: meeting.date,
            held: meeting.held,
            session: meeting.session,
            events: meeting.events.iter().map(|event| event.id.as_str()).collect(),
            interactions: meeting.count,
        });
        Self {
            id: row.entry.id,
            label: row.entry.label,
            forum: row.entry.forum,
            sessions: sessions.collect(),
            interactions: row.count,
        }
    }
}

/// Pledges, one a line.
pub fn pledges(pledges: &[&Pledge], origin: &Origin) -> String {
    let headings = [
        "pledge_id",
        "date",
        "kind",
        "by",
        "to",
        "countries",
        "quantity",
        "unit",
        "period_years",
        "description",
        "status",
        "sources",
    ];
    let lines = pledges.iter().map(|pledge| {
        vec![
            pledge.id.clone(),
            pledge.date.to_string(),
            pledge.kind.clone(),
            pledge.by.clone(),
            pledge.forum_or_partner.clone(),
            pledge.countries.join("; "),
            text(pledge.quantity),
            text(pledge.unit.as_ref()),
            text(pledge.period_years),
            pledge.description.clone(),
            pledge.status.clone(),
            addresses(&pledge.sources),
        ]
    });
    table(&headings, lines, origin)
}

/// Forums, one a line.
pub fn forums(forums: &[ForumLine<'_>], origin: &Origin) -> String {
    let headings = [
        "forum_id",
        "label",
        "name_en",
        "name_zh",
        "abbreviation",
        "region",
        "level",
        "part_of",
        "founded",
        "host_or_secretariat",
        "lead_chinese_body",
        "members",
        "sessions",
        "last",
        "interactions",
        "sources",
    ];
    let lines = forums.iter().map(|line| {
        let of = |read: fn(&Forum) -> String| line.forum.map(read).unwrap_or_default();
        let held = || line.sessions.iter().filter(|session| session.held);
        vec![
            line.id.to_owned(),
            line.label.to_owned(),
            of(|forum| forum.name_en.clone()),
            of(|forum| text(forum.name_zh.as_ref())),
            of(|forum| text(forum.abbreviation.as_ref())),
            of(|forum| forum.region.clone()),
            of(|forum| forum.level.clone()),
            of(|forum| text(forum.part_of.as_ref())),
            of(|forum| text(forum.founded)),
            of(|forum| text(forum.host.as_ref())),
            of(|forum| text(forum.lead.as_ref())),
            of(|forum| forum.members.join("; ")),
            held().count().to_string(),
            text(held().next_back().map(|session| session.date)),
            line.interactions.to_string(),
            of(|forum| addresses(&forum.sources)),
        ]
    });
    table(&headings, lines, origin)
}

/// The sessions of forums, one a line.
pub fn sessions(forums: &[ForumLine<'_>], origin: &Origin) -> String {
    let headings = [
        "forum_id",
        "date",
        "held",
        "city",
        "country",
        "note",
        "participants",
        "participants_words",
        "delegations",
        "event_ids",
        "interactions",
    ];
    let lines = forums.iter().flat_map(|forum| {
        forum.sessions.iter().map(|line| {
            let of = |read: fn(&Session) -> String| line.session.map(read).unwrap_or_default();
            vec![
                forum.id.to_owned(),
                line.date.to_string(),
                line.held.to_string(),
                of(|session| text(session.city.as_ref())),
                of(|session| text(session.country.as_ref())),
                of(|session| session.note.clone()),
                of(|session| text(session.participants)),
                of(|session| text(session.participants_words.as_ref())),
                of(|session| text(session.delegations.as_ref())),
                line.events.join("; "),
                line.interactions.to_string(),
            ]
        })
    });
    table(&headings, lines, origin)
}

/// What versions changed: a line per record that is new, withdrawn or reworded, and per field that was
/// corrected.
pub fn changes(versions: &[Changes], origin: &Origin) -> String {
    let headings = ["version", "released", "since", "change", "event_id", "field", "from", "to"];
    let lines = versions.iter().flat_map(|version| {
        let line = |change: &str, id: &str, field: [&str; 3]| {
            let of = [&version.version, &version.released, &version.since].map(String::as_str);
            let cells = of.into_iter().chain([change, id]).chain(field);
            cells.map(str::to_owned).collect::<Vec<_>>()
        };
        let whole = [
            ("added", &version.added),
            ("withdrawn", &version.withdrawn),
            ("reworded", &version.reworded),
        ];
        let whole = whole
            .into_iter()
            .flat_map(|(change, ids)| ids.iter().map(move |id| line(change, id, ["", "", ""])));
        let fields = version.corrected.iter().flat_map(|correction| {
            correction.fields.iter().map(|change| {
                line("corrected", &correction.id, [&change.field, &change.from, &change.to])
            })
        });
        whole.chain(fields).collect::<Vec<_>>()
    });
    table(&headings, lines, origin)
}

fn table(headings: &[&str], lines: impl Iterator<Item = Vec<String>>, origin: &Origin) -> String {
    let version = format!("{} ({})", origin.version, origin.hash);
    let of = [
        ("view", origin.link.as_str()),
        ("dataset_version", &version),
        ("retrieved", &origin.retrieved),
    ];
    let mut csv = Csv::default();
    csv.line(headings.iter().copied().chain(of.iter().map(|(name, _)| *name)));
    for line in lines {
        csv.line(line.iter().map(String::as_str).chain(of.iter().map(|(_, text)| *text)));
    }
    csv.finish()
}

fn addresses(sources: &[Source]) -> String {
    sources.iter().map(|source| source.url.as_str()).collect::<Vec<_>>().join("; ")
}

/// The text of what there is, and none of what is not.
fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
