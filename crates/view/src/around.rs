//! What happened around the meetings, as marks on an axis of time.

use explorer_dataset::around::Around;
use explorer_dataset::date::PartialDate;
use explorer_dataset::event::Source;
use explorer_explore::Explorer;
use explorer_explore::date_words::date_words;

use super::time::TimeCount;

/// The forum whose sessions are marked: the ministry's own, around which many meetings take place.
const FORUM: &str = "gpscfl";

/// A mark on an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct AroundMark {
    /// Its number in the order of time, from 1: what stands at the mark.
    pub number: usize,
    /// Its name, which does not change.
    pub id: String,
    /// Where it stands on the axis, in columns from its beginning: 1.5 is the middle of the second one.
    pub at: f64,
    /// The day, in words.
    pub date: String,
    /// A few words for a key.
    pub label: String,
    /// What happened, in a sentence.
    pub title: String,
    /// Where that is from.
    pub origin: Origin,
}

/// Where it is known from that something happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// Public reports.
    Reports(Vec<Source>),
    /// The page of a forum, by its id.
    Forum(String),
}

/// What happened within the columns of an axis: what is listed in `around`, and the sessions of the
/// Lianyungang forum, in the order of time.
pub fn marks(explorer: &Explorer, around: &[Around], bins: &[TimeCount]) -> Vec<AroundMark> {
    let listed = around.iter().map(|it| Mark {
        date: it.date,
        id: it.id.clone(),
        label: it.label.clone(),
        title: it.title.clone(),
        origin: Origin::Reports(it.sources.clone()),
    });
    let forum = explorer.dataset().forums.iter().find(|forum| forum.id == FORUM);
    let sessions = forum.iter().flat_map(|forum| {
        forum.sessions.iter().filter(|session| session.date.day().is_some()).map(|session| Mark {
            date: session.date,
            id: format!("{FORUM}-{}", session.date),
            label: "Lianyungang forum".to_owned(),
            title: format!("Lianyungang forum: {}.", session.note),
            origin: Origin::Forum(forum.id.clone()),
        })
    });
    let mut all: Vec<(f64, Mark)> = listed
        .chain(sessions)
        .filter_map(|mark| Some((place(bins, mark.date)?, mark)))
        .collect();
    all.sort_by(|(_, a), (_, b)| (a.date, &a.id).cmp(&(b.date, &b.id)));
    let numbered = all.into_iter().zip(1..).map(|((at, mark), number)| AroundMark {
        number,
        id: mark.id,
        at,
        date: date_words(mark.date),
        label: mark.label,
        title: mark.title,
        origin: mark.origin,
    });
    numbered.collect()
}

/// A mark before it has a number and a place.
struct Mark {
    date: PartialDate,
    id: String,
    label: String,
    title: String,
    origin: Origin,
}

/// Where a day stands on an axis, in columns; `None` outside of it.
fn place(bins: &[TimeCount], date: PartialDate) -> Option<f64> {
    let day = date.first_day();
    let spans = bins.iter().map(|count| Some((count.bin.from()?.first_day(), count.bin.to()?.last_day())));
    spans.enumerate().find_map(|(at, span)| {
        let (first, last) = span?;
        let share = f64::from(day - first) / f64::from(last - first + 1);
        (first..=last).contains(&day).then_some(at as f64 + share)
    })
}
