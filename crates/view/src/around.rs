//! What happened around the meetings, as marks on an axis of time.

use explorer_dataset::around::Around;
use explorer_dataset::date::PartialDate;
use explorer_dataset::event::Source;
use explorer_explore::Explorer;
use explorer_explore::date_words::date_words;

use super::time::TimeCount;

/// The forum whose sessions are marked: the ministry's own, around which many meetings take place.
const FORUM: &str = "gpscfl";

/// Something that happened, with its mark on an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct AroundMark {
    /// Its mark; `None` where it happened before the axis begins or after it ends.
    pub place: Option<AroundPlace>,
    /// Its name, which does not change.
    pub id: String,
    /// The day, in words.
    pub date: String,
    /// A few words for a key.
    pub label: String,
    /// What happened, in a sentence.
    pub title: String,
    /// Where that is from.
    pub origin: Origin,
}

/// A mark on an axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AroundPlace {
    /// What stands at the mark: its number in the order of time, from 1.
    pub number: usize,
    /// Where it stands, in columns from the beginning of the axis: 1.5 is the middle of the second one.
    pub at: f64,
}

/// Where it is known from that something happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// Public reports.
    Reports(Vec<Source>),
    /// The page of a forum, by its id.
    Forum(String),
}

/// What happened around the columns of an axis, in the order of time: what is listed in `around`, whether
/// the axis has its day or not, and the sessions of the Lianyungang forum within the axis.
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
    let sessions = sessions.filter(|session| place(bins, session.date).is_some());
    let mut all: Vec<Mark> = listed.chain(sessions).collect();
    all.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
    let mut numbers = 1..;
    let numbered = all.into_iter().map(|mark| AroundMark {
        place: place(bins, mark.date)
            .and_then(|at| Some(AroundPlace { number: numbers.next()?, at })),
        id: mark.id,
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
    let spans =
        bins.iter().map(|count| Some((count.bin.from()?.first_day(), count.bin.to()?.last_day())));
    spans.enumerate().find_map(|(at, span)| {
        let (first, last) = span?;
        let share = f64::from(day - first) / f64::from(last - first + 1);
        (first..=last).contains(&day).then_some(at as f64 + share)
    })
}
